//! Places in a text.

use std::ops::Range;

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

    #[test]
    fn a_place_is_covered_whole() {
        let ranges = [2..5, 9..12];
        for (place, covered) in [
            (2..5, true),
            (3..4, true),
            (4..6, false),
            (6..7, false),
            (9..10, true),
        ] {
            assert_eq!(covers(&ranges, &place), covered, "{place:?}");
        }
        assert!(!covers(&[], &(0..1)));
    }
}
