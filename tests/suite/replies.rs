//! Messages to buyers: every sentence of every one of them, what they share, and what is refused.

use std::collections::{BTreeMap, BTreeSet};

use poa::case::{Case, Statement};
use poa::catalogue::raw::{RawReply, RawReplyTranslation, RawShared, RawSharedTexts};
use poa::catalogue::{AppealType, Catalogue, Choose};
use poa::check::{self, About, Kind, Lexicon};
use poa::fact::{FactType, RawWords, parse};
use poa::interview::{Given, Interview, answer};
use poa::lang::{EN, Lang, ZH};
use poa::render::{self, Format};
use poa::source::{self, SourceFile, Text};

use crate::helpers::{assemble, catalogue, contacts, load, poa, root, today};

const CASE: &str = "appeal: replies/delivery-time\nmarketplace: jp\nletter-language: ja\n";

fn ja() -> Lang {
    "ja".parse().expect("a language")
}

fn lexicon(lang: Lang) -> Lexicon {
    let folder = format!("_check/{lang}/");
    let files = source::appeals(|path| path.starts_with(&folder));
    Lexicon::load(lang, &files).expect("the words of the rules are valid")
}

/// A case of a type in which a number decides what is stated, with every fact it can need.
fn case_of(reply: &AppealType, lang: Lang, variant: usize) -> Case {
    let mut case = Case {
        appeal: Some(reply.id.clone()),
        marketplace: Some(if lang == EN { "us" } else { "jp" }.to_owned()),
        letter_language: lang,
        ..Case::default()
    };
    case.seller.store = Some(poa::fact::Words::same("Larkfield Home"));
    for (id, fact) in &reply.facts {
        let raw = match fact.kind {
            FactType::Text => RawWords::By(
                [
                    ("en", "the blue lamp"),
                    ("zh", "蓝色台灯"),
                    ("ja", "青いランプ"),
                ]
                .map(|(lang, text)| (lang.to_owned(), text.to_owned()))
                .into(),
            ),
            FactType::Name => RawWords::One("Example Express".into()),
            FactType::Date => RawWords::One("2026-11-20".into()),
            FactType::Count => RawWords::One("3".into()),
            FactType::Money => RawWords::One("34.90 USD".into()),
            FactType::Orders => RawWords::List(vec!["111-5550123-5550123".into()]),
            FactType::Asins => RawWords::List(vec!["B0EXAMPL17".into()]),
            FactType::Codes => RawWords::List(vec!["EX550132774US".into()]),
            FactType::Choice => {
                let at = variant % fact.options.len();
                RawWords::One(fact.options.get_index(at).expect("an option").0.clone())
            }
            kind => panic!("{}: {id}: no value for {kind:?}", reply.id),
        };
        let value = parse(fact.kind, &raw).expect("a value of the type");
        case.facts.insert(id.clone(), value);
    }
    for (id, part) in &reply.parts {
        let entries: Vec<&String> = part.entries.keys().collect();
        let one = vec![entries[variant / 2 % entries.len()]];
        let chosen = match part.choose {
            Choose::One => vec![entries[variant % entries.len()]],
            Choose::Some | Choose::Any if variant.is_multiple_of(2) => entries,
            Choose::Some | Choose::Any => one,
        };
        for entry in chosen {
            let statement = Statement {
                part: id.clone(),
                own: None,
                proof: None,
            };
            case.statements.insert(entry.clone(), statement);
        }
    }
    case
}

#[test]
fn no_sentence_of_a_message_is_objected_to_in_any_language() {
    let (catalogue, contacts) = (catalogue(), contacts());
    let lexicons = BTreeMap::from([EN, ZH, ja()].map(|lang| (lang, lexicon(lang))));
    let mut found = Vec::new();
    for reply in catalogue.types.values().filter(|t| t.id.is_reply()) {
        if reply.refusal.is_some() {
            continue;
        }
        let entries = reply.parts.values().map(|part| part.entries.len());
        let options = reply.facts.values().map(|fact| fact.options.len());
        let variants = 2 * entries.chain(options).max().unwrap_or(1);
        for lang in reply.languages().filter(|lang| *lang != ZH) {
            for variant in 0..variants {
                let case = case_of(reply, lang, variant);
                let letter = assemble(&case, catalogue, &contacts);
                assert!(letter.is_complete(), "{}: {:?}", reply.id, letter.gaps);
                for (format, lang) in [(Format::Message, lang), (Format::MessageReading, ZH)] {
                    let text = render::render(&letter, format).expect("text");
                    let text = String::from_utf8(text).expect("UTF-8");
                    let about = About::default();
                    let checked =
                        check::check_text(&text, lang, Kind::BuyerMessage, &lexicons[&lang], about);
                    for finding in checked.found {
                        found.push(format!(
                            "{}: {}: {}",
                            reply.id, finding.rule.id, finding.quote
                        ));
                    }
                    let words = text.split_whitespace().count();
                    let fits = lang != EN || (45..=190).contains(&words);
                    assert!(fits, "{}: {words} words\n{text}", reply.id);
                }
            }
        }
    }
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The messages of the cases are as long as one that is read to its end.
#[test]
fn the_messages_of_the_cases_have_a_good_length() {
    for path in crate::helpers::case_files() {
        let message = path.with_file_name("message.txt");
        let reply = path.to_string_lossy().contains("cases/replies/");
        if !reply || path.to_string_lossy().contains("-ja/") {
            continue;
        }
        let text = std::fs::read_to_string(&message).expect("the message can be read");
        let words = text.split_whitespace().count();
        assert!(
            (60..=160).contains(&words),
            "{}: {words}",
            message.display()
        );
    }
}

/// The texts of a message as they stand in its files, in a language.
fn texts(file: &SourceFile, lang: Lang) -> Vec<Text> {
    let mut all = Vec::new();
    if lang == EN {
        let raw: RawReply = source::read(file).expect("a message");
        all.extend(raw.opening.into_iter().chain(raw.request));
        for part in raw.parts {
            all.extend(part.entries.into_iter().map(|entry| entry.text));
            all.extend(
                part.pick
                    .into_iter()
                    .flat_map(|p| [p.one, p.several, p.lead]),
            );
        }
    } else {
        let raw: RawReplyTranslation = source::read(file).expect("a translation");
        all.extend(raw.opening.into_iter().chain(raw.request));
        for part in raw.parts.0.into_values() {
            all.extend(part.entries.0.into_values().map(|entry| entry.text));
            all.extend(
                part.pick
                    .into_iter()
                    .flat_map(|p| [p.one, p.several, p.lead]),
            );
        }
    }
    all
}

/// Slug and language of a file of `replies/`; `None` for what they share.
fn place(path: &str) -> Option<(String, Lang)> {
    let name = path.strip_prefix("replies/")?.strip_suffix(".yaml")?;
    let (slug, lang) = name.split_once('.').unwrap_or((name, "en"));
    (slug != "_shared").then(|| (slug.to_owned(), lang.parse().expect("a language")))
}

#[test]
fn no_sentence_stands_in_two_messages() {
    let mut seen: BTreeMap<(Lang, String), String> = BTreeMap::new();
    for file in source::appeals(|path| place(path).is_some()) {
        let (slug, lang) = place(&file.path).expect("a message");
        for text in texts(&file, lang) {
            let mut own = text.0;
            while let Some((before, behind)) = own.clone().split_once("{{> ") {
                let after = behind.split_once("}}").expect("closed").1;
                own = format!("{before}{after}");
            }
            let separated = own
                .replace('。', "。\n")
                .replace(". ", ".\n")
                .replace("? ", "?\n");
            for sentence in separated.lines().map(str::trim).filter(|s| !s.is_empty()) {
                let known = seen.insert((lang, sentence.to_owned()), slug.clone());
                assert!(known.is_none_or(|k| k == slug), "{slug}: {sentence}");
            }
        }
    }
}

#[test]
fn what_is_shared_is_named_by_more_than_one() {
    let files = source::appeals(|path| path.starts_with("replies/"));
    let of = |name: &str| {
        files
            .iter()
            .find(|f| f.path == name)
            .expect("the shared file")
    };
    let shared: RawShared = source::read(of("replies/_shared.yaml")).expect("valid");
    let _: RawSharedTexts = source::read(of("replies/_shared.ja.yaml")).expect("valid");
    let english: Vec<&SourceFile> = files
        .iter()
        .filter(|f| place(&f.path).is_some_and(|(_, lang)| lang == EN))
        .collect();
    let parts = of("replies/_shared.yaml")
        .text
        .split("\nparts:\n")
        .nth(1)
        .expect("parts");
    for name in shared.sentences.0.keys() {
        let mark = format!("{{{{> {name}}}}}");
        let uses = english.iter().filter(|f| f.text.contains(&mark)).count();
        let nested = shared.sentences.0.values();
        let nested = nested.filter(|s| s.0.contains(&mark)).count();
        let uses = uses + nested + parts.matches(&mark).count();
        let everywhere = ["salutation", "closing"].contains(&name.as_str());
        assert!(everywhere || uses >= 2, "{name}: {uses}");
    }
    for part in &shared.parts {
        let named = |f: &&&SourceFile| {
            let line = f
                .text
                .lines()
                .find(|line| line.starts_with("shared-parts:"));
            line.is_some_and(|line| line.contains(&part.id.0))
        };
        let uses = english.iter().filter(named).count();
        assert!(uses >= 2, "{}: {uses}", part.id.0);
    }
}

/// Loads one message, both files given; says what is wrong with it.
fn validate(slug: &str, english: &str, chinese: &str) -> String {
    let shared = |path: &str| path.starts_with("_common/") || path.starts_with("replies/_shared.");
    let mut files = source::appeals(shared);
    files.push(SourceFile::new(format!("replies/{slug}.yaml"), english));
    files.push(SourceFile::new(format!("replies/{slug}.zh.yaml"), chinese));
    let found = Catalogue::load("appeals", &files).err().unwrap_or_default();
    let lines: Vec<String> = found.iter().map(|d| d.to_line(EN)).collect();
    lines.join("\n")
}

#[track_caller]
fn refused(slug: &str, from: &str, to: &str, code: &str) {
    let read = |ending: &str| {
        let path = root().join(format!("replies/{slug}.{ending}"));
        std::fs::read_to_string(path).expect("a message can be read")
    };
    let (english, chinese) = (read("yaml"), read("zh.yaml"));
    assert_eq!(validate(slug, &english, &chinese), "");
    let (english, chinese) = if let Some(from) = from.strip_prefix("zh:") {
        assert!(chinese.contains(from), "{from} is not in the file");
        (english, chinese.replacen(from, to, 1))
    } else {
        assert!(english.contains(from), "{from} is not in the file");
        (english.replacen(from, to, 1), chinese)
    };
    let found = validate(slug, &english, &chinese);
    assert!(found.contains(&format!("error[{code}]")), "{code}: {found}");
}

#[test]
fn the_files_are_as_strict_as_those_of_appeals() {
    for (slug, from, to, code) in [
        (
            "missing-parcel",
            "{{> thanks}}",
            "{{> thank}}",
            "template-other",
        ),
        (
            "missing-parcel",
            "{{lost-on}}",
            "{{lost-at}}",
            "unknown-variable",
        ),
        // A notice and its orders are no business of a buyer.
        (
            "missing-parcel",
            "{{lost-on}}",
            "{{notice-date}}",
            "unknown-variable",
        ),
        (
            "missing-parcel",
            "shared-parts: [resend]",
            "shared-parts: [resent]",
            "unknown-id",
        ),
        (
            "missing-parcel",
            "choose: one",
            "choose: two",
            "unknown-value",
        ),
        (
            "missing-parcel",
            "opening:",
            "look-for: []\nopening:",
            "unknown-key",
        ),
        (
            "missing-parcel",
            "zh:{{lost-on}}",
            "那天",
            "variable-missing",
        ),
        (
            "unpaid-order",
            "refusal:",
            "opening: [\"No.\"]\nrefusal:",
            "beside-refusal",
        ),
        (
            "unpaid-order",
            "zh:refusal:",
            "opening: []\nrefusals:",
            "unknown-key",
        ),
        (
            "partial-refund",
            "zh:    pick:",
            "    picks:",
            "unknown-key",
        ),
        (
            "partial-refund",
            "      lead:",
            "      leads:",
            "unknown-key",
        ),
    ] {
        refused(slug, from, to, code);
    }
}

#[test]
fn a_case_is_written_in_a_language_its_type_has() {
    let contacts = contacts();
    let ok = |text: &str| load(text, catalogue(), &contacts);
    let case = ok(CASE).expect("the type has Japanese");
    assert_eq!(case.letter_language, ja());
    for wrong in [
        CASE.replace("delivery-time", "wrong-address"),
        CASE.replace("replies/delivery-time", "performance/late-shipment"),
    ] {
        let found = ok(&wrong).expect_err("it has none");
        assert!(found.contains("error[type-not-in]"), "{found}");
    }
    let refused = ok(&CASE.replace("delivery-time", "unpaid-order")).expect_err("refused");
    assert!(refused.contains("error[refused-message]"), "{refused}");
}

#[test]
fn an_answer_is_in_time_for_24_hours() {
    let contacts = contacts();
    let dated = format!("{CASE}buyer:\n  name: 田中\n  date: 2026-02-27\n  time: \"21:40\"\n");
    let case = load(&dated, catalogue(), &contacts).expect("valid");
    let by = case.buyer.answer_by().expect("a message came");
    assert_eq!(by.to_string(), "2026-02-28 21:40:00");
    // Where only the day is known, the earliest hour is taken.
    let day = dated.replace("  time: \"21:40\"\n", "");
    let case = load(&day, catalogue(), &contacts).expect("valid");
    assert_eq!(
        case.buyer.answer_by().expect("a day").to_string(),
        "2026-02-28 00:00:00"
    );
    let late = dated.replace("2026-02-27", "2027-02-27");
    let found = load(&late, catalogue(), &contacts).expect_err("after the answer");
    assert!(found.contains("error[message-after-answer]"), "{found}");
    let written = poa::case::write(&case, None);
    assert_eq!(load(&written, catalogue(), &contacts), Ok(case));
}

#[test]
fn the_language_is_asked_where_the_store_has_another() {
    let contacts = contacts();
    let interview = Interview {
        catalogue: catalogue(),
        contacts: &contacts,
        today: today(),
    };
    let asked = |case: &Case| {
        let questions = interview.questions(case);
        questions.into_iter().find(|q| q.id == "letter-language")
    };
    let text = "appeal: replies/delivery-time\ninterface-language: en\nmarketplace: us\n";
    let mut case = load(text, catalogue(), &contacts).expect("valid");
    assert_eq!(asked(&case), None);
    case.marketplace = Some("jp".into());
    let question = asked(&case).expect("Japanese or English");
    assert!(!question.answered);
    answer(&interview, &mut case, &question, Given::One("ja".into())).expect("a choice");
    // The copy to read is in the seller's language.
    assert_eq!((case.letter_language, case.reading_language), (ja(), EN));
    assert!(asked(&case).expect("still there").answered);
    answer(&interview, &mut case, &question, Given::One("en".into())).expect("a choice");
    assert_eq!((case.letter_language, case.reading_language), (EN, ZH));
    assert!(asked(&case).expect("still there").answered);
}

#[test]
fn offers_are_numbered_where_there_are_several() {
    let contacts = contacts();
    let (catalogue, mut text) = (catalogue(), String::new());
    let reply = catalogue.find("quality-issue").expect("the type");
    for (variant, one) in [(0, "Reply with the number"), (1, "Reply \"yes\"")] {
        let letter = assemble(&case_of(reply, EN, variant), catalogue, &contacts);
        let bytes = render::render(&letter, Format::Message).expect("text");
        text = String::from_utf8(bytes).expect("UTF-8");
        assert!(text.contains(one), "{text}");
        assert_eq!(
            text.contains("\n1. ") && text.contains("\n2. "),
            variant == 0,
            "{text}"
        );
    }
    assert!(text.ends_with("Kind regards,\nLarkfield Home\n"), "{text}");
}

#[test]
fn a_folder_of_ones_own_takes_the_place_of_the_messages_or_leaves_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let slugs = |arguments: &[&str]| -> BTreeSet<String> {
        let output = poa(folder.path(), arguments);
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{stderr}");
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let ids = json.as_array().expect("a list").iter();
        ids.map(|t| t["id"].as_str().expect("an id").to_owned())
            .collect()
    };
    let all = ["replies", "--format", "json", "--appeals", "own"];
    std::fs::create_dir(folder.path().join("own")).expect("a folder");
    let built_in = slugs(&all);
    assert!(built_in.len() >= 26 && built_in.contains("replies/unpaid-order"));
    std::fs::create_dir(folder.path().join("own/replies")).expect("a folder");
    for ending in ["yaml", "zh.yaml"] {
        let name = format!("missing-parcel.{ending}");
        let from = root().join("replies").join(&name);
        std::fs::copy(from, folder.path().join("own/replies").join(&name)).expect("a copy");
    }
    assert_eq!(
        slugs(&all),
        BTreeSet::from(["replies/missing-parcel".to_owned()])
    );
    let checked = poa(folder.path(), &["appeals", "--validate", "own"]);
    assert!(
        checked.status.success(),
        "{}",
        String::from_utf8_lossy(&checked.stdout)
    );
}
