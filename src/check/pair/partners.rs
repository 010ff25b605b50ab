//! The values of two paragraphs that answer each other: which has no partner.

use super::align::{Group, inside};
use super::blocks::Block;
use super::deeds;
use super::index::Index;
use super::oddities;
use super::same;
use super::{Difference, Kind, Side, Text, place};
use crate::check::values::{Certainty, Figure, Found, Thing, Value};

/// A paragraph shorter than this may be a greeting one side does without.
const SHORT: usize = 30;
/// Numbers up to this one are written in words, or not at all.
const SMALL: u64 = 10;
/// A list item shorter than this may be a heading.
const SHORT_ITEM: usize = 9;

/// Looks for partners, group by group.
pub(super) struct Partners<'a> {
    sides: &'a [Text<'a>; 2],
    blocks: &'a [Vec<Block>; 2],
    found: &'a [Vec<Found>; 2],
    /// All values of each side, where paragraphs could not be paired one by one.
    anywhere: Option<[Index<'a>; 2]>,
    /// What was found.
    pub(super) differences: Vec<Difference>,
}

impl<'a> Partners<'a> {
    /// Begins; `exact` where each paragraph has its partner.
    pub(super) fn new(
        sides: &'a [Text<'a>; 2],
        blocks: &'a [Vec<Block>; 2],
        found: &'a [Vec<Found>; 2],
        exact: bool,
    ) -> Self {
        let all = || found.each_ref().map(|list| Index::new(list.iter()));
        Self {
            sides,
            blocks,
            found,
            anywhere: (!exact).then(all),
            differences: Vec::new(),
        }
    }

    /// Compares the values of one of the groups.
    pub(super) fn compare(&mut self, groups: &[Group], at: usize) {
        let group = &groups[at];
        let lists: [Vec<&Found>; 2] = [0, 1].map(|side| self.values(side, group).iter().collect());
        for (side, other) in [(Side::Left, 1), (Side::Right, 0)] {
            if group.blocks[other].is_empty() {
                let beside = [at.wrapping_sub(1), at + 1].map(|at| groups.get(at));
                if !self.is_part_of_next(side, group, beside) {
                    self.alone(side, group);
                }
                return;
            }
        }
        let index = lists
            .each_ref()
            .map(|list| Index::new(list.iter().copied()));
        let mut lonely: [Vec<&Found>; 2] = [0, 1].map(|side| {
            let each = lists[side].iter().copied();
            each.filter(|f| needs_partner(f) && !index[1 - side].has_partner(&f.value))
                .filter(|f| !self.is_elsewhere(1 - side, &f.value))
                .collect()
        });
        self.drop_alike(&mut lonely);
        oddities::weekdays(&lists, &mut lonely);
        if lonely.iter().all(Vec::is_empty) && self.anywhere.is_none() {
            oddities::once_too_often(&lists, &mut lonely);
            self.drop_alike(&mut lonely);
        }
        self.report(&lists, &lonely, &index);
        let swapped = oddities::swapped(&lists)
            .or_else(|| oddities::counts_other_things(&lists, self.sides))
            .or_else(|| oddities::exchanged(&lists, self.sides))
            .or_else(|| deeds::swapped(&lists, self.sides))
            .or_else(|| oddities::turned(&lists, self.sides));
        self.differences
            .extend(swapped.map(|[one, instead]| Difference {
                counts_another_thing: true,
                ..self.differs(Side::Left, one, Some(instead))
            }));
    }

    /// Drops what stands on both sides letter by letter: "no. 2.204", a decimal here and none there.
    fn drop_alike(&self, lonely: &mut [Vec<&Found>; 2]) {
        let words = |side: usize, found: &Found| &self.sides[side].text[found.span.clone()];
        let figure = |text: &str| text.contains(['.', ',']) && text.contains(char::is_numeric);
        let both: Vec<&str> = lonely[0]
            .iter()
            .map(|found| words(0, found))
            .filter(|text| figure(text) && lonely[1].iter().any(|f| words(1, f) == *text))
            .collect();
        for (side, list) in lonely.iter_mut().enumerate() {
            list.retain(|found| !both.contains(&words(side, found)));
        }
    }

    /// Drops values that stand on both sides, on lines of one paragraph: a translator may tell the
    /// day in the sentence before.
    pub(super) fn drop_moved(&mut self, groups: &[Group]) {
        let moved: Vec<usize> = (1..groups.len())
            .filter(|at| self.are_lines(&groups[at - 1..=*at]))
            .flat_map(|at| self.moved(&groups[at - 1..=at]))
            .collect();
        let mut at = 0;
        self.differences.retain(|_| {
            at += 1;
            !moved.contains(&(at - 1))
        });
    }

    /// Whether two groups are lines with no empty line between them, and no list items.
    fn are_lines(&self, groups: &[Group]) -> bool {
        [0, 1].iter().all(|side| {
            let of = |group: &Group| &self.blocks[*side][group.blocks[*side].clone()];
            let blocks: Vec<&Block> = groups.iter().flat_map(of).collect();
            let text = self.sides[*side].text;
            let gaps = blocks
                .windows(2)
                .map(|two| &text[two[0].span.end..two[1].span.start]);
            blocks.iter().all(|block| !block.item)
                && gaps.into_iter().all(|gap| gap.matches('\n').count() < 2)
        })
    }

    /// The numbers of the differences in two groups that are none.
    fn moved(&self, groups: &[Group]) -> Vec<usize> {
        let values = [0, 1].map(|side: usize| {
            let found = groups.iter().flat_map(|group| self.values(side, group));
            let lonely = found.filter_map(|found| {
                let at = self.differences.iter().position(|difference| {
                    difference.instead.is_none()
                        && difference.place.side as usize == side
                        && difference.place.span == found.span
                })?;
                Some((at, &found.value))
            });
            lonely.collect::<Vec<_>>()
        });
        let [left, right] = values;
        let mut moved = Vec::new();
        for (at, value) in left {
            let other = right
                .iter()
                .find(|(other, same)| !moved.contains(other) && same::same(value, same));
            moved.extend(other.into_iter().flat_map(|(other, _)| [at, *other]));
        }
        moved
    }

    fn is_elsewhere(&self, side: usize, value: &Value) -> bool {
        let anywhere = self.anywhere.as_ref();
        anywhere.is_some_and(|index| index[side].has_partner(value))
    }

    /// Notes the lonely values, each with the one that most likely stands in its place.
    fn report(&mut self, lists: &[Vec<&Found>; 2], lonely: &[Vec<&Found>; 2], index: &[Index; 2]) {
        // what stands instead may be unsure: 一 for 2
        let spare = [0, 1].map(|side: usize| {
            let each = lists[side].iter().copied();
            each.filter(|f| {
                let odd = lonely[side].iter().any(|one| std::ptr::eq(*one, *f));
                odd || (f.certainty == Certainty::Soft && !index[1 - side].has_partner(&f.value))
                    || (!needs_partner(f) && !index[1 - side].has_partner(&f.value))
            })
            .collect::<Vec<_>>()
        });
        let mut taken = vec![false; spare[1].len()];
        for one in &lonely[0] {
            let at = nearest(one, &spare[1], &taken);
            if let Some(at) = at {
                taken[at] = true;
            }
            let instead = at.map(|at| spare[1][at]);
            self.note(Side::Left, one, instead, lists);
        }
        for one in &lonely[1] {
            let mut used = spare[1].iter().zip(&taken).filter(|(_, taken)| **taken);
            if used.any(|(f, _)| std::ptr::eq(*f, *one)) {
                continue;
            }
            // 24 hours against 48, beside 每天: a day is only a hint at the 24 hours.
            if let Some(hinted) = only_hinted(one, lists) {
                self.note(Side::Left, hinted, Some(one), lists);
                continue;
            }
            let unsure: Vec<bool> = spare[0].iter().map(|f| needs_partner(f)).collect();
            let instead = nearest(one, &spare[0], &unsure).map(|at| spare[0][at]);
            self.note(Side::Right, one, instead, lists);
        }
    }

    /// Notes a difference. "These three" and 两处 are left out or put in by good translators: a
    /// small number in words needs another number in its place.
    fn note(&mut self, side: Side, one: &Found, instead: Option<&Found>, lists: &[Vec<&Found>; 2]) {
        let words = !self.sides[side as usize].text[one.span.clone()].contains(char::is_numeric);
        let small = matches!(one.value, Value::Number { value, .. }
            if value <= Figure::whole(SMALL) && value.integer().is_some());
        let other = instead.is_some_and(|other| {
            let things = counted(&one.value).zip(counted(&other.value));
            other.certainty == Certainty::Hard || things.is_some_and(|(a, b)| !a.and(b).is_empty())
        });
        if other || !small || !words {
            self.differences.push(self.differs(side, one, instead));
            return;
        }
        // the other number may be one that stands there already
        let left = oddities::left_over(lists);
        let [over, there] = [&left, lists].map(|of| &of[1 - side as usize]);
        let second = there.iter().copied().find(|f| {
            let things = counted(&one.value).zip(counted(&f.value));
            let number = matches!(f.value, Value::Number { .. });
            // "six suppliers and eleven invoices" against eleven of both: of two that are the
            // same, either may be the one too many.
            let too_many = over.iter().any(|left| same::same(&left.value, &f.value));
            let fits = things.is_none_or(|(a, b)| !a.and(b).is_empty());
            number && too_many && needs_partner(f) && fits
        });
        if second.is_some() && self.anywhere.is_none() {
            self.differences.push(self.differs(side, one, second));
        }
    }

    /// Whether a paragraph stands inside the one before or after on the other side: all its
    /// values are there, and are too many there.
    fn is_part_of_next(&self, side: Side, group: &Group, beside: [Option<&Group>; 2]) -> bool {
        let own = self.values(side as usize, group);
        let mut own = own.iter().filter(|f| needs_partner(f)).peekable();
        if own.peek().is_none() {
            return false;
        }
        let other = 1 - side as usize;
        let mut spare: Vec<&Found> = Vec::new();
        for group in beside.into_iter().flatten() {
            let paired = Index::new(self.values(side as usize, group).iter());
            let values = self.values(other, group).iter();
            spare.extend(values.filter(|f| !paired.has_partner(&f.value)));
        }
        let spare = Index::new(spare.into_iter());
        own.all(|f| spare.has_partner(&f.value))
    }

    /// The values of one side of a group.
    fn values(&self, side: usize, group: &Group) -> &'a [Found] {
        let blocks = &self.blocks[side][group.blocks[side].clone()];
        match (blocks.first(), blocks.last()) {
            (Some(first), Some(last)) => {
                let found = &self.found[side];
                &found[inside(found, &(first.span.start..last.span.end))]
            }
            _ => &[],
        }
    }

    /// A paragraph the other side does not have.
    fn alone(&mut self, side: Side, group: &Group) {
        let blocks = &self.blocks[side as usize][group.blocks[side as usize].clone()];
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
            return;
        };
        let span = first.span.start..last.span.end;
        let weight: usize = blocks.iter().map(|block| block.weight).sum();
        let long = weight >= if first.item { SHORT_ITEM } else { SHORT };
        let found = &self.found[side as usize];
        let values = found[inside(found, &span)].iter();
        let new: Vec<&Found> = values
            .filter(|f| needs_partner(f) && !self.is_elsewhere(1 - side as usize, &f.value))
            .collect();
        // What was left out takes its numbers with it; its day is one finding too many.
        let day = |f: &Found| kind(&f.value) == Kind::Dates;
        let days_only = new.iter().all(|f| day(f));
        for value in new.iter().filter(|f| days_only || !day(f)) {
            self.differences.push(self.differs(side, value, None));
        }
        if long || !new.is_empty() {
            self.differences.push(Difference {
                kind: Kind::Paragraphs,
                place: place(self.sides, side, span),
                instead: None,
                counts_another_thing: false,
            });
        }
    }

    fn differs(&self, side: Side, one: &Found, instead: Option<&Found>) -> Difference {
        let other = match side {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        };
        Difference {
            kind: kind(&one.value),
            place: place(self.sides, side, one.span.clone()),
            instead: instead.map(|f| place(self.sides, other, f.span.clone())),
            counts_another_thing: false,
        }
    }
}

/// The one value of the left side that counts what a lonely one of the right side does, and that
/// nothing sure answers over there.
fn only_hinted<'f>(one: &Found, lists: &[Vec<&'f Found>; 2]) -> Option<&'f Found> {
    let counts = counted(&one.value)?;
    if lists.iter().any(|list| list.len() > oddities::MANY) {
        return None;
    }
    let answered = |found: &Found| {
        let mut sure = lists[1].iter().filter(|f| f.certainty == Certainty::Hard);
        sure.any(|f| same::same(&f.value, &found.value))
    };
    let mut hinted = lists[0].iter().copied().filter(|found| {
        let alike = counted(&found.value).is_some_and(|thing| !thing.and(counts).is_empty());
        alike && needs_partner(found) && !answered(found)
    });
    let first = hinted.next()?;
    hinted.next().is_none().then_some(first)
}

/// 0, 1 and 100 % are often said without a number: "no", "a", "all".
pub(super) fn needs_partner(found: &Found) -> bool {
    let quiet = match &found.value {
        Value::Number { value, .. } => *value == Figure::ZERO || *value == Figure::ONE,
        Value::Percent(figure) => *figure == Figure::HUNDRED || *figure == Figure::ZERO,
        Value::Weekday(_) => true,
        _ => false,
    };
    found.certainty == Certainty::Hard && !quiet
}

fn kind(value: &Value) -> Kind {
    match value {
        Value::Date(_) | Value::Weekday(_) => Kind::Dates,
        Value::Asin(_) | Value::Order(_) | Value::Email(_) | Value::Code(_) => Kind::Ids,
        _ => Kind::Numbers,
    }
}

/// The value of the other side that most likely was meant to be this one.
fn nearest(one: &Found, others: &[&Found], taken: &[bool]) -> Option<usize> {
    let written = one.value.to_string();
    let free = (0..others.len()).filter(|at| !taken[*at]).take(200);
    let rated = free.filter_map(|at| {
        let other = others[at];
        let alike = std::mem::discriminant(&one.value) == std::mem::discriminant(&other.value);
        if !alike && kind(&one.value) != kind(&other.value) {
            return None;
        }
        let mut rating = strsim::osa_distance(&written, &other.value.to_string()) * 2;
        rating += usize::from(!alike) * 6;
        rating += usize::from(other.certainty == Certainty::Soft) * 3;
        if let (Some(a), Some(b)) = (counted(&one.value), counted(&other.value)) {
            rating = if a.and(b).is_empty() {
                rating + 4
            } else {
                rating.saturating_sub(4)
            };
        }
        Some((rating, at))
    });
    rated.min().map(|(_, at)| at)
}

/// What a number counts.
pub(super) fn counted(value: &Value) -> Option<Thing> {
    match value {
        Value::Number { what, .. } => *what,
        _ => None,
    }
}
