//! An appeal type: the recipe of a letter.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use crate::catalogue::raw::{Choose, Form, Stance};
use crate::catalogue::{AppealId, Sentences};
use crate::fact::{FactType, Figure};
use crate::lang::{Lang, Texts};
use crate::metrics::Metric;

/// One sentence or paragraph of an appeal type, in every language.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// Its name among the type's [`Sentences`].
    pub name: String,
    /// The facts in it, built-in ones included.
    pub variables: Vec<String>,
    /// Its text with the braces.
    pub texts: Texts,
}

impl Sentence {
    /// Reports whether a fact stands in it.
    pub fn names(&self, variable: &str) -> bool {
        self.variables.iter().any(|v| v == variable)
    }
}

/// Where the value of a fact comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum FactSource {
    /// The seller is asked.
    Asked {
        /// The question.
        ask: Texts,
        /// Why it is asked.
        why: Texts,
    },
    /// It is worked out from the purchase invoices. A paragraph that names it is left out where
    /// they say nothing of it.
    Invoices(Figure),
}

/// A fact a type needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Kind of value.
    pub kind: FactType,
    /// A few words for lists.
    pub label: Texts,
    /// Where its value comes from.
    pub source: FactSource,
    /// The letter works without it; only paragraphs can name it.
    pub optional: bool,
    /// What there is to choose from, by id.
    pub options: IndexMap<String, Texts>,
}

impl Fact {
    /// Returns what it is of the purchase invoices, where it is worked out from them.
    pub fn figure(&self) -> Option<Figure> {
        match self.source {
            FactSource::Asked { .. } => None,
            FactSource::Invoices(figure) => Some(figure),
        }
    }
}

/// A root cause to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Cause {
    /// The line in the menu.
    pub title: Texts,
    /// What the letter says.
    pub sentence: Sentence,
    /// Ids of the actions that answer it.
    pub actions: Vec<String>,
    /// Ids of the measures that answer it.
    pub measures: Vec<String>,
}

/// An action, a measure or a statement to confirm.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The line in the menu.
    pub title: Texts,
    /// What the letter says.
    pub sentence: Sentence,
    /// Ids of the evidence that proves it.
    pub evidence: Vec<String>,
}

/// A section of facts the seller confirms.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Heading of the section.
    pub title: Texts,
    /// The question.
    pub ask: Texts,
    /// Why it is asked.
    pub why: Texts,
    /// How many of its entries can be true.
    pub choose: Choose,
    /// Where the entries are offers: what stands around them.
    pub pick: Option<Pick>,
    /// Statements by id.
    pub entries: IndexMap<String, Answer>,
}

/// Lines around offers among which the reader picks.
#[derive(Debug, Clone, PartialEq)]
pub struct Pick {
    /// Where there is one offer.
    pub one: Sentence,
    /// Where there are several; they are then numbered.
    pub several: Sentence,
    /// Above them, where there are several.
    pub lead: Sentence,
}

/// Why nothing is written under a title.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// The rule it would break, and what that leads to.
    pub why: Texts,
    /// What is allowed instead.
    pub instead: Texts,
}

/// A kind of document.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// What it is called in the letter.
    pub title: Texts,
    /// What it shows.
    pub shows: Texts,
    /// What is accepted.
    pub accept: Vec<Texts>,
    /// What gets refused.
    pub reject: Vec<Texts>,
}

/// Situations of which exactly one is the seller's.
#[derive(Debug, Clone)]
pub struct Branches {
    /// The question.
    pub ask: Texts,
    /// Why it is asked.
    pub why: Texts,
    /// Situations by id.
    pub options: IndexMap<String, Branch>,
}

/// One situation.
#[derive(Debug, Clone)]
pub struct Branch {
    /// The line in the menu.
    pub title: Texts,
    /// The type as it is in this situation: without branches, with what belongs to it alone.
    pub appeal_type: AppealType,
}

/// The recipe of a letter for an issue and a situation.
#[derive(Debug, Clone)]
pub struct AppealType {
    /// Folder and file name.
    pub id: AppealId,
    /// What the notice alleges.
    pub issue: String,
    /// What kind of answer the letter is.
    pub stance: Stance,
    /// What is made of it.
    pub form: Form,
    /// Name in lists and subject of the letter.
    pub title: Texts,
    /// For which notices it is meant.
    pub use_when: Texts,
    /// When something else is right.
    pub not_when: Texts,
    /// What reviewers look for.
    pub look_for: Vec<Texts>,
    /// How many words the place a message is sent to takes.
    pub limit_words: Option<u32>,
    /// The rate whose target Amazon asks for.
    pub target: Option<Metric>,
    /// Facts by id.
    pub facts: IndexMap<String, Fact>,
    /// Situations that need different answers. A type that has them is no recipe itself; the one
    /// of a case is [`Case::appeal_type`](crate::case::Case::appeal_type).
    pub branches: Option<Branches>,
    /// Why nothing is written; there is then no sentence in it.
    pub refusal: Option<Refusal>,
    /// First line of a message.
    pub salutation: Option<Sentence>,
    /// Paragraphs before everything else.
    pub opening: Vec<Sentence>,
    /// Sections of facts by id.
    pub parts: IndexMap<String, Part>,
    /// Causes by id.
    pub causes: IndexMap<String, Cause>,
    /// Actions by id.
    pub actions: IndexMap<String, Answer>,
    /// Measures by id.
    pub measures: IndexMap<String, Answer>,
    /// Paragraphs on how things stand now.
    pub status: Vec<Sentence>,
    /// Evidence by id.
    pub evidence: IndexMap<String, Evidence>,
    /// Purchase invoices are asked for and stand in the letter as a table; in a situation, where a
    /// sentence of it names a figure of them.
    pub invoices: bool,
    /// What is asked of Amazon.
    pub request: Vec<Sentence>,
    /// Line before the store's name under a message.
    pub closing: Option<Sentence>,
    /// The compiled sentences, by language.
    pub sentences: Arc<IndexMap<Lang, Sentences>>,
}

impl AppealType {
    /// Returns the facts every letter of the type needs: in the order of the file, those of a message
    /// to a buyer, which stand in several files, in the order it names them.
    pub fn general_facts(&self) -> Vec<&str> {
        if self.id.is_reply() {
            let named = self.paragraphs().flat_map(|s| self.facts_of(s));
            let once: IndexSet<&str> = named.collect();
            return once.into_iter().collect();
        }
        let used = |id: &&str| self.paragraphs().any(|s| s.names(id));
        self.facts.keys().map(String::as_str).filter(used).collect()
    }

    /// Returns the facts a sentence needs beside the general and the built-in ones.
    pub fn facts_of<'a>(&'a self, sentence: &'a Sentence) -> impl Iterator<Item = &'a str> {
        sentence
            .variables
            .iter()
            .map(String::as_str)
            .filter(|v| self.facts.contains_key(*v))
    }

    /// Reports whether any sentence of the type names something.
    pub fn names(&self, variable: &str) -> bool {
        let causes = self.causes.values().map(|cause| &cause.sentence);
        let entries = self.parts.values().flat_map(|part| part.entries.values());
        let answers = entries
            .chain(self.actions.values())
            .chain(self.measures.values())
            .map(|a| &a.sentence);
        let picks = self.parts.values().filter_map(|part| part.pick.as_ref());
        self.paragraphs()
            .chain(picks.flat_map(|pick| [&pick.one, &pick.several, &pick.lead]))
            .chain(causes)
            .chain(answers)
            .any(|s| s.names(variable))
    }

    /// Returns the languages its texts stand in, English first.
    pub fn languages(&self) -> impl Iterator<Item = Lang> {
        self.sentences.keys().copied()
    }

    /// Returns the part an entry stands in.
    pub fn part_of(&self, entry: &str) -> Option<&str> {
        let mut parts = self.parts.iter();
        parts
            .find(|(_, part)| part.entries.contains_key(entry))
            .map(|(id, _)| id.as_str())
    }

    /// Returns a statement by its id.
    pub fn statement(&self, entry: &str) -> Option<&Answer> {
        self.parts.values().find_map(|part| part.entries.get(entry))
    }

    /// Reports whether a statement is asked for its proof: where the catalogue knows a document for
    /// it, and in own words wherever there are documents at all.
    pub fn asks_proof(&self, entry: &str) -> bool {
        match self.statement(entry) {
            Some(known) => !known.evidence.is_empty(),
            None => !self.evidence.is_empty(),
        }
    }

    /// Returns the sentences every letter of the type has.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Sentence> {
        self.salutation
            .iter()
            .chain(&self.opening)
            .chain(&self.status)
            .chain(&self.request)
            .chain(&self.closing)
    }
}
