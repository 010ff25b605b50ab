//! Identifiers, and the addresses and file names whose figures mean nothing.

use super::scan::{Scanner, is_letter};
use super::{Certainty, Value, lexicon};

/// The longest identifier.
const LONGEST: usize = 64;

impl Scanner<'_> {
    /// Reads an identifier, address or file name; returns where it ends.
    pub(super) fn code(&mut self, at: usize) -> Option<usize> {
        let before = self.char(at.wrapping_sub(1));
        if before.is_ascii_alphanumeric() {
            return None;
        }
        if let Some(end) = self.address(at) {
            return Some(end);
        }
        match self.char(at) {
            '+' => self.phone(at),
            '#' => self.hash(at),
            _ => self.mixed(at),
        }
    }

    /// An e-mail address, a web address, a file name.
    fn address(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let whole = |c: &char| {
            c.is_ascii_graphic()
                && !matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '"' | '[' | ']')
        };
        let length = rest.iter().take(400).take_while(|c| whole(c)).count();
        let mut token = &rest[..length];
        while let Some(('.' | ':' | '!' | '?' | '\'', before)) =
            token.split_last().map(|(l, r)| (*l, r))
        {
            token = before;
        }
        if !token.iter().any(|c| matches!(c, '.' | '@' | '/')) {
            return None;
        }
        let text: String = token.iter().collect::<String>().to_ascii_lowercase();
        let end = at + token.len();
        if let Some((name, host)) = text.split_once('@') {
            if !name.is_empty() && host.contains('.') && !host.contains('/') {
                self.note(at, end, Value::Email(text), Certainty::Hard);
                return Some(end);
            }
            return None;
        }
        if text.contains("://") || text.starts_with("www.") {
            return Some(end);
        }
        let shared = lexicon::shared();
        let host = text.split('/').next().unwrap_or(&text);
        let (name, ending) = host.rsplit_once('.')?;
        let letters = ending.bytes().all(|b| b.is_ascii_lowercase());
        let web =
            letters && shared.webs.iter().any(|web| web == ending) && !name.contains(['_', '\'']);
        if web
            && name.split('.').all(|part| !part.is_empty())
            && (host.len() == text.len() || name.contains(is_letter))
        {
            return Some(end);
        }
        let (_, ending) = text.rsplit_once('.')?;
        shared
            .files
            .iter()
            .any(|file| file == ending)
            .then_some(end)
    }

    /// `+86 755 1234 5678`
    fn phone(&mut self, at: usize) -> Option<usize> {
        let mut digits = String::new();
        let mut end = at + 1;
        while digits.len() < 20 {
            let run = self.run(end);
            if run == 0 {
                break;
            }
            digits.extend(&self.buffer.chars[end..end + run]);
            end += run;
            let sign = matches!(self.char(end), ' ' | '-');
            if !sign || self.run(end + 1) == 0 {
                break;
            }
            end += 1;
        }
        if digits.len() < 8 {
            return None;
        }
        end -= usize::from(!self.char(end - 1).is_ascii_digit());
        self.note(at, end, Value::Code(digits), Certainty::Hard);
        Some(end)
    }

    /// `#12345`
    fn hash(&mut self, at: usize) -> Option<usize> {
        let digits = self.run(at + 1);
        if digits < 4
            || self.char(at + 1 + digits).is_ascii_alphanumeric()
            || self.char(at + 1 + digits) == '-'
        {
            return None;
        }
        let end = at + 1 + digits;
        let code = self.buffer.chars[at + 1..end].iter().collect();
        self.note(at + 1, end, Value::Code(code), Certainty::Hard);
        Some(end)
    }

    /// Letters and digits in one word, or more digits than a number has.
    fn mixed(&mut self, at: usize) -> Option<usize> {
        let mut end = at;
        loop {
            let run = self.rest(end).iter();
            end += run
                .take(LONGEST)
                .take_while(|c| c.is_ascii_alphanumeric())
                .count();
            let joined = matches!(self.char(end), '-' | '_' | '/')
                && self.char(end + 1).is_ascii_alphanumeric();
            if !joined || end - at > LONGEST {
                break;
            }
            end += 1;
        }
        let spelled = &self.buffer.chars[at..end];
        if !spelled.iter().any(char::is_ascii_digit) {
            return None;
        }
        let token: String = spelled.iter().collect();
        let digits = token.bytes().filter(u8::is_ascii_digit).count();
        if digits == token.len() {
            let starts = token.starts_with('0') && digits > 3;
            let code = (digits >= 7 && !self.is_amount(at, end)) || starts;
            return code.then(|| self.take(at, end, Value::Code(token)));
        }
        let letters = token.bytes().filter(u8::is_ascii_alphabetic).count();
        if letters == 0 {
            return self.grouped_digits(at, end, token, digits);
        }
        let upper = token.to_ascii_uppercase();
        let alone = token.len() == 10 && !token.contains(['-', '_', '/']);
        if alone && upper.starts_with("B0") && digits > 1 {
            return Some(self.take(at, end, Value::Asin(upper)));
        }
        if let Some((length, _)) = self.sign_at(at)
            && self.char(at + length).is_ascii_digit()
        {
            return None;
        }
        let parts = || token.split(['-', '_', '/']);
        let has = |part: &str, what: fn(&u8) -> bool| part.bytes().any(|b| what(&b));
        let capital = !has(&token, u8::is_ascii_lowercase);
        let mixed = parts().any(|part| {
            part.len() >= 6
                && has(part, u8::is_ascii_digit)
                && has(part, u8::is_ascii_alphabetic)
                && part.bytes().filter(u8::is_ascii_digit).count() > 2
        });
        let slashed = token.contains('/') && !capital;
        if (capital && digits >= 2 && token.len() >= 4) || (mixed && !slashed) {
            let sure = token.len() >= 6;
            let certainty = if sure {
                Certainty::Hard
            } else {
                Certainty::Soft
            };
            self.note(at, end, Value::Code(upper), certainty);
            return Some(end);
        }
        // A4, B2B: neither number nor identifier; 30-day and 3PL are read as numbers
        let first = self.char(at);
        (!first.is_ascii_digit()
            && parts()
                .next()
                .is_some_and(|part| has(part, u8::is_ascii_digit)))
        .then_some(end)
    }

    /// `111-1234567-1234567` and other groups of digits that are no date and no range.
    fn grouped_digits(
        &mut self,
        at: usize,
        end: usize,
        token: String,
        digits: usize,
    ) -> Option<usize> {
        let groups: Vec<usize> = token.split('-').map(str::len).collect();
        if groups == [3, 7, 7] {
            return Some(self.take(at, end, Value::Order(token)));
        }
        let dated = groups.len() == 3 && groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2;
        let many = groups.len() >= 2 && digits >= 9 && !token.contains('/') && !dated;
        many.then(|| self.take(at, end, Value::Code(token)))
    }

    /// A long number with a currency, a percent sign or a scale is no identifier.
    fn is_amount(&mut self, at: usize, end: usize) -> bool {
        let after = self.skip(end);
        self.currency_before(at).is_some()
            || self.sign_at(after).is_some()
            || self.phrase(after, |word| word.currency).is_some()
            || (self.char(end) == '.' && self.run(end + 1) > 0)
    }

    fn take(&mut self, at: usize, end: usize, value: Value) -> usize {
        self.note(at, end, value, Certainty::Hard);
        end
    }
}
