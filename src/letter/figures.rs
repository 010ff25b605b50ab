//! Facts that are worked out from the purchase invoices.

use indexmap::IndexSet;

use crate::case::Figured;
use crate::catalogue::FactSource;
use crate::diagnostic::KeyPath;
use crate::fact::Figure;
use crate::lang::{Lang, Texts};
use crate::letter::assemble::Work;

impl Work<'_> {
    /// What the invoices come to, in a language.
    pub(super) fn figure(&self, lang: Lang, figure: Figure) -> Option<String> {
        let formats = &self.language(lang).formats;
        match self.case.figure(figure) {
            Figured::Value(value) => value.write(lang, formats),
            Figured::Names(names) => {
                let names: Option<IndexSet<&str>> = names
                    .into_iter()
                    .map(|name| name.get(lang, formats.cjk()))
                    .collect();
                Some(formats.list(names?))
            }
            Figured::Nothing | Figured::Open => None,
        }
    }

    /// Reports whether a paragraph that names a fact is left out: nothing is given for one that need
    /// not be given, or the invoices say nothing of it.
    pub(super) fn left_open(&self, id: &str) -> bool {
        let Some(fact) = self.appeal_type.facts.get(id) else {
            return false;
        };
        match fact.source {
            FactSource::Asked { .. } => {
                fact.optional && self.fact(self.sides.letter.lang, id).is_none()
            }
            FactSource::Invoices(figure) => self.case.figure(figure) == Figured::Nothing,
        }
    }

    /// Notes what a figure is not worked out for. What a line of the invoices lacks is noted where
    /// their table is made.
    pub(super) fn note_figure(&self, id: &str, figure: Figure) {
        match (figure, self.case.figure(figure)) {
            (Figure::Sold, Figured::Open) => {
                let goods = self.case.goods().into_iter();
                let open = |asin: &&str| {
                    self.case
                        .sold
                        .get(*asin)
                        .is_none_or(|s| s.quantity.is_none())
                };
                for asin in goods.filter(open) {
                    self.note_sold(asin);
                }
            }
            (_, Figured::Nothing) => self.note(KeyPath::root().key("invoices"), id, None),
            _ => {}
        }
    }

    /// Notes that it is not known how many units of an ASIN were sold.
    fn note_sold(&self, asin: &str) {
        let languages = self.catalogue.languages.keys();
        let of = Texts(languages.map(|lang| (*lang, asin.to_owned())).collect());
        let path = KeyPath::root().key("sold").key(asin).key("quantity");
        self.note(path, "sold-quantity", Some(&of));
    }
}
