//! What is refused before any parser sees it.
//!
//! A YAML parser can be made to work for minutes by a few hundred kilobytes of
//! brackets, and most editors of old Windows machines save Chinese as GBK:
//! both get a clear answer at once.

use std::str::Utf8Error;

use crate::diagnostic::{Diagnostic, KeyPath, Span};
use crate::msg;

/// The largest file that is read: 256 KB. A case with every answer filled in takes about 10 KB.
pub const LIMIT: usize = 256 * 1024;

/// The deepest nesting of brackets; the catalogue needs 3.
const DEPTH: usize = 64;

/// Decodes a file's bytes, which must be UTF-8; a byte order mark and Windows line ends are taken off.
pub fn decode_utf8(path: &str, bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let message = msg!("not-utf8", encoding = "UTF-16");
        let refusal = Diagnostic::error(path, KeyPath::root(), message);
        return Err(refusal.help(msg!("not-utf8-help")).into());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(normalised(text)),
        Err(error) => Err(not_utf8(path, error.as_bytes(), error.utf8_error()).into()),
    }
}

/// Takes off a byte order mark and turns Windows and old Mac line ends into `\n`.
fn normalised(mut text: String) -> String {
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    text
}

fn not_utf8(path: &str, bytes: &[u8], error: Utf8Error) -> Diagnostic {
    let before = &bytes[..error.valid_up_to()];
    let line = 1 + String::from_utf8_lossy(before).matches('\n').count();
    let line_start = before
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |at| at + 1);
    let column = 1 + String::from_utf8_lossy(&before[line_start..])
        .chars()
        .count();
    // Two bytes of 0x81..=0xFE and 0x40..=0xFE side by side are what GBK writes a character in.
    let wrong = &bytes[error.valid_up_to()..];
    let gbk = wrong.len() > 1 && (0x81..=0xFE).contains(&wrong[0]) && wrong[1] >= 0x40;
    let encoding = if gbk { "GBK" } else { "unknown" };
    let span = Span {
        start: before.len(),
        end: before.len() + 1,
        line,
        column,
        end_line: line,
        end_column: column + 1,
    };
    Diagnostic::error(path, KeyPath::root(), msg!("not-utf8", encoding = encoding))
        .help(msg!("not-utf8-help"))
        .at(span)
}

/// Refuses a YAML text that is too large, nested too deep, or holds a character no file of ours needs.
pub(super) fn refuse(path: &str, text: &str) -> Result<(), Box<Diagnostic>> {
    let error = |message| Diagnostic::error(path, KeyPath::root(), message);
    if text.len() > LIMIT {
        let refusal = error(msg!("too-large", kilobytes = text.len().div_ceil(1024)));
        return Err(refusal
            .help(msg!("too-large-help", limit = LIMIT / 1024))
            .into());
    }
    let mut depth = 0usize;
    for (number, line) in text.lines().enumerate() {
        depth = flow_depth(line.as_bytes(), depth);
        if depth > DEPTH || compact_depth(line) > DEPTH || indentation(line) > 4 * DEPTH {
            let at = line_span(text, line, number);
            let refusal = error(msg!("too-deep", limit = DEPTH)).help(msg!("too-deep-help"));
            return Err(refusal.at(at).into());
        }
        if line.bytes().any(may_begin_forbidden)
            && let Some((at, c)) = line.char_indices().find(|(_, c)| forbidden_character(*c))
        {
            let offset = line.as_ptr() as usize - text.as_ptr() as usize + at;
            let column = 1 + line[..at].chars().count();
            let span = Span {
                start: offset,
                end: offset + c.len_utf8(),
                line: number + 1,
                column,
                end_line: number + 1,
                end_column: column + 1,
            };
            let code = format!("U+{:04X}", u32::from(c));
            let refusal = error(msg!("forbidden-character", code = code));
            return Err(refusal
                .help(msg!("forbidden-character-help"))
                .at(span)
                .into());
        }
    }
    Ok(())
}

/// Reports whether a byte may begin a forbidden character in UTF-8; most texts have none of them.
fn may_begin_forbidden(byte: u8) -> bool {
    (byte < 0x20 && byte != b'\t')
        || matches!(byte, 0x7F | 0xC2 | 0xD8 | 0xE2 | 0xEE | 0xEF | 0xF0..=0xF4)
}

/// Reports whether a character has no place in any text of a letter.
///
/// Control characters break a DOCX, direction marks can make a line read other than it is stored.
pub fn forbidden_character(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}'
        | '\u{86}'..='\u{9F}'
        | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{FDD0}'..='\u{FDEF}'
        | '\u{E000}'..='\u{F8FF}')
        || (u32::from(c) & 0xFFFE) == 0xFFFE
}

/// Brackets open after this line: those that stand where YAML may begin a value.
fn flow_depth(line: &[u8], before: usize) -> usize {
    if before == 0 && !line.iter().any(|b| matches!(b, b'[' | b'{')) {
        return 0;
    }
    let begins = |previous: u8| b" [{,:-".contains(&previous);
    let mut depth = before;
    let mut quote = None;
    let mut previous = b' ';
    for byte in line.iter().copied() {
        match (quote, byte) {
            (Some(open), _) if byte == open => {
                quote = None;
            }
            (None, b'"' | b'\'') if begins(previous) => quote = Some(byte),
            (None, b'#') if previous == b' ' => break,
            (None, b'[' | b'{') if begins(previous) => depth += 1,
            (None, b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        previous = byte;
        if depth > DEPTH {
            break;
        }
    }
    depth
}

/// Lists opened inside lists on one line: `- - - x`.
fn compact_depth(line: &str) -> usize {
    line.trim_start()
        .split(' ')
        .take_while(|word| matches!(*word, "-" | "?"))
        .count()
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Finds the first tab a line is indented with.
pub(super) fn tab_in_indentation(text: &str) -> Option<Span> {
    let (number, line) = text.lines().enumerate().find(|(_, line)| {
        line.trim_start_matches(' ').starts_with('\t') && !line.trim().is_empty()
    })?;
    let span = line_span(text, line, number);
    let column = indentation(line);
    let start = span.start + column;
    Some(Span {
        start,
        end: start + 1,
        column: column + 1,
        end_column: column + 2,
        ..span
    })
}

fn line_span(text: &str, line: &str, number: usize) -> Span {
    let start = line.as_ptr() as usize - text.as_ptr() as usize;
    Span {
        start,
        end: start + line.char_indices().nth(40).map_or(line.len(), |(at, _)| at),
        line: number + 1,
        column: 1,
        end_line: number + 1,
        end_column: 1 + line.chars().take(40).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::EN;

    fn code(text: &str) -> Option<&'static str> {
        refuse("case.yaml", text).err().map(|d| d.code)
    }

    #[test]
    fn brackets_without_end_are_refused() {
        assert_eq!(code(&"[".repeat(100_000)), Some("too-deep"));
        assert_eq!(code(&"{a: ".repeat(60_000)), Some("too-deep"));
        assert_eq!(code(&"[\n".repeat(1_000)), Some("too-deep"));
        assert_eq!(code(&"- ".repeat(1_000)), Some("too-deep"));
        assert_eq!(code(&"{a: ".repeat(100_000)), Some("too-large"));
    }

    #[test]
    fn ordinary_brackets_are_not() {
        let text = "a: { en: \"x [\", zh: '{' }\nb: [1, 2]\nc: see [size M]\n".repeat(500);
        assert_eq!(code(&text), None);
        assert_eq!(code("      - a\n        - b\n"), None);
    }

    #[test]
    fn characters_that_hide_or_break_are_refused_with_their_place() {
        let found = refuse("case.yaml", "a: 1\nb: 晨\u{202E}x\n").unwrap_err();
        let line = found.to_line(EN);
        assert!(
            line.starts_with("error[forbidden-character] case.yaml:2:5: "),
            "{line}"
        );
        assert!(line.contains("U+202E"), "{line}");
        assert_eq!(code("a: x\u{B}y"), Some("forbidden-character"));
        // Every forbidden character is looked at: the first byte of each is one that is looked for.
        for c in (0..=0x0010_FFFF)
            .filter_map(char::from_u32)
            .filter(|c| forbidden_character(*c))
        {
            let line_break = matches!(c, '\n' | '\r');
            let mut bytes = [0; 4];
            assert!(
                line_break || may_begin_forbidden(c.encode_utf8(&mut bytes).as_bytes()[0]),
                "{c:?}"
            );
        }
        assert_eq!(code("a: 😀 é 晨\u{200D}\u{2028}"), None);
    }

    #[test]
    fn other_encodings_are_named() {
        let gbk = [b"store: ".as_slice(), &[0xB3, 0xBF, 0xEF, 0xFF]].concat();
        let line = decode_utf8("c.yaml", gbk).unwrap_err().to_line(EN);
        assert!(
            line.contains("GBK") && line.contains("c.yaml:1:8"),
            "{line}"
        );
        let utf16 = vec![0xFF, 0xFE, b'a', 0];
        assert!(
            decode_utf8("c.yaml", utf16)
                .unwrap_err()
                .to_line(EN)
                .contains("UTF-16")
        );
        let mark = "\u{FEFF}a: 1\r\nb: 2\r".as_bytes().to_vec();
        assert_eq!(decode_utf8("c.yaml", mark).as_deref(), Ok("a: 1\nb: 2\n"));
    }
}
