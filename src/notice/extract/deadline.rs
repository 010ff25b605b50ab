//! By when to answer: the notice's own number, never one of ours.

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};

use crate::notice::Deadline;
use crate::notice::extract::dates::dates;
use crate::notice::extract::spans::spans;
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

/// Finds lengths of time a sentence may give, in hours; ages and windows of figures are none.
fn durations(sentence: &str, words: &Words) -> Vec<u32> {
    let lower = sentence.to_lowercase();
    spans(&lower, words)
        .filter(|span| {
            let front = lower[..span.place.start].trim_end_matches([' ', '(', '\n']);
            let tail = lower[span.place.end..].trim_start();
            let before = |word: &String| front.ends_with(word.as_str());
            let behind = |word: &String| tail.starts_with(word.as_str());
            let age = words.age_before.iter().any(before) || words.age_behind.iter().any(behind);
            !age && (1..=LONGEST).contains(&span.hours)
        })
        .map(|span| span.hours)
        .collect()
}
