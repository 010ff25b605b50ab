//! Bad input gets a clear answer with its place and a remedy, and no panic.

use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::helpers::{catalogue, contacts, example, load, poa, root};

/// Loads the example with one text put in the place of another; the finding stands where that is.
#[track_caller]
fn check(from: &str, to: &str, code: &str) {
    let text = example();
    let at = text
        .find(from)
        .unwrap_or_else(|| panic!("{from} is not in the example"));
    let damaged = text.replacen(from, to, 1);
    let found = load(&damaged, catalogue(), &contacts()).expect_err("this is refused");
    // Where several lines are put in, the last of them is at fault.
    let line = 1 + damaged[..at + to.len()].matches('\n').count();
    let lines = [line, 1 + damaged[..at].matches('\n').count()];
    let expected = lines.map(|line| format!("error[{code}] case.yaml:{line}:"));
    let is_expected = |said: &str| expected.iter().any(|start| said.starts_with(start));
    assert!(found.lines().any(is_expected), "{expected:?}: {found}");
}

#[test]
fn the_form_of_the_file() {
    check("marketplace: us", "marketplce: us", "unknown-key");
    check("marketplace: us", "marketplace: [us, uk]", "wrong-type");
    check("marketplace: us", "marketplace:", "empty-text");
    check("marketplace: us", "marketplace: ~", "empty-text");
    check("marketplace: us", "marketplace: null", "empty-text");
    check(
        "marketplace: us",
        "marketplace: us\nmarketplace: uk",
        "duplicate-key",
    );
    check(
        "  late-orders: 157",
        "  late-orders: 157\n  late-orders: 158",
        "duplicate-key",
    );
    check("seller:\n  store", "seller:\n\tstore", "yaml-syntax");
    check("facts:", "facts: []\nx:", "wrong-type");
    check("late-orders: 157", "late-orders: {{n}}", "wrong-type");
}

#[test]
fn names_that_lead_nowhere_get_the_nearest() {
    check(
        "performance/late-shipment",
        "performance/late-shipmnt",
        "unknown-appeal",
    );
    check("marketplace: us", "marketplace: germny", "unknown-store");
    check("  weekend-orders:", "  weekend-order:", "unknown-entry");
    check("  late-rate:", "  lat-rate:", "unknown-fact");
    check(
        "owner: warehouse-supervisor",
        "owner: warehouse-supervisr",
        "unknown-term",
    );
    let text = example().replace("performance/late-shipment", "performance/late-shipmnt");
    let found = load(&text, catalogue(), &contacts()).expect_err("refused");
    assert!(
        found.contains("did you mean `performance/late-shipment`?"),
        "{found}"
    );
}

#[test]
fn values_that_cannot_be() {
    check("date: 2026-11-20", "date: 2026-02-31", "no-such-date");
    check("date: 2026-11-20", "date: 20/11/2026", "expected-date");
    check("done-on: 2026-11-17", "done-on: 2026-11-21", "after-letter");
    check("since: 2026-11-15", "since: 2027-01-01", "after-letter");
    check("asins: []", "asins: [B0SHORT]", "expected-asin");
    check("orders: []", "orders: [1-2-3]", "expected-order");
    check("late-rate: 43.73", "late-rate: 143.73", "expected-percent");
}

#[test]
#[should_panic(expected = "is not in the example")]
fn the_check_itself_fails_where_it_should() {
    check("no such text", "", "");
}

#[test]
fn characters_that_hide_or_break() {
    for c in [
        "\u{0}", "\u{8}", "\u{1B}", "\u{202E}", "\u{2066}", "\u{E000}", "\u{FFFE}",
    ] {
        check(
            "store: Larkfield",
            &format!("store: Lark{c}field"),
            "forbidden-character",
        );
    }
    check(
        "store: Larkfield Home",
        &format!("store: {}", "x".repeat(100_000)),
        "expected-shorter",
    );
}

#[test]
fn what_looks_dangerous_but_is_text_stays_text() {
    for text in [
        "{{late-rate}}",
        "<&>\"'",
        "a\u{2028}b",
        "😀 👨‍👩‍👧",
        "]]>",
        "%s %n",
        "$(rm -rf)",
        "_x000D_",
    ] {
        let quoted = serde_json::to_string(text).expect("a text");
        let from = "en: We bought a second label printer of the same model and connected it at the packing table.";
        let case = example().replacen(from, &format!("en: {quoted}"), 1);
        let (catalogue, contacts) = (catalogue(), contacts());
        let case = load(&case, catalogue, &contacts).expect("a text is a text");
        let letter = crate::helpers::assemble(&case, catalogue, &contacts);
        for format in poa::render::FORMATS {
            let bytes = poa::render::render(&letter, format).expect("the letter can be written");
            if format.is_text() {
                let written = String::from_utf8(bytes).expect("UTF-8");
                let word = text.split(['\u{2028}', ' ']).next().expect("a word");
                let ascii = word.replace('\u{200D}', "");
                assert!(written.contains(&ascii), "{text}");
            }
        }
    }
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("a temporary file");
    path.to_string_lossy().into_owned()
}

#[test]
fn files_that_are_no_case() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let gbk = [
        b"seller: { store: ".as_slice(),
        &[0xB3, 0xBF, 0xEA, 0xD8, 0xBC, 0xD2],
        b" }\n",
    ]
    .concat();
    let utf16: Vec<u8> = "\u{FEFF}appeal: x"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let large = "# filler\n".repeat(40_000);
    let brackets = "[".repeat(100_000);
    let braces = "{a: ".repeat(60_000);
    for (name, bytes, code) in [
        ("gbk.yaml", gbk.as_slice(), "not-utf8"),
        ("utf16.yaml", &utf16, "not-utf8"),
        ("large.yaml", large.as_bytes(), "too-large"),
        ("brackets.yaml", brackets.as_bytes(), "too-deep"),
        ("braces.yaml", braces.as_bytes(), "too-deep"),
        ("empty.yaml", b"", "empty-file"),
        ("binary.yaml", &[0xFF; 4000], "not-utf8"),
    ] {
        let path = write(folder.path(), name, bytes);
        let start = Instant::now();
        let output = poa(folder.path(), &["build", &path]);
        // Far from a mark of speed; a parser that is quadratic takes a minute.
        assert!(start.elapsed() < Duration::from_secs(5), "{name}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{name}: {said}");
        assert!(said.contains(&format!("error[{code}]")), "{name}: {said}");
        assert!(said.contains("help:"), "{name}: {said}");
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let text = format!("\u{FEFF}{}", example().replace('\n', "\r\n"));
    let path = write(folder.path(), "case.yaml", text.as_bytes());
    let output = poa(
        folder.path(),
        &["build", &path, "--format", "txt", "--out", "-"],
    );
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(!output.stdout.contains(&b'\r'));
}

#[test]
fn files_that_cannot_be_read_or_written() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let case = write(folder.path(), "case.yaml", example().as_bytes());
    let file = write(folder.path(), "a-file", b"x");
    for arguments in [
        &["build", "no-such-file.yaml"][..],
        &["build", "."],
        &["build", &case, "--out", &file],
        &[
            "build", &case, "--format", "docx", "--out", "-", "--format", "txt",
        ],
        &["appeals", "--validate", "no-such-folder"],
        &["build", &case, "--appeals", "no-such-folder"],
    ] {
        let output = poa(folder.path(), arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(
            said.starts_with("error: ") && said.contains("help:"),
            "{arguments:?}: {said}"
        );
    }
    assert_eq!(std::fs::read(&file).expect("still there"), b"x");
}

#[test]
fn nothing_is_overwritten_unasked() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let case = write(folder.path(), "case.yaml", example().as_bytes());
    std::fs::create_dir(folder.path().join("out")).expect("a folder");
    write(&folder.path().join("out"), "email.txt", b"mine");
    let output = poa(folder.path(), &["build", &case, "--out", "out"]);
    assert_eq!(output.status.code(), Some(2));
    let names: Vec<_> = std::fs::read_dir(folder.path().join("out"))
        .expect("the folder")
        .collect();
    assert_eq!(names.len(), 1, "nothing else was begun");
    assert_eq!(
        std::fs::read(folder.path().join("out/email.txt")).expect("there"),
        b"mine"
    );
    let output = poa(folder.path(), &["build", &case, "--out", "out", "--force"]);
    assert!(output.status.success());
    assert_ne!(
        std::fs::read(folder.path().join("out/email.txt")).expect("there"),
        b"mine"
    );
}

#[test]
fn a_case_with_gaps_is_refused_with_all_of_them() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let text = example()
        .replace("  late-orders: 157\n", "")
        .replace("done-on: 2026-11-17, ", "")
        .replace(
            "      zh: 我们购置了第二台同型号标签打印机，并已在打包台接好。\n",
            "",
        )
        .replace("  merchant-token: A3EXAMPLE1TOKEN\n", "")
        .replace(
            "  rota: { file: 06-weekend-rota.pdf }\n",
            "  rota: { file: 排班表.pdf }\n",
        );
    let case = write(folder.path(), "case.yaml", text.as_bytes());
    let output = poa(folder.path(), &["build", &case]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    for wanted in [
        "5 answers are missing",
        "facts.late-orders",
        "actions.saturday-collection.done-on",
        "actions.own-1.own.zh",
        "seller.merchant-token",
        "evidence.rota.file",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert!(!folder.path().join("case-letter").exists());
    let output = poa(folder.path(), &["build", &case, "--draft"]);
    assert!(output.status.success());
    let email =
        std::fs::read_to_string(folder.path().join("case-letter/email.txt")).expect("written");
    assert!(
        email.contains("*** DRAFT") && email.contains("[MISSING: Orders confirmed late] of 359"),
        "{email}"
    );
    let bytes = std::fs::read(folder.path().join("case-letter/letter.docx")).expect("written");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a DOCX");
    let mut document = String::new();
    let mut part = archive.by_name("word/document.xml").expect("the body");
    std::io::Read::read_to_string(&mut part, &mut document).expect("UTF-8");
    assert!(
        document.contains("w:highlight") && document.contains("DRAFT") && document.contains("草稿")
    );
}

#[test]
fn a_folder_of_ones_own_is_checked_whole() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let family = folder.path().join("performance");
    std::fs::create_dir(&family).expect("a folder");
    let appeals = root().join("appeals/performance");
    let english = std::fs::read_to_string(appeals.join("late-shipment.yaml")).expect("the type");
    let chinese = std::fs::read_to_string(appeals.join("late-shipment.zh.yaml")).expect("the type");
    let english = english
        .replacen("stance: acknowledge", "stance: mixed", 1)
        .replacen("    type: percent\n", "    typ: percent\n", 1)
        .replacen("issue: late-shipment\n", "", 1);
    write(&family, "late-shipment.yaml", english.as_bytes());
    write(&family, "late-shipment.zh.yaml", chinese.as_bytes());
    write(&family, "notes.txt", b"stray");
    let output = poa(
        folder.path(),
        &["appeals", "--validate", ".", "--format", "json"],
    );
    assert_eq!(output.status.code(), Some(1));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rules: Vec<&str> = answer["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|d| d["rule"].as_str())
        .collect();
    for rule in ["stray-file", "unknown-value", "unknown-key", "missing-key"] {
        assert!(rules.contains(&rule), "{rule}: {answer}");
    }
    // The valid folder, and the built-in one without what all share.
    write(
        &family,
        "late-shipment.yaml",
        std::fs::read(appeals.join("late-shipment.yaml"))
            .expect("the type")
            .as_slice(),
    );
    std::fs::remove_file(family.join("notes.txt")).expect("removed");
    let output = poa(folder.path(), &["appeals", "--validate", "."]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    let listed = poa(folder.path(), &["appeals", "--appeals", "."]);
    assert_eq!(
        String::from_utf8_lossy(&listed.stdout)
            .matches("performance/")
            .count(),
        1
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// No bytes make the loader panic.
    #[test]
    fn any_text_is_answered(text in "[\\PC\n\t:{}\\[\\]#\"'~-]{0,300}") {
        let file = poa::source::SourceFile::new("case.yaml", text);
        let _ = poa::case::read(&file);
    }

    /// Nor does a valid case with a piece cut out, doubled or replaced.
    #[test]
    fn a_damaged_case_is_answered(from in 0usize..3000, length in 0usize..40, put in "\\PC{0,8}") {
        let text = example();
        let mut from = from.min(text.len());
        while !text.is_char_boundary(from) { from -= 1; }
        let mut to = (from + length).min(text.len());
        while !text.is_char_boundary(to) { to += 1; }
        let damaged = format!("{}{put}{}", &text[..from], &text[to..]);
        let _ = load(&damaged, catalogue(), &contacts());
    }

    /// Any bytes are decoded or refused.
    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = poa::source::decode_utf8("case.yaml", bytes);
    }
}
