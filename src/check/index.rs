//! Which patterns may be in a sentence: each is known by one word of its own, so that a text is
//! read once for all of them, and has others that have to be there too.
//!
//! The build script uses this file too: a release finds its index ready.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::lang::is_cjk;

/// Bytes of the filter that rules out most words at once.
const FILTER: usize = (1 << 16) / 8;
/// Letters by which a word with an open ending is known, and characters of one with an open
/// beginning.
const HEAD: usize = 3;
const TAIL: usize = 2;

/// A word by which a pattern is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor<'w> {
    /// The word, or several.
    pub(super) text: &'w str,
    /// Its ending is open.
    pub(super) open: bool,
    /// Its beginning is open.
    pub(super) suffix: bool,
}

/// What a word is looked up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) hash: u32,
    /// In about how many of a thousand sentences it is met.
    pub(super) chance: u32,
}

impl<'w> Anchor<'w> {
    /// A word as it stands.
    pub(super) fn whole(text: &'w str) -> Self {
        Self {
            text,
            open: false,
            suffix: false,
        }
    }

    /// Two characters of a script without spaces, side by side.
    pub(super) fn together(first: char, second: char, common: &BTreeSet<String>) -> Sign {
        let both: String = [first, second].into_iter().collect();
        Sign {
            hash: together(first, second),
            chance: Key::Whole(&both).chance(common),
        }
    }

    /// Returns what the word is looked up by: of all there is in it what is met least often; none
    /// where there is no word. `common` are words that are in many sentences.
    pub(super) fn sign(self, common: &BTreeSet<String>) -> Option<Sign> {
        let mut best: Option<Sign> = None;
        let mut offer = |hash: u32, chance: u32| {
            if best.is_none_or(|best| chance < best.chance) {
                best = Some(Sign { hash, chance });
            }
        };
        let mut last: Option<Sign> = None;
        for (at, word) in words(self.text) {
            let key = if self.suffix && at == 0 {
                Key::Tail(tail(word))
            } else if self.open && at + word.len() == self.text.len() {
                Key::Head(head(word))
            } else {
                Key::Whole(word)
            };
            let sign = Sign {
                hash: hash(key),
                chance: key.chance(common),
            };
            offer(sign.hash, sign.chance);
            let whole = matches!(key, Key::Whole(_)).then_some(sign);
            if let (Some(before), Some(whole)) = (last, whole) {
                let pair = before.followed_by(whole);
                offer(pair.hash, pair.chance);
            }
            last = whole;
        }
        characters(self.text, |first, second| {
            let mut text = String::from(first);
            text.extend(second);
            let hash = second.map_or_else(|| alone(first), |second| together(first, second));
            offer(hash, Key::Whole(&text).chance(common));
        });
        best
    }
}

impl Sign {
    /// Returns what two words are looked up by that stand one behind the other.
    pub(super) fn followed_by(self, next: Self) -> Self {
        Self {
            hash: pair(self.hash, next.hash),
            chance: (self.chance * next.chance / 1000).max(1),
        }
    }
}

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

/// What a key is made of.
#[derive(Debug, Clone, Copy)]
enum Key<'w> {
    /// A whole word, a sign, one or two characters of a script without spaces.
    Whole(&'w str),
    Head(&'w str),
    Tail(&'w str),
    /// No word but the number of a list.
    List([u8; 1]),
}

impl Key<'_> {
    fn chance(self, common: &BTreeSet<String>) -> u32 {
        let often =
            |c: char| matches!(c, '\u{3041}'..='\u{309F}') || common.contains(&*c.to_string());
        match self {
            Key::Whole(word) if word.contains(is_cjk) => {
                match (
                    word.chars().count(),
                    word.chars().filter(|c| often(*c)).count(),
                ) {
                    (1, 0) => 120,
                    (1, _) => 400,
                    (_, 0) => 8,
                    (_, 1) => 30,
                    _ => 150,
                }
            }
            Key::Whole(word) if common.contains(word) => 250,
            Key::Whole(word) => match word.chars().count() {
                1 => 150,
                2 => 80,
                3 => 40,
                4 => 20,
                5 => 12,
                6 => 8,
                _ => 5,
            },
            Key::Head(_) => 60,
            Key::Tail(_) => 400,
            Key::List(_) => 1000,
        }
    }
}

/// Reports whether a character may stand between two words that belong together.
pub(super) fn is_between(c: char) -> bool {
    matches!(
        c,
        ' ' | ',' | '"' | '\'' | '(' | ')' | '，' | '、' | '“' | '”'
    )
}

/// The words of a text in scripts with spaces, with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let outside = |c: char| is_cjk(c) || !c.is_alphanumeric();
    let mut at = 0;
    text.split_inclusive(outside).filter_map(move |part| {
        let start = at;
        at += part.len();
        let word = part.trim_end_matches(outside);
        (!word.is_empty()).then_some((start, word))
    })
}

/// Calls with signs and the characters of scripts without spaces, each alone and two that stand
/// side by side: a sign and a character behind it, or two characters, between which may stand what
/// stands between words.
fn characters(text: &str, mut each: impl FnMut(char, Option<char>)) {
    let mut last: Option<char> = None;
    let mut sign: Option<char> = None;
    for c in text.chars() {
        if c == ' ' {
            sign = None;
            continue;
        }
        if is_character(c) {
            each(c, None);
            if let Some(sign) = sign.take() {
                each(sign, Some(c));
            }
            if let Some(last) = last.replace(c) {
                each(last, Some(c));
            }
        } else if is_cjk(c) || !c.is_alphanumeric() {
            each(c, None);
            if let Some(sign) = sign.replace(c).filter(|_| is_cjk(c)) {
                each(sign, Some(c));
            }
            last = last.filter(|_| is_between(c));
        } else {
            (last, sign) = (None, None);
        }
    }
}

/// Reports whether a character is one of a script without spaces, and no sign.
fn is_character(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}') || (is_cjk(c) && c.is_alphanumeric())
}

fn head(word: &str) -> &str {
    let end = word
        .char_indices()
        .nth(HEAD)
        .map_or(word.len(), |(at, _)| at);
    &word[..end]
}

fn tail(word: &str) -> &str {
    let start = word
        .char_indices()
        .rev()
        .nth(TAIL - 1)
        .map_or(0, |(at, _)| at);
    &word[start..]
}

/// FNV-1a, folded to half its width.
fn hash(key: Key<'_>) -> u32 {
    let (kind, bytes) = match &key {
        Key::Whole(text) => (WHOLE, text.as_bytes()),
        Key::Head(text) => (HEADS, text.as_bytes()),
        Key::Tail(text) => (3, text.as_bytes()),
        Key::List(number) => (4, number.as_slice()),
    };
    finish(go_on(START, bytes), kind)
}

/// The number of a character.
fn alone(c: char) -> u32 {
    together('\0', c)
}

/// The number of two characters side by side.
fn together(first: char, second: char) -> u32 {
    let both = u64::from(u32::from(first)) << 32 | u64::from(u32::from(second));
    let mixed = both.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    u32::try_from(mixed >> 32).unwrap_or_default() ^ 0x5bd1_e995
}

/// The number of two words, one behind the other.
fn pair(first: u32, second: u32) -> u32 {
    (first.rotate_left(7) ^ second).wrapping_mul(0x9E37_79B1)
}

/// The numbers of a word and of its head, read in one go.
fn hashes(word: &str, head: &str) -> [u32; 2] {
    let of_head = go_on(START, head.as_bytes());
    let of_word = go_on(of_head, &word.as_bytes()[head.len()..]);
    [finish(of_word, WHOLE), finish(of_head, HEADS)]
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

fn go_on(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// A word as a whole is another thing than a head of the same letters.
fn finish(hash: u64, kind: u8) -> u32 {
    let hash = go_on(hash, &[kind]);
    u32::try_from((hash ^ (hash >> 32)) & u64::from(u32::MAX)).unwrap_or_default()
}

const WHOLE: u8 = 1;
const HEADS: u8 = 2;

fn filter_bit(hash: u32) -> (usize, u8) {
    let [_, _, low, high] = hash.to_le_bytes();
    let bit = usize::from(u16::from_le_bytes([low, high]));
    (bit / 8, 1 << (bit % 8))
}

#[cfg(test)]
mod tests {
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
