//! What typed text does to a case: own words, names, files and values.

use chrono::NaiveDate;

use super::{entry, statement};
use crate::case::Case;
use crate::catalogue::AppealType;
use crate::fact::{FactType, RawWords, Value, Words, parse};
use crate::interview::{Interview, invoices};
use crate::lang::{Lang, is_cjk};
use crate::message::Message;
use crate::msg;

pub(super) fn words(
    case: &mut Case,
    parts: &[&str],
    lang: Lang,
    text: &str,
    cjk: bool,
) -> Result<(), Message> {
    let raw = RawWords::By([(lang.to_string(), text.to_owned())].into());
    parse(FactType::Text, &raw)?;
    if !cjk && text.chars().any(is_cjk) {
        return Err(msg!("expected-latin", lang = lang.as_str()));
    }
    let case_languages = (case.letter_language, case.reading_language);
    let words = match parts {
        ["seller", key, _] => {
            let seller = &mut case.seller;
            match *key {
                "store" => seller.store.get_or_insert_default(),
                "legal-name" => seller.legal_name.get_or_insert_default(),
                "signatory" => seller.signatory.get_or_insert_default(),
                _ => in_value(
                    seller
                        .position
                        .get_or_insert(Value::Words(Words::default())),
                ),
            }
        }
        ["buyer", "name", _] => case.buyer.name.get_or_insert_default(),
        ["facts", fact, _] => {
            let none = || Value::Words(Words::default());
            in_value(case.facts.entry((*fact).to_owned()).or_insert_with(none))
        }
        [step, "supplier", _] if invoices::place(step).is_some() => {
            let invoice = invoices::find(case, step).ok_or_else(|| msg!("expected-choice"))?;
            invoice.supplier.get_or_insert_default()
        }
        ["statements", id, "own", _] => statement(case, id)?.own.get_or_insert_default(),
        ["root-causes", id, "own", _] => case
            .causes
            .entry((*id).to_owned())
            .or_default()
            .own
            .get_or_insert_default(),
        ["actions", id, "own", _] => entry(&mut case.actions, id).own.get_or_insert_default(),
        ["measures", id, "own", _] => entry(&mut case.measures, id).own.get_or_insert_default(),
        ["measures", id, key, _] => {
            let measure = entry(&mut case.measures, id);
            let value = if *key == "owner" {
                &mut measure.owner
            } else {
                &mut measure.rhythm
            };
            in_value(value.get_or_insert(Value::Words(Words::default())))
        }
        ["evidence", id, "title", _] => entry(&mut case.evidence, id).title.get_or_insert_default(),
        ["evidence", id, _, _] => entry(&mut case.evidence, id).shows.get_or_insert_default(),
        _ => return Err(msg!("expected-choice")),
    };
    // A name that was the same everywhere is from now on that of the other language.
    if let Some(all) = words.all.take() {
        let other = if lang == case_languages.0 {
            case_languages.1
        } else {
            case_languages.0
        };
        words.set(other, all);
    }
    words.set(lang, text);
    Ok(())
}

fn in_value(value: &mut Value) -> &mut Words {
    if !matches!(value, Value::Words(_)) {
        *value = Value::Words(Words::default());
    }
    match value {
        Value::Words(words) => words,
        _ => unreachable!("set to words above"),
    }
}

pub(super) fn name(case: &mut Case, parts: &[&str], text: &str) -> Result<(), Message> {
    parse(FactType::Name, &RawWords::One(text.to_owned()))?;
    let keep = |words: &mut Option<Words>| rename(words.get_or_insert_default(), text);
    match parts {
        ["seller", "store"] => keep(&mut case.seller.store),
        ["seller", "legal-name"] => keep(&mut case.seller.legal_name),
        ["seller", "signatory"] => keep(&mut case.seller.signatory),
        ["buyer", "name"] => keep(&mut case.buyer.name),
        [step, "supplier"] if invoices::place(step).is_some() => {
            let invoice = invoices::find(case, step).ok_or_else(|| msg!("expected-choice"))?;
            keep(&mut invoice.supplier);
        }
        ["facts", fact] => {
            let none = || Value::Words(Words::default());
            in_value(case.facts.entry((*fact).to_owned()).or_insert_with(none)).all =
                Some(text.to_owned());
        }
        _ => return Err(msg!("expected-choice")),
    }
    Ok(())
}

/// Another name has to be written in the letter's script anew; the same name keeps what is there.
fn rename(words: &mut Words, text: &str) {
    let same = words.all.as_deref() == Some(text) || words.by.values().any(|known| known == text);
    if !same {
        *words = Words::same(text);
    }
}

pub(super) fn file(
    interview: &Interview<'_>,
    case: &mut Case,
    parts: &[&str],
    text: &str,
) -> Result<(), Message> {
    let ["evidence", id, "file"] = parts else {
        return Err(msg!("expected-choice"));
    };
    // A path dragged into the terminal arrives in quotes; only the name stands in the letter.
    let name = text
        .trim_matches(['"', '\''])
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .trim();
    if name.is_empty() || name.chars().count() > 255 {
        return Err(msg!("expected-file-name"));
    }
    if !cjk(interview, case.letter_language) && name.chars().any(is_cjk) {
        return Err(msg!("expected-latin-file", name = name));
    }
    entry(&mut case.evidence, id).file = Some(name.to_owned());
    Ok(())
}

pub(super) fn value(
    case: &mut Case,
    appeal_type: Option<&AppealType>,
    parts: &[&str],
    kind: FactType,
    text: &str,
    today: NaiveDate,
) -> Result<(), Message> {
    let parsed = parse(kind, &RawWords::One(text.to_owned()))?;
    let day = case.date.unwrap_or(today);
    let past = |parsed: &Value| match parsed {
        Value::Date(date) if *date > day => Err(msg!(
            "after-letter",
            date = date.to_string(),
            day = day.to_string()
        )),
        Value::Date(date) => Ok(Some(*date)),
        _ => Err(msg!("expected-date")),
    };
    match (parts, parsed) {
        (["seller", "merchant-token"], Value::Codes(codes)) => {
            case.seller.merchant_token = Some(single(codes)?);
        }
        (["seller", "email"], Value::Words(words)) => case.seller.email = words.all,
        (["notice", "date"], parsed) => case.notice.date = past(&parsed)?,
        (["buyer", "date"], parsed) => case.buyer.date = past(&parsed)?,
        (["buyer", "time"], Value::Time(time)) => case.buyer.time = Some(time),
        (["notice", "case-id"], Value::Codes(codes)) => case.notice.case_id = Some(single(codes)?),
        (["notice", "asins"], Value::Codes(codes)) => {
            case.notice.asins = Some(required_list(codes, appeal_type, "notice-asins")?);
            invoices::forget_sold(case);
        }
        (["notice", "orders"], Value::Codes(codes)) => {
            case.notice.orders = Some(required_list(codes, appeal_type, "notice-orders")?);
        }
        (["actions", id, "done-on"], parsed) => {
            entry(&mut case.actions, id).done_on = past(&parsed)?;
        }
        (["measures", id, "since"], parsed) => entry(&mut case.measures, id).since = past(&parsed)?,
        (["facts", fact], parsed) => {
            if matches!(&parsed, Value::Codes(codes) if codes.is_empty()) {
                return Err(msg!("expected-answer"));
            }
            case.facts.insert((*fact).to_owned(), parsed);
        }
        (parts, parsed) => return invoices::put(case, parts, parsed, past),
    }
    Ok(())
}

fn single(codes: Vec<String>) -> Result<String, Message> {
    match <[String; 1]>::try_from(codes) {
        Ok([code]) => Ok(code),
        Err(_) => Err(msg!("expected-one-value")),
    }
}

fn required_list(
    codes: Vec<String>,
    appeal_type: Option<&AppealType>,
    name: &str,
) -> Result<Vec<String>, Message> {
    if codes.is_empty() && appeal_type.is_some_and(|t| t.names(name)) {
        return Err(msg!("expected-answer"));
    }
    Ok(codes)
}

pub(super) fn cjk(interview: &Interview<'_>, lang: Lang) -> bool {
    interview
        .catalogue
        .languages
        .get(&lang)
        .is_some_and(|l| l.formats.cjk())
}
