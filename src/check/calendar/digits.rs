//! Days in digits alone: `30/02/2026`, `on 3/4`.

use super::words::{word_before, word_behind};
use super::{Number, Read, Wrong, part_of_more, read, real};

/// `30/02/2026`, `2026-02-30`, `3/4/26`.
pub(super) fn in_digits(text: &str, numbers: &[Number]) -> Read {
    let [a, b, c, ..] = numbers else {
        return None;
    };
    let sign = between(text, a.range.end, b.range.start)?;
    if between(text, b.range.end, c.range.start)? != sign {
        return None;
    }
    let range = a.range.start..c.range.end;
    if part_of_more(text, &range) {
        return None;
    }
    if let Some(year) = a.year() {
        if b.len() > 2 || c.len() > 2 || b.value > 31 || c.value > 31 {
            return None;
        }
        let fine = real(Some(year), b.value, c.value);
        // Invoices are numbered so: 2026-17-05.
        let number = b.value > 12 && sign == '-';
        return read(range, sign, (!fine && !number).then_some(Wrong::Impossible));
    }
    if a.len() > 2 || b.len() > 2 || a.value > 39 || b.value > 39 {
        return None;
    }
    let year = match c.year() {
        Some(year) => year,
        // "24/7/365" and the sizes "8/10/12" are no days.
        None if c.len() == 2 && sign == '/' && (20..=39).contains(&c.value) => {
            2000 + i32::try_from(c.value).unwrap_or_default()
        }
        None => return None,
    };
    let day_first = real(Some(year), b.value, a.value);
    let month_first = real(Some(year), a.value, b.value);
    let wrong = match (day_first, month_first) {
        (true, true) if a.value != b.value => Some(Wrong::Ambiguous),
        (false, false) if c.len() == 4 => Some(Wrong::Impossible),
        _ => None,
    };
    read(range, sign, wrong)
}

/// `on 3/4`: without a year only behind a word that announces a day.
pub(super) fn without_year(text: &str, numbers: &[Number]) -> Read {
    let [a, b, ..] = numbers else {
        return None;
    };
    if a.range.end + 1 != b.range.start || !text[a.range.end..].starts_with('/') {
        return None;
    }
    let range = a.range.start..b.range.end;
    let days = 1..=12;
    let fits = days.contains(&a.value) && days.contains(&b.value) && a.value != b.value;
    let (word, _) = word_before(text, a.range.start);
    let told = ["on", "since", "until"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(word));
    let (next, _) = word_behind(text, b.range.end);
    let fraction = next.eq_ignore_ascii_case("of") || text[b.range.end..].starts_with(['"', '-']);
    if !fits || !told || fraction || part_of_more(text, &range) {
        return None;
    }
    read(range, '/', Some(Wrong::Ambiguous))
}

/// The one character between two places.
fn between(text: &str, from: usize, to: usize) -> Option<char> {
    let mut chars = text[from..to].chars();
    match (chars.next(), chars.next()) {
        (Some('／'), None) => Some('/'),
        (Some(c @ ('/' | '-' | '.')), None) => Some(c),
        _ => None,
    }
}
