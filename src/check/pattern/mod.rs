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

//!
//! The build script uses this module too.

mod lists;
mod parse;
mod word;

use std::sync::Arc;

use super::index::Need;
pub(super) use lists::Lists;
pub(super) use parse::Fault;
use word::{Any, is_letter, number, read, skip, step};

/// A pattern that was understood.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pattern {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Words {
        any: Arc<Any>,
        optional: bool,
        /// It is one list of the file: its number there.
        list: Option<usize>,
    },
    Gap(usize),
    Number,
    Start,
    End,
}

impl Pattern {
    /// Returns what has to be in a sentence for the pattern to be in it: first what it is known by,
    /// the part least likely to be met by chance, then as much else as can be said. `lists` are
    /// the numbers of the file's lists.
    pub(super) fn needs(&self, lists: &[Option<u8>]) -> Result<Vec<Need>, Fault> {
        let first = parse::anchor(&self.parts).ok_or(Fault::Nothing)?;
        let others = (0..self.parts.len()).filter(|at| *at != first);
        let needs = std::iter::once(first).chain(others);
        Ok(needs
            .filter_map(|at| need(&self.parts[at], lists))
            .collect())
    }

    /// Finds the first place in a sentence, as offsets into it.
    pub(super) fn find(&self, sentence: &Places<'_>) -> Option<(usize, usize)> {
        let text = sentence.text;
        let found = |at| Some((skip(text, at), run(&self.parts, text, at)?));
        let found = match self.parts.first() {
            Some(Part::Start) => found(0),
            Some(Part::Words {
                any,
                optional: false,
                ..
            }) => sentence
                .starts
                .iter()
                .filter(|(_, first)| any.may_begin(*first))
                .find_map(|(at, _)| found(*at)),
            _ => sentence.starts.iter().find_map(|(at, _)| found(*at)),
        };
        found.map(|(start, end)| (start.min(end), end))
    }
}

/// A sentence and where in it a pattern may begin: at its words, or at its characters in a script
/// without spaces.
#[derive(Debug)]
pub(super) struct Places<'s> {
    text: &'s str,
    /// Each with the first character that counts there.
    starts: Vec<(usize, char)>,
}

impl<'s> Places<'s> {
    pub(super) fn of(text: &'s str) -> Self {
        let first = |at: usize| text[at..].chars().next().unwrap_or_default();
        // A sentence may begin with a bullet or a bracket.
        let mut starts = vec![(0, first(skip(text, 0)))];
        let next = |from: usize| text[from..].find(is_letter).map(|at| from + at);
        let mut here = next(0);
        while let Some(at) = here {
            if at > 0 {
                starts.push((at, first(at)));
            }
            here = step(text, at).and_then(next);
        }
        Self { text, starts }
    }
}

/// What a part asks of a sentence; nothing where it may be missing or is only a number.
fn need(part: &Part, lists: &[Option<u8>]) -> Option<Need> {
    let Part::Words {
        any,
        optional: false,
        list,
    } = part
    else {
        return None;
    };
    let list = list.and_then(|list| lists.get(list).copied().flatten());
    if let Some(list) = list {
        return Some(Need::List(list));
    }
    any.hashes().map(Need::Words)
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
                .all(|c| !is_letter(c))
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
        Part::Words { any, optional, .. } => {
            let from = skip(text, at);
            let first = text[from..].chars().next();
            for word in first.into_iter().flat_map(|c| any.beginning(c)) {
                let end = read(text, from, word);
                if let Some(end) = end.and_then(|end| run(rest, text, end)) {
                    return Some(end);
                }
            }
            optional.then(|| run(rest, text, at))?
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, sentence: &str, expected: Option<&str>) {
        let party = ["carrier", "post office", "供应商", "物流公司"];
        let lists = Lists::new([("party", party.into_iter())]);
        let pattern = Pattern::parse(pattern, &lists, 4).unwrap();
        let found = pattern
            .find(&Places::of(sentence))
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
        let parse = |text| {
            let pattern = Pattern::parse(text, &Lists::default(), 4);
            pattern.and_then(|p| p.needs(&[])).unwrap_err()
        };
        assert_eq!(parse("..."), Fault::Nothing);
        assert_eq!(parse("(a|b"), Fault::Unclosed);
        assert_eq!(parse("{x} a"), Fault::UnknownList("x".to_owned()));
        assert_eq!(parse(""), Fault::Nothing);
    }
}
