//! Days as a text writes them, and what is wrong with them.

mod chinese;
mod digits;
mod words;

use std::ops::Range;

use chrono::NaiveDate;

use crate::lang::is_cjk;
use chinese::{in_chinese, in_numerals};
use digits::{in_digits, without_year};
use words::{day_first, month_first};

/// What is wrong with a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Wrong {
    /// Day and month can be mistaken for each other.
    Ambiguous,
    /// The calendar has no such day.
    Impossible,
}

/// A day that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Day {
    pub(in crate::check) wrong: Wrong,
    pub(in crate::check) range: Range<usize>,
    /// What stands between its numbers: `/`, `-`, `.`; a space where the month is a word.
    pub(in crate::check) between: char,
}

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
pub(in crate::check) fn wrong_days(text: &str) -> Vec<Day> {
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
    found.extend(in_numerals(text));
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
