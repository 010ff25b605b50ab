//! Percentages in the forms notices write them in.

use std::ops::Range;

use crate::lang::is_cjk;
use crate::notice::recogniser::Words;

/// Reports whether a range has a figure of a metric.
pub(in crate::notice) fn has_figure(text: &str, range: Range<usize>, words: &Words) -> bool {
    !percents(text, range, words).is_empty()
}

/// Percentages of a range, as `2.3%`: in digits with a point or a comma, or in words.
pub(super) fn percents(
    text: &str,
    range: Range<usize>,
    words: &Words,
) -> Vec<(String, Range<usize>)> {
    let lower = text[range.clone()].to_ascii_lowercase();
    // Numbers in words are looked for only where something can make percents of them.
    let percents = &words.percents;
    let spoken = [&percents.signs, &percents.hundred, &percents.before]
        .into_iter()
        .flatten()
        .any(|word| lower.contains(word.as_str()));
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut end = 0;
    let mut last = ' ';
    for (start, c) in lower.char_indices() {
        let inside = !is_cjk(last) && last.is_alphanumeric() || last == '.';
        // "1.2.3%" and "v1.2%" are no figures; "低于4%" is one.
        let begins = !inside || c.is_ascii_digit() && !last.is_ascii_alphanumeric() && last != '.';
        last = c;
        if start < end || !begins {
            continue;
        }
        let rest = &lower[start..];
        let figure = if c.is_ascii_digit() {
            digits(rest).and_then(|(figure, len)| {
                let led = percents
                    .before
                    .iter()
                    .any(|word| lower[..start].trim_end().ends_with(word.as_str()));
                let sign = if led { 0 } else { sign(&rest[len..], words)? };
                Some((figure, len + sign))
            })
        } else if spoken {
            in_words(rest, words)
        } else {
            None
        };
        if let Some((figure, len)) = figure {
            end = start + len;
            found.push((figure, range.start + start..range.start + end));
        } else if c.is_ascii_digit() {
            // The rest of a number is no number.
            end = start + rest.bytes().take_while(u8::is_ascii_digit).count();
        }
    }
    found
}

/// Reads a number in digits, with its length; longer ones are no percents.
fn digits(text: &str) -> Option<(String, usize)> {
    let count = |from: usize| {
        let bytes = text.as_bytes()[from..].iter();
        bytes.take_while(|byte| byte.is_ascii_digit()).count()
    };
    let whole = count(0);
    let fraction = if text[whole..].starts_with(['.', ',']) {
        count(whole + 1)
    } else {
        0
    };
    if whole > 3 || fraction > 4 {
        return None;
    }
    let figure = &text[..whole];
    Some(if fraction == 0 {
        (format!("{figure}%"), whole)
    } else {
        let end = whole + 1 + fraction;
        (format!("{figure}.{}%", &text[whole + 1..end]), end)
    })
}

/// Reads a number in words and what makes percents of it: `ninety-five percent`, `百分之四`.
fn in_words(text: &str, words: &Words) -> Option<(String, usize)> {
    let percents = &words.percents;
    let led = percents
        .before
        .iter()
        .find_map(|word| text.strip_prefix(word.as_str()))
        .map(str::trim_start);
    let number = led.unwrap_or(text);
    let (figure, behind) = percents
        .numbers
        .iter()
        .find_map(|(word, figure)| Some((figure.clone(), after(number, word)?)))
        .or_else(|| {
            let mut numbers = words.numbers.iter();
            numbers.find_map(|(word, number_)| Some((number_.to_string(), after(number, word)?)))
        })?;
    let sign = if led.is_some() {
        0
    } else {
        sign(behind, words)?
    };
    Some((format!("{figure}%"), text.len() - behind.len() + sign))
}

/// What stands behind a word a text begins with.
fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let behind = text.strip_prefix(word)?;
    let goes_on = word.is_ascii() && behind.starts_with(|c: char| c.is_alphanumeric());
    (!goes_on).then_some(behind)
}

/// Length of what makes percents of the number before it, spaces and a word between included.
fn sign(behind: &str, words: &Words) -> Option<usize> {
    let rest = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}', ')']);
    let sign = words.percents.signs.iter().find_map(|sign| {
        let tail = rest.strip_prefix(sign.as_str())?;
        // Percentage points are a difference.
        let goes_on = sign.is_ascii()
            && sign.ends_with(|c: char| c.is_ascii_alphabetic())
            && tail.starts_with(|c: char| c.is_ascii_alphabetic());
        (!goes_on).then_some(behind.len() - tail.len())
    });
    sign.or_else(|| of_hundred(behind, words))
}

/// Length of the words for "in a hundred" at the beginning of a text, those between included.
fn of_hundred(behind: &str, words: &Words) -> Option<usize> {
    // "5.3 orders in every hundred": a word may stand between.
    let word = behind
        .trim_start()
        .find(' ')
        .filter(|len| *len <= 12)
        .map_or(0, |len| len + behind.len() - behind.trim_start().len());
    [0, word].into_iter().find_map(|from| {
        let rest = behind[from..].trim_start();
        let mut hundreds = words.percents.hundred.iter();
        let words = hundreds.find(|words| rest.starts_with(words.as_str()))?;
        Some(behind.len() - rest.len() + words.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::recogniser::Percents;

    #[test]
    fn number_forms() {
        let list = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        let words = Words {
            numbers: vec![
                ("ninety-five".into(), 95),
                ("四".into(), 4),
                ("one".into(), 1),
            ],
            percents: Percents {
                signs: list(&["%", "percent", "per cent", "prozent"]),
                hundred: list(&["in every hundred", "out of every hundred"]),
                before: list(&["百分之"]),
                numbers: vec![("two and a half".into(), "2.5".into())],
            },
            ..Words::default()
        };
        let text = "2.30 % / 43,73％ / 1 per cent, 95 Prozent, v1.2.3%, 12345%, \
                    5.3 orders in every hundred, 7 in a row, ninety-five out of every hundred, \
                    two and a half percent, 百分之四, 低于4%, one in a row, 3 percentage points";
        let text = text.replace('％', "%");
        let found: Vec<String> = percents(&text, 0..text.len(), &words)
            .into_iter()
            .map(|(f, _)| f)
            .collect();
        assert_eq!(
            found,
            [
                "2.30%", "43.73%", "1%", "95%", "5.3%", "95%", "2.5%", "4%", "4%"
            ]
        );
    }
}
