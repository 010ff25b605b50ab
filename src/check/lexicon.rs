//! The words of a language, ready to be looked for: all patterns of all rules
//! in one pass over the text.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::OnceLock;

use super::document::{Document, Section};
use super::likeness::Stock;
use super::pattern::{Fault, Lists, Pattern, Places};
use super::prepared::{Heading, Preparation, Prepared};
use super::raw::{RawHeadings, RawLexicon, RawWords};
use crate::diagnostic::{Diagnostic, KeyPath};
use crate::lang::{Lang, is_cjk};
use crate::msg;
use crate::source::{self, SourceFile, Text, locate, read};

/// The patterns of a language.
#[derive(Debug)]
pub struct Lexicon {
    lang: Lang,
    prepared: Prepared<'static>,
    /// Patterns, read when they may be in a sentence.
    patterns: Vec<OnceLock<Option<Pattern<'static>>>>,
    stock: OnceLock<Stock>,
}

/// Where words of a rule or a mark stand: the sentence and the place in the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Number of the sentence.
    pub sentence: usize,
    /// The words.
    pub span: Range<usize>,
}

/// Everything that was found in a text, by name.
#[derive(Debug, Default)]
pub struct Hits {
    /// Of rules and kinds.
    rules: BTreeMap<String, Vec<Hit>>,
    /// Of marks, without `mark:`.
    marks: BTreeMap<String, Vec<Hit>>,
}

impl Hits {
    /// Returns the hits of a rule or of a mark (`mark:…`), in the order of the text.
    pub fn of(&self, name: &str) -> &[Hit] {
        match name.strip_prefix(MARK) {
            Some(mark) => self.of_mark(mark),
            None => self.rules.get(name).map_or(&[], Vec::as_slice),
        }
    }

    /// Returns the hits of a mark, in the order of the text.
    pub fn of_mark(&self, mark: &str) -> &[Hit] {
        self.marks.get(mark).map_or(&[], Vec::as_slice)
    }

    /// Reports whether a sentence has a hit of a rule or of a mark (`mark:…`).
    pub fn in_sentence(&self, name: &str, sentence: usize) -> bool {
        stands(self.of(name), sentence)
    }

    /// Reports whether a sentence has a mark.
    pub fn marked(&self, mark: &str, sentence: usize) -> bool {
        stands(self.of_mark(mark), sentence)
    }

    fn set(&mut self, name: &str, hits: Vec<Hit>) {
        match name.strip_prefix(MARK) {
            Some(mark) => self.marks.insert(mark.to_owned(), hits),
            None => self.rules.insert(name.to_owned(), hits),
        };
    }
}

/// What the names of marks begin with.
const MARK: &str = "mark:";

fn stands(hits: &[Hit], sentence: usize) -> bool {
    hits.binary_search_by_key(&sentence, |hit| hit.sentence)
        .is_ok()
}

impl Lexicon {
    /// Reads the files of `_check/<lang>/`; any part of them will do.
    pub fn load(lang: Lang, files: &[SourceFile]) -> Result<Self, Vec<Diagnostic>> {
        let mut loader = Loader {
            preparation: Preparation::new(lang.as_str()),
            found: Vec::new(),
        };
        for file in files {
            match read::<RawLexicon>(file) {
                Ok(raw) => loader.add(file, &raw),
                Err(found) => loader.found.extend(found),
            }
        }
        if loader.found.is_empty() {
            let (prepared, patterns) = loader.preparation.build();
            let patterns = patterns.into_iter().map(|pattern| Some(pattern).into());
            Ok(Self::new(lang, prepared, patterns.collect()))
        } else {
            Err(loader.found)
        }
    }

    /// Returns the built-in words of a language, where the program has them ready; a release does.
    pub fn built_in(lang: Lang) -> Option<Self> {
        let bytes = source::prepared_words(lang.as_str())?;
        let prepared: Prepared<'static> = postcard::from_bytes(bytes).ok()?;
        let patterns = prepared.patterns.iter().map(|_| OnceLock::new()).collect();
        Some(Self::new(lang, prepared, patterns))
    }

    fn new(
        lang: Lang,
        prepared: Prepared<'static>,
        patterns: Vec<OnceLock<Option<Pattern<'static>>>>,
    ) -> Self {
        Self {
            lang,
            prepared,
            patterns,
            stock: OnceLock::new(),
        }
    }

    /// Returns the language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns the names that have patterns.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.prepared.names.iter().map(String::as_str)
    }

    /// Returns the template sentences.
    pub(super) fn stock(&self) -> &Stock {
        self.stock.get_or_init(|| {
            let Prepared { stock, common, .. } = &self.prepared;
            Stock::new(
                stock.iter().map(String::as_str),
                common.iter().map(String::as_str),
            )
        })
    }

    /// Says which part a heading opens, and how many bytes of it say so; `heading` in folded text.
    pub(super) fn section(&self, heading: &str) -> Option<(Section, usize)> {
        let words = heading.trim_start_matches(|c: char| !c.is_alphabetic());
        let skipped = heading.len() - words.len();
        let begins = |start: &str| {
            words.strip_prefix(start).is_some_and(|rest| {
                let next = rest.chars().next();
                !next.is_some_and(|c| c.is_alphanumeric() && !is_cjk(c) && !start.ends_with(is_cjk))
            })
        };
        // The longest of all: "measures taken" is no "measures".
        let starts = self.prepared.headings.iter().flat_map(|(heading, starts)| {
            let section = section(*heading);
            starts.iter().map(move |start| (section, start.as_str()))
        });
        starts
            .filter(|(_, start)| begins(start))
            .max_by_key(|(_, start)| start.len())
            .map(|(section, start)| (section, skipped + start.len()))
    }

    /// Finds everything in a text.
    pub(super) fn find(&self, document: &Document<'_>) -> Hits {
        self.find_named(document, |_| true)
    }

    /// Finds in a text what is wanted, by name.
    pub(super) fn find_named(
        &self,
        document: &Document<'_>,
        wanted: impl Fn(&str) -> bool,
    ) -> Hits {
        let names = &self.prepared.names;
        let mut found: Vec<Option<Vec<Hit>>> = names
            .iter()
            .map(|name| wanted(name).then(Vec::new))
            .collect();
        let mut candidates: Vec<u32> = Vec::new();
        for number in 0..document.sentences.len() {
            candidates.clear();
            let sentence = document.sentence(number);
            let seen = self.prepared.index.look(sentence, &mut candidates);
            candidates.sort_unstable();
            candidates.dedup();
            candidates.retain(|at| {
                let written = self.prepared.patterns.get(*at as usize);
                written.is_some_and(|written| seen.meets(&written.needs))
            });
            self.confirm(document, number, &candidates, &mut found);
        }
        let mut hits = Hits::default();
        for (name, found) in names.iter().zip(found) {
            if let Some(found) = found.filter(|found| !found.is_empty()) {
                hits.set(name, found);
            }
        }
        hits
    }

    /// Looks closer at the patterns that may be in a sentence.
    fn confirm(
        &self,
        document: &Document<'_>,
        number: usize,
        candidates: &[u32],
        found: &mut [Option<Vec<Hit>>],
    ) {
        let span = document.sentences[number].span.clone();
        let text = Places::of(document.sentence(number));
        let mut excused: HashMap<u32, bool> = HashMap::new();
        for at in candidates {
            let Some(group) = self.prepared.patterns[*at as usize].group else {
                continue;
            };
            let group = &self.prepared.groups[group as usize];
            let Some(hits) = &mut found[group.name as usize] else {
                continue;
            };
            let Some((start, end)) = self.look(*at, &text) else {
                continue;
            };
            let from = candidates.partition_point(|at| *at < group.unless.0);
            let to = candidates.partition_point(|at| *at < group.unless.1);
            let taken_back = candidates[from..to].iter().any(|at| {
                let look = || self.look(*at, &text).is_some();
                *excused.entry(*at).or_insert_with(look)
            });
            if taken_back {
                continue;
            }
            let words = Hit {
                sentence: number,
                span: span.start + start..span.start + end,
            };
            match hits.last_mut() {
                // One finding a sentence: the first words, and as many as belong to them.
                Some(last) if last.sentence == number => join(last, words),
                _ => hits.push(words),
            }
        }
    }

    /// Looks for a pattern in a sentence.
    fn look(&self, at: u32, sentence: &Places<'_>) -> Option<(usize, usize)> {
        let at = at as usize;
        let known = self.prepared.patterns.get(at)?;
        let lists = self.prepared.lists.get(usize::from(known.file))?;
        let pattern = self.patterns.get(at)?.get_or_init(|| known.read());
        pattern.as_ref()?.find(sentence, lists)
    }
}

fn section(heading: Heading) -> Section {
    match heading {
        Heading::RootCauses => Section::RootCauses,
        Heading::Measures => Section::Measures,
        Heading::Actions => Section::Actions,
        Heading::Status => Section::Status,
        Heading::Evidence => Section::Evidence,
        Heading::Request => Section::Request,
    }
}

fn join(last: &mut Hit, hit: Hit) {
    let overlap = hit.span.start <= last.span.end && last.span.start <= hit.span.end;
    if overlap {
        last.span = last.span.start.min(hit.span.start)..last.span.end.max(hit.span.end);
    } else if hit.span.start < last.span.start {
        *last = hit;
    }
}

/// Files on the way into a lexicon, and what is wrong with them.
struct Loader {
    preparation: Preparation,
    found: Vec<Diagnostic>,
}

impl Loader {
    fn add(&mut self, file: &SourceFile, raw: &RawLexicon) {
        let before = self.found.len();
        let lists = raw.lists.0.iter();
        let lists = lists.map(|(name, words)| (name.as_str(), texts(words)));
        self.preparation.file(Lists::new(lists));
        let root = KeyPath::root();
        for (top, prefix, entries) in [("marks", MARK, &raw.marks), ("rules", "", &raw.rules)] {
            for (name, groups) in &entries.0 {
                let path = root.key(top).key(name);
                for (at, words) in groups.iter().enumerate() {
                    self.group(file, &format!("{prefix}{name}"), words, &path.index(at));
                }
            }
        }
        if let Some(kinds) = &raw.kinds {
            for (name, flag) in [
                ("appeal", &kinds.appeal),
                ("buyer-message", &kinds.buyer_message),
            ] {
                let words = RawWords {
                    flag: flag.clone(),
                    unless: Vec::new(),
                };
                let path = root.key("kinds").key(name);
                self.group(file, &format!("kind:{name}"), &words, &path);
            }
        }
        if let Some(raw) = &raw.headings {
            for (heading, _) in Heading::ALL {
                self.preparation.headings(heading, texts(of(raw, heading)));
            }
        }
        self.preparation.stock(texts(&raw.stock_phrases));
        self.preparation.common(texts(&raw.common_words));
        locate(file, &mut self.found[before..]);
    }

    fn group(&mut self, file: &SourceFile, name: &str, words: &RawWords, path: &KeyPath) {
        let misread = self
            .preparation
            .group(name, texts(&words.flag), texts(&words.unless));
        for (key, misread) in ["flag", "unless"].into_iter().zip(misread) {
            for (at, fault) in misread {
                let message = match fault {
                    Fault::Nothing => msg!("pattern-nothing"),
                    Fault::Unclosed => msg!("pattern-unclosed"),
                    Fault::UnknownList(name) => msg!("pattern-unknown-list", name = name),
                    Fault::TooMany => msg!("pattern-too-many"),
                };
                let path = path.key(key).index(at);
                let error = Diagnostic::error(&file.path, path, message);
                self.found.push(error);
            }
        }
    }
}

fn texts(list: &[Text]) -> impl Iterator<Item = &str> {
    list.iter().map(|text| text.0.as_str())
}

fn of(raw: &RawHeadings, heading: Heading) -> &[Text] {
    match heading {
        Heading::RootCauses => &raw.root_causes,
        Heading::Measures => &raw.measures,
        Heading::Actions => &raw.actions,
        Heading::Status => &raw.status,
        Heading::Evidence => &raw.evidence,
        Heading::Request => &raw.request,
    }
}
