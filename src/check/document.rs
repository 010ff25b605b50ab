//! A text as rules see it: paragraphs, sentences, parts of the letter.
//!
//! Rules look for words in the folded text: small letters, straight quotes,
//! half-width signs, every paragraph on one line. Every place in it leads back to
//! the text as it was given, so that a finding quotes what stands there.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::sentence;
use crate::lang::{Lang, is_cjk};

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A letter to Amazon.
    Appeal,
    /// A message to a buyer.
    BuyerMessage,
}

/// A part of a letter, as its headings tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// Before the first heading, or in a letter without headings.
    Opening,
    /// What failed.
    RootCauses,
    /// What was done.
    Actions,
    /// What is in place.
    Measures,
    /// How things stand.
    Status,
    /// Documents.
    Evidence,
    /// What is asked for.
    Request,
    /// Under a heading that says nothing of the above.
    Other,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Sentences.
    Prose,
    /// A short line over what follows.
    Heading,
    /// A line that is no sentence: salutation, subject, signature, address.
    Line,
}

/// A paragraph or an item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// Where it stands in the text as given.
    pub source: Range<usize>,
    /// Where it stands in the folded text.
    pub span: Range<usize>,
    /// What it is.
    pub role: Role,
    /// The part it belongs to.
    pub section: Section,
    /// It begins with a number or a bullet.
    pub item: bool,
    /// Its sentences, by number.
    pub sentences: Range<usize>,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// Where it stands in the folded text.
    pub span: Range<usize>,
    /// The number of its paragraph.
    pub paragraph: usize,
}

/// A paragraph that is known before: of a letter made from a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// Where it stands in the text.
    pub source: Range<usize>,
    /// What it is.
    pub role: Role,
    /// The part it belongs to.
    pub section: Section,
    /// It is an entry of a list.
    pub item: bool,
}

/// A text, taken apart.
#[derive(Debug)]
pub struct Document<'t> {
    text: &'t str,
    flat: String,
    /// For every byte of the folded text, where it comes from.
    map: Vec<u32>,
    /// Its language.
    pub lang: Lang,
    /// What it is for.
    pub kind: Kind,
    /// Paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences, in order.
    pub sentences: Vec<Sentence>,
    /// It breaks off: no rule on what is missing can be asked.
    pub fragment: bool,
}

impl<'t> Document<'t> {
    /// Takes a text apart that anybody wrote.
    pub fn read(text: &'t str, lang: Lang, kind: Kind, lexicon: &Lexicon) -> Self {
        let given: Vec<Given> = super::paragraphs::paragraphs(text)
            .into_iter()
            .map(|found| Given {
                source: found.range,
                role: if found.short { Role::Line } else { Role::Prose },
                section: Section::Opening,
                item: found.item,
            })
            .collect();
        let mut document = Self::of(text, lang, kind, &given);
        super::layout::name(&mut document, lexicon);
        document.fragment = super::layout::breaks_off(&document);
        document
    }

    /// Takes a text apart whose paragraphs are known.
    pub fn of(text: &'t str, lang: Lang, kind: Kind, given: &[Given]) -> Self {
        let mut document = Self {
            text,
            flat: String::with_capacity(text.len()),
            map: Vec::with_capacity(text.len() + 1),
            lang,
            kind,
            paragraphs: Vec::with_capacity(given.len()),
            sentences: Vec::new(),
            fragment: false,
        };
        for paragraph in given {
            document.push(paragraph);
        }
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        document.map.push(end);
        document
    }

    fn push(&mut self, given: &Given) {
        let start = self.flat.len();
        fold(
            &self.text[given.source.clone()],
            given.source.start,
            &mut self.flat,
            &mut self.map,
        );
        let span = start..self.flat.len();
        let number = self.paragraphs.len();
        let first = self.sentences.len();
        for sentence in sentence::split(&self.flat[span.clone()]) {
            self.sentences.push(Sentence {
                span: start + sentence.start..start + sentence.end,
                paragraph: number,
            });
        }
        self.paragraphs.push(Paragraph {
            source: given.source.clone(),
            span,
            role: given.role,
            section: given.section,
            item: given.item,
            sentences: first..self.sentences.len(),
        });
        // Keeps words of two paragraphs apart.
        self.flat.push('\n');
        self.map
            .push(u32::try_from(given.source.end).unwrap_or(u32::MAX));
    }

    /// Returns the text as it was given.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Returns the folded text.
    pub fn flat(&self) -> &str {
        &self.flat
    }

    /// Returns a sentence, folded.
    pub fn sentence(&self, number: usize) -> &str {
        &self.flat[self.sentences[number].span.clone()]
    }

    /// Returns the paragraph a sentence stands in.
    pub fn paragraph_of(&self, sentence: usize) -> &Paragraph {
        &self.paragraphs[self.sentences[sentence].paragraph]
    }

    /// Returns where a place of the folded text stands in the text as given.
    pub fn source(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.map[span.start] as usize;
        let Some(last) = span.end.checked_sub(1).filter(|last| *last >= span.start) else {
            return start..start;
        };
        // Behind the last character, which may be longer there than here.
        let from = self.map[last] as usize;
        let length = self.text[from..].chars().next().map_or(0, char::len_utf8);
        start..(from + length).max(start)
    }

    /// Returns the sentence in which a place of the text as given stands, or the one before it.
    pub fn sentence_at(&self, place: usize) -> Option<usize> {
        let start = |sentence: &Sentence| self.map[sentence.span.start] as usize;
        self.sentences
            .partition_point(|sentence| start(sentence) <= place)
            .checked_sub(1)
    }

    /// Returns the sentences of a part.
    pub fn sentences_in(&self, section: Section) -> impl Iterator<Item = usize> {
        (0..self.sentences.len()).filter(move |at| self.paragraph_of(*at).section == section)
    }

    /// Reports whether the letter has a part under a heading of its own.
    pub fn has_section(&self, section: Section) -> bool {
        self.paragraphs
            .iter()
            .any(|p| p.section == section && p.role != Role::Heading)
    }

    /// Returns the numbers of the sentences that are sentences, not lines or headings.
    pub fn prose(&self) -> impl Iterator<Item = usize> {
        (0..self.sentences.len()).filter(|at| {
            let paragraph = self.paragraph_of(*at);
            paragraph.role == Role::Prose && paragraph.sentences.contains(at)
        })
    }

    /// Takes sentences that are a heading from those of a paragraph: "3. Actions. We refunded ...";
    /// the heading ends so many bytes from the paragraph's beginning.
    pub(super) fn pass_heading(&mut self, paragraph: usize, end: usize) {
        let paragraph = &mut self.paragraphs[paragraph];
        let end = paragraph.span.start + end;
        let own = &self.sentences[paragraph.sentences.clone()];
        let heading = own.iter().take_while(|sentence| sentence.span.end <= end);
        let heading = heading.count();
        if heading < own.len() {
            paragraph.sentences.start += heading;
        }
    }

    /// Reports whether the language is written without spaces.
    pub fn cjk(&self) -> bool {
        self.lang.is_han()
    }
}

/// Folds a paragraph: small letters, straight quotes, half-width signs, one line.
fn fold(text: &str, offset: usize, flat: &mut String, map: &mut Vec<u32>) {
    let mut space = None;
    let mut last = None;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() || c == '\u{FEFF}' || c == '\u{200B}' {
            space = space.or(Some((at, c == '\n')));
            continue;
        }
        if let Some((at, _)) = space.take() {
            // A line that ends in Chinese goes on without a space.
            let broken = text[at..].starts_with(['\n', '\r']);
            let joins = broken && last.is_some_and(is_cjk) && is_cjk(c);
            if last.is_some() && !joins {
                push(flat, map, offset + at, " ");
            }
        }
        last = Some(c);
        let mut buffer = [0; 4];
        match c {
            '’' | '‘' | '´' | '`' => push(flat, map, offset + at, "'"),
            '“' | '”' | '„' | '«' | '»' => push(flat, map, offset + at, "\""),
            '–' | '—' | '‐' | '‑' | '−' => push(flat, map, offset + at, "-"),
            '！'..='～' if c.is_alphanumeric() || c == '％' || c == '＃' || c == '＠' => {
                let half = char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c);
                let half = half.to_ascii_lowercase();
                push(flat, map, offset + at, half.encode_utf8(&mut buffer));
            }
            // Chinese has no capitals.
            '\u{4E00}'..='\u{9FFF}' => push(flat, map, offset + at, c.encode_utf8(&mut buffer)),
            _ if c.is_ascii() => {
                push(
                    flat,
                    map,
                    offset + at,
                    c.to_ascii_lowercase().encode_utf8(&mut buffer),
                );
            }
            _ => {
                for small in c.to_lowercase() {
                    push(flat, map, offset + at, small.encode_utf8(&mut buffer));
                }
            }
        }
    }
}

fn push(flat: &mut String, map: &mut Vec<u32>, from: usize, text: &str) {
    flat.push_str(text);
    let from = u32::try_from(from).unwrap_or(u32::MAX);
    map.extend(std::iter::repeat_n(from, text.len()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::EN;

    #[test]
    fn a_folded_place_leads_back() {
        let text = "On “4 May”\n  we\nREFUNDED １２ orders.";
        let given = [Given {
            source: 0..text.len(),
            role: Role::Prose,
            section: Section::Opening,
            item: false,
        }];
        let document = Document::of(text, EN, Kind::Appeal, &given);
        assert_eq!(document.flat(), "on \"4 may\" we refunded 12 orders.\n");
        let at = document.flat().find("refunded 12").unwrap();
        let range = document.source(&(at..at + "refunded 12".len()));
        assert_eq!(&text[range], "REFUNDED １２");
        assert_eq!(document.sentences.len(), 1);
    }
}
