//! The recogniser's files to the recogniser; every problem of every file is collected.

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, KeyPath, nearest};
use crate::lang::{EN, Texts, ZH};
use crate::message::Message;
use crate::msg;
use crate::notice::gather::Gather;
use crate::notice::lexicon::Lexicon;
use crate::notice::raw::{RawIssue, RawMarks, RawTexts, RawWeights, RawWords};
use crate::notice::recogniser::{
    Family, Issue, Mark, Percents, Recogniser, Surroundings, Targets, Weights, Words,
};
use crate::notice::squeeze::squeeze_phrase;
use crate::notice::{extract, mail};
use crate::source::{SourceFile, Text, locate, read};

/// Folder of the issues.
const ISSUES: &str = "_issues/";
/// Folder of everything else notices are known by.
const NOTICE: &str = "_notice/";
/// The words and weights.
const WORDS: &str = "words";

/// A file's name without its ending.
fn stem(name: &str) -> Option<&str> {
    name.strip_suffix(".yaml")
}

/// Reports whether a file below `appeals/` is one of the recogniser's.
pub fn is_ours(below: &str) -> bool {
    let name = below
        .strip_prefix(ISSUES)
        .or_else(|| below.strip_prefix(NOTICE));
    name.is_some_and(|name| name.strip_suffix(".yaml").is_some())
}

pub(super) fn load(
    root: &str,
    files: &[SourceFile],
    surroundings: Surroundings,
    text: Option<&str>,
) -> Result<Recogniser, Vec<Diagnostic>> {
    let mut found = Vec::new();
    let below = |file: &SourceFile| {
        let path = file.path.strip_prefix(root).unwrap_or(&file.path);
        path.trim_start_matches('/').to_owned()
    };
    let named = |name: &str| {
        let wanted = format!("{NOTICE}{name}");
        files
            .iter()
            .find(|file| stem(&below(file)) == Some(&wanted))
    };
    let words = named(WORDS);
    let Some(words_file) = words else {
        return Err(vec![missing(root, WORDS)]);
    };
    let words: RawWords = read(words_file)?;
    let plain = plain_words(&words);
    let spoken = text.map(|text| extract::languages(mail::readable(text).text(), &plain));
    let mut gather = Gather::of(spoken);
    gather.groups(words_file, &words, &mut found);
    let mut marks: [IndexMap<String, Mark>; Family::ALL.len()] =
        std::array::from_fn(|_| IndexMap::new());
    for family in Family::ALL {
        let Some(file) = named(family.file()) else {
            found.push(missing(root, family.file()));
            continue;
        };
        match read::<RawMarks>(file) {
            Ok(raw) => marks[family as usize] = gather.marks(family, file, raw, &mut found),
            Err(problems) => found.extend(problems),
        }
    }
    let mut issues = IndexMap::new();
    let mut raws = Vec::new();
    for file in files {
        let path = below(file);
        if let Some(name) = path.strip_prefix(NOTICE) {
            let known = |name: &str| name == WORDS || Family::ALL.iter().any(|f| f.file() == name);
            let known = stem(name).is_some_and(known);
            if !known {
                found.push(stray(file));
            }
            continue;
        }
        let Some(name) = path.strip_prefix(ISSUES) else {
            continue;
        };
        let Some(id) = stem(name).filter(|id| is_id(id)) else {
            found.push(stray(file));
            continue;
        };
        match read::<RawIssue>(file) {
            Ok(raw) => {
                gather.issue(issues.len(), file, &raw, &words.weights, &mut found);
                issues.insert(id.to_owned(), issue(&raw));
                raws.push((file, raw));
            }
            Err(problems) => found.extend(problems),
        }
    }
    for (file, raw) in &raws {
        let asks = &marks[Family::Asks as usize];
        if !asks.is_empty() {
            references(file, "asked-by", &raw.asked_by, asks, &mut found);
        }
        let documents = &marks[Family::Documents as usize];
        references(file, "yields-to", &raw.yields_to, &issues, &mut found);
        // Where the documents could not be read, that is said once.
        if !documents.is_empty() {
            references(file, "documents", &raw.documents, documents, &mut found);
        }
    }
    if !found.is_empty() {
        for file in files {
            locate(file, &mut found);
        }
        return Err(found);
    }
    let gathered = gather.finish();
    Ok(Recogniser {
        issues,
        marks,
        weights: weights(&words.weights),
        words: plain,
        lexicon: Lexicon::new(gathered.texts),
        phrases: gathered.phrases,
        uses: gathered.uses,
        units: gathered.units,
        signs: gathered.signs,
        surroundings,
    })
}

pub(super) fn error(file: &SourceFile, path: KeyPath, message: Message) -> Diagnostic {
    Diagnostic::error(&file.path, path, message)
}

fn stray(file: &SourceFile) -> Diagnostic {
    error(file, KeyPath::root(), msg!("stray-file")).help(msg!("stray-file-help-notice"))
}

fn missing(root: &str, name: &str) -> Diagnostic {
    let file = format!("{NOTICE}{name}.yaml");
    Diagnostic::error(root, KeyPath::root(), msg!("missing-file", file = file))
}

fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Every id that is named exists.
fn references<T>(
    file: &SourceFile,
    key: &str,
    ids: &[Text],
    known: &IndexMap<String, T>,
    found: &mut Vec<Diagnostic>,
) {
    for (at, id) in ids.iter().enumerate() {
        if !known.contains_key(&id.0) {
            let path = KeyPath::root().key(key).index(at);
            let near = nearest(&id.0, known.keys().map(String::as_str));
            let help = near.map(|near| msg!("did-you-mean", name = near));
            found.push(error(file, path, msg!("unknown-value", value = &id.0)).maybe_help(help));
        }
    }
}

pub(super) fn texts(raw: &RawTexts) -> Texts {
    Texts(IndexMap::from([
        (EN, raw.en.0.clone()),
        (ZH, raw.zh.0.clone()),
    ]))
}

pub(super) fn ids(raw: &[Text]) -> Vec<String> {
    raw.iter().map(|text| text.0.clone()).collect()
}

fn issue(raw: &RawIssue) -> Issue {
    Issue {
        name: texts(&raw.name),
        means: texts(&raw.means),
        advice: raw.advice.as_ref().map(texts),
        yields_to: ids(&raw.yields_to),
        asked_by: ids(&raw.asked_by),
        answered_by: ids(&raw.answered_by),
        documents: ids(&raw.documents),
    }
}

#[allow(clippy::cast_precision_loss, reason = "weights are small numbers")]
fn weights(raw: &RawWeights) -> Weights {
    Weights {
        named: raw.named as f32,
        beside: raw.beside as f32,
        margin: raw.margin as f32 / 100.0,
    }
}

fn plain_words(raw: &RawWords) -> Words {
    let list = |texts: &[Text]| texts.iter().map(|t| t.0.to_lowercase()).collect::<Vec<_>>();
    let mut units = Vec::new();
    for (words, hours) in [
        (&raw.units.hours, 1),
        (&raw.units.days, 24),
        (&raw.units.weeks, 7 * 24),
    ] {
        units.extend(list(words).into_iter().map(|word| (word, hours)));
    }
    let mut months = Vec::new();
    for (number, names) in &raw.months.0 {
        let number = number.parse().unwrap_or(0);
        months.extend(list(names).into_iter().map(|name| (name, number)));
    }
    let mut numbers: Vec<(String, u32)> = raw.numbers.0.clone().into_iter().collect();
    for list in [&mut units, &mut months, &mut numbers] {
        list.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    }
    Words {
        languages: raw
            .languages
            .0
            .iter()
            .map(|(lang, words)| {
                (
                    lang.clone(),
                    words.iter().map(|w| squeeze_phrase(&w.0)).collect(),
                )
            })
            .collect(),
        units,
        spans: raw.spans.0.clone().into_iter().collect(),
        numbers,
        months,
        stores: raw
            .stores
            .0
            .iter()
            .flat_map(|(store, names)| list(names).into_iter().map(|name| (name, store.clone())))
            .collect(),
        targets: Targets {
            before: list(&raw.targets.before),
            behind: list(&raw.targets.behind),
            apposed: list(&raw.targets.apposed),
            own: list(&raw.targets.own),
            former: list(&raw.targets.former),
            idle: list(&raw.targets.idle),
        },
        percents: Percents {
            signs: list(&raw.percents.signs),
            hundred: list(&raw.percents.hundred),
            before: list(&raw.percents.before),
            numbers: raw
                .percents
                .numbers
                .0
                .iter()
                .map(|(word, figure)| (word.clone(), figure.0.clone()))
                .collect(),
        },
        date_labels: list(&raw.labels.date),
        written: list(&raw.labels.written),
        mail_labels: list(&raw.labels.mail),
        age_before: list(&raw.ages.before),
        age_behind: list(&raw.ages.behind),
        own_hosts: list(&raw.own_hosts),
        look_alikes: list(&raw.look_alikes),
    }
}
