//! Text that was not translated.

use std::ops::Range;

use super::{Difference, Kind, Side, Text, place};
use crate::check::values::is_common_word;
use crate::lang::{Lang, is_cjk};

const SIDES: [Side; 2] = [Side::Left, Side::Right];
/// Words of another language in a row that are no name.
const WORDS: usize = 7;
/// Chinese characters in a row that are no name.
const CHARACTERS: usize = 14;

/// One side empty, both the same, or one written in the other's language throughout.
pub(super) fn whole_side(sides: &[Text<'_>; 2]) -> Option<Difference> {
    let whole = |side: Side| {
        let text = sides[side as usize].text;
        let start = text.len() - text.trim_start().len();
        difference(sides, side, start..text.trim_end().len().max(start))
    };
    let empty = |side: Side| !sides[side as usize].text.contains(char::is_alphanumeric);
    match (empty(Side::Left), empty(Side::Right)) {
        (true, true) => return None,
        (true, false) => return Some(whole(Side::Left)),
        (false, true) => return Some(whole(Side::Right)),
        (false, false) => {}
    }
    if let Some(side) = SIDES.into_iter().find(|side| is_foreign(sides, *side)) {
        return Some(whole(side));
    }
    let words = |side: Side| sides[side as usize].text.split_whitespace();
    let has_words = sides[0].text.chars().filter(|c| c.is_alphabetic()).count() > 12;
    let same = has_words && words(Side::Left).eq(words(Side::Right));
    same.then(|| whole(Side::Right))
}

/// Whether a side is in a script or in the plain words of another language than its own.
fn is_foreign(sides: &[Text<'_>; 2], side: Side) -> bool {
    let Text { text, lang } = sides[side as usize];
    let characters = text
        .chars()
        .filter(|c| is_cjk(*c) && c.is_alphabetic())
        .count();
    let words = text.split(|c: char| !c.is_alphabetic() || is_cjk(c));
    let words = words.filter(|word| word.len() > 1).count();
    if lang.is_han() {
        return words > 12 && characters * 2 < words;
    }
    if characters > 12 && words * 2 < characters {
        return true;
    }
    let other = sides[1 - side as usize].lang;
    if other.is_han() || other == lang {
        return false;
    }
    let common = |lang: Lang| {
        let words = text.split(|c: char| !c.is_alphabetic());
        words
            .filter(|word| is_common_word(word, lang))
            .take(400)
            .count()
    };
    let (own, foreign) = (common(lang), common(other));
    foreign > 5 && foreign > own * 3
}

/// Sentences left in the other language inside a text that is otherwise translated.
pub(super) fn passages(sides: &[Text<'_>; 2], differences: &mut Vec<Difference>) {
    for side in SIDES {
        let Text { text, lang } = sides[side as usize];
        if !["en", "zh", "ja", "de"].contains(&lang.as_str()) {
            continue;
        }
        let other = sides[1 - side as usize].lang;
        if lang.is_han() {
            let known = if other.is_han() {
                crate::lang::EN
            } else {
                other
            };
            for span in latin_passages(text, known) {
                differences.push(difference(sides, side, span));
            }
        } else {
            for span in han_passages(text) {
                differences.push(difference(sides, side, span));
            }
            if !other.is_han() && other != lang {
                for span in plain_passages(text, lang, other) {
                    differences.push(difference(sides, side, span));
                }
            }
        }
    }
}

fn difference(sides: &[Text<'_>; 2], side: Side, span: Range<usize>) -> Difference {
    Difference {
        kind: Kind::Untranslated,
        place: place(sides, side, span),
        instead: None,
        counts_another_thing: false,
    }
}

/// Rows of plain Latin words: not names, not words in quotation marks.
fn latin_passages(text: &str, lang: Lang) -> Vec<Range<usize>> {
    let mut passages = Vec::new();
    let mut row: Option<Range<usize>> = None;
    let (mut words, mut common) = (0, 0);
    let mut word = 0..0;
    let mut quoted = false;
    let mut end = |row: &mut Option<Range<usize>>, words: &mut usize, common: &mut usize| {
        if let Some(span) = row.take()
            && *words >= WORDS
            && *common * 4 >= *words
        {
            passages.push(span);
        }
        (*words, *common) = (0, 0);
    };
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        let letter = c.is_alphabetic() && !is_cjk(c);
        if letter {
            if word.is_empty() {
                word.start = at;
            }
            word.end = at + c.len_utf8();
            continue;
        }
        if !word.is_empty() {
            if !quoted {
                words += 1;
                common += usize::from(is_common_word(&text[word.clone()], lang));
                let start = row.as_ref().map_or(word.start, |row| row.start);
                row = Some(start..word.end);
            }
            word = 0..0;
        }
        match c {
            '“' | '「' | '『' | '《' | '‘' => quoted = true,
            '”' | '」' | '』' | '》' | '’' => quoted = false,
            '"' => quoted = !quoted,
            _ => {}
        }
        let ends = (is_cjk(c) && c.is_alphabetic()) || quoted || c == '。';
        if c == '\n' {
            quoted = false;
        }
        if ends || at == text.len() {
            end(&mut row, &mut words, &mut common);
        }
    }
    passages
}

/// Sentences in the plain words of the other language, both written in Latin letters: German left
/// in an English letter. Quoted words are somebody's, and names have no plain words.
fn plain_passages(text: &str, lang: Lang, other: Lang) -> Vec<Range<usize>> {
    let mut passages = Vec::new();
    let mut start = 0;
    let ends = text.match_indices(['.', '!', '?', '\n', '"', '“', '”', '„']);
    for (end, sign) in ends.chain([(text.len(), "")]) {
        let stop = end + sign.len();
        let sentence = &text[start..end];
        let blank = sentence.len() - sentence.trim_start().len();
        let words = || {
            sentence
                .split(|c: char| !c.is_alphabetic())
                .filter(|word| !word.is_empty())
        };
        let common = |lang: Lang| words().filter(|word| is_common_word(word, lang)).count();
        if words().count() >= WORDS && common(other) >= 3 && common(other) > 3 * common(lang) {
            passages.push(start + blank..end);
        }
        start = stop;
    }
    passages
}

/// Rows of Chinese that are a sentence: longer than a company's name, with the words of a sentence.
fn han_passages(text: &str) -> Vec<Range<usize>> {
    let mut passages = Vec::new();
    let mut row: Option<Range<usize>> = None;
    let (mut count, mut plain) = (0, 0);
    let mut blank = 0;
    let (mut quoted, mut stopped) = (false, false);
    for (at, c) in text.char_indices().chain([(text.len(), 'a')]) {
        match c {
            '“' | '「' | '《' | '(' | '（' => quoted = true,
            '”' | '」' | '》' | ')' | '）' | '\n' => quoted = false,
            _ => {}
        }
        if is_cjk(c) && c.is_alphabetic() && !quoted {
            count += 1;
            blank = 0;
            plain +=
                usize::from("的了我们在是已将并和与为对您请及从未均のはをにがです".contains(c));
            let start = row.as_ref().map_or(at, |row| row.start);
            row = Some(start..at + c.len_utf8());
            continue;
        }
        stopped |= c == '。';
        blank += 1;
        let goes_on = !c.is_ascii_alphabetic() && blank < 14 && at < text.len();
        if !goes_on {
            // A company's name has no full stop.
            let sentence = count >= CHARACTERS / 2 && plain >= 1 && stopped;
            if let Some(span) = row.take()
                && ((count >= CHARACTERS && plain >= 2) || count >= 3 * CHARACTERS || sentence)
            {
                passages.push(span);
            }
            (count, plain, stopped) = (0, 0, false);
        }
    }
    passages
}
