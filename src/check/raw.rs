//! The files of `appeals/_check/` as they are written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::source::{Text, TextMap};

/// `appeals/_check/<lang>/<group>.yaml`: the words by which a group of rules knows a sentence.
///
/// How a pattern is written: words one after the other; `(a|b)` one of several; `{list}` one of a
/// list; `(very)?` may be missing; `guarant*` a word that begins so, `*leiter` one that ends so; `...` up to four words
/// between (Chinese, Japanese: eight characters), `...2` up to two; `#` a number, `\#` the sign itself; `^` and `$` the
/// sentence begins or ends here. Small letters only; straight quotes.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Words of the rules of a language")]
pub struct RawLexicon {
    /// Lists of words that patterns name in braces.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub lists: TextMap<Vec<Text>>,
    /// What headings of a letter are called, by part of the letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headings: Option<RawHeadings>,
    /// Words that tell an appeal from a message to a buyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kinds: Option<RawKinds>,
    /// Signs that rules on the whole letter look for, by name.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub marks: TextMap<Vec<RawWords>>,
    /// What a rule flags, by id of the rule.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub rules: TextMap<Vec<RawWords>>,
    /// Well-known template sentences, in own words; a sentence like one of them is flagged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stock_phrases: Vec<Text>,
    /// Words (characters) that say nothing; passed over when sentences are compared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub common_words: Vec<Text>,
}

/// Patterns, and what takes them back.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawWords {
    /// A sentence with one of these is meant.
    pub flag: Vec<Text>,
    /// Not if one of these is in the same sentence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unless: Vec<Text>,
}

/// What headings are called. A heading that begins with such words opens the part.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawHeadings {
    /// What failed.
    pub root_causes: Vec<Text>,
    /// What was done.
    pub actions: Vec<Text>,
    /// What is in place.
    pub measures: Vec<Text>,
    /// How things stand.
    pub status: Vec<Text>,
    /// Documents.
    pub evidence: Vec<Text>,
    /// What is asked for.
    pub request: Vec<Text>,
    /// The letter as a whole: the name of no part.
    pub title: Vec<Text>,
}

/// Words that tell kinds of texts apart.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawKinds {
    /// Patterns of an appeal.
    pub appeal: Vec<Text>,
    /// Patterns of a message to a buyer.
    pub buyer_message: Vec<Text>,
}
