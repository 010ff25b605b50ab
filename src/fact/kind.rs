//! The types a fact can have.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of value a fact is; it decides how it is asked for, checked and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FactType {
    /// The seller's own words, in each language.
    Text,
    /// A proper name: a carrier, a supplier, a program. The same in every language unless given apart.
    Name,
    /// Who, as a post and never as a person: one of the catalogue's roles, or own words.
    Role,
    /// How often: one of the catalogue's rhythms, or own words.
    Rhythm,
    /// One of the fact's own options.
    Choice,
    /// A day: 2026-01-23.
    Date,
    /// A time of day: 15:30.
    Time,
    /// A whole number.
    Count,
    /// A percentage: 43.73.
    Percent,
    /// An amount with its currency: 480.00 USD.
    Money,
    /// ASINs: B0 and eight more letters or digits, or a ten-digit ISBN.
    Asins,
    /// Amazon order ids: 111-1234567-1234567.
    Orders,
    /// Other identifiers: shipment ids, invoice numbers, complaint ids.
    Codes,
    /// An e-mail address.
    Email,
}

impl FactType {
    /// Reports whether the value has a number a plural form can go by.
    pub fn counts(self) -> bool {
        matches!(
            self,
            Self::Count | Self::Percent | Self::Money | Self::Asins | Self::Orders | Self::Codes
        )
    }

    /// Returns the name used in data files and message keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Name => "name",
            Self::Role => "role",
            Self::Rhythm => "rhythm",
            Self::Choice => "choice",
            Self::Date => "date",
            Self::Time => "time",
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Asins => "asins",
            Self::Orders => "orders",
            Self::Codes => "codes",
            Self::Email => "email",
        }
    }
}
