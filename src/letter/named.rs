//! ASINs and orders the notice names, in a letter whose sentences have no place for them.
//!
//! A letter on a rate answers for the rate; where the notice names products or orders beside it, a
//! reviewer looks whether they were read. Where the letter has a list of them, nothing is added: what
//! is missing from the list is a fault of the letter, which `check` finds.

use crate::catalogue::Form;
use crate::diagnostic::KeyPath;
use crate::fact::FactType;
use crate::lang::Lang;
use crate::letter::assemble::Work;
use crate::letter::inline::Inline;
use crate::letter::{Block, Both, Origin, Part, Section, plain};
use crate::source::Text;

impl Work<'_> {
    /// Returns a paragraph for the ASINs and one for the orders that nothing else names.
    pub(super) fn named(&self, languages: &Both<Lang>, sections: &[Section]) -> Vec<Block> {
        // A message beside an appeal need not name all the notice names.
        if self.appeal_type.form == Form::Message {
            return Vec::new();
        }
        let notice = &self.case.notice;
        let kinds = [
            (FactType::Asins, "asins", "notice-asins", &notice.asins),
            (FactType::Orders, "orders", "notice-orders", &notice.orders),
        ];
        let texts: Vec<String> = sections
            .iter()
            .flat_map(|section| &section.blocks)
            .map(|block| plain(&block.text.letter))
            .collect();
        let lists = |kind: FactType, built_in: &str| {
            // What an action was done for is no list of what the letter is about.
            let plan = [Part::RootCauses, Part::Actions, Part::Measures];
            let told = sections.iter().filter(|s| !plan.contains(&s.part));
            let blocks = told.flat_map(|section| &section.blocks);
            blocks.flat_map(|block| &block.origin.facts).any(|id| {
                let fact = self.appeal_type.facts.get(id);
                id == built_in || fact.is_some_and(|fact| fact.kind == kind)
            })
        };
        let paragraph = |(kind, key, fact, list): (FactType, &str, &str, &Option<Vec<String>>)| {
            let open: Vec<&str> = list
                .iter()
                .flatten()
                .map(String::as_str)
                .filter(|id| !texts.iter().any(|text| text.contains(id)))
                .collect();
            if open.is_empty() || lists(kind, fact) {
                return None;
            }
            self.note_facts(&[fact.to_owned()]);
            let text = |lang: Lang| {
                let words = &self.catalogue.language(lang).letter;
                let forms = match kind {
                    FactType::Orders => &words.named_orders,
                    _ => &words.named_asins,
                };
                self.listed(lang, forms, fact, &open)
            };
            Some(Block {
                label: None,
                text: Both::of(languages, text),
                origin: Origin {
                    path: KeyPath::root().key("notice").key(key),
                    own: false,
                    facts: vec![fact.to_owned()],
                    proof: Vec::new(),
                    date: None,
                },
            })
        };
        kinds.into_iter().filter_map(paragraph).collect()
    }

    /// Puts a list into the form that fits its length.
    fn listed(&self, lang: Lang, forms: &[Text], fact: &str, list: &[&str]) -> Vec<Inline> {
        let language = self.catalogue.language(lang);
        let form = language.form(forms, list.len());
        let (before, behind) = form.split_once("{{list}}").unwrap_or((form, ""));
        vec![
            Inline::Text(before.to_owned()),
            Inline::Fact {
                id: fact.to_owned(),
                text: language.formats.list(list.iter().copied()),
            },
            Inline::Text(behind.to_owned()),
        ]
    }
}
