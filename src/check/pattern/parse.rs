//! How a pattern is written becomes how it is looked for.

use std::borrow::Cow;

use super::any::Any;
use super::lists::Lists;
use super::word::word;
use super::{Part, Pattern};

/// How many alternatives, once lists are put in, a part of a pattern may have.
const ALTERNATIVES: usize = 400;

/// Why a pattern is not understood.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::check) enum Fault {
    /// No word has to be there.
    Nothing,
    /// A bracket is not closed.
    Unclosed,
    /// A list of this name is not in the file.
    UnknownList(String),
    /// A part has too many alternatives.
    TooMany,
}

impl Pattern<'static> {
    /// Reads a pattern; `gap` is how far `...` reaches. One that asks for no word is read too:
    /// [`Pattern::asks`] tells.
    pub(in crate::check) fn parse(
        text: &str,
        lists: &Lists<'static>,
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
        Ok(Self { parts })
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
fn expand<'w>(word: Cow<'w, str>, words: &mut Vec<Cow<'w, str>>) -> Result<(), Fault> {
    if words.len() > ALTERNATIVES {
        return Err(Fault::TooMany);
    }
    if let Some(open) = word.find('(') {
        let end = open + closing(&word[open..]).ok_or(Fault::Unclosed)?;
        let (optional, after) = mark(&word[end + 1..]);
        for inside in alternatives(&word[open + 1..end]) {
            expand(Cow::Owned([&word[..open], inside, after].concat()), words)?;
        }
        if optional {
            expand(Cow::Owned([&word[..open], after].concat()), words)?;
        }
        return Ok(());
    }
    let optional = word.find('?').and_then(|at| {
        let (last, _) = word[..at].char_indices().next_back()?;
        Some((last, at))
    });
    if let Some((last, at)) = optional {
        let with = [&word[..at], &word[at + 1..]].concat();
        let without = [&word[..last], &word[at + 1..]].concat();
        expand(Cow::Owned(with), words)?;
        return expand(Cow::Owned(without), words);
    }
    words.push(word);
    Ok(())
}

fn group(text: &str, lists: &Lists<'static>, optional: bool) -> Result<Part<'static>, Fault> {
    let unknown = |name: &str| Fault::UnknownList(name.to_owned());
    let listed = |word: &str| -> Option<String> {
        let name = word.strip_prefix('{')?.strip_suffix('}')?;
        (!name.contains(['{', '}', '|'])).then(|| name.to_owned())
    };
    // A list alone is the same for all patterns that name it.
    if let Some(name) = listed(text) {
        let list = lists.number(&name).ok_or_else(|| unknown(&name))?;
        return Ok(Part::List { list, optional });
    }
    let mut words = Vec::new();
    for word in alternatives(text) {
        expand(Cow::Borrowed(word), &mut words)?;
    }
    let mut any = Vec::new();
    for word in &words {
        let word = word.trim();
        if let Some(name) = listed(word) {
            let list = lists.words(&name).ok_or_else(|| unknown(&name))?;
            any.extend(list.cloned());
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
    Ok(Part::Words {
        any: Any::new(any),
        optional,
    })
}
