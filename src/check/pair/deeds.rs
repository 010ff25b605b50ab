//! What was done with the things a number counts: "three were replaced and five refunded" against
//! "five were replaced and three refunded".

use rustc_hash::FxHashMap;

use super::partners::needs_partner;
use super::{Side, Text};
use crate::check::values::{Figure, Found, Thing, Value, deed};

/// What ends a clause, beside the word for "and".
const ENDS: [char; 13] = [
    ',', ';', '.', ':', '，', '；', '。', '：', '、', '\n', '！', '!', '(',
];
/// Counts of a paragraph up to which each is looked at.
const MANY: usize = 40;

/// Finds two counts that stand once on each side and whose deeds are exchanged.
pub(super) fn swapped<'a>(
    lists: &[Vec<&'a Found>; 2],
    texts: &[Text<'_>; 2],
) -> Option<[&'a Found; 2]> {
    let sides = [Side::Left, Side::Right].map(|side| {
        let side = side as usize;
        let counts: Vec<_> = lists[side].iter().filter_map(|f| count(f)).collect();
        let times = tally(counts.iter().map(|(value, _)| *value));
        let known = counts.iter().filter(|(value, _)| times[value] == 1);
        let done = known.filter_map(|(value, found)| {
            let deed = deed(clause(texts[side], found), texts[side].lang)?;
            Some((*value, deed, *found))
        });
        done.take(MANY).collect::<Vec<_>>()
    });
    let [left, right] = &sides;
    let at = |side: &[(Figure, &'static str, &'a Found)], figure: Figure| {
        let mut side = side.iter();
        side.find(|(value, ..)| *value == figure)
            .map(|(_, deed, found)| (*deed, *found))
    };
    for (value, deed, one) in left {
        let Some((elsewhere, _)) = at(right, *value).filter(|(other, _)| other != deed) else {
            continue;
        };
        // The other number has the deed of this one over there, and gave it its own.
        let other = left
            .iter()
            .find(|(_, own, _)| *own == elsewhere)
            .and_then(|(other, ..)| at(right, *other))
            .filter(|(own, _)| own == deed);
        if let Some((_, instead)) = other {
            return Some([one, instead]);
        }
    }
    None
}

fn count(found: &Found) -> Option<(Figure, &Found)> {
    match found.value {
        Value::Number { value, what } => {
            let time = what.is_some_and(Thing::is_time);
            (needs_partner(found) && !time).then_some((value, found))
        }
        _ => None,
    }
}

/// How often each figure stands there.
pub(super) fn tally(figures: impl Iterator<Item = Figure>) -> FxHashMap<Figure, usize> {
    let mut times = FxHashMap::default();
    for figure in figures {
        *times.entry(figure).or_default() += 1;
    }
    times
}

/// Characters on either side of a value in which its clause is looked for: a text without an end has
/// none.
const LONGEST: usize = 200;

/// The clause a value stands in.
pub(super) fn clause<'t>(text: Text<'t>, found: &Found) -> &'t str {
    let and = [" and ", " und ", "和", "并", "以及", "、"];
    let before = &text.text[..found.span.start];
    let near = before.char_indices().rev().take(LONGEST).last();
    let from = near.map_or(found.span.start, |(at, _)| at);
    let start = before[from..].rfind(ENDS).map_or(from, |at| {
        let at = from + at;
        at + before[at..].chars().next().map_or(1, char::len_utf8)
    });
    let start = and
        .iter()
        .filter_map(|and| before[start..].rfind(and).map(|at| start + at + and.len()))
        .max()
        .unwrap_or(start);
    let behind = &text.text[found.span.end..];
    let far = behind.char_indices().nth(LONGEST);
    let behind = far.map_or(behind, |(at, _)| &behind[..at]);
    let end = behind.find(ENDS).unwrap_or(behind.len());
    let end = and
        .iter()
        .filter_map(|and| behind[..end].find(and))
        .min()
        .unwrap_or(end);
    &text.text[start..found.span.end + end]
}
