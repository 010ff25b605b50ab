//! Two languages of one text, set against each other.
//!
//! Values are compared by meaning, paragraph by paragraph where the paragraphs of both sides
//! answer each other. A correct translation raises nothing: what only may be a value is no
//! ground for a finding, and a value that one side repeats need not be repeated by the other.

mod align;
mod blocks;
mod deeds;
mod index;
mod names;
mod oddities;
mod partners;
mod same;
mod script;
mod table;

use std::ops::Range;

use crate::check::values;
use crate::lang::Lang;

/// One side of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its language.
    pub lang: Lang,
}

/// Which side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The first text.
    Left,
    /// The second text.
    Right,
}

/// What two sides differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A count, a percentage, an amount of money or a time of day.
    Numbers,
    /// A date or a day of the week.
    Dates,
    /// An ASIN, an order, an e-mail address, another identifier.
    Ids,
    /// A text or passage is missing in the other language, or is left in it.
    Untranslated,
    /// A paragraph or list item one side lacks.
    Paragraphs,
}

/// A place on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The side.
    pub side: Side,
    /// Where on it, in bytes.
    pub span: Range<usize>,
    /// The exact words there; empty for a side that is empty.
    pub quote: String,
}

/// A difference between the two sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// In what.
    pub kind: Kind,
    /// Where it is seen: on the left side where both have something.
    pub place: Place,
    /// What the other side most likely has instead: 21 for 12.
    pub instead: Option<Place>,
    /// The count is on both sides, but counts another thing on the other.
    pub counts_another_thing: bool,
}

/// Compares the two sides of a pair; the differences come in the order of the left side.
///
/// Linear in the length of the texts; any text will do.
pub fn compare(left: Text<'_>, right: Text<'_>) -> Vec<Difference> {
    let sides = [left, right];
    if let Some(difference) = script::whole_side(&sides) {
        return vec![difference];
    }
    let found = sides.map(|side| values::find(side.text, side.lang));
    let blocks = sides.map(|side| blocks::blocks(side.text));
    let alignment = align::align(&sides, &blocks, &found);
    let mut differences = Vec::new();
    script::passages(&sides, &mut differences);
    let mut partners = partners::Partners::new(&sides, &blocks, &found, alignment.exact);
    for at in 0..alignment.groups.len() {
        partners.compare(&alignment.groups, at);
    }
    partners.drop_moved(&alignment.groups);
    differences.append(&mut partners.differences);
    differences.retain({
        let untranslated: Vec<Place> = differences
            .iter()
            .filter(|d| d.kind == Kind::Untranslated)
            .map(|d| d.place.clone())
            .collect();
        move |d| {
            // one finding is enough for a paragraph that was left in the other language
            d.kind == Kind::Untranslated
                || !untranslated
                    .iter()
                    .any(|u| u.side == d.place.side && overlaps(&u.span, &d.place.span))
        }
    });
    differences.sort_by_key(|d| (d.place.side, d.place.span.start, d.kind));
    differences.dedup();
    differences
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn place(sides: &[Text<'_>; 2], side: Side, span: Range<usize>) -> Place {
    let quote = sides[side as usize].text.get(span.clone()).unwrap_or("");
    Place {
        side,
        quote: quote.to_owned(),
        span,
    }
}

#[cfg(test)]
mod tests;
