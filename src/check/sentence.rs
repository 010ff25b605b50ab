//! Where sentences end, in scripts with and without spaces.

use std::ops::Range;

/// What ends with a full stop and ends no sentence.
const SHORT: [&str; 30] = [
    "mr", "mrs", "ms", "dr", "no", "nos", "co", "ltd", "inc", "corp", "e.g", "i.e", "etc",
    "approx", "vs", "fig", "st", "p.m", "a.m", "dept", "ref", "art", "nr", "bzw", "z.b", "d.h",
    "ca", "tel", "str", "u.s",
];

/// The longest word that is looked at, in characters.
const WORD: usize = 48;

/// How the names of the months begin in German.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez",
];

/// Splits a paragraph (folded, on one line) into sentences.
pub(super) fn split(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let ends = match c {
            '。' | '！' | '？' | '!' | '?' | '；' | '\n' => true,
            '.' => stop(text, start, at),
            _ => false,
        };
        if !ends {
            continue;
        }
        // Further stops and closing quotes and brackets belong to the sentence.
        let mut end = at + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| {
            matches!(
                c,
                '.' | '!' | '?' | '。' | '！' | '？' | '"' | '\'' | ')' | '）' | '”' | '」' | '』'
            )
        }) {
            end = at + c.len_utf8();
        }
        push(text, start..end, &mut sentences);
        start = end;
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let before = part.len() - part.trim_start().len();
    let trimmed = part.trim();
    if trimmed.chars().any(char::is_alphanumeric) {
        let start = range.start + before;
        sentences.push(start..start + trimmed.len());
    } else if let Some(last) = sentences.last_mut() {
        last.end = range.end - (part.len() - part.trim_end().len()).min(part.len());
    }
}

/// Whether a full stop ends a sentence: not in a number, an address, after a short form, or behind
/// the number of an entry.
fn stop(text: &str, start: usize, at: usize) -> bool {
    let after = &text[at + 1..];
    let next = after.chars().next();
    if next.is_some_and(|c| c.is_alphanumeric() && c.is_ascii()) || next == Some('@') {
        // "Refunded.Then": a missing space, if letters stand on both sides and a word before.
        return missing_space(&text[start..at], after);
    }
    let before = &text[start..at];
    let word = end_of(before)
        .rsplit([' ', '(', '"', ','])
        .next()
        .unwrap_or_default();
    if SHORT.contains(&word) {
        // At the very end it ends the sentence all the same.
        return after.trim().is_empty();
    }
    let label = before.trim();
    let is_label = label.len() <= 4
        && !label.is_empty()
        && (label.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            || label.bytes().all(|b| b"ivx".contains(&b))
            || label.len() == 1);
    if is_label {
        return false;
    }
    // "18. Mai": the day of a German date.
    let day = (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let next = after.split_whitespace().next().unwrap_or_default();
    if day && MONTHS.iter().any(|month| next.starts_with(month)) {
        return false;
    }
    // A single letter before the stop is an initial.
    !(word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase()))
}

/// The end of a text: as much as a word may have, so that a line without spaces is read once.
fn end_of(text: &str) -> &str {
    let start = text.char_indices().rev().take(WORD).last();
    start.map_or("", |(start, _)| &text[start..])
}

fn missing_space(before: &str, after: &str) -> bool {
    let word = end_of(before).rsplit(' ').next().unwrap_or_default();
    let next: String = after
        .chars()
        .take(WORD)
        .take_while(|c| !c.is_whitespace())
        .collect();
    let letters = |text: &str| text.chars().all(char::is_alphabetic);
    let ends = [
        "com", "cn", "net", "org", "pdf", "jpg", "png", "xlsx", "docx", "csv", "co", "de", "txt",
        "zip",
    ];
    let plain = next.trim_end_matches(|c: char| !c.is_alphanumeric());
    word.chars().count() >= 2
        && letters(word)
        && letters(plain)
        && plain.chars().count() >= 2
        && !ends.contains(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = split(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_that_end_a_sentence_and_stops_that_do_not() {
        check("a sold 1.5 kg. then b.", &["a sold 1.5 kg.", "then b."]);
        check(
            "x trading co., ltd. refunded it. ok",
            &["x trading co., ltd. refunded it.", "ok"],
        );
        check("1. we did it. 2.", &["1. we did it.", "2."]);
        check(
            "at 4:30 p.m. on friday we went. \"we did.\" yes!!",
            &["at 4:30 p.m. on friday we went.", "\"we did.\"", "yes!!"],
        );
        check(
            "see seller.example.com for it. done",
            &["see seller.example.com for it.", "done"],
        );
        check(
            "we did it.then we stopped.",
            &["we did it.", "then we stopped."],
        );
    }

    #[test]
    fn chinese_sentences() {
        check(
            "我们已退款。“已完成。”谢谢！",
            &["我们已退款。", "“已完成。”", "谢谢！"],
        );
    }
}
