//! Two texts that should say the same in two languages, and what they differ in.

use super::guess;
use super::pair::{Difference, Kind, Side, Text, compare};
use super::rule::{Place, Sink};
use crate::lang::Lang;
use crate::msg;

/// The two sides with their differences.
#[derive(Debug)]
pub struct Pair<'p> {
    /// The first text.
    pub left: &'p str,
    /// The second text.
    pub right: &'p str,
    differences: Vec<Difference>,
}

impl<'p> Pair<'p> {
    /// Compares two texts; their languages are guessed.
    pub fn new(left: &'p str, right: &'p str) -> Self {
        let first = guess::language(left);
        let second = guess::language(right);
        Self::of(left, first, right, second)
    }

    /// Compares two texts whose languages are known.
    pub fn of(left: &'p str, first: Lang, right: &'p str, second: Lang) -> Self {
        let differences = compare(
            Text {
                text: left,
                lang: first,
            },
            Text {
                text: right,
                lang: second,
            },
        );
        Self {
            left,
            right,
            differences,
        }
    }

    /// Flags the differences of some kinds.
    pub(super) fn flag(&self, kinds: &[Kind], sink: &mut Sink) {
        for difference in &self.differences {
            if !kinds.contains(&difference.kind) {
                continue;
            }
            let span = difference.place.span.clone();
            let place = match difference.place.side {
                Side::Left => Place::Text(span),
                Side::Right => Place::Other(span),
            };
            match &difference.instead {
                Some(other) if difference.counts_another_thing => {
                    let other = other.quote.as_str();
                    sink.push_with(place, msg!("pair-counts-another", other = other));
                }
                Some(other) => {
                    let other = other.quote.as_str();
                    sink.push_with(place, msg!("pair-other-side", other = other));
                }
                None => sink.push(place),
            }
        }
    }
}
