//! Every sentence the program can say exists in every language it speaks.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use crate::helpers::root;

/// Keys and the values they use, of one language.
fn sentences(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = root().join(format!("src/message/{lang}.ftl"));
    let text = std::fs::read_to_string(path).expect("the messages can be read");
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines() {
        if line.starts_with('#') {
            continue;
        }
        if let Some((name, _)) = line.split_once(" =")
            && line.starts_with(|c: char| c.is_ascii_lowercase())
        {
            assert!(
                all.insert(name.to_owned(), BTreeSet::new()).is_none(),
                "{lang}: {name} twice"
            );
            name.clone_into(&mut key);
        }
        for part in line.split("{ $").skip(1) {
            let value: String = part
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                .collect();
            all.get_mut(&key).expect("a key comes first").insert(value);
        }
    }
    all
}

#[test]
fn both_languages_say_the_same_with_the_same_values() {
    let (en, zh) = (sentences("en"), sentences("zh"));
    // Help texts of arguments stand in the code in English.
    let is_help = |key: &str| key.starts_with("cli");
    for (key, values) in en.iter().filter(|(key, _)| !is_help(key)) {
        assert_eq!(zh.get(key), Some(values), "zh: {key}");
    }
    for key in zh.keys().filter(|key| !is_help(key)) {
        assert!(en.contains_key(key), "en: {key} is missing");
    }
}

#[test]
fn every_sentence_asked_for_exists_and_none_is_idle() {
    let en = sentences("en");
    let mut used: BTreeSet<String> = BTreeSet::new();
    for entry in walkdir::WalkDir::new(root().join("src")) {
        let path = entry.expect("src can be read").into_path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a source file can be read");
        let compact: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (start, prefixes) in [
            ("msg!(", &[""][..]),
            ("Message::new(", &[""]),
            ("asking!(", &["ask-", "why-"]),
        ] {
            for part in compact.split(start).skip(1) {
                let Some(part) = part.trim_start().strip_prefix('"') else {
                    continue;
                };
                let key = part.split('"').next().unwrap_or_default();
                for prefix in prefixes {
                    used.insert(format!("{prefix}{key}"));
                }
            }
        }
    }
    let missing: Vec<_> = used
        .iter()
        .filter(|key| {
            !en.contains_key(*key)
                && !key.ends_with('-')
                && key.as_str() != "unknown-key\", key = name)`."
        })
        .collect();
    assert!(missing.is_empty(), "said but not written: {missing:?}");
    let idle: Vec<_> = en
        .keys()
        .filter(|key| !used.contains(*key) && !key.starts_with("cli"))
        .collect();
    assert!(idle.is_empty(), "written but never said: {idle:?}");
}

#[test]
fn every_argument_has_its_help_in_chinese() {
    for arguments in [
        &["--help"][..],
        &["new", "--help"],
        &["notice", "--help"],
        &["build", "--help"],
        &["contacts", "--help"],
        &["appeals", "--help"],
        &["reply", "--help"],
        &["replies", "--help"],
        &["odr", "--help"],
        &["guide", "--help"],
    ] {
        let mut all = arguments.to_vec();
        all.extend(["--lang", "zh"]);
        let output = crate::helpers::poa(root(), &all);
        let help = String::from_utf8(output.stdout).expect("help is UTF-8");
        for line in help.lines() {
            let words = line.trim_start();
            let flag = words.starts_with("--") || words.starts_with('-') || words.starts_with('<');
            if flag && let Some((_, text)) = words.split_once("  ") {
                assert!(text.chars().any(poa::lang::is_cjk), "{arguments:?}: {line}");
            }
        }
        assert!(output.status.success());
    }
}

#[test]
fn an_argument_is_not_taken_for_the_command_of_its_name() {
    let output = crate::helpers::poa(root(), &["appeals", "--help", "--lang", "zh"]);
    let help = String::from_utf8(output.stdout).expect("help is UTF-8");
    let line = help.lines().find(|line| line.contains("--appeals"));
    let line = line.expect("the argument is listed");
    assert!(line.contains("代替内置的"), "{line}");
}

/// The program's language is the one asked for, else that of the system; a variable set to nothing
/// asks for nothing.
#[test]
fn the_language_follows_the_surroundings() {
    let first_line = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_poa"));
        command.arg("--help");
        for name in ["POA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        let output = command.envs(variables.iter().copied()).output();
        let output = output.expect("the program starts");
        assert!(output.status.success(), "{variables:?}");
        let said = String::from_utf8(output.stdout).expect("UTF-8");
        said.lines().next().expect("a line").to_owned()
    };
    let english = first_line(&[("POA_LANG", "en")]);
    let chinese = first_line(&[("POA_LANG", "zh")]);
    assert!(
        english.is_ascii() && !chinese.is_ascii(),
        "{english} {chinese}"
    );
    for (variables, wanted) in [
        ([("POA_LANG", ""), ("LANG", "zh_CN.UTF-8")], &chinese),
        ([("POA_LANG", ""), ("LANG", "en_GB.UTF-8")], &english),
        ([("POA_LANG", "en"), ("LANG", "zh_CN.UTF-8")], &english),
        ([("LC_ALL", ""), ("LANG", "zh_CN.UTF-8")], &chinese),
    ] {
        assert_eq!(&first_line(&variables), wanted, "{variables:?}");
    }
}
