//! Names in Latin letters, which a translation keeps: by them a paragraph is known again.

use rustc_hash::FxHashMap;

use super::blocks::Block;

/// A shorter word in capitals may be any sign.
const SHORTEST: usize = 3;

/// The words of each block that begin with a capital and stand in no other block.
pub(super) fn of<'t>(text: &'t str, blocks: &[Block]) -> Vec<Vec<&'t str>> {
    let words = |block: &Block| {
        let words = text[block.span.clone()].split(|c: char| !c.is_ascii_alphabetic());
        let mut words: Vec<&'t str> = words
            .filter(|word| word.len() >= SHORTEST && word.starts_with(char::is_uppercase))
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let mut all: Vec<Vec<&str>> = blocks.iter().map(words).collect();
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    for word in all.iter().flatten() {
        *known.entry(word).or_default() += 1;
    }
    for words in &mut all {
        words.retain(|word| known[word] == 1);
    }
    all
}

/// How many names two blocks have in common.
pub(super) fn common(left: &[&str], right: &[&str]) -> usize {
    let shared = left.iter().filter(|word| right.binary_search(word).is_ok());
    shared.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::pair::blocks::blocks;

    #[test]
    fn a_name_is_that_of_one_block() {
        let en = "Amazon asks Alice Brandt.\n\nAmazon asks Noel.";
        let zh = "亚马逊询问Noel。\n\nAlice Brandt已答复。";
        let left = of(en, &blocks(en));
        let right = of(zh, &blocks(zh));
        assert_eq!(left, [vec!["Alice", "Brandt"], vec!["Noel"]]);
        assert_eq!(common(&left[0], &right[1]), 2);
        assert_eq!(common(&left[0], &right[0]), 0);
    }
}
