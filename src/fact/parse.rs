//! Reads what a seller typed for a fact, leniently in form and strictly in substance.

use chrono::{NaiveDate, NaiveTime};
use fixed_decimal::Decimal;

use crate::fact::{FactType, RawWords, Value, Words};
use crate::message::Message;
use crate::msg;

/// The longest own text: a reviewer reads a whole letter of 600 words in five minutes.
pub(super) const LONGEST: usize = 2_000;

/// Reads a value of a type, or says what is expected instead.
pub fn parse(kind: FactType, raw: &RawWords) -> Result<Value, Message> {
    match kind {
        FactType::Text | FactType::Name | FactType::Role | FactType::Rhythm => words(kind, raw),
        FactType::Asins => codes(raw, asin).map(Value::Codes),
        FactType::Orders => codes(raw, order).map(Value::Codes),
        FactType::Codes => codes(raw, code).map(Value::Codes),
        _ => match raw {
            RawWords::One(text) => one(kind, text.trim()),
            RawWords::List(_) | RawWords::By(_) => Err(msg!("expected-one-value")),
        },
    }
}

fn one(kind: FactType, text: &str) -> Result<Value, Message> {
    match kind {
        FactType::Date => parse_date(text).map(Value::Date),
        FactType::Time => time(text).map(Value::Time),
        FactType::Count => count(text).map(Value::Count),
        FactType::Percent => percent(text).map(Value::Percent),
        FactType::Money => money(text),
        FactType::Email => email(text),
        _ => Ok(Value::Option(text.to_owned())),
    }
}

fn words(kind: FactType, raw: &RawWords) -> Result<Value, Message> {
    let check = |text: &str| {
        let length = text.chars().count();
        if length > LONGEST {
            return Err(msg!("expected-shorter", length = length, limit = LONGEST));
        }
        if text.trim().is_empty() {
            return Err(msg!("expected-some-text"));
        }
        let breaks = |c: char| matches!(c, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if kind != FactType::Text && text.trim().contains(breaks) {
            return Err(msg!("expected-one-line"));
        }
        Ok(text.trim().to_owned())
    };
    match (kind, raw) {
        (FactType::Role | FactType::Rhythm, RawWords::One(id)) => Ok(Value::Option(check(id)?)),
        (FactType::Text, RawWords::One(_)) => Err(msg!("expected-both-languages")),
        (_, RawWords::One(text)) => Ok(Value::Words(Words::same(check(text)?))),
        (_, RawWords::List(_)) => Err(msg!("expected-one-value")),
        (_, RawWords::By(texts)) => {
            let mut words = Words::default();
            for (lang, text) in texts {
                let lang = lang
                    .parse()
                    .map_err(|_| msg!("expected-language", code = lang))?;
                words.set(lang, check(text)?);
            }
            Ok(Value::Words(words))
        }
    }
}

/// Reads a day: `2026-01-23`, `2026/1/23` or `2026年1月23日`. Forms in which day and month can be
/// mistaken are refused.
pub fn parse_date(text: &str) -> Result<NaiveDate, Message> {
    let digits = half_width(text)
        .replace(['/', '.', '年', '月'], "-")
        .replace('日', "");
    let parts: Vec<&str> = digits.trim().split('-').map(str::trim).collect();
    let [year, month, day] = parts[..] else {
        return Err(msg!("expected-date"));
    };
    if year.len() != 4 {
        return Err(msg!("expected-date"));
    }
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
        return Err(msg!("expected-date"));
    };
    let date = NaiveDate::from_ymd_opt(year, month, day)
        .ok_or_else(|| msg!("no-such-date", date = text))?;
    if (1995..2100).contains(&year) {
        Ok(date)
    } else {
        Err(msg!("no-such-date", date = text))
    }
}

fn time(text: &str) -> Result<NaiveTime, Message> {
    let text = half_width(text).replace('：', ":");
    NaiveTime::parse_from_str(&text, "%H:%M").map_err(|_| msg!("expected-time"))
}

fn count(text: &str) -> Result<u64, Message> {
    let digits = half_width(text).replace([',', '，', ' '], "");
    let wrong = || msg!("expected-count");
    if digits.len() > 12 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    digits.parse().map_err(|_| wrong())
}

fn percent(text: &str) -> Result<Decimal, Message> {
    let digits = half_width(text).replace(['%', '％', ' '], "");
    let number = decimal(&digits).ok_or_else(|| msg!("expected-percent"))?;
    let value: f64 = number.to_string().parse().unwrap_or(f64::MAX);
    if value > 100.0 {
        Err(msg!("expected-percent"))
    } else {
        Ok(number)
    }
}

fn money(text: &str) -> Result<Value, Message> {
    let wrong = || msg!("expected-money");
    let text = half_width(text).replace([',', '，'], "");
    let letters: String = text.chars().filter(char::is_ascii_alphabetic).collect();
    let number: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let rest = text
        .chars()
        .any(|c| !c.is_ascii_alphanumeric() && !matches!(c, '.' | ' '));
    if rest || letters.len() != 3 || number.len() > 15 {
        return Err(wrong());
    }
    let amount = decimal(&number).ok_or_else(wrong)?;
    Ok(Value::Money(amount, letters.to_ascii_uppercase()))
}

fn decimal(digits: &str) -> Option<Decimal> {
    let plain = !digits.is_empty()
        && digits.len() <= 15
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

fn email(text: &str) -> Result<Value, Message> {
    let mut parts = text.split('@');
    let (name, host) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let fits = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b".-_+*".contains(&b))
            && !part.starts_with('.')
            && !part.ends_with('.')
    };
    let whole = parts.next().is_none() && fits(name) && fits(host) && host.contains('.');
    if whole && text.len() <= 254 {
        Ok(Value::Words(Words::same(text)))
    } else {
        Err(msg!("expected-email"))
    }
}

/// A list: as YAML list, or separated by commas, semicolons, spaces or lines.
fn codes(raw: &RawWords, one: fn(&str) -> Result<String, Message>) -> Result<Vec<String>, Message> {
    let separators = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '、');
    let items: Vec<String> = match raw {
        RawWords::One(text) => text.split(separators).map(str::to_owned).collect(),
        RawWords::List(items) => items.clone(),
        RawWords::By(_) => return Err(msg!("expected-list")),
    };
    let mut codes: Vec<String> = Vec::with_capacity(items.len());
    for item in items
        .iter()
        .map(|item| half_width(item.trim()))
        .filter(|item| !item.is_empty())
    {
        let code = one(&item)?;
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    Ok(codes)
}

fn asin(text: &str) -> Result<String, Message> {
    let upper = text.to_ascii_uppercase();
    let letters = upper.len() == 10 && upper.bytes().all(|b| b.is_ascii_alphanumeric());
    let isbn = upper.len() == 10
        && upper[..9].bytes().all(|b| b.is_ascii_digit())
        && upper.ends_with(|c: char| c.is_ascii_digit() || c == 'X');
    if letters && (upper.starts_with("B0") || isbn) {
        Ok(upper)
    } else {
        Err(msg!("expected-asin", value = text))
    }
}

fn order(text: &str) -> Result<String, Message> {
    let groups: Vec<&str> = text.split('-').collect();
    let fits = groups.len() == 3
        && [3, 7, 7].iter().zip(&groups).all(|(length, group)| {
            group.len() == *length && group.bytes().all(|b| b.is_ascii_digit())
        });
    if fits {
        Ok(text.to_owned())
    } else {
        Err(msg!("expected-order", value = text))
    }
}

fn code(text: &str) -> Result<String, Message> {
    let fits = text.len() <= 60 && text.bytes().all(|b| b.is_ascii_graphic());
    if fits {
        Ok(text.to_owned())
    } else {
        Err(msg!("expected-code", value = text))
    }
}

/// Turns full-width digits, letters and signs into the ordinary ones.
fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0)
                .expect("full-width forms lie 0xFEE0 above ASCII"),
            '\u{3000}' => ' ',
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::EN;

    #[track_caller]
    fn check(kind: FactType, text: &str, expected: Result<&str, &str>) {
        let got = parse(kind, &RawWords::One(text.to_owned()));
        let got = got.map(|v| match v {
            Value::Date(d) => d.to_string(),
            Value::Time(t) => t.format("%H:%M").to_string(),
            Value::Count(n) => n.to_string(),
            Value::Percent(p) => p.to_string(),
            Value::Money(a, c) => format!("{a} {c}"),
            Value::Codes(c) => c.join(" "),
            Value::Option(o) => o,
            Value::Words(w) => w.any(EN).unwrap().to_owned(),
        });
        match (got, expected) {
            (Ok(got), Ok(expected)) => assert_eq!(got, expected),
            (Err(got), Err(expected)) => assert_eq!(got.key(), expected),
            (got, expected) => panic!("{text}: {got:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn dates_that_can_be_mistaken_or_do_not_exist() {
        check(FactType::Date, "2026-01-23", Ok("2026-01-23"));
        check(FactType::Date, "2026/1/23", Ok("2026-01-23"));
        check(FactType::Date, "2026年1月23日", Ok("2026-01-23"));
        check(FactType::Date, "２０２６-０１-２３", Ok("2026-01-23"));
        check(FactType::Date, "23/01/2014", Err("expected-date"));
        check(FactType::Date, "2014-23-01", Err("no-such-date"));
        check(FactType::Date, "2026-02-31", Err("no-such-date"));
        check(FactType::Date, "yesterday", Err("expected-date"));
        check(FactType::Date, "0026-01-01", Err("no-such-date"));
    }

    #[test]
    fn numbers() {
        check(FactType::Percent, "43.70 %", Ok("43.70"));
        check(FactType::Percent, "43.7％", Ok("43.7"));
        check(FactType::Percent, "100", Ok("100"));
        check(FactType::Percent, "100.01", Err("expected-percent"));
        check(FactType::Percent, "-1", Err("expected-percent"));
        check(FactType::Percent, "about 4", Err("expected-percent"));
        check(FactType::Count, "12,400", Ok("12400"));
        check(FactType::Count, "1.5", Err("expected-count"));
        check(FactType::Count, "-3", Err("expected-count"));
        check(FactType::Count, &"9".repeat(400), Err("expected-count"));
        check(FactType::Money, "480.00 usd", Ok("480.00 USD"));
        check(FactType::Money, "EUR 1,480", Ok("1480 EUR"));
        check(FactType::Money, "$480", Err("expected-money"));
        check(FactType::Money, "480", Err("expected-money"));
        check(FactType::Time, "15:30", Ok("15:30"));
        check(FactType::Time, "25:00", Err("expected-time"));
    }

    #[test]
    fn identifiers() {
        check(
            FactType::Asins,
            "b0exampl17, B0EXAMPL25；B0EXAMPL17",
            Ok("B0EXAMPL17 B0EXAMPL25"),
        );
        check(FactType::Asins, "316148410X", Ok("316148410X"));
        check(FactType::Asins, "B0SHORT", Err("expected-asin"));
        check(FactType::Asins, "B0********", Err("expected-asin"));
        check(
            FactType::Orders,
            "111-1234567-1234567",
            Ok("111-1234567-1234567"),
        );
        check(FactType::Orders, "111-123-1234567", Err("expected-order"));
        check(FactType::Orders, "", Ok(""));
        check(FactType::Codes, "FBA15ABC123 X-1", Ok("FBA15ABC123 X-1"));
        check(FactType::Codes, "晨", Err("expected-code"));
        check(FactType::Email, "a.b@example.com", Ok("a.b@example.com"));
        check(FactType::Email, "a@b\r\nBcc: c@d.e", Err("expected-email"));
    }

    #[test]
    fn own_words_need_both_languages_and_an_end() {
        check(FactType::Text, "周末", Err("expected-both-languages"));
        check(FactType::Name, "  YunExpress ", Ok("YunExpress"));
        check(
            FactType::Name,
            &"a".repeat(100_000),
            Err("expected-shorter"),
        );
        check(FactType::Name, "   ", Err("expected-some-text"));
    }
}
