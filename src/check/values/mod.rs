//! Values in a text: dates, numbers, money, identifiers, by what they mean.
//!
//! "5 June 2025", "2025年6月5日" and "05.06.2025" are the same date; "seven", 七 and 7 the same
//! number. What only looks like a number (一直, "one another", the label of a list) is not found;
//! what may be one or not is found as [`Certainty::Soft`].

mod buffer;
mod clock;
mod codes;
mod dates;
mod figure;
mod han;
mod han_dates;
mod labels;
mod latin;
mod lexicon;
mod money;
mod near_days;
mod numerals;
mod raw;
mod scan;
mod spelled;
mod things;
mod word;

use std::fmt;
use std::ops::Range;

use chrono::{NaiveDate, Weekday};

use crate::lang::{EN, Lang, is_cjk};

pub use figure::Figure;
pub(crate) use labels::{Line, lines};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// What it means.
    pub value: Value,
    /// Whether it surely is a value.
    pub certainty: Certainty,
    /// All that a count may be of, as the words behind it tell: "order files" are either.
    pub near: Thing,
}

/// How sure it is that words are a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// A translation has to have it.
    Hard,
    /// It can stand for a value of the other side ("both" for 2), but need not.
    Soft,
}

/// A value by its meaning.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A day, or the parts of it that were named.
    Date(Date),
    /// A day of the week.
    Weekday(Weekday),
    /// A time of day.
    Time(Time),
    /// A percentage: 12.5 is 12.5 %.
    Percent(Figure),
    /// An amount.
    Money {
        /// The currencies the sign may stand for.
        currency: Currency,
        /// How much.
        amount: Figure,
    },
    /// Any other number.
    Number {
        /// How much.
        value: Figure,
        /// What it counts, where that was understood.
        what: Option<Thing>,
    },
    /// An Amazon product id, in capitals.
    Asin(String),
    /// An Amazon order id.
    Order(String),
    /// An e-mail address, in small letters.
    Email(String),
    /// Any other identifier: an invoice number, a tracking number.
    Code(String),
}

/// A date, complete or in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Date {
    /// Year.
    pub year: Option<i32>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day, 1 to 31.
    pub day: Option<u8>,
    /// Day and month may be the other way round: 03/04/2026.
    pub ambiguous: bool,
    /// It is the end of the month or year, which may be its last day: 9月底.
    pub ends: bool,
}

impl Date {
    /// Returns the day, where all parts are there and it exists.
    pub fn full(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month?.into(), self.day?.into())
    }
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// Minutes since midnight.
    pub minutes: u16,
    /// Which half of the day it is in, and how that is known.
    pub half: Half,
}

/// How a time says which half of the day it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// By a word: "p.m.", 下午.
    Marked,
    /// By its hour: 16:30, 09:00.
    Clock,
    /// It does not, but is written like the hours of a day: 9:30.
    Colon,
    /// It does not: "4 o'clock", 四点.
    Open,
}

/// What a number counts: one kind of thing, or several a word may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Thing(u64);

impl Thing {
    fn bit(at: Option<usize>) -> Self {
        let at = at.and_then(|at| u32::try_from(at).ok());
        Self(at.and_then(|at| 1_u64.checked_shl(at)).unwrap_or(0))
    }

    /// Returns the kind of a name in `appeals/_check/values.yaml`.
    pub fn named(name: &str) -> Option<Self> {
        let at = lexicon::shared()
            .things
            .iter()
            .position(|thing| thing == name);
        at.map(|at| Self::bit(Some(at)))
    }

    /// Returns the kinds both may mean.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns the kinds either may mean.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns how many kinds it may be.
    pub(crate) fn kinds(self) -> u32 {
        self.0.count_ones()
    }

    /// Reports whether nothing is known.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns how long one of it is, where it is a unit of time.
    pub fn length(self) -> Option<Length> {
        let shared = lexicon::shared();
        let of = |units: &[(Self, u64)]| {
            let unit = units.iter().find(|(unit, _)| *unit == self);
            unit.map(|(_, length)| *length)
        };
        let seconds = of(&shared.seconds).map(Length::Seconds);
        seconds.or_else(|| of(&shared.months).map(Length::Months))
    }

    /// Reports whether nobody takes one for the other: customers for suppliers.
    pub fn is_apart(self, other: Self) -> bool {
        let worlds = &lexicon::shared().worlds;
        let world = |thing: Self| {
            let mut worlds = worlds.iter();
            worlds.position(|world| thing.and(*world) == thing && !thing.is_empty())
        };
        let both = world(self).zip(world(other));
        both.is_some_and(|(one, other)| one != other)
    }

    /// Reports whether it is a unit of time, working days included.
    pub fn is_time(self) -> bool {
        self.length().is_some() || Some(self) == Self::named("workday")
    }
}

/// How long a unit of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// In seconds.
    Seconds(u64),
    /// In months, which differ in days.
    Months(u64),
}

/// A currency, or those a sign may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Currency(u32);

impl Currency {
    fn bit(at: usize) -> Self {
        let at = u32::try_from(at).ok();
        Self(at.and_then(|at| 1_u32.checked_shl(at)).unwrap_or(0))
    }

    /// Returns the currency of an ISO code the lists know.
    pub fn named(code: &str) -> Option<Self> {
        let at = lexicon::shared()
            .codes
            .iter()
            .position(|known| known == code);
        at.map(Self::bit)
    }

    /// Reports whether both may be the same.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes = &lexicon::shared().codes;
        let mut known = codes
            .iter()
            .enumerate()
            .filter(|(at, _)| self.meets(Self::bit(*at)));
        if let Some((_, code)) = known.next() {
            f.write_str(code)?;
        }
        known.try_for_each(|(_, code)| write!(f, "/{code}"))
    }
}

impl fmt::Display for Value {
    /// Writes it shortly and the same in every language, for tests and lists.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => {
                match date.year {
                    Some(year) => write!(f, "{year}-")?,
                    None => write!(f, "*-")?,
                }
                for (part, dash) in [(date.month, "-"), (date.day, "")] {
                    match part {
                        Some(part) => write!(f, "{part:02}{dash}")?,
                        None => write!(f, "*{dash}")?,
                    }
                }
                Ok(())
            }
            Self::Weekday(day) => write!(f, "{day}"),
            Self::Time(time) => write!(f, "{}:{:02}", time.minutes / 60, time.minutes % 60),
            Self::Percent(figure) => write!(f, "{figure}%"),
            Self::Money { currency, amount } => write!(f, "{currency} {amount}"),
            Self::Number { value, .. } => write!(f, "{value}"),
            Self::Asin(id) | Self::Order(id) | Self::Email(id) | Self::Code(id) => f.write_str(id),
        }
    }
}

/// Finds the values of a text, in the order they stand in.
///
/// Linear in the length of the text; any text will do.
pub fn find(text: &str, lang: Lang) -> Vec<Found> {
    scan::scan(text, lang)
}

/// Returns the one kind of deed a clause names: "five were refunded".
///
/// What only describes whom it was done to stands behind that: 向不需要补发的六位买家退款 is a
/// refund.
pub(crate) fn deed(clause: &str, lang: Lang) -> Option<&'static str> {
    let clause = clause.to_lowercase();
    let describes = |at: usize, word: &str| clause[at + word.len()..].starts_with('的');
    let only = |described: bool| {
        let deeds = lexicon::Lexicon::of(lang).deeds.iter();
        let mut named = deeds.filter(|(_, words)| {
            let mut places = words
                .iter()
                .flat_map(|word| clause.match_indices(word.as_str()));
            places.any(|(at, word)| described || !describes(at, word))
        });
        let (kind, _) = named.next()?;
        named.next().is_none().then_some(kind.as_str())
    };
    only(false).or_else(|| only(true))
}

/// Returns the kinds of things a text names, whether it counts them or not: what its translation
/// names too.
pub(crate) fn named(text: &str, lang: Lang) -> Thing {
    let lexicon = lexicon::Lexicon::of(lang);
    let mut named = Thing::default();
    let mut add = |word: Option<&word::Word>| {
        let thing = word
            .and_then(|word| word.thing)
            .filter(|thing| !thing.is_time());
        named = named.or(thing.unwrap_or_default());
    };
    for word in text.split(|c: char| !c.is_alphabetic() || is_cjk(c)) {
        if !word.is_empty() {
            add(lexicon.word(&word.to_lowercase()));
        }
    }
    let chars: Vec<char> = text.chars().collect();
    for at in (0..chars.len()).filter(|at| is_cjk(chars[*at])) {
        let word = lexicon.phrase(&chars[at..], |word| word.thing.is_some());
        add(word.map(|(_, word)| word));
    }
    named
}

/// Reports whether a word is one of the plainest of a language: "the", "und".
pub(crate) fn is_common_word(word: &str, lang: Lang) -> bool {
    let lexicon = lexicon::Lexicon::of(lang);
    lexicon
        .word(&word.to_lowercase())
        .is_some_and(|word| word.is(word::Role::Common))
}

/// Reports whether what stands behind a number is a noun of its own: 18个水壶, not 602 in "four
/// parcels of 602". German nouns and participles look alike to it: of German it says no.
pub(crate) fn begins_noun(behind: &str, lang: Lang) -> bool {
    let behind = behind.trim_start();
    let Some(first) = behind.chars().next().filter(|c| c.is_alphabetic()) else {
        return false;
    };
    if is_cjk(first) {
        let rest: Vec<char> = behind.chars().take(4).collect();
        let other = |word: &word::Word| word.is(word::Role::NoNoun);
        return lexicon::Lexicon::of(lang).phrase(&rest, other).is_none();
    }
    let word: String = behind.chars().take_while(|c| c.is_alphabetic()).collect();
    let plain = first.is_lowercase() && !word.ends_with("ed");
    plain && lang == EN && !is_common_word(&word, lang)
}

#[cfg(test)]
mod tests;
