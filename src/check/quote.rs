//! Words that are not the writer's own: quotations, titles, names.

use std::ops::Range;

use super::document::Document;
use crate::lang::is_cjk;

/// A quotation longer than this is a quotation mark too many.
const LONGEST: usize = 600;

/// Finds what stands in quotation marks (folded text), paragraph by paragraph.
pub(super) fn find(document: &Document<'_>) -> Vec<Range<usize>> {
    let mut quotes = Vec::new();
    let flat = document.flat();
    for paragraph in &document.paragraphs {
        let mut open = None;
        for (at, c) in flat[paragraph.span.clone()].char_indices() {
            let at = paragraph.span.start + at;
            match (c, open) {
                ('"' | '「' | '『' | '《' | '〈', None) => open = Some(at),
                ('"' | '」' | '』' | '》' | '〉', Some(start)) => {
                    // An inch sign opens nothing: 12" x 8".
                    if at - start <= LONGEST {
                        quotes.push(start..at + c.len_utf8());
                    }
                    open = None;
                }
                _ => {}
            }
        }
    }
    quotes
}

/// Reports whether words are written as a name: every one with a capital, inside a sentence of a
/// language that writes only names so.
pub(super) fn is_name(document: &Document<'_>, span: &Range<usize>) -> bool {
    if document.lang.as_str() != "en" {
        return false;
    }
    let source = document.source(span);
    let words = &document.text()[source.clone()];
    let mut letters = words.chars().filter(|c| c.is_alphabetic());
    if !letters.any(char::is_lowercase) {
        // Shouted, or without letters.
        return false;
    }
    let capital = |word: &str| {
        let first = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = first.chars().next();
        first.is_none_or(|c| c.is_uppercase() || c.is_ascii_digit() || is_cjk(c))
    };
    // The first word of a sentence has its capital from there.
    let text = &document.text()[..source.start];
    let before = text.trim_end();
    let begins = before.is_empty()
        || text[before.len()..].contains('\n')
        || !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '\'' | '’' | '&'));
    // "Brands" behind it: "World Class Brands Ltd" is a name wherever it stands.
    let behind = document.text()[source.end..].trim_start_matches(' ');
    let goes_on = behind.starts_with(char::is_uppercase);
    (!begins || goes_on) && words.split_whitespace().all(capital)
}
