//! How like a sentence is to a well-known one: how many of its telling words both have, in the
//! same order and near together.

use rustc_hash::{FxHashMap, FxHashSet};

use super::stems::stems;

/// From which share of a template's words on a sentence is that template.
const LIKE: (usize, usize) = (62, 100);
/// Fewer telling words in common would be met by chance.
const LEAST: usize = 4;
/// Words compared at a time; a longer sentence is read in windows that overlap by half.
const WINDOW: usize = 96;

/// Template sentences, ready to be compared with.
#[derive(Debug, Default)]
pub(super) struct Stock {
    /// Words that say nothing.
    silent: FxHashSet<u32>,
    /// The stems of every sentence.
    sentences: Vec<Vec<u32>>,
    /// In which sentences a stem stands, as often as it does.
    of_stem: FxHashMap<u32, Vec<u32>>,
}

impl Stock {
    /// Makes sentences, each by its stems, ready; `silent` are words that say nothing, by number.
    pub(super) fn new(sentences: &[Vec<u32>], silent: &[u32]) -> Self {
        let mut stock = Self {
            silent: silent.iter().copied().collect(),
            sentences: Vec::with_capacity(sentences.len()),
            of_stem: FxHashMap::default(),
        };
        stock.of_stem.reserve(sentences.len() * 2);
        let long = sentences.iter().filter(|stems| stems.len() >= LEAST);
        for (at, stems) in (0_u32..).zip(long) {
            for stem in stems {
                stock.of_stem.entry(*stem).or_default().push(at);
            }
            stock.sentences.push(stems.clone());
        }
        stock
    }

    /// Reports whether a sentence (folded) is like one of the list.
    pub(super) fn holds(&self, sentence: &str) -> bool {
        self.likeness(sentence) >= LIKE.0
    }

    /// Returns the greatest share of a template that a sentence has, in per cent.
    fn likeness(&self, sentence: &str) -> usize {
        if self.sentences.is_empty() {
            return 0;
        }
        let mut words = Vec::new();
        let silent = |word| self.silent.contains(&word);
        stems(sentence, silent, |stem| words.push(stem));
        let last = words.len().saturating_sub(WINDOW).div_ceil(WINDOW / 2);
        let windows = (0..=last).map(|at| {
            let start = at * (WINDOW / 2);
            &words[start..words.len().min(start + WINDOW)]
        });
        windows
            .map(|window| self.of_window(window))
            .max()
            .unwrap_or(0)
    }

    fn of_window(&self, words: &[u32]) -> usize {
        // Most templates have too few of the words to be looked at closer.
        let mut seen: Vec<(u32, &Vec<u32>)> = words
            .iter()
            .filter_map(|stem| Some((*stem, self.of_stem.get(stem)?)))
            .collect();
        seen.sort_unstable_by_key(|(stem, _)| *stem);
        seen.dedup_by_key(|(stem, _)| *stem);
        if seen.len() < LEAST {
            return 0;
        }
        let mut common = vec![0_usize; self.sentences.len()];
        for at in seen.into_iter().flat_map(|(_, sentences)| sentences) {
            common[*at as usize] += 1;
        }
        let near = common.iter().zip(&self.sentences);
        near.filter(|(count, template)| {
            **count >= LEAST && **count * LIKE.1 >= template.len() * LIKE.0
        })
        .map(|(_, template)| in_order(template, words))
        .max()
        .unwrap_or(0)
    }
}

/// How much of a template stands in the words, in its order and near together; in per cent.
fn in_order(template: &[u32], words: &[u32]) -> usize {
    // For every beginning of the template: the most words met, and where the first of them stands.
    let mut row: Vec<(usize, usize)> = vec![(0, 0); template.len() + 1];
    let mut best = 0;
    let reach = template.len() * 2 + 2;
    for (at, word) in words.iter().enumerate() {
        let mut before = row[0];
        for (column, wanted) in template.iter().enumerate() {
            let above = row[column + 1];
            let mut cell = if above.0 >= row[column].0 {
                above
            } else {
                row[column]
            };
            if word == wanted && before.0 + 1 > cell.0 {
                let start = if before.0 == 0 { at } else { before.1 };
                cell = (before.0 + 1, start);
                if at - start <= reach {
                    best = best.max(cell.0);
                }
            }
            before = above;
            row[column + 1] = cell;
        }
    }
    if best < LEAST {
        return 0;
    }
    best * LIKE.1 / template.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::index::of_word;

    const COMMON: [&str; 12] = [
        "we", "that", "our", "was", "what", "and", "of", "a", "的", "和", "我", "们",
    ];

    fn stock() -> Stock {
        let templates = [
            "we noticed that our order defect rate was below what amazon and we ourselves expect of a seller",
            "我们对给买家和亚马逊带来的不便深表歉意",
        ];
        let silent = COMMON.map(of_word);
        let of = |text: &str| {
            let mut own = Vec::new();
            stems(text, |word| silent.contains(&word), |stem| own.push(stem));
            own
        };
        Stock::new(&templates.map(of), &silent)
    }

    #[test]
    fn a_changed_word_does_not_hide_a_template() {
        let stock = stock();
        assert!(stock.holds("lately we have noticed that our late shipment rate was below what amazon, and we ourselves, expect of sellers."));
        assert!(stock.holds("我们对给客户和亚马逊带来的不便深表歉意。"));
    }

    #[test]
    fn the_same_words_in_another_order_are_another_sentence() {
        let stock = stock();
        assert!(!stock.holds("on 4 may we read the order defect rate of 1.4% in the report."));
        assert!(!stock.holds("a seller on amazon ourselves, we expect below a rate of one order a defect, as noticed."));
        assert!(!stock.holds("亚马逊于5月4日退款给两位买家，不再销售。"));
    }

    #[test]
    fn a_sentence_without_an_end_is_read_in_windows() {
        let long = "filler ".repeat(500)
            + "we noticed that our order defect rate was below what amazon and we ourselves expect of a seller"
            + &" filler".repeat(500);
        assert!(stock().holds(&long));
    }
}
