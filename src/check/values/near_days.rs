//! Days that are told by another day, or by a name: "two days later", 次日, 元旦.
//!
//! The other side may name the day itself, so none of them is sure.

use super::numerals::Num;
use super::scan::{Scanner, is_letter};
use super::word::{Role, Word};
use super::{Certainty, Date, Thing, Value};

impl Scanner<'_> {
    /// "The next day", 次日: a day the other side may name, beside the last one.
    pub(super) fn near_day(&mut self, at: usize, end: usize, days: i8) {
        let Some((_, last)) = self.last_date else {
            return;
        };
        let day = last.day.and_then(|day| day.checked_add_signed(days));
        if let Some(day) = day {
            self.day_of_last(at, end, day);
        }
        // Behind the last day of a month it is the first of another.
        if days == 1 && last.day.is_some_and(|day| day >= 28) {
            let date = Date {
                day: Some(1),
                month: last.month.map(|month| month % 12 + 1),
                ..Date::default()
            };
            self.note(at, end, Value::Date(date), Certainty::Soft);
        }
    }

    /// "In February ..., on the 10th": a day of the month that was named last.
    pub(super) fn day_of_last(&mut self, at: usize, end: usize, day: u8) {
        if let Some((_, last)) = self.last_date.filter(|_| (1..=31).contains(&day)) {
            let day = Some(day);
            self.note(at, end, Value::Date(Date { day, ..last }), Certainty::Soft);
        }
    }

    /// Whether words around a month or a year say that its end is meant: "the end of September",
    /// 9月底.
    pub(super) fn is_end(&self, from: usize, to: usize) -> bool {
        let words = &self.lexicon.ends;
        let before = self.buffer.chars.get(..from).unwrap_or_default();
        let before = before.strip_suffix(&[' ']).unwrap_or(before);
        words.iter().any(|word| {
            let apart = word.first().is_some_and(|c| is_letter(*c));
            match before.strip_suffix(word.as_slice()).filter(|_| apart) {
                Some(rest) => !rest.last().is_some_and(|c| is_letter(*c)),
                None => !apart && self.rest(to).starts_with(word),
            }
        })
    }

    /// 元旦: the other side may say "1 January".
    pub(super) fn named_day(&mut self, at: usize, end: usize, (month, day): (u8, u8)) {
        let date = Date {
            month: Some(month),
            day: Some(day),
            ..Date::default()
        };
        self.note(at, end, Value::Date(date), Certainty::Soft);
    }

    /// "On the second we ..." behind another date: a day of the same month, perhaps.
    pub(super) fn day_alone(&mut self, at: usize, end: usize, word: &Word) {
        let the = self.word_before(at, Role::DayArticle);
        let on_the = the.is_some_and(|the| self.word_before(the, Role::OnDay).is_some());
        let [(day, None)] = &word.perhaps[..] else {
            return;
        };
        let day = day.integer().and_then(|day| u8::try_from(day).ok());
        if let Some(day) = day.filter(|_| on_the) {
            self.day_of_last(at, end, day);
        }
    }

    /// "Two days later": a day the other side may name, in the month of the date before.
    pub(super) fn days_later(&mut self, at: usize, num: &Num) {
        let (thing, past) = self.thing(num.end);
        let later = self.lookup(self.skip(past), |word| word.is(Role::Later).then_some(()));
        let (Some((_, last)), true) = (self.last_date, later.1.is_some()) else {
            return;
        };
        let days = num.value.integer().and_then(|days| u8::try_from(days).ok());
        let day = last
            .day
            .zip(days)
            .map(|(day, days)| day.saturating_add(days));
        // Past the end of the shortest month it may be one of the next.
        let day = day.filter(|day| *day <= 28 && thing == Thing::named("day"));
        if let Some(day) = day {
            self.day_of_last(at, num.end, day);
        }
    }
}
