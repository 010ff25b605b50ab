//! Money, percentages and fractions.

use super::han::han_digit;
use super::numerals::{Form, Num};
use super::scan::{Scanner, is_letter};
use super::word::Role;
use super::{Certainty, Currency, Figure, Thing, Value, lexicon};

impl Scanner<'_> {
    /// A currency sign before a number: `€480`, `US$ 480`.
    pub(super) fn sign(&mut self, at: usize) -> Option<usize> {
        let c = self.char(at);
        if c.is_alphanumeric() || c == ' ' || c == '.' {
            return None;
        }
        let (length, currency) = self.sign_at(at)?;
        let mut from = at;
        let mut currency = currency;
        // "US" of "US$" was read as a word before
        for back in [2, 1] {
            let Some(start) = at.checked_sub(back) else {
                continue;
            };
            let alone = start == 0 || !is_letter(self.char(start - 1));
            if let Some((longer, precise)) = self.sign_at(start).filter(|_| alone)
                && longer == back + length
            {
                (from, currency) = (start, precise);
                break;
            }
        }
        self.currency = Some((from, at + length, currency));
        Some(at + length)
    }

    /// The currency sign or code at a place.
    pub(super) fn sign_at(&self, at: usize) -> Option<(usize, Currency)> {
        let c = self.char(at);
        if !(matches!(c, '$' | '€' | '£' | '¥' | '₹') || c.is_ascii_uppercase()) {
            return None;
        }
        let rest = self.rest(at);
        let signs = &lexicon::shared().signs;
        let (sign, currency) = signs.iter().find(|(sign, _)| rest.starts_with(sign))?;
        let last = sign.last().copied().unwrap_or(' ');
        let goes_on = is_letter(last) && is_letter(self.char(at + sign.len()));
        (!goes_on).then_some((sign.len(), *currency))
    }

    /// The currency right before a place, and where it began.
    pub(super) fn currency_before(&self, at: usize) -> Option<(usize, Currency)> {
        let (start, end, currency) = self.currency?;
        (end == at || self.skip(end) == at).then_some((start, currency))
    }

    /// `EUR 480`, `480 欧元`, `$1.2 million`.
    pub(super) fn money(&mut self, at: usize, num: &Num) -> Option<usize> {
        let next = self.skip_dash(num.end);
        if let Some((end, currency)) = self.phrase(next, |word| word.hundredth) {
            let amount = Figure::ratio(num.value, Figure::HUNDRED)?;
            self.note(at, end, Value::Money { currency, amount }, Certainty::Hard);
            self.currency = None;
            return Some(end);
        }
        if let Some(end) = self.kuai(at, num) {
            return Some(end);
        }
        let before = self.currency_before(at);
        let after = self.currency_after(num.end);
        let (start, end, currency) = match (before, after) {
            (Some((start, a)), Some((end, b))) if a.meets(b) => (start, end, a.and(b)),
            (Some((start, currency)), _) => (start, num.end, currency),
            (None, Some((end, currency))) => {
                if let Some((end, amount)) = self.spoken_cents(num, end) {
                    self.note(at, end, Value::Money { currency, amount }, Certainty::Hard);
                    return Some(end);
                }
                (at, end, currency)
            }
            (None, None) => return self.first_of_range(at, num),
        };
        let amount = num.value;
        if let Some(scale) = self.shared_scale(num) {
            for amount in [amount, amount.times(scale)] {
                self.note(
                    start,
                    end,
                    Value::Money { currency, amount },
                    Certainty::Soft,
                );
            }
            self.currency = None;
            return Some(end);
        }
        let value = Value::Money { currency, amount };
        self.note(start, end, value, Certainty::Hard);
        self.currency = None;
        Some(end)
    }

    /// "one pound ninety", "four pounds and fifty pence", 四英镑五十便士: the whole amount, and
    /// where it ends.
    fn spoken_cents(&mut self, pounds: &Num, end: usize) -> Option<(usize, Figure)> {
        let mut next = self.skip(end);
        if is_letter(self.char(next)) {
            let (behind, and) = self.lookup(next, |word| word.is(Role::And).then_some(()));
            next = and.map_or(next, |()| self.skip(behind));
        }
        let cents = self.figure(next)?;
        let part = Figure::ratio(cents.value, Figure::HUNDRED).filter(|part| *part < Figure::ONE);
        let sum = pounds.value.plus(part?);
        let behind = self.skip_dash(cents.end);
        if let Some((end, _)) = self.phrase(behind, |word| word.hundredth) {
            return Some((end, sum));
        }
        let words = [pounds, &cents].iter().all(|num| num.form == Form::Words);
        let counts = self.thing(cents.end).0.is_some();
        (words && !counts).then_some((cents.end, sum))
    }

    /// 三块五: three yuan fifty.
    fn kuai(&mut self, at: usize, num: &Num) -> Option<usize> {
        if self.char(num.end) != '块' {
            return None;
        }
        let tenths = self.figure(num.end + 1)?;
        let digit = tenths
            .value
            .integer()
            .filter(|digit| (1..10).contains(digit))?;
        let next = self.rest(tenths.end);
        let counts = self
            .lexicon
            .phrase(next, |word| word.measure.is_some() || word.thing.is_some());
        let currency = Currency::named("CNY").filter(|_| counts.is_none())?;
        let part = Figure::ratio(Figure::whole(digit), Figure::whole(10))?;
        let amount = num.value.plus(part);
        self.note(
            at,
            tenths.end,
            Value::Money { currency, amount },
            Certainty::Hard,
        );
        Some(tenths.end)
    }

    /// 4至9英镑, "4 to 9 pounds": the currency of the second is that of the first.
    fn first_of_range(&mut self, at: usize, num: &Num) -> Option<usize> {
        let next = if let Some(next) = self.range(num.end) {
            next
        } else {
            let next = self.skip(num.end);
            let and = self.phrase(next, |word| word.is(Role::And).then_some(()))?;
            self.skip(and.0)
        };
        let second = self.figure(next)?;
        let (_, currency) = self.currency_after(second.end)?;
        let sure = match self.shared_scale(num) {
            None => Certainty::Hard,
            Some(scale) => {
                let amount = num.value.times(scale);
                self.note(
                    at,
                    num.end,
                    Value::Money { currency, amount },
                    Certainty::Soft,
                );
                Certainty::Soft
            }
        };
        let amount = num.value;
        self.note(at, num.end, Value::Money { currency, amount }, sure);
        Some(num.end)
    }

    pub(super) fn currency_after(&mut self, at: usize) -> Option<(usize, Currency)> {
        let next = self.skip(at);
        if let Some((length, currency)) = self.sign_at(next) {
            // in "12 $480" the sign belongs to what follows
            let taken = self.run(next + length) > 0;
            return (!taken).then_some((next + length, currency));
        }
        let next = if next == at { self.skip_dash(at) } else { next };
        let (end, currency) = self.phrase(next, |word| word.currency)?;
        Some((end, currency))
    }

    /// `12.5%`, "12.5 per cent", 12.5个百分点, 3割.
    pub(super) fn percent(&mut self, at: usize, num: &Num) -> Option<usize> {
        let next = self.skip(num.end);
        if self.char(next) == '%' {
            self.note(at, next + 1, Value::Percent(num.value), Certainty::Hard);
            return Some(next + 1);
        }
        let under = if self.char(next) == '‰' {
            Some((next + 1, 10))
        } else {
            self.phrase(next, |word| word.percent_behind)
        };
        if let Some((end, under)) = under
            && let Some(value) = Figure::ratio(num.value, Figure::whole(under))
        {
            self.note(at, end, Value::Percent(value), Certainty::Hard);
            return Some(end);
        }
        let next = self.skip_dash(num.end);
        if let Some((end, ())) = self.phrase(next, |word| word.is(Role::Percent).then_some(())) {
            self.note(at, end, Value::Percent(num.value), Certainty::Hard);
            return Some(end);
        }
        if let Some((end, ())) = self.phrase(next, |word| word.is(Role::Tenths).then_some(())) {
            // 一成半 is 15 %, 九成五 95 %
            let next = self.char(end);
            let more = han_digit(next).filter(|digit| (1..10).contains(digit));
            let more = more.unwrap_or(u64::from(next == '半') * 5);
            let end = end + usize::from(more > 0);
            let value = Value::Percent(num.value.times(10).plus(Figure::whole(more)));
            self.note(at, end, value, Certainty::Soft);
            self.perhaps(at, end, num.value, None);
            return Some(end);
        }
        // 两到三成
        if let Some(next) = self.range(num.end)
            && let Some(second) = self.figure(next)
            && self
                .phrase(self.skip_dash(second.end), |word| {
                    word.is(Role::Tenths).then_some(())
                })
                .is_some()
        {
            let value = Value::Percent(num.value.times(10));
            self.note(at, num.end, value, Certainty::Soft);
            self.perhaps(at, num.end, num.value, None);
            return Some(num.end);
        }
        if let Some((end, ())) = self.phrase(next, |word| word.is(Role::Discount).then_some(())) {
            // 九折 and 九五折 are 10 % and 5 % off
            let left = num.plain.filter(|left| *left < 100)?;
            let left = if left < 10 { left * 10 } else { left };
            for percent in [100 - left, left] {
                let value = Value::Percent(Figure::whole(percent.into()));
                self.note(at, end, value, Certainty::Soft);
            }
            return Some(end);
        }
        None
    }

    /// "two thirds", 三分之二.
    pub(super) fn fraction(&mut self, at: usize, num: &Num) -> Option<usize> {
        let (over, under, end) = if self.rest(num.end).starts_with(&['分', '之'])
            || self.rest(num.end).starts_with(&['分', 'の'])
        {
            let from = num.end + 2;
            let over = self.figure(from)?;
            // 剩下的三分之一一个也没有发出
            match han_digit(self.char(from)).filter(|_| over.form == Form::Han && over.digits > 1) {
                Some(first) => (Figure::whole(first), num.value, from + 1),
                None => (over.value, num.value, over.end),
            }
        } else if num.form == Form::Words {
            let next = self.skip_dash(num.end);
            if next == num.end || !is_letter(self.char(next)) {
                return None;
            }
            let (_, other) = self.lookup_two(next, |word| word.is(Role::NotNumber).then_some(()));
            let (end, under) = self.lookup(next, |word| word.fraction.filter(|_| other.is_none()));
            let under = under.filter(|_| self.char(end) != '-')?;
            // "two quarters" are half a year, "three quarters of them" a part.
            let (_, thing) = self.lookup(next, |word| word.thing);
            let of: [char; 4] = [' ', 'o', 'f', ' '];
            if thing.is_some() && !self.rest(end).starts_with(&of) {
                let part = Figure::ratio(num.value, Figure::whole(under));
                for (value, what) in part
                    .into_iter()
                    .map(|part| (part, None))
                    .chain([(num.value, thing)])
                {
                    self.perhaps(at, end, value, what);
                }
                return Some(end);
            }
            (num.value, Figure::whole(under), end)
        } else {
            return None;
        };
        let value = Figure::ratio(over, under)?;
        let what = self.of_a(end);
        self.note(at, end, Value::Number { value, what }, Certainty::Hard);
        for part in [over, under] {
            self.perhaps(at, end, part, None);
        }
        Some(end)
    }

    /// The hour of "three quarters of an hour".
    fn of_a(&mut self, at: usize) -> Option<Thing> {
        let of: Vec<char> = " of ".chars().collect();
        if !self.rest(at).starts_with(&of) {
            return None;
        }
        let (end, article) = self.lookup(at + of.len(), |w| w.is(Role::Article).then_some(()));
        article?;
        self.thing(end).0.filter(|thing| thing.is_time())
    }
}

impl Currency {
    fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}
