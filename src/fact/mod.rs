//! Facts: the typed values a letter is made of.
//!
//! One record gives both languages: 43.73 %, 23 January 2026 and 2026年1月23日
//! come from the same value. A seller's own words are the exception, they are
//! given in each language and never copied from one to the other.

mod figure;
mod kind;
mod parse;
mod words;

use chrono::{NaiveDate, NaiveTime};
use fixed_decimal::Decimal;

use crate::lang::Formats;

pub use figure::Figure;
pub use kind::FactType;
pub use parse::{parse, parse_date};
pub use words::{RawWords, Words};

/// A fact the seller has given.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words, the same in every language or one text for each.
    Words(Words),
    /// A day.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A whole number.
    Count(u64),
    /// A percentage: `43.73` is 43.73 %.
    Percent(Decimal),
    /// An amount and its ISO currency code.
    Money(Decimal, String),
    /// Identifiers that read the same in every language: ASINs, order ids, shipment ids.
    Codes(Vec<String>),
    /// The id of an option the catalogue puts into words.
    Option(String),
}

impl Value {
    /// Writes the value in a language; `None` where the seller's words are missing in it, or for
    /// an option, whose words only the catalogue knows.
    pub fn write(&self, lang: crate::lang::Lang, formats: &Formats) -> Option<String> {
        Some(match self {
            Self::Words(words) => words.get(lang, formats.cjk())?.to_owned(),
            Self::Date(date) => formats.date(*date),
            Self::Time(time) => formats.time(*time),
            Self::Count(count) => formats.number(&Decimal::from(*count)),
            Self::Percent(percent) => formats.percent(percent),
            Self::Money(amount, currency) => formats.money(amount, currency),
            Self::Codes(codes) => formats.list(codes.iter().map(String::as_str)),
            Self::Option(_) => return None,
        })
    }

    /// Returns the number plural forms go by: a count, a decimal, or how long a list is.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Count(count) => Some(Decimal::from(*count)),
            Self::Percent(number) | Self::Money(number, _) => Some(number.clone()),
            Self::Codes(codes) => Some(Decimal::from(codes.len())),
            _ => None,
        }
    }
}
