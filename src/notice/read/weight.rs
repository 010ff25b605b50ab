//! How much each sentence counts, and the words that decided.

use std::ops::Range;

use crate::notice::Matched;
use crate::notice::find::{Found, Spread};
use crate::notice::read::Reading;
use crate::notice::recogniser::{Class, Family};

/// The longest stretch shown as the words that decided.
const SHOWN: usize = 160;
/// How many stretches are shown for an issue.
const STRETCHES: usize = 6;
/// What is quoted below an answer counts this much.
const QUOTED: f32 = 0.4;
/// So many sentences open a text, its subject among them; they say what it is about.
const OPENING: usize = 4;
/// What the opening counts.
const OPENS: f32 = 1.15;
/// What a list of help pages names counts this much.
const LINKED: f32 = 0.3;
/// From so many links on they are such a list.
const LINKS: usize = 3;
/// What a sentence says is not the matter counts this much.
const BESIDE_THE_MATTER: f32 = 0.0;
/// What is threatened, or would follow, counts this much.
const THREATENED: f32 = 0.6;

impl Reading<'_> {
    /// How much each sentence counts: by the heading it stands under, more at the beginning, less
    /// where it is quoted below an answer, lists help pages, threatens or names what is not meant.
    pub(super) fn factors(&self, sections: &[Option<usize>]) -> Vec<f32> {
        let sentences = &self.squeezed.sentences;
        let own = sentences.iter().filter(|s| !s.quoted).count();
        let talk = self.recogniser.mark(Family::Context, "seller-talk");
        let asks = self
            .of(Family::Context)
            .any(|(at, found)| Some(at) == talk && !sentences[found.sentence].quoted);
        // A seller who asks others quotes the notice; Amazon's answer quotes the seller.
        let quotes_other = own >= 3 && own < sentences.len() && !asks;
        let marks = self.recogniser.marks(Family::Sections);
        let under = |section: &Option<usize>| {
            let mark = section.and_then(|at| marks.get_index(at));
            mark.map_or(1.0, |(_, mark)| mark.factor)
        };
        let links = self.text().matches("://").count();
        let excluded = self.recogniser.mark(Family::Context, "not-the-matter");
        let threatened = self.recogniser.mark(Family::Context, "threat");
        let mut factors: Vec<f32> = sentences
            .iter()
            .zip(sections)
            .enumerate()
            .map(|(at, (sentence, section))| {
                let quoted = if quotes_other && sentence.quoted {
                    QUOTED
                } else {
                    1.0
                };
                let opens = if at < OPENING { OPENS } else { 1.0 };
                let linked = if links >= LINKS && self.text()[self.sentence(at)].contains("://") {
                    LINKED
                } else {
                    1.0
                };
                quoted * opens * linked * under(section)
            })
            .collect();
        for (at, found) in self.of(Family::Context) {
            let most = match Some(at) {
                at if at == excluded || at == talk => BESIDE_THE_MATTER,
                at if at == threatened => THREATENED,
                _ => continue,
            };
            let factor = &mut factors[found.sentence];
            *factor = factor.min(most);
        }
        factors
    }

    /// The words that speak most for an issue, in the order of the text.
    pub(super) fn matched(&self, issue: usize, factor: &[f32], out: &mut Vec<Matched>) {
        let (id, _) = self
            .recogniser
            .issues
            .get_index(issue)
            .expect("a place of the list");
        let weight = |f: &Found| self.recogniser.signs[f.sign].weight * factor[f.sentence];
        let mut speaking: Vec<&Found> = self
            .found
            .iter()
            .filter(|f| self.class(f) == Class::Issue(issue) && f.spread == Spread::Sentence)
            .filter(|f| weight(f) > 0.0)
            .collect();
        speaking.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.start.cmp(&b.start)));
        let mut places: Vec<Range<usize>> = Vec::new();
        for found in speaking {
            let place = self.given(found);
            let overlaps = places
                .iter()
                .any(|p| p.start < place.end && place.start < p.end);
            if place.len() <= SHOWN && !overlaps && !place.is_empty() {
                places.push(place);
            }
            if places.len() == STRETCHES {
                break;
            }
        }
        places.sort_by_key(|place| place.start);
        out.extend(places.into_iter().map(|place| Matched {
            issue: id.clone(),
            place,
        }));
    }
}
