//! The words of a language's rules, made ready to be looked for.
//!
//! Making them ready takes longer than reading a letter, so a release does it when it is built: the
//! build script uses this file too, and the program finds the result as bytes. What it then
//! needs of a pattern is read when the pattern may be in a sentence.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::index::{Builder, Index, of_word};
use super::pattern::{Fault, Lists, Pattern};
use super::records::Records;
use super::stems::stems;

/// How far `...` reaches: words, or characters of a script without spaces.
const GAP: u8 = 4;
const GAP_CJK: u8 = 8;

/// The words of a language.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Prepared<'a> {
    /// How far `...` reaches.
    pub(super) gap: u8,
    /// What is found, by number: ids of rules, `mark:…`, `kind:…`.
    pub(super) names: Vec<String>,
    pub(super) groups: Vec<Group>,
    /// The lists of each file.
    #[serde(borrow)]
    pub(super) lists: Vec<Lists<'a>>,
    /// Of each pattern the file whose lists it may name.
    #[serde(borrow)]
    files: Cow<'a, [u8]>,
    /// Of each pattern, in two bytes, the group it flags for; one that takes a group back has
    /// [`NONE`].
    #[serde(borrow)]
    flags_for: Cow<'a, [u8]>,
    /// Of each pattern the words that have to be in the sentence too.
    #[serde(borrow)]
    needs: Records<'a>,
    /// The patterns themselves; nothing where the program made them ready.
    #[serde(borrow)]
    patterns: Records<'a>,
    /// Which patterns may be in a sentence.
    #[serde(borrow)]
    pub(super) index: Index<'a>,
    /// Beginnings of headings with the part of the letter, sorted.
    pub(super) headings: Vec<(String, Heading)>,
    /// Template sentences, by their stems.
    pub(super) stock: Vec<Vec<u32>>,
    /// Words that say nothing when sentences are compared, by number.
    pub(super) silent: Vec<u32>,
}

/// Patterns that flag the same, and those that take it back.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Group {
    /// Number of the name.
    pub(super) name: u32,
    /// Numbers of the patterns that take it back: from, to.
    pub(super) unless: (u32, u32),
}

/// No group.
const NONE: u16 = u16::MAX;

impl Prepared<'_> {
    /// Returns how many patterns there are.
    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    /// Returns the lists a pattern may name.
    pub(super) fn lists_of(&self, pattern: usize) -> Option<&Lists<'_>> {
        let file = self.files.get(pattern)?;
        self.lists.get(usize::from(*file))
    }

    /// Returns the group a pattern flags for; one that takes a group back has none.
    pub(super) fn group_of(&self, pattern: usize) -> Option<&Group> {
        let bytes = self.flags_for.get(pattern * 2..pattern * 2 + 2)?;
        let group = u16::from_le_bytes([bytes[0], bytes[1]]);
        self.groups.get(usize::from(group))
    }

    /// Returns the words that have to be in a sentence beside the one a pattern is known by, as
    /// [`super::index::Seen::meets`] reads them.
    pub(super) fn needs_of(&self, pattern: usize) -> &[u8] {
        self.needs.get(pattern)
    }
}

impl Prepared<'static> {
    /// Reads a pattern that was stored.
    pub(super) fn read(&self, pattern: usize) -> Option<Pattern<'static>> {
        postcard::from_bytes(self.patterns.built_in(pattern)?).ok()
    }
}

/// A part of the letter that has headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Heading {
    RootCauses,
    Measures,
    Actions,
    Status,
    Evidence,
    Request,
    Title,
}

impl Heading {
    /// All of them, with their keys in the files.
    pub(super) const ALL: [(Self, &'static str); 7] = [
        (Self::RootCauses, "root-causes"),
        (Self::Measures, "measures"),
        (Self::Actions, "actions"),
        (Self::Status, "status"),
        (Self::Evidence, "evidence"),
        (Self::Request, "request"),
        (Self::Title, "title"),
    ];
}

/// A pattern that is not understood: which of the list, and why.
pub(super) type Misread = (usize, Fault);

/// Takes the files of a language, one after the other.
pub(super) struct Preparation {
    prepared: Prepared<'static>,
    patterns: Vec<Pattern<'static>>,
    index: Builder,
    /// How many lists have a number of their own.
    lists: u8,
    /// Template sentences, and words that say nothing.
    stock: Vec<String>,
    common: BTreeSet<String>,
    /// The numbers of each file's lists.
    own: Vec<Vec<Option<u8>>>,
}

impl Preparation {
    pub(super) fn new(lang: &str) -> Self {
        let gap = match lang {
            "zh" | "ja" => GAP_CJK,
            _ => GAP,
        };
        Self {
            prepared: Prepared {
                gap,
                names: Vec::new(),
                groups: Vec::new(),
                lists: Vec::new(),
                files: Cow::default(),
                flags_for: Cow::default(),
                needs: Records::default(),
                patterns: Records::default(),
                index: Builder::new().build(),
                headings: Vec::new(),
                stock: Vec::new(),
                silent: Vec::new(),
            },
            stock: Vec::new(),
            common: BTreeSet::new(),
            patterns: Vec::new(),
            index: Builder::new(),
            lists: 0,
            own: Vec::new(),
        }
    }

    /// Begins a file with its lists.
    pub(super) fn file(&mut self, lists: Lists<'static>) {
        let mut own = Vec::new();
        for of_words in lists.of_words() {
            // A list too many, or one with a bare number, is taken for its words.
            let number = (of_words && self.lists < u8::MAX).then(|| {
                self.lists += 1;
                self.lists - 1
            });
            own.push(number);
        }
        self.own.push(own);
        self.prepared.lists.push(lists);
    }

    /// Adds patterns for a name and those that take them back; returns what is not understood of
    /// either.
    pub(super) fn group<'w>(
        &mut self,
        name: &str,
        flag: impl Iterator<Item = &'w str>,
        unless: impl Iterator<Item = &'w str>,
    ) -> [Vec<Misread>; 2] {
        let names = &mut self.prepared.names;
        let known = names.iter().position(|known| known == name);
        let number = known.unwrap_or_else(|| {
            names.push(name.to_owned());
            names.len() - 1
        });
        let group = small(self.prepared.groups.len());
        let flags = self.patterns(flag, Some(group));
        let from = small(self.prepared.len());
        let takes_back = self.patterns(unless, None);
        self.prepared.groups.push(Group {
            name: small(number),
            unless: (from, small(self.prepared.len())),
        });
        [flags, takes_back]
    }

    fn patterns<'w>(
        &mut self,
        texts: impl Iterator<Item = &'w str>,
        group: Option<u32>,
    ) -> Vec<Misread> {
        let file = self.prepared.lists.len() - 1;
        let mut misread = Vec::new();
        for (at, text) in texts.enumerate() {
            let lists = &self.prepared.lists[file];
            let understood = Pattern::parse(text, lists, self.prepared.gap.into());
            match understood.and_then(|pattern| pattern.asks(lists)) {
                Ok(pattern) => {
                    let file = u8::try_from(file).unwrap_or(u8::MAX);
                    self.prepared.files.to_mut().push(file);
                    let group = group.and_then(|group| u16::try_from(group).ok());
                    let group = group.unwrap_or(NONE).to_le_bytes();
                    self.prepared.flags_for.to_mut().extend(group);
                    self.patterns.push(pattern);
                }
                Err(fault) => misread.push((at, fault)),
            }
        }
        misread
    }

    /// Adds the beginnings of headings of a part.
    pub(super) fn headings<'w>(&mut self, of: Heading, starts: impl Iterator<Item = &'w str>) {
        let starts = starts.map(|start| (start.to_lowercase(), of));
        self.prepared.headings.extend(starts);
    }

    /// Adds template sentences.
    pub(super) fn stock<'w>(&mut self, sentences: impl Iterator<Item = &'w str>) {
        self.stock.extend(sentences.map(str::to_lowercase));
    }

    /// Adds words that say nothing.
    pub(super) fn common<'w>(&mut self, words: impl Iterator<Item = &'w str>) {
        self.common.extend(words.map(str::to_lowercase));
    }

    /// Returns what was made ready, and the patterns by number.
    pub(super) fn build(mut self) -> (Prepared<'static>, Vec<Pattern<'static>>) {
        self.prepared.headings.sort();
        // Which words are common is known when all files are.
        let common = self.common;
        self.prepared.silent = common.iter().map(|word| of_word(word)).collect();
        for sentence in &self.stock {
            let mut own = Vec::new();
            let silent = |word| self.prepared.silent.contains(&word);
            stems(sentence, silent, |stem| own.push(stem));
            self.prepared.stock.push(own);
        }
        let lists = self.prepared.lists.iter();
        let signs: Vec<_> = lists.map(|lists| lists.signs(&common)).collect();
        for (own, signs) in self.own.iter().zip(&signs) {
            for (number, signs) in own.iter().zip(signs) {
                if let (Some(number), Some((words, _))) = (number, signs) {
                    self.index.list(*number, words);
                }
            }
        }
        for (number, pattern) in (0..).zip(&self.patterns) {
            let file = usize::from(self.prepared.files[number as usize]);
            let lists = &self.prepared.lists[file];
            let needs = pattern.needs(lists, &self.own[file], &signs[file], &common);
            let mut others = Vec::new();
            if let Some((first, rest)) = needs.split_first() {
                self.index.anchor(number, first);
                others = self.index.needs(rest);
            }
            self.prepared.needs.push(&others);
        }
        let prepared = Prepared {
            index: self.index.build(),
            ..self.prepared
        };
        (prepared, self.patterns)
    }

    /// Returns what was made ready as bytes, each pattern as bytes of its own.
    #[allow(dead_code, reason = "the build script's part")]
    pub(super) fn store(self) -> postcard::Result<Vec<u8>> {
        let (mut prepared, patterns) = self.build();
        for pattern in &patterns {
            prepared.patterns.push(&postcard::to_allocvec(pattern)?);
        }
        postcard::to_allocvec(&prepared)
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preparation() -> Preparation {
        let mut preparation = Preparation::new("en");
        let party = ["carrier", "post office"];
        preparation.file(Lists::new([("party", party.into_iter())]));
        let flag = ["{party} ... (lost|mislaid)", "guarant*", "^ within # days"];
        let misread = preparation.group("blames", flag.into_iter(), ["not"].into_iter());
        assert!(misread.iter().all(Vec::is_empty));
        preparation
    }

    #[test]
    fn what_was_stored_is_what_was_made() {
        let (made, patterns) = preparation().build();
        let bytes: &'static [u8] = preparation().store().unwrap().leak();
        let stored: Prepared<'static> = postcard::from_bytes(bytes).unwrap();
        assert_eq!(stored.names, made.names);
        let all = 0..patterns.len();
        let read: Vec<_> = all.filter_map(|at| stored.read(at)).collect();
        assert_eq!(read, patterns);
        assert_eq!(stored.needs, made.needs);
        assert_eq!(stored.flags_for, made.flags_for);
    }

    #[test]
    fn what_is_no_pattern_is_said_by_its_place() {
        let mut preparation = preparation();
        let [flag, unless] = preparation.group("x", ["a", "(b"].into_iter(), ["{no}"].into_iter());
        assert_eq!(flag, [(1, Fault::Unclosed)]);
        assert_eq!(unless, [(0, Fault::UnknownList("no".to_owned()))]);
    }
}
