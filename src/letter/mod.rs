//! The letter: one tree, put together from a case, written out in several formats.
//!
//! Every block knows where it comes from (an entry of the catalogue or the
//! seller's own words, the facts in it, the proof named for it), so that a
//! reviewer can tick it and a finding can name the answer to change. What is
//! missing is in the tree too, as a gap: nothing is left out silently.

mod assemble;
mod entries;
mod figures;
mod inline;
mod invoices;
mod named;
mod phrases;
mod review;
mod statements;
mod words;

use chrono::NaiveDate;

use crate::contacts::Paper;
use crate::diagnostic::KeyPath;
use crate::lang::{Lang, Texts};

pub use crate::catalogue::Form;
pub use assemble::{AssembleError, assemble};
pub use inline::{Inline, plain};
pub use phrases::{Phrases, Tags};

/// A thing in the letter language and in the reading language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Both<T> {
    /// As it is sent.
    pub letter: T,
    /// As the seller reads it.
    pub reading: T,
}

impl<T> Both<T> {
    /// Makes both from one function.
    pub fn of(languages: &Both<Lang>, make: impl Fn(Lang) -> T) -> Self {
        Self {
            letter: make(languages.letter),
            reading: make(languages.reading),
        }
    }

    /// Returns one of the two.
    pub fn get(&self, side: Side) -> &T {
        match side {
            Side::Letter => &self.letter,
            Side::Reading => &self.reading,
        }
    }
}

/// One of the two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The language that is sent.
    Letter,
    /// The language the seller reads.
    Reading,
}

/// A part of the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Before everything else.
    Opening,
    /// What the seller states; a letter may have several such sections.
    Statements,
    /// What failed.
    RootCauses,
    /// What was done.
    Actions,
    /// What is in place.
    Measures,
    /// How things stand now.
    Status,
    /// What is asked of Amazon.
    Request,
}

/// Where a block comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The way to its entry in the case: `actions.clear-backlog`; the part's name for a paragraph.
    pub path: KeyPath,
    /// The words are the seller's own.
    pub own: bool,
    /// Ids of the facts in it.
    pub facts: Vec<String>,
    /// Numbers of the documents that prove it.
    pub proof: Vec<usize>,
    /// When it was done, or since when it runs.
    pub date: Option<NaiveDate>,
}

/// A paragraph or a numbered entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Number of an entry: `1`, `1.2`.
    pub label: Option<String>,
    /// What it says.
    pub text: Both<Vec<Inline>>,
    /// Where it comes from.
    pub origin: Origin,
}

/// A heading: `A. Root causes`.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// Its letter.
    pub mark: char,
    /// Its words.
    pub words: Both<String>,
}

impl Heading {
    /// Returns the heading in one language.
    pub fn on(&self, side: Side) -> String {
        format!("{}. {}", self.mark, self.words.get(side))
    }
}

/// A part with its heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Which part it is.
    pub part: Part,
    /// None before the opening.
    pub heading: Option<Heading>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// Columns and rows; a row has a cell for each column.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Names of the columns.
    pub columns: Vec<Both<String>>,
    /// Cells, row by row.
    pub rows: Vec<Vec<Both<Vec<Inline>>>>,
}

/// The tables of purchase invoices.
#[derive(Debug, Clone, PartialEq)]
pub struct Invoices {
    /// Their heading.
    pub heading: Heading,
    /// The invoices: number, date, supplier, ASIN, units; and for each ASIN the units invoiced, the
    /// units sold and the first sale.
    pub tables: [Table; 2],
}

/// A document of the evidence table.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its number.
    pub number: usize,
    /// What it is.
    pub title: Both<Vec<Inline>>,
    /// What it shows.
    pub shows: Both<Vec<Inline>>,
    /// The name of its file.
    pub file: Both<Vec<Inline>>,
}

/// A line of the reviewer's page.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Heading letter and number: `B 1.2`.
    pub label: String,
    /// The statement, in the reading language.
    pub text: Vec<Inline>,
    /// Names and values of the facts in it, in the reading language.
    pub facts: Vec<(String, String)>,
    /// When, in the reading language; a cause has no day of its own.
    pub date: Option<String>,
    /// The documents, by number and file.
    pub proof: Vec<String>,
    /// The words are the seller's own.
    pub own: bool,
    /// Something the seller did, runs or states, which a document should prove.
    pub needs_proof: bool,
}

/// Something the letter needs and the case does not have.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The way to the missing answer in the case.
    pub path: KeyPath,
    /// What is missing, in the languages of the catalogue.
    pub what: Texts,
}

/// The letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// The two languages.
    pub languages: Both<Lang>,
    /// How a DOCX names them, and what script they are in.
    pub tags: Both<Tags>,
    /// Fixed words a format needs.
    pub phrases: Both<Phrases>,
    /// A letter, or a message without headings and signature block.
    pub form: Form,
    /// How many words the place a message is sent to takes.
    pub limit_words: Option<u32>,
    /// Usual paper of the store.
    pub paper: Paper,
    /// Plan of Action.
    pub title: Both<String>,
    /// What the appeal is about.
    pub subtitle: Both<String>,
    /// Store name.
    pub store: Both<Vec<Inline>>,
    /// Case id of the notice.
    pub case_id: Option<String>,
    /// Day of the letter.
    pub day: NaiveDate,
    /// The day, written out.
    pub date: Both<String>,
    /// Whom it is addressed to.
    pub addressee: Both<String>,
    /// Performance team's mailbox, where one is attested.
    pub address: Option<String>,
    /// Subject.
    pub subject: Both<String>,
    /// Salutation; empty where a message has none.
    pub salutation: Both<Vec<Inline>>,
    /// Parts, in order; the evidence table stands before the request.
    pub sections: Vec<Section>,
    /// The tables of purchase invoices, before the evidence.
    pub invoices: Option<Invoices>,
    /// Heading of the evidence table, where there is one.
    pub evidence_heading: Option<Heading>,
    /// Documents.
    pub evidence: Vec<Document>,
    /// Closing, name, post, business, store, merchant token, e-mail: a line each. Of a message
    /// closing and store, or nothing.
    pub signature: Vec<Both<Vec<Inline>>>,
    /// Lines of the reviewer's page.
    pub claims: Vec<Claim>,
    /// What is missing.
    pub gaps: Vec<Gap>,
}

impl Letter {
    /// Reports whether nothing is missing.
    pub fn is_complete(&self) -> bool {
        self.gaps.is_empty()
    }

    /// Returns a part, where the letter has it.
    pub fn section(&self, part: Part) -> Option<&Section> {
        self.sections.iter().find(|section| section.part == part)
    }
}
