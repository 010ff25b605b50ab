//! One type as JSON.

use indexmap::IndexMap;
use serde_json::{Value, json};

use crate::catalogue::{
    Answer, AppealType, Branches, Choose, Fact, FactSource, Form, Part, Sentence, Stance,
};
use crate::fact::Figure;
use crate::lang::{Lang, Texts};

/// A type as data for other programs.
pub(in crate::cli) fn as_json(appeal_type: &AppealType) -> Value {
    let named = |ids: &[String], of: &IndexMap<String, Answer>| {
        let list = ids.iter().filter_map(|id| of.get_key_value(id));
        list.map(entry).collect::<Vec<Value>>()
    };
    json!({
        "id": appeal_type.id.to_string(),
        "family": appeal_type.id.family(),
        "issue": appeal_type.issue,
        "stance": stance(appeal_type.stance),
        "form": match appeal_type.form {
            Form::Letter => "letter",
            Form::Message => "message",
        },
        "limit_words": appeal_type.limit_words,
        "title": by_language(&appeal_type.title),
        "use_when": by_language(&appeal_type.use_when),
        "not_when": by_language(&appeal_type.not_when),
        "look_for": appeal_type.look_for.iter().map(by_language).collect::<Vec<Value>>(),
        "target": appeal_type.target.as_ref().map(|target| json!({
            "metric": target.id,
            "comparison": target.target.comparison().as_str(),
            "percent": target.target.percent().to_string(),
            "windows": target.windows,
            "delay_days": target.delay,
            "source": target.source,
            "checked": target.checked.to_string(),
        })),
        "facts": appeal_type.facts.iter().map(fact).collect::<Vec<Value>>(),
        "refusal": appeal_type.refusal.as_ref().map(|refusal| json!({
            "why": by_language(&refusal.why),
            "instead": by_language(&refusal.instead),
        })),
        "opening": appeal_type.opening.iter().map(paragraph).collect::<Vec<Value>>(),
        "request": appeal_type.request.iter().map(paragraph).collect::<Vec<Value>>(),
        "invoices": appeal_type.invoices,
        "branches": appeal_type.branches.as_ref().map(branches),
        "parts": appeal_type.parts.iter().map(part).collect::<Vec<Value>>(),
        "root_causes": appeal_type.causes.iter().map(|(id, cause)| json!({
            "id": id,
            "title": by_language(&cause.title),
            "text": by_language(&cause.sentence.texts),
            "actions": named(&cause.actions, &appeal_type.actions),
            "measures": named(&cause.measures, &appeal_type.measures),
        })).collect::<Vec<Value>>(),
        "evidence": appeal_type.evidence.iter().map(|(id, evidence)| json!({
            "id": id,
            "title": by_language(&evidence.title),
            "shows": by_language(&evidence.shows),
            "accept": evidence.accept.iter().map(by_language).collect::<Vec<Value>>(),
            "reject": evidence.reject.iter().map(by_language).collect::<Vec<Value>>(),
        })).collect::<Vec<Value>>(),
    })
}

/// A fact; one that is worked out has no question.
fn fact((id, fact): (&String, &Fact)) -> Value {
    let (ask, why) = match &fact.source {
        FactSource::Asked { ask, why } => (by_language(ask), by_language(why)),
        FactSource::Invoices(_) => (Value::Null, Value::Null),
    };
    json!({
        "id": id,
        "type": fact.kind.as_str(),
        "from_invoices": fact.figure().map(Figure::as_str),
        "optional": fact.optional,
        "label": by_language(&fact.label),
        "ask": ask,
        "why": why,
    })
}

fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Acknowledge => "acknowledge",
        Stance::Dispute => "dispute",
        Stance::Documents => "documents",
    }
}

fn paragraph(sentence: &Sentence) -> Value {
    by_language(&sentence.texts)
}

/// An action, a measure or a statement.
fn entry((id, answer): (&String, &Answer)) -> Value {
    json!({
        "id": id,
        "title": by_language(&answer.title),
        "text": by_language(&answer.sentence.texts),
        "evidence": answer.evidence,
    })
}

fn part((id, part): (&String, &Part)) -> Value {
    json!({
        "id": id,
        "title": by_language(&part.title),
        "ask": by_language(&part.ask),
        "why": by_language(&part.why),
        "choose": match part.choose {
            Choose::One => "one",
            Choose::Some => "some",
            Choose::Any => "any",
        },
        "entries": part.entries.iter().map(entry).collect::<Vec<Value>>(),
    })
}

/// Situations name their parts and causes by id.
fn branches(branches: &Branches) -> Value {
    let options = branches.options.iter().map(|(id, branch)| {
        let ours = &branch.appeal_type;
        json!({
            "id": id,
            "title": by_language(&branch.title),
            "stance": stance(ours.stance),
            "parts": ours.parts.keys().collect::<Vec<_>>(),
            "root_causes": ours.causes.keys().collect::<Vec<_>>(),
        })
    });
    json!({
        "ask": by_language(&branches.ask),
        "why": by_language(&branches.why),
        "options": options.collect::<Vec<Value>>(),
    })
}

/// A text as `{ en: …, zh: … }`.
pub(in crate::cli) fn by_language(texts: &Texts) -> Value {
    texts
        .0
        .iter()
        .map(|(lang, text): (&Lang, &String)| (lang.to_string(), json!(text)))
        .collect()
}
