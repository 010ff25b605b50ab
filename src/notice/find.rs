//! Finds the signs of the data in a squeezed text, sentence by sentence, in one pass.

use crate::notice::recogniser::{Class, Family, Recogniser, WITHOUT};
use crate::notice::squeeze::{Ends, Squeezed};

/// A sign that was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// Which one.
    pub(super) sign: usize,
    /// The sentence it stands in.
    pub(super) sentence: usize,
    /// From where to where in the squeezed text.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The shortest phrase that is looked for inside words where words are torn apart.
const WITHIN: usize = 6;

/// What is known of a sign within one sentence.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    /// The sentence, counted from one; an older one means nothing is known.
    sentence: u32,
    bits: u16,
    start: u32,
    end: u32,
}

/// Finds every sign, in the order of the sentences.
pub(super) fn signs(recogniser: &Recogniser, text: &Squeezed) -> Vec<Found> {
    let mut seen = vec![Seen::default(); recogniser.signs.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut found = Vec::new();
    let mut sentence = 0;
    for hit in recogniser.automaton.find_overlapping_iter(&text.text) {
        while hit.end() > text.end_of(sentence) && sentence + 1 < text.sentences.len() {
            flush(recogniser, &mut touched, &seen, sentence, &mut found);
            sentence += 1;
        }
        // A phrase across the end of a sentence is none.
        if text
            .sentences
            .get(sentence)
            .is_none_or(|s| hit.start() < s.start)
        {
            continue;
        }
        let phrase = &recogniser.phrases[hit.pattern().as_usize()];
        let within = text.torn && hit.end() - hit.start() >= WITHIN;
        if phrase.edge_before && !within && !text.is_edge(hit.start()) {
            continue;
        }
        let ends = !phrase.edge_behind || within || text.is_edge(hit.end());
        let now = u32::try_from(sentence + 1).unwrap_or(u32::MAX);
        let (start, end) = (
            u32::try_from(hit.start()).unwrap_or(u32::MAX),
            u32::try_from(hit.end()).unwrap_or(u32::MAX),
        );
        for part in &phrase.uses {
            if !ends && !part.open {
                continue;
            }
            let seen = &mut seen[part.sign as usize];
            let bit = 1u16 << part.bit;
            if seen.sentence != now {
                *seen = Seen {
                    sentence: now,
                    bits: 0,
                    start: u32::MAX,
                    end: 0,
                };
                touched.push(part.sign);
            }
            if seen.bits & bit == 0 && part.bit < WITHOUT {
                seen.start = seen.start.min(start);
                seen.end = seen.end.max(end);
            }
            seen.bits |= bit;
        }
    }
    flush(recogniser, &mut touched, &seen, sentence, &mut found);
    found
}

fn flush(
    recogniser: &Recogniser,
    touched: &mut Vec<u32>,
    seen: &[Seen],
    sentence: usize,
    found: &mut Vec<Found>,
) {
    // The order of the data, whatever the order in the text.
    touched.sort_unstable();
    for sign in touched.drain(..) {
        let seen = seen[sign as usize];
        // Parts that must not stand there have the upper bits.
        if seen.bits == recogniser.signs[sign as usize].needs {
            found.push(Found {
                sign: sign as usize,
                sentence,
                start: seen.start as usize,
                end: seen.end as usize,
            });
        }
    }
}

/// The longest heading, in squeezed bytes.
const HEADING: usize = 90;

/// Returns for each sentence the heading it stands under, as the place of its mark.
pub(super) fn sections(
    recogniser: &Recogniser,
    text: &Squeezed,
    found: &[Found],
) -> Vec<Option<usize>> {
    let mut under = vec![None; text.sentences.len()];
    for sign in found {
        if let Class::Mark(Family::Sections, at) = recogniser.signs[sign.sign].class {
            let sentence = text.sentences[sign.sentence];
            let length = text.end_of(sign.sentence) - sentence.start;
            let heading = length <= HEADING && sentence.ends != Ends::Stop
                || length <= sign.end - sign.start + 12;
            if heading {
                under[sign.sentence] = Some(at);
            }
        }
    }
    let mut now = None;
    for at in &mut under {
        if at.is_some() {
            now = *at;
        } else {
            *at = now;
        }
    }
    under
}
