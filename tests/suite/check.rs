//! The rules on texts as people write them: `tests/check/`, each with what a careful reader expects.

#![allow(clippy::print_stdout, reason = "the test shows its counts")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use poa::check::{self, About, Kind, Lexicon, Place};
use poa::contacts::Status;
use poa::lang::Lang;
use poa::source;
use serde::Deserialize;
use serde_yaml::Value;

use crate::helpers::{assemble, catalogue, contacts, load, own_case, own_catalogue, root, today};

/// The head of a text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    kind: String,
    language: Lang,
    #[serde(default)]
    marketplace: Option<String>,
    /// Findings a careful reader expects: the id, or the id and the words it is about.
    expect: Vec<Expected>,
    /// Findings on which careful readers differ.
    #[serde(default)]
    may: Vec<Expected>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Expected {
    Whole(String),
    Words(BTreeMap<String, Option<String>>),
}

impl Expected {
    fn rule(&self) -> &str {
        match self {
            Self::Whole(rule) => rule,
            Self::Words(map) => map.keys().next().expect("one rule"),
        }
    }

    fn words(&self) -> Option<&str> {
        match self {
            Self::Whole(_) => None,
            Self::Words(map) => map.values().next().and_then(Option::as_deref),
        }
    }
}

#[derive(Default)]
struct Score {
    hits: usize,
    missed: Vec<String>,
    false_alarms: Vec<String>,
}

/// What the texts of a folder came to, by rule.
fn measure(folder: &Path) -> (BTreeMap<String, Score>, usize, usize) {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut lexicons: BTreeMap<Lang, Lexicon> = BTreeMap::new();
    let (mut good, mut false_in_good) = (0, 0);
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let path = entry.expect("the folder can be read").into_path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let name = path
            .file_stem()
            .expect("a name, or a text that takes everything")
            .to_string_lossy()
            .into_owned();
        let whole = std::fs::read_to_string(&path).expect("UTF-8");
        let (head, text) = whole.split_once("\n---\n").expect("a head");
        let head: Head = serde_yaml::from_str(head).unwrap_or_else(|e| panic!("{name}: {e}"));
        let lang = head.language;
        let lexicon = lexicons.entry(lang).or_insert_with(|| lexicon(lang));
        let kind = if head.kind == "appeal" {
            Kind::Appeal
        } else {
            Kind::BuyerMessage
        };
        let domain = head.marketplace.as_deref().map(domain);
        let about = About {
            domain: domain.as_deref(),
            owes_no_plan: false,
        };
        let checked = check::check_text(text, lang, kind, lexicon, about);
        let mut found: Vec<(String, String)> = checked
            .found
            .iter()
            .map(|finding| {
                let quote = match &finding.place {
                    Place::Text(range) => text[range.clone()].to_owned(),
                    _ => String::new(),
                };
                (finding.rule.id.to_owned(), quote)
            })
            .collect();
        let clean = head.expect.is_empty();
        good += usize::from(clean);
        for expected in &head.expect {
            let score = scores.entry(expected.rule().to_owned()).or_default();
            let of_rule: Vec<usize> = (0..found.len())
                .filter(|at| found[*at].0 == expected.rule())
                .collect();
            let near = of_rule
                .iter()
                .find(|at| {
                    expected
                        .words()
                        .is_none_or(|words| meet(text, &found[**at].1, words))
                })
                .or(of_rule.first());
            match near {
                Some(at) => {
                    score.hits += 1;
                    found.remove(*at);
                }
                None => score
                    .missed
                    .push(format!("{name}: {}", expected.words().unwrap_or("(whole)"))),
            }
        }
        let known = |rule: &str| {
            head.expect
                .iter()
                .chain(&head.may)
                .any(|e| e.rule() == rule)
        };
        for (rule, quote) in found.into_iter().filter(|(rule, _)| !known(rule)) {
            false_in_good += usize::from(clean);
            let score = scores.entry(rule).or_default();
            score.false_alarms.push(format!("{name}: {quote}"));
        }
    }
    (scores, good, false_in_good)
}

/// Whether two stretches of a text overlap.
fn meet(text: &str, found: &str, expected: &str) -> bool {
    let place = |words: &str| text.find(words.trim()).map(|at| (at, at + words.len()));
    match (place(found), place(expected)) {
        (Some(a), Some(b)) => a.0 < b.1 && b.0 < a.1,
        _ => false,
    }
}

pub(crate) fn lexicon(lang: Lang) -> Lexicon {
    let files = source::appeals(|path| path.starts_with(&format!("_check/{lang}/")));
    Lexicon::load(lang, &files).unwrap_or_else(|found| {
        let lines: Vec<String> = found.iter().map(|d| d.to_line(poa::lang::EN)).collect();
        panic!("{}", lines.join("\n"))
    })
}

fn domain(marketplace: &str) -> String {
    match marketplace {
        "us" => "amazon.com".to_owned(),
        "uk" => "amazon.co.uk".to_owned(),
        "jp" => "amazon.co.jp".to_owned(),
        "mx" => "amazon.com.mx".to_owned(),
        "au" => "amazon.com.au".to_owned(),
        other => format!("amazon.{other}"),
    }
}

fn table(scores: &BTreeMap<String, Score>) -> (String, usize, usize) {
    let mut table = String::new();
    let (mut hits, mut expected) = (0, 0);
    for (rule, score) in scores {
        hits += score.hits;
        expected += score.hits + score.missed.len();
        writeln!(
            table,
            "{rule:28} hits {:3}  missed {:3}  false {:3}",
            score.hits,
            score.missed.len(),
            score.false_alarms.len()
        )
        .expect("a name, or a text that takes everything");
        for line in &score.missed {
            writeln!(table, "    missed {line}").expect("a name, or a text that takes everything");
        }
        for line in &score.false_alarms {
            writeln!(table, "    false  {line}").expect("a name, or a text that takes everything");
        }
    }
    (table, hits, expected)
}

/// What the appeals and messages below a folder came to; good texts, and false flags in them.
fn measure_all(root: &Path) -> (BTreeMap<String, Score>, usize, usize) {
    let mut all: BTreeMap<String, Score> = BTreeMap::new();
    let (mut good, mut false_in_good) = (0, 0);
    for folder in ["appeals", "messages"] {
        let (scores, more_good, more_false) = measure(&root.join(folder));
        good += more_good;
        false_in_good += more_false;
        for (rule, score) in scores {
            let sum = all.entry(rule).or_default();
            sum.hits += score.hits;
            sum.missed.extend(score.missed);
            sum.false_alarms.extend(score.false_alarms);
        }
    }
    (all, good, false_in_good)
}

#[test]
fn a_careful_reader_would_agree() {
    let (all, good, false_in_good) = measure_all(&root().join("tests/check"));
    let (table, hits, expected) = table(&all);
    println!("{table}\nfound {hits} of {expected}; {false_in_good} false in {good} good texts");
    assert!(hits * 10 >= expected * 9, "less than nine of ten found");
    assert!(
        false_in_good * 5 <= good,
        "more than one false flag in five good texts"
    );
}

/// Scores texts from elsewhere: `POA_TEXTS=folder cargo test texts_of_a_folder -- --ignored
/// --nocapture`; with `POA_TOTALS` set, the sums alone, so that the texts stay unseen.
#[test]
#[ignore = "needs a folder"]
#[allow(clippy::disallowed_methods, reason = "the folder is the caller's")]
fn texts_of_a_folder() {
    let folder = std::env::var("POA_TEXTS").expect("POA_TEXTS names a folder");
    let (all, good, false_in_good) = measure_all(Path::new(&folder));
    let (table, hits, expected) = table(&all);
    if std::env::var("POA_TOTALS").is_err() {
        println!("{table}");
    }
    let false_alarms: usize = all.values().map(|score| score.false_alarms.len()).sum();
    println!(
        "found {hits} of {expected}; {false_in_good} false in {good} good texts, {false_alarms} in all"
    );
    crate::pairs::score(Path::new(&folder));
}

/// One line of `tests/check/sentences/<rule>.txt`.
struct Probe {
    lang: Lang,
    flagged: bool,
    text: String,
}

/// Reads `! text` (flagged), `= text` (not flagged); `!de text` where the script does not tell.
fn probe(line: &str) -> Probe {
    let flagged = line.starts_with('!');
    assert!(flagged || line.starts_with('='), "{line}");
    let (mark, text) = line[1..].split_once(' ').expect("a text");
    let lang = match mark {
        "" => check::language(text),
        code => code.parse().expect("a language"),
    };
    Probe {
        lang,
        flagged,
        text: text.replace("\\n", "\n"),
    }
}

/// Every rule against sentences that it has to flag and sentences that it must not.
#[test]
fn sentences() {
    let folder = root().join("tests/check/sentences");
    let mut wrong = String::new();
    for (rule, judged) in judge_sentences(&folder) {
        for (_, line) in judged.iter().filter(|(right, _)| !right) {
            writeln!(wrong, "{rule}: {line}").expect("a text takes everything");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Prints hits and misses of a folder of sentences, by rule: `POA_SENTENCES=<folder>`.
#[test]
#[ignore = "asked for by name"]
fn sentences_of_a_folder() {
    let folder = std::env::var("POA_SENTENCES").expect("POA_SENTENCES names a folder");
    let share = |judged: &[(bool, String)], mark: char| {
        let of_mark: Vec<_> = judged.iter().filter(|(_, l)| l.starts_with(mark)).collect();
        let right = of_mark.iter().filter(|(right, _)| *right).count();
        format!("{right} of {}", of_mark.len())
    };
    for (rule, judged) in judge_sentences(Path::new(&folder)) {
        let (found, silent) = (share(&judged, '!'), share(&judged, '='));
        println!("{rule:28} found {found}, rightly silent {silent}");
        for (_, line) in judged.iter().filter(|(right, _)| !right) {
            println!("    {line}");
        }
    }
}

/// Each rule of a folder with its lines, and whether it judges them rightly.
fn judge_sentences(folder: &Path) -> Vec<(String, Vec<(bool, String)>)> {
    let mut lexicons: BTreeMap<Lang, Lexicon> = BTreeMap::new();
    let mut rules = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let path = entry.expect("the folder can be read").into_path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let rule = path.file_stem().expect("a name").to_string_lossy();
        let kind = match check::rule(&rule).expect("a rule").check {
            check::Check::BuyerMessage(_) => Kind::BuyerMessage,
            _ => Kind::Appeal,
        };
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let judged = lines.map(|line| {
            let probe = probe(line);
            let lang = probe.lang;
            let lexicon = lexicons.entry(lang).or_insert_with(|| lexicon(lang));
            let checked = check::check_text(&probe.text, lang, kind, lexicon, About::default());
            let finding = checked.found.iter().find(|found| found.rule.id == rule);
            let quote = finding.map_or(String::new(), |found| format!("   [{}]", found.quote));
            (finding.is_some() == probe.flagged, format!("{line}{quote}"))
        });
        let judged = judged.collect();
        rules.push((rule.into_owned(), judged));
    }
    rules
}

/// The example of a rule is flagged by it, its remedy is not; in both languages.
#[test]
fn examples_and_remedies() {
    let mut wrong = String::new();
    for rule in check::RULES {
        for (text, flagged) in [(&rule.example, true), (&rule.remedy, false)] {
            for text in [text.en, text.zh] {
                let text = expand(text);
                let found = found_in(rule, &text).unwrap_or_else(|why| {
                    panic!("{}: {why}\n{text}", rule.id);
                });
                if found != flagged {
                    writeln!(wrong, "{} flagged={found}: {text}", rule.id).unwrap();
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Writes out what is too long to print: `... x 90` repeats the sentence before it so often; on a
/// line of its own, the paragraph.
fn expand(text: &str) -> String {
    let Some((repeated, times)) = text.rsplit_once("... x ") else {
        return text.to_owned();
    };
    let times: usize = times.trim().parse().expect("how often");
    let between = if repeated.ends_with('\n') {
        "\n\n"
    } else {
        " "
    };
    vec![repeated.trim(); times].join(between)
}

/// Whether a rule flags a text, a pair, or a case with this part.
fn found_in(rule: &check::Rule, text: &str) -> Result<bool, String> {
    let has = |found: &[check::Finding]| found.iter().any(|found| found.rule.id == rule.id);
    match rule.check {
        check::Check::Appeal(_) | check::Check::Any(_) | check::Check::BuyerMessage(_) => {
            let kind = match rule.check {
                check::Check::BuyerMessage(_) => Kind::BuyerMessage,
                _ => Kind::Appeal,
            };
            let lang = check::language(text);
            let about = About {
                domain: Some("amazon.com"),
                owes_no_plan: false,
            };
            let checked = check::check_text(text, lang, kind, &lexicon(lang), about);
            Ok(has(&checked.found))
        }
        check::Check::Pair(_) => {
            let (left, right) = check::divide(text).ok_or("no line of equals signs")?;
            Ok(has(&check::check_pair(&check::Pair::new(left, right))))
        }
        check::Check::Case(_) | check::Check::Suppressions => {
            let found = check_snippet(rule.id, text)?;
            Ok(found.contains(&rule.id))
        }
    }
}

/// Puts a part of a case into a whole one and returns the rules that find something there.
fn check_snippet(rule: &str, snippet: &str) -> Result<Vec<&'static str>, String> {
    let invoices = rule.starts_with("invoice-");
    let own;
    let (catalogue, whole) = if invoices {
        own = own_catalogue();
        (&own, own_case("papers"))
    } else {
        let of = match rule {
            "metric-still-failing" => "performance/cancellation-rate",
            // Their letters have a list of their own.
            "uncovered-asin" => "listing/review-manipulation-disputed",
            "uncovered-order" => "payments/related-account-transactions",
            _ => "performance/late-shipment",
        };
        let path = root().join(format!("tests/cases/{of}/case.yaml"));
        let whole = std::fs::read_to_string(path).expect("the case can be read");
        (catalogue(), whole)
    };
    let mut case: Value = serde_yaml::from_str(&whole).expect("the case is YAML");
    if invoices {
        // What was sold is the example's to say.
        case.as_mapping_mut().expect("a mapping").remove("sold");
    }
    let contacts = contacts();
    let mailbox = contacts
        .get("us")
        .and_then(|us| us.addresses.iter().find(|a| a.status == Status::Obsolete))
        .expect("a mailbox that is no longer read");
    let snippet = snippet
        .replace("CAUSE", "handling-time-too-short")
        .replace("ACTION", "extend-handling-time")
        .replace("MEASURE", "handling-time-review")
        .replace("EVIDENCE", "shipping-settings")
        .replace("MAILBOX", &mailbox.address);
    let part: Value = serde_yaml::from_str(&snippet).map_err(|why| why.to_string())?;
    merge(&mut case, part);
    let text = serde_yaml::to_string(&case).expect("a case can be written");
    let case = load(&text, catalogue, &contacts)?;
    let letter = assemble(&case, catalogue, &contacts);
    let subject = check::Subject {
        case: &case,
        appeal_type: case.appeal_type(catalogue).expect("a type"),
        marketplace: contacts.get("us").expect("a store"),
        letter: &letter,
        today: today(),
    };
    let found = check::judge(check::check_case(&subject), &case);
    Ok(found.iter().map(|judged| judged.finding.rule.id).collect())
}

/// Lays a part over a whole: entries of the part replace or join those of the whole.
fn merge(whole: &mut Value, part: Value) {
    match (whole, part) {
        // An empty map says that nothing was entered.
        (Value::Mapping(whole), Value::Mapping(part)) if !part.is_empty() => {
            for (key, value) in part {
                match whole.get_mut(&key) {
                    Some(known) => merge(known, value),
                    None => {
                        whole.insert(key, value);
                    }
                }
            }
        }
        (whole, part) => *whole = part,
    }
}
