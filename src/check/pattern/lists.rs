//! The lists of words that the patterns of a file name in braces.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::any::{Any, Signs};
use super::word::{Word, word};

/// The lists of a file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::check) struct Lists<'a> {
    #[serde(borrow)]
    lists: Vec<List<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct List<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    words: Any<'a>,
}

impl<'a> Lists<'a> {
    /// Makes lists of names and words.
    pub(in crate::check) fn new<'w, W: Iterator<Item = &'w str>>(
        lists: impl IntoIterator<Item = (&'w str, W)>,
    ) -> Lists<'static> {
        let lists = lists.into_iter().map(|(name, words)| List {
            name: name.to_owned().into(),
            words: Any::new(words.map(word).collect()),
        });
        Lists {
            lists: lists.collect(),
        }
    }

    /// Returns the number of a list.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.lists.iter().position(|list| list.name == name)
    }

    /// Returns the words of a list, by its number.
    pub(super) fn any(&self, number: usize) -> Option<&Any<'a>> {
        self.lists.get(number).map(|list| &list.words)
    }

    /// Returns the words of a list one by one.
    pub(super) fn words(&self, name: &str) -> Option<impl Iterator<Item = &Word<'a>>> {
        self.any(self.number(name)?).map(Any::all)
    }

    /// Returns for each list whether all of it is words.
    pub(in crate::check) fn of_words(&self) -> impl Iterator<Item = bool> {
        self.lists.iter().map(|list| list.words.is_of_words())
    }

    /// Returns what the words of each list are looked up by; nothing for one with a bare number.
    pub(in crate::check) fn signs(&self, common: &BTreeSet<String>) -> Vec<Option<Signs>> {
        let lists = self.lists.iter();
        lists.map(|list| list.words.signs(common)).collect()
    }
}
