//! Chinese numerals.

use super::Figure;
use super::numerals::{Form, LONGEST, Num};
use super::scan::Scanner;
use super::word::Word;

impl Scanner<'_> {
    pub(super) fn han_number(&self, at: usize) -> Option<Num> {
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
        let clock = matches!(self.char(past), '分' | '十' | '刻') && self.char(past + 1) != '之';
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
        let counted =
            |word: &Word| word.measure.is_some() || word.thing.is_some() || word.currency.is_some();
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

pub(super) fn han_scale(c: char) -> Option<u64> {
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
