//! The catalogue: what a letter can be about, what is asked for it, and the
//! sentences a seller can confirm.
//!
//! An appeal type is a file a person of the trade can write and read; past
//! [`Catalogue::load`] nothing is checked again: every reference resolves, every
//! sentence compiles and stands in every required language with the same facts.

mod appeal_type;
pub mod guide;
pub mod raw;
mod template;
mod validate;

use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, nearest};
use crate::lang::{EN, Formats, Lang, ZH};
use crate::metrics::Metric;
use crate::source::{SourceFile, Text};
pub use appeal_type::{
    Answer, AppealType, Branch, Branches, Cause, Evidence, Fact, FactSource, Part, Pick, Refusal,
    Sentence,
};
pub use guide::{Guide, GuideKind, GuideLine, GuideSection, GuideSource};
pub use raw::{Choose, Form, RawLetterWords, Stance};
pub use template::{CLOSE, MIDDLE, OPEN, Sentences, Shape, Values};
pub use validate::wanted;

/// Languages every text of the catalogue stands in.
pub const REQUIRED: [Lang; 2] = [EN, ZH];

/// Folder and family of the messages to buyers.
pub const REPLIES: &str = "replies";

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

/// What the sentences of a message to a buyer may name beside its facts.
pub const REPLY_BUILT_IN: [&str; 2] = ["store", "buyer"];

/// How ids of entries in the seller's own words begin; a number follows.
pub const OWN: &str = "own-";

/// Returns the number of an entry in the seller's own words: 1 of `own-1`.
pub fn own_number(id: &str) -> Option<u32> {
    let number = id.strip_prefix(OWN)?;
    let digits = number.bytes().all(|b| b.is_ascii_digit());
    number.parse().ok().filter(|_| digits)
}

/// Ids of the short names every language has, beside [`BUILT_IN`].
pub const LABELS: [&str; 27] = [
    "done-on",
    "since",
    "owner",
    "rhythm",
    "merchant-token",
    "email",
    "signatory",
    "position",
    "statement",
    "root-cause",
    "action",
    "measure",
    "proof",
    "evidence-title",
    "evidence-shows",
    "evidence-file",
    "own-words",
    "invoice-number",
    "invoice-date",
    "invoice-supplier",
    "invoice-asin",
    "invoice-quantity",
    "sold-quantity",
    "first-sale",
    "buyer",
    "buyer-date",
    "buyer-time",
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

    /// Reports whether it is a message to a buyer, not a letter to Amazon.
    pub fn is_reply(&self) -> bool {
        self.family == REPLIES
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

impl Language {
    /// Chooses the form of a text that fits a count.
    pub fn form<'f>(&self, forms: &'f [Text], count: usize) -> &'f str {
        let forms: Vec<&str> = forms.iter().map(|form| form.0.as_str()).collect();
        self.formats.plural(&count.into(), &forms)
    }
}

/// All appeal types that were loaded, and the languages.
#[derive(Debug)]
pub struct Catalogue {
    /// Types, in the order of their files.
    pub types: IndexMap<AppealId, AppealType>,
    /// Languages.
    pub languages: IndexMap<Lang, Language>,
    /// The rates Amazon measures, by id; empty where their file was not loaded.
    pub metrics: IndexMap<String, Metric>,
    /// How an appeal is won, where it was loaded.
    pub guide: Option<Guide>,
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
