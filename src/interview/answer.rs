//! What an answer does to a case.

use chrono::NaiveDate;

use crate::case::{Action, Case, Cause, Evidence, Measure, OWN_WORDS, Statement};
use crate::catalogue::{AppealId, AppealType, own_number};
use crate::fact::{FactType, RawWords, Value, Words, parse};
use crate::interview::Interview;
use crate::interview::question::{Kind, NONE, Question};
use crate::interview::statements::{choose_branch, choose_none, choose_statements};
use crate::lang::{Lang, is_cjk};
use crate::message::Message;
use crate::msg;
use crate::source::forbidden_character;

/// What the seller answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// Text, for a value, a name, words or a file.
    Text(String),
    /// One choice.
    One(String),
    /// Some choices.
    Many(Vec<String>),
    /// Nothing; only where no answer is needed.
    Nothing,
}

/// Puts an answer into the case, or says what is expected instead; the case is then as it was.
pub fn answer(
    interview: &Interview<'_>,
    case: &mut Case,
    question: &Question,
    given: Given,
) -> Result<(), Message> {
    let id = question.id.as_str();
    if given == Given::Nothing {
        if question.required {
            return Err(msg!("expected-answer"));
        }
        if let Some(part) = part_of(id) {
            choose_none(case, part);
        }
        skip(case, id);
        return Ok(());
    }
    let mut changed = case.clone();
    changed.skipped.retain(|skipped| skipped != id);
    put(interview, &mut changed, question, given)?;
    *case = changed;
    Ok(())
}

/// The part a question lets statements be chosen for.
fn part_of(id: &str) -> Option<&str> {
    let part = id.strip_prefix("statements.")?;
    (!part.contains('.')).then_some(part)
}

fn skip(case: &mut Case, id: &str) {
    if !case.skipped.iter().any(|skipped| skipped == id) {
        case.skipped.push(id.to_owned());
    }
}

fn put(
    interview: &Interview<'_>,
    case: &mut Case,
    question: &Question,
    given: Given,
) -> Result<(), Message> {
    let parts: Vec<&str> = question.id.split('.').collect();
    let catalogue = interview.catalogue;
    match given {
        Given::One(choice) => {
            if let Kind::One(choices) = &question.kind
                && !choices.iter().any(|c| c.id == choice)
            {
                return Err(msg!("expected-choice"));
            }
            match (parts.as_slice(), case.whole_type(catalogue)) {
                (["branch"], Some(whole)) => choose_branch(case, whole, choice),
                (["statements", part], Some(_)) => {
                    state(interview, case, part, &[choice]);
                    Ok(())
                }
                _ => one(case, &parts, choice),
            }
        }
        Given::Many(chosen) => {
            if let Kind::Many(choices) = &question.kind
                && !chosen.iter().all(|id| choices.iter().any(|c| c.id == *id))
            {
                return Err(msg!("expected-choice"));
            }
            let Some(part) = part_of(&question.id) else {
                return many(case, &parts, &chosen);
            };
            match chosen.as_slice() {
                [] => return Err(msg!("expected-some-choice")),
                [none] if none == NONE => {
                    choose_none(case, part);
                    skip(case, &question.id);
                }
                several if several.iter().any(|id| id == NONE) => {
                    return Err(msg!("none-or-several"));
                }
                several => state(interview, case, part, several),
            }
            Ok(())
        }
        Given::Text(text) => {
            let text = clean(&text)?;
            let appeal_type = case.appeal_type(interview.catalogue);
            match question.kind {
                Kind::Words(lang) => words(case, &parts, lang, &text, cjk(interview, lang)),
                Kind::Name => name(case, &parts, &text),
                Kind::File => file(interview, case, &parts, &text),
                Kind::Value(kind) => value(case, appeal_type, &parts, kind, &text, interview.today),
                Kind::One(_) | Kind::Many(_) => Err(msg!("expected-choice")),
            }
        }
        Given::Nothing => Ok(()),
    }
}

fn state(interview: &Interview<'_>, case: &mut Case, part: &str, chosen: &[String]) {
    if let Some(appeal_type) = case.appeal_type(interview.catalogue) {
        choose_statements(case, appeal_type, part, chosen);
    }
}

/// Takes off the edges; a character that breaks a file or hides a direction change is refused.
fn clean(text: &str) -> Result<String, Message> {
    if let Some(c) = text.chars().find(|c| forbidden_character(*c)) {
        let code = format!("U+{:04X}", u32::from(c));
        return Err(msg!("forbidden-character", code = code));
    }
    Ok(text.trim().to_owned())
}

fn cjk(interview: &Interview<'_>, lang: Lang) -> bool {
    interview
        .catalogue
        .languages
        .get(&lang)
        .is_some_and(|l| l.formats.cjk())
}

fn one(case: &mut Case, parts: &[&str], choice: String) -> Result<(), Message> {
    match parts {
        ["interface-language"] => case.interface_language = choice.parse().ok(),
        ["appeal"] => {
            let id = AppealId::parse(&choice);
            let begun =
                !case.causes.is_empty() || !case.statements.is_empty() || !case.facts.is_empty();
            if id != case.appeal && begun {
                return Err(msg!("appeal-is-fixed"));
            }
            if id != case.appeal {
                case.branch = None;
            }
            case.appeal = id;
        }
        ["marketplace"] => case.marketplace = Some(choice),
        ["seller", "position"] => {
            case.seller.position = Some(term(case.seller.position.as_ref(), choice));
        }
        ["facts", fact] => {
            let value = term(case.facts.get(*fact), choice);
            case.facts.insert((*fact).to_owned(), value);
        }
        ["measures", id, key] => {
            let measure = entry(&mut case.measures, id);
            match *key {
                "owner" => measure.owner = Some(term(measure.owner.as_ref(), choice)),
                _ => measure.rhythm = Some(term(measure.rhythm.as_ref(), choice)),
            }
        }
        _ => return Err(msg!("expected-choice")),
    }
    Ok(())
}

/// A choice, or own words: those given before stay.
fn term(present: Option<&Value>, choice: String) -> Value {
    if choice != OWN_WORDS {
        return Value::Option(choice);
    }
    match present {
        Some(Value::Words(words)) => Value::Words(words.clone()),
        _ => Value::Words(Words::default()),
    }
}

fn many(case: &mut Case, parts: &[&str], chosen: &[String]) -> Result<(), Message> {
    if chosen.is_empty() {
        return Err(msg!("expected-some-choice"));
    }
    match parts {
        ["root-causes"] => {
            // What was given for a cause that is not chosen now comes back when it is chosen again.
            let mut causes = std::mem::take(&mut case.causes);
            for id in chosen {
                let known = causes.shift_remove(id).unwrap_or_else(|| Cause {
                    own: own(id),
                    ..Cause::default()
                });
                case.causes.insert(id.clone(), known);
            }
        }
        ["root-causes", of, list] => {
            for id in chosen {
                if *list == "actions" {
                    entry(&mut case.actions, id);
                } else {
                    entry(&mut case.measures, id);
                }
            }
            let chosen_for = case.causes.entry((*of).to_owned()).or_default();
            if *list == "actions" {
                chosen_for.actions = chosen.to_vec();
            } else {
                chosen_for.measures = chosen.to_vec();
            }
        }
        [list, id, "proof"] => {
            let none = chosen.iter().any(|id| id == NONE);
            if none && chosen.len() > 1 {
                return Err(msg!("none-or-some"));
            }
            let proof = if none { Vec::new() } else { chosen.to_vec() };
            for id in &proof {
                let evidence = entry(&mut case.evidence, id);
                if own_number(id).is_some() && evidence.title.is_none() {
                    evidence.title = Some(Words::default());
                }
            }
            match *list {
                "statements" => statement(case, id)?.proof = Some(proof),
                "actions" => entry(&mut case.actions, id).proof = Some(proof),
                _ => entry(&mut case.measures, id).proof = Some(proof),
            }
        }
        _ => return Err(msg!("expected-choice")),
    }
    Ok(())
}

/// A statement that is chosen; one cannot be begun without its part.
fn statement<'c>(case: &'c mut Case, id: &str) -> Result<&'c mut Statement, Message> {
    let chosen = case.statements.get_mut(id);
    chosen.ok_or_else(|| msg!("expected-choice"))
}

fn own(id: &str) -> Option<Words> {
    own_number(id).map(|_| Words::default())
}

/// An entry that begins empty; one in own words has its words to be filled.
trait Entry: Default {
    fn begin(id: &str) -> Self;
}

impl Entry for Action {
    fn begin(id: &str) -> Self {
        Self {
            own: own(id),
            ..Self::default()
        }
    }
}

impl Entry for Measure {
    fn begin(id: &str) -> Self {
        Self {
            own: own(id),
            ..Self::default()
        }
    }
}

impl Entry for Evidence {
    fn begin(id: &str) -> Self {
        Self {
            title: own(id),
            ..Self::default()
        }
    }
}

fn entry<'m, T: Entry>(map: &'m mut indexmap::IndexMap<String, T>, id: &str) -> &'m mut T {
    map.entry(id.to_owned()).or_insert_with(|| T::begin(id))
}

fn words(
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
        ["facts", fact, _] => {
            let none = || Value::Words(Words::default());
            in_value(case.facts.entry((*fact).to_owned()).or_insert_with(none))
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

fn name(case: &mut Case, parts: &[&str], text: &str) -> Result<(), Message> {
    parse(FactType::Name, &RawWords::One(text.to_owned()))?;
    let keep = |words: &mut Option<Words>| rename(words.get_or_insert_default(), text);
    match parts {
        ["seller", "store"] => keep(&mut case.seller.store),
        ["seller", "legal-name"] => keep(&mut case.seller.legal_name),
        ["seller", "signatory"] => keep(&mut case.seller.signatory),
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

fn file(
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

fn value(
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
        (["notice", "case-id"], Value::Codes(codes)) => case.notice.case_id = Some(single(codes)?),
        (["notice", "asins"], Value::Codes(codes)) => {
            case.notice.asins = Some(required_list(codes, appeal_type, "notice-asins")?);
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
        _ => return Err(msg!("expected-one-value")),
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
