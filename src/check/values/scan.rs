//! Goes through a text once and asks, at every place, what begins there.

use super::buffer::{BREAK, Buffer, THIN};
use super::han::is_han_numeral;
use super::lexicon::Lexicon;
use super::numerals::{Form, Num};
use super::word::{DayHalf, Role, Word};
use super::{Certainty, Currency, Date, Figure, Found, Thing, Value};
use crate::lang::{Lang, is_cjk};

/// The longest word that is looked up.
const WORD: usize = 24;

/// Finds the values of a text.
pub(super) fn scan(text: &str, lang: Lang) -> Vec<Found> {
    let buffer = Buffer::new(text);
    let mut scanner = Scanner {
        buffer: &buffer,
        lexicon: Lexicon::of(lang),
        found: Vec::new(),
        key: String::with_capacity(2 * WORD),
        currency: None,
        day_half: None,
        last_date: None,
    };
    let mut at = 0;
    while at < buffer.chars.len() {
        at = scanner.step(at).max(at + 1);
    }
    scanner.found
}

/// The reader: the text, the words, and what was just read.
pub(super) struct Scanner<'a> {
    pub(super) buffer: &'a Buffer,
    pub(super) lexicon: &'static Lexicon,
    pub(super) found: Vec<Found>,
    /// A word in small letters, to look it up.
    pub(super) key: String,
    /// A currency that stands before a place, and where it began.
    pub(super) currency: Option<(usize, usize, Currency)>,
    /// A half of the day that stands before a place, and where it began.
    pub(super) day_half: Option<(usize, usize, DayHalf)>,
    /// The last date and where it ended, for "4日和6日".
    pub(super) last_date: Option<(usize, Date)>,
}

impl Scanner<'_> {
    /// Returns the character at a place; `\0` behind the end.
    pub(super) fn char(&self, at: usize) -> char {
        self.buffer.chars.get(at).copied().unwrap_or('\0')
    }

    /// Returns the text from a place on.
    pub(super) fn rest(&self, at: usize) -> &[char] {
        self.buffer.chars.get(at..).unwrap_or_default()
    }

    /// Steps over one blank.
    pub(super) fn skip(&self, at: usize) -> usize {
        at + usize::from(matches!(self.char(at), ' ' | THIN))
    }

    /// Steps over one blank or hyphen between words.
    pub(super) fn skip_dash(&self, at: usize) -> usize {
        at + usize::from(matches!(self.char(at), ' ' | THIN | '-'))
    }

    /// Returns how many digits follow.
    pub(super) fn run(&self, at: usize) -> usize {
        let digits = self.rest(at).iter();
        digits.take(64).take_while(|c| c.is_ascii_digit()).count()
    }

    /// Reads digits as a whole number.
    pub(super) fn whole(&self, from: usize, to: usize) -> u64 {
        let digits = self.buffer.chars[from..to]
            .iter()
            .filter_map(|c| c.to_digit(10));
        digits.fold(0_u64, |value, digit| {
            value.saturating_mul(10).saturating_add(u64::from(digit))
        })
    }

    /// Returns where the Latin word at a place ends.
    pub(super) fn word_end(&self, at: usize) -> usize {
        let word = self.rest(at).iter();
        at + word.take_while(|c| is_letter(**c)).count()
    }

    /// Looks up the Latin word at a place, or two words; returns where it ends and what was asked of it.
    pub(super) fn lookup<T>(
        &mut self,
        at: usize,
        ask: impl Fn(&Word) -> Option<T>,
    ) -> (usize, Option<T>) {
        let end = self.word_end(at);
        if end == at || end - at > WORD {
            return (end, None);
        }
        self.spell(at, end);
        let single = self.lexicon.word(&self.key).and_then(&ask);
        (end, single)
    }

    /// The same for two words, "working days" or "per cent"; one word where two are nothing.
    pub(super) fn lookup_two<T>(
        &mut self,
        at: usize,
        ask: impl Fn(&Word) -> Option<T>,
    ) -> (usize, Option<T>) {
        let first = self.word_end(at);
        if first == at || first - at > WORD {
            self.key.clear();
            return (first, None);
        }
        self.spell(at, first);
        let lexicon = self.lexicon;
        let single = lexicon.word(&self.key);
        let leads = single.is_some_and(|word| word.is(Role::Lead));
        if leads && matches!(self.char(first), ' ' | '-') {
            let second = self.word_end(first + 1);
            if second > first + 1 && second - at <= 2 * WORD {
                self.spell(at, second);
                if let Some(found) = lexicon.word(&self.key).and_then(&ask) {
                    return (second, Some(found));
                }
                self.spell(at, first);
            }
        }
        (first, single.and_then(ask))
    }

    /// Returns where the Latin word before a place begins, if it has a role.
    pub(super) fn word_before(&mut self, at: usize, role: Role) -> Option<usize> {
        let end = at.checked_sub(1)?;
        let letters = (0..end).rev().take(WORD);
        let start = letters.take_while(|at| is_letter(self.char(*at))).last()?;
        let apart = matches!(self.char(end), ' ' | '-');
        let word = self.lookup(start, |word| word.is(role).then_some(())).1;
        word.filter(|()| apart).map(|()| start)
    }

    pub(super) fn spell(&mut self, from: usize, to: usize) {
        self.key.clear();
        for c in &self.buffer.chars[from..to] {
            if c.is_ascii() {
                self.key.push(c.to_ascii_lowercase());
            } else {
                self.key.extend(c.to_lowercase());
            }
        }
    }

    /// Returns a phrase of the language at a place, Latin or Chinese, that is what was asked for.
    pub(super) fn phrase<T>(
        &mut self,
        at: usize,
        ask: impl Fn(&Word) -> Option<T>,
    ) -> Option<(usize, T)> {
        if is_letter(self.char(at)) {
            let (end, found) = self.lookup_two(at, ask);
            return Some((end, found?));
        }
        let (length, word) = self
            .lexicon
            .phrase(self.rest(at), |word| ask(word).is_some())?;
        Some((at + length, ask(word)?))
    }

    /// Notes a value.
    pub(super) fn note(&mut self, from: usize, to: usize, value: Value, certainty: Certainty) {
        self.found.push(Found {
            span: self.buffer.bytes(from..to),
            value,
            certainty,
            near: Thing::default(),
        });
    }

    /// Notes a number that may stand for one of the other side.
    pub(super) fn perhaps(&mut self, from: usize, to: usize, value: Figure, what: Option<Thing>) {
        self.note(from, to, Value::Number { value, what }, Certainty::Soft);
    }

    /// Reports whether a half of the day stands right before a place.
    pub(super) fn after_day_half(&self, at: usize) -> bool {
        self.day_half
            .is_some_and(|(_, end, _)| end == at || self.skip(end) == at)
    }

    /// Reads what begins at a place; returns where to go on.
    fn step(&mut self, at: usize) -> usize {
        let c = self.char(at);
        let begins = c.is_ascii_alphanumeric() || c == '+' || c == '#';
        if begins && let Some(end) = self.code(at) {
            return end;
        }
        if c.is_ascii_digit() {
            return self.number(at);
        }
        if is_letter(c) {
            return self.word(at);
        }
        if let Some(end) = self.sign(at) {
            return end;
        }
        if c == '(' {
            return self.bracketed_label(at);
        }
        if c == BREAK {
            self.last_date = None;
        }
        if is_cjk(c) { self.han(at) } else { at + 1 }
    }

    /// A Chinese or Japanese character.
    fn han(&mut self, at: usize) -> usize {
        let lexicon = self.lexicon;
        let Some((length, word)) = lexicon.phrase(self.rest(at), |_| true) else {
            return match self.char(at) {
                '第' => self.ordinal(at),
                c if is_han_numeral(c) => self.number(at),
                _ => at + 1,
            };
        };
        let end = at + length;
        if word.is(Role::NotNumber) {
            return end;
        }
        if word.is(Role::Label)
            && let Some(end) = self.labelled(end)
        {
            return end;
        }
        if let Some(day) = word.weekday {
            // 每周一次 is once a week
            let counted = self.lexicon.phrase(self.rest(end), |w| w.measure.is_some());
            let counted = counted.is_some() || matches!(self.char(end), '次' | '天');
            if !counted {
                self.weekday(at, end, day);
                return end;
            }
            return self.number(end - 1);
        }
        if let Some(under) = word.percent_before
            && let Some(num) = self.figure(end)
            && let Some(value) = Figure::ratio(num.value, Figure::whole(under))
        {
            self.note(at, num.end, Value::Percent(value), Certainty::Hard);
            // 百分之三到五
            if let Some(from) = self.range(num.end)
                && let Some(second) = self.figure(from).filter(|num| num.form == Form::Han)
                && let Some(value) = Figure::ratio(second.value, Figure::whole(under))
            {
                self.note(from, second.end, Value::Percent(value), Certainty::Hard);
                return second.end;
            }
            return num.end;
        }
        if let Some(before) = word.era
            && let Some(num) = self.figure(end)
            && self.char(num.end) == '年'
        {
            let year = num
                .plain
                .map(|year| Figure::whole(before + u64::from(year)));
            return self.year_first(at, &num, year);
        }
        if let Some(end) = self.of_any_script(at, end, word) {
            return end;
        }
        if is_han_numeral(self.char(at)) && length == 1 || self.numeral_begins(at, length) {
            return self.number(at);
        }
        for (value, what) in &word.perhaps {
            let what = what.or_else(|| self.half_of(*value, end));
            self.perhaps(at, end, *value, what);
        }
        end
    }

    /// What a word of any script may be beside a number: a half of the day, a currency, a day by
    /// its name or by another day.
    pub(super) fn of_any_script(&mut self, at: usize, end: usize, word: &Word) -> Option<usize> {
        if let Some(half) = word.half {
            self.day_half = Some((at, end, half));
            return Some(self.named_hour(at, end, half));
        } else if let Some(currency) = word.currency {
            self.currency = Some((at, end, currency));
        } else if let Some(days) = word.days {
            self.near_day(at, end, days);
        } else if let Some(day) = word.named_day {
            self.named_day(at, end, day);
        } else {
            return None;
        }
        Some(end)
    }

    /// A longer word such as 十分钟, of which only the beginning is a number.
    fn numeral_begins(&self, at: usize, length: usize) -> bool {
        length > 1 && is_han_numeral(self.char(at))
    }

    /// Where the number of 问1： ends, which labels.
    fn labelled(&self, end: usize) -> Option<usize> {
        let digits = self.run(end);
        let labels = (1..=2).contains(&digits) && self.char(end + digits) == ':';
        labels.then_some(end + digits)
    }

    /// 第三, 第 3 次: an order, not a count.
    fn ordinal(&mut self, at: usize) -> usize {
        let from = self.skip(at + 1);
        // 商标第018442971号
        if self.run(from) > 5 {
            return from;
        }
        let Some(num) = self.figure(from).filter(|num| num.form != Form::Words) else {
            return at + 1;
        };
        // An order is no hour and no amount.
        self.perhaps(from, num.end, num.value, Some(Thing::default()));
        num.end
    }

    /// `(1)`, （二）: a label inside a line; perhaps a count.
    fn bracketed_label(&mut self, at: usize) -> usize {
        if self.run(at + 1) > 2 {
            return at + 1;
        }
        match self.figure(at + 1) {
            Some(num) if self.char(num.end) == ')' && num.plain.is_some_and(|n| n < 100) => {
                self.perhaps(at + 1, num.end, num.value, None);
                num.end + 1
            }
            _ => at + 1,
        }
    }

    /// A number in any form: what it is depends on what stands around it.
    pub(super) fn number(&mut self, at: usize) -> usize {
        match self.figure(at) {
            Some(num) => self.read(at, num),
            None if self.char(at).is_ascii_digit() => at + self.run(at),
            None => at + 1,
        }
    }

    pub(super) fn read(&mut self, at: usize, num: Num) -> usize {
        if let Some(end) = self.date(at, &num) {
            return end;
        }
        if let Some(end) = self.time(at, &num) {
            return end;
        }
        if let Some(end) = self.percent(at, &num) {
            return end;
        }
        if let Some(end) = self.money(at, &num) {
            return end;
        }
        if let Some(end) = self.fraction(at, &num) {
            return end;
        }
        self.count(at, &num)
    }
}

pub(super) fn is_short(length: usize) -> bool {
    length <= 3
}

/// Reports whether a character belongs to a Latin word.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'À'..='ɏ')
}
