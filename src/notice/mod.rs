//! Reads what Amazon wrote: what is alleged, what is asked for, by when, and what it names.
//!
//! What notices are known by is data: `appeals/_issues/` has a file for each thing a notice can
//! allege, `appeals/_notice/` the rest. A [`Recogniser`] is made of it once; [`Recogniser::parse`]
//! takes any text, never fails, and says that it does not know where the words do not carry.
//! Everything found knows the words it was found by. Nothing of it is a fact: the seller confirms
//! it first.

mod answer;
mod decide;
mod extract;
mod find;
mod gather;
mod health;
mod html;
mod lexicon;
mod load;
mod mail;
mod mapped;
pub mod raw;
mod read;
mod recogniser;
mod sign;
mod squeeze;

use std::ops::Range;

use chrono::NaiveDate;

pub use health::{Account, FailingMetric, HealthReport};
pub use load::is_ours;
pub use recogniser::{Issue, Mark, Recogniser, Surroundings};

use crate::lang::Texts;

/// What a notice says; all places are byte ranges of the given text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Notice {
    /// What is alleged in the first place; none where the words do not carry.
    pub issue: Option<String>,
    /// What it names beside that, or what it may be about where the first is not known.
    pub also: Vec<String>,
    /// The words that decided.
    pub matched: Vec<Matched>,
    /// What kind of answer is wanted.
    pub stance: Stance,
    /// What is asked for.
    pub asked: Vec<Named>,
    /// Papers, those the notice names first.
    pub documents: Vec<Document>,
    /// What the papers have to be like, by the notice's own words.
    pub conditions: Vec<Named>,
    /// What Amazon answered to an appeal, where the text is such an answer.
    pub answers: Vec<Named>,
    /// Store; `eu` where the text names Europe and no store.
    pub marketplace: Option<String>,
    /// Language of the text.
    pub language: Option<String>,
    /// Day of the notice.
    pub date: Option<NaiveDate>,
    /// By when to answer.
    pub deadline: Option<Deadline>,
    /// ASINs, in the order of the text.
    pub asins: Vec<String>,
    /// Order ids, in the order of the text.
    pub orders: Vec<String>,
    /// Figures of metrics.
    pub metrics: Vec<Metric>,
    /// Complaint ids.
    pub complaint_ids: Vec<String>,
    /// Addresses of rights owners.
    pub rights_owner_emails: Vec<String>,
    /// Amazon's addresses in the text.
    pub addresses: Vec<String>,
    /// Appeal types that answer the issue.
    pub appeal_types: Vec<String>,
    /// Signs that it may not be from Amazon.
    pub warnings: Vec<Named>,
}

/// Words that speak for an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The issue.
    pub issue: String,
    /// Where they stand.
    pub place: Range<usize>,
}

/// Something the data names, and the words it was known by.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: Texts,
    /// What it means for the seller.
    pub help: Option<Texts>,
    /// Where the words stand.
    pub place: Range<usize>,
}

/// A paper that is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: Texts,
    /// Where the notice names it; none where only the catalogue does.
    pub place: Option<Range<usize>>,
}

/// What kind of answer a notice wants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stance {
    /// A plan of action.
    Plan,
    /// Papers and no plan.
    Documents,
    /// Acknowledging or disputing, as the seller chooses.
    Choice,
    /// A quiz or a questionnaire in Account Health.
    Quiz,
    /// A retraction by the rights owner.
    Retraction,
    /// A proof of who the seller is.
    Identity,
    /// A request for the balance.
    Funds,
    /// Nothing; it warns or informs.
    Nothing,
    /// The text does not say.
    #[default]
    Unknown,
}

impl Stance {
    /// Returns the word for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Documents => "documents",
            Self::Choice => "choice",
            Self::Quiz => "quiz",
            Self::Retraction => "retraction",
            Self::Identity => "identity",
            Self::Funds => "funds",
            Self::Nothing => "nothing",
            Self::Unknown => "unknown",
        }
    }
}

/// By when to answer, in the notice's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// Whole days from the notice's day on; hours are rounded down.
    pub days: Option<u32>,
    /// The day, where the notice names it or its own day is known.
    pub date: Option<NaiveDate>,
    /// The sentence.
    pub place: Range<usize>,
}

/// A figure of a metric; texts like `2.3%`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metric {
    /// Its id.
    pub id: String,
    /// The seller's figure.
    pub value: Option<String>,
    /// The figure Amazon asks for.
    pub target: Option<String>,
}
