//! Dates in words and figures, whole and in part.

use chrono::Weekday;

use super::numerals::{Form, Num};
use super::scan::{Scanner, is_letter};
use super::word::Role;
use super::{Certainty, Date, Figure, Value};

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

impl Scanner<'_> {
    /// A date that begins with a number.
    pub(super) fn date(&mut self, at: usize, num: &Num) -> Option<usize> {
        if num.form == Form::Digits
            && let Some(end) = self.figures(at, num)
        {
            return Some(end);
        }
        if let Some(end) = self.chinese(at, num) {
            return Some(end);
        }
        if num.form != Form::Han
            && let Some(end) = self.day_first(at, num)
        {
            return Some(end);
        }
        self.bare_year(at, num)
    }

    pub(super) fn weekday(&mut self, at: usize, end: usize, day: u8) {
        let day = WEEK[usize::from(day) % 7];
        self.note(at, end, Value::Weekday(day), Certainty::Hard);
    }

    pub(super) fn note_date(&mut self, from: usize, to: usize, mut date: Date) -> usize {
        date.ends = date.day.is_none() && self.is_end(from, to);
        self.note(from, to, Value::Date(date), Certainty::Hard);
        self.last_date = Some((to, date));
        to
    }

    /// `2025-06-05`, `05.06.2025`, `6/5/2025`, `5.6.`.
    fn figures(&mut self, at: usize, num: &Num) -> Option<usize> {
        let lengths = [self.run(at), 0, 0];
        let sign = self.char(at + lengths[0]);
        if !matches!(sign, '-' | '/' | '.') || lengths[0] > 4 {
            return None;
        }
        let second = at + lengths[0] + 1;
        // 6/June/2025
        if let Some(day) = num
            .plain
            .filter(|day| sign != '.' && (1..=31).contains(day))
            && let Some((past, month)) = self.month(second)
            && self.char(past) == sign
            && self.run(past + 1) == 4
        {
            let year = u32::try_from(self.whole(past + 1, past + 5)).unwrap_or(0);
            let date = ymd(year, month.into(), day)?;
            return Some(self.note_date(at, past + 5, date));
        }
        let middle = self.run(second);
        if middle == 0 || middle > 2 {
            return None;
        }
        let parts = |scanner: &Self, from: usize| {
            let length = scanner.run(from);
            (
                u32::try_from(scanner.whole(from, from + length)).unwrap_or(0),
                length,
            )
        };
        let (a, long_a) = parts(self, at);
        let (b, _) = parts(self, second);
        let third = second + middle + 1;
        if self.char(second + middle) == sign && self.run(third) > 0 {
            let (c, long_c) = parts(self, third);
            let end = third + long_c;
            if matches!(self.char(end), '-' | '/') && self.char(end + 1).is_ascii_digit() {
                return None;
            }
            let date = if long_a == 4 {
                ymd(a, b, c)
            } else if long_c == 4 || (long_c == 2 && sign != '-') {
                self.either(if long_c == 2 { 2000 + c } else { c }, a, b, sign)
            } else {
                None
            };
            return date.map(|date| self.note_date(at, end, date));
        }
        let end = second + middle;
        let german = self.lexicon.decimal_comma;
        if german && sign == '.' && self.char(end) == '.' && long_a <= 2 {
            let date = ymd(0, b, a)?;
            return Some(self.note_date(at, end + 1, date));
        }
        if sign == '/' && long_a <= 2 {
            return self.slash(at, end, num, (a, b));
        }
        None
    }

    /// `5/6`: a date, a fraction or two numbers; sure of none. `24/7` is "always".
    fn slash(&mut self, at: usize, end: usize, _: &Num, (a, b): (u32, u32)) -> Option<usize> {
        if self.char(end) == '/' {
            return None;
        }
        for part in [a, b] {
            self.perhaps(at, end, Figure::whole(part.into()), None);
        }
        if let Some(ratio) = Figure::ratio(Figure::whole(a.into()), Figure::whole(b.into())) {
            self.perhaps(at, end, ratio, None);
        }
        if let Some(mut date) = self.either(0, a, b, '/') {
            date.year = None;
            self.note(at, end, Value::Date(date), Certainty::Soft);
        }
        Some(end)
    }

    /// Day and month in an order only the language or the numbers tell.
    fn either(&self, year: u32, a: u32, b: u32, sign: char) -> Option<Date> {
        let day_first = self.lexicon.decimal_comma || sign == '.';
        match (ymd(year, b, a), ymd(year, a, b)) {
            (Some(date), None) | (None, Some(date)) => Some(date),
            (Some(date), Some(_)) if day_first || a == b => Some(date),
            (Some(date), Some(_)) => Some(Date {
                ambiguous: true,
                ..date
            }),
            (None, None) => None,
        }
    }

    /// What stands between two days of a list or range.
    pub(super) fn list_sign(&mut self, at: usize) -> Option<usize> {
        let next = self.skip(at);
        let past = match self.char(next) {
            '-' | '~' | '—' | '、' | '&' | ',' | '，' | '/' => next + 1,
            _ => {
                self.phrase(next, |word| {
                    (word.is(Role::To) || word.is(Role::And)).then_some(())
                })?
                .0
            }
        };
        Some(self.skip(past))
    }

    /// `5 June 2025`, `4 and 6 May`, `5. Juni 2025`, `the 5th of June`.
    pub(super) fn day_first(&mut self, at: usize, num: &Num) -> Option<usize> {
        let mut days = Vec::new();
        let mut current = *num;
        let mut from = at;
        let mut next;
        loop {
            let day = current.plain.filter(|day| (1..=31).contains(day))?;
            next = current.end + self.ordinal_ending(current.end);
            days.push((from, next, u8::try_from(day).ok()?));
            let word = self.of(self.skip_dash(next));
            // "children under three may choke"
            let spoken = current.form == Form::Words && self.char(word).is_lowercase();
            let part = self.lookup(word, |word| word.is(Role::PartOfMonth).then_some(()));
            // "numbered 01 to 06 may be used"
            let small = self.char(word).is_lowercase();
            let also = self.lookup(word, |word| word.is(Role::AlsoWord).then_some(()));
            let other = also.1.is_some()
                && small
                && next == current.end
                && self.year_after(also.0).is_none()
                && self.word_before(at, Role::OnDay).is_none();
            if !spoken
                && !other
                && part.1.is_none()
                && let Some((end, month)) = self.month(word)
            {
                next = end;
                let year = self.year_after(next);
                let end = year.map_or(next, |(end, _)| end);
                let count = days.len();
                for (place, (start, stop, day)) in days.into_iter().enumerate() {
                    let date = Date {
                        year: year.map(|(_, year)| year),
                        month: Some(month),
                        day: Some(day),
                        ..Date::default()
                    };
                    let stop = if place + 1 == count { end } else { stop };
                    self.note_date(start, stop, date);
                }
                return Some(end);
            }
            if days.len() > 4 {
                return None;
            }
            from = self.list_sign(next)?;
            // "from Monday 6 to Sunday 12 July"
            let (behind, weekday) = self.lookup(from, |word| word.weekday);
            from = weekday.map_or(from, |_| self.skip(behind));
            let (behind, article) =
                self.lookup(from, |word| word.is(Role::DayArticle).then_some(()));
            from = article.map_or(from, |()| self.skip(behind));
            if !self.char(from).is_ascii_digit() {
                return None;
            }
            current = self.figure(from)?;
        }
    }

    /// Length of "th", or of the full stop of a German ordinal.
    fn ordinal_ending(&self, at: usize) -> usize {
        let two = [self.char(at), self.char(at + 1)].map(|c| c.to_ascii_lowercase());
        let ends = [['s', 't'], ['n', 'd'], ['r', 'd'], ['t', 'h']].contains(&two);
        if ends && !is_letter(self.char(at + 2)) {
            return 2;
        }
        usize::from(self.lexicon.decimal_comma && self.char(at) == '.')
    }

    /// Steps over "of ".
    fn of(&self, at: usize) -> usize {
        if self.rest(at).starts_with(&['o', 'f', ' ']) {
            at + 3
        } else {
            at
        }
    }

    /// A month's name: where it ends, and which it is.
    fn month(&mut self, at: usize) -> Option<(usize, u8)> {
        if !is_letter(self.char(at)) {
            return None;
        }
        let (end, month) = self.lookup(at, |word| word.month);
        let month = month?;
        let short = end - at <= 4;
        let dot = short && self.char(end) == '.' && self.char(end + 1) == ' ' && end - at != 3;
        let three = end - at == 3 && self.char(end) == '.' && self.run(end + 2) > 0;
        Some((end + usize::from(dot || three), month))
    }

    /// A year behind a month: `, 2025`.
    fn year_after(&self, at: usize) -> Option<(usize, i32)> {
        let mut next = at;
        next += usize::from(self.char(next) == ',');
        next = self.skip_dash(next);
        if self.run(next) != 4 || next == at {
            return None;
        }
        let year = i32::try_from(self.whole(next, next + 4)).ok()?;
        (1900..2200).contains(&year).then_some((next + 4, year))
    }

    /// `June 5th, 2025`, `May 4 and 6`, `June 2025`, `in June`.
    pub(super) fn month_first(&mut self, at: usize) -> Option<usize> {
        let (mut end, month) = self.month(at)?;
        let capital = self.char(at).is_uppercase();
        let mut date = Date {
            month: Some(month),
            ..Date::default()
        };
        if let Some((past, year)) = self.year_after(end) {
            date.year = Some(year);
            return capital.then(|| self.note_date(at, past, date));
        }
        let mut from = at;
        let mut first = self.skip_dash(end);
        if self.rest(first).starts_with(&['t', 'h', 'e', ' ']) {
            first += 4;
        }
        let mut days = Vec::new();
        let day_is_meant = self.word_before(at, Role::OnDay).is_some();
        while let Some((past, day)) = self.day_of_month(first, day_is_meant) {
            days.push((from, past, day));
            end = past;
            let Some(next) = self.list_sign(past).filter(|_| days.len() < 5) else {
                break;
            };
            (from, first) = (next, next);
            if self.char(past) == ',' && self.run(next) == 4 {
                break;
            }
        }
        if days.is_empty() {
            if !capital {
                return None;
            }
            let sure = self.word_before(at, Role::BeforeMonth).is_some();
            let certainty = if sure {
                Certainty::Hard
            } else {
                Certainty::Soft
            };
            date.ends = self.is_end(at, end);
            self.note(at, end, Value::Date(date), certainty);
            self.last_date = Some((end, date));
            return Some(end);
        }
        let year = self.year_after(end);
        let count = days.len();
        for (place, (start, mut stop, day)) in days.into_iter().enumerate() {
            if place + 1 == count {
                stop = year.map_or(stop, |(end, _)| end);
                end = stop;
            }
            date.day = Some(day);
            date.year = year.map(|(_, year)| year);
            self.note_date(start, stop, date);
        }
        Some(end)
    }

    /// A day behind a month's name, that is no count unless a day is `meant`: "In May 12 orders".
    fn day_of_month(&mut self, at: usize, meant: bool) -> Option<(usize, u8)> {
        let digits = self.run(at);
        if digits == 0 || digits > 2 {
            return None;
        }
        let day = u8::try_from(self.whole(at, at + digits)).ok()?;
        let ordinal = self.ordinal_ending(at + digits);
        let end = at + digits + ordinal;
        let next = self.char(end);
        // "12.30", and the "2." of "im Juli 2.000"
        let sign = next.is_ascii_digit() || matches!(next, '.' | ',' | ':');
        let number = sign
            && self
                .char(end + usize::from(!next.is_ascii_digit()))
                .is_ascii_digit();
        if !(1..=31).contains(&day) || number || matches!(next, '%' | '/') || is_letter(next) {
            return None;
        }
        // "November 12, 7 p.m." is one day and a time of it.
        // A capital begins something new: "Dec 13 Person in charge".
        let word = self.skip(end);
        let named = self.char(word).is_uppercase() && self.char(word + 1).is_lowercase();
        let thing = self.thing(end).0.is_some() && !meant && !named;
        let counts = ordinal == 0 && (thing || self.meridiem(end).is_some());
        (!counts).then_some((end, day))
    }

    /// A year that stands alone: "in 2025".
    fn bare_year(&mut self, at: usize, num: &Num) -> Option<usize> {
        let year = num.plain.filter(|year| (1990..2100).contains(year))?;
        if num.digits != 4 || num.form != Form::Digits || self.thing(num.end).0.is_some() {
            return None;
        }
        let next = self.skip(num.end);
        if matches!(self.char(next), '%' | '-' | '/' | '.') && self.run(next + 1) > 0 {
            return None;
        }
        let rest = self.rest(next);
        let counted = self.lexicon.phrase(rest, |word| {
            word.measure.is_some() || word.currency.is_some()
        });
        if counted.is_some() || self.currency_before(at).is_some() {
            return None;
        }
        let before = self.char(at.wrapping_sub(1));
        if before == '#' || before == '.' || self.char(next) == '%' {
            return None;
        }
        let date = Date {
            year: i32::try_from(year).ok(),
            ..Date::default()
        };
        Some(self.note_date(at, num.end, date))
    }
}

/// Makes a date of parts in their bounds; year 0 is none.
fn ymd(year: u32, month: u32, day: u32) -> Option<Date> {
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
    let known = (1900..2200).contains(&year);
    (fits && (known || year == 0)).then(|| Date {
        year: i32::try_from(year).ok().filter(|_| known),
        month: u8::try_from(month).ok(),
        day: u8::try_from(day).ok(),
        ..Date::default()
    })
}
