//! Words of scripts with spaces: what each may be, and what it is with those behind it.

use super::numerals::{Form, Num};
use super::scan::{Scanner, is_letter, is_short};
use super::word::{Role, Word};
use super::{Certainty, Figure, Thing, Value};

impl Scanner<'_> {
    /// A Latin word.
    pub(super) fn word(&mut self, at: usize) -> usize {
        if let Some(end) = self.month_first(at) {
            return end;
        }
        if let Some((length, currency)) = self.sign_at(at)
            && !is_letter(self.char(at + length))
        {
            self.currency = Some((at, at + length, currency));
            return at + length;
        }
        let before = self.char(at.wrapping_sub(1));
        let lexicon = self.lexicon;
        let (end, _) = self.lookup_two(at, |_| Some(()));
        let Some(word) = lexicon.word(&self.key) else {
            return end;
        };
        let hyphen = self.char(end) == '-' && is_letter(self.char(end + 1));
        if word.is(Role::NotNumber) {
            return end;
        }
        if let Some(end) = self.named_with_number(at, end) {
            return end;
        }
        let minutes = word.fraction.is_some() || word.number.is_some() || word.is(Role::Article);
        if minutes && let Some(end) = self.past_or_before(at) {
            return end;
        }
        if let Some(day) = word.weekday {
            let capital = self.char(at).is_uppercase() || !is_short(end - at);
            if capital {
                self.weekday(at, end, day);
            }
            return end;
        }
        if let Some(end) = self.of_any_script(at, end, word) {
            return end;
        }
        if (word.number.is_some() || word.is(Role::Article) || word.is(Role::One))
            && let Some(num) = self.figure(at)
        {
            return self.read(at, num);
        }
        if word.is(Role::Article) || word.is(Role::One) {
            return self.article(at, end, word.is(Role::One));
        }
        if word.is(Role::HalfBefore)
            && let Some(num) = self.figure(self.skip(end))
            && let Some(end) = self.half_before(at, &num)
        {
            return end;
        }
        if let Some(end) = self.ordinal_day(at, end, word) {
            return end;
        }
        self.day_alone(at, end, word);
        // "third-party" and "second-hand" are no ordinals
        if !(hyphen && end - at > 4 && word.fraction.is_some()) && before != '-' {
            let next = self.skip(end);
            let (past, article) = self.lookup(next, |word| word.is(Role::Article).then_some(()));
            let next = if article.is_some() { past } else { end };
            if word.fraction == Some(2)
                && let Some(num) = self.figure(self.skip(end)).filter(|num| num.compound)
                && let Some(value) = Figure::ratio(num.value, Figure::whole(2))
            {
                return self.read(at, Num { value, ..num });
            }
            for (value, what) in &word.perhaps {
                let what = what.or_else(|| self.half_of(*value, next));
                self.perhaps(at, end, *value, what);
            }
            // "a third of them"
            let under = word.fraction.map(Figure::whole);
            if let Some(share) = under.and_then(|under| Figure::ratio(Figure::ONE, under)) {
                self.perhaps(at, end, share, None);
            }
        }
        end
    }

    /// "Double 11": a name of which a number is part.
    fn named_with_number(&mut self, at: usize, end: usize) -> Option<usize> {
        let digits = self.run(end + 1);
        if self.char(end) != ' ' || !(1..=2).contains(&digits) {
            return None;
        }
        let past = end + 1 + digits;
        self.spell(at, past);
        let lexicon = self.lexicon;
        let word = lexicon.word(&self.key)?;
        word.is(Role::NotNumber).then_some(past)
    }

    /// "the first of September 2026".
    fn ordinal_day(&mut self, at: usize, end: usize, word: &Word) -> Option<usize> {
        let [(day, None)] = word.perhaps[..] else {
            return None;
        };
        // "In the last third of April"
        if word.fraction.is_some() && self.word_before(at, Role::PartBefore).is_some() {
            return None;
        }
        let num = Num {
            value: day,
            end,
            form: Form::Words,
            plain: day.integer().and_then(|day| u32::try_from(day).ok()),
            digits: 0,
            compound: false,
            upto: None,
            scale: 1,
        };
        self.day_first(at, &num)
    }

    /// The unit a half is of: 30 minutes are "half an hour". "Twice a week" is no two weeks.
    pub(super) fn half_of(&mut self, value: Figure, at: usize) -> Option<Thing> {
        if value == Figure::HALF {
            self.thing(at).0
        } else {
            None
        }
    }

    /// "an hour": 60 minutes on the other side, or "an hour and a half".
    fn article(&mut self, at: usize, end: usize, one: bool) -> usize {
        let num = Num {
            value: Figure::ONE,
            end,
            form: Form::Words,
            plain: Some(1),
            digits: 0,
            compound: false,
            upto: None,
            scale: 1,
        };
        // "one per cent"
        if one && let Some(past) = self.percent(at, &num) {
            return past;
        }
        let (what, past) = self.thing(end);
        if one && let Some(part) = self.one_in(past) {
            self.perhaps(at, past, part, None);
        }
        let Some(what) = what else {
            if one {
                self.perhaps(at, end, Figure::ONE, None);
            }
            return end;
        };
        if let Some(length) = self.half_more(past) {
            let value = Value::Number {
                value: Figure::ONE.plus(Figure::HALF),
                what: Some(what),
            };
            self.note(at, past + length, value, Certainty::Hard);
            return past + length;
        }
        if one || what.is_time() {
            self.perhaps(at, end, Figure::ONE, Some(what));
        }
        end
    }

    /// Behind "eight controllers": the "per thousand" of which they are a part, and where it ends.
    pub(super) fn of_every(&mut self, at: usize) -> Option<(usize, Figure)> {
        let next = self.skip(at);
        let (end, ()) = self.phrase(next, |word| word.is(Role::OfEvery).then_some(()))?;
        let next = self.skip(end);
        let (end, all) = match self.lookup(next, |word| word.scale) {
            (end, Some(scale)) => (end, Figure::whole(scale)),
            _ => self.figure(next).map(|num| (num.end, num.value))?,
        };
        // "per 24 hours" is a time
        let long = self.thing(end).0.is_some_and(Thing::is_time);
        (all > Figure::ONE && !long).then_some((end, all))
    }

    /// "one message in three": the part of the whole that is.
    fn one_in(&mut self, at: usize) -> Option<Figure> {
        if let Some((_, all)) = self.of_every(at) {
            return Figure::ratio(Figure::ONE, all);
        }
        let next = self.skip(at);
        let (end, ()) = self.phrase(next, |word| word.is(Role::OutOf).then_some(()))?;
        let all = self.figure(self.skip(end))?;
        Figure::ratio(Figure::ONE, all.value)
    }
}
