//! The words of a sentence that say something, as numbers, so that template sentences can be
//! stored and compared.
//!
//! The build script uses this file too.

use super::index::of_word;
use crate::lang::{is_cjk, is_letter};

/// Letters by which two forms of a word are the same word: `performance`, `performing`.
const STEM: usize = 5;

/// Calls with the number of every word that says something, cut to its stem; in scripts without
/// spaces of every character. `silent` says of the number of a whole word that it says nothing.
pub(super) fn stems(text: &str, silent: impl Fn(u32) -> bool, mut each: impl FnMut(u32)) {
    let mut word = |word: &str| {
        if !word.starts_with(|c: char| c.is_ascii_digit()) && !silent(of_word(word)) {
            let end = word
                .char_indices()
                .nth(STEM)
                .map_or(word.len(), |(at, _)| at);
            each(of_word(&word[..end]));
        }
    };
    let mut start = None;
    for (at, c) in text.char_indices() {
        let inside = c.is_ascii_alphanumeric() || !is_cjk(c) && c.is_alphanumeric();
        if inside {
            start = start.or(Some(at));
            continue;
        }
        if let Some(from) = start.take() {
            word(&text[from..at]);
        }
        if is_letter(c) {
            word(&text[at..at + c.len_utf8()]);
        }
    }
    if let Some(from) = start {
        word(&text[from..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one_and_silent_words_none() {
        let of = |text: &str| {
            let mut all = Vec::new();
            stems(text, |word| word == of_word("the"), |stem| all.push(stem));
            all
        };
        assert_eq!(of("the performance, 12 times"), of("performing times"));
        assert_eq!(of("保证 质量").len(), 4);
        assert_ne!(of("quality"), of("quantity"));
    }
}
