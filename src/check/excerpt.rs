//! Stretches of a text, each looked at by itself: what stands in brackets, words in capitals,
//! the address of a site.

use std::ops::Range;

use super::document::{Document, Given, Role, Section};
use super::lexicon::{Hits, Lexicon};

/// Stretches of a text and which marks of the language are in each.
#[derive(Debug)]
pub(super) struct Excerpts<'t> {
    document: Document<'t>,
    hits: Hits,
}

impl<'t> Excerpts<'t> {
    /// Takes stretches of the original text, in order.
    pub(super) fn of(
        document: &Document<'t>,
        lexicon: &Lexicon,
        stretches: impl IntoIterator<Item = Range<usize>>,
    ) -> Self {
        let given: Vec<Given> = stretches
            .into_iter()
            .map(|source| Given {
                source,
                role: Role::Prose,
                section: Section::Opening,
                item: false,
            })
            .collect();
        let excerpts = Document::of(document.text(), document.lang, document.kind, &given);
        let hits = if given.is_empty() {
            Hits::default()
        } else {
            lexicon.find(&excerpts)
        };
        Self {
            document: excerpts,
            hits,
        }
    }

    /// Reports whether a stretch has a mark; `name` with its prefix: `mark:note`.
    pub(super) fn has(&self, name: &str, at: usize) -> bool {
        let mut sentences = self.document.paragraphs[at].sentences.clone();
        sentences.any(|sentence| self.hits.in_sentence(name, sentence))
    }

    /// Returns a stretch in folded text.
    pub(super) fn flat(&self, at: usize) -> &str {
        &self.document.flat()[self.document.paragraphs[at].span.clone()]
    }
}
