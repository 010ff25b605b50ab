//! Days in Chinese: `2026年2月30日`, `二月三十日`.

use super::{Day, Number, Read, Wrong, read, real};

/// `2026年2月30日`, `2026年13月`, `2月30日`.
pub(super) fn in_chinese(text: &str, numbers: &[Number]) -> Read {
    let unit = |number: &Number| {
        text[number.range.end..]
            .trim_start_matches(' ')
            .chars()
            .next()
    };
    let follows = |a: &Number, b: &Number| b.range.start - a.range.end <= '年'.len_utf8() + 2;
    let (year, numbers) = match numbers {
        [year, month, ..] if unit(year) == Some('年') && follows(year, month) => {
            (year.year(), &numbers[1..])
        }
        _ => (None, numbers),
    };
    let month = numbers.first()?;
    if unit(month) != Some('月') || month.len() > 2 {
        return None;
    }
    let end = |number: &Number, unit: char| {
        let rest = &text[number.range.end..];
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        number.range.end + spaces + unit.len_utf8()
    };
    let start = if year.is_some() {
        // The year stands right before.
        text[..month.range.start].rfind(|c: char| c.is_ascii_digit())? - 3
    } else {
        month.range.start
    };
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/')) {
        return None;
    }
    match numbers.get(1) {
        Some(day) if follows(month, day) && day.len() <= 2 => {
            let unit = unit(day).filter(|unit| matches!(unit, '日' | '号' | '號'))?;
            let wrong = (!real(year, month.value, day.value)).then_some(Wrong::Impossible);
            read(start..end(day, unit), ' ', wrong)
        }
        _ => {
            let wrong = year.is_some() && !(1..=12).contains(&month.value);
            read(
                start..end(month, '月'),
                ' ',
                wrong.then_some(Wrong::Impossible),
            )
        }
    }
}

/// `二月三十日`, in Chinese numerals.
pub(super) fn in_numerals(text: &str) -> Vec<Day> {
    let mut found = Vec::new();
    for (at, sign) in text.match_indices('月') {
        let before = &text[..at];
        let start = before
            .char_indices()
            .rev()
            .take(4)
            .take_while(|(_, c)| numeral(*c).is_some())
            .last();
        let Some((start, _)) = start else {
            continue;
        };
        let from = at + sign.len();
        let rest = &text[from..];
        let length: usize = rest
            .chars()
            .take(4)
            .take_while(|c| numeral(*c).is_some())
            .map(char::len_utf8)
            .sum();
        let day = &rest[..length];
        let unit = rest[length..].chars().next();
        if let (Some(month), Some(day)) = (value(&text[start..at]), value(day))
            && let Some(unit) = unit.filter(|unit| matches!(unit, '日' | '号'))
            && !real(None, month, day)
        {
            found.push(Day {
                wrong: Wrong::Impossible,
                range: start..from + length + unit.len_utf8(),
                between: ' ',
            });
        }
    }
    found
}

fn numeral(c: char) -> Option<u32> {
    let at = "一二三四五六七八九十"
        .chars()
        .position(|known| known == c)?;
    u32::try_from(at + 1).ok()
}

/// The value of a numeral up to 99: 三十一.
fn value(text: &str) -> Option<u32> {
    let digits: Vec<u32> = text.chars().filter_map(numeral).collect();
    match digits[..] {
        [one] => Some(one),
        [10, one] if one < 10 => Some(10 + one),
        [ten, 10] if ten < 10 => Some(ten * 10),
        [ten, 10, one] if ten < 10 && one < 10 => Some(ten * 10 + one),
        _ => None,
    }
}
