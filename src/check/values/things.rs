//! Numbers that count: what stands behind them, and ranges.

use super::han::is_han_numeral;
use super::numerals::{Form, Num};
use super::scan::{Scanner, is_letter};
use super::word::{Role, Word};
use super::{Certainty, Figure, Thing, Value};
use crate::lang::is_cjk;

/// Words looked at for the thing a number counts.
const WORDS: usize = 4;
/// Chinese characters looked at for it.
const CHARACTERS: usize = 9;

/// What stands behind a number.
#[derive(Debug, Clone, Copy, Default)]
struct Behind {
    thing: Option<Thing>,
    /// A measure word or a thing follows directly: it is a count for sure.
    counted: bool,
    /// A word of no meaning here is tied on: "four-wheel".
    hyphen: bool,
}

impl Scanner<'_> {
    /// Returns what is counted by a number that ends here, and where the name of it ends.
    pub(super) fn thing(&mut self, at: usize) -> (Option<Thing>, usize) {
        let next = self.skip_dash(at);
        if is_cjk(self.char(next)) {
            let (thing, _) = self.han_thing(next);
            return (thing, next);
        }
        if !is_letter(self.char(next)) {
            return (None, at);
        }
        self.latin_thing(next)
    }

    /// The last noun of the first chain of nouns: the messages in "12 open customer messages".
    fn latin_thing(&mut self, at: usize) -> (Option<Thing>, usize) {
        let mut next = at;
        let mut found = (None, at);
        for place in 0..WORDS {
            if !is_letter(self.char(next)) {
                break;
            }
            let (end, word) = self.lookup_two(next, |word| {
                Some((word.thing, word.is(Role::Stop), word.number))
            });
            match word {
                // "nine of them this week" are no weeks
                Some((Some(thing), ..)) if thing.is_time() && place > 1 => break,
                Some((Some(thing), ..)) => {
                    found = (Some(thing), end);
                    if thing.is_time() {
                        break;
                    }
                }
                Some((_, true, _) | (_, _, Some(_))) => break,
                _ if found.0.is_some() => break,
                _ => {}
            }
            next = end + usize::from(matches!(self.char(end), ' ' | '-'));
            if next == end {
                break;
            }
        }
        found
    }

    /// A measure word, then the nouns behind it; whether one of both follows directly.
    fn han_thing(&mut self, at: usize) -> (Option<Thing>, bool) {
        let mut next = at;
        let mut kinds = None;
        let mut counted = false;
        if matches!(self.char(next), '多' | '余' | '餘' | '几' | '来' | '數') {
            next = self.skip(next + 1);
        }
        let rest = self.rest(next);
        let direct = self.lexicon.phrase(rest, |word| word.thing.is_some());
        let measure = self.lexicon.phrase(rest, |word| word.measure.is_some());
        if let Some((length, word)) = measure
            && direct.is_none_or(|(long, word)| long <= length && word.measure.is_some())
        {
            kinds = word.measure.filter(|kinds| !kinds.is_empty());
            counted = true;
            next += length;
            // 一个半小时
            next += usize::from(self.char(next) == '半');
        }
        let (start, end) = (next, next + CHARACTERS);
        let mut thing: Option<Thing> = None;
        while next < end && (is_cjk(self.char(next)) || self.char(next) == ' ') {
            let rest = self.rest(next);
            if matches!(self.char(next), '，' | '。' | '；' | '、' | '！' | '？') {
                break;
            }
            let found = self
                .lexicon
                .phrase(rest, |word| word.thing.is_some() || word.is(Role::Stop));
            match found {
                Some((_, word)) if next > start && word.thing.is_some_and(Thing::is_time) => break,
                Some((length, word))
                    if word.thing.is_some() && !(word.is(Role::Stop) && thing.is_none()) =>
                {
                    // 9位买家退款: what 位 counts are the buyers
                    let fits = |thing: Option<Thing>| {
                        let both = thing.zip(kinds);
                        both.is_some_and(|(thing, kinds)| !thing.and(kinds).is_empty())
                    };
                    if fits(thing) && !fits(word.thing) {
                        break;
                    }
                    counted |= next == at;
                    thing = word.thing;
                    next += length;
                    if thing.is_some_and(Thing::is_time) {
                        break;
                    }
                }
                None if thing.is_none() && !is_han_numeral(self.char(next)) => next += 1,
                _ => break,
            }
        }
        // the measure word knows better than a noun further on
        let both = match (thing, kinds) {
            (Some(thing), Some(kinds)) if !thing.and(kinds).is_empty() => Some(thing.and(kinds)),
            (Some(thing), _) => Some(thing),
            (None, kinds) => kinds,
        };
        (both, counted)
    }

    /// Steps over the sign of a range: `3-5`, "3 to 5", 3至5.
    pub(super) fn range(&mut self, at: usize) -> Option<usize> {
        let next = self.skip(at);
        let past = match self.char(next) {
            '-' | '~' | '—' | '–' => next + 1,
            _ => self.phrase(next, |word| word.is(Role::To).then_some(()))?.0,
        };
        let from = self.skip(past);
        Some(from)
    }

    /// Notes a number that is nothing more special.
    pub(super) fn count(&mut self, at: usize, num: &Num) -> usize {
        if num.form == Form::Digits && is_letter(self.char(num.end)) {
            return self.with_letters(at, num);
        }
        let mut behind = self.behind(num.end);
        if behind.thing.is_none()
            && !behind.counted
            && let Some(next) = self.range(num.end)
            && let Some(other) = self.figure(next)
        {
            if self.char(self.skip(other.end)) == '%' {
                self.note(at, num.end, Value::Percent(num.value), Certainty::Hard);
                return num.end;
            }
            behind = self.behind(other.end);
        }
        if behind.thing.is_none() && !behind.counted && self.is_hour(at, num) {
            return num.end;
        }
        if let Some(upto) = num.upto {
            // 三四天: "three or four days", or "a few"
            for value in [num.value, upto] {
                self.perhaps(at, num.end, value, behind.thing);
            }
            return num.end;
        }
        if let Some(scale) = self.shared_scale(num) {
            for value in [num.value, num.value.times(scale)] {
                self.perhaps(at, num.end, value, behind.thing);
            }
            return num.end;
        }
        let value = self.with_half(num, &behind);
        let Some(certainty) = certainty(num, &behind) else {
            return num.end;
        };
        let what = behind.thing;
        let (_, past) = self.thing(num.end);
        // The thing may be one that no list knows: "eight fuses per thousand".
        let word = self.word_end(self.skip(past));
        let every = self.of_every(past).or_else(|| self.of_every(word));
        if let Some((end, all)) = every
            && let Some(part) = Figure::ratio(value, all)
        {
            // 千分之八, or 8 and 1000
            for value in [value, all, part] {
                self.perhaps(at, end, value, None);
            }
            return end;
        }
        self.note(at, num.end, Value::Number { value, what }, certainty);
        if what.is_some() {
            let near = self.nouns(num.end);
            if let Some(found) = self.found.last_mut() {
                found.near = near;
            }
        }
        self.days_later(at, num);
        num.end
    }

    /// The things named right behind a number, nothing but a measure word or one other word
    /// between: orders and files in "400 order files".
    fn nouns(&mut self, at: usize) -> Thing {
        let mut named = Thing::default();
        let mut next = self.skip_dash(at);
        // What may stand before the first noun.
        let mut others = 1;
        for _ in 0..WORDS {
            let c = self.char(next);
            let rest = self.rest(next);
            let (length, kinds) = if is_letter(c) {
                let (end, kinds) = self.lookup_two(next, |word| word.thing);
                (end - next, kinds)
            } else if let Some((length, word)) = self.lexicon.phrase(rest, |w| w.thing.is_some()) {
                (length, word.thing)
            } else {
                let measure = self.lexicon.phrase(rest, |word| word.measure.is_some());
                (measure.map_or(0, |(length, _)| length), None)
            };
            match kinds {
                Some(kinds) => named = named.or(kinds),
                None if !named.is_empty() || length == 0 || others == 0 => break,
                None => others -= 1,
            }
            next = self.skip_dash(next + length);
        }
        named
    }

    fn behind(&mut self, at: usize) -> Behind {
        let next = self.skip(at);
        if is_cjk(self.char(next)) {
            let (thing, counted) = self.han_thing(next);
            return Behind {
                thing,
                counted,
                hyphen: false,
            };
        }
        let (thing, _) = self.thing(at);
        Behind {
            thing,
            counted: thing.is_some(),
            hyphen: self.char(at) == '-' && is_letter(self.char(at + 1)) && thing.is_none(),
        }
    }

    /// 三天半, 3个半小时: a half more.
    fn with_half(&self, num: &Num, behind: &Behind) -> Figure {
        let next = self.skip(num.end);
        let short = self.rest(next).iter().take(4).position(|c| *c == '半');
        let plus = match short {
            Some(0) => self.char(next + 1) != '成',
            Some(1) => behind.counted && !matches!(self.char(next), '，' | '。' | '、'),
            Some(2) => behind.thing.is_some_and(Thing::is_time) && self.char(next) != '，',
            _ => false,
        } || self.is_half_unit(next);
        if plus {
            num.value.plus(Figure::HALF)
        } else {
            num.value
        }
    }

    /// 厘米半: a unit no list of things has, and a half of it.
    fn is_half_unit(&self, at: usize) -> bool {
        let unit = |word: &Word| word.measure.is_some_and(Thing::is_empty);
        let Some((length, _)) = self.lexicon.phrase(self.rest(at), unit) else {
            return false;
        };
        let behind = self.rest(at + length + 1);
        let more = |word: &Word| word.measure.is_some() || word.thing.is_some();
        let counts = self.lexicon.phrase(behind, more);
        length > 1 && self.char(at + length) == '半' && counts.is_none()
    }

    /// Letters written on to the digits: `3rd`, `30ml`, `30x20`, `3PL`.
    fn with_letters(&mut self, at: usize, num: &Num) -> usize {
        let end = self.word_end(num.end);
        let letters: String = self.buffer.chars[num.end..end].iter().collect();
        let small = letters.to_ascii_lowercase();
        let value = num.value;
        if matches!(small.as_str(), "st" | "nd" | "rd" | "th") {
            self.perhaps(at, num.end, value, None);
            if let Some(day) = num.plain.and_then(|day| u8::try_from(day).ok()) {
                self.day_of_last(at, num.end, day);
            }
            return end;
        }
        if small == "x" && self.char(end).is_ascii_digit() {
            let always = value == Figure::whole(24) || value == Figure::whole(7);
            let certainty = if always {
                Certainty::Soft
            } else {
                Certainty::Hard
            };
            self.note(at, num.end, Value::Number { value, what: None }, certainty);
            return end;
        }
        let (_, thing) = self.lookup(num.end, |word| word.thing);
        let unit = thing.is_some() || (small.len() <= 3 && small == letters);
        let certainty = if unit {
            Certainty::Hard
        } else {
            Certainty::Soft
        };
        self.note(at, num.end, Value::Number { value, what: thing }, certainty);
        end
    }
}

/// How sure a number is; `None` for 一 that counts nothing.
fn certainty(num: &Num, behind: &Behind) -> Option<Certainty> {
    let small = num.value <= Figure::ONE;
    // "two" is said of many things, "three" only of three
    let plain = num.form == Form::Words && num.value > Figure::whole(2) && !behind.hyphen;
    let counts = !small && (behind.counted || num.compound);
    match num.form {
        Form::Digits => Some(Certainty::Hard),
        Form::Han if small && !behind.counted => None,
        Form::Bare if behind.counted && num.compound => Some(Certainty::Hard),
        Form::Words | Form::Han if plain || counts => Some(Certainty::Hard),
        Form::Words | Form::Han | Form::Bare => Some(Certainty::Soft),
    }
}
