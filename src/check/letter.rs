//! A letter made from a case: its parts are known, and every paragraph leads back to its entry.

use super::document::{Document, Given, Kind, Role, Section};
use super::lexicon::Lexicon;
use super::rule::{Finding, Place};
use super::{About, Pair, check_document, check_pair};
use crate::catalogue::AppealType;
use crate::diagnostic::KeyPath;
use crate::letter::{Both, Form, Inline, Letter, Part, Side, plain};

impl Kind {
    /// What a type makes.
    pub fn of(appeal_type: &AppealType) -> Self {
        if appeal_type.id.is_reply() {
            Self::BuyerMessage
        } else {
            Self::Appeal
        }
    }
}

/// Checks a letter in both its languages; a finding points to the entry of the case.
///
/// A fault that stands in both languages of an entry is told once.
pub fn check_letter(
    letter: &Letter,
    lexicons: &Both<Option<&Lexicon>>,
    kind: Kind,
    about: About<'_>,
) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for side in [Side::Letter, Side::Reading] {
        let Some(lexicon) = lexicons.get(side) else {
            continue;
        };
        let laid_out = lay_out(letter, side);
        let lang = *letter.languages.get(side);
        let document = Document::of(&laid_out.text, lang, kind, &laid_out.given);
        for mut finding in check_document(&document, lexicon, about) {
            let Place::Text(range) = &finding.place else {
                // What the whole lacks, it lacks in both languages; a message lacks what its form
                // takes elsewhere: the store, the plan.
                if side == Side::Letter && letter.form == Form::Letter {
                    found.push(finding);
                }
                continue;
            };
            let at = laid_out
                .given
                .iter()
                .rposition(|given| given.source.start <= range.start)
                .unwrap_or(0);
            // A heading is the catalogue's and claims nothing.
            if laid_out.given[at].role == Role::Heading {
                continue;
            }
            finding.place = Place::Entry(laid_out.origins[at].clone());
            let told = found
                .iter()
                .any(|known| known.rule == finding.rule && known.place == finding.place);
            if !told {
                found.push(finding);
            }
        }
    }
    compare(letter, &mut found);
    found
}

/// Sets the two languages of every entry against each other.
fn compare(letter: &Letter, found: &mut Vec<Finding>) {
    let languages = &letter.languages;
    for block in letter.sections.iter().flat_map(|section| &section.blocks) {
        let gap = |run: &Inline| matches!(run, Inline::Gap(_));
        if block.text.letter.iter().chain(&block.text.reading).any(gap) {
            continue;
        }
        let (left, right) = (plain(&block.text.letter), plain(&block.text.reading));
        let pair = Pair::of(&left, languages.letter, &right, languages.reading);
        for mut finding in check_pair(&pair) {
            finding.quote = match &finding.place {
                Place::Text(range) => left[range.clone()].to_owned(),
                Place::Other(range) => right[range.clone()].to_owned(),
                _ => String::new(),
            };
            finding.place = Place::Entry(block.origin.path.clone());
            found.push(finding);
        }
    }
}

/// One language of a letter as text, and where its paragraphs come from.
#[derive(Debug, Default)]
struct LaidOut {
    text: String,
    given: Vec<Given>,
    origins: Vec<KeyPath>,
}

impl LaidOut {
    fn push(&mut self, text: &str, origin: &KeyPath, given: &Given) {
        let start = self.text.len();
        self.text.push_str(text);
        self.given.push(Given {
            source: start..self.text.len(),
            ..given.clone()
        });
        self.origins.push(origin.clone());
        self.text.push('\n');
    }
}

fn lay_out(letter: &Letter, side: Side) -> LaidOut {
    let mut laid_out = LaidOut::default();
    let root = KeyPath::root();
    let given = |role, section, item| Given {
        source: 0..0,
        role,
        section,
        item,
    };
    for section in &letter.sections {
        let part = section_of(section.part);
        if let Some(heading) = &section.heading {
            let words = heading.words.get(side);
            laid_out.push(words, &root, &given(Role::Heading, part, false));
        }
        for block in &section.blocks {
            let runs = block.text.get(side);
            // What is missing is told by a rule of its own.
            if runs.iter().any(|run| matches!(run, Inline::Gap(_))) {
                continue;
            }
            let item = block.label.is_some();
            laid_out.push(
                &plain(runs),
                &block.origin.path,
                &given(Role::Prose, part, item),
            );
        }
    }
    let evidence = KeyPath::root().key("evidence");
    for document in &letter.evidence {
        let title = plain(document.title.get(side));
        laid_out.push(
            &title,
            &evidence,
            &given(Role::Line, Section::Evidence, true),
        );
        let shows = plain(document.shows.get(side));
        laid_out.push(
            &shows,
            &evidence,
            &given(Role::Line, Section::Evidence, true),
        );
    }
    let seller = KeyPath::root().key("seller");
    for line in &letter.signature {
        let text = plain(line.get(side));
        laid_out.push(&text, &seller, &given(Role::Line, Section::Request, false));
    }
    laid_out
}

fn section_of(part: Part) -> Section {
    match part {
        Part::Opening => Section::Opening,
        // A letter of facts has no causes: what it states is neither cause nor action.
        Part::Statements => Section::Other,
        Part::RootCauses => Section::RootCauses,
        Part::Actions => Section::Actions,
        Part::Measures => Section::Measures,
        Part::Status => Section::Status,
        Part::Request => Section::Request,
    }
}
