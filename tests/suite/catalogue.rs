//! What every appeal type of the catalogue owes its readers.

use std::collections::{BTreeMap, BTreeSet};

use poa::catalogue::{AppealType, FactSource, Form, REQUIRED, Sentence, Stance};
use poa::lang::{EN, ZH, is_cjk};
use poa::source;
use serde_yaml::Value;

use crate::helpers::{case_files, catalogue, root};

#[test]
fn every_type_is_worked_out() {
    let catalogue = catalogue();
    assert!(catalogue.types.len() >= 5);
    for (id, appeal_type) in &catalogue.types {
        // A letter of facts is as long as the facts are; a plan has something to choose from.
        let plan = appeal_type.stance == Stance::Acknowledge && appeal_type.parts.is_empty();
        assert!(
            !plan || appeal_type.causes.len() >= 8,
            "{id}: {} causes",
            appeal_type.causes.len()
        );
        let letter = appeal_type.form == Form::Letter;
        assert!(!letter || !appeal_type.evidence.is_empty(), "{id}");
        for evidence in appeal_type.evidence.values() {
            assert!(
                !evidence.accept.is_empty() && !evidence.reject.is_empty(),
                "{id}"
            );
        }
    }
}

#[test]
fn every_type_has_a_case_and_every_case_a_type() {
    let catalogue = catalogue();
    // Where nothing is written there is nothing to show.
    let written = catalogue.types.values().filter(|t| t.refusal.is_none());
    let types: BTreeSet<String> = written.map(|t| t.id.to_string()).collect();
    let cases: BTreeSet<String> = case_files()
        .iter()
        .map(|path| {
            let folder = path.parent().expect("a folder");
            let below = folder
                .strip_prefix(root().join("tests/cases"))
                .expect("below tests/cases");
            below.to_string_lossy().replace('\\', "/")
        })
        .collect();
    // A type may have several cases: `patent`, `patent-disputed`.
    let without: Vec<&String> = types
        .iter()
        .filter(|id| {
            !cases.iter().any(|case| {
                let rest = case.strip_prefix(id.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            })
        })
        .collect();
    assert!(without.is_empty(), "without a case: {without:?}");
}

#[test]
fn no_action_or_measure_is_listed_twice_for_a_cause() {
    for (id, appeal_type) in &catalogue().types {
        for (cause_id, cause) in &appeal_type.causes {
            for list in [&cause.actions, &cause.measures] {
                let once: BTreeSet<&String> = list.iter().collect();
                assert_eq!(once.len(), list.len(), "{id}: {cause_id}");
            }
        }
    }
}

/// Every sentence a letter of a type can have, in any of its situations.
fn sentences(t: &AppealType) -> Vec<&Sentence> {
    let situations = t.branches.iter().flat_map(|b| b.options.values());
    let situations = situations.flat_map(|branch| branch.appeal_type.paragraphs());
    let causes = t.causes.values().map(|c| &c.sentence);
    let statements = t.parts.values().flat_map(|part| part.entries.values());
    let answers = t.actions.values().chain(t.measures.values());
    let answers = answers.chain(statements).map(|a| &a.sentence);
    let picks = t.parts.values().filter_map(|part| part.pick.as_ref());
    let picks = picks.flat_map(|pick| [&pick.one, &pick.several, &pick.lead]);
    let paragraphs = t.paragraphs().chain(situations).chain(picks);
    paragraphs.chain(causes).chain(answers).collect()
}

/// Every text of every type, with where it stands.
fn texts() -> Vec<(String, poa::lang::Texts)> {
    let mut all = Vec::new();
    for (id, t) in &catalogue().types {
        let mut add = |what: String, texts: &poa::lang::Texts| {
            all.push((format!("{id}: {what}"), texts.clone()));
        };
        add("title".into(), &t.title);
        add("use-when".into(), &t.use_when);
        add("not-when".into(), &t.not_when);
        t.look_for
            .iter()
            .for_each(|line| add("look-for".into(), line));
        if let Some(refusal) = &t.refusal {
            add("refusal.why".into(), &refusal.why);
            add("refusal.instead".into(), &refusal.instead);
        }
        for (name, fact) in &t.facts {
            add(format!("facts.{name}.label"), &fact.label);
            if let FactSource::Asked { ask, why } = &fact.source {
                add(format!("facts.{name}.ask"), ask);
                add(format!("facts.{name}.why"), why);
            }
            fact.options
                .values()
                .for_each(|o| add(format!("facts.{name}.options"), o));
        }
        for sentence in sentences(t) {
            add(sentence.name.clone(), &sentence.texts);
        }
        for cause in t.causes.values() {
            add(format!("{}.title", cause.sentence.name), &cause.title);
        }
        for (name, part) in &t.parts {
            add(format!("parts.{name}.title"), &part.title);
            add(format!("parts.{name}.ask"), &part.ask);
            add(format!("parts.{name}.why"), &part.why);
        }
        if let Some(branches) = &t.branches {
            add("branches.ask".into(), &branches.ask);
            add("branches.why".into(), &branches.why);
            for (name, branch) in &branches.options {
                add(format!("branches.{name}.title"), &branch.title);
            }
        }
        let statements = t.parts.values().flat_map(|part| part.entries.values());
        let answers = t.actions.values().chain(t.measures.values());
        for answer in answers.chain(statements) {
            add(format!("{}.title", answer.sentence.name), &answer.title);
        }
        for (name, e) in &t.evidence {
            add(format!("evidence.{name}.title"), &e.title);
            add(format!("evidence.{name}.shows"), &e.shows);
            e.accept
                .iter()
                .chain(&e.reject)
                .for_each(|x| add(format!("evidence.{name}"), x));
        }
    }
    all
}

#[test]
fn english_is_ascii_and_chinese_is_chinese() {
    for (place, texts) in texts() {
        for lang in REQUIRED {
            assert!(texts.0.contains_key(&lang), "{place}: no {lang}");
        }
        let english = texts.get(EN);
        assert!(english.is_ascii(), "{place}: {english}");
        let chinese = texts.get(ZH);
        assert!(chinese.chars().any(is_cjk), "{place}: {chinese}");
        assert_ne!(english, chinese, "{place}");
        // Half-width punctuation between Chinese characters is a slip of the keyboard.
        let chars: Vec<char> = chinese.chars().collect();
        for window in chars.windows(3) {
            let slip = is_cjk(window[0]) && matches!(window[1], ',' | ';' | '!' | '?' | ':' | ' ');
            assert!(
                !(slip && is_cjk(window[2])),
                "{place}: {window:?} in {chinese}"
            );
        }
    }
}

/// Collects the sentences of a data file that carry a fact: those of the letter.
fn sentences_with_facts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Mapping(map) => map.values().for_each(|v| sentences_with_facts(v, found)),
        Value::Sequence(list) => list.iter().for_each(|v| sentences_with_facts(v, found)),
        Value::String(text) => {
            let apart = text.replace('。', "。\n").replace(". ", ".\n");
            let with_facts = apart.lines().map(str::trim).filter(|s| s.contains("{{"));
            found.extend(with_facts.map(str::to_owned));
        }
        _ => {}
    }
}

#[test]
fn no_sentence_stands_in_two_types() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut count = 0;
    let own = |path: &str| !path.starts_with('_') && !path.starts_with("replies/");
    for file in source::appeals(own) {
        let (of, _) = file.path.split_once('.').expect("an ending");
        let value: Value = serde_yaml::from_str(&file.text).expect("YAML");
        let mut sentences = Vec::new();
        sentences_with_facts(&value, &mut sentences);
        count += sentences.len();
        for sentence in sentences {
            let known = seen.insert(sentence.clone(), of.to_owned());
            let elsewhere = known.filter(|known| known != of);
            assert_eq!(elsewhere, None, "{of}: {sentence}");
        }
    }
    assert!(count > 1000, "{count}");
}
