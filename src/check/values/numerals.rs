//! Numbers as they are written: digits, English and German words, Chinese numerals.

use super::Figure;
use super::buffer::THIN;
use super::lexicon::{Role, Word};
use super::scan::Scanner;

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
const LONGEST: usize = 15;

impl Scanner<'_> {
    /// Reads the number that begins at a place, in any form.
    pub(super) fn figure(&mut self, at: usize) -> Option<Num> {
        let c = self.char(at);
        if c.is_ascii_digit() {
            self.digits(at)
        } else if c.is_alphabetic() && (c as u32) < 0x250 {
            self.words(at)
        } else {
            self.han_number(at)
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
        let is_point =
            self.char(end) == point || (self.char(end) == '.' && grouped == 0 && decimals != 3);
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

    /// "two hundred and five", "twenty-one", "a dozen", "two and a half".
    fn words(&mut self, at: usize) -> Option<Num> {
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
                let more = self.half_more(end).is_some()
                    || self
                        .spoken_decimals(end, &mut Figure::ONE.clone())
                        .is_some()
                    || self.currency_after(end).is_some();
                if !scaled && (article || !one || !more) {
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

    fn han_number(&self, at: usize) -> Option<Num> {
        let rest = self.rest(at);
        let length = rest
            .iter()
            .take(24)
            .take_while(|c| is_han_numeral(**c))
            .count();
        if length == 0 {
            return None;
        }
        let run = &rest[..length];
        let only_digits = run.iter().all(|c| han_digit(*c).is_some());
        let mut upto = None;
        let (mut value, used) = match run {
            [a, b] if only_digits && *a != '零' && *a != '〇' => {
                let (a, b) = (han_digit(*a)?, han_digit(*b)?);
                if b > a && b <= a + 2 {
                    upto = Some(Figure::whole(b));
                    (Figure::whole(a), 2)
                } else {
                    (Figure::whole(a * 10 + b), 2)
                }
            }
            _ if only_digits => {
                let digits = run.iter().filter_map(|c| han_digit(*c)).take(LONGEST);
                let value = digits.fold(0, |value, digit| value * 10 + digit);
                (Figure::whole(value), length.min(LONGEST))
            }
            [scale] => match place_value(run) {
                Some(read) => read,
                None => return self.bare_scale(at, *scale),
            },
            _ => place_value(run)?,
        };
        let mut end = at + used;
        let decimals = if matches!(self.char(end), '点' | '點') && !self.after_day_half(at) {
            let tail = self.rest(end + 1);
            tail.iter()
                .take(6)
                .take_while(|c| han_digit(**c).is_some())
                .count()
        } else {
            0
        };
        let past = end + 1 + decimals;
        let clock = matches!(self.char(past), '分' | '十') && self.char(past + 1) != '之';
        if decimals > 0 && !clock {
            for (place, c) in (0..).zip(end + 1..past) {
                let digit = han_digit(self.char(c)).and_then(|d| u32::try_from(d).ok());
                value.push_decimal(place, digit.unwrap_or(0));
            }
            end = past;
        }
        let whole = value.integer().and_then(|whole| u32::try_from(whole).ok());
        Some(Num {
            value,
            end,
            form: Form::Han,
            plain: whole.filter(|_| upto.is_none()),
            digits: if only_digits { used } else { 0 },
            compound: used > 1 || decimals > 0,
            upto,
            scale: 1,
        })
    }

    /// 百 in 每百件 and 近百笔.
    fn bare_scale(&self, at: usize, scale: char) -> Option<Num> {
        let rest = self.rest(at + 1);
        let counted = |word: &Word| word.measure.is_some() || word.thing.is_some();
        let counts = matches!(rest.first(), Some('余' | '多'))
            || self.lexicon.phrase(rest, counted).is_some();
        let value = Figure::whole(han_scale(scale)?);
        counts.then_some(Num {
            value,
            end: at + 1,
            form: Form::Bare,
            plain: None,
            digits: 0,
            compound: false,
            upto: None,
            scale: 1,
        })
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

/// The value of a Chinese digit.
pub(super) fn han_digit(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '兩' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn han_scale(c: char) -> Option<u64> {
    Some(match c {
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

/// Reports whether a character can be part of a Chinese number.
pub(super) fn is_han_numeral(c: char) -> bool {
    han_digit(c).is_some() || han_scale(c).is_some() || matches!(c, '十' | '拾')
}

/// Reads 一千二百零五; returns the value and how many characters belong to it.
fn place_value(run: &[char]) -> Option<(Figure, usize)> {
    let (mut total, mut section, mut digit) = (0_u64, 0_u64, None);
    let (mut unit, mut zero) = (0_u64, false);
    let mut used = 0;
    for c in run {
        if let Some(value) = han_digit(*c) {
            if digit.is_some_and(|before| before != 0) {
                break;
            }
            zero |= value == 0;
            digit = Some(value);
        } else {
            let scale = han_scale(*c).unwrap_or(10);
            if scale < 10_000 {
                if digit.is_none() && scale > 10 {
                    // 千二百 is 1,200
                    let goes_on = run.get(1).copied().and_then(han_digit);
                    if used > 0 || goes_on.is_none_or(|digit| digit == 0) {
                        break;
                    }
                    digit = Some(1);
                }
                // 零十 is ten
                let digit = digit.take().filter(|digit| *digit > 0 || scale > 10);
                section += digit.unwrap_or(1) * scale;
            } else {
                section += digit.take().unwrap_or(0);
                if section == 0 && total == 0 {
                    break;
                }
                total = total.checked_add(section)?.checked_mul(scale)?;
                section = 0;
            }
            unit = scale;
            zero = false;
        }
        used += 1;
    }
    let last = digit.unwrap_or(0);
    // 两百五 is 250, 十五 and 一百零五 are what they say.
    let tail = if unit >= 100 && !zero {
        last * (unit / 10)
    } else {
        last
    };
    let value = total.checked_add(section)?.checked_add(tail)?;
    (used > 0).then(|| (Figure::whole(value), used))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals() {
        let check = |text: &str, expected: u64| {
            let run: Vec<char> = text.chars().collect();
            assert_eq!(
                place_value(&run),
                Some((Figure::whole(expected), run.len())),
                "{text}"
            );
        };
        check("十", 10);
        check("十五", 15);
        check("二十", 20);
        check("三十二", 32);
        check("一百零五", 105);
        check("两百五", 250);
        check("一千二百", 1200);
        check("一万二", 12_000);
        check("十二万三千", 123_000);
        check("两百万", 2_000_000);
        check("千二百", 1200);
        let none: Vec<char> = "万分".chars().collect();
        assert_eq!(place_value(&none), None);
    }
}
