//! The lists of words that the patterns of a file name in braces.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::word::{Any, word};

/// The lists of a file. One is made ready when the first pattern asks for it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::check) struct Lists<'a> {
    #[serde(borrow)]
    lists: Vec<List<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct List<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    /// One a line.
    #[serde(borrow)]
    words: Cow<'a, str>,
    #[serde(skip)]
    ready: OnceLock<Arc<Any>>,
}

impl Lists<'_> {
    /// Makes lists of names and words.
    pub(in crate::check) fn new<'w, W: Iterator<Item = &'w str>>(
        lists: impl IntoIterator<Item = (&'w str, W)>,
    ) -> Lists<'static> {
        let lists = lists.into_iter().map(|(name, words)| List {
            name: name.to_owned().into(),
            words: words.collect::<Vec<_>>().join("\n").into(),
            ready: OnceLock::new(),
        });
        Lists {
            lists: lists.collect(),
        }
    }

    fn get(&self, name: &str) -> Option<&List<'_>> {
        self.lists.iter().find(|list| list.name == name)
    }

    /// Returns the words of a list, one by one.
    pub(super) fn words(&self, name: &str) -> Option<impl Iterator<Item = &str>> {
        self.get(name).map(|list| list.words.lines())
    }

    /// Returns the number of a list, and the list to be looked for.
    pub(super) fn all(&self, name: &str) -> Option<(usize, Arc<Any>)> {
        let at = self.lists.iter().position(|list| list.name == name)?;
        Some((at, self.lists[at].ready()))
    }

    /// Returns for each list the numbers by which its words are looked up.
    pub(in crate::check) fn hashes(&self) -> impl Iterator<Item = Option<Vec<u32>>> {
        self.lists.iter().map(|list| list.ready().hashes())
    }
}

impl List<'_> {
    fn ready(&self) -> Arc<Any> {
        let any = || Arc::new(Any::new(self.words.lines().map(word).collect()));
        self.ready.get_or_init(any).clone()
    }
}
