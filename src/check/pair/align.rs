//! Which paragraphs of the two sides answer each other.

use std::ops::Range;

use super::blocks::Block;
use super::{Text, names, same};
use crate::check::values::{Certainty, Found, Value};

/// Blocks of both sides that say the same; one side may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// Blocks of the left side and of the right side.
    pub(super) blocks: [Range<usize>; 2],
}

/// How far off the diagonal blocks are tried.
const BAND: usize = 24;
/// Cells of a row of the table.
const WIDTH: usize = 2 * BAND + 1;
/// What one block without a partner costs.
const ALONE: f64 = 3.6;
/// What it costs to take two blocks for one.
const MERGED: f64 = 2.5;
/// What it costs to take a block for part of another that does without it.
const LEFT_OUT: f64 = 1.5;
/// A paragraph shorter than this may be a greeting or a closing request.
const SHORT: usize = 60;
/// Values of a block that are looked at.
const MOST: usize = 24;
/// Names two blocks have in common count for so many values at most.
const NAMES: usize = 2;
/// The steps: how many blocks of the left and of the right side go together.
const STEPS: [(usize, usize); 7] = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3)];

/// How the blocks of two sides answer each other.
#[derive(Debug, PartialEq)]
pub(super) struct Alignment {
    /// The groups, in the order of the text.
    pub(super) groups: Vec<Group>,
    /// Each block has its partner at the same place: what is not in it is nowhere.
    pub(super) exact: bool,
}

/// What is known of both sides beside their blocks.
#[derive(Clone, Copy)]
struct Known<'a> {
    texts: &'a [Text<'a>; 2],
    found: &'a [Vec<Found>; 2],
}

/// Groups the blocks: one by one, else by paragraphs, else as it fits best; all of both in one
/// group where no order can be seen.
pub(super) fn align(
    sides: &[Text<'_>; 2],
    blocks: &[Vec<Block>; 2],
    found: &[Vec<Found>; 2],
) -> Alignment {
    let known = Known {
        texts: sides,
        found,
    };
    let whole = blocks.each_ref().map(|side| 0..side.len());
    let rate = rate(blocks);
    if let Some(groups) = one_by_one(blocks, &whole, rate) {
        let exact = true;
        return Alignment { groups, exact };
    }
    let exact = false;
    let paragraphs = blocks.each_ref().map(|side| paragraphs(side));
    let alike = paragraphs[0].len() == paragraphs[1].len();
    let mut pairs = paragraphs[0].iter().zip(&paragraphs[1]);
    if alike
        && pairs.all(|(a, b)| length_fits([&blocks[0][a.clone()], &blocks[1][b.clone()]], rate))
    {
        let [left, right] = paragraphs;
        let pairs = left.into_iter().zip(right).map(|(a, b)| [a, b]);
        let groups = pairs.flat_map(|pair| inside_paragraph(blocks, known, pair, rate));
        let groups = groups.collect();
        return Alignment { groups, exact };
    }
    let joined = [0, 1].map(|side| join(&blocks[side], &paragraphs[side]));
    let ranges = joined.each_ref().map(|side| 0..side.len());
    let coarse = as_it_fits(&joined, known, &ranges, rate);
    let coarse = coarse.into_iter().flat_map(|group| {
        let [left, right] = [0, 1].map(|side| of_blocks(&paragraphs[side], &group.blocks[side]));
        if group.blocks.iter().all(|range| range.len() == 1) {
            inside_paragraph(blocks, known, [left, right], rate)
        } else {
            vec![Group {
                blocks: [left, right],
            }]
        }
    });
    let coarse: Vec<Group> = coarse.collect();
    let fine = as_it_fits(blocks, known, &whole, rate);
    let alone = |groups: &[Group]| {
        let alone = groups
            .iter()
            .filter(|g| g.blocks.iter().any(Range::is_empty));
        alone.count()
    };
    let groups = if alone(&fine) < alone(&coarse) {
        fine
    } else {
        coarse
    };
    Alignment { groups, exact }
}

/// Paragraphs as blocks.
fn join(blocks: &[Block], paragraphs: &[Range<usize>]) -> Vec<Block> {
    let join = |range: &Range<usize>| Block {
        span: blocks[range.start].span.start..blocks[range.end - 1].span.end,
        weight: blocks[range.clone()].iter().map(|block| block.weight).sum(),
        ..blocks[range.start].clone()
    };
    paragraphs.iter().map(join).collect()
}

/// The blocks of some paragraphs.
fn of_blocks(paragraphs: &[Range<usize>], range: &Range<usize>) -> Range<usize> {
    let of = &paragraphs[range.clone()];
    match (of.first(), of.last()) {
        (Some(first), Some(last)) => first.start..last.end,
        _ => paragraphs
            .get(range.start)
            .map_or(0..0, |next| next.start..next.start),
    }
}

/// The list items of two paragraphs that answer each other.
fn inside_paragraph(
    blocks: &[Vec<Block>; 2],
    known: Known<'_>,
    pair: [Range<usize>; 2],
    rate: f64,
) -> Vec<Group> {
    if let Some(groups) = one_by_one(blocks, &pair, rate) {
        return groups;
    }
    let lists = [0, 1].map(|side| blocks[side][pair[side].clone()].iter().any(|b| b.item));
    if lists == [true, true] {
        as_it_fits(blocks, known, &pair, rate)
    } else {
        vec![Group { blocks: pair }]
    }
}

/// Each block with the one at the same place, where all may be translations.
fn one_by_one(
    blocks: &[Vec<Block>; 2],
    ranges: &[Range<usize>; 2],
    rate: f64,
) -> Option<Vec<Group>> {
    let sides = [0, 1].map(|side| &blocks[side][ranges[side].clone()]);
    let equal = sides[0].len() == sides[1].len();
    let fits = equal
        && sides[0].iter().zip(sides[1]).all(|(a, b)| {
            a.item == b.item
                && length_fits([std::slice::from_ref(a), std::slice::from_ref(b)], rate)
        });
    let [left, right] = ranges;
    fits.then(|| {
        let pairs = left.clone().zip(right.clone());
        pairs
            .map(|(a, b)| Group {
                blocks: [a..a + 1, b..b + 1],
            })
            .collect()
    })
}

/// The cheapest grouping, by length and by the values in common.
fn as_it_fits(
    blocks: &[Vec<Block>; 2],
    known: Known<'_>,
    ranges: &[Range<usize>; 2],
    rate: f64,
) -> Vec<Group> {
    let sides = [0, 1].map(|side| &blocks[side][ranges[side].clone()]);
    let whole = vec![Group {
        blocks: ranges.clone(),
    }];
    let [n, m] = sides.map(<[Block]>::len);
    if n.abs_diff(m) > BAND / 2 || n == 0 || m == 0 {
        return whole;
    }
    let Some(mut groups) = Table::fill(sides, known, rate).groups() else {
        return whole;
    };
    // an order that has to be forced is none
    let odd = groups
        .iter()
        .filter(|g| g.blocks.iter().any(|b| b.len() != 1))
        .count();
    if odd * 3 > groups.len() + 3 {
        return whole;
    }
    for group in &mut groups {
        for (range, all) in group.blocks.iter_mut().zip(ranges) {
            *range = range.start + all.start..range.end + all.start;
        }
    }
    groups
}

/// The blocks of each paragraph.
fn paragraphs(blocks: &[Block]) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let goes_on = at > 0 && blocks[at - 1].paragraph == block.paragraph;
        match paragraphs.last_mut() {
            Some(last) if goes_on => last.end = at + 1,
            _ => paragraphs.push(at..at + 1),
        }
    }
    paragraphs
}

/// Whether blocks may say the same, by their lengths alone.
fn length_fits(sides: [&[Block]; 2], rate: f64) -> bool {
    let [left, right] = sides.map(|side| side.iter().map(|block| block.weight).sum());
    distance(left, right, rate).abs() < 2.4
}

/// How unlike two lengths are, in spreads of what translators do.
fn distance(left: usize, right: usize, rate: f64) -> f64 {
    let (left, right) = (as_float(left), as_float(right));
    let spread = 0.3 + 9.0 / left.max(right).max(9.0);
    ((right + 6.0) / (left * rate + 6.0)).ln() / spread
}

/// How much longer the right side is, within what languages differ by.
fn rate(blocks: &[Vec<Block>; 2]) -> f64 {
    let [left, right] = blocks.each_ref().map(|side| {
        let total: usize = side.iter().map(|block| block.weight).sum();
        as_float(total)
    });
    (right / left.max(1.0)).clamp(0.9, 1.15)
}

/// The cheapest way to each pair of places.
struct Table {
    n: usize,
    m: usize,
    cells: Vec<(f64, u8)>,
    /// Values that each pair of blocks has in common.
    common: Vec<u16>,
}

impl Table {
    fn fill(blocks: [&[Block]; 2], known: Known<'_>, rate: f64) -> Self {
        let found = known.found;
        let (n, m) = (blocks[0].len(), blocks[1].len());
        let all = [0, 1].map(|side| {
            let each = blocks[side].iter();
            each.map(|block| &found[side][inside(&found[side], &block.span)])
                .collect::<Vec<_>>()
        });
        let values = [0, 1].map(|side| {
            let each = all[side].iter();
            each.map(|found| hard(found)).collect::<Vec<_>>()
        });
        let names = [0, 1].map(|side| names::of(known.texts[side].text, blocks[side]));
        let mut table = Self {
            n,
            m,
            cells: vec![(f64::INFINITY, 0); (n + 1) * WIDTH],
            common: vec![0; (n + 1) * WIDTH],
        };
        for i in 0..=n {
            for j in i.saturating_sub(BAND)..=(i + BAND).min(m) {
                let Some(at) = Self::at(i, j) else { continue };
                if i > 0 && j > 0 {
                    let names = names::common(&names[0][i - 1], &names[1][j - 1]).min(NAMES);
                    let sure = [&values[0][i - 1][..], &values[1][j - 1][..]];
                    table.common[at] = common(sure, [all[0][i - 1], all[1][j - 1]], names);
                }
                table.cells[at] = if i == 0 && j == 0 {
                    (0.0, 0)
                } else {
                    table.best(blocks, &values, rate, (i, j))
                };
            }
        }
        table
    }

    /// The cheapest step to a place.
    fn best(
        &self,
        blocks: [&[Block]; 2],
        values: &[Vec<Vec<&Found>>; 2],
        rate: f64,
        (i, j): (usize, usize),
    ) -> (f64, u8) {
        let mut best = (f64::INFINITY, 0);
        for (step, (di, dj)) in (0_u8..).zip(STEPS) {
            let (Some(a), Some(b)) = (i.checked_sub(di), j.checked_sub(dj)) else {
                continue;
            };
            let before = Self::at(a, b).map_or(f64::INFINITY, |at| self.cells[at].0);
            if !before.is_finite() {
                continue;
            }
            let sides = [&blocks[0][a..i], &blocks[1][b..j]];
            let mut cost = before + cost(sides, rate);
            if di > 0 && dj > 0 {
                let count = |values: &[Vec<&Found>]| values.iter().map(Vec::len).sum::<usize>();
                let most = count(&values[0][a..i]).max(count(&values[1][b..j]));
                cost += self.shared(a..i, b..j, most);
                let values = [&values[0][a..i], &values[1][b..j]];
                cost += LEFT_OUT * as_float(left_out(sides, values, rate));
            }
            if cost < best.0 {
                best = (cost, step);
            }
        }
        best
    }

    /// Values in common make it likely that paragraphs say the same, values of one side alone
    /// unlikely.
    fn shared(&self, left: Range<usize>, right: Range<usize>, most: usize) -> f64 {
        let mut common = 0;
        for i in left {
            for j in right.clone() {
                let at = Self::at(i + 1, j + 1);
                common += at.map_or(0, |at| usize::from(self.common[at]));
            }
        }
        let alone = most.saturating_sub(common);
        as_float(alone.min(4)) * 1.2 - as_float(common.min(4)) * 0.8
    }

    fn at(i: usize, j: usize) -> Option<usize> {
        let offset = (j + BAND).checked_sub(i)?;
        (offset < WIDTH).then_some(i * WIDTH + offset)
    }

    fn groups(&self) -> Option<Vec<Group>> {
        let (mut i, mut j) = (self.n, self.m);
        let mut groups = Vec::new();
        while i > 0 || j > 0 {
            let (cost, step) = self.cells[Self::at(i, j)?];
            if !cost.is_finite() {
                return None;
            }
            let (di, dj) = STEPS[usize::from(step)];
            groups.push(Group {
                blocks: [i - di..i, j - dj..j],
            });
            (i, j) = (i - di, j - dj);
        }
        groups.reverse();
        Some(groups)
    }
}

/// How many of the blocks taken for one have no values, and fit better as left out.
fn left_out(sides: [&[Block]; 2], values: [&[Vec<&Found>]; 2], rate: f64) -> usize {
    let weight = |side: usize| sides[side].iter().map(|block| block.weight).sum::<usize>();
    let all = [weight(0), weight(1)];
    let off = |[left, right]: [usize; 2]| distance(left, right, rate).abs();
    let odd = |side: usize| {
        let each = sides[side].iter().zip(values[side]);
        each.filter(|(block, values)| {
            let mut without = all;
            without[side] -= block.weight;
            // Beside a signature it is the one that says something.
            let rest = without[side] >= SHORT;
            values.is_empty() && block.weight >= SHORT && rest && off(without) < off(all)
        })
        .count()
    };
    (0..2).filter(|side| sides[*side].len() > 1).map(odd).sum()
}

/// What it costs to take some blocks for translations of some others.
fn cost(sides: [&[Block]; 2], rate: f64) -> f64 {
    let (Some(first), Some(second)) = (sides[0].first(), sides[1].first()) else {
        return ALONE;
    };
    let [left, right] = sides.map(|side| side.iter().map(|block| block.weight).sum());
    let distance = distance(left, right, rate);
    let merged = sides[0].len() + sides[1].len() - 2;
    let items = sides.map(|side| side.iter().skip(1).filter(|b| b.item).count());
    let unlike = if first.item == second.item { 0.0 } else { 1.5 };
    let swallowed: usize = items.iter().sum();
    distance * distance / 2.0 + MERGED * as_float(merged) + 2.5 * as_float(swallowed) + unlike
}

fn hard(found: &[Found]) -> Vec<&Found> {
    let sure = found.iter().filter(|f| f.certainty == Certainty::Hard);
    sure.take(MOST).collect()
}

/// The sure values of two blocks that have a partner in the other: one the other language only
/// hints at is a partner too.
fn common(sure: [&[&Found]; 2], all: [&[Found]; 2], names: usize) -> u16 {
    let known = |side: usize| {
        let partner = |a: &&&Found| {
            let others = all[1 - side].iter().take(MOST);
            // "Once" and "first" stand anywhere.
            let tells = |b: &&Found| {
                b.certainty == Certainty::Hard || !matches!(b.value, Value::Number { .. })
            };
            others.filter(tells).any(|b| same::same(&a.value, &b.value))
        };
        sure[side].iter().filter(partner).count()
    };
    u16::try_from(known(0).max(known(1)) + names).unwrap_or(u16::MAX)
}

/// The values that stand in a span, as a range of the list.
pub(super) fn inside(found: &[Found], span: &Range<usize>) -> Range<usize> {
    let from = found.partition_point(|f| f.span.start < span.start);
    let to = found.partition_point(|f| f.span.start < span.end);
    from..to.max(from)
}

fn as_float(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
