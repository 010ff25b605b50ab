//! How an appeal is won, as `appeals/_guide/` tells it: the files as they are written, and the model.

use chrono::NaiveDate;
use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::lang::Texts;
use crate::source::{Text, TextMap};

/// `appeals/_guide/en.yaml`: the guide, its structure, its sources and its English text.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Guide")]
pub struct RawGuide {
    /// Heading of the whole.
    pub title: Text,
    /// Where its facts come from, by id.
    pub sources: TextMap<GuideSource>,
    /// Its sections, in the order they are read in.
    pub sections: Vec<RawGuideSection>,
}

/// Where facts come from.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GuideSource {
    /// What it is called.
    pub title: Text,
    /// Day it was last checked.
    pub checked: NaiveDate,
}

/// A section of the guide.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawGuideSection {
    /// Name, unique in the guide.
    pub id: Text,
    /// Heading.
    pub title: Text,
    /// Whether the order of the lines matters.
    pub kind: GuideKind,
    /// One thing to know a line.
    pub lines: Vec<RawGuideLine>,
}

/// What the lines of a section are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GuideKind {
    /// Steps to take one after the other.
    Steps,
    /// Points in no order.
    Points,
}

/// A line of the guide.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawGuideLine {
    /// Name, unique in its section.
    pub id: Text,
    /// What it says.
    pub text: Text,
    /// Ids of its sources; none where it is advice that follows from other lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

/// `appeals/_guide/<lang>.yaml` of another language: the same ids, texts only.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Translation of the guide")]
pub struct RawGuideTexts {
    /// Heading of the whole.
    pub title: Text,
    /// By id of the section.
    pub sections: TextMap<RawGuideSectionTexts>,
}

/// Texts of a section of the guide.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawGuideSectionTexts {
    /// Heading.
    pub title: Text,
    /// By id of the line.
    pub lines: TextMap<Text>,
}

/// How an appeal is won.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    /// Heading of the whole.
    pub title: Texts,
    /// Sections, in the order they are read in.
    pub sections: Vec<GuideSection>,
    /// Where its facts come from, by id.
    pub sources: IndexMap<String, GuideSource>,
}

/// A section of the guide.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideSection {
    /// Its name.
    pub id: String,
    /// Heading.
    pub title: Texts,
    /// What its lines are.
    pub kind: GuideKind,
    /// Its lines.
    pub lines: Vec<GuideLine>,
}

/// A line of the guide.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideLine {
    /// Its name.
    pub id: String,
    /// What it says.
    pub text: Texts,
    /// Ids of its sources; none where it is advice that follows from other lines.
    pub sources: Vec<String>,
}
