//! Any text at all goes through the rules without a panic, and every place they give is one.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use poa::check::{self, About, Checked, Kind, Lexicon, Pair, Place};
use poa::lang::Lang;
use poa::source;
use proptest::prelude::*;

static LEXICONS: LazyLock<BTreeMap<Lang, Lexicon>> = LazyLock::new(|| {
    let languages = ["en", "zh", "ja", "de"];
    languages
        .iter()
        .map(|code| {
            let lang: Lang = code.parse().expect("a language");
            let files = source::appeals(|path| path.starts_with(&format!("_check/{lang}/")));
            let lexicon = Lexicon::load(lang, &files).expect("the words are valid");
            (lang, lexicon)
        })
        .collect()
});

/// Pieces that rules look for, cut anywhere and set side by side.
const PIECES: &[&str] = &[
    "[",
    "]",
    "[date]",
    "{{",
    "}}",
    "【",
    "】",
    "（",
    "）",
    "(",
    ")",
    ">>",
    "<<",
    "/*",
    "*/",
    "<br>",
    "**",
    "__",
    "`",
    "##",
    "](http",
    "|---|",
    "XXX",
    "X月",
    "____",
    "??",
    "○○",
    "TODO",
    "DD/MM/",
    "31 April 2026",
    "30/02/2026",
    "03/04/26",
    "2月30日",
    "三十一日",
    "六月",
    "31. Mai",
    "of the",
    "1,150",
    "a,b",
    "one.Two",
    "a.pdf",
    "x@example.com",
    "@shop",
    "www.",
    "https://",
    "amazon.com",
    "+1 555 0142",
    "0571-5550188",
    "five five",
    "一三八零",
    "(at)",
    "dot com",
    "!!",
    "！！",
    "😢",
    "\u{FE0F}",
    "NEVER",
    "WE DID IT",
    "，",
    "。",
    "　",
    "李华",
    "有限公司",
    "ﬁ",
    "İ",
    "ß",
    "é",
    "e\u{301}",
    "\"",
    "“",
    "”",
    "「",
    "」",
    "'",
    "’",
    "review",
    "refund",
    "please cancel",
    "五星",
    "返现",
    "取消",
    "レビュー",
    "キャンセル",
    "Bewertung",
    "Situation:",
    "情况：",
    "not shipped",
    "没发",
    "=====",
    "\r\n",
    "\n\n",
    "\n",
    " ",
    "\t",
    "\0",
    "\u{200B}",
    "\u{FEFF}",
    "\u{202E}",
    "1.",
    "- ",
    "•",
    "Dear",
    "您好",
    "Root cause",
    "根本原因",
    "...",
    "…",
    "100%",
    "９９",
    "½",
    "𠀀",
    "ａ",
];

#[track_caller]
fn sound(text: &str, checked: &Checked) {
    for finding in &checked.found {
        if let Place::Text(range) = &finding.place {
            let words = text
                .get(range.clone())
                .unwrap_or_else(|| panic!("{}: {range:?} is no place", finding.rule.id));
            assert_eq!(words, finding.quote, "{}", finding.rule.id);
        }
    }
    let starts = checked.found.iter().map(|finding| match &finding.place {
        Place::Text(range) => range.start,
        _ => 0,
    });
    assert!(
        starts.is_sorted(),
        "the findings are in the order of the text"
    );
}

fn check_all(text: &str) {
    for (lang, lexicon) in LEXICONS.iter() {
        for kind in [Kind::Appeal, Kind::BuyerMessage] {
            let about = About {
                domain: Some("amazon.com"),
                owes_no_plan: false,
            };
            sound(text, &check::check_text(text, *lang, kind, lexicon, about));
        }
    }
    let lang = check::language(text);
    let unknown = check::check_unknown(text, lang, &LEXICONS[&lang], About::default());
    sound(text, &unknown);
    if let Some((left, right)) = check::divide(text) {
        for finding in check::check_pair(&Pair::new(left, right)) {
            match &finding.place {
                Place::Text(range) => assert!(left.get(range.clone()).is_some()),
                Place::Other(range) => assert!(right.get(range.clone()).is_some()),
                _ => {}
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_all(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_string(text in "\\PC{0,200}") {
        check_all(&text);
    }

    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        check_all(&pieces.concat());
    }

    #[test]
    fn any_pieces_with_spaces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        check_all(&pieces.join(" "));
    }

    #[test]
    fn any_part_of_a_letter(from in 0_usize..4000, length in 0_usize..2000) {
        let letters = concat!(
            include_str!("../check/appeals/bad-en-caps-and-emoji.txt"),
            include_str!("../check/appeals/bad-zh-placeholders-notes.txt"),
            include_str!("../check/messages/bad-ja-cancel-request.txt"),
            include_str!("../check/appeals/bad-de-eilige-bitte.txt"),
        );
        let bytes = letters.as_bytes();
        let from = from.min(bytes.len());
        let to = (from + length).min(bytes.len());
        check_all(&String::from_utf8_lossy(&bytes[from..to]));
    }
}

/// A text of a megabyte that repeats what rules look for is read in a time that grows with it.
#[test]
fn long_lines_of_one_piece() {
    let (lang, lexicon) = LEXICONS.first_key_value().expect("a language");
    for piece in PIECES {
        let text = piece.repeat(40_000 / piece.len());
        let started = std::time::Instant::now();
        sound(
            &text,
            &check::check_text(&text, *lang, Kind::BuyerMessage, lexicon, About::default()),
        );
        // Unoptimised, on a busy machine: quadratic time would be minutes.
        assert!(started.elapsed().as_secs() < 30, "{piece:?}");
    }
}
