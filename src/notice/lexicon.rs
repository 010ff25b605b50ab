//! All phrases of the data, found in a text wherever a word begins.
//!
//! An automaton would read a text a little faster and takes longer to make than a program may take
//! to start; here the phrases are only sorted by how they begin.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Phrases by how they begin.
#[derive(Debug)]
pub(super) struct Lexicon {
    texts: Vec<String>,
    /// Numbers of phrases, those that begin alike side by side.
    order: Vec<u32>,
    /// Phrases by their first four bytes.
    long: Beginnings,
    /// Phrases of three bytes, which is one Chinese character.
    three: Beginnings,
    /// Phrases of two bytes.
    two: Beginnings,
}

/// From where to where phrases that begin alike stand in the order.
type Beginnings = HashMap<u32, (u32, u32), BuildHasherDefault<Mix>>;

/// Spreads the four bytes of a beginning; they come from the data, so nobody can choose them badly.
#[derive(Debug, Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        let mixed = (self.0 ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

fn beginning<const N: usize>(text: &[u8]) -> Option<u32> {
    let bytes = text.get(..N)?;
    Some(
        bytes
            .iter()
            .fold(0, |sum, byte| (sum << 8) | u32::from(*byte)),
    )
}

impl Lexicon {
    /// Sorts phrases; each keeps its place in the list as its number. One byte is none.
    pub(super) fn new(texts: Vec<String>) -> Self {
        let key = |text: &str| {
            let bytes = text.as_bytes();
            match bytes.len() {
                2 => (2, beginning::<2>(bytes)),
                3 => (3, beginning::<3>(bytes)),
                _ => (4, beginning::<4>(bytes)),
            }
        };
        let mut keyed: Vec<(u8, u32, u32)> = texts
            .iter()
            .zip(0..)
            .filter_map(|(text, number)| {
                let (length, key) = key(text);
                Some((length, key?, number))
            })
            .collect();
        keyed.sort_unstable();
        let mut lexicon = Self {
            order: keyed.iter().map(|(.., number)| *number).collect(),
            texts,
            long: Beginnings::default(),
            three: Beginnings::default(),
            two: Beginnings::default(),
        };
        let mut start = 0;
        for group in keyed.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let end = start + u32::try_from(group.len()).unwrap_or(0);
            let list = match group[0].0 {
                2 => &mut lexicon.two,
                3 => &mut lexicon.three,
                _ => &mut lexicon.long,
            };
            list.insert(group[0].1, (start, end));
            start = end;
        }
        lexicon
    }

    /// Calls `found` with the number and the length of every phrase a text begins with.
    pub(super) fn at(&self, text: &[u8], mut found: impl FnMut(usize, usize)) {
        let keys = [
            (&self.two, beginning::<2>(text)),
            (&self.three, beginning::<3>(text)),
            (&self.long, beginning::<4>(text)),
        ];
        for (list, key) in keys {
            let Some((start, end)) = key.and_then(|key| list.get(&key)) else {
                continue;
            };
            for number in &self.order[*start as usize..*end as usize] {
                let phrase = &self.texts[*number as usize];
                if text.starts_with(phrase.as_bytes()) {
                    found(*number as usize, phrase.len());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_a_text_begins_with_is_found() {
        let phrases = ["late", "lateshipment", "od", "odr", "迟", "迟发率", "x"];
        let lexicon = Lexicon::new(phrases.map(str::to_owned).to_vec());
        let at = |text: &str| {
            let mut found = Vec::new();
            lexicon.at(text.as_bytes(), |number, length| {
                found.push((number, length));
            });
            found
        };
        assert_eq!(at("lateshipmentrate"), [(0, 4), (1, 12)]);
        assert_eq!(at("odrx"), [(2, 2), (3, 3)]);
        assert_eq!(at("迟发率是"), [(4, 3), (5, 9)]);
        assert_eq!(at("x"), []);
        assert_eq!(at(""), []);
    }
}
