//! How like a sentence is to a well-known one: the share of neighbouring words
//! (in Chinese and Japanese of neighbouring characters) both have.

use std::collections::HashMap;

use crate::lang::is_cjk;

/// From which share of common pairs on a sentence is a template sentence.
const LIKE: (usize, usize) = (58, 100);
/// A sentence with fewer pairs says too little to be compared.
const LEAST: usize = 4;

/// Template sentences, ready to be compared with.
#[derive(Debug, Default)]
pub(super) struct Stock {
    /// In which sentences a pair stands, by the pair's hash.
    of_pair: HashMap<u64, Vec<u32>>,
    /// How many pairs a sentence has.
    sizes: Vec<usize>,
}

impl Stock {
    pub(super) fn new<'t>(sentences: impl Iterator<Item = &'t str>) -> Self {
        let mut stock = Self::default();
        for (number, sentence) in (0_u32..).zip(sentences) {
            let mut size = 0;
            pairs(&sentence.to_lowercase(), |pair| {
                size += 1;
                let of_pair = stock.of_pair.entry(pair).or_default();
                if of_pair.last() != Some(&number) {
                    of_pair.push(number);
                }
            });
            stock.sizes.push(size);
        }
        stock
    }

    /// Reports whether a sentence (folded) is like one of the list.
    pub(super) fn holds(&self, sentence: &str) -> bool {
        if self.sizes.is_empty() {
            return false;
        }
        let mut common = vec![0_usize; self.sizes.len()];
        let mut size = 0;
        pairs(sentence, |pair| {
            size += 1;
            for number in self.of_pair.get(&pair).into_iter().flatten() {
                common[*number as usize] += 1;
            }
        });
        // Of the template's pairs: a longer sentence may hold a template whole.
        let like = |common: usize, template: usize| common * LIKE.1 >= template.max(LEAST) * LIKE.0;
        size >= LEAST && common.iter().zip(&self.sizes).any(|(c, t)| like(*c, *t))
    }
}

/// Calls with a hash of every two neighbouring words.
fn pairs(text: &str, mut each: impl FnMut(u64)) {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    let mix = |hash: u64, value: u64| (hash ^ value).wrapping_mul(0x0100_0000_01b3);
    let (mut last, mut word) = (None, START);
    let mut end = |word: &mut u64| {
        if *word != START {
            if let Some(last) = last {
                each(mix(mix(START, last), *word));
            }
            last = Some(*word);
            *word = START;
        }
    };
    for c in text.chars() {
        if is_cjk(c) || !c.is_alphanumeric() {
            end(&mut word);
        }
        if c.is_alphanumeric() {
            word = mix(word, u64::from(c));
        }
        if is_cjk(c) {
            end(&mut word);
        }
    }
    end(&mut word);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_word_does_not_hide_a_template() {
        let stock = Stock::new(
            [
                "we recently noticed that our order defect rate was below what amazon and we ourselves expect",
                "我们对给买家和亚马逊带来的不便深表歉意",
            ]
            .into_iter(),
        );
        assert!(stock.holds("we recently noticed that our late shipment rate was below what amazon and we ourselves expect."));
        assert!(stock.holds("我们对给客户和亚马逊带来的不便深表歉意。"));
        assert!(!stock.holds("on 4 may we read the order defect rate of 1.4% in the report."));
    }
}
