//! The words of a language, ready to be looked for.

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::document::Section;
use super::index::Seen;
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
    /// Numbers of the names: of rules and kinds, and of marks without their prefix.
    numbers: FxHashMap<String, usize>,
    marks: FxHashMap<String, usize>,
    patterns: Patterns,
    stock: OnceLock<Stock>,
}

/// Patterns by number.
#[derive(Debug)]
enum Patterns {
    /// As they were made from the files.
    Made(Vec<Pattern<'static>>),
    /// Those of a release, in shelves: one is read when it may be in a sentence.
    Stored(Vec<Shelf>),
}

type Shelf = OnceLock<Box<[OnceLock<Option<Pattern<'static>>>]>>;

/// Patterns of a shelf.
const SHELF: usize = 64;

/// What the names of marks begin with.
const MARK: &str = "mark:";

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
            Ok(Self::new(lang, prepared, Patterns::Made(patterns)))
        } else {
            Err(loader.found)
        }
    }

    /// Returns the built-in words of a language, where the program has them ready; a release does.
    pub fn built_in(lang: Lang) -> Option<Self> {
        let bytes = source::prepared_words(lang.as_str())?;
        let prepared: Prepared<'static> = postcard::from_bytes(bytes).ok()?;
        let shelves = 0..prepared.len().div_ceil(SHELF);
        let patterns = Patterns::Stored(shelves.map(|_| Shelf::new()).collect());
        Some(Self::new(lang, prepared, patterns))
    }

    fn new(lang: Lang, prepared: Prepared<'static>, patterns: Patterns) -> Self {
        let mut numbers = FxHashMap::default();
        let mut marks = FxHashMap::default();
        for (number, name) in prepared.names.iter().enumerate() {
            match name.strip_prefix(MARK) {
                Some(mark) => marks.insert(mark.to_owned(), number),
                None => numbers.insert(name.clone(), number),
            };
        }
        Self {
            lang,
            prepared,
            numbers,
            marks,
            patterns,
            stock: OnceLock::new(),
        }
    }

    /// Returns the language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns the names that have patterns.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.prepared.names.iter().map(String::as_str)
    }

    /// Reports whether a name is that of a rule, not of a mark.
    pub(super) fn is_rule(&self, name: usize) -> bool {
        !self.prepared.names[name].starts_with(MARK)
    }

    /// Returns the template sentences.
    pub(super) fn stock(&self) -> &Stock {
        self.stock.get_or_init(|| {
            let Prepared { stock, silent, .. } = &self.prepared;
            Stock::new(stock, silent)
        })
    }

    /// Says which part a heading opens, and how many bytes of it say so; `heading` in folded text.
    pub(super) fn section(&self, heading: &str) -> Option<(Section, usize)> {
        let words = heading.trim_start_matches(|c: char| !c.is_alphabetic());
        let skipped = heading.len() - words.len();
        let begins = |start: &str| {
            words.strip_prefix(start).is_some_and(|rest| {
                let next = rest.chars().next();
                !next.is_some_and(|c| !is_cjk(c) && c.is_alphanumeric() && !start.ends_with(is_cjk))
            })
        };
        let first = words.chars().next()?;
        let known = &self.prepared.headings;
        let from = known.partition_point(|(start, _)| start.chars().next() < Some(first));
        // The longest of all: "measures taken" is no "measures".
        let (start, heading) = known[from..]
            .iter()
            .take_while(|(start, _)| start.starts_with(first))
            .filter(|(start, _)| begins(start))
            .max_by_key(|(start, _)| start.len())?;
        Some((section(*heading), skipped + start.len()))
    }

    /// Returns the number of a rule, a mark (`mark:…`) or a kind.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        match name.strip_prefix(MARK) {
            Some(mark) => self.number_of_mark(mark),
            None => self.numbers.get(name).copied(),
        }
    }

    /// Returns the number of a mark, its name without the prefix.
    pub(super) fn number_of_mark(&self, mark: &str) -> Option<usize> {
        self.marks.get(mark).copied()
    }

    /// Adds the patterns that may be in a sentence, some more than once; returns the words seen.
    pub(super) fn candidates(&self, sentence: &str, patterns: &mut Vec<u32>) -> Seen {
        self.prepared.index.look(sentence, patterns)
    }

    /// Reports whether all the words a pattern needs may be in a sentence.
    pub(super) fn meets(&self, pattern: u32, seen: &Seen) -> bool {
        seen.meets(self.prepared.needs_of(pattern as usize))
    }

    /// Returns the number of the name a pattern flags for; one that takes something back has none.
    pub(super) fn flags_for(&self, pattern: u32) -> Option<usize> {
        let group = self.prepared.group_of(pattern as usize);
        group.map(|group| group.name as usize)
    }

    /// Returns the numbers of the patterns that take back what a pattern flags.
    pub(super) fn taken_back_by(&self, pattern: u32) -> Range<u32> {
        let group = self.prepared.group_of(pattern as usize);
        let unless = group.map_or((0, 0), |group| group.unless);
        unless.0..unless.1
    }

    /// Looks for a pattern in a sentence; `places` are the sentence's.
    pub(super) fn look(
        &self,
        pattern: u32,
        sentence: &str,
        places: &Places,
    ) -> Option<(usize, usize)> {
        let number = pattern as usize;
        let lists = self.prepared.lists_of(number)?;
        self.pattern(number)?.find(sentence, places, lists)
    }

    fn pattern(&self, number: usize) -> Option<&Pattern<'static>> {
        match &self.patterns {
            Patterns::Made(patterns) => patterns.get(number),
            Patterns::Stored(shelves) => {
                let empty = || (0..SHELF).map(|_| OnceLock::new()).collect();
                let own = shelves.get(number / SHELF)?.get_or_init(empty);
                let pattern = own.get(number % SHELF)?;
                pattern.get_or_init(|| self.prepared.read(number)).as_ref()
            }
        }
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
        // "Plan of action" names all parts of it.
        Heading::Title => Section::Other,
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
        Heading::Title => &raw.title,
    }
}
