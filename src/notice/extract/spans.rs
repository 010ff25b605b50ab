//! Lengths of time: `72 hours`, `seventeen (17) days`, `7 个工作日`, `a fortnight`.

use std::ops::Range;

use crate::notice::recogniser::Words;

/// A length of time in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) hours: u32,
    pub(super) place: Range<usize>,
}

/// Finds the lengths of time of a text in small letters.
pub(super) fn spans<'t>(lower: &'t str, words: &'t Words) -> impl Iterator<Item = Span> + 't {
    let mut before = ' ';
    lower.char_indices().filter_map(move |(at, c)| {
        let starts = !before.is_alphanumeric()
            || !before.is_ascii()
            || c.is_ascii_digit() && !before.is_ascii_digit();
        before = c;
        if !starts || !c.is_alphanumeric() {
            return None;
        }
        let rest = &lower[at..];
        if !c.is_ascii_digit()
            && let Some((span, days)) = words
                .spans
                .iter()
                .find(|(span, _)| rest.starts_with(span.as_str()))
        {
            // A fortnight needs no number.
            return Some(Span {
                hours: days * 24,
                place: at..at + span.len(),
            });
        }
        let (number, behind) = count(lower, at, words)?;
        let behind = behind.trim_start_matches([' ', ')', '-', '\n', '\u{a0}', '）']);
        let (unit, hours) = words.units.iter().find(|(unit, _)| {
            behind.strip_prefix(unit.as_str()).is_some_and(|tail| {
                !unit.is_ascii() || !tail.starts_with(|c: char| c.is_ascii_alphabetic())
            })
        })?;
        let end = lower.len() - behind.len() + unit.len();
        Some(Span {
            hours: number * hours,
            place: at..end,
        })
    })
}

/// Reads the number at a place, and returns what stands behind it.
fn count<'t>(lower: &'t str, at: usize, words: &Words) -> Option<(u32, &'t str)> {
    let rest = &lower[at..];
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return words.numbers.iter().find_map(|(word, number)| {
            let behind = rest.strip_prefix(word.as_str())?;
            let ends = !word.is_ascii() || !behind.starts_with(|c: char| c.is_alphanumeric());
            ends.then_some((*number, behind))
        });
    }
    // 1.5 and 2,5 are no counts of days; neither is a year.
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    let fraction = lower[..at].ends_with(['.', ','])
        && lower[..at]
            .trim_end_matches(['.', ','])
            .ends_with(|c: char| c.is_ascii_digit());
    // In 3月20日 a day of a month is named.
    let of_month = lower[..at].trim_end().ends_with('月');
    if len > 3 || fraction || of_month {
        return None;
    }
    Some((rest[..len].parse().ok()?, &rest[len..]))
}
