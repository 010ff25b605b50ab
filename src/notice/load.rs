//! The recogniser's files to the recogniser; every problem of every file is collected.

use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, KeyPath, nearest};
use crate::lang::{EN, Lang, Texts, ZH, is_cjk};
use crate::message::Message;
use crate::msg;
use crate::notice::lexicon::Lexicon;
use crate::notice::raw::{RawIssue, RawMarks, RawTexts, RawWeights, RawWords};
use crate::notice::recogniser::{
    Class, Family, Issue, Kind, Mark, Part, Percents, Phrase, Recogniser, Sign, Surroundings,
    Targets, Use, WITHOUT, Weights, Words,
};
use crate::notice::sign::{self, Alternative, Atom, SignFault};
use crate::notice::squeeze::squeeze_phrase;
use crate::notice::{extract, mail};
use crate::source::{SourceFile, Text, TextMap, locate, read};

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
    let mut build = Build {
        spoken: text.map(|text| extract::languages(mail::readable(text).text(), &plain)),
        ..Build::default()
    };
    build.groups(words_file, &words, &mut found);
    let mut marks: [IndexMap<String, Mark>; Family::ALL.len()] =
        std::array::from_fn(|_| IndexMap::new());
    for family in Family::ALL {
        let Some(file) = named(family.file()) else {
            found.push(missing(root, family.file()));
            continue;
        };
        match read::<RawMarks>(file) {
            Ok(raw) => marks[family as usize] = build.marks(family, file, raw, &mut found),
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
                build.issue(issues.len(), file, &raw, &words.weights, &mut found);
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
    let mut texts = vec![String::new(); build.phrases.len()];
    for (text, at) in build.by_text {
        texts[at] = text;
    }
    let uses = in_order(&mut build.phrases, &build.uses);
    Ok(Recogniser {
        issues,
        marks,
        weights: weights(&words.weights),
        words: plain,
        lexicon: Lexicon::new(texts),
        phrases: build.phrases,
        uses,
        units: build.units,
        signs: build.signs,
        surroundings,
    })
}

fn error(file: &SourceFile, path: KeyPath, message: Message) -> Diagnostic {
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

fn texts(raw: &RawTexts) -> Texts {
    Texts(IndexMap::from([
        (EN, raw.en.0.clone()),
        (ZH, raw.zh.0.clone()),
    ]))
}

fn ids(raw: &[Text]) -> Vec<String> {
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

/// Signs and phrases on the way into the recogniser.
#[derive(Default)]
struct Build {
    /// Languages whose signs are wanted; all of them where it is not known.
    spoken: Option<Vec<String>>,
    /// Units of the word groups by language and name.
    groups: FxHashMap<String, FxHashMap<String, u32>>,
    phrases: Vec<Phrase>,
    by_text: FxHashMap<String, usize>,
    /// What phrases are used for, in the order of the signs.
    uses: Vec<(usize, Use)>,
    units: Vec<Vec<Part>>,
    signs: Vec<Sign>,
}

/// Puts the uses of each phrase side by side and tells it where they stand.
fn in_order(phrases: &mut [Phrase], uses: &[(usize, Use)]) -> Vec<Use> {
    for (at, _) in uses {
        phrases[*at].uses.end += 1;
    }
    let mut end = 0;
    for phrase in phrases.iter_mut() {
        let start = end;
        end += phrase.uses.end;
        phrase.uses = start..start;
    }
    let nothing = Use {
        unit: 0,
        open: false,
    };
    let mut ordered = vec![nothing; uses.len()];
    for (at, part) in uses {
        let own = &mut phrases[*at].uses;
        ordered[own.end] = *part;
        own.end += 1;
    }
    ordered
}

impl Build {
    fn wants(&self, lang: &str) -> bool {
        self.spoken
            .as_ref()
            .is_none_or(|spoken| spoken.iter().any(|one| one == lang))
    }

    fn groups(&mut self, file: &SourceFile, words: &RawWords, found: &mut Vec<Diagnostic>) {
        for (lang, raw) in &words.groups.0 {
            if lang.parse::<Lang>().is_err() {
                let path = KeyPath::root().key("groups").key(lang);
                found.push(error(file, path, msg!("unknown-value", value = lang)));
            }
            if !self.wants(lang) {
                continue;
            }
            let mut own = FxHashMap::default();
            for (name, phrases) in &raw.0 {
                let unit = self.unit(Vec::new());
                for atom in phrases.iter().filter_map(|phrase| sign::atom(&phrase.0)) {
                    self.word(unit, atom);
                }
                own.insert(name.clone(), unit);
            }
            self.groups.insert(lang.clone(), own);
        }
    }

    fn marks(
        &mut self,
        family: Family,
        file: &SourceFile,
        raw: RawMarks,
        found: &mut Vec<Diagnostic>,
    ) -> IndexMap<String, Mark> {
        let mut marks = IndexMap::new();
        let root = KeyPath::root().key("marks");
        for (id, raw) in raw.marks.0 {
            let class = Class::Mark(family, marks.len());
            let path = root.key(&id);
            self.languages(
                file,
                &path,
                &raw.signs,
                found,
                |build, lang, phrases, path, found| {
                    for (at, phrase) in phrases.iter().enumerate() {
                        let force = (1.0, Kind::Sign);
                        build.sign(file, &path.index(at), lang, phrase, class, force, found);
                    }
                },
            );
            #[allow(clippy::cast_precision_loss, reason = "percents are small numbers")]
            let factor = raw.percent.map_or(1.0, |percent| percent as f32 / 100.0);
            marks.insert(
                id,
                Mark {
                    title: texts(&raw.title),
                    help: raw.help.as_ref().map(texts),
                    instead_of: ids(&raw.instead_of),
                    trust: raw.trust,
                    factor,
                },
            );
        }
        for mark in marks.values() {
            for id in &mark.instead_of {
                if !marks.contains_key(id) {
                    found.push(error(file, root.clone(), msg!("unknown-value", value = id)));
                }
            }
        }
        marks
    }

    #[allow(clippy::cast_precision_loss, reason = "weights are small numbers")]
    fn issue(
        &mut self,
        at: usize,
        file: &SourceFile,
        raw: &RawIssue,
        weights: &RawWeights,
        found: &mut Vec<Diagnostic>,
    ) {
        let path = KeyPath::root();
        self.languages(
            file,
            &path,
            &raw.signs,
            found,
            |build, lang, signs, path, found| {
                for (key, list, weight, kind) in [
                    ("decisive", &signs.decisive, weights.decisive, Kind::Sign),
                    ("strong", &signs.strong, weights.strong, Kind::Sign),
                    ("fair", &signs.fair, weights.fair, Kind::Sign),
                    ("weak", &signs.weak, weights.weak, Kind::Sign),
                    ("topic", &signs.topic, weights.topic, Kind::Topic),
                    ("against", &signs.against, weights.against, Kind::Sign),
                ] {
                    let path = path.key(key);
                    for (nth, phrase) in list.iter().enumerate() {
                        let class = Class::Issue(at);
                        build.sign(
                            file,
                            &path.index(nth),
                            lang,
                            phrase,
                            class,
                            (weight as f32, kind),
                            found,
                        );
                    }
                }
            },
        );
    }

    /// Goes through the languages of a `signs` key.
    fn languages<T>(
        &mut self,
        file: &SourceFile,
        path: &KeyPath,
        signs: &TextMap<T>,
        found: &mut Vec<Diagnostic>,
        mut each: impl FnMut(&mut Self, &str, &T, &KeyPath, &mut Vec<Diagnostic>),
    ) {
        let path = path.key("signs");
        for (lang, of) in &signs.0 {
            if lang.parse::<Lang>().is_err() {
                let message = msg!("unknown-value", value = lang);
                found.push(error(file, path.key(lang), message));
            }
            if self.wants(lang) {
                each(self, lang, of, &path.key(lang), found);
            }
        }
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "each is needed to say what is wrong where"
    )]
    fn sign(
        &mut self,
        file: &SourceFile,
        path: &KeyPath,
        lang: &str,
        phrase: &Text,
        class: Class,
        (weight, kind): (f32, Kind),
        found: &mut Vec<Diagnostic>,
    ) {
        let pattern = match sign::parse(&phrase.0) {
            Ok(pattern) => pattern,
            Err(fault) => {
                let message = match fault {
                    SignFault::Empty => msg!("sign-empty-part"),
                    SignFault::TooMany => msg!("sign-too-many"),
                    SignFault::OnlyWithout => msg!("sign-only-without"),
                };
                found.push(error(file, path.clone(), message).help(msg!("sign-help")));
                return;
            }
        };
        let sign = u32::try_from(self.signs.len()).unwrap_or(u32::MAX);
        self.signs.push(Sign {
            class,
            weight,
            kind,
            // A language that is none was said already.
            lang: lang.parse().unwrap_or(EN),
            needs: (1 << pattern.parts.len()) - 1,
        });
        let with = pattern.parts.into_iter().zip(0..);
        let without = pattern.without.into_iter().zip(WITHOUT..);
        for (alternatives, bit) in with.chain(without) {
            let part = Part { sign, bit };
            let mut words = None;
            for alternative in alternatives {
                match alternative {
                    Alternative::Phrase(atom) => {
                        let unit = *words.get_or_insert_with(|| self.unit(vec![part]));
                        self.word(unit, atom);
                    }
                    Alternative::Group(name) => {
                        let own = self.groups.get(lang);
                        let Some(unit) = own.and_then(|own| own.get(name)) else {
                            let message = msg!("sign-unknown-group", name = name, lang = lang);
                            let fault = error(file, path.clone(), message);
                            found.push(fault.help(msg!("sign-help")));
                            continue;
                        };
                        self.units[*unit as usize].push(part);
                    }
                }
            }
        }
    }

    /// Adds a unit with its parts and returns its place.
    fn unit(&mut self, parts: Vec<Part>) -> u32 {
        self.units.push(parts);
        u32::try_from(self.units.len() - 1).unwrap_or(u32::MAX)
    }

    /// Adds a phrase to a unit.
    fn word(&mut self, unit: u32, atom: Atom) {
        let open = atom.open;
        let at = self.number(atom);
        self.uses.push((at, Use { unit, open }));
    }

    /// Returns the number of a phrase; each has one.
    fn number(&mut self, atom: Atom) -> usize {
        let next = self.phrases.len();
        let edge = |c: Option<char>| c.is_some_and(|c| !is_cjk(c));
        let phrase = Phrase {
            edge_before: edge(atom.text.chars().next()),
            edge_behind: edge(atom.text.chars().next_back()),
            uses: 0..0,
        };
        let at = *self.by_text.entry(atom.text).or_insert(next);
        if at == next {
            self.phrases.push(phrase);
        }
        at
    }
}
