//! The words of a language, ready to be looked for: all patterns of all rules
//! in one pass over the text.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::document::{Document, Section};
use super::index::Index;
use super::likeness::Stock;
use super::pattern::{Fault, Pattern};
use super::raw::{RawHeadings, RawLexicon, RawWords};
use crate::diagnostic::{Diagnostic, KeyPath};
use crate::lang::{Lang, is_cjk};
use crate::msg;
use crate::source::{SourceFile, Text, locate, read};

/// How far `...` reaches: words, or characters of a script without spaces.
const GAP: usize = 4;
const GAP_CJK: usize = 8;

/// The patterns of a language.
#[derive(Debug)]
pub struct Lexicon {
    lang: Lang,
    /// What is found, by number: ids of rules, `mark:…`, `kind:…`.
    names: Vec<String>,
    groups: Vec<Group>,
    patterns: Vec<(Pattern, Use)>,
    /// Which patterns may be in a sentence.
    index: Index,
    headings: Vec<(Section, Vec<String>)>,
    stock: Stock,
}

#[derive(Debug)]
struct Group {
    name: usize,
    /// Numbers of the patterns that take it back.
    unless: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
enum Use {
    /// Flags for a group.
    Flag(usize),
    /// Takes a group back.
    Unless,
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
        let mut builder = Builder::new(lang);
        for file in files {
            match read::<RawLexicon>(file) {
                Ok(raw) => builder.add(file, &raw),
                Err(found) => builder.found.extend(found),
            }
        }
        builder.build()
    }

    /// Returns the language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns the names that have patterns.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Returns the template sentences.
    pub(super) fn stock(&self) -> &Stock {
        &self.stock
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
        let starts = self.headings.iter().flat_map(|(section, starts)| {
            starts.iter().map(move |start| (*section, start.as_str()))
        });
        starts
            .filter(|(_, start)| begins(start))
            .max_by_key(|(_, start)| start.len())
            .map(|(section, start)| (section, skipped + start.len()))
    }

    /// Finds everything in a text.
    pub(super) fn find(&self, document: &Document<'_>) -> Hits {
        let mut found: Vec<Vec<Hit>> = vec![Vec::new(); self.names.len()];
        let mut candidates: Vec<u32> = Vec::new();
        for number in 0..document.sentences.len() {
            candidates.clear();
            self.index.each(document.sentence(number), |patterns| {
                candidates.extend_from_slice(patterns);
            });
            candidates.sort_unstable();
            candidates.dedup();
            self.confirm(document, number, &candidates, &mut found);
        }
        let mut hits = Hits::default();
        for (name, found) in self.names.iter().zip(found) {
            if !found.is_empty() {
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
        found: &mut [Vec<Hit>],
    ) {
        let span = document.sentences[number].span.clone();
        let text = document.sentence(number);
        let mut excused: HashMap<u32, bool> = HashMap::new();
        for at in candidates {
            let (pattern, Use::Flag(group)) = &self.patterns[*at as usize] else {
                continue;
            };
            let Some((start, end)) = pattern.find(text) else {
                continue;
            };
            let group = &self.groups[*group];
            let mut take_back = |at: u32| {
                *excused.entry(at).or_insert_with(|| {
                    candidates.binary_search(&at).is_ok()
                        && self.patterns[at as usize].0.find(text).is_some()
                })
            };
            if group.unless.iter().any(|at| take_back(*at)) {
                continue;
            }
            let words = Hit {
                sentence: number,
                span: span.start + start..span.start + end,
            };
            let hits = &mut found[group.name];
            match hits.last_mut() {
                // One finding a sentence: the first words, and as many as belong to them.
                Some(last) if last.sentence == number => join(last, words),
                _ => hits.push(words),
            }
        }
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

struct Builder {
    lang: Lang,
    gap: usize,
    names: Vec<String>,
    groups: Vec<Group>,
    patterns: Vec<(Pattern, Use)>,
    headings: Vec<(Section, Vec<String>)>,
    stock: Vec<String>,
    common: Vec<String>,
    found: Vec<Diagnostic>,
}

/// A file and the lists its patterns may name.
struct Source<'r> {
    file: &'r SourceFile,
    lists: HashMap<&'r str, Vec<&'r str>>,
}

impl Builder {
    fn new(lang: Lang) -> Self {
        let gap = match lang.as_str() {
            "zh" | "ja" => GAP_CJK,
            _ => GAP,
        };
        Self {
            lang,
            gap,
            names: Vec::new(),
            groups: Vec::new(),
            patterns: Vec::new(),
            headings: Vec::new(),
            stock: Vec::new(),
            common: Vec::new(),
            found: Vec::new(),
        }
    }

    fn add(&mut self, file: &SourceFile, raw: &RawLexicon) {
        let before = self.found.len();
        let lists = raw.lists.0.iter().map(|(name, words)| {
            let words: Vec<&str> = words.iter().map(|word| word.0.as_str()).collect();
            (name.as_str(), words)
        });
        let source = Source {
            file,
            lists: lists.collect(),
        };
        let root = KeyPath::root();
        for (top, prefix, entries) in [("marks", "mark:", &raw.marks), ("rules", "", &raw.rules)] {
            for (name, groups) in &entries.0 {
                let path = root.key(top).key(name);
                self.entry(&source, format!("{prefix}{name}"), groups, &path);
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
                self.entry(&source, format!("kind:{name}"), &[words], &path);
            }
        }
        if let Some(raw) = &raw.headings {
            self.headings.extend(headings(raw));
        }
        let texts = |list: &[Text]| list.iter().map(|text| text.0.clone()).collect::<Vec<_>>();
        self.stock.extend(texts(&raw.stock_phrases));
        self.common.extend(texts(&raw.common_words));
        locate(file, &mut self.found[before..]);
    }

    fn build(self) -> Result<Lexicon, Vec<Diagnostic>> {
        if !self.found.is_empty() {
            return Err(self.found);
        }
        let mut index = Index::new();
        for (at, (pattern, _)) in (0_u32..).zip(&self.patterns) {
            for anchor in pattern.anchors() {
                index.add(at, anchor);
            }
        }
        Ok(Lexicon {
            lang: self.lang,
            names: self.names,
            groups: self.groups,
            patterns: self.patterns,
            index,
            headings: self.headings,
            stock: Stock::new(
                self.stock.iter().map(String::as_str),
                self.common.iter().map(String::as_str),
            ),
        })
    }

    fn entry(&mut self, source: &Source<'_>, name: String, groups: &[RawWords], path: &KeyPath) {
        let known = self.names.iter().position(|known| *known == name);
        let number = known.unwrap_or_else(|| {
            self.names.push(name);
            self.names.len() - 1
        });
        for (at, words) in groups.iter().enumerate() {
            let path = path.index(at);
            let group = self.groups.len();
            self.read(source, &words.flag, Use::Flag(group), &path.key("flag"));
            let unless = self.read(source, &words.unless, Use::Unless, &path.key("unless"));
            self.groups.push(Group {
                name: number,
                unless,
            });
        }
    }

    /// Reads patterns; returns their numbers.
    fn read(
        &mut self,
        source: &Source<'_>,
        texts: &[Text],
        usage: Use,
        path: &KeyPath,
    ) -> Vec<u32> {
        let mut numbers = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            match Pattern::parse(&text.0, &source.lists, self.gap) {
                Ok(pattern) => {
                    numbers.push(u32::try_from(self.patterns.len()).unwrap_or(u32::MAX));
                    self.patterns.push((pattern, usage));
                }
                Err(fault) => {
                    let message = match fault {
                        Fault::Nothing => msg!("pattern-nothing"),
                        Fault::Unclosed => msg!("pattern-unclosed"),
                        Fault::UnknownList(name) => msg!("pattern-unknown-list", name = name),
                        Fault::TooMany => msg!("pattern-too-many"),
                    };
                    let path = path.index(at);
                    self.found
                        .push(Diagnostic::error(&source.file.path, path, message));
                }
            }
        }
        numbers
    }
}

fn headings(raw: &RawHeadings) -> Vec<(Section, Vec<String>)> {
    let list = |section: Section, words: &[Text]| {
        let mut words: Vec<String> = words.iter().map(|w| w.0.to_lowercase()).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        (section, words)
    };
    vec![
        list(Section::RootCauses, &raw.root_causes),
        list(Section::Measures, &raw.measures),
        list(Section::Actions, &raw.actions),
        list(Section::Status, &raw.status),
        list(Section::Evidence, &raw.evidence),
        list(Section::Request, &raw.request),
    ]
}
