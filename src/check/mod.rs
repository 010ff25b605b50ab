//! The second pair of eyes: what a reviewer would object to, in a case, in a
//! letter that anybody wrote, in a message to a buyer, in a pair of languages.
//!
//! A text becomes a [`Document`] (paragraphs, sentences, parts of the letter); one
//! pass tells which words of the rules ([`Lexicon`], from `appeals/_check/`) may be in it
//! ([`Hits`]); then every [`Rule`] looks at what concerns it. A rule is one file in `rules/`,
//! its documentation included; its words are data.

mod address;
mod bracket;
mod calendar;
mod document;
mod excerpt;
mod guess;
mod hits;
mod index;
mod layout;
mod length;
mod letter;
mod lexicon;
mod likeness;
mod measures;
pub mod pair;
mod pairing;
mod paragraphs;
mod pattern;
mod phone;
mod prepared;
mod quote;
mod ranges;
pub mod raw;
mod records;
mod rule;
mod rules;
mod sentence;
mod stems;
mod subject;
mod suppression;
pub mod values;

pub use document::{Document, Given, Kind, Paragraph, Role, Section, Sentence};
pub use guess::{divide, language};
pub use hits::{Hit, Hits};
pub use letter::check_letter;
pub use lexicon::Lexicon;
pub use pairing::Pair;
pub use rule::{Check, Context, Finding, Place, Rule, Sink};
pub use rules::{RULES, find as rule};
pub use subject::Subject;
pub use suppression::{Judged, WHOLE, judge};

use crate::lang::Lang;

/// What is known of a text beside its words.
#[derive(Debug, Clone, Copy, Default)]
pub struct About<'a> {
    /// Domain of the store it goes to.
    pub domain: Option<&'a str>,
    /// It disputes the violation or answers with papers; where this is not known, the words tell.
    pub owes_no_plan: bool,
}

/// Checks a text that anybody wrote.
pub fn check_text(
    text: &str,
    lang: Lang,
    kind: Kind,
    lexicon: &Lexicon,
    about: About<'_>,
) -> Checked {
    let document = Document::read(text, lang, kind, lexicon);
    check_read(&document, &Hits::new(&document, lexicon), lexicon, about)
}

/// Checks a text of which nobody said what it is for; the answer says what was guessed.
pub fn check_unknown(text: &str, lang: Lang, lexicon: &Lexicon, about: About<'_>) -> Checked {
    let document = Document::read(text, lang, Kind::Appeal, lexicon);
    let hits = Hits::new(&document, lexicon);
    match guess::kind(&hits) {
        Kind::Appeal => check_read(&document, &hits, lexicon, about),
        kind @ Kind::BuyerMessage => check_text(text, lang, kind, lexicon, about),
    }
}

fn check_read(
    document: &Document<'_>,
    hits: &Hits<'_>,
    lexicon: &Lexicon,
    about: About<'_>,
) -> Checked {
    Checked {
        kind: document.kind,
        found: apply(document, hits, lexicon, about),
        fragment: document.fragment,
    }
}

/// What came of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// What the text is for.
    pub kind: Kind,
    /// The findings, in the order of the text; those about the whole first.
    pub found: Vec<Finding>,
    /// The text breaks off; what it lacks was not asked.
    pub fragment: bool,
}

/// Checks a text that was taken apart.
pub fn check_document(
    document: &Document<'_>,
    lexicon: &Lexicon,
    about: About<'_>,
) -> Vec<Finding> {
    apply(document, &Hits::new(document, lexicon), lexicon, about)
}

/// Asks every rule.
fn apply(
    document: &Document<'_>,
    hits: &Hits<'_>,
    lexicon: &Lexicon,
    about: About<'_>,
) -> Vec<Finding> {
    let quotes = quote::find(document);
    let brackets = bracket::all(document);
    let inside = brackets.iter().map(|bracket| bracket.inside.clone());
    let cut = excerpt::cut(document, inside);
    let excerpts = excerpt::Excerpts::of(&cut, lexicon);
    let brackets = bracket::Bracketed {
        all: &brackets,
        excerpts: &excerpts,
    };
    let owes_no_plan = about.owes_no_plan || disputes(document, hits) || answers(document, hits);
    let mut found = Vec::new();
    for rule in RULES {
        let Some(check) = rule.check.for_text(document.kind) else {
            continue;
        };
        let context = Context {
            document,
            hits,
            lexicon,
            quotes: &quotes,
            brackets,
            rule,
            domain: about.domain,
            owes_no_plan,
        };
        let mut sink = Sink {
            rule,
            found: Vec::new(),
        };
        check(&context, &mut sink);
        found.append(&mut sink.found);
    }
    for finding in &mut found {
        if let Place::Text(range) = &finding.place {
            document.text()[range.clone()].clone_into(&mut finding.quote);
        }
    }
    sort(&mut found);
    found
}

/// Whether a letter says that the violation did not happen, and nowhere that it did.
fn disputes(document: &Document<'_>, hits: &Hits<'_>) -> bool {
    !hits.of("mark:dispute").is_empty()
        && hits.of("mark:admit").is_empty()
        && !mends(document, hits)
}

/// Whether a letter names a fault of its own and says, in the part on actions, what was mended.
fn mends(document: &Document<'_>, hits: &Hits<'_>) -> bool {
    let mended = |at| hits.marked("mended", at) && !hits.marked("dispute", at);
    let named = document.has_section(Section::RootCauses) || !hits.of("mark:own-fault").is_empty();
    named && document.sentences_in(Section::Actions).any(mended)
}

/// Whether a letter answers a request for papers, asks for its money, or states the facts of one
/// claim: it admits nothing, neither pleads nor promises, and has no part on causes, actions or
/// measures.
fn answers(document: &Document<'_>, hits: &Hits<'_>) -> bool {
    let answers = !hits.of("mark:answers-request").is_empty() || shows_papers(document, hits);
    answers
        && CALM.iter().all(|rule| hits.of(rule).is_empty())
        && hits.of("mark:admit").is_empty()
        && !document.has_section(Section::RootCauses)
        && !document.has_section(Section::Actions)
        && !document.has_section(Section::Measures)
}

/// What a letter that only shows papers has none of.
const CALM: [&str; 5] = [
    "pleads",
    "emotive-apology",
    "vague-commitment",
    "absolute-promise",
    "stock-phrase",
];

/// Whether a letter states dated facts and lists the papers that show them.
fn shows_papers(document: &Document<'_>, hits: &Hits<'_>) -> bool {
    let entries = document.paragraphs.iter();
    // The heading is one of them: "Enclosed", and two papers.
    let papers = entries.filter(|paragraph| paragraph.section == Section::Evidence);
    let dated = hits.of_mark("date").iter();
    papers.count() >= 3
        && dated
            .filter(|hit| document.paragraph_of(hit.sentence).section != Section::Evidence)
            .count()
            >= 2
}

/// Checks two languages against each other.
pub fn check_pair(pair: &Pair<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for rule in RULES {
        if let Check::Pair(check) = rule.check {
            let mut sink = Sink {
                rule,
                found: Vec::new(),
            };
            check(pair, &mut sink);
            found.append(&mut sink.found);
        }
    }
    sort(&mut found);
    found
}

/// Checks a case beyond the words of its letter.
pub fn check_case(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for rule in RULES {
        if let Check::Case(check) = rule.check {
            let mut sink = Sink {
                rule,
                found: Vec::new(),
            };
            check(subject, &mut sink);
            found.append(&mut sink.found);
        }
    }
    found
}

fn sort(found: &mut [Finding]) {
    found.sort_by_key(|finding| match &finding.place {
        Place::Whole | Place::Entry(_) => (0, 0),
        Place::Text(range) => (1, range.start),
        Place::Other(range) => (2, range.start),
    });
}
