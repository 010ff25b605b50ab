//! Labels at the beginning of a line: `1.`, `B 1.2`, `(3)`, `一、`.

use super::lexicon::Lexicon;
use crate::lang::DE;

/// How far the numbers of two entries that follow one another may be apart.
const SKIPPED: u32 = 3;

/// The lines of a text: where each begins and ends, and how long the label at its beginning is.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let mut at = 0;
    let mut before = Before::Nothing;
    let mut last = None;
    let mut listed = false;
    text.split_inclusive('\n').map(move |whole| {
        let start = at;
        at += whole.len();
        let line = whole.trim_end();
        let indent = line.len() - line.trim_start().len();
        let body = &line[indent..];
        let label = label(body).filter(|(_, number)| {
            // Behind an entry an entry may have been left out: 1, 2, 4.
            let far = if listed { SKIPPED } else { 1 };
            let follows =
                |n: u32| last.is_some_and(|last: u32| (1..=far).contains(&(n.wrapping_sub(last))));
            let in_order = number.is_none_or(|n| n == 1 || follows(n));
            in_order || (before != Before::Open && !is_german_day(body))
        });
        if let Some((_, number)) = label {
            last = number.or(last);
        }
        listed = label.is_some();
        before = match body.chars().next_back() {
            None => Before::Nothing,
            Some('.' | ':' | ';' | '!' | '?' | '。' | '：' | '；' | '！' | '？' | ')' | '）') => {
                Before::Closed
            }
            Some(_) => Before::Open,
        };
        Line {
            start: start + indent,
            end: start + line.len(),
            label: label.map_or(0, |(length, _)| length),
        }
    })
}

/// Whether a line begins with a day as German writes it: "14. August: 200 bottles".
fn is_german_day(line: &str) -> bool {
    let Some((_, rest)) = line.split_once(". ") else {
        return false;
    };
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    let german = Lexicon::of(DE);
    german
        .word(&word.to_lowercase())
        .is_some_and(|word| word.month.is_some())
}

/// A line without the blanks around it; offsets in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// Where it begins, label included.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// Length of the label and the blanks after it; 0 where there is none.
    pub(crate) label: usize,
}

impl Line {
    /// Reports whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.start >= self.end
    }
}

/// How the line before ended: a number after an unfinished sentence is no label.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    Nothing,
    Closed,
    Open,
}

/// The label at the beginning of a line: its length, and its number where it has a single one.
fn label(line: &str) -> Option<(usize, Option<u32>)> {
    let mut chars = line.chars().peekable();
    let first = *chars.peek()?;
    let mut length = 0;
    if let '①'..='⑳' | '•' | '·' | '●' | '■' | '▪' | '◦' | '–' | '-' | '*' = first
    {
        let after = line[first.len_utf8()..].chars().next();
        let bullet = matches!(first, '①'..='⑳' | '•' | '●' | '■' | '▪' | '◦');
        let spaced = after.is_some_and(char::is_whitespace);
        return (bullet || spaced).then(|| (blanks(line, first.len_utf8()), None));
    }
    let bracket = matches!(first, '(' | '（' | '[');
    if bracket {
        length += first.len_utf8();
    }
    let (core, number, dotted) = core(&line[length..])?;
    length += core;
    let rest = &line[length..];
    let close = rest.chars().next().unwrap_or(' ');
    let after = rest[close.len_utf8().min(rest.len())..].chars().next();
    let spaced = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || !c.is_ascii());
    let fits = match close {
        ')' | '）' | ']' => true,
        '、' | '．' => !bracket,
        '.' | ':' | '：' => !bracket && spaced(after) && core > 0,
        ' ' | '\t' | '\u{3000}' if dotted => !bracket && capital(rest),
        _ => return None,
    };
    fits.then(|| {
        let end = length
            + if close.is_whitespace() {
                0
            } else {
                close.len_utf8()
            };
        // after an unfinished line it may be the end of a sentence or of a bracket
        let sentence_end = matches!(close, '.' | ':' | '：') || (close == ')' && !bracket);
        (
            blanks(line, end.min(line.len())),
            number.filter(|_| sentence_end),
        )
    })
}

/// Digits, one letter, a Roman or Chinese numeral, or `B 1.2`: length, number, whether it has parts.
fn core(text: &str) -> Option<(usize, Option<u32>, bool)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let han = |c: char| "一二三四五六七八九十".contains(c);
    let full = |c: char| ('０'..='９').contains(&c);
    let mut at = 0;
    let first = text.chars().next()?;
    if han(first) || full(first) {
        let length: usize = text
            .chars()
            .take_while(|c| han(*c) || full(*c))
            .map(char::len_utf8)
            .sum();
        return (length <= 9).then_some((length, None, false));
    }
    if first.is_ascii_uppercase() {
        let roman = text.bytes().take_while(|b| b"IVX".contains(b)).count();
        if roman > 1 {
            return Some((roman, None, false));
        }
        at = 1;
        if text[at..].starts_with(' ') && text[at + 1..].starts_with(|c: char| c.is_ascii_digit()) {
            at += 1;
        }
    } else if first.is_ascii_lowercase() {
        return Some((1, None, false));
    }
    let start = at;
    at += digits(&text[at..]);
    if at == start {
        return (at > 0).then_some((at, None, false));
    }
    if at - start > 2 {
        return None;
    }
    let mut number = text[start..at].parse().ok();
    let mut dotted = false;
    while text[at..].starts_with('.') {
        let more = digits(&text[at + 1..]);
        if more == 0 || more > 2 || text[at + 1..=at + more] > *"19" {
            break;
        }
        at += 1 + more;
        dotted = true;
        number = None;
    }
    Some((at, number, dotted))
}

/// After `1.1` without a full stop, a sentence begins: a capital letter or a Chinese character.
fn capital(rest: &str) -> bool {
    let wide = rest.starts_with("  ") || rest.starts_with('\t');
    let first = rest.trim_start().chars().next();
    first.is_some_and(|c| c.is_uppercase() || !c.is_ascii() || (wide && c.is_alphabetic()))
}

fn blanks(line: &str, from: usize) -> usize {
    line.len() - line[from..].trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let labels: Vec<&str> = lines(text)
            .filter(|line| line.label > 0)
            .map(|line| text[line.start..line.start + line.label].trim())
            .collect();
        assert_eq!(labels, expected, "{text}");
    }

    #[test]
    fn labels_of_lists_and_sections() {
        check("1. On 5 May\n2. On 6 May", &["1.", "2."]);
        check("B. Actions\n\n1.1  On 5 May\n", &["B.", "1.1"]);
        check(
            "一、根本原因\n（二）措施\n3）措施\n4、措施",
            &["一、", "（二）", "3）", "4、"],
        );
        check("- one\n* two\n• three\n① 四", &["-", "*", "•", "①"]);
        check("(a) first\nIV. Request", &["(a)", "IV."]);
    }

    #[test]
    fn numbers_that_begin_a_line_are_no_labels() {
        check("12 orders were late.", &[]);
        check("The rate was\n12. We then", &[]);
        check("1.74% on that day", &[]);
        check("2026-05-04 we stopped", &[]);
        check("1.5 kg were sent", &[]);
        check("A buyer wrote", &[]);
        check("3件商品", &[]);
    }
}
