//! Dates of Chinese and Japanese: 2025年6月5日, 6月5号, 5日.

use super::buffer::BREAK;
use super::numerals::{Form, Num};
use super::scan::Scanner;
use super::{Date, Figure};

/// What behind 25日 says that it is a length: 返品期間を25日に延長し.
const LENGTHENED: [&[char]; 8] = [
    &['に', '延'],
    &['に', '短'],
    &['へ', '延'],
    &['へ', '短'],
    &['か', 'か'],
    &['を', '要'],
    &['ほ', 'ど'],
    &['程', '度'],
];

impl Scanner<'_> {
    /// 2025年6月5日, 6月5号, 三月, 5日.
    pub(super) fn chinese(&mut self, at: usize, num: &Num) -> Option<usize> {
        match self.char(self.skip(num.end)) {
            '年' => {
                let short = num.digits == 2 && num.plain.is_some_and(|year| year < 100);
                let year = num.plain.filter(|year| (1900..2200).contains(year));
                let year = year.or_else(|| {
                    let after = self.skip(self.skip(num.end) + 1);
                    let month = self.run(after);
                    let dated = short && month > 0 && self.char(self.skip(after + month)) == '月';
                    num.plain.filter(|_| dated).map(|year| 2000 + year)
                })?;
                Some(self.year_first(at, num, Some(Figure::whole(year.into()))))
            }
            '月' => {
                let month = num.plain.filter(|month| (1..=12).contains(month))?;
                let month = u8::try_from(month).ok()?;
                Some(self.month_then_day(at, self.skip(num.end) + 1, None, month))
            }
            '日' | '号' | '號' => self.day_only(at, num),
            _ => self.day_list(at, num).or_else(|| self.month_list(at, num)),
        }
    }

    /// A year is read; a month and a day may follow.
    pub(super) fn year_first(&mut self, at: usize, num: &Num, year: Option<Figure>) -> usize {
        let sign = self.skip(num.end) + 1;
        let Some(year) = year.and_then(Figure::integer) else {
            return sign;
        };
        let year = i32::try_from(year).ok();
        let next = self.skip(sign);
        if let Some(month) = self.figure(next)
            && self.char(self.skip(month.end)) == '月'
            && let Some(number) = month.plain.filter(|m| (1..=12).contains(m))
        {
            let number = u8::try_from(number).unwrap_or(0);
            return self.month_then_day(at, self.skip(month.end) + 1, year, number);
        }
        let date = Date {
            year,
            ..Date::default()
        };
        self.note_date(at, sign, date)
    }

    fn month_then_day(&mut self, at: usize, past: usize, year: Option<i32>, month: u8) -> usize {
        let mut date = Date {
            year,
            month: Some(month),
            ..Date::default()
        };
        let next = self.skip(past);
        let day = self
            .figure(next)
            .filter(|d| d.plain.is_some_and(|d| (1..=31).contains(&d)));
        let Some(day) = day else {
            return self.note_date(at, past, date);
        };
        let sign = self.skip(day.end);
        let named = matches!(self.char(sign), '日' | '号' | '號');
        let listed = !named && self.list_ends_in_day(day.end);
        if !named && !listed {
            return self.note_date(at, past, date);
        }
        date.day = day.plain.and_then(|day| u8::try_from(day).ok());
        let end = if named { sign + 1 } else { day.end };
        self.note_date(at, end, date)
    }

    /// Whether "4、6 和 9 日" goes on to a 日.
    fn list_ends_in_day(&mut self, at: usize) -> bool {
        let mut at = at;
        for _ in 0..4 {
            let Some(next) = self.list_sign(at) else {
                return false;
            };
            let Some(num) = self.figure(next) else {
                return false;
            };
            at = self.skip(num.end);
            if matches!(self.char(at), '日' | '号') {
                return true;
            }
        }
        false
    }

    /// The days after the first of "5月4日、6日和9日" or "5月4至6日".
    fn day_list(&mut self, at: usize, num: &Num) -> Option<usize> {
        let (_, last) = self
            .last_date
            .filter(|(end, date)| date.day.is_some() && self.near(*end, at))?;
        let day = num.plain.filter(|day| (1..=31).contains(day))?;
        if !self.list_ends_in_day(num.end) {
            return None;
        }
        let date = Date {
            day: u8::try_from(day).ok(),
            ..last
        };
        Some(self.note_date(at, num.end, date))
    }

    /// The months of "2025年7、8、9三个月", "7、8月" and 一至九月.
    fn month_list(&mut self, at: usize, num: &Num) -> Option<usize> {
        let dated = self.last_date.filter(|(end, date)| {
            date.month.is_none() && date.year.is_some() && self.skip(*end) == at
        });
        // At the beginning of a line it is the number of an entry: "1、3月5日".
        let before = self.char(at.wrapping_sub(1));
        if dated.is_none() && (before == BREAK || before == '\0' || before.is_ascii_digit()) {
            return None;
        }
        let month = |num: &Num| {
            let month = num.plain.filter(|month| (1..=12).contains(month))?;
            u8::try_from(month).ok()
        };
        let mut months = vec![(at, num.end, month(num)?)];
        let mut end = num.end;
        while months.len() < 12 {
            let next = self.list_sign(end)?;
            let other = self.figure(next)?;
            months.push((next, other.end, month(&other)?));
            end = other.end;
            let behind = self.skip(end);
            let day = self.skip(behind + 1);
            let last_one = self.char(behind) == '月' && self.figure(day).is_none();
            let count = self.figure(behind).is_some_and(|count| {
                let all = count.plain.and_then(|count| usize::try_from(count).ok());
                all == Some(months.len()) && self.rest(count.end).starts_with(&['个', '月'])
            });
            if !(last_one || count && dated.is_some()) {
                continue;
            }
            for (start, stop, month) in months {
                let date = Date {
                    year: dated.and_then(|(_, date)| date.year),
                    month: Some(month),
                    ..Date::default()
                };
                self.note_date(start, stop, date);
            }
            return Some(if last_one { behind + 1 } else { end });
        }
        None
    }

    /// Whether only a connecting word stands between two places.
    fn near(&self, end: usize, at: usize) -> bool {
        let between = self.buffer.chars.get(end..at).unwrap_or(&['x']);
        let sign = |c: &char| " 和至到、及与-~—,，&或から".contains(*c);
        between.len() < 5 && between.iter().all(sign)
    }

    /// 6日 takes the month of the date right before it; 7日内 is a time, no date.
    fn day_only(&mut self, at: usize, num: &Num) -> Option<usize> {
        let sign = self.skip(num.end);
        let end = sign + 1;
        let day = num.plain.filter(|day| (1..=31).contains(day))?;
        let is_length = matches!(
            self.char(end),
            '内' | '间' | '間' | '之' | '以' | '期' | '后' | '後' | '游' | '均' | '程'
        ) || LENGTHENED
            .iter()
            .any(|words| self.rest(end).starts_with(words));
        if self.char(sign) != '日' && num.form == Form::Han && self.last_date.is_none() {
            return None;
        }
        // 9月8日から3日間 is no range that goes backwards.
        let after_date = self.last_date.is_some_and(|(before, last)| {
            self.near(before, at) && last.day.is_none_or(|last| u32::from(last) < day)
        });
        if is_length && !after_date {
            return None;
        }
        let mut date = Date {
            day: u8::try_from(day).ok(),
            ..Date::default()
        };
        if let Some((before, last)) = self.last_date
            && self.near(before, at)
        {
            date.month = last.month;
            date.year = last.year;
        } else if self.char(sign) != '日' {
            return None;
        }
        Some(self.note_date(at, end, date))
    }
}
