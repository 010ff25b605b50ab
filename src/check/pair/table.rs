//! The cheapest way through the blocks of two sides: which go together, and which stand alone.

use std::ops::Range;

use super::align::{Group, inside};
use super::blocks::Block;
use super::{Text, names, same};
use crate::check::values::{Certainty, Found, Thing, Value, named};

/// How far off the diagonal blocks are tried.
pub(super) const BAND: usize = 24;
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

/// What is known of both sides beside their blocks.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) texts: &'a [Text<'a>; 2],
    pub(super) found: &'a [Vec<Found>; 2],
}

/// How unlike two lengths are, in spreads of what translators do.
pub(super) fn distance(left: usize, right: usize, rate: f64) -> f64 {
    let (left, right) = (as_float(left), as_float(right));
    let spread = 0.3 + 9.0 / left.max(right).max(9.0);
    ((right + 6.0) / (left * rate + 6.0)).ln() / spread
}

/// The cheapest way to each pair of places.
pub(super) struct Table {
    n: usize,
    m: usize,
    cells: Vec<(f64, u8)>,
    /// Values that each pair of blocks has in common.
    common: Vec<u16>,
}

impl Table {
    /// Fills the table.
    pub(super) fn fill(blocks: [&[Block]; 2], known: Known<'_>, rate: f64) -> Self {
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
        let things = [0, 1].map(|side| {
            let Text { text, lang } = known.texts[side];
            let each = blocks[side].iter();
            each.map(|block| named(&text[block.span.clone()], lang))
                .collect::<Vec<_>>()
        });
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
                    table.best(blocks, &values, &things, rate, (i, j))
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
        things: &[Vec<Thing>; 2],
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
                let all = |things: &[Thing]| {
                    things
                        .iter()
                        .fold(Thing::default(), |all, one| all.or(*one))
                };
                cost += unlike([all(&things[0][a..i]), all(&things[1][b..j])]);
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

    /// The groups of the cheapest way; none where there is no way.
    pub(super) fn groups(&self) -> Option<Vec<Group>> {
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

/// What it costs that two sides name different things, less what they have in common.
fn unlike([left, right]: [Thing; 2]) -> f64 {
    let common = left.and(right).kinds();
    let alone = left.or(right).kinds() - common;
    f64::from(alone.min(4)) * 0.15 - f64::from(common.min(3)) * 0.3
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

pub(super) fn as_float(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
