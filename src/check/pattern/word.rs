//! The words of a pattern, and how one is read at a place of a text.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::check::index::Anchor;
use crate::lang::is_cjk;

/// Several words of which one is wanted, in an order in which it is soon found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Any<'a> {
    /// By beginning, then the longest first: "carriers" before "carrier".
    #[serde(borrow)]
    words: Vec<Word<'a>>,
    /// The beginning of each word.
    starts: Vec<Start>,
    /// Those whose beginning is open.
    #[serde(borrow)]
    suffixes: Vec<Word<'a>>,
    /// A bit for every small Latin letter with which a word begins.
    letters: u32,
    /// The same for anything else, of which several share a bit.
    others: u64,
}

impl<'a> Any<'a> {
    pub(super) fn new(words: Vec<Word<'a>>) -> Self {
        let (suffixes, mut words): (Vec<_>, Vec<_>) = words.into_iter().partition(|w| w.suffix);
        words.sort_by_key(|word| (word.start(), std::cmp::Reverse(word.text.len())));
        words.dedup();
        let mut letters = 0;
        let mut others = 0;
        for word in &words {
            match word.first() {
                c @ 'a'..='z' => letters |= letter(c),
                DIGITS => others |= ('0'..='9').fold(0, |bits, c| bits | other(c)),
                c => others |= other(c),
            }
        }
        if !suffixes.is_empty() {
            (letters, others) = (u32::MAX, u64::MAX);
        }
        Self {
            starts: words.iter().map(Word::start).collect(),
            words,
            suffixes,
            letters,
            others,
        }
    }

    /// Reports whether a word may begin with a character.
    pub(super) fn may_begin(&self, c: char) -> bool {
        match c {
            'a'..='z' => self.letters & letter(c) != 0,
            _ => self.others & other(c) != 0,
        }
    }

    /// Reads each of the words at a place where a character stands; returns the first answer to
    /// where one ends.
    pub(super) fn read<T>(
        &self,
        text: &str,
        at: usize,
        mut ends: impl FnMut(usize) -> Option<T>,
    ) -> Option<T> {
        let mut chars = text[at..].chars();
        let first = chars.next()?;
        let mut look = |words: &[Word<'_>]| {
            let mut words = words.iter();
            words.find_map(|word| ends(read(text, at, word)?))
        };
        let mut found = None;
        if self.may_begin(first) {
            let second = chars.next().unwrap_or_default();
            found = look(self.of((first, second))).or_else(|| look(self.of((first, ANY))));
        }
        // A number in a pattern stands for any digit.
        let number = || first.is_ascii_digit().then(|| self.of((DIGITS, ANY)));
        found
            .or_else(|| look(number()?))
            .or_else(|| look(&self.suffixes))
    }

    /// The words with a beginning.
    fn of(&self, wanted: Start) -> &[Word<'a>] {
        let from = self.starts.partition_point(|start| *start < wanted);
        let same = self.starts[from..].iter().take_while(|s| **s == wanted);
        &self.words[from..from + same.count()]
    }

    /// Returns the numbers by which the words are looked up; none where one of them is only a
    /// number.
    pub(in crate::check) fn hashes(&self) -> Option<Vec<u32>> {
        let hashes: Option<Vec<u32>> = self.all().map(|word| word.anchor().hash()).collect();
        let mut hashes = hashes?;
        hashes.sort_unstable();
        hashes.dedup();
        Some(hashes)
    }

    /// Reports whether each of the words is more than a number.
    pub(super) fn is_of_words(&self) -> bool {
        self.all().all(|word| !word.literal().is_empty())
    }

    /// Returns in about how many of a thousand sentences one of the words is met; none where one of
    /// them is only a number.
    pub(super) fn chance(&self, common: &BTreeSet<String>) -> Option<u32> {
        self.all().map(|word| word.anchor().chance(common)).sum()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Word<'a>> {
        self.words.iter().chain(&self.suffixes)
    }
}

/// The bit of a small Latin letter.
fn letter(c: char) -> u32 {
    1 << (u32::from(c) - u32::from('a'))
}

fn other(c: char) -> u64 {
    1 << (u32::from(c) % 64)
}

/// Reports whether a character belongs to words or numbers.
pub(super) fn is_letter(c: char) -> bool {
    match c {
        // Most of what is asked about, and answered in a moment.
        '\u{4E00}'..='\u{9FFF}' => true,
        '，' | '。' | '、' | '：' => false,
        _ => c.is_alphanumeric(),
    }
}

/// How a word begins: its first two characters.
type Start = (char, char);

/// Stands for any second character, or none.
const ANY: char = char::MAX;

/// Stands for a number inside a word; no text holds it.
pub(super) const DIGITS: char = '\u{0}';

/// A word or several with spaces between them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Word<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
    /// Any ending will do.
    open: bool,
    /// Any beginning will do: `*leiter`.
    suffix: bool,
    /// It stands in a text letter by letter: no number in it, and no Chinese.
    plain: bool,
}

impl Word<'_> {
    /// The first two characters, where they stand so in a text and there are two.
    fn start(&self) -> Start {
        let mut chars = self.text.chars();
        let first = chars.next().unwrap_or_default();
        let second = chars.next().filter(|_| self.plain);
        (first, second.unwrap_or(ANY))
    }

    fn first(&self) -> char {
        self.text.chars().next().unwrap_or_default()
    }

    /// Returns what the word is known by.
    pub(super) fn anchor(&self) -> Anchor<'_> {
        Anchor {
            text: self.literal(),
            open: self.open,
            suffix: self.suffix,
        }
    }

    /// Returns the longest stretch without a number.
    pub(super) fn literal(&self) -> &str {
        let stretches = self.text.split(DIGITS).map(str::trim);
        stretches.max_by_key(|part| part.len()).unwrap_or_default()
    }
}

pub(super) fn word(text: &str) -> Word<'static> {
    let text = text.trim();
    let mut words = text.trim_matches('*').to_owned();
    if words.contains(char::is_uppercase) {
        words = words.to_lowercase();
    }
    if words.contains('#') {
        words = words.replace("\\#", "\u{1}").replace('#', "\u{0}");
        words = words.replace('\u{1}', "#");
    }
    Word {
        plain: !words.contains(DIGITS) && !words.contains(is_cjk),
        text: words.into(),
        open: text.ends_with('*'),
        suffix: text.starts_with('*'),
    }
}

/// Reads a word here; returns where it ends.
fn read(text: &str, at: usize, word: &Word<'_>) -> Option<usize> {
    if word.suffix {
        let end = at + run_of(&text[at..], spaced);
        return text[at..end].ends_with(&*word.text).then_some(end);
    }
    let end = if word.plain {
        let rest = text.as_bytes().get(at..)?;
        rest.starts_with(word.text.as_bytes())
            .then(|| at + word.text.len())?
    } else {
        read_cjk(text, at, &word.text)?
    };
    if spaced_at(&word.text, 0) && ends_spaced(&text[..at]) {
        return None;
    }
    if ends_spaced(&word.text) && spaced_at(text, end) {
        return word.open.then(|| end + run_of(&text[end..], spaced));
    }
    Some(end)
}

/// Reports whether a character belongs to words that spaces part.
pub(super) fn spaced(c: char) -> bool {
    !is_cjk(c) && c.is_alphanumeric()
}

/// Reports whether such a character stands at a place.
fn spaced_at(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => text[at..].starts_with(spaced),
    }
}

/// Reports whether such a character ends a text.
fn ends_spaced(text: &str) -> bool {
    match text.as_bytes().last() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => text.ends_with(spaced),
    }
}

/// Character by character: a number may stand inside, and in Chinese a space between two
/// characters means nothing.
fn read_cjk(text: &str, at: usize, word: &str) -> Option<usize> {
    if text.as_bytes()[at..].starts_with(word.as_bytes()) {
        return Some(at + word.len());
    }
    let mut here = at;
    for wanted in word.chars() {
        if wanted == DIGITS {
            here = skip(text, here);
            here += number(&text[here..])?;
            continue;
        }
        let mut rest = text[here..].chars();
        let mut c = rest.next()?;
        if c == ' ' && wanted != ' ' {
            here += 1;
            c = rest.next()?;
        }
        if c != wanted {
            return None;
        }
        here += c.len_utf8();
    }
    Some(here)
}

fn run_of(text: &str, fits: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !fits(c)).unwrap_or(text.len())
}

pub(super) fn number(text: &str) -> Option<usize> {
    let length = run_of(text, |c| c.is_ascii_digit());
    (length > 0).then(|| {
        let rest = &text[length..];
        let more = rest
            .strip_prefix(['.', ','])
            .map_or(0, |rest| run_of(rest, |c| c.is_ascii_digit()));
        if more > 0 { length + 1 + more } else { length }
    })
}

/// Passes spaces and what may stand between two words.
pub(super) fn skip(text: &str, at: usize) -> usize {
    if spaced_at(text, at) {
        return at;
    }
    let between = |c: char| {
        matches!(
            c,
            ' ' | ',' | '"' | '\'' | '(' | ')' | '，' | '、' | '“' | '”'
        )
    };
    at + run_of(&text[at..], between)
}

/// Passes one word, or one character of a script without spaces, and what stands before it.
pub(super) fn step(text: &str, at: usize) -> Option<usize> {
    let start = at + text[at..].find(is_letter)?;
    let rest = &text[start..];
    let first = rest.chars().next()?;
    if is_cjk(first) {
        return Some(start + first.len_utf8());
    }
    let inside = |c: char| spaced(c) || c == '\'' || c == '-';
    Some(start + run_of(rest, inside))
}
