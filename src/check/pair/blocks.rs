//! A text in blocks: its paragraphs, and each list item for itself.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::check::values::{Line, lines};
use crate::lang::is_cjk;

/// A paragraph or a list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Where it stands, label included.
    pub(super) span: Range<usize>,
    /// Which paragraph it is in or is; list items without blank lines between are in one.
    pub(super) paragraph: usize,
    /// It begins with a label.
    pub(super) item: bool,
    /// How long it is, in Latin letters; a Chinese character says as much as three.
    pub(super) weight: usize,
}

/// What a Chinese or Japanese character weighs in Latin letters.
const CHARACTER: usize = 3;

/// Cuts a text into blocks.
///
/// Blank lines and labels part them. Where a text has no blank line, each line is a block, unless
/// its lines were broken by a mail program at the same width.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines: Vec<Line> = lines(text).collect();
    let spaced = lines
        .windows(3)
        .any(|w| !w[0].is_blank() && w[1].is_blank() && !w[2].is_blank());
    let joined = spaced || wrapped(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    let mut paragraph = 0;
    let mut listed = 0;
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() {
            paragraph += usize::from(open);
            open = false;
            continue;
        }
        let weight = weight(&text[line.start + line.label..line.end]);
        let entry = at < listed;
        // The line that opens a list is none of its entries.
        if joined && !entry {
            listed = bare_list(text, &lines, at).unwrap_or(listed);
        }
        match blocks.last_mut() {
            Some(block) if open && joined && line.label == 0 && !entry => {
                block.span.end = line.end;
                block.weight += weight + 1;
            }
            _ => blocks.push(Block {
                span: line.start..line.end,
                paragraph,
                item: line.label > 0 || entry,
                weight,
            }),
        }
        paragraph += usize::from(!joined);
        open = true;
    }
    // a rule of signs is no paragraph
    blocks.retain(|block| block.weight > 0);
    blocks
}

/// Columns of an entry that has no label.
const ENTRY: usize = 80;

/// Where a list without labels ends that a line opens: "Enclosed:", and a paper on each line.
fn bare_list(text: &str, lines: &[Line], at: usize) -> Option<usize> {
    let words = |line: &Line| &text[line.start..line.end];
    if !words(&lines[at]).ends_with([':', '：']) {
        return None;
    }
    let mut end = at + 1;
    for line in lines[at + 1..].iter().take_while(|line| !line.is_blank()) {
        let words = words(line);
        let ends = words.ends_with(['.', '。', ',', '，', ':', '：']);
        if line.label > 0 || ends || words.width() > ENTRY {
            return None;
        }
        end += 1;
    }
    (end > at + 2).then_some(end)
}

/// Whether lines were broken at a width: most are nearly as long as the longest.
fn wrapped(text: &str, lines: &[Line]) -> bool {
    let width = |line: &Line| {
        text[line.start..line.end]
            .chars()
            .map(|c| 1 + usize::from(is_cjk(c)))
            .sum()
    };
    let widths: Vec<usize> = lines.iter().map(width).collect();
    let longest = widths.iter().copied().max().unwrap_or(0);
    let long = widths.iter().filter(|w| **w * 10 >= longest * 8).count();
    (50..=110).contains(&longest) && long * 10 >= widths.len() * 6
}

/// How much a text says, in Latin letters.
pub(super) fn weight(text: &str) -> usize {
    let each = text.chars().map(|c| match c {
        _ if is_cjk(c) && c.is_alphanumeric() => CHARACTER,
        _ if c.is_alphanumeric() || c == ' ' => 1,
        _ => 0,
    });
    each.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let seen: Vec<&str> = blocks(text).iter().map(|b| &text[b.span.clone()]).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn paragraphs_lines_and_items() {
        check(
            "Dear team,\n\nWe checked\nthe stock.\n",
            &["Dear team,", "We checked\nthe stock."],
        );
        check("您好\n货已寄出\n谢谢", &["您好", "货已寄出", "谢谢"]);
        check(
            "Done:\n1. one\n2. two\n\nBye",
            &["Done:", "1. one", "2. two", "Bye"],
        );
        check("a\n\n-----\n\nb", &["a", "b"]);
    }
}
