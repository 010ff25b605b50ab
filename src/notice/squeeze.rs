//! A text as the recogniser compares it: letters and digits only, in one case and without
//! accents, with the places where words and sentences begin.
//!
//! What sellers paste has line breaks of a scanner, hyphens or none, `>` marks and stars; without
//! all that, `pre-fulfilment`, `prefulfilment` and `pre- fulfilment` are one.

use std::ops::Range;

use crate::lang::is_cjk;

/// Sentences longer than this many bytes are cut, so that a text without full stops is no
/// single sentence.
const LONGEST: usize = 600;

/// A squeezed text.
#[derive(Debug, Default)]
pub(super) struct Squeezed {
    /// Letters and digits.
    pub(super) text: String,
    /// For each byte, its place in the readable text.
    origin: Vec<u32>,
    /// For each byte, whether a word begins there.
    word: Vec<bool>,
    /// Where sentences begin, the first at 0.
    pub(super) sentences: Vec<Sentence>,
    /// Words are torn apart, as scanners do; where a word begins means nothing.
    pub(super) torn: bool,
}

/// A sentence or a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Where it begins in the squeezed text.
    pub(super) start: usize,
    /// Where it begins in the readable text.
    pub(super) from: usize,
    /// How it ended, which tells a heading.
    pub(super) ends: Ends,
    /// It stands behind a `>` mark.
    pub(super) quoted: bool,
}

/// What a sentence ended with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    /// A full stop, or nothing in particular.
    Stop,
    /// A question mark.
    Asking,
    /// A colon or the end of its line.
    Line,
}

/// Folds a character: one case, no accent, ordinary width; `None` for what is neither letter nor digit.
fn fold(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase());
    }
    let c = match c {
        '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            return char::from_u32(u32::from(c) - 0xFEE0).map(|c| c.to_ascii_lowercase());
        }
        'À'..='Å' | 'à'..='å' | 'ā' | 'Ā' | 'ă' | 'ą' | 'æ' | 'Æ' => 'a',
        'Ç' | 'ç' | 'ć' | 'č' => 'c',
        'È'..='Ë' | 'è'..='ë' | 'ē' | 'ę' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'ī' => 'i',
        'Ñ' | 'ñ' | 'ń' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'ō' | 'œ' | 'Œ' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'ū' => 'u',
        'Ý' | 'ý' | 'ÿ' => 'y',
        'ß' | 'ẞ' => 's',
        // Circles and boxes stand for what somebody covered.
        '○' | '●' | '■' | '□' | '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' => {
            return None;
        }
        _ => c,
    };
    c.is_alphanumeric()
        .then(|| c.to_lowercase().next().unwrap_or(c))
}

/// Squeezes a phrase of the data.
pub(super) fn squeeze_phrase(phrase: &str) -> String {
    if phrase.is_ascii() {
        let mut out = String::with_capacity(phrase.len());
        let kept = phrase.bytes().filter(u8::is_ascii_alphanumeric);
        out.extend(kept.map(|byte| char::from(byte.to_ascii_lowercase())));
        return out;
    }
    let phrase = phrase.replace(['ß', 'ẞ'], "ss");
    phrase.chars().filter_map(fold).collect()
}

/// Squeezes a text.
pub(super) fn squeeze(text: &str) -> Squeezed {
    let mut out = Squeezed {
        text: String::with_capacity(text.len()),
        origin: Vec::with_capacity(text.len()),
        word: Vec::with_capacity(text.len()),
        sentences: Vec::with_capacity(text.len() / 60 + 1),
        torn: torn(text),
    };
    let mut before = Kind::Gap;
    let mut open = Sentence {
        start: 0,
        from: 0,
        ends: Ends::Stop,
        quoted: false,
    };
    let mut chars = text.char_indices().peekable();
    let mut line_start = 0;
    let mut quoted = false;
    let mut fresh = true;
    while let Some((at, c)) = chars.next() {
        if fresh && c == '>' {
            quoted = true;
        }
        if let Some(folded) = fold(c) {
            if fresh {
                fresh = false;
                if open.start == out.text.len() {
                    open.quoted = quoted;
                }
            }
            let kind = Kind::of(folded);
            if open.start == out.text.len() {
                open.from = at;
            }
            let begins = kind != before || kind == Kind::Picture;
            let first = out.text.len();
            out.text.push(folded);
            if c == 'ß' || c == 'ẞ' {
                out.text.push(folded);
            }
            out.origin
                .resize(out.text.len(), u32::try_from(at).unwrap_or(u32::MAX));
            out.word.resize(out.text.len(), false);
            out.word[first] = begins;
            before = kind;
            if out.text.len() - open.start > LONGEST {
                out.close(&mut open, Ends::Stop);
            }
            continue;
        }
        before = Kind::Gap;
        match c {
            '。' | '！' | '!' | '；' | '…' => out.close(&mut open, Ends::Stop),
            '?' | '？' => out.close(&mut open, Ends::Asking),
            '.' | ';' => {
                let next = chars.peek().map_or(' ', |(_, next)| *next);
                let number = out.text.ends_with(|c: char| c.is_ascii_digit());
                let initial = number && out.text.len() - open.start < 3;
                if (next.is_whitespace() || is_cjk(next)) && !initial && !abbreviation(&out.text) {
                    out.close(&mut open, Ends::Stop);
                }
            }
            '\n' => {
                let line = &text[line_start..at];
                if breaks(line, &text[at + 1..]) {
                    out.close(&mut open, Ends::Line);
                }
                line_start = at + 1;
                fresh = true;
                quoted = false;
            }
            _ => {}
        }
    }
    out.close(&mut open, Ends::Line);
    out
}

/// A stretch of letters of one script, of digits, or none of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Gap,
    Letter,
    Digit,
    Picture,
}

impl Kind {
    fn of(c: char) -> Self {
        if c.is_ascii_digit() {
            Self::Digit
        } else if is_cjk(c) {
            Self::Picture
        } else {
            Self::Letter
        }
    }
}

/// A full stop behind these ends no sentence.
fn abbreviation(text: &str) -> bool {
    ["incl", "approx", "bzw"]
        .iter()
        .any(|short| text.ends_with(short))
}

/// Reports whether a line break ends a sentence: a scanner breaks lines anywhere.
fn breaks(line: &str, rest: &str) -> bool {
    let line = line.trim_end();
    let next = rest.split('\n').next().unwrap_or("");
    let next = next.trim_start_matches(|c: char| c == '>' || c == '|' || c.is_whitespace());
    let Some(first) = next.chars().next() else {
        return true;
    };
    let Some(last) = line.chars().next_back() else {
        return true;
    };
    if matches!(
        last,
        '.' | ':' | '：' | '!' | '?' | '。' | '！' | '？' | ';' | '；'
    ) {
        return true;
    }
    // A wrapped line is a long one; a short line is a heading or an entry.
    let wrapped =
        line.chars().take(30).count() == 30 || is_cjk(last) && line.chars().take(14).count() == 14;
    let goes_on = first.is_lowercase() || first.is_ascii_digit() && !bullet(next) || is_cjk(first);
    let same = goes_on && wrapped || first.is_lowercase() && line.chars().count() > 12;
    !same
}

/// Reports whether a line begins as an entry of a list: `1.`, `2)`, `-`.
fn bullet(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < line.len() && rest.starts_with(['.', ')', '、', '．', '）'])
}

/// Reports whether the words of a text are torn apart: many of them are single letters.
fn torn(text: &str) -> bool {
    let (mut all, mut single, mut short) = (0usize, 0usize, 0usize);
    for word in text.split_ascii_whitespace().take(2000) {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        match (letters.next(), letters.next(), letters.next()) {
            (None, ..) => continue,
            (Some(only), None, _) if only.is_ascii() => {
                if word.len() == 1 && !matches!(only, 'a' | 'A' | 'I' | 'e' | 'o' | 'y' | 'à') {
                    single += 1;
                }
                short += 1;
            }
            (Some(first), Some(_), None) if first.is_ascii() => short += 1,
            _ => {}
        }
        all += 1;
    }
    all >= 12 && single * 25 >= all && short * 100 >= all * 30
}

impl Squeezed {
    fn close(&mut self, open: &mut Sentence, ends: Ends) {
        if self.text.len() == open.start {
            return;
        }
        open.ends = ends;
        self.sentences.push(*open);
        open.start = self.text.len();
    }

    /// Reports whether a word begins, or the one before ended, at a place.
    pub(super) fn is_edge(&self, at: usize) -> bool {
        self.word.get(at).is_none_or(|begins| *begins)
    }

    /// Returns the range of the readable text that a range of this one stands for.
    pub(super) fn origin(&self, range: Range<usize>, readable: &str) -> Range<usize> {
        let place = |at: usize| {
            self.origin
                .get(at)
                .map_or(readable.len(), |at| *at as usize)
        };
        if range.is_empty() {
            return 0..0;
        }
        let last = place(range.end - 1);
        let width = readable[last..].chars().next().map_or(0, char::len_utf8);
        place(range.start)..last + width
    }

    /// Returns where a sentence ends.
    pub(super) fn end_of(&self, sentence: usize) -> usize {
        self.sentences
            .get(sentence + 1)
            .map_or(self.text.len(), |next| next.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let squeezed = squeeze(text);
        let sentences: Vec<&str> = (0..squeezed.sentences.len())
            .map(|i| &squeezed.text[squeezed.sentences[i].start..squeezed.end_of(i)])
            .collect();
        assert_eq!(sentences, expected);
    }

    #[test]
    fn sentences_and_lines() {
        check(
            "Pre-fulfilment Rate. Above 2.5% now?\nWhy",
            &["prefulfilmentrate", "above25now", "why"],
        );
        check(
            "> the listing was\n> removed today",
            &["thelistingwasremovedtoday"],
        );
        check("迟发率：４％。\n请回复", &["迟发率4", "请回复"]);
        check(
            "Complaint Type: Inauthentic\nASIN: B0",
            &["complainttypeinauthentic", "asinb0"],
        );
        check("", &[]);
    }

    #[test]
    fn places_lead_back() {
        let text = "Café — ４％ über";
        let squeezed = squeeze(text);
        assert_eq!(squeezed.text, "cafe4uber");
        assert_eq!(&text[squeezed.origin(0..4, text)], "Café");
        assert_eq!(&text[squeezed.origin(5..9, text)], "über");
        assert!(squeezed.is_edge(4) && !squeezed.is_edge(2) && squeezed.is_edge(9));
    }

    #[test]
    fn a_scanner_tears_words() {
        assert!(squeeze("A r ights o wner re ported to us that the it ems be low infr inge").torn);
        assert!(
            !squeeze("We are of the view that it is up to us to do so if it is on a list.").torn
        );
    }
}
