//! The words of a language, ready to be looked up while reading.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::de::DeserializeOwned;

use super::raw::{Named, RawShared, RawWords};
use super::word::{DayHalf, Role, Word};
use super::{Currency, Figure, Thing};
use crate::lang::{Lang, is_cjk};
use crate::source;

/// The words of a language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    pub(super) decimal_comma: bool,
    pub(super) half_more: Vec<Vec<char>>,
    /// What before or behind a month or a year says that its end is meant.
    pub(super) ends: Vec<Vec<char>>,
    /// Words for what was done with things, by kind.
    pub(super) deeds: Vec<(String, Vec<String>)>,
    latin: FxHashMap<String, Word>,
    han: FxHashMap<char, Vec<(Vec<char>, Word)>>,
}

/// What all languages share.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) things: Vec<String>,
    /// Kinds that are taken for one another at most with those beside them.
    pub(super) worlds: Vec<Thing>,
    pub(super) seconds: Vec<(Thing, u64)>,
    pub(super) months: Vec<(Thing, u64)>,
    pub(super) codes: Vec<String>,
    pub(super) signs: Vec<(Vec<char>, Currency)>,
    pub(super) files: Vec<String>,
    pub(super) webs: Vec<String>,
}

/// Reads a file of `appeals/_check/`; `None` where there is none.
fn file<T: DeserializeOwned>(name: &str) -> Option<T> {
    let path = format!("_check/{name}");
    let file = source::appeals(|known| known == path).pop()?;
    let read = source::read(&file);
    Some(read.expect("a test reads every list"))
}

/// Returns what all languages share.
pub(super) fn shared() -> &'static Shared {
    static SHARED: OnceLock<Shared> = OnceLock::new();
    SHARED.get_or_init(|| {
        let raw: RawShared = file("values.yaml").expect("the file is part of the program");
        let bit = |name: &String| raw.things.iter().position(|thing| thing == name);
        let worlds = raw.worlds.iter().map(|world| {
            let kinds = world.iter().map(|name| Thing::bit(bit(name)));
            kinds.fold(Thing::default(), Thing::or)
        });
        let worlds = worlds.collect();
        let lengths = |units: &std::collections::BTreeMap<String, String>| {
            units
                .iter()
                .filter_map(|(name, length)| {
                    Some((Thing::bit(Some(bit(name)?)), length.parse().ok()?))
                })
                .collect()
        };
        let mut signs: FxHashMap<Vec<char>, Currency> = FxHashMap::default();
        for (at, names) in raw.currencies.values().enumerate() {
            for name in names {
                let sign = signs.entry(name.chars().collect()).or_default();
                *sign = sign.or(Currency::bit(at));
            }
        }
        let mut signs: Vec<_> = signs.into_iter().collect();
        signs.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.0.cmp(&b.0)));
        Shared {
            seconds: lengths(&raw.seconds),
            months: lengths(&raw.months),
            codes: raw.currencies.keys().cloned().collect(),
            signs,
            worlds,
            things: raw.things,
            files: raw.files,
            webs: raw.webs,
        }
    })
}

impl Lexicon {
    /// Returns the words of a language; of one without a list, only signs and digits are known.
    pub(super) fn of(lang: Lang) -> &'static Self {
        static KNOWN: [OnceLock<Lexicon>; 4] = [const { OnceLock::new() }; 4];
        static OTHER: OnceLock<Lexicon> = OnceLock::new();
        let at = ["en", "zh", "ja", "de"]
            .iter()
            .position(|code| *code == lang.as_str());
        match at {
            Some(at) => KNOWN[at].get_or_init(|| {
                let raw = file(&format!("values.{lang}.yaml"));
                Self::build(&raw.unwrap_or_default())
            }),
            None => OTHER.get_or_init(|| Self::build(&RawWords::default())),
        }
    }

    /// Looks up a Latin word, in small letters.
    pub(super) fn word(&self, word: &str) -> Option<&Word> {
        self.latin.get(word)
    }

    /// Returns the longest phrase of the language that stands at the beginning and fits.
    pub(super) fn phrase(
        &self,
        text: &[char],
        fits: impl Fn(&Word) -> bool,
    ) -> Option<(usize, &Word)> {
        let candidates = self.han.get(text.first()?)?;
        candidates
            .iter()
            .find(|(phrase, word)| text.starts_with(phrase) && fits(word))
            .map(|(phrase, word)| (phrase.len(), word))
    }

    fn entry(&mut self, text: &str) -> &mut Word {
        if text.starts_with(|c| is_cjk(c) || c == '%') && text != "%" {
            let phrase: Vec<char> = text.chars().collect();
            let list = self.han.entry(phrase[0]).or_default();
            let at = list.iter().position(|(known, _)| *known == phrase);
            let at = at.unwrap_or_else(|| {
                list.push((phrase, Word::default()));
                list.len() - 1
            });
            &mut list[at].1
        } else {
            if let Some((first, _)) = text.split_once([' ', '-']) {
                let first = self.latin.entry(first.to_lowercase()).or_default();
                first.add(Role::Lead);
            }
            self.latin.entry(text.to_lowercase()).or_default()
        }
    }

    fn build(raw: &RawWords) -> Self {
        let mut lexicon = Self {
            decimal_comma: raw.decimal_comma,
            half_more: raw.half_more.iter().map(|p| p.chars().collect()).collect(),
            ends: raw.ends.iter().map(|p| p.chars().collect()).collect(),
            deeds: raw.deeds.clone().into_iter().collect(),
            ..Self::default()
        };
        lexicon.add_numbers(raw);
        lexicon.add_dates(raw);
        lexicon.add_things(raw);
        for list in lexicon.han.values_mut() {
            list.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
        lexicon
    }

    fn add_numbers(&mut self, raw: &RawWords) {
        for (text, number) in &raw.numbers {
            self.entry(text).number = Figure::parse(number);
        }
        for text in &raw.one {
            self.entry(text).add(Role::One);
        }
        for (text, scale) in &raw.scales {
            self.entry(text).scale = scale.parse().ok();
        }
        for text in &raw.articles {
            self.entry(text).add(Role::Article);
        }
        for text in &raw.and {
            self.entry(text).add(Role::And);
        }
        for (text, under) in &raw.fractions {
            self.entry(text).fraction = under.parse().ok();
        }
        for (text, meanings) in &raw.perhaps {
            let meanings = meanings.iter().filter_map(|meaning| {
                let (figure, thing) = meaning.split_once(' ').unwrap_or((meaning, ""));
                Some((Figure::parse(figure)?, Thing::named(thing)))
            });
            self.entry(text).perhaps = meanings.collect();
        }
        for text in &raw.percent {
            self.entry(text).add(Role::Percent);
        }
        for (text, under) in &raw.percent_before {
            self.entry(text).percent_before = under.parse().ok();
        }
        for (text, under) in &raw.percent_behind {
            self.entry(text).percent_behind = under.parse().ok();
        }
        for text in &raw.tenths {
            self.entry(text).add(Role::Tenths);
        }
        for text in &raw.discount {
            self.entry(text).add(Role::Discount);
        }
        for text in &raw.not_numbers {
            self.entry(text).add(Role::NotNumber);
        }
        for text in &raw.numbers_after_all {
            self.entry(text);
        }
    }

    fn add_dates(&mut self, raw: &RawWords) {
        for (month, names) in (1..).zip(&raw.months) {
            for text in names {
                self.entry(text).month = Some(month);
                for ending in &raw.month_endings {
                    let part = self.entry(&format!("{text}{ending}"));
                    part.month = Some(month);
                    part.add(Role::PartOfMonth);
                }
            }
        }
        for (day, names) in (0..).zip(&raw.weekdays) {
            for text in names {
                self.entry(text).weekday = Some(day);
            }
        }
        for text in &raw.to {
            self.entry(text).add(Role::To);
        }
        for text in &raw.past {
            self.entry(text).add(Role::Past);
        }
        for text in &raw.point {
            self.entry(text).add(Role::Point);
        }
        let roles = [
            (&raw.half_before, Role::HalfBefore),
            (&raw.on_day, Role::OnDay),
            (&raw.day_articles, Role::DayArticle),
            (&raw.before_month, Role::BeforeMonth),
            (&raw.out_of, Role::OutOf),
            (&raw.of_every, Role::OfEvery),
            (&raw.in_the, Role::InThe),
            (&raw.no_nouns, Role::NoNoun),
            (&raw.also_words, Role::AlsoWord),
            (&raw.parts_before, Role::PartBefore),
            (&raw.later, Role::Later),
            (&raw.labels, Role::Label),
        ];
        for (texts, role) in roles {
            for text in texts {
                self.entry(text).add(role);
            }
        }
        for (text, days) in &raw.near_days {
            self.entry(text).days = days.parse().ok();
        }
        for (text, day) in &raw.named_days {
            let parts = day.split_once('-');
            self.entry(text).named_day =
                parts.and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
        }
        for text in &raw.before_hour {
            self.entry(text).add(Role::BeforeHour);
        }
        let halves = [
            ("morning", DayHalf::Morning),
            ("afternoon", DayHalf::Afternoon),
            ("evening", DayHalf::Evening),
            ("noon", DayHalf::Noon),
            ("midnight", DayHalf::Midnight),
        ];
        for (name, half) in halves {
            for text in raw.halves_of_day.get(name).into_iter().flatten() {
                self.entry(text).half = Some(half);
            }
        }
        for text in &raw.clock {
            self.entry(text).add(Role::Clock);
        }
        for (text, before) in &raw.eras {
            self.entry(text).era = before.parse().ok();
        }
    }

    fn add_things(&mut self, raw: &RawWords) {
        for (code, names) in &raw.hundredths {
            let Some(currency) = Currency::named(code) else {
                continue;
            };
            for text in names {
                let known = &mut self.entry(text).hundredth;
                *known = Some(known.unwrap_or_default().or(currency));
            }
        }
        for (code, names) in &raw.currencies {
            let Some(currency) = Currency::named(code) else {
                continue;
            };
            for text in names {
                let known = &mut self.entry(text).currency;
                *known = Some(known.unwrap_or_default().or(currency));
            }
        }
        let things = |named: &Named| -> Vec<(String, Thing)> {
            let each = named.iter();
            each.filter_map(|(kind, words)| Some((Thing::named(kind)?, words)))
                .flat_map(|(thing, words)| words.iter().map(move |word| (word.clone(), thing)))
                .collect()
        };
        for (text, thing) in things(&raw.things) {
            let known = &mut self.entry(&text).thing;
            *known = Some(known.map_or(thing, |known| known.or(thing)));
        }
        for (text, kinds) in &raw.measures {
            let kinds = kinds.iter().filter_map(|kind| Thing::named(kind));
            let all = kinds.fold(Thing::default(), Thing::or);
            self.entry(text).measure = Some(all);
        }
        for text in &raw.stops {
            self.entry(text).add(Role::Stop);
        }
        for text in &raw.common {
            self.entry(text).add(Role::Common);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_can_be_read() {
        let shared = shared();
        assert!(shared.things.len() <= 64 && shared.codes.len() <= 32);
        let files = source::appeals(|path| path.starts_with("_check/values."));
        assert_eq!(files.len(), 5);
        for file in files.iter().filter(|f| !f.path.ends_with("values.yaml")) {
            let raw: RawWords = source::read(file).unwrap();
            let kinds = raw.things.keys();
            let counted = raw.measures.values().flatten();
            for kind in kinds.chain(counted) {
                assert!(shared.things.contains(kind), "{}: {kind}", file.path);
            }
            for code in raw.currencies.keys() {
                assert!(shared.codes.contains(code), "{}: {code}", file.path);
            }
        }
    }
}
