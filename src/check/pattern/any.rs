//! Several words of which one is wanted, and how one of them is soon found at a place of a text.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::word::{DIGITS, Word, read};
use crate::check::index::{Anchor, Sign};
use crate::lang::is_cjk;

/// Several words of which one is wanted, in an order in which it is soon found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "Stored<'a>", bound(deserialize = "'de: 'a"))]
pub(super) struct Any<'a> {
    /// By beginning, then the longest first: "carriers" before "carrier".
    words: Vec<Word<'a>>,
    /// Those whose beginning is open.
    suffixes: Vec<Word<'a>>,
    /// The beginning of each word.
    #[serde(skip)]
    starts: Vec<Start>,
    /// Words of which the first character alone is known.
    #[serde(skip)]
    single: Firsts,
    /// A bit for every first two characters of the others, of which several share one.
    #[serde(skip)]
    pairs: u128,
}

/// What is stored of it.
#[derive(Deserialize)]
struct Stored<'a> {
    #[serde(borrow)]
    words: Vec<Word<'a>>,
    #[serde(borrow)]
    suffixes: Vec<Word<'a>>,
}

impl<'a> From<Stored<'a>> for Any<'a> {
    fn from(stored: Stored<'a>) -> Self {
        Self::sorted(stored.words, stored.suffixes)
    }
}

impl<'a> Any<'a> {
    pub(super) fn new(words: Vec<Word<'a>>) -> Self {
        let (suffixes, mut words): (Vec<_>, Vec<_>) = words.into_iter().partition(|w| w.suffix);
        words.sort_by_key(|word| (word.start(), std::cmp::Reverse(word.text.len())));
        words.dedup();
        Self::sorted(words, suffixes)
    }

    fn sorted(words: Vec<Word<'a>>, suffixes: Vec<Word<'a>>) -> Self {
        let starts: Vec<Start> = words.iter().map(Word::start).collect();
        let mut single = Firsts::default();
        let mut pairs = 0;
        for start in &starts {
            match first_and_second(*start) {
                (DIGITS, _) => ('0'..='9').for_each(|c| single.insert(c)),
                (first, None) => single.insert(first),
                (_, Some(_)) => pairs |= pair(*start),
            }
        }
        if !suffixes.is_empty() {
            single = Firsts::ALL;
        }
        Self {
            words,
            suffixes,
            starts,
            single,
            pairs,
        }
    }

    /// Reports whether a word may begin with two characters.
    pub(super) fn may_begin(&self, (first, second): Beginning) -> bool {
        self.pairs & pair(start_of(first, second)) != 0 || self.single.holds(first)
    }

    /// Reads each of the words at a place where a character stands; returns the first answer to
    /// where one ends.
    pub(super) fn read<T>(
        &self,
        text: &str,
        at: usize,
        mut ends: impl FnMut(usize) -> Option<T>,
    ) -> Option<T> {
        let begins = beginning(text, at)?;
        let mut look = |words: &[Word<'_>]| {
            let mut words = words.iter();
            words.find_map(|word| ends(read(text, at, word)?))
        };
        let start = start_of(begins.0, begins.1);
        if self.pairs & pair(start) != 0
            && let Some(found) = look(self.of(start))
        {
            return Some(found);
        }
        if !self.single.holds(begins.0) {
            return None;
        }
        // A number in a pattern stands for any digit.
        let number = || {
            begins
                .0
                .is_ascii_digit()
                .then(|| self.of(start_of(DIGITS, ANY)))
        };
        look(self.of(start_of(begins.0, ANY)))
            .or_else(|| look(number()?))
            .or_else(|| look(&self.suffixes))
    }

    /// The words with a beginning.
    fn of(&self, wanted: Start) -> &[Word<'a>] {
        let from = self.starts.partition_point(|start| *start < wanted);
        let same = self.starts[from..].iter().take_while(|s| **s == wanted);
        &self.words[from..from + same.count()]
    }

    /// Returns the numbers by which the words are looked up, and in about how many of a thousand
    /// sentences one of them is met; none where one of them is only a number.
    pub(in crate::check) fn signs(&self, common: &BTreeSet<String>) -> Option<Signs> {
        let signs: Option<Vec<Sign>> = self.all().map(|w| w.anchor().sign(common)).collect();
        signs.map(looked_up)
    }

    /// Returns the same for the last of these words and the first of others that follow, where that
    /// is known of every one.
    pub(super) fn signs_with(&self, next: &Self, common: &BTreeSet<String>) -> Option<Signs> {
        if self.all().count() * next.all().count() > PAIRS {
            return None;
        }
        let signs = |edge: Edge<'_>| match edge {
            Edge::Word(word) => Anchor::whole(word).sign(common).map(Known::Word),
            Edge::Character(c) => Some(Known::Character(c)),
            Edge::Unknown => None,
        };
        let lasts: Option<Vec<Known>> = self.all().map(|word| signs(word.last())).collect();
        let firsts: Option<Vec<Known>> = next.all().map(|word| signs(word.begins())).collect();
        let (lasts, firsts) = (lasts?, firsts?);
        let pairs = lasts.iter().flat_map(|last| {
            firsts.iter().map(move |first| match (*last, *first) {
                (Known::Word(last), Known::Word(first)) => Some(last.followed_by(first)),
                (Known::Character(last), Known::Character(first)) => {
                    Some(Anchor::together(last, first, common))
                }
                _ => None,
            })
        });
        let pairs: Option<Vec<Sign>> = pairs.collect();
        pairs.map(looked_up)
    }

    /// Reports whether each of the words is more than a number.
    pub(super) fn is_of_words(&self) -> bool {
        self.all().all(|word| !word.literal().is_empty())
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Word<'a>> {
        self.words.iter().chain(&self.suffixes)
    }
}

/// What stands at the beginning or the end of a word, as a text has it.
pub(super) enum Edge<'w> {
    /// A word between spaces.
    Word(&'w str),
    /// A character of a script without spaces.
    Character(char),
    /// Something that is not always the same.
    Unknown,
}

/// The same, and what it is looked up by.
#[derive(Clone, Copy)]
enum Known {
    Word(Sign),
    Character(char),
}

/// More pairs than these are in too many sentences to be looked up.
const PAIRS: usize = 120;

/// Numbers by which words are looked up, and in about how many of a thousand sentences one of them is
/// met.
pub(in crate::check) type Signs = (Vec<u32>, u32);

/// The numbers of signs, each once, and the chance that one is met.
fn looked_up(signs: Vec<Sign>) -> Signs {
    let chance = signs.iter().map(|sign| sign.chance).sum();
    let mut hashes: Vec<u32> = signs.into_iter().map(|sign| sign.hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    (hashes, chance)
}

/// First characters: a bit for every small Latin letter, and one for several of any others.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Firsts {
    letters: u32,
    others: u64,
}

impl Firsts {
    const ALL: Self = Self {
        letters: u32::MAX,
        others: u64::MAX,
    };

    fn insert(&mut self, c: char) {
        match c {
            'a'..='z' => self.letters |= 1 << (u32::from(c) - u32::from('a')),
            _ => self.others |= 1 << (u32::from(c) % 64),
        }
    }

    fn holds(self, c: char) -> bool {
        match c {
            'a'..='z' => self.letters & 1 << (u32::from(c) - u32::from('a')) != 0,
            _ => self.others & 1 << (u32::from(c) % 64) != 0,
        }
    }
}

/// The bit of a beginning.
fn pair(start: Start) -> u128 {
    1 << (start.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 57)
}

/// The first two characters that count at a place of a text.
pub(super) type Beginning = (char, char);

/// Returns how a text begins at a place; between two characters of a script without spaces a space
/// means nothing.
pub(super) fn beginning(text: &str, at: usize) -> Option<Beginning> {
    let mut chars = text[at..].chars();
    let first = chars.next()?;
    let second = if is_cjk(first) {
        chars.find(|c| *c != ' ')
    } else {
        chars.next()
    };
    Some((first, second.unwrap_or_default()))
}

/// How a word begins: its first two characters, as one number.
pub(super) type Start = u64;

pub(super) fn start_of(first: char, second: char) -> Start {
    u64::from(u32::from(first)) << 32 | u64::from(u32::from(second))
}

/// The characters of a beginning; the second, where it is known.
fn first_and_second(start: Start) -> (char, Option<char>) {
    let character = |bits: u64| u32::try_from(bits).ok().and_then(char::from_u32);
    let first = character(start >> 32).unwrap_or_default();
    let second = character(start & u64::from(u32::MAX)).filter(|c| *c != ANY);
    (first, second)
}

/// Stands for any second character, or none.
pub(super) const ANY: char = char::MAX;
