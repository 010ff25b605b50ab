//! Numbers as they are written, in digits and otherwise.

use super::Figure;
use super::buffer::THIN;
use super::han::han_scale;
use super::scan::Scanner;
use super::word::{Role, Word};
use crate::lang::is_cjk;

/// A number that was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Num {
    pub(super) value: Figure,
    pub(super) end: usize,
    pub(super) form: Form,
    /// A whole number written without separator, scale or leading text, as days and years are.
    pub(super) plain: Option<u32>,
    /// How many characters its first digits have.
    pub(super) digits: usize,
    /// Made of several words or with a scale, so certainly a number.
    pub(super) compound: bool,
    /// The larger one of "three or four" written 三四.
    pub(super) upto: Option<Figure>,
    /// What its digits are multiplied by: 10,000 in 3万.
    pub(super) scale: u64,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Digits,
    Words,
    Han,
    /// 百件, "a hundred": that many, or simply many.
    Bare,
}

/// Most digits of a number; what is longer is an identifier.
pub(super) const LONGEST: usize = 15;

impl Scanner<'_> {
    /// Reads the number that begins at a place, in any form.
    pub(super) fn figure(&mut self, at: usize) -> Option<Num> {
        let c = self.char(at);
        if c.is_ascii_digit() {
            self.digits(at)
        } else if c.is_alphabetic() && (c as u32) < 0x250 {
            self.words(at)
        } else {
            let mut num = self.han_number(at)?;
            // 三打
            let counts = |word: &Word| word.scale.is_some() || word.is(Role::NotNumber);
            if let Some((length, word)) = self.lexicon.phrase(self.rest(num.end), counts)
                && let Some(scale) = word.scale
            {
                num.value = num.value.times(scale);
                (num.end, num.plain, num.compound) = (num.end + length, None, true);
            }
            Some(num)
        }
    }

    fn digits(&mut self, at: usize) -> Option<Num> {
        let first = self.run(at);
        if first > LONGEST {
            return None;
        }
        let mut value = Figure::whole(self.whole(at, at + first));
        let mut end = at + first;
        let mut plain = u32::try_from(self.whole(at, end)).ok();
        let (group, point) = if self.lexicon.decimal_comma {
            ('.', ',')
        } else {
            (',', '.')
        };
        let mut grouped = 0;
        while first <= 3
            && grouped < 4
            && (matches!(self.char(end), THIN | '\'' | ' ') || self.char(end) == group)
            && self.run(end + 1) == 3
            && self.char(at) != '0'
        {
            value = value
                .times(1000)
                .plus(Figure::whole(self.whole(end + 1, end + 4)));
            end += 4;
            grouped += 1;
        }
        let decimals = self.run(end + 1);
        let is_point = matches!(self.char(end), c if c == point || c == '·')
            || (self.char(end) == '.' && grouped == 0 && decimals != 3);
        let more = self.char(end + 1 + decimals) == '.' && self.run(end + 2 + decimals) > 0;
        if is_point && decimals > 0 && decimals <= LONGEST && !more {
            for (place, c) in (0..).zip(end + 1..=end + decimals) {
                value.push_decimal(place, self.char(c).to_digit(10).unwrap_or(0));
            }
            end += 1 + decimals;
            plain = None;
        } else if grouped > 0 {
            plain = None;
        }
        // "11½ kg"
        if let Some((above, below)) = vulgar(self.char(end))
            && let Some(part) = Figure::ratio(Figure::whole(above), Figure::whole(below))
        {
            value = value.plus(part);
            end += 1;
            plain = None;
        }
        let mut num = Num {
            value,
            end,
            form: Form::Digits,
            plain,
            digits: first,
            compound: true,
            upto: None,
            scale: 1,
        };
        self.scale(&mut num);
        Some(num)
    }

    /// `1.2万`, `12 thousand`, `1万2千`, `3k`.
    fn scale(&mut self, num: &mut Num) {
        let after = self.skip(num.end);
        // 240打, but not 240打印
        let counts = |word: &Word| word.scale.is_some() || word.is(Role::NotNumber);
        if is_cjk(self.char(after))
            && let Some((length, word)) = self.lexicon.phrase(self.rest(after), counts)
            && let Some(scale) = word.scale
        {
            (num.value, num.end, num.plain) = (num.value.times(scale), after + length, None);
            return;
        }
        if let Some(scale) = han_scale(self.char(after)) {
            if self.is_unit_name(after) {
                return;
            }
            let (more, extra) = (self.char(after + 1), after + 1);
            num.value = num.value.times(scale);
            num.end = extra;
            num.plain = None;
            if let Some(more) = han_scale(more).filter(|_| scale < 10_000) {
                num.value = num.value.times(more);
                num.end += 1;
            } else if more.is_ascii_digit() {
                let digits = self.run(extra);
                if let Some(small) = han_scale(self.char(extra + digits)).filter(|s| *s < scale) {
                    let rest = Figure::whole(self.whole(extra, extra + digits)).times(small);
                    num.value = num.value.plus(rest);
                    num.end = extra + digits + 1;
                }
                self.lower_digits(num, scale);
            } else if more == '零' && self.char(extra + 1).is_ascii_digit() {
                num.end += 1;
                self.lower_digits(num, scale);
            }
            if num.end == extra {
                num.scale = scale;
            }
            return;
        }
        if matches!(self.char(num.end), 'k' | 'K') && !self.char(num.end + 1).is_alphanumeric() {
            num.value = num.value.times(1000);
            num.end += 1;
            num.plain = None;
            num.scale = 1000;
            return;
        }
        if after > num.end && self.char(after).is_alphabetic() {
            let (end, scale) = self.lookup(after, |word| word.scale);
            if let Some(scale) = scale {
                num.value = num.value.times(scale);
                num.end = end;
                num.plain = None;
                num.scale = scale;
            }
        }
    }

    /// The 2500 of 1万2500: digits that fill the places below the scale.
    fn lower_digits(&self, num: &mut Num, scale: u64) {
        let digits = self.run(num.end);
        let places = scale.ilog10() as usize;
        let past = num.end + digits;
        // 3万8,400
        if self.char(past) == ',' && self.run(past + 1) == 3 && (1..places - 2).contains(&digits) {
            let thousands = Figure::whole(self.whole(num.end, past)).times(1000);
            let rest = Figure::whole(self.whole(past + 1, past + 4));
            num.value = num.value.plus(thousands).plus(rest);
            num.end = past + 4;
            return;
        }
        let year = matches!(self.char(past), '年' | '月' | '日' | '-' | ':');
        if (1..=places).contains(&digits) && !year {
            let rest = Figure::whole(self.whole(num.end, past));
            num.value = num.value.plus(rest);
            num.end = past;
        }
    }

    /// What the first number of "5 to 10 million" may be multiplied by.
    pub(super) fn shared_scale(&mut self, num: &Num) -> Option<u64> {
        if num.scale > 1 {
            return None;
        }
        let next = self.range(num.end)?;
        let second = self.figure(next)?;
        (second.scale > 1 && num.value < second.value).then_some(second.scale)
    }

    /// 千克 and 百分 are no thousand and no hundred.
    fn is_unit_name(&self, at: usize) -> bool {
        let rest = self.rest(at);
        self.lexicon
            .phrase(rest, |word| {
                word.is(Role::NotNumber) || word.measure.is_some()
            })
            .is_some()
    }
}

/// A fraction that is one sign: above and below the line.
fn vulgar(c: char) -> Option<(u64, u64)> {
    Some(match c {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅛' => (1, 8),
        _ => return None,
    })
}
