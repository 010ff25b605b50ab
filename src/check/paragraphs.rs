//! Where the paragraphs of a text that anybody wrote begin and end, and which are items of a list.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::layout::SHORT;

/// A line that is wider than this goes on in the next one, unless it ends a sentence.
const WRAPPED: usize = 44;

/// A paragraph that was found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) item: bool,
    /// It is a short line and ends no sentence.
    pub(super) short: bool,
}

/// Finds the paragraphs: an empty line, a list mark or a short line ends one.
pub(super) fn paragraphs(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut open = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let trimmed = line.trim();
        if trimmed.is_empty() {
            open = false;
            continue;
        }
        let from = at + line.len() - line.trim_start().len();
        let range = from..from + trimmed.len();
        let item = is_item(trimmed);
        match found.last_mut() {
            Some(last) if open && !item && goes_on(&text[last.range.clone()], trimmed) => {
                last.range.end = range.end;
            }
            _ => found.push(Found {
                range,
                item,
                short: false,
            }),
        }
        open = true;
    }
    for paragraph in &mut found {
        let line = &text[paragraph.range.clone()];
        let plain = line.trim_end_matches(['*', '_', ' ']);
        let ends = plain.ends_with(['.', '!', '?', '。', '！', '？', '；', ';']);
        paragraph.short = !line.contains('\n') && !ends && line.width() <= SHORT;
    }
    found
}

/// Whether a paragraph goes on in the next line: its last line is long, and either ends no
/// sentence or is as long as lines of wrapped text are.
fn goes_on(text: &str, next: &str) -> bool {
    let last = text.lines().next_back().unwrap_or_default().trim_end();
    let width = last.width();
    // "Box 3. The steps you have taken" over a long line: broken where the next word had room.
    let word = next.split_whitespace().next().unwrap_or_default();
    let room = width + 1 + word.width() < next.width();
    let begins = word.starts_with(char::is_uppercase);
    if room && begins && !text.contains('\n') && last.starts_with(char::is_uppercase) {
        return false;
    }
    if is_field(last) && is_field(next) {
        return false;
    }
    // A line in Chinese over one without any: its title, or its translation.
    let cjk = |text: &str| text.chars().any(crate::lang::is_cjk);
    if !cjk(next)
        && last.chars().filter(|c| crate::lang::is_cjk(*c)).count() * 2 > last.chars().count()
    {
        return false;
    }
    let ends = last.ends_with(['.', '!', '?', '。', '！', '？', ':', '：', '；']);
    (WRAPPED..=100).contains(&width) && (!ends || text.contains('\n'))
}

/// Columns of the name of a field.
const FIELD: usize = 32;

/// Whether a line is a field with its value: "Store: Larkfield Home".
fn is_field(line: &str) -> bool {
    let named = line.split_once([':', '：']);
    named.is_some_and(|(name, value)| {
        !value.is_empty() && name.width() <= FIELD && !name.contains([',', '.', '，', '。'])
    })
}

/// Whether a line begins with a number or a bullet.
pub(super) fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('•' | '●' | '◦' | '▪' | '·' | '■' | '○' | '–' | '—' | '①'..='⑳') => {
            true
        }
        Some('-' | '*' | '+') => chars.next().is_some_and(char::is_whitespace),
        // "a) ..."
        Some('a'..='z') => chars.next() == Some(')') && chars.next() == Some(' '),
        Some('(' | '（') => {
            let inside: String = chars
                .by_ref()
                .take_while(|c| !matches!(c, ')' | '）'))
                .collect();
            (1..=3).contains(&inside.chars().count()) && inside.chars().all(char::is_alphanumeric)
        }
        Some('一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') => {
            line.chars().take(4).any(|c| matches!(c, '、' | '．' | '.'))
        }
        Some(c) if c.is_ascii_digit() || c.is_ascii_uppercase() => {
            let label = line.len()
                - line
                    .trim_start_matches(|c: char| {
                        c.is_ascii_digit() || c == '.' || c.is_ascii_uppercase()
                    })
                    .len();
            let mark = &line[..label];
            let rest = &line[label..];
            let letters = mark.bytes().filter(u8::is_ascii_uppercase).count();
            let roman = mark
                .trim_end_matches('.')
                .bytes()
                .all(|b| b"IVX".contains(&b));
            let numbered = mark.len() <= 6 && (letters <= 1 || roman);
            let closed = mark.ends_with('.')
                || mark.contains('.')
                || rest.starts_with([')', '）', '、', '．']);
            // "1, we checked all orders" is an entry, "12, Mill Lane" a line of an address.
            let digits = mark.len() <= 2 && letters == 0 && !mark.contains('.');
            let comma = rest
                .strip_prefix([',', '，', ':', '：'])
                .map(str::trim_start);
            let said = comma.is_some_and(|text| text.starts_with(char::is_alphabetic));
            if digits && said && line.width() > WRAPPED {
                return true;
            }
            // "1.5 kg" and "2026.11.20" are no labels; neither is "A. Smith" that far inside a line.
            numbered
                && closed
                && (rest.starts_with([' ', '\t', ')', '）', '、', '．'])
                    || rest.chars().next().is_some_and(crate::lang::is_cjk))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, bool, bool)]) {
        let found: Vec<_> = paragraphs(text)
            .iter()
            .map(|p| (&text[p.range.clone()], p.item, p.short))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        check(
            "Dear team,\n\nOn 4 May we refunded the twelve orders that were\nlisted in your notice.\nWe did more.\n\n1. First\n2. Second",
            &[
                ("Dear team,", false, true),
                (
                    "On 4 May we refunded the twelve orders that were\nlisted in your notice.",
                    false,
                    false,
                ),
                ("We did more.", false, false),
                ("1. First", true, true),
                ("2. Second", true, true),
            ],
        );
    }

    #[test]
    fn a_line_broken_where_the_next_word_had_room_is_one_of_its_own() {
        check(
            "Box 3. The steps you have taken to prevent it again\nThe packing lead has compared each label with the order since 4 May 2026.",
            &[
                (
                    "Box 3. The steps you have taken to prevent it again",
                    false,
                    true,
                ),
                (
                    "The packing lead has compared each label with the order since 4 May 2026.",
                    false,
                    false,
                ),
            ],
        );
    }

    #[test]
    fn labels_of_entries() {
        for line in [
            "1. a",
            "1.2 a",
            "(3) a",
            "A) b",
            "a) b",
            "- a",
            "• a",
            "一、原因",
            "1、原因",
            "①原因",
        ] {
            assert!(is_item(line), "{line}");
        }
        for line in ["1.5kg", "2026-11-20 a", "ASIN B0", "a-b", "-5", "十分抱歉"] {
            assert!(!is_item(line), "{line}");
        }
    }
}
