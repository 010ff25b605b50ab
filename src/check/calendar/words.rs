//! Days with the month as a word: `31 April 2026`, `April 31, 2026`.

use super::{Number, Read, Wrong, glued, read, real};
use crate::lang::is_cjk;

/// Names of months, English and German, long and short.
const MONTHS: [(&str, u32); 34] = [
    ("january", 1),
    ("jan", 1),
    ("januar", 1),
    ("february", 2),
    ("feb", 2),
    ("februar", 2),
    ("march", 3),
    ("mar", 3),
    ("märz", 3),
    ("april", 4),
    ("apr", 4),
    ("may", 5),
    ("mai", 5),
    ("june", 6),
    ("jun", 6),
    ("juni", 6),
    ("july", 7),
    ("jul", 7),
    ("juli", 7),
    ("august", 8),
    ("aug", 8),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("october", 10),
    ("oktober", 10),
    ("oct", 10),
    ("okt", 10),
    ("november", 11),
    ("nov", 11),
    ("december", 12),
    ("dezember", 12),
    ("dec", 12),
    ("dez", 12),
];

/// Words behind which a number and a month are a day, not a count: "on 31 June" but "the 31 June
/// orders".
const BEFORE: [&str; 16] = [
    "on", "since", "until", "till", "by", "from", "dated", "before", "after", "through", "am",
    "seit", "vom", "bis", "zum", "ab",
];

/// The word behind a place, and where it ends.
pub(super) fn word_behind(text: &str, at: usize) -> (&str, usize) {
    let rest = &text[at..];
    let start = at + rest.len() - rest.trim_start_matches([' ', '\n', '\r', '\t']).len();
    let rest = &text[start..];
    let end = rest
        .find(|c: char| !c.is_alphabetic() || is_cjk(c))
        .unwrap_or(rest.len());
    (&rest[..end], start + end)
}

/// The word before a place, and where it begins.
pub(super) fn word_before(text: &str, at: usize) -> (&str, usize) {
    let rest = text[..at].trim_end_matches([' ', '\n', '\r', '\t']);
    let start = rest
        .rfind(|c: char| !c.is_alphabetic() || is_cjk(c))
        .map_or(0, |at| {
            at + rest[at..].chars().next().map_or(1, char::len_utf8)
        });
    (&rest[start..], start)
}

fn month(word: &str) -> Option<u32> {
    // The longest name has nine letters.
    if word.len() > 12 {
        return None;
    }
    let word = word.to_lowercase();
    let month = MONTHS.iter().find(|(name, _)| *name == word);
    month.map(|(_, month)| *month)
}

fn announced(text: &str, at: usize) -> bool {
    let (word, start) = word_before(text, at);
    let (word, _) = if word.eq_ignore_ascii_case("the") || word.eq_ignore_ascii_case("dem") {
        word_before(text, start)
    } else {
        (word, start)
    };
    BEFORE.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// A year right behind: " 2026", ", 2026", ". 2026".
fn year_behind(text: &str, at: usize, next: Option<&Number>) -> Option<(i32, usize)> {
    let next = next.filter(|next| next.range.start >= at && next.range.start - at <= 3)?;
    let gap = &text[at..next.range.start];
    let fits = gap
        .chars()
        .all(|c| matches!(c, ' ' | ',' | '.' | '\n' | '\r'));
    let year = next.year().filter(|_| fits && !gap.is_empty())?;
    Some((year, next.range.end))
}

/// Passes `st`, `nd`, `rd`, `th`, the full stop of a German ordinal, and `of`.
fn ordinal(text: &str, at: usize) -> (bool, usize) {
    let rest = &text[at..];
    let suffix = suffix(rest);
    let at = if suffix {
        at + 2
    } else if rest.starts_with(". ") {
        return (true, at + 1);
    } else {
        at
    };
    let (word, end) = word_behind(text, at);
    if word.eq_ignore_ascii_case("of") {
        (true, end)
    } else {
        (suffix, at)
    }
}

fn suffix(rest: &str) -> bool {
    let end = rest.get(..2).unwrap_or_default();
    ["st", "nd", "rd", "th"]
        .iter()
        .any(|known| end.eq_ignore_ascii_case(known))
}

/// `31 April 2026`, `the 31st of February`.
pub(super) fn day_first(text: &str, numbers: &[Number]) -> Read {
    let day = numbers
        .first()
        .filter(|day| day.len() <= 2 && day.value <= 39)?;
    let (ordinal, at) = ordinal(text, day.range.end);
    let (word, end) = word_behind(text, at);
    let month = month(word)?;
    if glued(text, day.range.start) {
        return None;
    }
    let year = year_behind(text, end, numbers.get(1));
    if year.is_none() && !ordinal && !announced(text, day.range.start) {
        return None;
    }
    let wrong = !real(year.map(|(year, _)| year), month, day.value);
    let end = year.map_or(end, |(_, end)| end);
    read(
        day.range.start..end,
        ' ',
        wrong.then_some(Wrong::Impossible),
    )
}

/// `April 31, 2026`, `on February 30`.
pub(super) fn month_first(text: &str, numbers: &[Number]) -> Read {
    let day = numbers
        .first()
        .filter(|day| day.len() <= 2 && day.value <= 39)?;
    let before = &text[..day.range.start];
    let bare = before.strip_suffix(' ')?;
    let bare = bare.strip_suffix('.').unwrap_or(bare);
    let (word, start) = word_before(text, bare.len());
    let month = month(word)?;
    let rest = &text[day.range.end..];
    let ordinal = suffix(rest);
    let at = day.range.end + if ordinal { 2 } else { 0 };
    let year = year_behind(text, at, numbers.get(1));
    // "In April 31 orders were late."
    if year.is_none() && !ordinal && !announced(text, start) {
        return None;
    }
    let next = text[at..].chars().next();
    if next.is_some_and(|c| matches!(c, ':' | '%' | '/')) {
        return None;
    }
    let wrong = !real(year.map(|(year, _)| year), month, day.value);
    let end = year.map_or(day.range.end, |(_, end)| end);
    read(start..end, ' ', wrong.then_some(Wrong::Impossible))
}
