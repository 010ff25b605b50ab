//! Which language a notice is written in.

use crate::lang::is_cjk;
use crate::notice::recogniser::Words;
use crate::notice::squeeze::squeeze_phrase;

/// How much of a text is looked at.
const SAMPLE: usize = 20_000;

/// Returns the language most of the text is in; of a text in two, the one that is not English.
pub(in crate::notice) fn language(text: &str, words: &Words) -> Option<String> {
    let (mut kana, mut han, mut latin) = (0usize, 0usize, 0usize);
    for c in text.chars().take(SAMPLE) {
        match c {
            '\u{3041}'..='\u{30FF}' => kana += 1,
            '\u{4E00}'..='\u{9FFF}' => han += 1,
            _ if c.is_alphabetic() => latin += 1,
            _ => {}
        }
    }
    // A character says as much as four letters.
    if (kana + han) * 8 > latin && kana + han >= 6 {
        let japanese = kana * 6 > han;
        return Some(if japanese { "ja" } else { "zh" }.to_owned());
    }
    let mut counts = vec![0usize; words.languages.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).take(SAMPLE / 5) {
        let word = squeeze_phrase(word);
        for (count, (_, known)) in counts.iter_mut().zip(&words.languages) {
            if known.contains(&word) {
                *count += 1;
            }
        }
    }
    let best = counts
        .iter()
        .enumerate()
        .max_by_key(|(at, count)| (**count, usize::MAX - at))?;
    (*best.1 > 0).then(|| words.languages[best.0].0.clone())
}

/// Returns the languages of which words may stand in a text: that of most of it, English, and those
/// of its script.
pub(in crate::notice) fn languages(text: &str, words: &Words) -> Vec<String> {
    let mut found = vec!["en".to_owned()];
    found.extend(language(text, words));
    if text.chars().any(is_cjk) {
        found.extend(["zh", "ja"].map(str::to_owned));
    }
    found
}
