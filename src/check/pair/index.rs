//! The values of a paragraph, so that a partner is looked for among a few only.

use rustc_hash::FxHashMap;

use super::same;
use crate::check::values::{Date, Figure, Found, Value};

/// Different values kept under one key; more are in no letter.
const MOST: usize = 512;

/// What two values that are the same have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Figure(Figure),
    Lasts(bool, Figure),
    Day(u8),
    Month(u8),
    Year(i32),
    Minutes(u16),
    Weekday(chrono::Weekday),
    Word(String),
}

/// Values by their keys.
pub(super) struct Index<'a>(FxHashMap<Key, Vec<&'a Value>>);

impl<'a> Index<'a> {
    /// Makes the index of a list.
    pub(super) fn new(list: impl Iterator<Item = &'a Found>) -> Self {
        let mut index: FxHashMap<Key, Vec<&'a Value>> = FxHashMap::default();
        for found in list {
            for key in keys(&found.value) {
                let known = index.entry(key).or_default();
                if known.len() < MOST && !known.contains(&&found.value) {
                    known.push(&found.value);
                }
            }
        }
        Self(index)
    }

    /// Reports whether a value of the other side has a partner here.
    pub(super) fn has_partner(&self, value: &Value) -> bool {
        let fits = |other: &&Value| same::same(value, other) || same::is_part_of(value, other);
        keys(value)
            .iter()
            .filter_map(|key| self.0.get(key))
            .any(|known| known.iter().any(fits))
    }
}

fn keys(value: &Value) -> Vec<Key> {
    match value {
        Value::Date(date) => date_keys(date),
        Value::Weekday(day) => vec![Key::Weekday(*day)],
        Value::Time(time) => {
            let hours = [time.minutes, time.minutes % same::HALF_DAY].map(|minutes| minutes / 60);
            let hours = hours.map(|hour| Key::Figure(Figure::whole(hour.into())));
            let minutes = Key::Minutes(time.minutes % same::HALF_DAY);
            std::iter::once(minutes).chain(hours).collect()
        }
        Value::Percent(figure) => {
            let part = Figure::ratio(*figure, Figure::HUNDRED).map(Key::Figure);
            std::iter::once(Key::Figure(*figure)).chain(part).collect()
        }
        Value::Money { amount, .. } => vec![Key::Figure(*amount)],
        Value::Number { value, what } => {
            let lasts = what.and_then(|unit| same::lasts((*value, unit)));
            let months = lasts.filter(|(seconds, _)| !seconds);
            let months = months.map(|(_, long)| Key::Figure(long));
            let lasts = lasts.map(|(seconds, long)| Key::Lasts(seconds, long));
            let figure = std::iter::once(Key::Figure(*value));
            figure.chain(lasts).chain(months).collect()
        }
        Value::Asin(id) | Value::Order(id) | Value::Email(id) | Value::Code(id) => {
            let groups = id.split(|c: char| !c.is_ascii_digit());
            let figures = groups.filter(|g| g.len() < 16).filter_map(Figure::parse);
            std::iter::once(Key::Word(same::plain(id)))
                .chain(figures.map(Key::Figure))
                .collect()
        }
    }
}

fn date_keys(date: &Date) -> Vec<Key> {
    let mut keys = Vec::with_capacity(4);
    keys.extend(date.day.map(Key::Day));
    keys.extend(date.month.map(Key::Month));
    keys.extend(date.year.map(Key::Year));
    if date.ambiguous {
        keys.extend(date.month.map(Key::Day));
    }
    if date.month.is_none() {
        let year = date.year.and_then(|year| u64::try_from(year).ok());
        let part = year.or(date.day.map(u64::from));
        keys.extend(part.map(|part| Key::Figure(Figure::whole(part))));
    }
    keys
}
