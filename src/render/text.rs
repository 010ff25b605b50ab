//! What the plain-text formats share: ASCII punctuation, wrapping, numbered entries.

use textwrap::{Options, WordSeparator, WordSplitter};

use crate::lang::is_cjk;
use crate::letter::{Block, Inline, Letter, Side, plain};

/// Columns of an e-mail line.
pub(super) const COLUMNS: usize = 72;

/// The text of runs, with ASCII punctuation where the script is Latin.
pub(super) fn of(letter: &Letter, side: Side, inlines: &[Inline]) -> String {
    typed(letter, side, &plain(inlines))
}

/// A text as a keyboard has it, where the script is Latin.
pub(super) fn typed(letter: &Letter, side: Side, text: &str) -> String {
    if letter.tags.get(side).cjk {
        text.to_owned()
    } else {
        ascii_punctuation(text)
    }
}

/// Writes typographic signs as a keyboard has them.
pub(super) fn ascii_punctuation(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '‘' | '’' | '‚' | '′' => ascii.push('\''),
            '“' | '”' | '„' | '″' | '«' | '»' => ascii.push('"'),
            '–' | '—' | '‐' | '‑' | '−' | '•' | '·' => ascii.push('-'),
            '…' => ascii.push_str("..."),
            '\u{A0}' | '\u{2007}' | '\u{202F}' => ascii.push(' '),
            '\u{85}' | '\u{2028}' | '\u{2029}' => ascii.push('\n'),
            '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' => {}
            _ => ascii.push(c),
        }
    }
    ascii
}

/// Wraps a text; lines after the first are indented.
pub(super) fn wrap(text: &str, columns: usize, first: &str, rest: &str) -> String {
    // A file name or an id must not be broken at its hyphens; Chinese has no spaces to break at.
    let cjk = text.chars().any(is_cjk);
    let separator = if cjk {
        WordSeparator::UnicodeBreakProperties
    } else {
        WordSeparator::AsciiSpace
    };
    let options = Options::new(columns)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(separator)
        .word_splitter(WordSplitter::NoHyphenation);
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let options = if lines.is_empty() {
            options.clone()
        } else {
            options.clone().initial_indent(rest)
        };
        lines.extend(
            textwrap::wrap(line, options)
                .into_iter()
                .map(|l| l.trim_end().to_owned()),
        );
    }
    lines.join("\n")
}

/// A block as a wrapped paragraph, an entry with its number before it.
pub(super) fn block(letter: &Letter, side: Side, columns: usize, block: &Block) -> String {
    let text = of(letter, side, block.text.get(side));
    match &block.label {
        None => wrap(&text, columns, "", ""),
        Some(label) => {
            let first = format!("{:<5}", number(label));
            wrap(&text, columns, &first, "     ")
        }
    }
}

/// A single number carries a full stop: `1.`, but `1.2`.
pub(super) fn number(label: &str) -> String {
    if label.contains('.') {
        label.to_owned()
    } else {
        format!("{label}.")
    }
}

/// One line, whatever stood in it.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typographic_signs_become_ascii() {
        assert_eq!(
            ascii_punctuation("“It’s” — 5–6…\u{A0}é 😀"),
            "\"It's\" - 5-6... é 😀"
        );
    }

    #[test]
    fn entries_hang() {
        let text =
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
        let wrapped = wrap(text, COLUMNS, "1.2  ", "     ");
        assert_eq!(
            wrapped,
            "1.2  one two three four five six seven eight nine ten eleven twelve\n     thirteen fourteen"
        );
        assert!(
            wrap(&"迟发率".repeat(40), COLUMNS, "", "")
                .lines()
                .all(|l| l.chars().count() <= COLUMNS / 2)
        );
    }
}
