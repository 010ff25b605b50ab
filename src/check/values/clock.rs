//! Times of day.

use super::numerals::Num;
use super::scan::{Scanner, is_letter};
use super::word::{DayHalf, Role};
use super::{Certainty, Figure, Half, Time, Value};

impl Scanner<'_> {
    /// `16:30`, `4:30 p.m.`, 下午四点半, `16 Uhr 30`.
    pub(super) fn time(&mut self, at: usize, num: &Num) -> Option<usize> {
        self.colon(at, num)
            .or_else(|| self.point_and_word(at, num))
            .or_else(|| self.hour_and_word(at, num))
            .or_else(|| self.before_range(at, num))
            .or_else(|| self.clock_sign(at, num))
    }

    fn colon(&mut self, at: usize, num: &Num) -> Option<usize> {
        let hour = num.plain.filter(|hour| *hour <= 24 && num.digits <= 2)?;
        if self.char(num.end) != ':' || self.run(num.end + 1) != 2 {
            return None;
        }
        let minute = self.whole(num.end + 1, num.end + 3);
        if minute > 59 {
            return None;
        }
        let mut end = num.end + 3;
        if self.char(end) == ':' && self.run(end + 1) == 2 {
            end += 3;
        }
        let written = if hour > 12 || (num.digits == 2 && hour < 10) {
            Half::Clock
        } else {
            Half::Colon
        };
        if self.meridiem(end).is_none()
            && let Some((upto, half)) = self.half_of_next(end)
            && (hour % 12, minute) < upto
        {
            let half_day = if half == DayHalf::Morning { 0 } else { 12 };
            return Some(self.set(at, end, hour % 12 + half_day, minute, Half::Clock));
        }
        Some(self.set(at, end, hour, minute, written))
    }

    /// The second time of "between 2:05 and 3:50 p.m.", of hours from 0 to 11, and the half of the
    /// day that is said of both.
    fn half_of_next(&mut self, at: usize) -> Option<((u32, u64), DayHalf)> {
        let next = self.skip(at);
        let from = match self.lookup(next, |word| word.is(Role::And).then_some(())) {
            (end, Some(())) => self.skip(end),
            _ => self.range(at)?,
        };
        let digits = self.run(from);
        let hour = u32::try_from(self.whole(from, from + digits.min(2))).ok()?;
        let mut end = from + digits;
        let mut minute = 0;
        if matches!(self.char(end), ':' | '.') && self.run(end + 1) == 2 {
            minute = self.whole(end + 1, end + 3);
            end += 3;
        }
        let (_, half) = self.meridiem(end)?;
        let clock = (1..=2).contains(&digits) && (1..=12).contains(&hour);
        clock.then_some(((hour % 12, minute), half))
    }

    /// `4.30 pm`, `16.30 Uhr`.
    fn point_and_word(&mut self, at: usize, num: &Num) -> Option<usize> {
        let first = self.run(at);
        let point = at + first;
        if first == 0 || first > 2 || self.char(point) != '.' || self.run(point + 1) != 2 {
            return None;
        }
        let (hour, minute) = (self.whole(at, point), self.whole(point + 1, point + 3));
        let end = point + 3;
        let named = self.meridiem(end).is_some() || self.is_clock(self.skip(end)).is_some();
        let hour = u32::try_from(hour).ok()?;
        if num.end != end || !named || hour > 24 || minute > 59 {
            return None;
        }
        let past = self.is_clock(self.skip(end)).unwrap_or(end);
        Some(self.set(at, past, hour, minute, Half::Colon))
    }

    /// `4 pm`, `4 o'clock`, `16 Uhr`.
    fn hour_and_word(&mut self, at: usize, num: &Num) -> Option<usize> {
        let hour = num.plain.filter(|hour| *hour <= 24)?;
        let next = self.skip(num.end);
        if self.meridiem(num.end).is_some() {
            return Some(self.set(at, num.end, hour, 0, Half::Open));
        }
        if !is_letter(self.char(next)) {
            return None;
        }
        let mut end = self.is_clock(next)?;
        let more = self.skip(end);
        let mut minute = 0;
        if self.run(more) == 2 && more > end && self.whole(more, more + 2) < 60 {
            minute = self.whole(more, more + 2);
            end = more + 2;
        }
        let written = if hour > 12 { Half::Clock } else { Half::Open };
        Some(self.set(at, end, hour, minute, written))
    }

    /// The 9 of "9 to 11 a.m." and "9-11 am".
    fn before_range(&mut self, at: usize, num: &Num) -> Option<usize> {
        let hour = num.plain.filter(|hour| (1..=12).contains(hour))?;
        let from = self.range(num.end)?;
        let digits = self.run(from);
        if digits == 0 || digits > 2 {
            return None;
        }
        let mut end = from + digits;
        if matches!(self.char(end), ':' | '.') && self.run(end + 1) == 2 {
            end += 3;
        }
        self.meridiem(end)?;
        Some(self.set(at, num.end, hour, 0, Half::Open))
    }

    /// 4点半, 16时30分, 四点三十分; 4点 alone only where a time is meant.
    fn clock_sign(&mut self, at: usize, num: &Num) -> Option<usize> {
        let hour = num.plain.filter(|hour| *hour <= 24)?;
        let sign = self.skip(num.end);
        if !matches!(self.char(sign), '点' | '點' | '时' | '時') {
            return None;
        }
        let after = self.skip(sign + 1);
        let mut end = sign + 1;
        let mut minute = 0;
        let daily = matches!(self.char(at.wrapping_sub(1)), '天' | '日');
        let late = hour > 12 && num.digits > 0;
        let mut sure =
            self.after_day_half(at) || self.char(sign) == '時' || late || (daily && num.digits > 0);
        match self.char(after) {
            '间' | '間' | '期' | '代' | '效' | '刻' => return None,
            '半' => (minute, end, sure) = (30, after + 1, true),
            '钟' | '整' => (end, sure) = (after + 1, true),
            '一' | '三' if self.char(after + 1) == '刻' => {
                minute = if self.char(after) == '一' { 15 } else { 45 };
                (end, sure) = (after + 2, true);
            }
            _ => {
                let minutes = self
                    .figure(after)
                    .filter(|m| m.plain.is_some_and(|m| m < 60));
                if let Some(minutes) = minutes {
                    let unit = self.skip(minutes.end);
                    let named = self.char(unit) == '分' && self.char(unit + 1) != '之';
                    // 下午2点一次: once at two
                    let whole = minutes.end - after > 1;
                    if named || (sure && whole) {
                        minute = u64::from(minutes.plain?);
                        (end, sure) = (if named { unit + 1 } else { minutes.end }, true);
                    }
                }
            }
        }
        if !sure {
            let around = ['前', '后', '起', '之', '至', '到', '左', '以'];
            sure = num.digits > 0
                && around.contains(&self.char(end))
                && self.char(at.wrapping_sub(1)) != '下';
        }
        let ranged = matches!(self.char(at.wrapping_sub(1)), '至' | '到' | '-' | '~')
            && self
                .found
                .iter()
                .rev()
                .take(3)
                .any(|last| matches!(last.value, Value::Time(_)));
        if !sure && !ranged {
            return None;
        }
        let written = if hour > 12 { Half::Clock } else { Half::Open };
        Some(self.set(at, end, hour, minute, written))
    }

    /// "half past eight", "a quarter to six", "ten past nine".
    pub(super) fn past_or_before(&mut self, at: usize) -> Option<usize> {
        let (behind, article) = self.lookup(at, |word| word.is(Role::Article).then_some(()));
        let from = article.map_or(at, |()| self.skip(behind));
        let (end, minute) = self.lookup(from, |word| match word.fraction {
            Some(2) => Some(30),
            Some(4) => Some(15),
            _ => word.number.and_then(Figure::integer),
        });
        let minute = minute.filter(|minute| *minute <= 30)?;
        let (end, past) = self.lookup(self.skip(end), |word| {
            let past = word.is(Role::Past);
            (past || word.is(Role::BeforeHour)).then_some(past)
        });
        let past = past?;
        // "Five to six" is a range.
        if !past && minute != 15 {
            return None;
        }
        let from = self.skip(end);
        let (behind, one) = self.lookup(from, |word| word.is(Role::One).then_some(()));
        let (hour, end) = if one.is_some() {
            (1, behind)
        } else {
            let num = self.figure(from)?;
            (num.plain?, num.end)
        };
        let hour = Some(hour).filter(|hour| (1..=12).contains(hour))?;
        let (hour, minute) = match (past, hour) {
            (true, _) => (hour, minute),
            (false, 1) => (12, 60 - minute),
            (false, _) => (hour - 1, 60 - minute),
        };
        Some(self.set(at, end, hour, minute, Half::Open))
    }

    /// "halb vier" is half past three.
    pub(super) fn half_before(&mut self, at: usize, num: &Num) -> Option<usize> {
        let hour = num.plain.filter(|hour| (1..=12).contains(hour))?;
        let hour = if hour == 1 { 12 } else { hour - 1 };
        Some(self.set(at, num.end, hour, 30, Half::Colon))
    }

    /// "every evening at 8": an hour by its preposition.
    pub(super) fn is_hour(&mut self, at: usize, num: &Num) -> bool {
        let before = self.buffer.chars.get(at.saturating_sub(4)..at);
        let preposition = before.is_some_and(|word| word == [' ', 'a', 't', ' ']);
        let Some(hour) = num
            .plain
            .filter(|hour| preposition && (1..=12).contains(hour))
        else {
            return false;
        };
        self.set(at, num.end, hour, 0, Half::Open);
        true
    }

    /// "noon" is 12:00, and 零点20分 twenty minutes past midnight; returns where it ends.
    pub(super) fn named_hour(&mut self, at: usize, end: usize, half: DayHalf) -> usize {
        let mut time = Time {
            minutes: match half {
                DayHalf::Noon => 12 * 60,
                DayHalf::Midnight => 0,
                _ => return end,
            },
            half: Half::Marked,
        };
        let clock = matches!(self.char(end - 1), '点' | '點' | '时' | '時');
        let past = self.figure(end).filter(|past| {
            let minutes = past.plain.is_some_and(|minutes| minutes < 60);
            clock && minutes && self.char(past.end) == '分'
        });
        let (end, certainty) = match past {
            Some(past) => {
                let minutes = past.plain.and_then(|minutes| u16::try_from(minutes).ok());
                time.minutes += minutes.unwrap_or(0);
                (past.end + 1, Certainty::Hard)
            }
            None => (end, Certainty::Soft),
        };
        self.note(at, end, Value::Time(time), certainty);
        end
    }

    /// Where "a.m." or "pm" ends, if it stands here.
    pub(super) fn meridiem(&self, at: usize) -> Option<(usize, DayHalf)> {
        let from = self.skip(at);
        let half = match self.char(from).to_ascii_lowercase() {
            'a' => DayHalf::Morning,
            'p' => DayHalf::Afternoon,
            _ => return None,
        };
        // "Viertel nach fünf am Nachmittag"
        let dotted = self.char(from + 1) == '.';
        if !dotted
            && self
                .lexicon
                .word("am")
                .is_some_and(|word| word.is(Role::InThe))
        {
            return None;
        }
        let mut end = from + 1;
        end += usize::from(self.char(end) == '.');
        end += usize::from(self.char(end) == ' ' && self.char(end - 1) == '.');
        if !matches!(self.char(end), 'm' | 'M') || is_letter(self.char(end + 1)) {
            return None;
        }
        end += 1;
        // the full stop of "p.m." belongs to it
        if self.char(end) == '.' && self.char(from + 1) == '.' {
            end += 1;
        }
        Some((end, half))
    }

    /// Where "o'clock" or "Uhr" ends.
    fn is_clock(&mut self, at: usize) -> Option<usize> {
        let clock: Vec<char> = "o'clock".chars().collect();
        if self.rest(at).starts_with(&clock) {
            return Some(at + clock.len());
        }
        if !is_letter(self.char(at)) {
            return None;
        }
        let (end, found) = self.lookup(at, |word| word.is(Role::Clock).then_some(()));
        found.map(|()| end)
    }

    /// Notes a time, moved to the half of the day that is named around it.
    fn set(&mut self, at: usize, end: usize, hour: u32, minute: u64, half: Half) -> usize {
        let mut from = at;
        let mut past = end;
        let mut marked = None;
        if let Some((end, half)) = self.meridiem(end) {
            past = end;
            marked = Some(half);
        } else if self.after_day_half(at)
            && let Some((start, _, half)) = self.day_half
        {
            from = start;
            marked = Some(half);
        } else if let Some((end, half)) = self.day_half_after(end) {
            past = end;
            marked = Some(half);
        }
        let hour = match marked {
            Some(DayHalf::Afternoon | DayHalf::Evening) if hour < 12 => hour + 12,
            Some(DayHalf::Noon) if hour < 4 => hour + 12,
            Some(DayHalf::Morning | DayHalf::Midnight) if hour == 12 => 0,
            _ => hour,
        };
        let minutes = (u64::from(hour) * 60 + minute) % (24 * 60);
        let time = Time {
            minutes: u16::try_from(minutes).unwrap_or(0),
            half: if marked.is_some() { Half::Marked } else { half },
        };
        self.note(from, past, Value::Time(time), Certainty::Hard);
        if half == Half::Open && marked.is_none() {
            self.perhaps(at, end, Figure::whole(u64::from(hour)), None);
        }
        past
    }

    /// " in the afternoon" after a time.
    fn day_half_after(&mut self, at: usize) -> Option<(usize, DayHalf)> {
        let mut next = self.skip(at);
        for _ in 0..2 {
            let (end, filler) = self.lookup(next, |word| word.is(Role::InThe).then_some(()));
            next = filler.map_or(next, |()| self.skip(end));
        }
        if next == at || !is_letter(self.char(next)) {
            return None;
        }
        let (end, half) = self.lookup(next, |word| word.half);
        Some((end, half?))
    }
}
