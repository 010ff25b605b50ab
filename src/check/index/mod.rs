//! Which patterns may be in a sentence: each is known by one word of its own, so that a text is
//! read once for all of them, and has others that have to be there too.
//!
//! The build script uses this file too: a release finds its index ready.

mod sign;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub(super) use sign::{Anchor, Sign, of_word};
use sign::{Key, alone, hash, hashes, pair, together};
pub(super) use words::is_between;
use words::{characters, head, tail, words};

/// Bytes of the filter that rules out most words at once.
const FILTER: usize = (1 << 16) / 8;

/// Patterns by the words they are known by, on the way into an [`Index`].
#[derive(Debug)]
pub(super) struct Builder {
    filter: Vec<u8>,
    of_key: BTreeMap<u32, Vec<u32>>,
}

/// What a pattern asks of a sentence: one of some words, or one of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Need {
    /// Numbers of words, as [`Anchor::sign`] gives them.
    Words(Vec<u32>),
    /// Number of a list.
    List(u8),
}

impl Builder {
    pub(super) fn new() -> Self {
        Self {
            filter: vec![0; FILTER],
            of_key: BTreeMap::new(),
        }
    }

    /// Makes a pattern known by what it needs first.
    pub(super) fn anchor(&mut self, pattern: u32, need: &Need) {
        match need {
            Need::Words(words) => {
                for hash in words {
                    self.add(*hash, pattern);
                }
            }
            Need::List(list) => self.add(hash(Key::List([*list])), pattern),
        }
    }

    /// Makes a list known by its words.
    pub(super) fn list(&mut self, list: u8, words: &[u32]) {
        for hash in words {
            self.add(*hash, LIST | u32::from(list));
        }
    }

    fn add(&mut self, hash: u32, number: u32) {
        self.notice(hash);
        self.of_key.entry(hash).or_default().push(number);
    }

    /// Writes what a pattern needs beside its anchor as [`Seen::meets`] reads it.
    pub(super) fn needs(&mut self, needs: &[Need]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for need in needs {
            match need {
                Need::Words(words) => {
                    // Of so many words one is in nearly every sentence.
                    let Ok(count) = u8::try_from(words.len()) else {
                        continue;
                    };
                    bytes.push(count);
                    for hash in words {
                        self.notice(*hash);
                        bytes.extend(short(*hash).to_le_bytes());
                    }
                }
                Need::List(list) => bytes.extend([0, *list]),
            }
        }
        bytes
    }

    /// Has a word noticed.
    fn notice(&mut self, hash: u32) {
        let (byte, bit) = filter_bit(hash);
        self.filter[byte] |= bit;
    }

    pub(super) fn build(self) -> Index<'static> {
        let (mut keys, mut ends, mut patterns) = (Vec::new(), Vec::new(), Vec::new());
        let mut shelves = vec![0_u32; SHELVES + 1];
        for (key, of_key) in self.of_key {
            keys.extend(key.to_le_bytes());
            shelves[shelf(key) + 1] += 1;
            patterns.extend(of_key.into_iter().flat_map(u32::to_le_bytes));
            let end = u32::try_from(patterns.len() / WIDTH).unwrap_or(u32::MAX);
            ends.extend(end.to_le_bytes());
        }
        for at in 0..SHELVES {
            shelves[at + 1] += shelves[at];
        }
        Index {
            filter: self.filter.into(),
            shelves: shelves.into_iter().flat_map(u32::to_le_bytes).collect(),
            keys: keys.into(),
            ends: ends.into(),
            patterns: patterns.into(),
        }
    }
}

/// Marks the number of a list among those of patterns.
const LIST: u32 = 1 << 31;
/// Bytes of a number in the tables.
const WIDTH: usize = 4;

/// Patterns by the words they are known by: tables that are searched as they stand, so that one
/// made before need not be read in.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Index<'a> {
    /// A bit for every word that is known or needed.
    #[serde(borrow)]
    filter: Cow<'a, [u8]>,
    /// Where the words of each shelf begin, and where those of the last one end.
    #[serde(borrow)]
    shelves: Cow<'a, [u8]>,
    /// The words, sorted.
    #[serde(borrow)]
    keys: Cow<'a, [u8]>,
    /// Where the patterns of each word end; they begin where those of the one before it end.
    #[serde(borrow)]
    ends: Cow<'a, [u8]>,
    #[serde(borrow)]
    patterns: Cow<'a, [u8]>,
}

/// The words of a sentence that any pattern asks for, and the lists one of whose words is in it; it
/// may say yes where there is none.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    words: [u64; SEEN / 64],
    lists: [u64; 4],
}

/// How many words are told apart.
const SEEN: usize = 1 << 12;

impl Default for Seen {
    fn default() -> Self {
        Self {
            words: [0; SEEN / 64],
            lists: [0; 4],
        }
    }
}

impl Seen {
    fn insert(&mut self, hash: u32) {
        let bit = usize::from(short(hash));
        self.words[bit / 64] |= 1 << (bit % 64);
    }

    /// Notes a list; returns whether it is new.
    fn insert_list(&mut self, list: u8) -> bool {
        let bit = 1 << (list % 64);
        let known = &mut self.lists[usize::from(list / 64)];
        let new = *known & bit == 0;
        *known |= bit;
        new
    }

    /// Reports whether one word of each need may be there. A need is written as the number of its
    /// words and two bytes for each; or as 0 and the number of a list.
    pub(super) fn meets(&self, mut needs: &[u8]) -> bool {
        while let [count, rest @ ..] = needs {
            let met;
            (met, needs) = if *count == 0 {
                let Some((list, rest)) = rest.split_first() else {
                    return true;
                };
                let bit = 1 << (list % 64);
                (self.lists[usize::from(list / 64)] & bit != 0, rest)
            } else {
                let (words, rest) = rest.split_at((usize::from(*count) * 2).min(rest.len()));
                (words.chunks_exact(2).any(|word| self.holds(word)), rest)
            };
            if !met {
                return false;
            }
        }
        true
    }

    fn holds(&self, word: &[u8]) -> bool {
        let bit = usize::from(u16::from_le_bytes([word[0], word[1]])) % SEEN;
        self.words[bit / 64] & (1 << (bit % 64)) != 0
    }
}

/// What stands for a word in a need: 12 bits.
fn short(hash: u32) -> u16 {
    let [low, high, ..] = hash.to_le_bytes();
    u16::from_le_bytes([low, high]) & 0xFFF
}

impl Index<'_> {
    /// Collects the patterns that may be in a sentence, some more than once, and its words.
    pub(super) fn look(&self, sentence: &str, patterns: &mut Vec<u32>) -> Seen {
        let mut seen = Seen::default();
        let mut meet = |hash: u32| {
            let (byte, bit) = filter_bit(hash);
            if self.filter.get(byte).is_some_and(|byte| byte & bit != 0) {
                seen.insert(hash);
                self.of_key(hash, &mut seen, patterns);
            }
        };
        let mut last = None;
        for (_, word) in words(sentence) {
            let [whole, of_head] = hashes(word, head(word));
            meet(whole);
            meet(of_head);
            meet(hash(Key::Tail(tail(word))));
            if let Some(last) = last {
                meet(pair(last, whole));
            }
            last = Some(whole);
            // "5th" may be known by what follows the number.
            if word.bytes().any(|b| b.is_ascii_digit()) {
                for part in word.split(|c: char| c.is_ascii_digit()) {
                    if !part.is_empty() {
                        meet(hash(Key::Whole(part)));
                    }
                }
            }
        }
        characters(sentence, |first, second| {
            meet(second.map_or_else(|| alone(first), |second| together(first, second)));
        });
        seen
    }

    /// Collects the patterns of a word, and those of its lists.
    fn of_key(&self, hash: u32, seen: &mut Seen, patterns: &mut Vec<u32>) {
        for at in self.own(hash) {
            let number = number(&self.patterns, at);
            match u8::try_from(number ^ LIST) {
                Ok(list) => {
                    if seen.insert_list(list) {
                        let own = self.own(self::hash(Key::List([list])));
                        patterns.extend(own.map(|at| self::number(&self.patterns, at)));
                    }
                }
                Err(_) => patterns.push(number),
            }
        }
    }

    /// Where the patterns of a word stand.
    fn own(&self, hash: u32) -> std::ops::Range<usize> {
        let at = shelf(hash);
        let words = number(&self.shelves, at)..number(&self.shelves, at + 1);
        for at in words.start as usize..words.end as usize {
            if number(&self.keys, at) == hash {
                let start = at.checked_sub(1);
                let start = start.map_or(0, |before| number(&self.ends, before));
                return start as usize..number(&self.ends, at) as usize;
            }
        }
        0..0
    }
}

/// Over how many shelves the words are spread.
const SHELVES: usize = 1 << 12;

/// The shelf of a word: the first bits of its number, by which words are sorted.
fn shelf(hash: u32) -> usize {
    (hash >> 20) as usize
}

/// A number of a table; 0 behind its end.
fn number(table: &[u8], at: usize) -> u32 {
    let bytes = table.get(at * WIDTH..(at + 1) * WIDTH);
    bytes.map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

fn filter_bit(hash: u32) -> (usize, u8) {
    let [_, _, low, high] = hash.to_le_bytes();
    let bit = usize::from(u16::from_le_bytes([low, high]));
    (bit / 8, 1 << (bit % 8))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[track_caller]
    fn check(text: &str, open: bool, suffix: bool, sentence: &str, expected: bool) {
        let mut builder = Builder::new();
        let sign = Anchor { text, open, suffix }.sign(&BTreeSet::new());
        let hash = sign.expect("a word").hash;
        builder.anchor(7, &Need::Words(vec![hash]));
        builder.list(200, &[hash]);
        builder.anchor(8, &Need::List(200));
        let needs = builder.needs(&[Need::Words(vec![hash]), Need::List(200)]);
        let mut patterns = Vec::new();
        let seen = builder.build().look(sentence, &mut patterns);
        patterns.sort_unstable();
        let found: &[u32] = if expected { &[7, 8] } else { &[] };
        assert_eq!(patterns, found, "{text} in {sentence}");
        assert_eq!(seen.meets(&needs), expected, "{text} in {sentence}");
    }

    #[test]
    fn an_anchor_is_met_where_its_first_word_is() {
        check("carrier", false, false, "the carrier lost it", true);
        check("carrier", false, false, "the carriers lost it", false);
        check("the carrier", false, false, "the parcel is late", false);
        check("lost parcel", true, false, "two lost parcels", true);
        check(
            "can't be trusted",
            false,
            false,
            "it can't be trusted",
            true,
        );
        check("guarant", true, false, "we guarantee it", true);
        check("leiter", false, true, "die lagerleiter", true);
        check("th", false, false, "on the 5th", true);
        check("%", false, false, "100 % sure", true);
        check("物流公司", false, false, "因为物流公司丢失", true);
        check("日", false, false, "5月4日，", true);
        check("fba仓库", false, false, "在fba仓库", true);
        check("保证", false, false, "没有承诺", false);
    }

    #[test]
    fn needs_are_met_one_by_one() {
        let mut builder = Builder::new();
        let words = |words: &[u32]| Need::Words(words.to_vec());
        let both = builder.needs(&[words(&[9, 3]), words(&[200]), Need::List(70)]);
        let other = builder.needs(&[words(&[9, 3]), words(&[201])]);
        let list = builder.needs(&[Need::List(6)]);
        let mut seen = Seen::default();
        seen.insert(3);
        seen.insert(200);
        assert!(seen.insert_list(70) && !seen.insert_list(70));
        assert!(seen.meets(&[]));
        assert!(seen.meets(&both));
        assert!(!seen.meets(&other));
        assert!(!seen.meets(&list));
    }

    #[test]
    fn an_index_is_the_same_after_it_was_stored() {
        let mut builder = Builder::new();
        for (text, number) in ["late", "order", "退款"].into_iter().zip(0..) {
            let anchor = Anchor {
                text,
                open: false,
                suffix: false,
            };
            let sign = anchor.sign(&BTreeSet::new()).unwrap();
            builder.anchor(number, &Need::Words(vec![sign.hash]));
        }
        let index = builder.build();
        let bytes = postcard::to_allocvec(&index).unwrap();
        let stored: Index<'_> = postcard::from_bytes(&bytes).unwrap();
        assert!(matches!(stored.filter, Cow::Borrowed(_)));
        for sentence in ["a late order", "已退款", "nothing"] {
            let (mut one, mut other) = (Vec::new(), Vec::new());
            index.look(sentence, &mut one);
            stored.look(sentence, &mut other);
            assert_eq!(one, other, "{sentence}");
        }
    }
}
