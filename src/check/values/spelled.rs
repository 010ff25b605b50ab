//! Numbers in words: "two hundred and five", "twenty-one", "a dozen", "two and a half".

use super::Figure;
use super::numerals::{Form, Num};
use super::scan::Scanner;
use super::word::{Role, Word};

impl Scanner<'_> {
    /// "two hundred and five", "twenty-one", "a dozen", "two and a half".
    pub(super) fn words(&mut self, at: usize) -> Option<Num> {
        let (mut end, first) = self.lookup(at, |word| {
            (word.number.is_some()
                || word.scale.is_some()
                || word.is(Role::Article)
                || word.is(Role::One))
            .then_some((
                word.number,
                word.scale,
                word.is(Role::Article),
                word.is(Role::One),
            ))
        });
        let (number, scale, article, one) = first?;
        let mut total = Figure::ZERO;
        let mut part = match (number, scale) {
            (Some(number), _) => number,
            (None, Some(_)) if !article => return None,
            _ => {
                let next = self.skip_dash(end);
                let scaled = self.lookup(next, |word| word.scale).1.is_some();
                if !scaled && (article || !one || !self.counts_one(end)) {
                    return None;
                }
                Figure::ONE
            }
        };
        let mut count = 1;
        // What a half behind it is half of: "a dozen and a half".
        let mut last = 1;
        loop {
            let mut next = self.skip_dash(end);
            if next == end || count > 12 {
                break;
            }
            let (behind, and) = self.lookup(next, |word| word.is(Role::And).then_some(()));
            let joined = and.is_some();
            if joined && count > 1 {
                next = self.skip(behind);
            }
            let (behind, follows) = self.lookup(next, |word| {
                let number = word.number.or(word.is(Role::One).then_some(Figure::ONE));
                (number.is_some() || word.scale.is_some()).then_some((number, word.scale))
            });
            match follows {
                Some((_, Some(1000..))) if !joined => {
                    let (_, scale) = follows.unwrap_or_default();
                    last = scale.unwrap_or(1);
                    total = total.plus(part.times(last));
                    part = Figure::ZERO;
                }
                Some((_, Some(scale))) if !joined && part < Figure::whole(scale) => {
                    last = scale;
                    part = part.times(scale);
                }
                Some((Some(number), None))
                    if fits_below(part, number) && (count > 1 || !joined) =>
                {
                    last = 1;
                    part = part.plus(number);
                }
                _ => break,
            }
            end = behind;
            count += 1;
        }
        if let Some((behind, unit)) = self.ordinal_unit(end, part) {
            part = part.plus(unit);
            end = behind;
            count += 1;
        }
        let mut value = total.plus(part);
        if let Some(length) = self.half_more(end) {
            value = value.plus(Figure::HALF.times(last));
            end += length;
            count += 1;
            // "one and a half million"
            let (behind, scale) = self.lookup(self.skip(end), |word| word.scale);
            if let Some(scale) = scale.filter(|scale| value < Figure::whole(*scale)) {
                value = value.times(scale);
                end = behind;
            }
        } else if let Some(behind) = self.spoken_decimals(end, &mut value) {
            end = behind;
            count += 1;
        }
        Some(Num {
            value,
            end,
            // "thanks a million"
            form: if article && count == 2 {
                Form::Bare
            } else {
                Form::Words
            },
            plain: value.integer().and_then(|whole| u32::try_from(whole).ok()),
            digits: 0,
            compound: count > 1,
            upto: None,
            scale: 1,
        })
    }

    /// Whether "one" before this place is a number: "one and a half", "one point two", "one euro".
    fn counts_one(&mut self, end: usize) -> bool {
        self.half_more(end).is_some()
            || self
                .spoken_decimals(end, &mut Figure::ONE.clone())
                .is_some()
            || self.currency_after(end).is_some()
    }

    /// The second half of "twenty-second" behind tens: where it ends, and what it adds.
    fn ordinal_unit(&mut self, at: usize, tens: Figure) -> Option<(usize, Figure)> {
        let tens = tens.integer()?;
        if self.char(at) != '-' || tens < 20 || tens % 10 != 0 {
            return None;
        }
        let (behind, unit) = self.lookup(at + 1, |word| match word.perhaps[..] {
            [(unit, None)] => unit.integer().filter(|unit| (1..10).contains(unit)),
            _ => None,
        });
        Some((behind, Figure::whole(unit?)))
    }

    /// "point six" behind a number in words; returns where it ends.
    fn spoken_decimals(&mut self, at: usize, value: &mut Figure) -> Option<usize> {
        let next = self.skip(at);
        let (mut end, point) = self.lookup(next, |word| word.is(Role::Point).then_some(()));
        point.filter(|()| next > at)?;
        let mut place = 0;
        while place < 4 {
            let digit = |word: &Word| {
                let zero = word.perhaps.iter().any(|(value, _)| *value == Figure::ZERO);
                let one = word.is(Role::One).then_some(1);
                let number = word.number.and_then(Figure::integer);
                number.or(one).or(zero.then_some(0)).filter(|d| *d < 10)
            };
            let (behind, digit) = self.lookup(self.skip(end), digit);
            let Some(digit) = digit.and_then(|digit| u32::try_from(digit).ok()) else {
                break;
            };
            value.push_decimal(place, digit);
            (place, end) = (place + 1, behind);
        }
        (place > 0).then_some(end)
    }

    /// " and a half" after a number or a unit.
    pub(super) fn half_more(&self, at: usize) -> Option<usize> {
        let next = self.skip(at);
        let rest = self.rest(next);
        let phrase = self.lexicon.half_more.iter().find(|phrase| {
            rest.starts_with(phrase) && !self.char(next + phrase.len()).is_alphanumeric()
        })?;
        (next > at).then_some(next + phrase.len() - at)
    }
}

/// Whether a number word can follow: "twenty" "one", "two hundred" "five".
fn fits_below(part: Figure, number: Figure) -> bool {
    let (Some(part), Some(number)) = (part.integer(), number.integer()) else {
        return false;
    };
    (part % 1000 == 0 && number < 1000)
        || (part % 100 == 0 && number < 100)
        || (part >= 20 && part % 10 == 0 && number < 10)
}
