//! Whole letters in two languages, `tests/check/pairs/`: correct ones and ones with a mistake.
//!
//! A file begins with `languages:` and one or more `expect:` (a rule and the words it points to,
//! or `none`); the two languages are separated by a line of `=====`.

#![allow(clippy::print_stdout, reason = "the tests show their counts")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use poa::check::pair::{Difference, Kind, Text, compare};
use poa::check::values::{Certainty, Value, find};
use poa::lang::{Lang, is_letter};

use crate::helpers::root;

/// A pair and what is to be found in it.
struct Pair {
    name: String,
    languages: [Lang; 2],
    texts: [String; 2],
    expected: Vec<(String, String)>,
}

fn read(path: &PathBuf) -> Pair {
    let text = std::fs::read_to_string(path).expect("a pair can be read");
    let (head, body) = text.split_once("\n\n").expect("a head and a body");
    let (left, right) = body
        .split_once("\n=====\n")
        .or_else(|| body.strip_prefix("=====\n").map(|right| ("", right)))
        .expect("two sides");
    let mut pair = Pair {
        name: path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned(),
        languages: ["en", "zh"].map(|code| code.parse().expect("a language")),
        texts: [left.to_owned(), right.to_owned()],
        expected: Vec::new(),
    };
    for line in head.lines() {
        let (key, value) = line.split_once(": ").expect("key and value");
        match key {
            "languages" => {
                let mut codes = value
                    .split(' ')
                    .map(|code| code.parse().expect("a language"));
                pair.languages = [(); 2].map(|()| codes.next().expect("two languages"));
            }
            "expect" if value == "none" => {}
            "expect" => {
                let (rule, quote) = value.split_once(' ').unwrap_or((value, ""));
                pair.expected
                    .push((rule.to_owned(), quote.trim_matches('"').to_owned()));
            }
            _ => panic!("{}: {key}", pair.name),
        }
    }
    pair
}

fn pairs() -> Vec<Pair> {
    pairs_in(&root().join("tests/check/pairs"))
}

fn pairs_in(folder: &Path) -> Vec<Pair> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of pairs")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths.iter().map(read).collect()
}

fn differences(pair: &Pair) -> Vec<Difference> {
    let [left, right] = [0, 1].map(|side| Text {
        text: &pair.texts[side],
        lang: pair.languages[side],
    });
    compare(left, right)
}

fn rule(kind: Kind) -> &'static str {
    match kind {
        Kind::Numbers => "numbers-differ",
        Kind::Dates => "dates-differ",
        Kind::Ids => "ids-differ",
        Kind::Untranslated | Kind::Paragraphs => "untranslated",
    }
}

/// The rule fits, and the words overlap those expected, on either side.
fn meets(difference: &Difference, (name, quote): &(String, String)) -> bool {
    let places = std::iter::once(&difference.place).chain(&difference.instead);
    let mut quotes = places.map(|place| place.quote.as_str());
    rule(difference.kind) == name
        && quotes
            .any(|seen| seen.contains(quote.as_str()) || (!seen.is_empty() && quote.contains(seen)))
}

fn line(difference: &Difference) -> String {
    let instead = difference
        .instead
        .as_ref()
        .map_or("-", |place| &place.quote);
    let start: String = difference.place.quote.chars().take(60).collect();
    format!("{} {start:?} / {instead:?}", rule(difference.kind))
}

/// How many mistakes were planted and found, how many alarms were false; and which.
fn judge(pairs: &[Pair]) -> (usize, usize, usize, String) {
    let (mut hits, mut wanted, mut report, mut alarms) = (0, 0, String::new(), 0);
    for pair in pairs {
        let found = differences(pair);
        wanted += pair.expected.len();
        for expected in &pair.expected {
            if found.iter().any(|one| meets(one, expected)) {
                hits += 1;
            } else {
                let _ = writeln!(
                    report,
                    "missed {}: {} {:?}",
                    pair.name, expected.0, expected.1
                );
            }
        }
        for one in &found {
            // An entry that is missing is one difference, its numbers are others.
            let around = |(_, quote): &(String, String)| {
                let [whole, part] = match one.kind {
                    Kind::Paragraphs => [&one.place.quote, quote],
                    _ => [quote, &one.place.quote],
                };
                !part.is_empty() && whole.contains(part.as_str())
            };
            let mut expected = pair.expected.iter();
            if !expected.any(|expected| meets(one, expected) || around(expected)) {
                alarms += 1;
                let _ = writeln!(report, "false alarm {}: {}", pair.name, line(one));
            }
        }
    }
    (hits, wanted, alarms, report)
}

/// Prints what the pairs below a folder came to; with `POA_TOTALS` set, the sums alone.
#[allow(clippy::disallowed_methods, reason = "what to show is the caller's")]
pub(crate) fn score(folder: &Path) {
    let (hits, wanted, alarms, report) = judge(&pairs_in(&folder.join("pairs")));
    if std::env::var("POA_TOTALS").is_err() {
        println!("{report}");
    }
    println!("pairs: {hits} of {wanted} mistakes found, {alarms} false alarms");
}

#[test]
fn mistakes_are_found_and_correct_pairs_raise_nothing() {
    let pairs = pairs();
    let correct = pairs.iter().filter(|pair| pair.expected.is_empty()).count();
    let (hits, wanted, alarms, report) = judge(&pairs);
    println!(
        "{correct} correct pairs, {} with a mistake",
        pairs.len() - correct
    );
    println!("{hits} of {wanted} mistakes found, {alarms} false alarms\n{report}");
    assert!(correct >= 20 && pairs.len() - correct >= 20);
    assert!(alarms == 0 && hits * 10 >= wanted * 9, "\n{report}");
}

/// Every sure number of the correct pairs, made another one on one side, is found.
#[test]
fn a_changed_digit_is_found() {
    let (mut tried, mut seen, mut report) = (0, 0, String::new());
    for pair in pairs().iter().filter(|pair| pair.expected.is_empty()) {
        for side in [0, 1] {
            for one in find(&pair.texts[side], pair.languages[side]) {
                let Some(text) = changed(&pair.texts[side], &one) else {
                    continue;
                };
                let mut other = Pair {
                    texts: pair.texts.clone(),
                    ..read(&root().join(format!("tests/check/pairs/{}.txt", pair.name)))
                };
                other.texts[side] = text;
                tried += 1;
                if differences(&other).is_empty() {
                    let words = &pair.texts[side][one.span.clone()];
                    let _ = writeln!(report, "missed {}: {words}", pair.name);
                } else {
                    seen += 1;
                }
            }
        }
    }
    println!("{seen} of {tried} changed values found\n{report}");
    assert!(
        tried > 300 && seen * 100 >= tried * 97,
        "{seen} of {tried}\n{report}"
    );
}

/// The text with the last digit of a value made another one.
fn changed(text: &str, one: &poa::check::values::Found) -> Option<String> {
    let counts = !matches!(one.value, Value::Weekday(_));
    if one.certainty == Certainty::Soft || !counts {
        return None;
    }
    let words = &text[one.span.clone()];
    let (at, digit) = words
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_ascii_digit())?;
    let other = match digit {
        '9' => '4',
        '0' => '5',
        '1' => '2',
        _ => char::from_digit(digit.to_digit(10)? - 1, 10)?,
    };
    let mut words = words.to_owned();
    words.replace_range(at..=at, &other.to_string());
    Some(format!(
        "{}{words}{}",
        &text[..one.span.start],
        &text[one.span.end..]
    ))
}

/// The letters of the catalogue and their reading copies say the same.
#[test]
fn letters_of_the_catalogue_raise_nothing() {
    let mut report = String::new();
    for path in crate::helpers::case_files() {
        let folder = path.parent().expect("a folder");
        // What is no letter is compared entry by entry where its case is checked.
        if !folder.join("email.txt").exists() {
            continue;
        }
        let text = |name: &str| {
            let text = std::fs::read_to_string(folder.join(name)).expect("a letter");
            text.replace('\u{a0}', " ")
        };
        let email = text("email.txt");
        // the reading copy has no subject, and no address
        let (_, letter) = email.split_once("\n\n").expect("a head");
        let pair = Pair {
            name: folder.display().to_string(),
            languages: ["en", "zh"].map(|code| code.parse().expect("a language")),
            texts: [letter.to_owned(), text("reading.txt")],
            expected: Vec::new(),
        };
        for one in differences(&pair) {
            let _ = writeln!(report, "{}: {}", pair.name, line(&one));
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// The paragraphs of a text, as ranges.
fn paragraphs(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    for part in text.split("\n\n") {
        all.push(at..at + part.len());
        at += part.len() + 2;
    }
    all
}

/// A correct pair with one side changed.
fn with(pair: &Pair, side: usize, text: String) -> Vec<Difference> {
    let mut texts = pair.texts.clone();
    texts[side] = text;
    let [left, right] = [0, 1].map(|side| Text {
        text: &texts[side],
        lang: pair.languages[side],
    });
    compare(left, right)
}

#[test]
fn a_dropped_paragraph_is_found() {
    let (mut tried, mut seen, mut report) = (0, 0, String::new());
    for pair in pairs().iter().filter(|pair| pair.expected.is_empty()) {
        for side in [0, 1] {
            let text = &pair.texts[side];
            for range in paragraphs(text) {
                let long = text[range.clone()].chars().count() > if side == 0 { 70 } else { 40 };
                if !long || range.len() * 2 > text.len() {
                    continue;
                }
                let end = (range.end + 2).min(text.len());
                let without = format!("{}{}", &text[..range.start], &text[end..]);
                tried += 1;
                if with(pair, side, without).is_empty() {
                    let start: String = text[range].chars().take(30).collect();
                    let _ = writeln!(report, "missed {}: {start}", pair.name);
                } else {
                    seen += 1;
                }
            }
        }
    }
    println!("{seen} of {tried} dropped paragraphs found\n{report}");
    assert!(tried > 60 && seen * 10 >= tried * 9, "\n{report}");
}

#[test]
fn paragraphs_put_together_raise_nothing() {
    let (mut tried, mut report) = (0, String::new());
    for pair in pairs().iter().filter(|pair| pair.expected.is_empty()) {
        for side in [0, 1] {
            let text = &pair.texts[side];
            for range in paragraphs(text).iter().skip(1) {
                let label = text[range.start..]
                    .starts_with(|c: char| c.is_ascii_digit() || "（(-一二三".contains(c));
                // "A. Bello" looks like an entry where it stands.
                let initial = text[range.start..].chars().nth(1) == Some('.');
                // By its values a paragraph is known again; one without any may be missing.
                let valueless = !text[range.clone()].contains(|c: char| c.is_ascii_digit());
                if label || initial || valueless {
                    continue;
                }
                let written = |c: char| is_letter(c) && !('\u{4E00}'..='\u{9FFF}').contains(&c);
                let letter = |c: Option<char>| c.is_some_and(written);
                let apart = letter(text[..range.start - 2].chars().next_back())
                    && letter(text[range.start..].chars().next());
                let spaced = !matches!(pair.languages[side].as_str(), "zh" | "ja");
                let joint = if apart || spaced { " " } else { "" };
                let joined = format!(
                    "{}{joint}{}",
                    &text[..range.start - 2],
                    &text[range.start..]
                );
                tried += 1;
                for one in with(pair, side, joined) {
                    let start: String = text[range.start..].chars().take(30).collect();
                    let _ = writeln!(report, "{} at {start}: {}", pair.name, line(&one));
                }
            }
        }
    }
    println!("{tried} pairs with paragraphs put together\n{report}");
    assert!(tried > 60 && report.is_empty(), "\n{report}");
}
