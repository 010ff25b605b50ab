//! Days as a text writes them in numbers, and what is wrong with them.

use std::ops::Range;

use chrono::NaiveDate;

use crate::lang::is_cjk;

/// What is wrong with a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Day and month can be mistaken for each other.
    Ambiguous,
    /// The calendar has no such day.
    Impossible,
}

/// A day that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) wrong: Wrong,
    pub(super) range: Range<usize>,
    /// What stands between its numbers: `/`, `-`, `.`; a space where the month is a word.
    pub(super) between: char,
}

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

/// A run of digits.
struct Number {
    range: Range<usize>,
    value: u32,
}

impl Number {
    fn len(&self) -> usize {
        self.range.len()
    }

    fn year(&self) -> Option<i32> {
        let year = self.len() == 4 && (1900..=2100).contains(&self.value);
        year.then(|| i32::try_from(self.value).unwrap_or_default())
    }
}

/// Finds the days of a text that are wrong, in order.
pub(super) fn wrong_days(text: &str) -> Vec<Day> {
    let numbers = numbers(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < numbers.len() {
        let rest = &numbers[at..];
        let day = in_digits(text, rest)
            .or_else(|| in_chinese(text, rest))
            .or_else(|| day_first(text, rest))
            .or_else(|| month_first(text, rest))
            .or_else(|| without_year(text, rest));
        let end = day.as_ref().map_or(0, |(end, _)| *end);
        found.extend(day.and_then(|(_, day)| day));
        at += 1;
        while numbers
            .get(at)
            .is_some_and(|number| number.range.start < end)
        {
            at += 1;
        }
    }
    found.extend(in_chinese_words(text));
    found.sort_by_key(|day| day.range.start);
    found
}

fn numbers(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        numbers.push(Number {
            range: start..at,
            value: text[start..at].parse().unwrap_or(u32::MAX),
        });
    }
    numbers
}

fn real(year: Option<i32>, month: u32, day: u32) -> bool {
    // Without a year 29 February may be meant.
    NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day).is_some()
}

/// A day that was read: where it ends, and what is wrong with it.
type Read = Option<(usize, Option<Day>)>;

#[allow(
    clippy::unnecessary_wraps,
    reason = "every caller returns what it makes"
)]
fn read(range: Range<usize>, between: char, wrong: Option<Wrong>) -> Read {
    let day = wrong.map(|wrong| Day {
        wrong,
        range: range.clone(),
        between,
    });
    Some((range.end, day))
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

fn of_word(c: char) -> bool {
    (!is_cjk(c) && c.is_alphanumeric()) || matches!(c, '_' | '$' | '#')
}

/// Whether something stands right before that a number is the end of: `A-1`, `1.2`.
fn glued(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_some_and(|c| of_word(c) || matches!(c, '/' | '-' | '.' | '／'))
}

/// Whether a number with signs in it goes on before or behind: `1.2.3.4`, `A-1-2-2026`.
fn part_of_more(text: &str, range: &Range<usize>) -> bool {
    let mut after = text[range.end..].chars();
    let next = after.next();
    glued(text, range.start)
        || next.is_some_and(|c| of_word(c) || c == '%')
        || (next.is_some_and(|c| matches!(c, '/' | '.' | '／'))
            && after.next().is_some_and(|c| c.is_ascii_digit()))
}

/// `30/02/2026`, `2026-02-30`, `3/4/26`.
fn in_digits(text: &str, numbers: &[Number]) -> Read {
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

/// `2026年2月30日`, `2026年13月`, `2月30日`.
fn in_chinese(text: &str, numbers: &[Number]) -> Read {
    let unit = |number: &Number| {
        text[number.range.end..]
            .trim_start_matches(' ')
            .chars()
            .next()
    };
    let follows = |a: &Number, b: &Number| b.range.start - a.range.end <= '年'.len_utf8() + 2;
    let (year, numbers) = match numbers {
        [year, month, ..] if unit(year) == Some('年') && follows(year, month) => {
            (year.year(), &numbers[1..])
        }
        _ => (None, numbers),
    };
    let month = numbers.first()?;
    if unit(month) != Some('月') || month.len() > 2 {
        return None;
    }
    let end = |number: &Number, unit: char| {
        let rest = &text[number.range.end..];
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        number.range.end + spaces + unit.len_utf8()
    };
    let start = if year.is_some() {
        // The year stands right before.
        text[..month.range.start].rfind(|c: char| c.is_ascii_digit())? - 3
    } else {
        month.range.start
    };
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/')) {
        return None;
    }
    match numbers.get(1) {
        Some(day) if follows(month, day) && day.len() <= 2 => {
            let unit = unit(day).filter(|unit| matches!(unit, '日' | '号' | '號'))?;
            let wrong = (!real(year, month.value, day.value)).then_some(Wrong::Impossible);
            read(start..end(day, unit), ' ', wrong)
        }
        _ => {
            let wrong = year.is_some() && !(1..=12).contains(&month.value);
            read(
                start..end(month, '月'),
                ' ',
                wrong.then_some(Wrong::Impossible),
            )
        }
    }
}

/// The word behind a place, and where it ends.
fn word_behind(text: &str, at: usize) -> (&str, usize) {
    let rest = &text[at..];
    let start = at + rest.len() - rest.trim_start_matches([' ', '\n', '\r', '\t']).len();
    let rest = &text[start..];
    let end = rest
        .find(|c: char| !c.is_alphabetic() || is_cjk(c))
        .unwrap_or(rest.len());
    (&rest[..end], start + end)
}

/// The word before a place, and where it begins.
fn word_before(text: &str, at: usize) -> (&str, usize) {
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
fn day_first(text: &str, numbers: &[Number]) -> Read {
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
fn month_first(text: &str, numbers: &[Number]) -> Read {
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

/// `on 3/4`: without a year only behind a word that announces a day.
fn without_year(text: &str, numbers: &[Number]) -> Read {
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

/// `二月三十日`, in Chinese numerals.
fn in_chinese_words(text: &str) -> Vec<Day> {
    let mut found = Vec::new();
    for (at, sign) in text.match_indices('月') {
        let before = &text[..at];
        let start = before
            .char_indices()
            .rev()
            .take(4)
            .take_while(|(_, c)| numeral(*c).is_some())
            .last();
        let Some((start, _)) = start else {
            continue;
        };
        let from = at + sign.len();
        let rest = &text[from..];
        let length: usize = rest
            .chars()
            .take(4)
            .take_while(|c| numeral(*c).is_some())
            .map(char::len_utf8)
            .sum();
        let day = &rest[..length];
        let unit = rest[length..].chars().next();
        if let (Some(month), Some(day)) = (value(&text[start..at]), value(day))
            && let Some(unit) = unit.filter(|unit| matches!(unit, '日' | '号'))
            && !real(None, month, day)
        {
            found.push(Day {
                wrong: Wrong::Impossible,
                range: start..from + length + unit.len_utf8(),
                between: ' ',
            });
        }
    }
    found
}

fn numeral(c: char) -> Option<u32> {
    let at = "一二三四五六七八九十"
        .chars()
        .position(|known| known == c)?;
    u32::try_from(at + 1).ok()
}

/// The value of a numeral up to 99: 三十一.
fn value(text: &str) -> Option<u32> {
    let digits: Vec<u32> = text.chars().filter_map(numeral).collect();
    match digits[..] {
        [one] => Some(one),
        [10, one] if one < 10 => Some(10 + one),
        [ten, 10] if ten < 10 => Some(ten * 10),
        [ten, 10, one] if ten < 10 && one < 10 => Some(ten * 10 + one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Wrong, &str)]) {
        let found = wrong_days(text);
        let found: Vec<_> = found
            .iter()
            .map(|day| (day.wrong, &text[day.range.clone()]))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn days_that_do_not_exist() {
        for day in [
            "31 April 2026",
            "April 31, 2026",
            "30/02/2026",
            "2026-02-30",
            "2026/04/31",
            "31st of June",
            "29 February 2026",
            "2026年2月30日",
            "2014年23月1日",
            "2月30日",
            "2026 年 13 月",
            "二月三十日",
            "31. April 2026",
            "13/13/2026",
            "00/05/2026",
        ] {
            check(&format!("a {day}, b"), &[(Wrong::Impossible, day)]);
        }
        check("We did it on 31 June.", &[(Wrong::Impossible, "31 June")]);
        check("on April 31 we", &[(Wrong::Impossible, "April 31")]);
    }

    #[test]
    fn days_that_can_be_mistaken() {
        for day in [
            "03/04/2026",
            "5/4/2026",
            "03-04-2026",
            "3/4/26",
            "03.04.2026",
        ] {
            check(&format!("于 {day} 起"), &[(Wrong::Ambiguous, day)]);
        }
        check("On 3/4 we", &[(Wrong::Ambiguous, "3/4")]);
        check("03/04/2026-05/06/2026", &[(Wrong::Ambiguous, "03/04/2026")]);
    }

    #[test]
    fn what_is_no_wrong_day() {
        for text in [
            "4 May 2026, 29 February 2024, May 31, 2026, 2月29日, 31. Mai 2026",
            "23/01/2026 and 05/05/2026 and 2026-03-04 and 2026/3/4",
            "the 31 June orders; in April 31 orders were late; In February 30 of 410",
            "a 3/4-inch valve, 3/4 of them, 24/7/365, sizes 8/10/12, 1.2.3.4",
            "invoice 2026-17-05, order 111-5550101-5550101, EN 61558, 2026-0417",
            "12个月30日内, 24个月, 第13月, 十二月三十一日, 5月31日",
            "tracking_2026-08.csv, on 5/5 we, v1.2.2026.4",
            "between 30 and 31 May, you may 31",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn odd_bytes_do_no_harm() {
        for text in [
            "1月",
            "99999999999/1/2026",
            "月日1年2",
            "1/",
            "年1月1",
            "三月",
        ] {
            check(text, &[]);
        }
    }
}
