//! Where the words of rules and marks stand in a text.
//!
//! The text is read once, for the patterns that may be in each sentence. Looking closer at one
//! costs more, and most are asked for in few sentences only: a pattern is looked for when a rule
//! asks, and the answer kept.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::document::Document;
use super::index::Seen;
use super::lexicon::Lexicon;
use super::pattern::Places;

/// Candidates of a sentence from which on each is kept once: fewer cost less than sorting them.
const MANY: usize = 4096;

/// What ends a clause: behind it the same may be said once more.
const ENDS: [char; 7] = [',', ';', ':', '，', '；', '：', '('];

/// Whether a clause ends in a stretch between two words.
fn ends_clause(between: &str) -> bool {
    between.contains(ENDS) || between.contains(" and ") || between.contains(" und ")
}

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
    sentences: Vec<Candidates>,
    /// The patterns of all sentences that take something back, one sentence after the other; some
    /// more than once.
    takes_back: Vec<u32>,
    /// For every name the sentences and patterns that flag for it, in the order of the text.
    flags: Vec<Flag>,
    /// Where those of each name begin, and where the last end.
    starts: Vec<usize>,
    found: Vec<OnceCell<Vec<Hit>>>,
    known: RefCell<FxHashMap<(usize, usize), bool>>,
}

/// A sentence and a pattern that may be in it.
#[derive(Debug, Clone, Copy, Default)]
struct Flag {
    sentence: u32,
    pattern: u32,
}

/// What may be in a sentence.
#[derive(Debug)]
struct Candidates {
    /// Where the patterns stand that take something back in it.
    takes_back: Range<usize>,
    seen: Seen,
    places: OnceCell<Places>,
}

impl<'h> Hits<'h> {
    /// Reads a text.
    pub(super) fn new(document: &'h Document<'h>, lexicon: &'h Lexicon) -> Self {
        let names = lexicon.names().len();
        let (mut patterns, mut takes_back) = (Vec::new(), Vec::new());
        let mut sentences = Vec::with_capacity(document.sentences.len());
        let mut found: Vec<(usize, Flag)> = Vec::new();
        let mut starts = vec![0; names + 1];
        for number in 0..document.sentences.len() {
            let from = takes_back.len();
            let seen = lexicon.candidates(document.sentence(number), &mut patterns);
            // In a sentence without an end most are named over and over.
            if patterns.len() > MANY {
                patterns.sort_unstable();
                patterns.dedup();
            }
            for pattern in patterns.drain(..) {
                let Some(name) = lexicon.flags_for(pattern) else {
                    takes_back.push(pattern);
                    continue;
                };
                starts[name + 1] += 1;
                let flag = Flag {
                    sentence: u32::try_from(number).unwrap_or(u32::MAX),
                    pattern,
                };
                found.push((name, flag));
            }
            sentences.push(Candidates {
                takes_back: from..takes_back.len(),
                seen,
                places: OnceCell::new(),
            });
        }
        for name in 0..names {
            starts[name + 1] += starts[name];
        }
        let mut next = starts.clone();
        let mut flags = vec![Flag::default(); found.len()];
        for (name, flag) in found {
            flags[next[name]] = flag;
            next[name] += 1;
        }
        Self {
            lexicon,
            document,
            sentences,
            takes_back,
            flags,
            starts,
            found: vec![OnceCell::new(); names],
            known: RefCell::default(),
        }
    }

    /// What may be found for a name.
    fn flags(&self, name: usize) -> &[Flag] {
        &self.flags[self.starts[name]..self.starts[name + 1]]
    }

    /// What may be found for a name in a sentence.
    fn flags_in(&self, name: usize, sentence: usize) -> &[Flag] {
        let flags = self.flags(name);
        let from = flags.partition_point(|flag| (flag.sentence as usize) < sentence);
        let to = flags.partition_point(|flag| (flag.sentence as usize) <= sentence);
        &flags[from..to]
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
        self.find(self.flags_in(number, sentence))
    }

    /// All hits of a name.
    fn all(&self, number: usize) -> &[Hit] {
        self.found[number].get_or_init(|| {
            let flags = self.flags(number);
            let sentences = flags.chunk_by(|one, other| one.sentence == other.sentence);
            let rule = self.lexicon.is_rule(number);
            let mut hits = Vec::new();
            for flags in sentences {
                let from = hits.len();
                hits.extend(self.find_all(flags));
                // Of a mark it is enough that it is there.
                if !rule {
                    hits.truncate(from + 1);
                }
            }
            hits
        })
    }

    /// Whether a sentence has a hit of a name.
    fn stands(&self, number: usize, sentence: usize) -> bool {
        if let Some(hits) = self.found[number].get() {
            let found = hits.binary_search_by_key(&sentence, |hit| hit.sentence);
            return found.is_ok();
        }
        let flags = self.flags_in(number, sentence);
        if flags.is_empty() {
            return false;
        }
        let known = self.known.borrow().get(&(number, sentence)).copied();
        known.unwrap_or_else(|| {
            let found = flags.iter().any(|flag| self.place(*flag).is_some());
            self.known.borrow_mut().insert((number, sentence), found);
            found
        })
    }

    /// Looks closer at what may be in one sentence: the first hit.
    fn find(&self, flags: &[Flag]) -> Option<Hit> {
        self.find_all(flags).into_iter().next()
    }

    /// Looks closer at what may be in one sentence: a hit for each clause, the first words in it
    /// and as many as belong to them.
    fn find_all(&self, flags: &[Flag]) -> Vec<Hit> {
        let Some(first) = flags.first() else {
            return Vec::new();
        };
        let sentence = first.sentence as usize;
        let start = self.document.sentences[sentence].span.start;
        let places = flags.iter().filter_map(|flag| self.place(*flag));
        let found = places.map(|(from, to)| start + from..start + to);
        let mut found: Vec<Range<usize>> = found.collect();
        found.sort_by_key(|words| (words.start, words.end));
        let flat = self.document.flat();
        let mut spans: Vec<Range<usize>> = Vec::new();
        for words in found {
            match spans.last_mut() {
                Some(before) if words.start <= before.end => {
                    before.end = before.end.max(words.end);
                }
                Some(before) if !ends_clause(&flat[before.end..words.start]) => {}
                _ => spans.push(words),
            }
        }
        spans
            .into_iter()
            .map(|span| Hit { sentence, span })
            .collect()
    }

    /// Where a pattern stands in its sentence, unless something takes it back.
    fn place(&self, flag: Flag) -> Option<(usize, usize)> {
        let (sentence, pattern) = (flag.sentence as usize, flag.pattern);
        if !self.meets(sentence, pattern) {
            return None;
        }
        let place = self.look(sentence, pattern)?;
        (!self.is_taken_back(sentence, pattern)).then_some(place)
    }

    /// Whether something in the sentence takes back what a pattern flags.
    fn is_taken_back(&self, sentence: usize, pattern: u32) -> bool {
        let by = self.lexicon.taken_back_by(pattern);
        let all = &self.takes_back[self.sentences[sentence].takes_back.clone()];
        let mut own = all.iter().filter(|at| by.contains(at));
        own.any(|at| self.meets(sentence, *at) && self.look(sentence, *at).is_some())
    }

    /// Whether all the words a pattern needs may be in a sentence.
    fn meets(&self, sentence: usize, pattern: u32) -> bool {
        self.lexicon.meets(pattern, &self.sentences[sentence].seen)
    }

    /// Looks for a pattern in a sentence.
    fn look(&self, sentence: usize, pattern: u32) -> Option<(usize, usize)> {
        let text = self.document.sentence(sentence);
        let places = &self.sentences[sentence].places;
        let places = places.get_or_init(|| Places::of(text));
        self.lexicon.look(pattern, text, places)
    }
}
