//! What the writer only quotes: words of a buyer, the text of a label, a title.

use std::ops::Range;

use super::document::Document;

/// Finds quoted words in the original text, in order.
pub(super) fn quotations(document: &Document<'_>) -> Vec<Range<usize>> {
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
                    found.push(start..at + c.len_utf8());
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
        _ => None,
    }
}

/// Reports whether a place lies in one of the ranges, which are in order and apart.
pub(super) fn covers(ranges: &[Range<usize>], place: &Range<usize>) -> bool {
    ranges
        .partition_point(|range| range.start <= place.start)
        .checked_sub(1)
        .is_some_and(|at| ranges[at].end >= place.end)
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
        let found: Vec<&str> = quotations(&document)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, ["\"NOT new!!\"", "“again”", "「不」"]);
    }
}
