//! Which patterns may be in a sentence: each is known by one word of its own, so that a text is
//! read once for all of them.

use std::collections::HashMap;

use crate::lang::is_cjk;

/// Bits of the filter that rules out most words at once.
const FILTER: usize = 1 << 16;
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

/// Patterns by the words they are known by.
#[derive(Debug)]
pub(super) struct Index {
    /// A bit for every key there is.
    filter: Vec<u64>,
    of_key: HashMap<u64, Vec<u32>>,
    /// Some words are known by their beginning or their end alone.
    heads: bool,
    tails: bool,
}

/// What a key is made of.
#[derive(Debug, Clone, Copy)]
enum Key<'w> {
    /// A whole word, a sign, one or two characters of a script without spaces.
    Whole(&'w str),
    Head(&'w str),
    Tail(&'w str),
}

impl Index {
    pub(super) fn new() -> Self {
        Self {
            filter: vec![0; FILTER / 64],
            of_key: HashMap::new(),
            heads: false,
            tails: false,
        }
    }

    /// Makes a pattern known by a word.
    pub(super) fn add(&mut self, pattern: u32, anchor: Anchor<'_>) {
        let key = key_of(anchor);
        self.heads |= matches!(key, Key::Head(_));
        self.tails |= matches!(key, Key::Tail(_));
        let hash = hash(key);
        let bit = bit(hash);
        self.filter[bit / 64] |= 1 << (bit % 64);
        let patterns = self.of_key.entry(hash).or_default();
        if patterns.last() != Some(&pattern) {
            patterns.push(pattern);
        }
    }

    /// Calls with the patterns that may be in a sentence; with some more than once.
    pub(super) fn each(&self, sentence: &str, mut found: impl FnMut(&[u32])) {
        let mut look = |key: Key<'_>| {
            let hash = hash(key);
            let bit = bit(hash);
            if self.filter[bit / 64] & (1 << (bit % 64)) != 0
                && let Some(patterns) = self.of_key.get(&hash)
            {
                found(patterns);
            }
        };
        let mut word = |word: &str| {
            look(Key::Whole(word));
            if self.heads {
                look(Key::Head(head(word)));
            }
            if self.tails {
                look(Key::Tail(tail(word)));
            }
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
    }
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

fn hash(key: Key<'_>) -> u64 {
    let (kind, text) = match key {
        Key::Whole(text) => (1, text),
        Key::Head(text) => (2, text),
        Key::Tail(text) => (3, text),
    };
    let start = 0xcbf2_9ce4_8422_2325_u64 ^ kind;
    text.bytes().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn bit(hash: u64) -> usize {
    usize::try_from((hash >> 40) ^ (hash & 0xFFFF)).unwrap_or(0) % FILTER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, open: bool, suffix: bool, sentence: &str, expected: bool) {
        let mut index = Index::new();
        index.add(7, Anchor { text, open, suffix });
        let mut met = false;
        index.each(sentence, |patterns| met |= patterns.contains(&7));
        assert_eq!(met, expected, "{text} in {sentence}");
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
}
