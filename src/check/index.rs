//! Which patterns may be in a sentence: each is known by one word of its own, so that a text is
//! read once for all of them, and has others that have to be there too.
//!
//! The build script uses this file too: a release finds its index ready.

use std::borrow::Cow;
use std::collections::BTreeMap;

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

impl Anchor<'_> {
    /// Returns the number by which the first word is looked up; none where there is no word.
    pub(super) fn hash(self) -> Option<u32> {
        (!self.text.is_empty()).then(|| hash(key_of(self)))
    }
}

/// Patterns by the words they are known by, on the way into an [`Index`].
#[derive(Debug)]
pub(super) struct Builder {
    filter: Vec<u8>,
    of_key: BTreeMap<u32, Vec<u32>>,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self {
            filter: vec![0; FILTER],
            of_key: BTreeMap::new(),
        }
    }

    /// Makes a pattern known by a word.
    pub(super) fn add(&mut self, pattern: u32, hash: u32) {
        self.notice(hash);
        let patterns = self.of_key.entry(hash).or_default();
        if patterns.last() != Some(&pattern) {
            patterns.push(pattern);
        }
    }

    /// Has a word noticed by which no pattern is known, but which a pattern needs.
    pub(super) fn notice(&mut self, hash: u32) {
        let (byte, bit) = filter_bit(hash);
        self.filter[byte] |= bit;
    }

    pub(super) fn build(self) -> Index<'static> {
        let (mut keys, mut ends, mut patterns) = (Vec::new(), Vec::new(), Vec::new());
        for (key, of_key) in self.of_key {
            keys.extend(key.to_le_bytes());
            patterns.extend(of_key.into_iter().flat_map(u32::to_le_bytes));
            let end = u32::try_from(patterns.len() / WIDTH).unwrap_or(u32::MAX);
            ends.extend(end.to_le_bytes());
        }
        Index {
            filter: self.filter.into(),
            keys: keys.into(),
            ends: ends.into(),
            patterns: patterns.into(),
        }
    }
}

/// Bytes of a number in the tables.
const WIDTH: usize = 4;

/// Patterns by the words they are known by: tables that are searched as they stand, so that one
/// made before need not be read in.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Index<'a> {
    /// A bit for every word that is known or needed.
    #[serde(borrow)]
    filter: Cow<'a, [u8]>,
    /// The words, sorted.
    #[serde(borrow)]
    keys: Cow<'a, [u8]>,
    /// Where the patterns of each word end; they begin where those of the one before it end.
    #[serde(borrow)]
    ends: Cow<'a, [u8]>,
    #[serde(borrow)]
    patterns: Cow<'a, [u8]>,
}

/// The words of a sentence that any pattern asks for; it may say yes where there is none.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Seen([u64; 4]);

impl Seen {
    fn insert(&mut self, hash: u32) {
        let bit = short(hash);
        self.0[usize::from(bit >> 6)] |= 1 << (bit & 63);
    }

    /// Reports whether one word of each need may be there. A need is written as the number of its
    /// words, and a byte for each.
    pub(super) fn meets(&self, mut needs: &[u8]) -> bool {
        while let Some((count, rest)) = needs.split_first() {
            let count = usize::from(*count).min(rest.len());
            let (words, others) = rest.split_at(count);
            let there = |bit: &u8| self.0[usize::from(bit >> 6)] & (1 << (bit & 63)) != 0;
            if !words.iter().any(there) {
                return false;
            }
            needs = others;
        }
        true
    }
}

/// What stands for a word in a need.
pub(super) fn short(hash: u32) -> u8 {
    hash.to_le_bytes()[0]
}

impl Index<'_> {
    /// Collects the patterns that may be in a sentence, some more than once, and its words.
    pub(super) fn look(&self, sentence: &str, patterns: &mut Vec<u32>) -> Seen {
        let mut seen = Seen::default();
        let mut look = |key: Key<'_>| {
            let hash = hash(key);
            let (byte, bit) = filter_bit(hash);
            if self.filter.get(byte).is_some_and(|byte| byte & bit != 0) {
                seen.insert(hash);
                self.of_key(hash, patterns);
            }
        };
        let mut word = |word: &str| {
            look(Key::Whole(word));
            look(Key::Head(head(word)));
            look(Key::Tail(tail(word)));
            // "5th" may be known by what follows the number.
            if word.bytes().any(|b| b.is_ascii_digit()) {
                for part in word.split(|c: char| c.is_ascii_digit()) {
                    if !part.is_empty() {
                        look(Key::Whole(part));
                    }
                }
            }
        };
        let mut start = None;
        for (at, c) in sentence.char_indices() {
            let inside = c.is_alphanumeric() && !is_cjk(c);
            match (inside, start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    word(&sentence[from..at]);
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            word(&sentence[from..]);
        }
        for (at, c) in sentence.char_indices() {
            if is_cjk(c) || !(c.is_alphanumeric() || c == ' ') {
                let end = at + c.len_utf8();
                look(Key::Whole(&sentence[at..end]));
                if let Some(next) = sentence[end..].chars().next().filter(|next| is_cjk(*next)) {
                    look(Key::Whole(&sentence[at..end + next.len_utf8()]));
                }
            }
        }
        seen
    }

    fn of_key(&self, hash: u32, patterns: &mut Vec<u32>) {
        let (mut from, mut to) = (0, self.keys.len() / WIDTH);
        while from < to {
            let middle = usize::midpoint(from, to);
            match number(&self.keys, middle).cmp(&hash) {
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Greater => to = middle,
                std::cmp::Ordering::Equal => {
                    let start = match middle.checked_sub(1) {
                        Some(before) => number(&self.ends, before),
                        None => 0,
                    };
                    let own = start as usize..number(&self.ends, middle) as usize;
                    patterns.extend(own.map(|at| number(&self.patterns, at)));
                    return;
                }
            }
        }
    }
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
}

/// The key of the first word of an anchor.
fn key_of(anchor: Anchor<'_>) -> Key<'_> {
    let text = anchor.text;
    let mut chars = text.char_indices();
    let Some((_, first)) = chars.next() else {
        return Key::Whole(text);
    };
    if is_cjk(first) || !first.is_alphanumeric() {
        let end = match chars.next() {
            Some((at, second)) if is_cjk(second) => at + second.len_utf8(),
            _ => first.len_utf8(),
        };
        return Key::Whole(&text[..end]);
    }
    let end = text.find(|c: char| !c.is_alphanumeric() || is_cjk(c));
    let word = &text[..end.unwrap_or(text.len())];
    match (anchor.suffix, anchor.open && end.is_none()) {
        (true, _) => Key::Tail(tail(word)),
        (false, true) => Key::Head(head(word)),
        _ => Key::Whole(word),
    }
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
    let (kind, text) = match key {
        Key::Whole(text) => (1, text),
        Key::Head(text) => (2, text),
        Key::Tail(text) => (3, text),
    };
    let start = 0xcbf2_9ce4_8422_2325_u64 ^ kind;
    let hash = text.bytes().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let [a, b, c, d, e, f, g, h] = hash.to_le_bytes();
    u32::from_le_bytes([a ^ e, b ^ f, c ^ g, d ^ h])
}

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
        let hash = Anchor { text, open, suffix }.hash().expect("a word");
        builder.add(7, hash);
        let mut patterns = Vec::new();
        let seen = builder.build().look(sentence, &mut patterns);
        assert_eq!(patterns.contains(&7), expected, "{text} in {sentence}");
        assert_eq!(
            seen.meets(&[1, short(hash)]),
            expected,
            "{text} in {sentence}"
        );
    }

    #[test]
    fn an_anchor_is_met_where_its_first_word_is() {
        check("carrier", false, false, "the carrier lost it", true);
        check("carrier", false, false, "the carriers lost it", false);
        check("post office", false, false, "the post is late", true);
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
        let mut seen = Seen::default();
        seen.insert(3);
        seen.insert(200);
        assert!(seen.meets(&[]));
        assert!(seen.meets(&[2, 9, 3, 1, 200]));
        assert!(!seen.meets(&[2, 9, 3, 1, 201]));
    }

    #[test]
    fn an_index_is_the_same_after_it_was_stored() {
        let mut builder = Builder::new();
        for (at, text) in ["late", "order", "退款"].into_iter().enumerate() {
            let anchor = Anchor {
                text,
                open: false,
                suffix: false,
            };
            builder.add(at as u32, anchor.hash().unwrap());
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
