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

mod any;
mod lists;
mod parse;
mod word;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::index::Need;
use crate::lang::is_letter;
use any::{Any, Beginning, Signs, beginning};
pub(super) use lists::Lists;
pub(super) use parse::Fault;
use word::{number, skip, spaced, step};

/// A pattern that was understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Pattern<'a> {
    #[serde(borrow)]
    parts: Vec<Part<'a>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Part<'a> {
    Words {
        #[serde(borrow)]
        any: Any<'a>,
        optional: bool,
    },
    /// A list of the file, by its number.
    List {
        list: usize,
        optional: bool,
    },
    Gap(usize),
    Number,
    Start,
    End,
}

impl<'a> Part<'a> {
    /// Returns the words of which one has to be there.
    fn needed<'p>(&'p self, lists: &'p Lists<'a>) -> Option<&'p Any<'a>> {
        match self {
            Self::Words {
                any,
                optional: false,
            } => Some(any),
            Self::List {
                list,
                optional: false,
            } => lists.any(*list),
            _ => None,
        }
    }
}

impl Pattern<'_> {
    /// Returns what has to be in a sentence for the pattern to be in it, what is met least often
    /// first: by that it is known. `numbers` are those of the file's lists, `signs` what those are
    /// looked up by, `common` words that are in many sentences.
    pub(super) fn needs(
        &self,
        lists: &Lists<'_>,
        numbers: &[Option<u8>],
        signs: &[Option<Signs>],
        common: &BTreeSet<String>,
    ) -> Vec<Need> {
        let need = |part: &Part<'_>| {
            if let Part::List { list, optional } = part {
                let (words, chance) = signs.get(*list).filter(|_| !optional)?.as_ref()?;
                let own = numbers.get(*list).copied().flatten();
                let words = || Need::Words(words.clone());
                return Some((*chance, own.map_or_else(words, Need::List)));
            }
            let (words, chance) = part.needed(lists)?.signs(common)?;
            Some((chance, Need::Words(words)))
        };
        let side_by_side = |parts: &[Part<'_>]| {
            let [one, other] = parts else {
                return None;
            };
            let next = other.needed(lists)?;
            let (pairs, chance) = one.needed(lists)?.signs_with(next, common)?;
            Some((chance, Need::Words(pairs)))
        };
        let single = self.parts.iter().filter_map(need);
        let pairs = self.parts.windows(2).filter_map(side_by_side);
        let mut needs: Vec<(u32, Need)> = single.chain(pairs).collect();
        needs.sort_by_key(|(chance, _)| *chance);
        needs.into_iter().map(|(_, need)| need).collect()
    }

    /// Returns the pattern, if it asks for a word.
    pub(super) fn asks(self, lists: &Lists<'_>) -> Result<Self, Fault> {
        let mut needed = self.parts.iter().filter_map(|part| part.needed(lists));
        if needed.any(Any::is_of_words) {
            Ok(self)
        } else {
            Err(Fault::Nothing)
        }
    }

    /// Finds the first place in a sentence, as offsets into it; `places` are the sentence's, `lists`
    /// the file's.
    pub(super) fn find(
        &self,
        text: &str,
        places: &Places,
        lists: &Lists<'_>,
    ) -> Option<(usize, usize)> {
        let found = |at| {
            let end = run(&self.parts, lists, text, at)?;
            Some((skip(text, at), end))
        };
        let first = self.parts.first()?;
        let found = if *first == Part::Start {
            let behind = |end: usize| (end > 0).then(|| found(end))?;
            found(0)
                .or_else(|| behind(label(text)))
                .or_else(|| behind(run_in(text)))
        } else if let Some(any) = first.needed(lists) {
            let mut starts = places.starts.iter();
            starts.find_map(|(at, begins)| any.may_begin(*begins).then(|| found(*at))?)
        } else {
            places.starts.iter().find_map(|(at, _)| found(*at))
        };
        found.map(|(start, end)| (start.min(end), end))
    }
}

/// A sentence and where in it a pattern may begin: at its words, or at its characters in a script
/// without spaces.
#[derive(Debug)]
pub(super) struct Places {
    /// Each with the characters that count there.
    starts: Vec<(usize, Beginning)>,
}

impl Places {
    pub(super) fn of(text: &str) -> Self {
        // A sentence may begin with a bullet or a bracket.
        let first = beginning(text, skip(text, 0));
        let mut starts = vec![(0, first.unwrap_or_default())];
        let mut word = false;
        for (at, c) in text.char_indices() {
            let inside = spaced(c) || (word && matches!(c, '\'' | '-'));
            if at > 0 && !(inside && word) && is_letter(c) {
                starts.extend(beginning(text, at).map(|begins| (at, begins)));
            }
            word = inside;
        }
        Self { starts }
    }
}

/// Returns where the label of an entry ends ("2. ", "(b) ", "三、", "- "); 0 without one.
fn label(text: &str) -> usize {
    let open = text.len() - text.trim_start_matches(['(', '（']).len();
    let rest = &text[open..];
    let mark = rest.len()
        - rest
            .trim_start_matches(|c: char| c.is_ascii_alphanumeric())
            .len();
    let chinese = rest.len()
        - rest
            .trim_start_matches(|c| "一二三四五六七八九十".contains(c))
            .len();
    let roman = rest[..mark].bytes().all(|b| b"ivx".contains(&b));
    let digits = rest[..mark].bytes().all(|b| b.is_ascii_digit());
    let fits = (1..=2).contains(&mark) && (mark == 1 || digits) || (mark > 0 && mark <= 4 && roman);
    let after = match (fits, chinese) {
        (true, _) => rest[mark..].trim_start_matches(['.', ')', '）', '、']),
        (_, 3..=6) => rest[chinese..].trim_start_matches([')', '）', '、', '.']),
        _ => rest.trim_start_matches(['-', '*', '•', '·', '–']),
    };
    let end = text.len() - after.len();
    let closed = end > open + if fits { mark } else { chinese };
    let spaces = after.len() - after.trim_start().len();
    if closed { end + spaces } else { 0 }
}

/// Returns where a heading of one or two words ends that stands before a sentence ("fix: stopped
/// selling"); 0 without one.
fn run_in(text: &str) -> usize {
    let start = label(text);
    let Some(colon) = text[start..].find([':', '：']).filter(|at| *at <= RUN_IN) else {
        return 0;
    };
    let heading = &text[start..start + colon];
    let words = heading.split(' ').count();
    let plain = heading.chars().all(|c| c.is_alphabetic() || c == ' ');
    let sign = text[start + colon..]
        .chars()
        .next()
        .map_or(0, char::len_utf8);
    let end = start + colon + sign;
    if plain && words <= 2 {
        end + text[end..].len() - text[end..].trim_start().len()
    } else {
        0
    }
}

/// Bytes such a heading may have.
const RUN_IN: usize = 24;

/// Whether the parts follow one another from here on; returns where they end.
fn run(parts: &[Part<'_>], lists: &Lists<'_>, text: &str, at: usize) -> Option<usize> {
    let words = |any: &Any<'_>, optional: bool, rest: &[Part<'_>]| {
        any.read(text, skip(text, at), |end| run(rest, lists, text, end))
            .or_else(|| optional.then(|| run(rest, lists, text, at))?)
    };
    let Some((part, rest)) = parts.split_first() else {
        return Some(at);
    };
    match part {
        Part::Start => {
            let begins = skip(text, 0) >= at || label(text) >= at || run_in(text) == at;
            begins.then(|| run(rest, lists, text, at))?
        }
        Part::End => {
            let left = &text[at..];
            left.chars()
                .all(|c| !is_letter(c))
                .then(|| run(rest, lists, text, at))?
        }
        Part::Number => {
            let from = skip(text, at);
            let length = number(&text[from..])?;
            run(rest, lists, text, from + length)
        }
        Part::Gap(most) => {
            let next = rest.first().and_then(|part| part.needed(lists));
            let may_begin = |here: usize| {
                let begins = beginning(text, skip(text, here));
                next.is_none_or(|any| begins.is_some_and(|begins| any.may_begin(begins)))
            };
            let mut here = at;
            for _ in 0..=*most {
                if may_begin(here)
                    && let Some(end) = run(rest, lists, text, here)
                {
                    return Some(end);
                }
                here = step(text, here)?;
            }
            None
        }
        Part::Words { any, optional } => words(any, *optional, rest),
        Part::List { list, optional } => words(lists.any(*list)?, *optional, rest),
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
            .find(sentence, &Places::of(sentence), &lists)
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
        check("^we", "2. we", Some("we"));
        check("^we", "(b) we", Some("we"));
        check("^we", "2 we", None);
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
            pattern.and_then(|p| p.asks(&Lists::default())).unwrap_err()
        };
        assert_eq!(parse("..."), Fault::Nothing);
        assert_eq!(parse("(a|b"), Fault::Unclosed);
        assert_eq!(parse("{x} a"), Fault::UnknownList("x".to_owned()));
        assert_eq!(parse(""), Fault::Nothing);
    }
}
