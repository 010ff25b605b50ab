//! Patterns of words, as the files of `appeals/_check/` write them.
//!
//! A pattern is looked for inside one sentence, in the folded text (small
//! letters, straight quotes, no line breaks; see `Document`):
//!
//! * `lost parcel`: these words one after the other; a comma or quote between them does not matter
//! * `(lost|mislaid the) parcel`: one of several
//! * `{party}`: one of a list of the same file
//! * `(very)?`: may be missing
//! * `guarant*`: a word that begins so; `*leiter`: one that ends so
//! * `...`: up to four words between, in Chinese and Japanese up to eight characters; `...2`: up to two
//! * `#`: a number in digits, also inside a group: `(over #|# countries)`
//! * `\\#`: the sign itself, as in `\\#1`
//! * `^` and `$`: the sentence begins or ends here
//!
//! Words of scripts with spaces match whole words only.

use std::collections::HashMap;

use crate::lang::is_cjk;

/// How many alternatives, once lists are put in, a part of a pattern may have.
const ALTERNATIVES: usize = 400;

/// A pattern that was understood.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pattern {
    parts: Vec<Part>,
    /// The part that is looked for first: the one least likely to be met by chance.
    anchor: usize,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Words { any: Vec<Word>, optional: bool },
    Gap(usize),
    Number,
    Start,
    End,
}

/// Stands for a number inside a word; no text holds it.
const DIGITS: char = '\u{0}';

/// A word or several with spaces between them.
#[derive(Debug, Clone, PartialEq)]
struct Word {
    text: String,
    /// Any ending will do.
    open: bool,
    /// Any beginning will do: `*leiter`.
    suffix: bool,
}

/// Why a pattern is not understood.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fault {
    /// No word has to be there.
    Nothing,
    /// A bracket is not closed.
    Unclosed,
    /// A list of this name is not in the file.
    UnknownList(String),
    /// A part has too many alternatives.
    TooMany,
}

impl Pattern {
    /// Reads a pattern; `gap` is how far `...` reaches.
    pub(super) fn parse(
        text: &str,
        lists: &HashMap<&str, Vec<&str>>,
        gap: usize,
    ) -> Result<Self, Fault> {
        let mut parts = Vec::new();
        let mut rest = text.trim();
        while let Some(first) = rest.chars().next() {
            rest = match first {
                ' ' => rest.trim_start(),
                '^' => {
                    parts.push(Part::Start);
                    &rest[1..]
                }
                '$' => {
                    parts.push(Part::End);
                    &rest[1..]
                }
                '#' => {
                    parts.push(Part::Number);
                    &rest[1..]
                }
                '(' => {
                    let end = closing(rest).ok_or(Fault::Unclosed)?;
                    let (optional, after) = mark(&rest[end + 1..]);
                    parts.push(group(&rest[1..end], lists, optional)?);
                    after
                }
                '{' => {
                    let end = rest.find('}').ok_or(Fault::Unclosed)?;
                    let (optional, after) = mark(&rest[end + 1..]);
                    parts.push(group(&rest[..=end], lists, optional)?);
                    after
                }
                '.' if rest.starts_with("...") => {
                    let after = &rest[3..];
                    let digits =
                        after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
                    parts.push(Part::Gap(after[..digits].parse().unwrap_or(gap)));
                    &after[digits..]
                }
                _ => {
                    // `\\#` is the sign itself.
                    let from = if rest.starts_with("\\#") { 2 } else { 0 };
                    let end = rest[from..]
                        .find([' ', '(', '{', '^', '$', '#'])
                        .map(|end| end + from)
                        .into_iter()
                        .chain(rest.find("..."))
                        .min()
                        .filter(|end| *end > 0)
                        .unwrap_or(rest.len());
                    let word = &rest[..end];
                    // `的?`: one character that may be missing.
                    let (before, optional) = word.split_once('?').map_or((word, None), |cut| {
                        let last = cut.0.char_indices().next_back();
                        last.map_or((word, None), |(at, _)| (&cut.0[..at], Some(&cut.0[at..])))
                    });
                    if !before.is_empty() {
                        parts.push(group(before, lists, false)?);
                    }
                    if let Some(optional) = optional {
                        parts.push(group(optional, lists, true)?);
                        &rest[before.len() + optional.len() + 1..]
                    } else {
                        &rest[end..]
                    }
                }
            };
        }
        let anchor = anchor(&parts).ok_or(Fault::Nothing)?;
        Ok(Self { parts, anchor })
    }

    /// Returns the texts of which one has to be in a sentence for the pattern to be in it.
    pub(super) fn anchors(&self) -> impl Iterator<Item = &str> {
        let words: &[Word] = match &self.parts[self.anchor] {
            Part::Words { any, .. } => any,
            _ => &[],
        };
        words.iter().map(|word| literal(&word.text))
    }

    /// Finds the first place in a sentence, as offsets into it.
    pub(super) fn find(&self, sentence: &str) -> Option<(usize, usize)> {
        let mut at = 0;
        while at <= sentence.len() {
            if let Some(end) = run(&self.parts, sentence, at) {
                return Some((skip(sentence, at).min(end), end));
            }
            let word = at + sentence[at..].find(char::is_alphanumeric)?;
            // A sentence may begin with a bullet or a bracket.
            at = if word > at {
                word
            } else {
                let next = step(sentence, at)?;
                next + sentence[next..].find(char::is_alphanumeric)?
            };
        }
        None
    }
}

/// Takes the question mark off that makes a part optional.
fn mark(after: &str) -> (bool, &str) {
    after
        .strip_prefix('?')
        .map_or((false, after), |after| (true, after))
}

/// Finds the bracket that closes the first one.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Splits at the bars that are in no bracket.
fn alternatives(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0_usize, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => {
                found.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&text[start..]);
    found
}

/// Writes an alternative out: `(提高|改善)的?品质` is four words.
fn expand(word: &str, words: &mut Vec<String>) -> Result<(), Fault> {
    if words.len() > ALTERNATIVES {
        return Err(Fault::TooMany);
    }
    if let Some(open) = word.find('(') {
        let end = open + closing(&word[open..]).ok_or(Fault::Unclosed)?;
        let (optional, after) = mark(&word[end + 1..]);
        for inside in alternatives(&word[open + 1..end]) {
            expand(&[&word[..open], inside, after].concat(), words)?;
        }
        if optional {
            expand(&[&word[..open], after].concat(), words)?;
        }
        return Ok(());
    }
    let optional = word.find('?').and_then(|at| {
        let (last, _) = word[..at].char_indices().next_back()?;
        Some((last, at))
    });
    if let Some((last, at)) = optional {
        expand(&[&word[..at], &word[at + 1..]].concat(), words)?;
        return expand(&[&word[..last], &word[at + 1..]].concat(), words);
    }
    words.push(word.trim().to_owned());
    Ok(())
}

fn group(text: &str, lists: &HashMap<&str, Vec<&str>>, optional: bool) -> Result<Part, Fault> {
    let mut words = Vec::new();
    for word in alternatives(text) {
        expand(word, &mut words)?;
    }
    let mut any = Vec::new();
    for word in &words {
        if let Some(name) = word.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
            let list = lists
                .get(name)
                .ok_or_else(|| Fault::UnknownList(name.to_owned()))?;
            any.extend(list.iter().map(|word| self::word(word)));
        } else if !word.is_empty() {
            any.push(self::word(word));
        }
    }
    if any.len() > ALTERNATIVES {
        return Err(Fault::TooMany);
    }
    if any.is_empty() {
        return Err(Fault::Nothing);
    }
    // The longest first: "carriers" before "carrier".
    any.sort_by_key(|word| std::cmp::Reverse(word.text.len()));
    Ok(Part::Words { any, optional })
}

fn word(text: &str) -> Word {
    let text = text.trim();
    let words = text.trim_matches('*').to_lowercase();
    let words = words.replace("\\#", "\u{1}").replace('#', "\u{0}");
    Word {
        text: words.replace('\u{1}', "#"),
        open: text.ends_with('*'),
        suffix: text.starts_with('*'),
    }
}

/// The longest stretch of a word without a number.
fn literal(word: &str) -> &str {
    let stretches = word.split(DIGITS).map(str::trim);
    stretches.max_by_key(|part| part.len()).unwrap_or_default()
}

/// The part whose shortest alternative is the longest.
fn anchor(parts: &[Part]) -> Option<usize> {
    let weight = |part: &Part| match part {
        Part::Words {
            any,
            optional: false,
        } => any
            .iter()
            .map(|word| {
                let text = literal(&word.text);
                let cjk = text.chars().any(is_cjk);
                text.chars().count() * if cjk { 3 } else { 1 }
            })
            .min()
            .filter(|weight| *weight > 0),
        _ => None,
    };
    let weighed = parts
        .iter()
        .enumerate()
        .filter_map(|(at, part)| Some((weight(part)?, at)));
    weighed.max_by_key(|(weight, _)| *weight).map(|(_, at)| at)
}

/// Whether the parts follow one another from here on; returns where they end.
fn run(parts: &[Part], text: &str, at: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else {
        return Some(at);
    };
    match part {
        Part::Start => (skip(text, 0) >= at).then(|| run(rest, text, at))?,
        Part::End => {
            let left = &text[at..];
            left.chars()
                .all(|c| !c.is_alphanumeric())
                .then(|| run(rest, text, at))?
        }
        Part::Number => {
            let from = skip(text, at);
            let length = number(&text[from..])?;
            run(rest, text, from + length)
        }
        Part::Gap(most) => {
            let mut here = at;
            for _ in 0..=*most {
                if let Some(end) = run(rest, text, here) {
                    return Some(end);
                }
                here = step(text, here)?;
            }
            None
        }
        Part::Words { any, optional } => {
            let from = skip(text, at);
            for word in any {
                let end = read(text, from, word);
                if let Some(end) = end.and_then(|end| run(rest, text, end)) {
                    return Some(end);
                }
            }
            optional.then(|| run(rest, text, at))?
        }
    }
}

/// Reads a word here; returns where it ends.
fn read(text: &str, at: usize, word: &Word) -> Option<usize> {
    let first = word.text.chars().next()?;
    let spaced = |c: char| c.is_alphanumeric() && !is_cjk(c);
    if word.suffix {
        let end = at + run_of(&text[at..], spaced);
        return text[at..end].ends_with(&word.text).then_some(end);
    }
    if spaced(first) && text[..at].chars().next_back().is_some_and(spaced) {
        return None;
    }
    let end = if word.text.contains(DIGITS) || word.text.chars().any(is_cjk) {
        read_cjk(text, at, &word.text)?
    } else {
        text[at..]
            .starts_with(&word.text)
            .then(|| at + word.text.len())?
    };
    let last = word.text.chars().next_back()?;
    let rest = &text[end..];
    if spaced(last) && rest.chars().next().is_some_and(spaced) {
        return word.open.then(|| end + run_of(rest, spaced));
    }
    Some(end)
}

/// Character by character: a number may stand inside, and in Chinese a space between two
/// characters means nothing.
fn read_cjk(text: &str, at: usize, word: &str) -> Option<usize> {
    let mut here = at;
    for wanted in word.chars() {
        if wanted == DIGITS {
            here = skip(text, here);
            here += number(&text[here..])?;
            continue;
        }
        let mut rest = text[here..].chars();
        let mut c = rest.next()?;
        if c == ' ' && wanted != ' ' {
            here += 1;
            c = rest.next()?;
        }
        if c != wanted {
            return None;
        }
        here += c.len_utf8();
    }
    Some(here)
}

fn run_of(text: &str, fits: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !fits(c)).unwrap_or(text.len())
}

fn number(text: &str) -> Option<usize> {
    let length = run_of(text, |c| c.is_ascii_digit());
    (length > 0).then(|| {
        let rest = &text[length..];
        let more = rest
            .strip_prefix(['.', ','])
            .map_or(0, |rest| run_of(rest, |c| c.is_ascii_digit()));
        if more > 0 { length + 1 + more } else { length }
    })
}

/// Passes spaces and what may stand between two words.
fn skip(text: &str, at: usize) -> usize {
    let between = |c: char| {
        matches!(
            c,
            ' ' | ',' | '"' | '\'' | '(' | ')' | '，' | '、' | '“' | '”'
        )
    };
    at + run_of(&text[at..], between)
}

/// Passes one word, or one character of a script without spaces, and what stands before it.
fn step(text: &str, at: usize) -> Option<usize> {
    let start = at + text[at..].find(char::is_alphanumeric)?;
    let rest = &text[start..];
    let first = rest.chars().next()?;
    if is_cjk(first) {
        return Some(start + first.len_utf8());
    }
    let inside = |c: char| (c.is_alphanumeric() && !is_cjk(c)) || c == '\'' || c == '-';
    Some(start + run_of(rest, inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, sentence: &str, expected: Option<&str>) {
        let lists = HashMap::from([(
            "party",
            vec!["carrier", "post office", "供应商", "物流公司"],
        )]);
        let pattern = Pattern::parse(pattern, &lists, 4).unwrap();
        let found = pattern
            .find(sentence)
            .map(|(start, end)| &sentence[start..end]);
        assert_eq!(found, expected, "{pattern:?}");
    }

    #[test]
    fn words_lists_gaps_and_endings() {
        check(
            "the {party} lost",
            "then the post office lost it",
            Some("the post office lost"),
        );
        check(
            "{party} ... (lost|delayed)",
            "the carrier has, again, delayed it",
            Some("carrier has, again, delayed"),
        );
        check(
            "{party} ...1 lost",
            "the carrier has once more lost it",
            None,
        );
        check("guarant*", "we guarantee it", Some("guarantee"));
        check("guarant", "we guarantee it", None);
        check(
            "we (do|can) (not)? promise",
            "we can promise",
            Some("we can promise"),
        );
        check(
            "within # days",
            "answered within 12.5 days",
            Some("within 12.5 days"),
        );
        check("^we", "and we", None);
        check("soon $", "we answer soon.", Some("soon"));
        check("soon $", "soon we answer", None);
    }

    #[test]
    fn chinese_needs_no_spaces() {
        check(
            "{party}...丢失",
            "因为物流公司把包裹丢失了",
            Some("物流公司把包裹丢失"),
        );
        check("{party}...2丢失", "因为物流公司把很多包裹丢失了", None);
        check("不再发生", "保证不 再发生", Some("不 再发生"));
    }

    #[test]
    fn what_is_no_pattern_says_why() {
        let parse = |text| Pattern::parse(text, &HashMap::new(), 4).unwrap_err();
        assert_eq!(parse("..."), Fault::Nothing);
        assert_eq!(parse("(a|b"), Fault::Unclosed);
        assert_eq!(parse("{x} a"), Fault::UnknownList("x".to_owned()));
        assert_eq!(parse(""), Fault::Nothing);
    }
}
