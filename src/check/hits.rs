//! Where the words of rules and marks stand in a text.
//!
//! The text is read once, for the patterns that may be in each sentence. Looking closer at one
//! costs more, and most are asked for in few sentences only: a pattern is looked for when a rule
//! asks, and the answer kept.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::document::Document;
use super::lexicon::Lexicon;
use super::pattern::Places;

/// Where words of a rule or a mark stand: the sentence and the place in the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Number of the sentence.
    pub sentence: usize,
    /// The words.
    pub span: Range<usize>,
}

/// What is found in a text, by the name of a rule or a mark.
#[derive(Debug)]
pub struct Hits<'h> {
    lexicon: &'h Lexicon,
    document: &'h Document<'h>,
    sentences: Vec<Candidates<'h>>,
    names: Vec<Name>,
    known: RefCell<FxHashMap<(usize, usize), bool>>,
}

/// Patterns that may be in a sentence.
#[derive(Debug)]
struct Candidates<'h> {
    /// By number, sorted.
    patterns: Vec<u32>,
    places: OnceCell<Places<'h>>,
}

/// What may be found for a name.
#[derive(Debug, Default)]
struct Name {
    /// Sentences and patterns, sorted.
    candidates: Vec<(usize, u32)>,
    hits: OnceCell<Vec<Hit>>,
}

impl Name {
    /// What may be found in a sentence.
    fn of(&self, sentence: usize) -> &[(usize, u32)] {
        let from = self.candidates.partition_point(|of| of.0 < sentence);
        let rest = &self.candidates[from..];
        &rest[..rest.partition_point(|of| of.0 == sentence)]
    }
}

impl<'h> Hits<'h> {
    /// Reads a text.
    pub(super) fn new(document: &'h Document<'h>, lexicon: &'h Lexicon) -> Self {
        let mut names = Vec::new();
        names.resize_with(lexicon.names().len(), Name::default);
        let mut sentences = Vec::with_capacity(document.sentences.len());
        for number in 0..document.sentences.len() {
            let patterns = lexicon.candidates(document.sentence(number));
            for pattern in &patterns {
                if let Some(name) = lexicon.flags_for(*pattern) {
                    let name: &mut Name = &mut names[name];
                    name.candidates.push((number, *pattern));
                }
            }
            sentences.push(Candidates {
                patterns,
                places: OnceCell::new(),
            });
        }
        Self {
            lexicon,
            document,
            sentences,
            names,
            known: RefCell::default(),
        }
    }

    /// Returns the hits of a rule or of a mark (`mark:…`), in the order of the text.
    pub fn of(&self, name: &str) -> &[Hit] {
        let number = self.lexicon.number(name);
        number.map_or(&[], |number| self.all(number))
    }

    /// Reports whether a sentence has a hit of a rule or of a mark (`mark:…`).
    pub fn in_sentence(&self, name: &str, sentence: usize) -> bool {
        let number = self.lexicon.number(name);
        number.is_some_and(|number| self.stands(number, sentence))
    }

    /// Returns the hits of a mark, in the order of the text; `mark` without its prefix.
    pub fn of_mark(&self, mark: &str) -> &[Hit] {
        let number = self.lexicon.number_of_mark(mark);
        number.map_or(&[], |number| self.all(number))
    }

    /// Reports whether a sentence has a mark.
    pub fn marked(&self, mark: &str, sentence: usize) -> bool {
        let number = self.lexicon.number_of_mark(mark);
        number.is_some_and(|number| self.stands(number, sentence))
    }

    /// Returns the hit of a mark in a sentence.
    pub fn hit_of_mark(&self, mark: &str, sentence: usize) -> Option<Hit> {
        let number = self.lexicon.number_of_mark(mark)?;
        self.find(self.names[number].of(sentence))
    }

    /// All hits of a name.
    fn all(&self, number: usize) -> &[Hit] {
        let name = &self.names[number];
        name.hits.get_or_init(|| {
            let sentences = name.candidates.chunk_by(|one, other| one.0 == other.0);
            sentences
                .filter_map(|candidates| self.find(candidates))
                .collect()
        })
    }

    /// Whether a sentence has a hit of a name.
    fn stands(&self, number: usize, sentence: usize) -> bool {
        let name = &self.names[number];
        if let Some(hits) = name.hits.get() {
            let found = hits.binary_search_by_key(&sentence, |hit| hit.sentence);
            return found.is_ok();
        }
        let candidates = name.of(sentence);
        if candidates.is_empty() {
            return false;
        }
        let known = self.known.borrow().get(&(number, sentence)).copied();
        known.unwrap_or_else(|| {
            let found = self.find(candidates).is_some();
            self.known.borrow_mut().insert((number, sentence), found);
            found
        })
    }

    /// Looks closer at what may be in one sentence: one hit, the first words and as many as belong
    /// to them.
    fn find(&self, candidates: &[(usize, u32)]) -> Option<Hit> {
        let sentence = candidates.first()?.0;
        let start = self.document.sentences[sentence].span.start;
        let mut found: Option<Range<usize>> = None;
        for (_, pattern) in candidates {
            let Some((from, to)) = self.look(sentence, *pattern) else {
                continue;
            };
            let mut takes_back = self.taking_back(sentence, *pattern).iter();
            if takes_back.any(|pattern| self.look(sentence, *pattern).is_some()) {
                continue;
            }
            let words = start + from..start + to;
            found = Some(match found {
                Some(before) => join(before, words),
                None => words,
            });
        }
        found.map(|span| Hit { sentence, span })
    }

    /// The candidates that take back what a pattern flags.
    fn taking_back(&self, sentence: usize, pattern: u32) -> &[u32] {
        let patterns = &self.sentences[sentence].patterns;
        let range = self.lexicon.taken_back_by(pattern);
        let from = patterns.partition_point(|at| *at < range.start);
        let to = patterns.partition_point(|at| *at < range.end);
        &patterns[from..to]
    }

    /// Looks for a pattern in a sentence.
    fn look(&self, sentence: usize, pattern: u32) -> Option<(usize, usize)> {
        let places = self.sentences[sentence].places.get_or_init(|| {
            let text = self.document.sentence(sentence);
            Places::of(text)
        });
        self.lexicon.look(pattern, places)
    }
}

/// Joins words that overlap; of others the first stand.
fn join(before: Range<usize>, words: Range<usize>) -> Range<usize> {
    if words.start <= before.end && before.start <= words.end {
        before.start.min(words.start)..before.end.max(words.end)
    } else if words.start < before.start {
        words
    } else {
        before
    }
}
