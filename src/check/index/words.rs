//! What a text is looked up by: its words, its signs, and the characters of scripts without spaces.

use crate::lang::{is_cjk, is_letter};

/// Letters by which a word with an open ending is known, and characters of one with an open
/// beginning.
pub(super) const HEAD: usize = 3;

pub(super) const TAIL: usize = 2;

/// Reports whether a character may stand between two words that belong together.
pub(in crate::check) fn is_between(c: char) -> bool {
    matches!(
        c,
        ' ' | ',' | '"' | '\'' | '(' | ')' | '，' | '、' | '“' | '”'
    )
}

/// The words of a text in scripts with spaces, with their places.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let outside = |c: char| is_cjk(c) || !is_letter(c);
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
pub(super) fn characters(text: &str, mut each: impl FnMut(char, Option<char>)) {
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
        } else if is_cjk(c) || !is_letter(c) {
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
pub(super) fn is_character(c: char) -> bool {
    is_cjk(c) && is_letter(c)
}

pub(super) fn head(word: &str) -> &str {
    let end = word
        .char_indices()
        .nth(HEAD)
        .map_or(word.len(), |(at, _)| at);
    &word[..end]
}

pub(super) fn tail(word: &str) -> &str {
    let start = word
        .char_indices()
        .rev()
        .nth(TAIL - 1)
        .map_or(0, |(at, _)| at);
    &word[start..]
}
