//! What a rule on a case knows.

use chrono::NaiveDate;

use crate::case::{Case, Invoice};
use crate::catalogue::{AppealType, Fact};
use crate::contacts::Marketplace;
use crate::fact::Figure;
use crate::letter::{Block, Inline, Letter};

/// A case with the letter it makes.
#[derive(Debug)]
pub struct Subject<'s> {
    /// The case.
    pub case: &'s Case,
    /// Its appeal type.
    pub appeal_type: &'s AppealType,
    /// Its store.
    pub marketplace: &'s Marketplace,
    /// The letter it makes.
    pub letter: &'s Letter,
    /// The day it is checked.
    pub today: NaiveDate,
}

impl Subject<'_> {
    /// Returns the paragraphs and entries of the letter that name something: an ASIN, a mailbox.
    pub fn blocks_naming<'b>(&'b self, id: &'b str) -> impl Iterator<Item = &'b Block> {
        let names = move |run: &Inline| match run {
            Inline::Text(text) | Inline::Fact { text, .. } => text.contains(id),
            Inline::Gap(_) => false,
        };
        let blocks = self.letter.sections.iter().flat_map(|s| &s.blocks);
        blocks.filter(move |block| block.text.letter.iter().any(names))
    }

    /// Returns the purchase invoices the letter lists.
    pub fn invoices(&self) -> &[Invoice] {
        if self.appeal_type.invoices {
            &self.case.invoices
        } else {
            &[]
        }
    }

    /// Reports whether the letter says for which ASINs there is no invoice.
    pub fn says_uncovered(&self) -> bool {
        let blocks = self.letter.sections.iter().flat_map(|s| &s.blocks);
        let mut facts = blocks.flat_map(|block| &block.origin.facts);
        facts.any(|id| {
            let fact = self.appeal_type.facts.get(id);
            fact.and_then(Fact::figure) == Some(Figure::UncoveredAsins)
        })
    }

    /// Reports whether the letter names an ASIN or an order.
    pub fn letter_names(&self, id: &str) -> bool {
        self.blocks_naming(id).next().is_some()
    }
}
