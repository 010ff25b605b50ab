//! Days named in a text, and the day of the notice itself.

use std::ops::Range;

use chrono::NaiveDate;

use crate::notice::recogniser::Words;

/// Finds the days of a text that can only be read in one way. A day and a month without a year are
/// one of `year`, where it is known.
pub(super) fn dates(
    text: &str,
    words: &Words,
    month_first: Option<bool>,
    year: Option<i32>,
) -> Vec<(NaiveDate, Range<usize>)> {
    let lower = lower(text);
    let bytes = lower.as_bytes();
    let mut found: Vec<(NaiveDate, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() || at > 0 && bytes[at - 1].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let read = numeric(&lower[at..], month_first)
            .or_else(|| pictures(&lower[at..], year))
            .or_else(|| day_month(&lower, at, words, year))
            .or_else(|| month_day(&lower, at, words, year));
        match read {
            Some((date, from, len)) => {
                let start = at - from;
                found.push((date, start..at + len));
                at += len;
            }
            None => at += digits(&lower[at..]).max(1),
        }
    }
    found
}

/// Small letters, each at the byte where the given one is.
fn lower(text: &str) -> String {
    text.chars()
        .map(|c| {
            let small = c.to_lowercase().next().unwrap_or(c);
            if small.len_utf8() == c.len_utf8() {
                small
            } else {
                c
            }
        })
        .collect()
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn number(text: &str, most: usize) -> Option<(u32, usize)> {
    let len = digits(text);
    if len == 0 || len > most {
        return None;
    }
    Some((text[..len].parse().ok()?, len))
}

fn day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok()?;
    (2000..2100)
        .contains(&year)
        .then(|| NaiveDate::from_ymd_opt(year, month, day))
        .flatten()
}

type Read = Option<(NaiveDate, usize, usize)>;

/// `2026-01-23`, `2026/1/23`, `23.01.2026`, `01/23/2026` where the order can be known.
fn numeric(text: &str, month_first: Option<bool>) -> Read {
    let (a, first) = number(text, 4)?;
    let mark = text[first..]
        .chars()
        .next()
        .filter(|c| "-/.".contains(*c))?;
    let second_at = first + 1;
    let (b, second) = number(&text[second_at..], 2)?;
    let third_at = second_at + second + 1;
    if !text[second_at + second..].starts_with(mark) {
        return None;
    }
    let (c, third) = number(&text[third_at..], 4)?;
    let len = third_at + third;
    if text[len..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let date = if first == 4 {
        day(a, b, c)
    } else if third == 4 && first <= 2 {
        match (mark, month_first) {
            _ if a > 12 => day(c, b, a),
            _ if b > 12 => day(c, a, b),
            _ if a == b => day(c, a, b),
            ('.', _) | (_, Some(false)) => day(c, b, a),
            (_, Some(true)) => day(c, a, b),
            (_, None) => None,
        }
    } else {
        None
    };
    Some((date?, 0, len))
}

/// The year a text names at its beginning and its length, or the one that is known.
fn year_or(text: &str, known: Option<i32>) -> Option<(u32, usize)> {
    number(text, 4)
        .filter(|(_, len)| *len == 4)
        .or_else(|| Some((u32::try_from(known?).ok()?, 0)))
}

/// `2026年1月23日`, `1月23日`.
fn pictures(text: &str, known: Option<i32>) -> Read {
    let (year, rest) = match text.split_once('年') {
        Some((year, rest)) if year.len() <= 5 => (number(year, 4)?.0, rest.trim_start()),
        _ => (u32::try_from(known?).ok()?, text),
    };
    let (month, b) = number(rest, 2)?;
    let rest = rest[b..].trim_start().strip_prefix('月')?.trim_start();
    let (of, c) = number(rest, 2)?;
    let rest = &rest[c..];
    let rest = rest.trim_start().strip_prefix(['日', '号']).unwrap_or(rest);
    Some((day(year, month, of)?, 0, text.len() - rest.len()))
}

/// `23 January 2026`, `23. Januar 2026`, `23rd of January, 2026`.
fn day_month(text: &str, at: usize, words: &Words, known: Option<i32>) -> Read {
    let rest = &text[at..];
    let (of, len) = number(rest, 2)?;
    let tail = &rest[len..];
    let tail = ["st", "nd", "rd", "th", "er", ".", "º", "°"]
        .iter()
        .find_map(|ending| tail.strip_prefix(ending))
        .unwrap_or(tail);
    let tail = tail.trim_start_matches([' ', '-', '\u{a0}']);
    let tail = tail
        .strip_prefix("of ")
        .or_else(|| tail.strip_prefix("de "))
        .unwrap_or(tail);
    let (month, tail) = month(tail, words)?;
    let tail = tail.trim_start_matches([' ', ',', '.', '-']);
    let tail = tail
        .strip_prefix("de ")
        .or_else(|| tail.strip_prefix("del "))
        .unwrap_or(tail);
    let (year, len) = year_or(tail, known)?;
    Some((day(year, month, of)?, 0, rest.len() - tail.len() + len))
}

/// `January 23, 2026`, read from its day on.
fn month_day(text: &str, at: usize, words: &Words, known: Option<i32>) -> Read {
    let before = text[..at].trim_end_matches([' ', '.', '\u{a0}']);
    let word_at = before
        .char_indices()
        .rev()
        .take(12)
        .take_while(|(_, c)| c.is_alphabetic())
        .last()?
        .0;
    let (month, left) = month(&before[word_at..], words)?;
    if !left.is_empty() {
        return None;
    }
    let rest = &text[at..];
    let (of, len) = number(rest, 2)?;
    let tail = &rest[len..];
    let tail = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| tail.strip_prefix(ending))
        .unwrap_or(tail);
    let tail = tail.trim_start_matches([' ', ',', '.']);
    let (year, len) = year_or(tail, known)?;
    Some((
        day(year, month, of)?,
        at - word_at,
        rest.len() - tail.len() + len,
    ))
}

fn month<'t>(text: &'t str, words: &Words) -> Option<(u32, &'t str)> {
    words.months.iter().find_map(|(name, number)| {
        let rest = text.strip_prefix(name.as_str())?;
        (!rest.starts_with(char::is_alphabetic)).then_some((*number, rest))
    })
}

/// Returns the day of the notice: that of the mail's header, a line with a day and nothing else, the
/// day a letter begins with, or the one a sentence says it was written on.
pub(in crate::notice) fn notice_date(
    text: &str,
    words: &Words,
    month_first: Option<bool>,
) -> Option<NaiveDate> {
    let mut alone = None;
    // A notice that is forwarded has its header on top, a letter its day at the top or the end.
    for line in text.lines().take(400) {
        let line = line
            .trim_start_matches(|c: char| c == '>' || c == '|' || c.is_whitespace())
            .trim_end();
        if line.len() > 120 {
            continue;
        }
        if let Some((label, rest)) = line.split_once([':', '：']) {
            let label = label
                .trim()
                .trim_matches('*')
                .to_lowercase()
                .replace('é', "e");
            if words.date_labels.contains(&label)
                && let Some((date, _)) = dates(rest, words, month_first, None).first()
            {
                return Some(*date);
            }
        }
        if alone.is_none()
            && line.len() < 60
            && let [(date, range)] = &dates(line, words, month_first, None)[..]
        {
            let rest = line.len() - range.len();
            let letters = line[..range.start]
                .chars()
                .chain(line[range.end..].chars())
                .filter(|c| c.is_alphanumeric())
                .count();
            // A weekday may stand before it.
            if rest <= 14 && letters <= 10 && range.start <= 12 {
                alone = Some(*date);
            }
        }
    }
    alone
        .or_else(|| opening(text, words, month_first))
        .or_else(|| said(text, words, month_first))
}

/// The day one of the first lines begins with: `15 August 2023. Your page …`.
fn opening(text: &str, words: &Words, month_first: Option<bool>) -> Option<NaiveDate> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .take(3)
        .find_map(|line| {
            let head = &line[..floor(line, 40)];
            let (date, range) = dates(head, words, month_first, None).into_iter().next()?;
            let rest = head[range.end..].trim_start();
            let stops = rest.starts_with(['.', ':', ';', '|', '-', '。', '：']);
            (range.start == 0 && stops).then_some(date)
        })
}

/// The day behind words like "this mail was written on".
fn said(text: &str, words: &Words, month_first: Option<bool>) -> Option<NaiveDate> {
    let lower = lower(text);
    words.written.iter().find_map(|phrase| {
        let at = lower.find(phrase.as_str())? + phrase.len();
        let rest = text[at..].trim_start_matches([' ', ':', '：', '\n']);
        let rest = &rest[..floor(rest, 40)];
        let (date, range) = dates(rest, words, month_first, None).into_iter().next()?;
        (range.start == 0).then_some(date)
    })
}

/// The nearest place before one, or the end, where a character begins.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
