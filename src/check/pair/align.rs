//! Which paragraphs of the two sides answer each other.

use std::ops::Range;

use super::Text;
use super::blocks::Block;
use super::table::{BAND, Known, Table, as_float, distance};
use crate::check::values::Found;

/// Blocks of both sides that say the same; one side may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// Blocks of the left side and of the right side.
    pub(super) blocks: [Range<usize>; 2],
}

/// How the blocks of two sides answer each other.
#[derive(Debug, PartialEq)]
pub(super) struct Alignment {
    /// The groups, in the order of the text.
    pub(super) groups: Vec<Group>,
    /// Each block has its partner at the same place: what is not in it is nowhere.
    pub(super) exact: bool,
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

/// How much longer the right side is, within what languages differ by.
fn rate(blocks: &[Vec<Block>; 2]) -> f64 {
    let [left, right] = blocks.each_ref().map(|side| {
        let total: usize = side.iter().map(|block| block.weight).sum();
        as_float(total)
    });
    (right / left.max(1.0)).clamp(0.9, 1.15)
}

/// The values that stand in a span, as a range of the list.
pub(super) fn inside(found: &[Found], span: &Range<usize>) -> Range<usize> {
    let from = found.partition_point(|f| f.span.start < span.start);
    let to = found.partition_point(|f| f.span.start < span.end);
    from..to.max(from)
}
