//! The words of a letter: facts in a language, sentences filled with them, and
//! what stands where one is missing.

use fixed_decimal::Decimal;

use crate::case::Figured;
use crate::catalogue::{CLOSE, FactSource, Language, MIDDLE, OPEN, Sentence, Values};
use crate::diagnostic::KeyPath;
use crate::fact::{FactType, Value, Words};
use crate::lang::{Lang, Texts};
use crate::letter::assemble::Work;
use crate::letter::inline::{self, GAP, Inline};
use crate::letter::{Both, Gap};

impl<'a> Work<'a> {
    /// Both texts of something that is put together per language.
    pub(super) fn both(&self, make: impl Fn(Lang) -> String) -> Both<Vec<Inline>> {
        Both {
            letter: self.parse(self.sides.letter.lang, &make(self.sides.letter.lang)),
            reading: self.parse(self.sides.reading.lang, &make(self.sides.reading.lang)),
        }
    }

    pub(super) fn parse(&self, lang: Lang, filled: &str) -> Vec<Inline> {
        let language = self.language(lang);
        let missing = &language.letter.draft.missing.0;
        let mut inlines = inline::parse(filled, |what| missing.replace("{{what}}", what));
        if language.formats.cjk() {
            inline::close_up(&mut inlines);
        }
        inlines
    }

    pub(super) fn language(&self, lang: Lang) -> &'a Language {
        self.catalogue.language(lang)
    }

    /// The value of what every letter has, in a language.
    pub(super) fn built_in(&self, lang: Lang, name: &str) -> Option<String> {
        let language = self.language(lang);
        let words = |words: &Option<Words>| {
            words
                .as_ref()?
                .get(lang, language.formats.cjk())
                .map(str::to_owned)
        };
        let list = |codes: &Option<Vec<String>>| {
            let codes = codes.as_ref().filter(|codes| !codes.is_empty())?;
            Some(language.formats.list(codes.iter().map(String::as_str)))
        };
        let (seller, notice) = (&self.case.seller, &self.case.notice);
        match name {
            "store" => words(&seller.store),
            "legal-name" => words(&seller.legal_name),
            "signatory" => words(&seller.signatory),
            "merchant-token" => seller.merchant_token.clone(),
            "email" => seller.email.clone(),
            "position" => self.term(lang, FactType::Role, seller.position.as_ref()),
            "marketplace" => Some(self.marketplace.name.get(lang).to_owned()),
            "buyer" => {
                let address = &language.letter.buyer;
                let name = words(&self.case.buyer.name);
                Some(name.map_or_else(
                    || address.unnamed.0.clone(),
                    |name| address.named.0.replace("{{value}}", &name),
                ))
            }
            "notice-date" => notice.date.map(|date| language.formats.date(date)),
            "case-id" => notice.case_id.clone(),
            "notice-asins" => list(&notice.asins),
            "notice-orders" => list(&notice.orders),
            "target" => self
                .appeal_type
                .target
                .as_ref()
                .map(|metric| language.formats.percent(metric.target.percent())),
            _ => None,
        }
    }

    /// The words of a role or a rhythm, the catalogue's or the seller's own.
    pub(super) fn term(&self, lang: Lang, kind: FactType, value: Option<&Value>) -> Option<String> {
        let language = self.language(lang);
        match value? {
            Value::Option(id) if kind == FactType::Role => language.roles.get(id).cloned(),
            Value::Option(id) => language.rhythms.get(id).cloned(),
            other => other.write(lang, &language.formats),
        }
    }

    /// A fact in a language.
    pub(super) fn fact(&self, lang: Lang, id: &str) -> Option<String> {
        let Some(fact) = self.appeal_type.facts.get(id) else {
            return self.built_in(lang, id);
        };
        if let FactSource::Invoices(figure) = fact.source {
            return self.figure(lang, figure);
        }
        let value = self.case.facts.get(id)?;
        match (fact.kind, value) {
            (FactType::Role | FactType::Rhythm, value) => self.term(lang, fact.kind, Some(value)),
            (FactType::Choice, Value::Option(option)) => fact
                .options
                .get(option)
                .map(|texts| texts.get(lang).to_owned()),
            (_, Value::Codes(codes)) if codes.is_empty() => None,
            (_, value) => value.write(lang, &self.language(lang).formats),
        }
    }

    /// The number plural forms of a fact go by.
    fn number(&self, id: &str) -> Option<Decimal> {
        match self.appeal_type.facts.get(id)?.source {
            FactSource::Asked { .. } => self.case.facts.get(id)?.number(),
            FactSource::Invoices(figure) => match self.case.figure(figure) {
                Figured::Value(value) => value.number(),
                _ => None,
            },
        }
    }

    /// The short name of a fact in a language.
    pub(super) fn label(&self, lang: Lang, id: &str) -> String {
        match self.appeal_type.facts.get(id) {
            Some(fact) => fact.label.get(lang).to_owned(),
            None => self
                .language(lang)
                .labels
                .get(id)
                .cloned()
                .unwrap_or_else(|| id.to_owned()),
        }
    }

    /// The values of the facts the letter names; those the case does not have are gaps.
    pub(super) fn values(&self, lang: Lang) -> Values {
        let mut values = Values::default();
        let names = crate::catalogue::BUILT_IN.into_iter();
        for name in names.chain(["buyer"]) {
            let number = match name {
                "notice-asins" => self.case.notice.asins.as_ref().map(Vec::len),
                "notice-orders" => self.case.notice.orders.as_ref().map(Vec::len),
                _ => None,
            };
            let words = self
                .built_in(lang, name)
                .unwrap_or_else(|| self.open(lang, name));
            values.set(name, &words, Some(number.unwrap_or(0).to_string()));
        }
        for id in self.case.named_facts(self.appeal_type) {
            let words = self.fact(lang, id).unwrap_or_else(|| self.open(lang, id));
            let number = self.number(id);
            let number = number.map_or_else(|| "0".to_owned(), |number| number.to_string());
            values.set(id, &words, Some(number));
        }
        values
    }

    /// What stands in place of a fact that is missing.
    pub(super) fn open(&self, lang: Lang, id: &str) -> String {
        format!("{GAP}{}", self.label(lang, id))
    }

    /// A gap that is the whole of a text.
    pub(super) fn gap(&self, lang: Lang, id: &str) -> String {
        Self::gap_called(&self.label(lang, id))
    }

    pub(super) fn gap_called(what: &str) -> String {
        format!("{OPEN}{MIDDLE}{GAP}{what}{CLOSE}")
    }

    /// Notes that something is missing: a label, of an entry or of the letter.
    pub(super) fn note(&self, path: KeyPath, label: &str, of: Option<&Texts>) {
        let mut what = Texts::default();
        for (lang, language) in &self.catalogue.languages {
            let label = match self.appeal_type.facts.get(label) {
                Some(fact) => fact.label.get(*lang),
                None => language.labels.get(label).map_or(label, String::as_str),
            };
            let text = match of {
                Some(of) => format!("{label} ({})", of.get(*lang)),
                None => label.to_owned(),
            };
            what.0.insert(*lang, text);
        }
        let mut gaps = self.gaps.borrow_mut();
        if !gaps.iter().any(|gap| gap.path == path) {
            gaps.push(Gap { path, what });
        }
    }

    /// Notes the facts of a sentence that are missing in one of the languages.
    pub(super) fn note_facts(&self, variables: &[String]) {
        for id in variables {
            let missing = [self.sides.letter, self.sides.reading]
                .into_iter()
                .any(|side| self.fact(side.lang, id).is_none());
            if !missing || ["done-on", "since", "owner", "rhythm"].contains(&id.as_str()) {
                continue;
            }
            match self.appeal_type.facts.get(id).map(|fact| &fact.source) {
                Some(FactSource::Invoices(figure)) => self.note_figure(id, *figure),
                _ => self.note(place(id), id, None),
            }
        }
    }

    pub(super) fn fill(&self, sentence: &Sentence, values: &Both<Values>) -> Both<Vec<Inline>> {
        let fill = |lang: Lang, values: &Values| {
            let sentences = self.appeal_type.sentences.get(&lang);
            let filled = sentences.and_then(|s| s.fill(&sentence.name, values).ok());
            // Every variable of a loaded sentence is among the values, so this does not happen;
            // should it, the sentence is shown as a gap and not left out.
            let filled = filled.unwrap_or_else(|| Self::gap_called(&sentence.name));
            self.parse(lang, &filled)
        };
        Both {
            letter: fill(self.sides.letter.lang, &values.letter),
            reading: fill(self.sides.reading.lang, &values.reading),
        }
    }
}

/// Where an answer stands in the case file.
fn place(id: &str) -> KeyPath {
    let root = KeyPath::root();
    match id {
        "store" | "legal-name" => root.key("seller").key(id),
        "notice-date" => root.key("notice").key("date"),
        "case-id" => root.key("notice").key("case-id"),
        "notice-asins" => root.key("notice").key("asins"),
        "notice-orders" => root.key("notice").key("orders"),
        _ => root.key("facts").key(id),
    }
}
