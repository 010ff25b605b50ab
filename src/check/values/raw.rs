//! The files `appeals/_check/values*.yaml`, as they are written.
//!
//! Numbers are read as texts: that is what they are in the JSON of a release.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Words by what they stand for.
pub(super) type Named = BTreeMap<String, Vec<String>>;

/// `values.yaml`: what is the same in every language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawShared {
    /// Kinds of counted things; their order gives them their bit.
    pub(super) things: Vec<String>,
    /// Kinds that nobody takes for one of another list.
    pub(super) worlds: Vec<Vec<String>>,
    /// Units of time in seconds.
    pub(super) seconds: BTreeMap<String, String>,
    /// Units of time in months.
    pub(super) months: BTreeMap<String, String>,
    /// Currency signs by code.
    pub(super) currencies: Named,
    /// Endings of files.
    pub(super) files: Vec<String>,
    /// Endings of web addresses.
    pub(super) webs: Vec<String>,
}

/// `values.<lang>.yaml`: the words of one language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct RawWords {
    /// 12,5 is twelve and a half, 1.250 twelve hundred and fifty.
    pub(super) decimal_comma: bool,
    /// Names of the months.
    pub(super) months: Vec<Vec<String>>,
    /// What is tied to the name of a month: the "hälfte" of "Septemberhälfte".
    pub(super) month_endings: Vec<String>,
    /// Names of the weekdays, Monday first.
    pub(super) weekdays: Vec<Vec<String>>,
    /// Number words from two on.
    pub(super) numbers: BTreeMap<String, String>,
    /// Words for one that are mostly something else.
    pub(super) one: Vec<String>,
    /// Words that multiply what stands before.
    pub(super) scales: BTreeMap<String, String>,
    /// Words that make "a dozen" out of "dozen".
    pub(super) articles: Vec<String>,
    /// Words inside a number: "a hundred and five".
    pub(super) and: Vec<String>,
    /// Words for the sign before decimals: "six point two".
    pub(super) point: Vec<String>,
    /// Phrases that add a half.
    pub(super) half_more: Vec<String>,
    /// What a word may stand for in the other language: a number, or number and thing.
    pub(super) perhaps: Named,
    /// Denominators.
    pub(super) fractions: BTreeMap<String, String>,
    /// Words for %.
    pub(super) percent: Vec<String>,
    /// Words that make the number after them a percentage, and by what it is divided.
    pub(super) percent_before: BTreeMap<String, String>,
    /// Words for tens of percent.
    pub(super) tenths: Vec<String>,
    /// Words for what is left of ten after a discount.
    pub(super) discount: Vec<String>,
    /// Words between the two ends of a range.
    pub(super) to: Vec<String>,
    /// Words between minutes and the hour they follow: "half past eight".
    pub(super) past: Vec<String>,
    /// Words between minutes and the hour to come: "a quarter to six".
    pub(super) before_hour: Vec<String>,
    /// Words before a day: "on April 23".
    pub(super) on_day: Vec<String>,
    /// Words between that and the number of a day: "on the second", "bis zum 14.".
    pub(super) day_articles: Vec<String>,
    /// Words that say that the word behind them is a month: "in March".
    pub(super) before_month: Vec<String>,
    /// Phrases before or behind a month or a year that mean its end.
    pub(super) ends: Vec<String>,
    /// Words between a part and the whole: "one in three".
    pub(super) out_of: Vec<String>,
    /// Words between a part and each so many: "eight per thousand", "one in every fifty".
    pub(super) of_every: Vec<String>,
    /// Words for a day beside the one named before, and how far off it is: "the next day".
    pub(super) near_days: BTreeMap<String, String>,
    /// Days of the year that have a name, as month-day.
    pub(super) named_days: BTreeMap<String, String>,
    /// Names of months that are other words when written small: "may".
    pub(super) also_words: Vec<String>,
    /// Words before a part of a whole: "the last third of April".
    pub(super) parts_before: Vec<String>,
    /// Signs and words behind a number that is divided by so much to be percent.
    pub(super) percent_behind: BTreeMap<String, String>,
    /// Words between a time and its half of the day: "at 5 in the afternoon".
    pub(super) in_the: Vec<String>,
    /// Words behind a time that counts from the day before: "two days later".
    pub(super) later: Vec<String>,
    /// Words whose number is a label: 问1.
    pub(super) labels: Vec<String>,
    /// Words that take half an hour off the hour behind them: "halb vier".
    pub(super) half_before: Vec<String>,
    /// Words for the half of the day.
    pub(super) halves_of_day: Named,
    /// Words for "o'clock".
    pub(super) clock: Vec<String>,
    /// Eras by the year before their first.
    pub(super) eras: BTreeMap<String, String>,
    /// Names of currencies by code.
    pub(super) currencies: Named,
    /// Names of the hundredth part of a currency, by its code: 80 cents are 0.80 USD.
    pub(super) hundredths: Named,
    /// Words for counted things by kind.
    pub(super) things: Named,
    /// Words for what was done with things, by kind.
    pub(super) deeds: Named,
    /// Measure words and the kinds they may count.
    pub(super) measures: Named,
    /// Words that end the search for the thing.
    pub(super) stops: Vec<String>,
    /// Words behind a number that are no noun it counts: 602笔中.
    pub(super) no_nouns: Vec<String>,
    /// Words with a numeral that are no number.
    pub(super) not_numbers: Vec<String>,
    /// Longer words that are one after all.
    pub(super) numbers_after_all: Vec<String>,
    /// The commonest words.
    pub(super) common: Vec<String>,
}
