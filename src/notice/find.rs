//! Finds the signs of the data in a squeezed text, sentence by sentence, in one pass.

use crate::notice::recogniser::{Class, Family, Part, Recogniser, WITHOUT};
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
    /// Whether all of it stands there.
    pub(super) spread: Spread,
}

/// Over what the parts of a sign are spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spread {
    /// They stand in one sentence.
    Sentence,
    /// Some stand in the sentence before.
    Two,
}

/// The shortest phrase that is looked for inside words where words are torn apart.
const WITHIN: usize = 6;

/// What is known of a sign within one sentence.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    /// The sentence, counted from one; an older one means nothing is known.
    sentence: u32,
    bits: u16,
    /// What stood in the sentence before.
    before: u16,
    start: u32,
    end: u32,
}

/// Finds every sign, in the order of the sentences.
pub(super) fn signs(recogniser: &Recogniser, text: &Squeezed) -> Vec<Found> {
    let mut seen = vec![Seen::default(); recogniser.signs.len()];
    let mut touched: Vec<u32> = Vec::new();
    // The sentence each unit was seen in last, counted from one.
    let mut known = vec![0u32; recogniser.units.len()];
    let mut found = Vec::new();
    let bytes = text.text.as_bytes();
    for sentence in 0..text.sentences.len() {
        let end = text.end_of(sentence);
        let now = u32::try_from(sentence + 1).unwrap_or(u32::MAX);
        for start in text.sentences[sentence].start..end {
            let begins = text.is_edge(start);
            // Where words are torn apart, one may begin anywhere.
            let looked_at = begins || text.torn && text.text.is_char_boundary(start);
            if !looked_at {
                continue;
            }
            // A phrase across the end of a sentence is none.
            recogniser.lexicon.at(&bytes[start..end], |number, length| {
                let phrase = &recogniser.phrases[number];
                let within = text.torn && length >= WITHIN;
                if phrase.edge_before && !within && !begins {
                    return;
                }
                let ends = !phrase.edge_behind || within || text.is_edge(start + length);
                let hit = (
                    u32::try_from(start).unwrap_or(u32::MAX),
                    u32::try_from(start + length).unwrap_or(u32::MAX),
                );
                for part in &recogniser.uses[phrase.uses.clone()] {
                    let last = &mut known[part.unit as usize];
                    if (ends || part.open) && *last != now {
                        *last = now;
                        for &part in &recogniser.units[part.unit as usize] {
                            note(&mut seen[part.sign as usize], part, now, hit, &mut touched);
                        }
                    }
                }
            });
        }
        flush(recogniser, &mut touched, &seen, sentence, &mut found);
    }
    found
}

/// Notes that a part of a sign stands in the sentence.
fn note(seen: &mut Seen, part: Part, now: u32, hit: (u32, u32), touched: &mut Vec<u32>) {
    let bit = 1u16 << part.bit;
    if seen.sentence != now {
        *seen = Seen {
            sentence: now,
            bits: 0,
            before: if seen.sentence + 1 == now {
                seen.bits
            } else {
                0
            },
            start: u32::MAX,
            end: 0,
        };
        touched.push(part.sign);
    }
    if seen.bits & bit == 0 && part.bit < WITHOUT {
        seen.start = seen.start.min(hit.0);
        seen.end = seen.end.max(hit.1);
    }
    seen.bits |= bit;
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
        let known = &recogniser.signs[sign as usize];
        // Parts that must not stand there have the upper bits.
        let spread = if seen.bits == known.needs {
            Spread::Sentence
        } else if seen.bits | seen.before == known.needs
            && seen.end > 0
            && matches!(known.class, Class::Issue(_))
        {
            Spread::Two
        } else {
            continue;
        };
        found.push(Found {
            sign: sign as usize,
            sentence,
            start: seen.start as usize,
            end: seen.end as usize,
            spread,
        });
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
