//! The catalogue: what a letter can be about, what is asked for it, and the
//! sentences a seller can confirm.
//!
//! An appeal type is a file a person of the trade can write and read; past
//! [`Catalogue::load`] nothing is checked again: every reference resolves, every
//! sentence compiles and stands in every required language with the same facts.

pub mod raw;
mod template;
mod validate;

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use fixed_decimal::Decimal;
use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, nearest};
use crate::fact::FactType;
use crate::lang::{EN, Formats, Lang, Texts, ZH};
use crate::source::SourceFile;
pub use raw::{Comparison, RawLetterWords, Stance};
pub use template::{CLOSE, MIDDLE, OPEN, Sentences, Shape, Values};
pub use validate::wanted;

/// Languages every text of the catalogue stands in.
pub const REQUIRED: [Lang; 2] = [EN, ZH];

/// What every sentence may name beside the facts of its type.
pub const BUILT_IN: [&str; 8] = [
    "store",
    "legal-name",
    "marketplace",
    "notice-date",
    "case-id",
    "notice-asins",
    "notice-orders",
    "target",
];

/// Ids of the short names every language has, beside [`BUILT_IN`].
pub const LABELS: [&str; 16] = [
    "done-on",
    "since",
    "owner",
    "rhythm",
    "merchant-token",
    "email",
    "signatory",
    "position",
    "root-cause",
    "action",
    "measure",
    "proof",
    "evidence-title",
    "evidence-shows",
    "evidence-file",
    "own-words",
];

/// An appeal type's name: its folder and its file, `performance/late-shipment`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AppealId {
    family: String,
    slug: String,
}

impl AppealId {
    /// Reads `family/slug`.
    pub fn parse(text: &str) -> Option<Self> {
        let (family, slug) = text.split_once('/')?;
        let fits = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        (fits(family) && fits(slug)).then(|| Self {
            family: family.to_owned(),
            slug: slug.to_owned(),
        })
    }

    /// Returns the folder.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Returns the file's name without its ending.
    pub fn slug(&self) -> &str {
        &self.slug
    }
}

impl fmt::Display for AppealId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.family, self.slug)
    }
}

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

/// A fact a type asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Kind of value.
    pub kind: FactType,
    /// A few words for lists.
    pub label: Texts,
    /// The question.
    pub ask: Texts,
    /// Why it is asked.
    pub why: Texts,
    /// The letter works without it.
    pub optional: bool,
    /// What there is to choose from, by id.
    pub options: IndexMap<String, Texts>,
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

/// An action or a measure to confirm.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The line in the menu.
    pub title: Texts,
    /// What the letter says.
    pub sentence: Sentence,
    /// Ids of the evidence that proves it.
    pub evidence: Vec<String>,
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

/// The figure Amazon asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Id of the metric.
    pub metric: String,
    /// Which side is good.
    pub comparison: Comparison,
    /// The figure, in percent.
    pub percent: Decimal,
    /// Over which time it is measured.
    pub window: Texts,
    /// Where the figure comes from.
    pub source: String,
    /// Day it was last checked.
    pub checked: NaiveDate,
}

/// The recipe of a letter for an issue and a situation.
#[derive(Debug)]
pub struct AppealType {
    /// Folder and file name.
    pub id: AppealId,
    /// What the notice alleges.
    pub issue: String,
    /// What kind of answer the letter is.
    pub stance: Stance,
    /// Name in lists and subject of the letter.
    pub title: Texts,
    /// For which notices it is meant.
    pub use_when: Texts,
    /// When something else is right.
    pub not_when: Texts,
    /// The figure Amazon asks for.
    pub target: Option<Target>,
    /// Facts by id.
    pub facts: IndexMap<String, Fact>,
    /// Paragraphs before the causes.
    pub opening: Vec<Sentence>,
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
    /// What is asked of Amazon.
    pub request: Vec<Sentence>,
    /// The compiled sentences, by language.
    pub sentences: IndexMap<Lang, Sentences>,
}

impl AppealType {
    /// Returns the facts every letter of the type needs, in the order of the file.
    pub fn general_facts(&self) -> Vec<&str> {
        let paragraphs = || self.opening.iter().chain(&self.status).chain(&self.request);
        let used = |id: &&str| paragraphs().any(|s| s.variables.iter().any(|v| v == id));
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
        let paragraphs = self.opening.iter().chain(&self.status).chain(&self.request);
        let causes = self.causes.values().map(|cause| &cause.sentence);
        let answers = self
            .actions
            .values()
            .chain(self.measures.values())
            .map(|a| &a.sentence);
        paragraphs
            .chain(causes)
            .chain(answers)
            .any(|s| s.variables.iter().any(|v| v == variable))
    }
}

/// What every letter in a language shares.
#[derive(Debug)]
pub struct Language {
    /// The language.
    pub lang: Lang,
    /// Its name in itself.
    pub name: String,
    /// How values are written.
    pub formats: Arc<Formats>,
    /// Names of the families.
    pub families: IndexMap<String, String>,
    /// Official names of the metrics.
    pub metrics: IndexMap<String, String>,
    /// Posts, by id.
    pub roles: IndexMap<String, String>,
    /// How often, by id.
    pub rhythms: IndexMap<String, String>,
    /// Short names of what every letter asks for, by id.
    pub labels: IndexMap<String, String>,
    /// The fixed words of a letter.
    pub letter: RawLetterWords,
}

/// All appeal types that were loaded, and the languages.
#[derive(Debug)]
pub struct Catalogue {
    /// Types, in the order of their files.
    pub types: IndexMap<AppealId, AppealType>,
    /// Languages.
    pub languages: IndexMap<Lang, Language>,
}

impl Catalogue {
    /// Loads the files of a folder like `appeals/`; any part of the types will do.
    ///
    /// `root` is the folder's path, as it begins the paths of the files.
    pub fn load(root: &str, files: &[SourceFile]) -> Result<Self, Vec<Diagnostic>> {
        validate::load(root, files)
    }

    /// Returns what letters in a language share.
    ///
    /// # Panics
    ///
    /// When no such language was loaded; ask `languages` first for one that came from outside.
    pub fn language(&self, lang: Lang) -> &Language {
        self.languages
            .get(&lang)
            .expect("only loaded languages are asked for")
    }

    /// Finds a type by its id, or by its slug where only one has it; else returns the nearest ids.
    pub fn find(&self, name: &str) -> Result<&AppealType, Vec<String>> {
        let wanted = name.trim().to_lowercase();
        let by_id = AppealId::parse(&wanted).and_then(|id| self.types.get(&id));
        let mut by_slug = self.types.values().filter(|t| t.id.slug() == wanted);
        match (by_id, by_slug.next(), by_slug.next()) {
            (Some(found), ..) | (None, Some(found), None) => Ok(found),
            _ => Err(self.near(&wanted)),
        }
    }

    fn near(&self, wanted: &str) -> Vec<String> {
        let ids = self.types.keys();
        ids.filter(|id| nearest(wanted, [id.to_string().as_str(), id.slug()]).is_some())
            .map(ToString::to_string)
            .collect()
    }
}
