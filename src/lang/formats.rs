//! How a language writes dates, numbers, money and lists.
//!
//! The patterns are data of the catalogue (`appeals/_common/<lang>.yaml`, key
//! `formats`); digits, grouping, lists and plural forms come from the Unicode
//! CLDR through ICU4X, month names through chrono's locales.

use chrono::{NaiveDate, NaiveTime};
use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_plurals::{PluralCategory, PluralRules};
use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The `formats` of `appeals/_common/<lang>.yaml`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawFormats {
    /// CLDR locale for numbers, lists and plural forms: `en-GB`, `zh-CN`.
    pub locale: String,
    /// Whether the language is written in Chinese characters; its letters may hold them then.
    pub cjk: bool,
    /// Date, in strftime letters: `%-d %B %Y`.
    pub date: String,
    /// Time of day, in strftime letters: `%H:%M`.
    pub time: String,
    /// Percentage; `{number}` is the number.
    pub percent: String,
    /// Money; `{amount}` and `{currency}`.
    pub money: String,
    /// Names of currencies by ISO code; a code without one is written as it is.
    #[serde(default)]
    pub currencies: IndexMap<String, String>,
    /// What stands between the items of a list, where the language does without a word for "and".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// What stands between two sentences or a sentence and a bracket: a space, or nothing.
    pub space: String,
}

/// The ways one language writes values.
#[derive(Debug)]
pub struct Formats {
    raw: RawFormats,
    months: chrono::Locale,
    numbers: DecimalFormatter,
    lists: ListFormatter,
    plurals: PluralRules,
}

/// Why the `formats` of a language cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatsError {
    /// No such locale, or no data for it.
    #[error("no locale `{0}`")]
    Locale(String),
    /// A date or time pattern chrono does not know.
    #[error("no date pattern `{0}`")]
    Pattern(String),
}

impl Formats {
    /// Prepares the formats of a language.
    pub fn new(raw: RawFormats) -> Result<Self, FormatsError> {
        let unknown = || FormatsError::Locale(raw.locale.clone());
        let locale: icu_locale_core::Locale = raw.locale.parse().map_err(|_| unknown())?;
        let months = raw.locale.replace('-', "_");
        let months = chrono::Locale::try_from(months.as_str()).map_err(|_| unknown())?;
        let mut numbers = DecimalFormatterOptions::default();
        numbers.grouping_strategy = Some(GroupingStrategy::Auto);
        let numbers =
            DecimalFormatter::try_new((&locale).into(), numbers).map_err(|_| unknown())?;
        let lists = ListFormatterOptions::default().with_length(ListLength::Wide);
        let lists = ListFormatter::try_new_and((&locale).into(), lists).map_err(|_| unknown())?;
        let plurals = PluralRules::try_new_cardinal((&locale).into()).map_err(|_| unknown())?;
        for pattern in [&raw.date, &raw.time] {
            if chrono::format::StrftimeItems::new(pattern).parse().is_err() {
                return Err(FormatsError::Pattern(pattern.clone()));
            }
        }
        Ok(Self {
            raw,
            months,
            numbers,
            lists,
            plurals,
        })
    }

    /// Reports whether letters in this language are written in Chinese characters.
    pub fn cjk(&self) -> bool {
        self.raw.cjk
    }

    /// Returns the language tag a DOCX names: `en-GB`, `zh-CN`.
    pub fn tag(&self) -> &str {
        &self.raw.locale
    }

    /// Returns what stands between two sentences.
    pub fn space(&self) -> &str {
        &self.raw.space
    }

    /// Writes a date, never in a form where day and month can be mistaken.
    pub fn date(&self, date: NaiveDate) -> String {
        date.format_localized(&self.raw.date, self.months)
            .to_string()
    }

    /// Writes a time of day.
    pub fn time(&self, time: NaiveTime) -> String {
        time.format(&self.raw.time).to_string()
    }

    /// Writes a number with the digits it was given in.
    pub fn number(&self, number: &Decimal) -> String {
        self.numbers.format(number).to_string()
    }

    /// Writes a percentage.
    pub fn percent(&self, number: &Decimal) -> String {
        self.raw.percent.replace("{number}", &self.number(number))
    }

    /// Writes an amount of money; `currency` is an ISO code.
    pub fn money(&self, amount: &Decimal, currency: &str) -> String {
        let name = self
            .raw
            .currencies
            .get(currency)
            .map_or(currency, String::as_str);
        self.raw
            .money
            .replace("{amount}", &self.number(amount))
            .replace("{currency}", name)
    }

    /// Writes a list: `A, B and C`, `A、B、C`.
    pub fn list<'a>(&self, items: impl IntoIterator<Item = &'a str>) -> String {
        let items: Vec<&str> = items.into_iter().collect();
        if let Some(separator) = &self.raw.list {
            return items.join(separator);
        }
        self.lists.format_to_string(items.iter())
    }

    /// Writes numbers that are referred to: `1, 3, 4`, `1、3、4`.
    pub fn numbers(&self, numbers: &[String]) -> String {
        numbers.join(self.raw.list.as_deref().unwrap_or(", "))
    }

    /// Chooses a plural form for a number; forms stand in the order one, two, few, many, other,
    /// as far as the language has them.
    pub fn plural<'a>(&self, number: &Decimal, forms: &[&'a str]) -> &'a str {
        let mut categories: Vec<PluralCategory> = self.plurals.categories().collect();
        categories.sort_by_key(|c| match c {
            PluralCategory::Zero => 0,
            PluralCategory::One => 1,
            PluralCategory::Two => 2,
            PluralCategory::Few => 3,
            PluralCategory::Many => 4,
            PluralCategory::Other => 5,
        });
        let category = self.plurals.category_for(number);
        let at = categories.iter().position(|c| *c == category).unwrap_or(0);
        forms.get(at).or(forms.last()).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats(locale: &str, date: &str, percent: &str, money: &str, yuan: &str) -> Formats {
        Formats::new(RawFormats {
            locale: locale.to_owned(),
            cjk: locale.starts_with("zh"),
            date: date.to_owned(),
            time: "%H:%M".to_owned(),
            percent: percent.to_owned(),
            money: money.to_owned(),
            currencies: [("USD".to_owned(), yuan.to_owned())].into(),
            list: locale.starts_with("zh").then(|| "、".to_owned()),
            space: " ".to_owned(),
        })
        .unwrap()
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn one_value_in_two_languages() {
        let en = formats(
            "en-GB",
            "%-d %B %Y",
            "{number}%",
            "{currency} {amount}",
            "USD",
        );
        let zh = formats(
            "zh-CN",
            "%Y年%-m月%-d日",
            "{number}%",
            "{amount}{currency}",
            "美元",
        );
        let day = NaiveDate::from_ymd_opt(2026, 1, 23).unwrap();
        assert_eq!(en.date(day), "23 January 2026");
        assert_eq!(zh.date(day), "2026年1月23日");
        assert_eq!(en.percent(&decimal("43.70")), "43.70%");
        assert_eq!(en.number(&decimal("12400")), "12,400");
        assert_eq!(en.money(&decimal("480.00"), "USD"), "USD 480.00");
        assert_eq!(zh.money(&decimal("480.00"), "USD"), "480.00美元");
        assert_eq!(en.list(["A", "B", "C"]), "A, B and C");
        assert_eq!(zh.list(["A", "B", "C"]), "A、B、C");
        assert_eq!(en.plural(&decimal("1"), &["order", "orders"]), "order");
        assert_eq!(en.plural(&decimal("0"), &["order", "orders"]), "orders");
        assert_eq!(zh.plural(&decimal("1"), &["件"]), "件");
    }

    #[test]
    fn what_cannot_be_used_is_said() {
        let raw = formats("en-GB", "%-d %B %Y", "{number}%", "{amount}", "USD").raw;
        let no_locale = RawFormats {
            locale: "xx-!!".to_owned(),
            ..raw.clone()
        };
        assert!(matches!(
            Formats::new(no_locale),
            Err(FormatsError::Locale(_))
        ));
        let no_pattern = RawFormats {
            date: "%Q".to_owned(),
            ..raw
        };
        assert!(matches!(
            Formats::new(no_pattern),
            Err(FormatsError::Pattern(_))
        ));
    }
}
