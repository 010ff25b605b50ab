//! A raw case to a case; every problem is collected.

mod entries;
mod invoices;

use chrono::NaiveDate;
use indexmap::IndexMap;

use crate::case::raw::{RawCase, RawSuppression};
use crate::case::{Buyer, Case, Notice, Seller, Suppression};
use crate::catalogue::{AppealId, AppealType, Catalogue, Fact, FactSource};
use crate::contacts::Contacts;
use crate::diagnostic::{Diagnostic, KeyPath, nearest};
use crate::fact::{FactType, RawWords, Value, Words, parse};
use crate::lang::{EN, Lang, ZH};
use crate::message::Message;
use crate::msg;
use crate::source::{SourceFile, Text};

pub(super) fn validate(
    file: &SourceFile,
    raw: &RawCase,
    catalogue: &Catalogue,
    contacts: &Contacts,
    today: NaiveDate,
) -> Result<Case, Vec<Diagnostic>> {
    let mut reader = Reader {
        file,
        catalogue,
        found: Vec::new(),
    };
    let case = reader.case(raw, contacts, today);
    if reader.found.is_empty() {
        Ok(case)
    } else {
        Err(reader.found)
    }
}

struct Reader<'a> {
    file: &'a SourceFile,
    catalogue: &'a Catalogue,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn fault(&mut self, path: KeyPath, message: Message) {
        self.found
            .push(Diagnostic::error(&self.file.path, path, message));
    }

    fn fault_near<'k>(
        &mut self,
        path: KeyPath,
        message: Message,
        wrong: &str,
        known: impl Iterator<Item = &'k str>,
    ) {
        let known: Vec<&str> = known.collect();
        let help = match nearest(wrong, known.iter().copied()) {
            Some(near) => Some(msg!("did-you-mean", name = near)),
            None if known.len() <= 40 && !known.is_empty() => {
                Some(msg!("known-are", names = known.join(", ")))
            }
            None => None,
        };
        self.found
            .push(Diagnostic::error(&self.file.path, path, message).maybe_help(help));
    }

    fn case(&mut self, raw: &RawCase, contacts: &Contacts, today: NaiveDate) -> Case {
        let root = KeyPath::root();
        let mut case = Case {
            interface_language: raw.interface_language,
            letter_language: self.language(&root.key("letter-language"), raw.letter_language, EN),
            reading_language: self.language(
                &root.key("reading-language"),
                raw.reading_language,
                ZH,
            ),
            suppressions: raw.suppress.iter().map(suppression).collect(),
            skipped: raw.skipped.iter().map(|id| id.0.clone()).collect(),
            ..Case::default()
        };
        if case.letter_language == case.reading_language {
            self.fault(root.key("reading-language"), msg!("same-languages"));
        }
        case.appeal = self.appeal(raw.appeal.as_ref());
        self.speaks(&case);
        case.marketplace = self.marketplace(raw.marketplace.as_ref(), contacts);
        case.branch = self.branch(raw.branch.as_ref(), &case);
        case.date = self.date(&root.key("date"), raw.date.as_ref());
        let day = case.date.unwrap_or(today);
        case.seller = self.seller(raw);
        case.notice = self.notice(raw, day);
        case.buyer = self.buyer(raw, day);
        let appeal_type = case.appeal_type(self.catalogue);
        case.facts = self.facts(raw, appeal_type);
        self.entries(raw, appeal_type, day, &mut case);
        case
    }

    fn language(&mut self, path: &KeyPath, lang: Option<Lang>, default: Lang) -> Lang {
        match lang {
            None => default,
            Some(lang) if self.catalogue.languages.contains_key(&lang) => lang,
            Some(lang) => {
                let known: Vec<&str> = self.catalogue.languages.keys().map(Lang::as_str).collect();
                let message = msg!("no-letters-in", lang = lang.as_str());
                let error = Diagnostic::error(&self.file.path, path.clone(), message);
                self.found
                    .push(error.help(msg!("known-are", names = known.join(", "))));
                default
            }
        }
    }

    fn appeal(&mut self, raw: Option<&Text>) -> Option<AppealId> {
        let name = &raw?.0;
        let path = KeyPath::root().key("appeal");
        match AppealId::parse(name) {
            Some(id) if self.catalogue.types.contains_key(&id) => Some(id),
            _ => {
                let ids: Vec<String> = self
                    .catalogue
                    .types
                    .keys()
                    .map(ToString::to_string)
                    .collect();
                let message = msg!("unknown-appeal", name = name);
                self.fault_near(path, message, name, ids.iter().map(String::as_str));
                None
            }
        }
    }

    /// The type has texts in both languages, and there is a letter of it at all.
    fn speaks(&mut self, case: &Case) {
        let Some(appeal_type) = case.whole_type(self.catalogue) else {
            return;
        };
        let root = KeyPath::root();
        if let Some(refusal) = &appeal_type.refusal {
            let message = msg!("refused-message", why = &refusal.why);
            let error = Diagnostic::error(&self.file.path, root.key("appeal"), message);
            let help = msg!("refused-instead", instead = &refusal.instead);
            self.found.push(error.help(help));
            return;
        }
        for (key, lang) in [
            ("letter-language", case.letter_language),
            ("reading-language", case.reading_language),
        ] {
            if !appeal_type.languages().any(|known| known == lang) {
                let known: Vec<String> = appeal_type.languages().map(|l| l.to_string()).collect();
                let message = msg!("type-not-in", lang = lang.as_str());
                let error = Diagnostic::error(&self.file.path, root.key(key), message);
                self.found
                    .push(error.help(msg!("known-are", names = known.join(", "))));
            }
        }
    }

    fn marketplace(&mut self, raw: Option<&Text>, contacts: &Contacts) -> Option<String> {
        let name = &raw?.0;
        if let Ok(marketplace) = contacts.find(name) {
            return Some(marketplace.id.clone());
        }
        let known = contacts.marketplaces.iter().map(|m| m.id.as_str());
        let message = msg!("unknown-store", name = name);
        self.fault_near(KeyPath::root().key("marketplace"), message, name, known);
        None
    }

    /// One of the type's situations.
    fn branch(&mut self, raw: Option<&Text>, case: &Case) -> Option<String> {
        let id = &raw?.0;
        let path = KeyPath::root().key("branch");
        let whole = case.whole_type(self.catalogue)?;
        let Some(branches) = &whole.branches else {
            self.fault(path, msg!("no-branches"));
            return None;
        };
        if !branches.options.contains_key(id) {
            let known = branches.options.keys().map(String::as_str);
            self.fault_near(path, msg!("unknown-branch", id = id), id, known);
            return None;
        }
        Some(id.clone())
    }

    fn seller(&mut self, raw: &RawCase) -> Seller {
        let path = KeyPath::root().key("seller");
        let seller = &raw.seller;
        Seller {
            store: self.words(&path.key("store"), seller.store.as_ref()),
            legal_name: self.words(&path.key("legal-name"), seller.legal_name.as_ref()),
            merchant_token: self.code(&path.key("merchant-token"), seller.merchant_token.as_ref()),
            email: seller.email.as_ref().and_then(|email| {
                let raw = RawWords::One(email.0.clone());
                match self.value(&path.key("email"), FactType::Email, &raw) {
                    Some(Value::Words(words)) => words.all,
                    _ => None,
                }
            }),
            signatory: self.words(&path.key("signatory"), seller.signatory.as_ref()),
            position: self.term(
                &path.key("position"),
                FactType::Role,
                seller.position.as_ref(),
            ),
        }
    }

    fn notice(&mut self, raw: &RawCase, day: NaiveDate) -> Notice {
        let path = KeyPath::root().key("notice");
        let date = self.date(&path.key("date"), raw.notice.date.as_ref());
        if date.is_some_and(|date| date > day) {
            let message = msg!("notice-after-letter", day = day.to_string());
            self.fault(path.key("date"), message);
        }
        let mut list = |key: &str, kind, raw: Option<&RawWords>| match self.value(
            &path.key(key),
            kind,
            raw?,
        ) {
            Some(Value::Codes(codes)) => Some(codes),
            _ => None,
        };
        let asins = list("asins", FactType::Asins, raw.notice.asins.as_ref());
        let orders = list("orders", FactType::Orders, raw.notice.orders.as_ref());
        let case_id = self.code(&path.key("case-id"), raw.notice.case_id.as_ref());
        Notice {
            date,
            case_id,
            asins,
            orders,
            named: raw.notice.named.clone(),
        }
    }

    fn buyer(&mut self, raw: &RawCase, day: NaiveDate) -> Buyer {
        let path = KeyPath::root().key("buyer");
        let date = self.date(&path.key("date"), raw.buyer.date.as_ref());
        if date.is_some_and(|date| date > day) {
            let message = msg!("message-after-answer", day = day.to_string());
            self.fault(path.key("date"), message);
        }
        let time = raw.buyer.time.as_ref().and_then(|time| {
            let raw = RawWords::One(time.0.clone());
            match self.value(&path.key("time"), FactType::Time, &raw) {
                Some(Value::Time(time)) => Some(time),
                _ => None,
            }
        });
        Buyer {
            name: self.words(&path.key("name"), raw.buyer.name.as_ref()),
            date,
            time,
        }
    }

    fn facts(
        &mut self,
        raw: &RawCase,
        appeal_type: Option<&AppealType>,
    ) -> IndexMap<String, Value> {
        let root = KeyPath::root().key("facts");
        let mut facts = IndexMap::new();
        // Without a type the kinds are unknown; the unknown type is reported already.
        let Some(appeal_type) = appeal_type else {
            return facts;
        };
        for (id, raw) in &raw.facts.0 {
            let path = root.key(id);
            let Some(fact) = appeal_type.facts.get(id) else {
                let message = msg!("unknown-fact", id = id);
                self.fault_near(
                    path,
                    message,
                    id,
                    appeal_type.facts.keys().map(String::as_str),
                );
                continue;
            };
            if let FactSource::Invoices(_) = fact.source {
                let error = Diagnostic::error(&self.file.path, path, msg!("figure-given", id = id));
                self.found.push(error.help(msg!("figure-given-help")));
                continue;
            }
            if let Some(value) = self.fact(&path, fact, raw) {
                facts.insert(id.clone(), value);
            }
        }
        facts
    }

    fn fact(&mut self, path: &KeyPath, fact: &Fact, raw: &RawWords) -> Option<Value> {
        match fact.kind {
            FactType::Role | FactType::Rhythm => self.term(path, fact.kind, Some(raw)),
            kind => {
                let value = self.value(path, kind, raw)?;
                if let Value::Option(id) = &value
                    && !fact.options.contains_key(id)
                {
                    let message = msg!("unknown-option", id = id);
                    self.fault_near(
                        path.clone(),
                        message,
                        id,
                        fact.options.keys().map(String::as_str),
                    );
                    return None;
                }
                Some(value)
            }
        }
    }

    fn past(&mut self, path: &KeyPath, raw: Option<&Text>, day: NaiveDate) -> Option<NaiveDate> {
        let date = self.date(path, raw)?;
        if date > day {
            let message = msg!(
                "after-letter",
                date = date.to_string(),
                day = day.to_string()
            );
            let error = Diagnostic::error(&self.file.path, path.clone(), message);
            self.found.push(error.help(msg!("after-letter-help")));
            return None;
        }
        Some(date)
    }

    fn date(&mut self, path: &KeyPath, raw: Option<&Text>) -> Option<NaiveDate> {
        let raw = RawWords::One(raw?.0.clone());
        match self.value(path, FactType::Date, &raw) {
            Some(Value::Date(date)) => Some(date),
            _ => None,
        }
    }

    fn code(&mut self, path: &KeyPath, raw: Option<&RawWords>) -> Option<String> {
        match self.value(path, FactType::Codes, raw?) {
            Some(Value::Codes(codes)) if codes.len() == 1 => codes.into_iter().next(),
            Some(_) => {
                self.fault(path.clone(), msg!("expected-one-value"));
                None
            }
            None => None,
        }
    }

    fn words(&mut self, path: &KeyPath, raw: Option<&RawWords>) -> Option<Words> {
        match self.value(path, FactType::Name, raw?) {
            Some(Value::Words(words)) => Some(words),
            _ => None,
        }
    }

    /// Own words, one text a language; they may have several lines.
    fn own(&mut self, path: &KeyPath, raw: Option<&RawWords>) -> Option<Words> {
        match self.value(path, FactType::Text, raw?) {
            Some(Value::Words(words)) => Some(words),
            _ => None,
        }
    }

    /// A role or a rhythm: one of the catalogue's, or own words in each language.
    fn term(&mut self, path: &KeyPath, kind: FactType, raw: Option<&RawWords>) -> Option<Value> {
        let value = self.value(path, kind, raw?)?;
        if let Value::Option(id) = &value {
            let english = self.catalogue.languages.get(&EN)?;
            let known = if kind == FactType::Role {
                &english.roles
            } else {
                &english.rhythms
            };
            if !known.contains_key(id) {
                let message = msg!("unknown-term", id = id);
                self.fault_near(path.clone(), message, id, known.keys().map(String::as_str));
                return None;
            }
        }
        Some(value)
    }

    fn file_name(&mut self, path: &KeyPath, name: &str) -> Option<String> {
        if name.chars().count() > 255 || name.contains('\n') {
            self.fault(path.clone(), msg!("expected-file-name"));
            return None;
        }
        Some(name.to_owned())
    }

    fn value(&mut self, path: &KeyPath, kind: FactType, raw: &RawWords) -> Option<Value> {
        match parse(kind, raw) {
            Ok(value) => Some(value),
            Err(message) => {
                self.fault(path.clone(), message);
                None
            }
        }
    }
}

fn suppression(raw: &RawSuppression) -> Suppression {
    Suppression {
        rule: raw.rule.0.clone(),
        at: raw.at.0.clone(),
        reason: raw.reason.0.clone(),
    }
}
