//! The guide can be read in two minutes, says the same in every language, and names its sources.

use poa::catalogue::{Catalogue, Guide, REQUIRED};
use poa::lang::{EN, ZH, is_cjk};
use poa::source::{self, SourceFile};

use crate::helpers::{own_built_in, poa, root};

fn guide() -> Guide {
    own_built_in().guide.expect("the guide is built in")
}

/// Loads the shared files with one text of a guide file put in the place of another.
#[track_caller]
fn check(path: &str, from: &str, to: &str, expected: &[&str]) {
    let mut files =
        source::appeals(|path| path.starts_with("_common/") || path.starts_with("_guide/"));
    let file: &mut SourceFile = files
        .iter_mut()
        .find(|file| file.path == path)
        .expect("the file is built in");
    assert!(file.text.contains(from), "{from}");
    file.text = file.text.replacen(from, to, 1).into();
    let found = Catalogue::load("appeals", &files).expect_err("this is refused");
    let lines: Vec<String> = found.iter().map(|d| d.to_line(EN)).collect();
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, start) in lines.iter().zip(expected) {
        assert!(line.starts_with(start), "{line} / {start}");
    }
}

#[test]
fn it_is_read_in_two_minutes() {
    let words = |lang: &str| {
        let output = poa(root(), &["guide", "--lang", lang]);
        assert!(output.status.success());
        String::from_utf8(output.stdout).expect("the guide is UTF-8")
    };
    // Signs of lists and numbers of sources are not read.
    let english = words("en");
    let read = |word: &&str| word.chars().any(char::is_alphabetic);
    let count = english.split_whitespace().filter(read).count();
    assert!(count <= 450, "{count} words");
    let chinese = words("zh").chars().filter(|c| is_cjk(*c)).count();
    assert!(chinese <= 900, "{chinese} characters");
}

#[test]
fn both_languages_say_it_in_their_own_script() {
    let guide = guide();
    let lines = guide.sections.iter().flat_map(|section| &section.lines);
    let titles = guide.sections.iter().map(|section| &section.title);
    for texts in lines
        .map(|line| &line.text)
        .chain(titles)
        .chain([&guide.title])
    {
        for lang in REQUIRED {
            assert!(texts.0.contains_key(&lang), "{texts:?}: {lang}");
        }
        assert!(texts.get(EN).is_ascii(), "{texts:?}");
        assert!(texts.get(ZH).chars().any(is_cjk), "{texts:?}");
    }
}

#[test]
fn nearly_every_line_has_a_source() {
    let guide = guide();
    let lines = guide.sections.iter().flat_map(|section| &section.lines);
    let advice: Vec<&str> = lines
        .filter(|line| line.sources.is_empty())
        .map(|line| line.id.as_str())
        .collect();
    assert_eq!(advice, ["control"]);
}

#[test]
fn what_does_not_fit_is_said_with_its_place() {
    let (en, zh) = ("appeals/_guide/en.yaml", "appeals/_guide/zh.yaml");
    check(
        en,
        "sources: [appeal]",
        "sources: [apeal]",
        &["error[unknown-id] appeals/_guide/en.yaml:"],
    );
    check(
        en,
        "sources:\n",
        "sources:\n  idle: { title: x, checked: 2026-11-22 }\n",
        &["error[unused-source] appeals/_guide/en.yaml:5:"],
    );
    check(
        en,
        "- id: decide",
        "- id: read",
        &[
            "error[id-twice] appeals/_guide/en.yaml:",
            "error[translates-nothing] appeals/_guide/zh.yaml:",
        ],
    );
    check(
        en,
        "kind: steps",
        "kind: step",
        &["error[unknown-value] appeals/_guide/en.yaml:"],
    );
    check(
        zh,
        "      decide:",
        "      decded:",
        &[
            "error[untranslated-id] appeals/_guide/zh.yaml:",
            "error[translates-nothing] appeals/_guide/zh.yaml:",
        ],
    );
    check(
        zh,
        "title: 动笔之前",
        "titel: 动笔之前",
        &[
            "error[missing-key] appeals/_guide/zh.yaml:",
            "error[unknown-key] appeals/_guide/zh.yaml:",
        ],
    );
}
