//! A word of a pattern, and how it is read at a place of a text.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::any::{ANY, Edge, Start, start_of};
use crate::check::index::{Anchor, is_between};
use crate::lang::{is_cjk, is_letter};

/// Stands for a number inside a word; no text holds it.
pub(super) const DIGITS: char = '\u{0}';

/// A word or several with spaces between them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Word<'a> {
    #[serde(borrow)]
    pub(super) text: Cow<'a, str>,
    /// Any ending will do.
    open: bool,
    /// Any beginning will do: `*leiter`.
    pub(super) suffix: bool,
    /// It stands in a text letter by letter: no number in it, and no Chinese.
    plain: bool,
}

impl Word<'_> {
    /// The first two characters, where they stand so in a text and there are two.
    pub(super) fn start(&self) -> Start {
        let mut chars = self.text.chars();
        let first = chars.next().unwrap_or_default();
        let second = if is_cjk(first) {
            // In Chinese a space between two characters means nothing.
            chars.find(|c| *c != ' ').filter(|c| is_cjk(*c))
        } else {
            chars.next().filter(|_| self.plain)
        };
        start_of(first, second.unwrap_or(ANY))
    }

    /// How it ends.
    pub(super) fn last(&self) -> Edge<'_> {
        let last = self.text.chars().next_back().filter(|_| !self.open);
        match last {
            Some(c) if is_cjk(c) && c.is_alphanumeric() => Edge::Character(c),
            Some(c) if spaced(c) && self.plain && !self.suffix => {
                let word = self.text.rsplit(|c: char| !c.is_alphanumeric()).next();
                Edge::Word(word.unwrap_or_default())
            }
            _ => Edge::Unknown,
        }
    }

    /// How it begins.
    pub(super) fn begins(&self) -> Edge<'_> {
        let first = self.text.chars().next().filter(|_| !self.suffix);
        let one = !self.text.contains(|c: char| !c.is_alphanumeric());
        match first {
            Some(c) if is_cjk(c) && c.is_alphanumeric() => Edge::Character(c),
            Some(c) if spaced(c) && self.plain && !(self.open && one) => {
                let word = self.text.split(|c: char| !c.is_alphanumeric()).next();
                Edge::Word(word.unwrap_or_default())
            }
            _ => Edge::Unknown,
        }
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
pub(super) fn read(text: &str, at: usize, word: &Word<'_>) -> Option<usize> {
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
    match text.as_bytes().get(at) {
        // Letters, and nearly all Chinese characters: nothing to pass.
        Some(b'a'..=b'z' | b'0'..=b'9' | 0xE4..=0xE9) => at,
        _ => at + run_of(&text[at..], is_between),
    }
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
