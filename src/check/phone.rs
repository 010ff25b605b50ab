//! Telephone numbers in a text.

use std::ops::Range;

/// Fewest digits of a number that a word announces.
const FEWEST: usize = 7;
/// Most digits of a number, with the country.
const MOST: usize = 15;

/// What may be a telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) range: Range<usize>,
    /// It cannot be anything else: `+49 30 5550142`, `(555) 555-0142`, single digits with spaces.
    pub(super) plain: bool,
}

/// Finds them, in order; no order numbers, days, prices.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let starts = bytes[at].is_ascii_digit() || matches!(bytes[at], b'+' | b'(');
        let glued = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'$');
        if !starts || glued {
            at += 1;
            continue;
        }
        let end = at + length(&bytes[at..]);
        if end == at {
            at += 1;
            continue;
        }
        found.extend(number(text, at..end));
        at = end;
    }
    found
}

/// How far digits go on, with one sign or a bracket between two of them.
fn length(bytes: &[u8]) -> usize {
    let mut end = 0;
    let mut signs = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'0'..=b'9' => {
                end = at + 1;
                signs = 0;
            }
            b'+' if at == 0 => {}
            b' ' | b'-' | b'.' | b'(' | b')' | b'/' if signs < 2 => signs += 1,
            _ => break,
        }
    }
    end
}

fn number(text: &str, range: Range<usize>) -> Option<Number> {
    let words = &text[range.clone()];
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let behind = text[range.end..].chars().next();
    if !(FEWEST..=MOST).contains(&digits) || behind.is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let groups: Vec<usize> = words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .map(str::len)
        .collect();
    // Order numbers, days, and figures that only stand side by side.
    let order = matches!(groups[..], [3, 7, 7]);
    let day = words.contains('/') || matches!(groups[..], [4, 2, 2] | [1 | 2, 1 | 2, 4]);
    let years = groups.iter().filter(|group| **group == 4).count() >= 2 && groups.len() == 2;
    if order || day || (years && words.contains(['-', ' ']) && !words.starts_with('0')) {
        return None;
    }
    let american = matches!(groups[..], [3, 3, 4] | [1, 3, 3, 4]) && !words.contains('.');
    let singles = groups.iter().all(|group| *group == 1) && groups.len() >= FEWEST;
    // "020 7946 0018", "0044 7700 900123"; a bar code has one digit in front.
    let with_area = words.starts_with('0') && groups.len() > 1 && groups[0] > 1 && digits > 8;
    Some(Number {
        plain: words.starts_with('+') || american || singles || with_area,
        range,
    })
}

/// Finds numbers written out: "five five five, zero one four two".
pub(super) fn spelt(text: &str) -> Vec<Range<usize>> {
    const WORDS: [&str; 13] = [
        "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "double", "triple",
    ];
    let mut found = Vec::new();
    let mut run: Option<(Range<usize>, usize)> = None;
    let mut close = |run: &mut Option<(Range<usize>, usize)>| {
        if let Some((range, count)) = run.take()
            && count >= FEWEST
        {
            found.push(range);
        }
    };
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), '.')]) {
        if "零〇一二三四五六七八九幺".contains(c) {
            match &mut run {
                Some((range, count)) if range.end == at => {
                    range.end = at + c.len_utf8();
                    *count += 1;
                }
                _ => {
                    close(&mut run);
                    run = Some((at..at + c.len_utf8(), 1));
                }
            }
            continue;
        }
        if c.is_ascii_alphabetic() {
            start = start.or(Some(at));
            continue;
        }
        let Some(from) = start.take() else {
            if !matches!(c, ' ' | '-' | ',') {
                close(&mut run);
            }
            continue;
        };
        let word = &text[from..at];
        if WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            let (range, count) = run.get_or_insert((from..at, 0));
            range.end = at;
            *count += 1;
        } else {
            close(&mut run);
        }
        if !matches!(c, ' ' | '-' | ',') {
            close(&mut run);
        }
    }
    close(&mut run);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, bool)]) {
        let found = numbers(text);
        let found: Vec<_> = found
            .iter()
            .map(|number| (&text[number.range.clone()], number.plain))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_in_digits() {
        check("text +1 555 0142, now", &[("+1 555 0142", true)]);
        check("call (555) 555-0142.", &[("(555) 555-0142", true)]);
        check("电话0571-5550188，量大", &[("0571-5550188", true)]);
        check("0 12345 67890 5", &[("0 12345 67890 5", false)]);
        check("5 5 5 0 1 4 2", &[("5 5 5 0 1 4 2", true)]);
        check("138 0013 8000", &[("138 0013 8000", false)]);
    }

    #[test]
    fn what_is_no_number() {
        check("order 111-5550131-5550131 of 2026-05-04, 04/05/2026", &[]);
        check("4 5 2026, 2025-2026, B01234567, 1Z99912345678", &[]);
        check("$1234567, 12.50", &[]);
    }

    #[test]
    fn numbers_in_words() {
        let text = "It is five five five, zero one four two. 一二三 一三八零零一三八";
        let found: Vec<&str> = spelt(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(
            found,
            ["five five five, zero one four two", "一三八零零一三八"]
        );
        assert!(spelt("one or two of three").is_empty());
    }
}
