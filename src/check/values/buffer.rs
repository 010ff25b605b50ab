//! The text as the readers want it: half-width, one blank for many, lines joined, no labels.

use std::ops::Range;

use super::labels;
use crate::lang::is_cjk;

/// What stands between paragraphs and list items; no value reaches across.
pub(super) const BREAK: char = '\n';
/// A blank that may stand inside a number.
pub(super) const THIN: char = '\u{a0}';

/// Normal characters, and where each stood.
#[derive(Debug, Default)]
pub(super) struct Buffer {
    pub(super) chars: Vec<char>,
    at: Vec<(u32, u8)>,
}

impl Buffer {
    /// Reads a text; what lies behind the first 4 GB is not seen.
    pub(super) fn new(text: &str) -> Self {
        let mut buffer = Self {
            chars: Vec::with_capacity(text.len()),
            at: Vec::with_capacity(text.len()),
        };
        let mut blank_before = true;
        for line in labels::lines(text) {
            if line.is_blank() {
                blank_before = true;
                continue;
            }
            let body = &text[line.start + line.label..line.end];
            let joint = buffer.joint(body.chars().next());
            if blank_before || line.label > 0 {
                buffer.push(BREAK, line.start, 0);
            } else if let Some(joint) = joint {
                buffer.push(joint, line.start, 0);
            }
            blank_before = false;
            for (at, c) in body.char_indices() {
                let start = line.start + line.label + at;
                match normal(c) {
                    ' ' if buffer.chars.last() == Some(&' ') => {}
                    '，' if is_grouped(body, at) => buffer.push(',', start, c.len_utf8()),
                    normal => buffer.push(normal, start, c.len_utf8()),
                }
            }
        }
        buffer
    }

    /// What a line break turns into: nothing inside Chinese, else a blank.
    fn joint(&self, next: Option<char>) -> Option<char> {
        let last = *self.chars.last()?;
        let next = normal(next?);
        let chinese = is_cjk(last) || is_cjk(next);
        (!chinese || (last.is_ascii_digit() && next.is_ascii_digit())).then_some(' ')
    }

    fn push(&mut self, c: char, at: usize, length: usize) {
        if let (Ok(at), Ok(length)) = (u32::try_from(at), u8::try_from(length)) {
            self.chars.push(c);
            self.at.push((at, length));
        }
    }

    /// Turns a range of characters into one of bytes of the text.
    pub(super) fn bytes(&self, span: Range<usize>) -> Range<usize> {
        let start = self.at.get(span.start).map_or(0, |(at, _)| *at as usize);
        let last = self.at.get(span.end.saturating_sub(1).max(span.start));
        let end = last.map_or(start, |(at, length)| *at as usize + *length as usize);
        start..end
    }
}

/// Whether the comma of ３，６００ stands here, and not one between two clauses.
fn is_grouped(text: &str, at: usize) -> bool {
    let wide = |c: &char| ('０'..='９').contains(c);
    let mut behind = text[at..].chars().skip(1);
    text[..at].chars().next_back().is_some_and(|c| wide(&c))
        && behind.by_ref().take(3).filter(wide).count() == 3
        && !behind.next().is_some_and(|c| wide(&c))
}

/// The ordinary form of a character.
fn normal(c: char) -> char {
    match c {
        '，' => c,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '￥' => '¥',
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        '〜' => '~',
        '’' | '‘' => '\'',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => THIN,
        _ if c.is_whitespace() || c == '\u{200b}' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_and_places_kept() {
        let text = "1.  于2026年１１月20\n   日收到，EUR\n480\n\n下一段";
        let buffer = Buffer::new(text);
        let read: String = buffer.chars.iter().collect();
        assert_eq!(read, "\n于2026年11月20日收到，EUR 480\n下一段");
        let at = read.chars().position(|c| c == '日').unwrap();
        assert_eq!(&text[buffer.bytes(at - 2..at + 1)], "20\n   日");
        let wide = Buffer::new("３，６００件，１２，３４");
        assert_eq!(wide.chars.iter().collect::<String>(), "\n3,600件，12，34");
    }
}
