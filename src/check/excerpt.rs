//! Stretches of a text, each looked at by itself: what stands in brackets, words in capitals,
//! the address of a site.

use std::cell::OnceCell;
use std::ops::Range;

use super::document::{Document, Given, Role, Section};
use super::hits::Hits;
use super::lexicon::Lexicon;

/// Cuts stretches of the original text out, in order.
pub(super) fn cut<'t>(
    document: &Document<'t>,
    stretches: impl IntoIterator<Item = Range<usize>>,
) -> Document<'t> {
    let given: Vec<Given> = stretches
        .into_iter()
        .map(|source| Given {
            source,
            role: Role::Prose,
            section: Section::Opening,
            item: false,
        })
        .collect();
    Document::of(document.text(), document.lang, document.kind, &given)
}

/// Stretches of a text and which marks of the language are in each.
#[derive(Debug)]
pub(super) struct Excerpts<'e> {
    document: &'e Document<'e>,
    lexicon: &'e Lexicon,
    /// Read when somebody asks.
    hits: OnceCell<Hits<'e>>,
}

impl<'e> Excerpts<'e> {
    /// Reads stretches that were cut out.
    pub(super) fn of(document: &'e Document<'e>, lexicon: &'e Lexicon) -> Self {
        Self {
            document,
            lexicon,
            hits: OnceCell::new(),
        }
    }

    /// Reports whether a stretch has a mark; `name` with its prefix: `mark:note`.
    pub(super) fn has(&self, name: &str, at: usize) -> bool {
        let read = || Hits::new(self.document, self.lexicon);
        let hits = self.hits.get_or_init(read);
        let mut sentences = self.document.paragraphs[at].sentences.clone();
        sentences.any(|sentence| hits.in_sentence(name, sentence))
    }

    /// Returns a stretch in folded text.
    pub(super) fn flat(&self, at: usize) -> &str {
        &self.document.flat()[self.document.paragraphs[at].span.clone()]
    }
}
