//! The numbers words are looked up by, and how often each is met.

use std::collections::BTreeSet;

use super::words::{characters, head, tail, words};
use crate::lang::is_cjk;

/// A word by which a pattern is known.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Anchor<'w> {
    /// The word, or several.
    pub(in crate::check) text: &'w str,
    /// Its ending is open.
    pub(in crate::check) open: bool,
    /// Its beginning is open.
    pub(in crate::check) suffix: bool,
}

/// What a word is looked up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Sign {
    pub(in crate::check) hash: u32,
    /// In about how many of a thousand sentences it is met.
    pub(in crate::check) chance: u32,
}

impl<'w> Anchor<'w> {
    /// A word as it stands.
    pub(in crate::check) fn whole(text: &'w str) -> Self {
        Self {
            text,
            open: false,
            suffix: false,
        }
    }

    /// Two characters of a script without spaces, side by side.
    pub(in crate::check) fn together(first: char, second: char, common: &BTreeSet<String>) -> Sign {
        let both: String = [first, second].into_iter().collect();
        Sign {
            hash: together(first, second),
            chance: Key::Whole(&both).chance(common),
        }
    }

    /// Returns what the word is looked up by: of all there is in it what is met least often; none
    /// where there is no word. `common` are words that are in many sentences.
    pub(in crate::check) fn sign(self, common: &BTreeSet<String>) -> Option<Sign> {
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
    pub(in crate::check) fn followed_by(self, next: Self) -> Self {
        Self {
            hash: pair(self.hash, next.hash),
            chance: (self.chance * next.chance / 1000).max(1),
        }
    }
}

/// What a key is made of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Key<'w> {
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

/// FNV-1a, folded to half its width.
pub(super) fn hash(key: Key<'_>) -> u32 {
    let (kind, bytes) = match &key {
        Key::Whole(text) => (WHOLE, text.as_bytes()),
        Key::Head(text) => (HEADS, text.as_bytes()),
        Key::Tail(text) => (3, text.as_bytes()),
        Key::List(number) => (4, number.as_slice()),
    };
    finish(go_on(START, bytes), kind)
}

/// The number of a whole word.
pub(in crate::check) fn of_word(word: &str) -> u32 {
    hash(Key::Whole(word))
}

/// The number of a character.
pub(super) fn alone(c: char) -> u32 {
    together('\0', c)
}

/// The number of two characters side by side.
pub(super) fn together(first: char, second: char) -> u32 {
    let both = u64::from(u32::from(first)) << 32 | u64::from(u32::from(second));
    let mixed = both.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    u32::try_from(mixed >> 32).unwrap_or_default() ^ 0x5bd1_e995
}

/// The number of two words, one behind the other.
pub(super) fn pair(first: u32, second: u32) -> u32 {
    (first.rotate_left(7) ^ second).wrapping_mul(0x9E37_79B1)
}

/// The numbers of a word and of its head, read in one go.
pub(super) fn hashes(word: &str, head: &str) -> [u32; 2] {
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
