//! The files of `appeals/` that put a type into another language.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::catalogue::raw::{RawPick, RawRefusal};
use crate::source::{Text, TextMap, given};

/// `appeals/<family>/<slug>.<lang>.yaml`: the same ids, texts only.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Translation of an appeal type")]
pub struct RawTranslation {
    /// As in the appeal type.
    pub title: Text,
    /// As in the appeal type.
    pub use_when: Text,
    /// As in the appeal type.
    pub not_when: Text,
    /// As many lines as in the appeal type.
    pub look_for: Vec<Text>,
    /// By id of the fact.
    pub facts: TextMap<RawFactTexts>,
    /// Where the appeal type has branches.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub branches: Option<RawBranchesTexts>,
    /// Where the appeal type has one.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub refusal: Option<RawRefusal>,
    /// Where the appeal type has one.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub salutation: Option<Text>,
    /// As many paragraphs as in the appeal type.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opening: Vec<Text>,
    /// By id of the part.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub parts: TextMap<RawPartTexts>,
    /// By id of the cause.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub root_causes: TextMap<RawEntryTexts>,
    /// By id of the action.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub actions: TextMap<RawEntryTexts>,
    /// By id of the measure.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub measures: TextMap<RawEntryTexts>,
    /// As many paragraphs as in the appeal type.
    #[serde(default)]
    pub status: Vec<Text>,
    /// By id of the evidence.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub evidence: TextMap<RawEvidenceTexts>,
    /// As many paragraphs as in the appeal type.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub request: Vec<Text>,
    /// Where the appeal type has one.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub closing: Option<Text>,
}

/// Texts of the branches.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawBranchesTexts {
    /// The question.
    pub ask: Text,
    /// Why it is asked.
    pub why: Text,
    /// By id of the branch.
    pub options: TextMap<RawBranchTexts>,
}

/// Texts of a branch.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawBranchTexts {
    /// The line in the menu.
    pub title: Text,
    /// As many paragraphs as in the appeal type.
    pub opening: Vec<Text>,
    /// As many paragraphs as in the appeal type.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub request: Vec<Text>,
}

/// Texts of a part.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawPartTexts {
    /// Heading of the section in the letter.
    pub title: Text,
    /// The question.
    pub ask: Text,
    /// Why it is asked.
    pub why: Text,
    /// Where the part has one.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub pick: Option<RawPick>,
    /// By id of the entry.
    pub entries: TextMap<RawEntryTexts>,
}

/// Texts of a fact.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawFactTexts {
    /// A few words for lists.
    pub label: Text,
    /// The question, of a fact that is asked.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub ask: Option<Text>,
    /// Why it is asked.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub why: Option<Text>,
    /// Words of the options, by id.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub options: TextMap<Text>,
}

/// Texts of a cause, an action, a measure or a statement.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawEntryTexts {
    /// The line in the menu.
    pub title: Text,
    /// The sentences in the letter.
    pub text: Text,
}

/// Texts of a kind of document.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawEvidenceTexts {
    /// What the document is called in the letter.
    pub title: Text,
    /// What it shows.
    pub shows: Text,
    /// What is accepted.
    pub accept: Vec<Text>,
    /// What gets refused.
    pub reject: Vec<Text>,
}
