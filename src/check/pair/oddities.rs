//! Values that have a partner each and are wrong all the same.

use super::Text;
use super::deeds::{clause, tally};
use super::partners::{counted, needs_partner};
use super::same;
use crate::check::values::{Certainty, Figure, Found, Thing, Value, begins_noun};

/// What parts two things that are counted.
const ENDS: [char; 9] = [',', ';', '.', ':', '，', '；', '。', '：', '\n'];
/// Values of a paragraph up to which each is counted.
pub(super) const MANY: usize = 80;

/// A value that stands once too often on one side, another once too often on the other: 25 boxes,
/// of which 24 came, against 24 boxes, of which 24 came.
pub(super) fn once_too_often<'a>(lists: &[Vec<&'a Found>; 2], lonely: &mut [Vec<&'a Found>; 2]) {
    let [left, right] = left_over(lists);
    let ([one], [other]) = (&left[..], &right[..]) else {
        return;
    };
    let both = counted(&one.value).zip(counted(&other.value));
    let unlike = both.is_some_and(|(a, b)| a.and(b).is_empty());
    let alike = std::mem::discriminant(&one.value) == std::mem::discriminant(&other.value);
    if alike && !unlike && needs_partner(one) && needs_partner(other) {
        lonely[0].push(one);
        lonely[1].push(other);
    }
}

/// A number that stands once on each side, and counts on one what it never does on the other: 12
/// buyers against 12 suppliers.
pub(super) fn counts_other_things<'a>(
    lists: &[Vec<&'a Found>; 2],
    sides: &[Text<'_>; 2],
) -> Option<[&'a Found; 2]> {
    // A counter of Japanese is all there is: 62名 may be buyers or staff.
    if sides.iter().any(|side| side.lang.as_str() == "ja") {
        return None;
    }
    let only = |list: &[&'a Found], figure: Figure| {
        let mut same = list.iter().filter(|f| holds(&f.value, figure));
        let first = same.next().copied()?;
        same.next().is_none().then_some(first)
    };
    lists[0].iter().copied().take(MANY).find_map(|one| {
        let Value::Number {
            value,
            what: Some(_),
        } = one.value
        else {
            return None;
        };
        let left = only(&lists[0], value)?;
        let right = only(&lists[1], value)?;
        let sure = needs_partner(left) && needs_partner(right);
        let apart = counted(&right.value).is_some() && left.near.is_apart(right.near);
        (sure && apart).then_some([left, right])
    })
}

/// A thing that is counted once on each side, by two numbers that are exchanged: "14 buyers, and 9
/// lids" against 9位买家 and 14个杯盖, where no list knows what a 杯盖 is. In "four parcels of 602"
/// both are parcels: what is exchanged stands in clauses of its own, or has a noun of its own.
pub(super) fn exchanged<'a>(
    lists: &[Vec<&'a Found>; 2],
    sides: &[Text<'_>; 2],
) -> Option<[&'a Found; 2]> {
    let counts = lists.each_ref().map(|list| {
        let each = list.iter().filter_map(|f| match f.value {
            Value::Number { value, what } => Some((value, what.unwrap_or_default(), *f)),
            _ => None,
        });
        each.take(MANY).collect::<Vec<_>>()
    });
    let meets = |a: Thing, b: Thing| !a.and(b).is_empty();
    let only = |side: &[(Figure, Thing, &'a Found)], thing: Thing| {
        side.iter()
            .filter(|(_, what, _)| meets(*what, thing))
            .count()
            == 1
    };
    // What stands once on that side and counts what is in no list, in another clause.
    let apart = |side: usize, figure: Figure, beside: &Found| {
        let mut with = counts[side].iter().filter(|(value, ..)| *value == figure);
        let first = with.next().filter(|(_, what, _)| what.is_empty());
        let Text { text, lang } = sides[side];
        let clause = |found: &Found| clause(sides[side], found);
        let counts = |found: &Found| begins_noun(&text[found.span.end..], lang);
        with.next().is_none()
            && first.is_some_and(|(.., found)| {
                clause(found).as_ptr() != clause(beside).as_ptr() || counts(found)
            })
    };
    let [left, right] = &counts;
    left.iter().find_map(|(value, what, one)| {
        let (instead, other, found) = right.iter().find(|(_, other, _)| meets(*what, *other))?;
        // A measure word alone, 五条, may count anything.
        let sure = !what.is_time()
            && value != instead
            && meets(one.near, found.near)
            && *value.min(instead) > Figure::ONE
            && only(left, *what)
            && only(right, *other)
            && apart(0, *instead, one)
            && apart(1, *value, found);
        sure.then_some([*one, *found])
    })
}

/// Two counts side by side that stand the other way round: "two packers and one clerk" against
/// 一名打包员和两名文员. Nothing may say that the things changed places with them.
pub(super) fn turned<'a>(
    lists: &[Vec<&'a Found>; 2],
    sides: &[Text<'_>; 2],
) -> Option<[&'a Found; 2]> {
    let pairs = |side: usize| {
        let mut numbers: Vec<_> = lists[side].iter().copied().filter_map(whole).collect();
        numbers.dedup_by_key(|(.., found)| found.span.clone());
        let times = tally(numbers.iter().map(|(value, ..)| *value));
        let joined = numbers.windows(2).filter_map(|two| {
            let [one, other] = [two[0], two[1]];
            let between = sides[side].text.get(one.2.span.end..other.2.span.start)?;
            // "Once" and "one" stand anywhere.
            let alone = [one.0, other.0]
                .into_iter()
                .all(|value| value == Figure::ONE || times[&value] == 1);
            (alone && is_joined(between)).then_some([one, other])
        });
        joined.take(MANY).collect::<Vec<_>>()
    };
    let meets = |a: Thing, b: Thing| !a.and(b).is_empty();
    let right = pairs(1);
    pairs(0).into_iter().find_map(|[one, other]| {
        let [first, second] = *right
            .iter()
            .find(|[first, second]| first.0 == other.0 && second.0 == one.0 && one.0 != other.0)?;
        let followed = (meets(one.1, second.1) && !meets(one.1, first.1))
            || (meets(other.1, first.1) && !meets(other.1, second.1));
        (!followed).then_some([one.2, first.2])
    })
}

/// A whole number, what it counts, and where it stands.
fn whole(found: &Found) -> Option<(Figure, Thing, &Found)> {
    match found.value {
        Value::Number { value, what } => {
            let what = what.unwrap_or_default();
            let whole = value.integer().is_some_and(|whole| whole > 0);
            (whole && !what.is_time()).then_some((value, what, found))
        }
        _ => None,
    }
}

/// Whether what stands between two counts only names the first thing and joins the second to it.
fn is_joined(between: &str) -> bool {
    let and = [" and ", " und ", "和", "与", "と", "、"];
    let words = between.split_whitespace().count();
    let joined = and.iter().any(|and| {
        let mut parts = between.split(and);
        let named = parts.next().is_some_and(|thing| !thing.trim().is_empty());
        named
            && parts.next().is_some_and(|behind| behind.trim().is_empty())
            && parts.next().is_none()
    });
    joined && words <= 5 && between.chars().count() <= 40 && !between.contains(ENDS)
}

/// Whether a value is a number, of anything.
fn holds(value: &Value, figure: Figure) -> bool {
    match value {
        Value::Number { value, .. } | Value::Percent(value) => *value == figure,
        _ => false,
    }
}

/// The sure values that remain when each was paired with one of the other side.
pub(super) fn left_over<'a>(lists: &[Vec<&'a Found>; 2]) -> [Vec<&'a Found>; 2] {
    if lists.iter().any(|list| list.len() > MANY) {
        return [Vec::new(), Vec::new()];
    }
    let mut free = lists.clone();
    for sure in [true, false] {
        let mut at = 0;
        while let Some(one) = free[0].get(at).copied() {
            let fits = |other: &&Found| {
                let both = one.certainty == Certainty::Hard && other.certainty == Certainty::Hard;
                (both || !sure) && same::same(&one.value, &other.value)
            };
            if let Some(other) = free[1].iter().position(fits) {
                free[0].remove(at);
                free[1].remove(other);
            } else {
                at += 1;
            }
        }
    }
    for list in &mut free {
        list.retain(|f| f.certainty == Certainty::Hard);
    }
    free
}

/// Weekdays count only where both sides name some: a date often has its weekday on one side only.
pub(super) fn weekdays<'a>(lists: &[Vec<&'a Found>; 2], lonely: &mut [Vec<&'a Found>; 2]) {
    let days = lists.each_ref().map(|list| {
        let days = list.iter().copied();
        days.filter(|f| matches!(f.value, Value::Weekday(_)))
            .collect::<Vec<_>>()
    });
    let without = [0, 1].map(|side: usize| {
        let each = days[side].iter().copied();
        each.filter(|f| days[1 - side].iter().all(|other| other.value != f.value))
            .collect::<Vec<_>>()
    });
    if without.iter().all(|list| !list.is_empty()) {
        for (list, mut days) in lonely.iter_mut().zip(without) {
            list.append(&mut days);
        }
    }
}

/// "3 orders and 5 messages" against "5 orders and 3 messages".
pub(super) fn swapped<'a>(lists: &[Vec<&'a Found>; 2]) -> Option<[&'a Found; 2]> {
    let counts = lists.each_ref().map(|list| {
        let each = list.iter().filter_map(|f| match f.value {
            Value::Number {
                value,
                what: Some(what),
            } if f.certainty == Certainty::Hard && !what.is_time() => Some((value, what, *f)),
            _ => None,
        });
        each.take(100).collect::<Vec<_>>()
    });
    let [left, right] = &counts;
    let meets = |a: Thing, b: Thing| !a.and(b).is_empty();
    for (value, what, one) in left {
        let other = right
            .iter()
            .find(|(v, w, f)| v != value && meets(*w, *what) && meets(f.near, one.near));
        let Some((instead, _, found)) = other else {
            continue;
        };
        let right_has = right.iter().any(|(v, w, _)| v == value && meets(*w, *what));
        let left_has = left
            .iter()
            .any(|(v, w, _)| v == instead && meets(*w, *what));
        // the numbers are there, but each with something else
        let moved = right
            .iter()
            .any(|(v, w, _)| v == value && !meets(*w, *what));
        let come = left
            .iter()
            .any(|(v, w, _)| v == instead && !meets(*w, *what));
        let unsure = |list: &[&Found], figure: Figure| {
            list.iter()
                .any(|f| matches!(f.value, Value::Number { value, what: None } if value == figure))
        };
        let unclear = unsure(&lists[1], *value) || unsure(&lists[0], *instead);
        if !right_has && !left_has && moved && come && !unclear {
            return Some([one, found]);
        }
    }
    None
}
