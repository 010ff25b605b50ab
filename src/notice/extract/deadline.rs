//! By when to answer: the notice's own number, never one of ours.

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};

use crate::notice::Deadline;
use crate::notice::extract::dates::dates;
use crate::notice::recogniser::Words;

/// Nobody is given longer than this to answer, in hours; a longer time is a window or an age.
const LONGEST: u32 = 120 * 24;

/// What is known of a sentence that may set a deadline.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::notice) struct Time {
    /// It says that the seller has to do something in a time.
    pub(in crate::notice) acts: bool,
    /// It speaks of a time of another kind: Amazon's own, of the balance, of papers.
    pub(in crate::notice) waits: bool,
    /// It says what is lost once the time is over, which no other time does.
    pub(in crate::notice) loses: bool,
}

/// Finds the earliest deadline among the sentences of a text.
pub(in crate::notice) fn deadline(
    text: &str,
    sentences: &[(Range<usize>, Time)],
    words: &Words,
    month_first: Option<bool>,
    notice: Option<NaiveDate>,
) -> Option<Deadline> {
    let mut best: Option<Deadline> = None;
    for (range, time) in sentences {
        if !time.loses && (!time.acts || time.waits) {
            continue;
        }
        let sentence = &text[range.clone()];
        let days = durations(sentence, words).into_iter().min();
        let year = notice.map(|notice| notice.year());
        let date = dates(sentence, words, month_first, year)
            .into_iter()
            .map(|(date, _)| date)
            .find(|date| notice.is_none_or(|notice| *date > notice));
        let (days, date) = match (days, date) {
            (None, None) => continue,
            (Some(hours), date) => {
                let days = hours / 24;
                let counted =
                    notice.and_then(|notice| notice.checked_add_days(Days::new(days.into())));
                (Some(days), date.or(counted))
            }
            (None, Some(date)) => {
                let counted = notice.map(|notice| (date - notice).num_days());
                (counted.and_then(|days| days.try_into().ok()), Some(date))
            }
        };
        let found = Deadline {
            days,
            date,
            place: trimmed(text, range.clone()),
        };
        // Of two, the earlier one is the one to keep.
        let earlier = |a: &Deadline, b: &Deadline| match (a.days, b.days, a.date, b.date) {
            (Some(a), Some(b), ..) => a < b,
            (.., Some(a), Some(b)) => a < b,
            (Some(_), None, ..) => true,
            _ => false,
        };
        if best.as_ref().is_none_or(|best| earlier(&found, best)) {
            best = Some(found);
        }
    }
    best
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let sentence = &text[range.clone()];
    let start = range.start + (sentence.len() - sentence.trim_start().len());
    start..start + sentence.trim().len()
}

/// Finds lengths of time, in hours: `72 hours`, `seventeen (17) days`, `7 个工作日`.
fn durations(sentence: &str, words: &Words) -> Vec<u32> {
    let lower = sentence.to_lowercase();
    let mut found = Vec::new();
    let mut before = ' ';
    for (at, c) in lower.char_indices() {
        let starts = !before.is_alphanumeric()
            || !before.is_ascii()
            || c.is_ascii_digit() && !before.is_ascii_digit();
        before = c;
        if !starts {
            continue;
        }
        let rest = &lower[at..];
        let counted = if c.is_ascii_digit() {
            // 1.5 and 2,5 are no counts of days; neither is a year.
            let len = rest.bytes().take_while(u8::is_ascii_digit).count();
            let fraction = lower[..at].ends_with(['.', ','])
                && lower[..at]
                    .trim_end_matches(['.', ','])
                    .ends_with(|c: char| c.is_ascii_digit());
            // In 3月20日 a day of a month is named.
            let of_month = lower[..at].trim_end().ends_with('月');
            (len <= 3 && !fraction && !of_month)
                .then(|| (rest[..len].parse().unwrap_or(0), &rest[len..]))
        } else {
            // A fortnight needs no number.
            let spans = words
                .spans
                .iter()
                .filter(|(span, _)| rest.starts_with(span.as_str()));
            found.extend(spans.map(|(_, days)| days * 24));
            words.numbers.iter().find_map(|(word, number)| {
                let behind = rest.strip_prefix(word.as_str())?;
                let ends = !word.is_ascii() || !behind.starts_with(|c: char| c.is_alphanumeric());
                ends.then_some((*number, behind))
            })
        };
        let Some((number, behind)) = counted else {
            continue;
        };
        let behind = behind.trim_start_matches([' ', ')', '-', '\n', '\u{a0}', '）']);
        let unit = words.units.iter().find(|(unit, _)| {
            behind.strip_prefix(unit.as_str()).is_some_and(|tail| {
                !unit.is_ascii() || !tail.starts_with(|c: char| c.is_ascii_alphabetic())
            })
        });
        let Some((unit, hours)) = unit else {
            continue;
        };
        let (front, tail) = (
            lower[..at].trim_end_matches([' ', '(', '\n']),
            behind[unit.len()..].trim_start(),
        );
        let age = words
            .age_before
            .iter()
            .any(|word| front.ends_with(word.as_str()))
            || words
                .age_behind
                .iter()
                .any(|word| tail.starts_with(word.as_str()));
        if number > 0 && number * hours <= LONGEST && !age {
            found.push(number * hours);
        }
    }
    found
}
