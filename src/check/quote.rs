//! Words that are not the writer's own: quotations, titles, names.

use std::ops::Range;

use super::document::Document;
use crate::lang::is_cjk;

/// A quotation longer than this is a quotation mark too many.
const LONGEST: usize = 600;

/// Finds what stands in quotation marks, paragraph by paragraph; in the text as it was given.
pub(super) fn find(document: &Document<'_>) -> Vec<Range<usize>> {
    let text = document.text();
    let mut found = Vec::new();
    for paragraph in &document.paragraphs {
        let mut open: Option<(usize, char)> = None;
        let mut before = ' ';
        let source = &paragraph.source;
        for (at, c) in text[source.clone()].char_indices() {
            let at = source.start + at;
            match open {
                None => open = closer(before, c).map(|closing| (at, closing)),
                Some((start, closing)) if c == closing && before != ' ' => {
                    if at - start <= LONGEST {
                        found.push(start..at + c.len_utf8());
                    }
                    open = None;
                }
                Some(_) => {}
            }
            before = c;
        }
    }
    found
}

/// The sign that ends a quotation which begins here.
fn closer(before: char, c: char) -> Option<char> {
    match c {
        // An inch sign stands behind a number.
        '"' => (!before.is_ascii_digit()).then_some('"'),
        '“' => Some('”'),
        '„' => Some('“'),
        '«' => Some('»'),
        '「' => Some('」'),
        '『' => Some('』'),
        '《' => Some('》'),
        '〈' => Some('〉'),
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::document::{Given, Kind, Role, Section};
    use crate::lang::EN;

    #[test]
    fn quotations_of_several_kinds() {
        let text = "a 12\" x 8\" card said \"NOT new!!\" and “again” 「不」 \"open";
        let given = [Given {
            source: 0..text.len(),
            role: Role::Prose,
            section: Section::Opening,
            item: false,
        }];
        let document = Document::of(text, EN, Kind::Appeal, &given);
        let found: Vec<&str> = find(&document)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, ["\"NOT new!!\"", "“again”", "「不」"]);
    }
}
