//! What an answer does to a case.

mod text;

use crate::case::{Action, Case, Cause, Evidence, Measure, OWN_WORDS, Statement};
use crate::catalogue::{AppealId, own_number};
use crate::fact::{Value, Words};
use crate::interview::question::{Kind, NONE, Question};
use crate::interview::replies::choose_language;
use crate::interview::statements::{choose_branch, choose_none, choose_statements};
use crate::interview::{Interview, invoices};
use crate::message::Message;
use crate::msg;
use crate::source::forbidden_character;
use text::{cjk, file, name, value, words};

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
                (["appeal"], _) => match refusal(interview, &choice) {
                    Some(refusal) => Err(refusal),
                    None => one(case, &parts, choice),
                },
                ([step], Some(_)) if invoices::place(step).is_some() => {
                    invoices::choose(case, step, &choice);
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

/// Why nothing is written under a title, and what there is instead.
fn refusal(interview: &Interview<'_>, id: &str) -> Option<Message> {
    let appeal_type = interview.catalogue.types.get(&AppealId::parse(id)?)?;
    let refusal = appeal_type.refusal.as_ref()?;
    Some(msg!(
        "refused",
        why = &refusal.why,
        instead = &refusal.instead
    ))
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

fn one(case: &mut Case, parts: &[&str], choice: String) -> Result<(), Message> {
    match parts {
        ["interface-language"] => case.interface_language = choice.parse().ok(),
        ["appeal"] => {
            let id = AppealId::parse(&choice);
            let begun = !case.causes.is_empty()
                || !case.statements.is_empty()
                || !case.facts.is_empty()
                || !case.invoices.is_empty()
                || !case.sold.is_empty();
            if id != case.appeal && begun {
                return Err(msg!("appeal-is-fixed"));
            }
            if id != case.appeal {
                case.branch = None;
            }
            case.appeal = id;
        }
        ["marketplace"] => case.marketplace = Some(choice),
        ["letter-language"] => {
            let lang = choice.parse().map_err(|_| msg!("expected-choice"))?;
            choose_language(case, lang);
        }
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
