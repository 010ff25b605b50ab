//! What the catalogue says is honest: the rules on wording pass every sentence of every type, in
//! any of its situations and both its languages.

use std::collections::BTreeSet;
use std::fmt::Write;

use poa::catalogue::{AppealType, Form, REQUIRED, Sentence};
use poa::check::{self, About, Check, Kind, Place};
use poa::diagnostic::Severity;
use poa::fact::FactType;
use poa::lang::{EN, Lang};

use crate::check::lexicon;
use crate::helpers::catalogue;

/// A plain value of each type of fact, in English and in Chinese.
fn sample(t: &AppealType, name: &str, lang: Lang) -> String {
    let built_in = |name: &str| match name {
        "done-on" | "since" | "notice-date" | "status-day" => FactType::Date,
        "owner" => FactType::Role,
        "rhythm" => FactType::Rhythm,
        "notice-asins" | "asins" => FactType::Asins,
        "complaint-ids" | "order-ids" => FactType::Codes,
        _ => FactType::Name,
    };
    let fact = t.facts.get(name);
    if let Some(option) = fact.and_then(|fact| fact.options.values().next()) {
        return option.get(lang).to_owned();
    }
    let [english, chinese] = match fact.map_or_else(|| built_in(name), |fact| fact.kind) {
        FactType::Text => ["a box of 12 pens", "一盒12支笔"],
        FactType::Name | FactType::Choice => ["Larch & Wren", "Larch & Wren"],
        FactType::Role => ["the warehouse lead", "仓库组长"],
        FactType::Rhythm => ["every Monday", "每周一"],
        FactType::Date => ["6 May 2026", "2026年5月6日"],
        FactType::Time => ["15:30", "15:30"],
        FactType::Count => ["12", "12"],
        FactType::Percent => ["4.5%", "4.5%"],
        FactType::Money => ["USD 480.00", "480.00 美元"],
        FactType::Asins => ["B0EXAMPL17", "B0EXAMPL17"],
        FactType::Orders => ["111-1234567-1234567", "111-1234567-1234567"],
        FactType::Codes => ["5550173310", "5550173310"],
        FactType::Email => ["office@example.com", "office@example.com"],
    };
    if lang == EN { english } else { chinese }.to_owned()
}

/// A sentence with plain values in it; a number is never one.
fn filled(t: &AppealType, text: &str, lang: Lang) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("{{") {
        let (inside, after) = behind.split_once("}}").expect("a sentence is closed");
        filled.push_str(before);
        match inside.strip_prefix("plural ") {
            Some(forms) => {
                let form = forms.trim_end().trim_end_matches('"').rsplit('"').next();
                filled.push_str(form.expect("a last form"));
            }
            None => filled.push_str(&sample(t, inside, lang)),
        }
        rest = after;
    }
    filled + rest
}

/// Every sentence and document a letter of a type can name, with its situations'.
fn texts<'t>(t: &'t AppealType, all: &mut Vec<(&'t str, &'t poa::lang::Texts)>) {
    let causes = t.causes.values().map(|cause| &cause.sentence);
    let entries = t.parts.values().flat_map(|part| part.entries.values());
    let answers = t.actions.values().chain(t.measures.values()).chain(entries);
    let sentences = t.paragraphs().chain(causes);
    let sentences = sentences.chain(answers.map(|answer| &answer.sentence));
    all.extend(sentences.map(|Sentence { name, texts, .. }| (name.as_str(), texts)));
    for (name, evidence) in &t.evidence {
        all.extend([&evidence.title, &evidence.shows].map(|texts| (name.as_str(), texts)));
    }
    let situations = t.branches.iter().flat_map(|b| b.options.values());
    situations.for_each(|situation| texts(&situation.appeal_type, all));
}

/// What these ask of a sentence depends on the part of the letter it stands in.
const STRUCTURE: [&str; 6] = [
    "evidence-not-listed",
    "measure-without-frequency",
    "measure-without-owner",
    "mixed-stance",
    "planned-as-done",
    "undated-action",
];

#[test]
fn no_rule_on_wording_trips_over_a_sentence_of_the_catalogue() {
    let mut wrong = String::new();
    let mut seen = BTreeSet::new();
    for lang in REQUIRED {
        let lexicon = lexicon(lang);
        for (id, t) in &catalogue().types {
            let kind = if t.form == Form::Letter {
                Kind::Appeal
            } else {
                Kind::BuyerMessage
            };
            let mut all = Vec::new();
            texts(t, &mut all);
            for (name, texts) in all {
                let text = filled(t, texts.get(lang), lang);
                if !seen.insert(text.clone()) {
                    continue;
                }
                for finding in
                    check::check_text(&text, lang, kind, &lexicon, About::default()).found
                {
                    let wording = matches!(finding.place, Place::Text(_))
                        && matches!(finding.rule.check, Check::Appeal(_) | Check::Any(_))
                        && !STRUCTURE.contains(&finding.rule.id);
                    if wording && finding.rule.severity != Severity::Info {
                        let (rule, quote) = (finding.rule.id, finding.quote);
                        writeln!(wrong, "{rule} [{quote}] {id} {name}: {text}").expect("a string");
                    }
                }
            }
        }
    }
    assert!(seen.len() > 4500, "{}", seen.len());
    assert!(wrong.is_empty(), "\n{wrong}");
}
