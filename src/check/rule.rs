//! What a rule is: an id, a severity, what it says, and the function that looks.

use std::ops::Range;

use super::bracket::Bracketed;
use super::document::{Document, Kind, Role, Section};
use super::hits::{Hit, Hits};
use super::lexicon::Lexicon;
use super::pairing::Pair;
use super::quote;
use super::subject::Subject;
use crate::diagnostic::{KeyPath, Severity};
use crate::message::{Fixed, Message};

/// A rule. Its documentation is part of it: `poa explain` shows it, and a test runs the example
/// (flagged) and the remedy (not flagged) in both languages.
#[derive(Debug)]
pub struct Rule {
    /// Names the fault, in kebab-case; the file is named after it.
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What a finding says, in one line.
    pub message: Fixed,
    /// What to do, in one line.
    pub help: Fixed,
    /// What it does.
    pub what: Fixed,
    /// Why it matters; both views, where people of the trade disagree.
    pub why: Fixed,
    /// A text that is flagged. For a rule on pairs the two languages are divided by `=====`; for a
    /// rule on cases it is the part of the case file.
    pub example: Fixed,
    /// The text as it should be.
    pub remedy: Fixed,
    /// Looks.
    pub check: Check,
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Letters to Amazon.
    Appeal(fn(&Context<'_>, &mut Sink)),
    /// Messages to buyers.
    BuyerMessage(fn(&Context<'_>, &mut Sink)),
    /// Letters and messages.
    Any(fn(&Context<'_>, &mut Sink)),
    /// Two languages that should say the same.
    Pair(fn(&Pair<'_>, &mut Sink)),
    /// A case.
    Case(fn(&Subject<'_>, &mut Sink)),
    /// What a case suppresses; see [`super::judge`].
    Suppressions,
}

impl Check {
    /// Returns the function, if the rule is for texts of a kind.
    pub(super) fn for_text(self, kind: Kind) -> Option<fn(&Context<'_>, &mut Sink)> {
        match (self, kind) {
            (Self::Any(check), _)
            | (Self::Appeal(check), Kind::Appeal)
            | (Self::BuyerMessage(check), Kind::BuyerMessage) => Some(check),
            _ => None,
        }
    }
}

/// What a rule on a text knows.
#[derive(Debug)]
pub struct Context<'c> {
    /// The text.
    pub document: &'c Document<'c>,
    /// Where words of rules and marks stand in it.
    pub hits: &'c Hits<'c>,
    /// The language's words.
    pub lexicon: &'c Lexicon,
    /// What stands in quotation marks, in the order of the text as it was given.
    pub(super) quotes: &'c [Range<usize>],
    /// What stands in brackets.
    pub(super) brackets: Bracketed<'c>,
    /// The rule that asks.
    pub rule: &'static Rule,
    /// Domain of the store the letter goes to, where it is known: `amazon.de`.
    pub domain: Option<&'c str>,
    /// The letter disputes the violation or answers with papers; it owes no root cause.
    pub owes_no_plan: bool,
}

impl Context<'_> {
    /// Returns the hits of the rule's own words.
    pub fn own(&self) -> &[Hit] {
        self.hits.of(self.rule.id)
    }

    /// Returns the hits of a mark.
    pub fn marks(&self, name: &str) -> &[Hit] {
        self.hits.of_mark(name)
    }

    /// Reports whether a sentence has a mark.
    pub fn marked(&self, name: &str, sentence: usize) -> bool {
        self.hits.marked(name, sentence)
    }

    /// Reports whether a sentence says a number, a day or how many.
    pub fn has_figure(&self, sentence: usize) -> bool {
        let digit = |c: char| c.is_ascii_digit();
        self.document.sentence(sentence).contains(digit)
            || ["date", "figure"]
                .iter()
                .any(|mark| self.marked(mark, sentence))
    }

    /// Reports whether a sentence is a question: of a form, it is answered below.
    pub fn asks(&self, sentence: usize) -> bool {
        self.document.sentence(sentence).ends_with(['?', '？'])
    }

    /// Reports whether a paragraph has a mark in one of its sentences.
    pub fn paragraph_marked(&self, name: &str, paragraph: usize) -> bool {
        let mut sentences = self.document.paragraphs[paragraph].sentences.clone();
        sentences.any(|at| self.marked(name, at))
    }

    /// Reports whether a mark stands anywhere in the sentences of the text.
    pub fn has(&self, name: &str) -> bool {
        !self.marks(name).is_empty()
    }

    /// Reports whether the letter has the part under a heading of its own.
    pub fn has_section(&self, section: Section) -> bool {
        self.document.has_section(section)
    }

    /// Flags every sentence that has the rule's own words, as words of the writer.
    pub fn flag_own(&self, sink: &mut Sink) {
        for hit in self.own() {
            if self.said(&hit.span) {
                self.flag(sink, &hit.span);
            }
        }
    }

    /// Flags every sentence that has the rule's own words and asks, offers or refuses: not one that
    /// tells of such a fault, as a rule of the shop or a root cause does. A button named in
    /// quotation marks belongs to the words before it: `press "Cancel items"`.
    pub fn flag_done(&self, sink: &mut Sink) {
        for hit in self.own() {
            let said = self.said(&hit.span) || self.ends_with_button(&hit.span);
            if said && !self.marked("told-of", hit.sentence) {
                self.flag(sink, &hit.span);
            }
        }
    }

    /// Reports whether words begin before a short quotation and end in it.
    fn ends_with_button(&self, span: &Range<usize>) -> bool {
        const LONGEST: usize = 48;
        let place = self.document.source(span);
        let sentence = self.document.sentence_at(place.start);
        if !sentence.is_some_and(|sentence| self.marked("button", sentence)) {
            return false;
        }
        let mut quotes = self.quotes.iter();
        quotes.any(|quote| {
            place.start < quote.start && covers_end(quote, &place) && quote.len() <= LONGEST
        })
    }

    /// Reports whether the writer says these words: they are no quotation, do not run into one (`the
    /// buyer wrote "never ...`), and are no name.
    pub fn said(&self, span: &Range<usize>) -> bool {
        let place = self.document.source(span);
        let quoted = self
            .quotes
            .partition_point(|quote| quote.start < place.end)
            .checked_sub(1)
            .is_some_and(|at| self.quotes[at].end >= place.end);
        !quoted && !quote::is_name(self.document, span) && !self.names(place.start)
    }

    /// Reports whether a place stands in a line that names the store: "Shop: Nie wieder kalt".
    fn names(&self, place: usize) -> bool {
        let sentence = self.document.sentence_at(place);
        sentence.is_some_and(|at| {
            self.document.paragraph_of(at).role == Role::Line && self.marked("identity", at)
        })
    }

    /// Flags a place of the folded text.
    pub fn flag(&self, sink: &mut Sink, span: &Range<usize>) {
        sink.push(Place::Text(self.document.source(span)));
    }

    /// Flags a whole sentence.
    pub fn flag_sentence(&self, sink: &mut Sink, sentence: usize) {
        self.flag(sink, &self.document.sentences[sentence].span);
    }
}

/// Whether words end inside a quotation.
fn covers_end(quote: &Range<usize>, place: &Range<usize>) -> bool {
    (quote.start..=quote.end).contains(&place.end)
}

/// Looks for nothing but the rule's own words.
pub(super) fn flag_own(context: &Context<'_>, sink: &mut Sink) {
    context.flag_own(sink);
}

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The text as a whole.
    Whole,
    /// Words of the text as it was given, in bytes.
    Text(Range<usize>),
    /// Words of the second text of a pair.
    Other(Range<usize>),
    /// An entry of the case.
    Entry(KeyPath),
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Where.
    pub place: Place,
    /// The exact words; empty where it is about the whole.
    pub quote: String,
    /// What exactly, where the rule's own line does not say it: the other side's number, the
    /// length.
    pub detail: Option<Message>,
    /// The words as they should be, where the change is mechanical.
    pub rewrite: Option<String>,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// Takes what a rule finds.
#[derive(Debug)]
pub struct Sink {
    pub(super) rule: &'static Rule,
    pub(super) found: Vec<Finding>,
}

impl Sink {
    /// Takes a finding.
    pub fn push(&mut self, place: Place) {
        self.found.push(Finding {
            rule: self.rule,
            place,
            quote: String::new(),
            detail: None,
            rewrite: None,
        });
    }

    /// Takes a finding and what exactly it is.
    pub fn push_with(&mut self, place: Place, detail: Message) {
        self.push(place);
        if let Some(last) = self.found.last_mut() {
            last.detail = Some(detail);
        }
    }

    /// Takes a finding and the words as they should be.
    pub fn push_rewrite(&mut self, place: Place, rewrite: impl Into<String>) {
        self.push(place);
        if let Some(last) = self.found.last_mut() {
            last.rewrite = Some(rewrite.into());
        }
    }

    /// Drops findings that lie inside another one.
    pub fn drop_inner(&mut self) {
        self.found.sort_by_key(|finding| match &finding.place {
            Place::Text(range) => (range.start, std::cmp::Reverse(range.end)),
            _ => (0, std::cmp::Reverse(usize::MAX)),
        });
        let mut end = 0;
        self.found.retain(|finding| match &finding.place {
            Place::Text(range) if range.end <= end => false,
            Place::Text(range) => {
                end = range.end;
                true
            }
            _ => true,
        });
    }

    /// Takes a finding about the text as a whole.
    pub fn whole(&mut self) {
        self.push(Place::Whole);
    }
}
