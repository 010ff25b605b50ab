//! Reading notices: any text at all, and what the data files owe their readers.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use poa::catalogue::Catalogue;
use poa::notice::{Notice, Recogniser, Surroundings, is_ours};
use poa::source::{self, SourceFile};
use proptest::prelude::*;
use std::sync::OnceLock;

use crate::helpers::{catalogue, poa, root};

fn recogniser() -> &'static Recogniser {
    static MADE: OnceLock<Recogniser> = OnceLock::new();
    MADE.get_or_init(|| {
        let appeals = source::appeals(|_| true);
        let surroundings = Surroundings::glance(&appeals, &source::contacts(|_| true));
        Recogniser::load("appeals", &appeals, surroundings).expect("the built-in files are valid")
    })
}

/// Reads a text and looks whether every place in the answer lies in it.
fn read(text: &str) -> Notice {
    let notice = recogniser().parse(text);
    let named = [
        &notice.asked,
        &notice.conditions,
        &notice.answers,
        &notice.warnings,
    ];
    let places = notice
        .matched
        .iter()
        .map(|m| &m.place)
        .chain(named.into_iter().flatten().map(|n| &n.place))
        .chain(notice.documents.iter().filter_map(|d| d.place.as_ref()))
        .chain(notice.deadline.iter().map(|d| &d.place));
    for place in places {
        assert!(text.get(place.clone()).is_some(), "{place:?} of {text:?}");
    }
    notice
}

/// Pieces of notices, mails and pages, to be put together at random.
const PIECES: [&str; 40] = [
    "Your account ",
    "late shipment rate ",
    "4% ",
    "４．５％",
    "\n",
    "\r\n",
    ". ",
    "? ",
    "> ",
    "<p>",
    "</p>",
    "<br",
    "<style>",
    "<!--",
    "&nbsp;",
    "&#x110000;",
    "&#20013;",
    "Content-Type: text/html; charset=gbk\n",
    "Content-Transfer-Encoding: base64\n\n",
    "Content-Transfer-Encoding: quoted-printable\n\n",
    "=C3=",
    "=\n",
    "1tDOxA==",
    "--x\n",
    "multipart/mixed; boundary=x",
    "ASIN: ",
    "B0EXAMPL17",
    "B0********",
    "111-1234567-1234567",
    "a@example.com",
    "@",
    "://amazon-x.example.com",
    "within 72 hours ",
    "迟发率",
    "出荷遅延率",
    "您的账户",
    "é",
    "ß",
    "\u{FEFF}",
    "2026年1月2日",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        read(&text);
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_mixture_is_read(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..60)) {
        read(&pieces.concat());
    }

    #[test]
    fn a_notice_cut_anywhere_is_read(at in 0usize..2000) {
        let text = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n\
            Ihr Verk=C3=A4uferkonto wurde deaktiviert. <div>Your late shipment rate is 7.2%; the target is 4%.</div>\n\
            \u{8fdf}\u{53d1}\u{7387} 4% ASIN: B0EXAMPL17 Complaint ID: 12345678901".repeat(3);
        let mut at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        read(&text[..at]);
    }
}

/// What makes many parsers slow: marks that open and never close, one endless word, one endless line.
#[test]
fn long_texts_of_anything_take_no_time() {
    let size = 50_000;
    for piece in [
        "a",
        "<",
        "<a",
        "<style>",
        "<!--",
        "&",
        "@",
        "a@",
        "a.",
        "://",
        "1",
        "1.",
        "12 ",
        "=",
        "> ",
        "\n",
        "B0",
        "late shipment rate ",
        "迟发率",
        "４",
        "within 3 days ",
        "1月",
        "january 1 ",
        "complaint id ",
        "rights owner a@b.cd ",
        "--x\n",
    ] {
        let mut text = piece.repeat(size / piece.len());
        for head in ["", "Content-Type: multipart/mixed; boundary=x\n\n"] {
            text.insert_str(0, head);
            let start = Instant::now();
            read(&text);
            // Without optimisation, on a busy machine; quadratic time would be minutes.
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "{piece:?}: {:?}",
                start.elapsed()
            );
        }
    }
}

#[test]
fn what_is_named_exists() {
    let issues = recogniser().issues();
    // No notice leads to a message to a buyer.
    let letters = catalogue().types.keys().filter(|id| !id.is_reply());
    let types: BTreeSet<String> = letters.map(ToString::to_string).collect();
    let mut answered = BTreeSet::new();
    for id in issues.keys() {
        for appeal in recogniser().appeal_types(id) {
            assert!(types.contains(&appeal), "{id}: {appeal}");
            answered.insert(appeal);
        }
    }
    // Letters beside an appeal, reports and messages to buyers answer no notice.
    let beside = |id: &&String| {
        ["companion/", "reports/", "replies/"]
            .iter()
            .any(|family| id.starts_with(family))
    };
    let idle: Vec<_> = types
        .difference(&answered)
        .filter(|id| !beside(id))
        .collect();
    assert!(idle.is_empty(), "no issue leads to {idle:?}");
}

#[test]
fn every_issue_has_a_notice_and_every_notice_its_reading() {
    let mut named = BTreeSet::new();
    let (mut texts, mut readings) = (0, 0);
    for entry in walkdir::WalkDir::new(root().join("tests/notices")) {
        let path = entry.expect("tests/notices can be read").into_path();
        match path.extension().and_then(|e| e.to_str()) {
            Some("txt") => texts += 1,
            Some("yaml") => {
                readings += 1;
                let text = std::fs::read_to_string(&path).expect("a reading");
                let first = text.lines().find_map(|l| l.strip_prefix("issue: "));
                named.extend(first.map(str::to_owned));
            }
            _ => {}
        }
    }
    assert_eq!(texts, readings);
    assert!(texts >= 40);
    for id in recogniser().issues().keys() {
        assert!(named.contains(id), "no invented notice alleges {id}");
    }
}

/// Faults of a data file are said with their line; none is passed over.
#[test]
fn faults_in_the_files_are_said() {
    let check = |path: &str, from: &str, to: &str, expected: &str| {
        let mut files = source::appeals(is_ours);
        let file = files
            .iter_mut()
            .find(|f| f.path.ends_with(path))
            .expect("a file");
        assert!(file.text.contains(from), "{path}: {from}");
        file.text = file.text.replacen(from, to, 1).into();
        let found =
            Recogniser::load("appeals", &files, Surroundings::default()).expect_err("a fault");
        let lines: String = found.iter().fold(String::new(), |mut all, d| {
            let _ = writeln!(all, "{}", d.to_line(poa::lang::EN));
            all
        });
        assert!(lines.contains(expected), "{lines}");
        assert!(found.iter().all(|d| d.location.span.is_some()), "{lines}");
    };
    check(
        "_issues/late-shipment.yaml",
        "means:",
        "meaning:",
        "meaning",
    );
    check("_issues/late-shipment.yaml", "{late}", "{lates}", "lates");
    check(
        "_issues/late-shipment.yaml",
        "yields-to: [",
        "yields-to: [nothing, ",
        "nothing",
    );
    check(
        "_issues/condition.yaml",
        "documents: [invoice",
        "documents: [invoices",
        "invoices",
    );
    check("_notice/words.yaml", "named: ", "named: x", "text");
    let stray = SourceFile::new("appeals/_notice/more.yaml", "marks: {}\n");
    let mut files = source::appeals(is_ours);
    files.push(stray);
    assert!(Recogniser::load("appeals", &files, Surroundings::default()).is_err());
    let odd = [SourceFile::new("appeals/_issue/a.yaml", "x: y\n")];
    assert!(Catalogue::load("appeals", &odd).is_err());
}

/// Texts as editors and mail programs save them are the same notice.
#[test]
fn encodings_and_wrappings_do_not_matter() {
    let plain = "您的迟发率目前为6.5%，目标是低于4%。您的自配送商品已被停用，请提交行动计划。";
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(plain.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let html = format!("<html><body><p>{plain}</p></body></html>");
    for bytes in [plain.as_bytes().to_vec(), utf16, html.into_bytes()] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_poa"))
            .args(["notice", "-", "--format", "json"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        child
            .stdin
            .take()
            .expect("its input")
            .write_all(&bytes)
            .expect("it reads");
        let output = child.wait_with_output().expect("it ends");
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(answer["issue"], "late-shipment");
        assert_eq!(answer["metrics"][0]["value"], "6.5%");
        assert_eq!(answer["metrics"][0]["target"], "4%");
    }
}

/// Every labelled folder is measured in the same way.
#[test]
fn the_score_of_a_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(
        folder.path().join("labels.yaml"),
        "- id: a\n  type: late_shipment\n  also: []\n  language: en\n  marketplace: null\n  deadline_days: 7\n  text_file: a.txt\n\
         - id: b\n  type: other\n  text_file: b.txt\n",
    )
    .expect("written");
    let late = "Your late shipment rate is too high. Your account will be deactivated. Send a plan of action within 7 days.";
    std::fs::write(folder.path().join("a.txt"), late).expect("written");
    std::fs::write(folder.path().join("b.txt"), "Thank you for your call.").expect("written");
    let output = poa(folder.path(), &["notice", "--score", "."]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        text.contains("primary issue right    2/2 = 100.0 %"),
        "{text}"
    );
    assert!(text.contains("wrong                  0/2"), "{text}");
}

/// What is loaded for a text reads it as what is loaded for all.
#[test]
fn the_signs_of_its_languages_are_enough_for_a_text() {
    let appeals = source::appeals(|_| true);
    let contacts = source::contacts(|_| true);
    let folder = root().join("tests/notices");
    let mut texts = 0;
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let path = entry.expect("the folder can be read").into_path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let surroundings = Surroundings::glance(&appeals, &contacts);
        let own = Recogniser::load_for(&text, "appeals", &appeals, surroundings);
        let own = own.expect("the built-in files are valid").parse(&text);
        assert_eq!(own, read(&text), "{}", path.display());
        texts += 1;
    }
    assert!(texts > 100, "{texts}");
}
