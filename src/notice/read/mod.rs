//! A text to a notice: readable, squeezed, signs, decision, details.

mod demands;
mod details;
mod figures;
mod weight;

use std::ops::Range;

use crate::lang::is_cjk;
use crate::notice::extract;
use crate::notice::find::{self, Found};
use crate::notice::mapped::Mapped;
use crate::notice::recogniser::{Class, Family, Recogniser, Trust};
use crate::notice::squeeze::{Squeezed, squeeze};
use crate::notice::{Named, Notice, decide, mail};

/// No word goes on for longer than this.
const LONGEST_WORD: usize = 30;

/// What the parts of reading share.
struct Reading<'r> {
    recogniser: &'r Recogniser,
    readable: Mapped,
    squeezed: Squeezed,
    found: Vec<Found>,
}

pub(super) fn read(recogniser: &Recogniser, given: &str) -> Notice {
    // Places are kept in 32 bits; no notice is that long.
    let given = &given[..floor(given, given.len().min(u32::MAX as usize / 2))];
    let readable = tidy(mail::readable(given));
    let squeezed = squeeze(readable.text());
    let mut found = find::signs(recogniser, &squeezed);
    // A word is known in its own language only: "brand" is a fire in German.
    let spoken = extract::languages(readable.text(), &recogniser.words);
    found.retain(|found| {
        let lang = recogniser.signs[found.sign].lang;
        spoken.iter().any(|one| one == lang.as_str())
    });
    let reading = Reading {
        recogniser,
        readable,
        squeezed,
        found,
    };
    reading.notice()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Turns full-width letters, digits and signs and odd spaces and hyphens into ordinary ones.
fn tidy(from: Mapped) -> Mapped {
    let odd = |c: char| matches!(c, '\u{FF01}'..='\u{FF5E}' | '\u{3000}' | '\u{00A0}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\r');
    if from.text().is_ascii() && !from.text().contains('\r') || !from.text().contains(odd) {
        return from;
    }
    let mut out = Mapped::default();
    let mut at = 0;
    for (place, c) in from.text().char_indices().filter(|(_, c)| odd(*c)) {
        out.copy(&from, at..place);
        at = place + c.len_utf8();
        let ordinary = match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(' '),
            '\u{3000}' | '\u{00A0}' | '\r' => ' ',
            _ => '-',
        };
        out.replace(ordinary.encode_utf8(&mut [0; 4]), &from, place..at);
    }
    out.copy(&from, at..from.text().len());
    out
}

impl Reading<'_> {
    fn text(&self) -> &str {
        self.readable.text()
    }

    fn class(&self, found: &Found) -> Class {
        self.recogniser.signs[found.sign].class
    }

    /// Signs of a kind of marks, with the place of the mark.
    fn of(&self, family: Family) -> impl Iterator<Item = (usize, &Found)> {
        self.found
            .iter()
            .filter_map(move |found| match self.class(found) {
                Class::Mark(of, at) if of == family => Some((at, found)),
                _ => None,
            })
    }

    /// Where a sentence stands in the readable text.
    fn sentence(&self, at: usize) -> Range<usize> {
        let sentences = &self.squeezed.sentences;
        let end = sentences
            .get(at + 1)
            .map_or(self.text().len(), |next| next.from);
        sentences[at].from..end
    }

    /// Where a sign stands in the readable text.
    fn place(&self, found: &Found) -> Range<usize> {
        self.squeezed.origin(found.start..found.end, self.text())
    }

    /// The same to the end of its last word, of which a sign may have the beginning only.
    fn whole_words(&self, found: &Found) -> Range<usize> {
        let place = self.place(found);
        let rest = &self.text()[place.end..];
        let cut = self.text()[..place.end].ends_with(|c: char| c.is_alphabetic() && !is_cjk(c));
        let more: usize = rest
            .chars()
            .take(if cut { LONGEST_WORD } else { 0 })
            .take_while(|c| c.is_alphabetic() && !is_cjk(*c))
            .map(char::len_utf8)
            .sum();
        place.start..place.end + more
    }

    /// Where a sign stands in the given text.
    fn given(&self, found: &Found) -> Range<usize> {
        self.readable.origin(self.whole_words(found))
    }

    fn notice(&self) -> Notice {
        let sections = find::sections(self.recogniser, &self.squeezed, &self.found);
        let factor = self.factors(&sections);
        let language = extract::language(self.text(), &self.recogniser.words);
        let spoken = language.as_deref().and_then(|lang| lang.parse().ok());
        let weights = decide::weigh(self.recogniser, &self.found, &factor, spoken);
        let decision = decide::decide(self.recogniser, &weights, &self.found);
        let id = |at: usize| {
            let (id, _) = self
                .recogniser
                .issues
                .get_index(at)
                .expect("a place of the list");
            id.clone()
        };
        let mut notice = Notice {
            issue: decision.issue.map(id),
            also: decision.also.iter().copied().map(id).collect(),
            language,
            ..Notice::default()
        };
        for at in decision
            .issue
            .into_iter()
            .chain(decision.also.iter().copied())
        {
            self.matched(at, &factor, &mut notice.matched);
        }
        if let Some(issue) = &notice.issue {
            notice.appeal_types = self.recogniser.appeal_types(issue);
        }
        self.demands(&mut notice);
        self.details(&mut notice);
        self.doubt(&mut notice);
        notice
    }

    /// Takes back what is alleged, and by when, where the text asks for a password or only looks
    /// like one of Amazon's.
    fn doubt(&self, notice: &mut Notice) {
        let warnings = self.recogniser.marks(Family::Warnings);
        let scam = |warning: &Named| {
            let mark = warnings.get(&warning.id);
            mark.is_some_and(|mark| mark.trust == Trust::None)
        };
        if !notice.warnings.iter().any(scam) {
            return;
        }
        if let Some(issue) = notice.issue.take() {
            notice.also.retain(|also| *also != issue);
            notice.also.insert(0, issue);
        }
        notice.appeal_types.clear();
        notice.deadline = None;
    }
}
