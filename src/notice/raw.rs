//! The recogniser's files below `appeals/` as they are written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::notice::recogniser::Trust;
use crate::source::{Text, TextMap};

/// A text in the two languages the program speaks.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawTexts {
    /// English.
    pub en: Text,
    /// Chinese.
    pub zh: Text,
}

/// `appeals/_issues/<issue>.yaml`: what a notice can allege, and by which words it is known.
///
/// A sign is one phrase, or several parts with ` + ` between them that all stand in one sentence,
/// in any order. A part is a phrase, alternatives with ` / ` between them, or a word group in
/// braces (`{shipment}`, from `_notice/words.yaml`); a `*` at the end stands for any ending, a `!`
/// before a part says that it must not stand there. Case, accents, hyphens and spaces do not count.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Issue")]
pub struct RawIssue {
    /// Name in lists.
    pub name: RawTexts,
    /// What is alleged, in one sentence to the seller.
    pub means: RawTexts,
    /// Issues that come before this one where a notice names both.
    #[serde(default)]
    pub yields_to: Vec<Text>,
    /// What is asked for, by its ids in `_notice/asks.yaml`, where it is the matter and not only a
    /// consequence; without any of it, it comes behind those it yields to far more often.
    #[serde(default)]
    pub asked_by: Vec<Text>,
    /// Issues of appeal types that answer it beside those of its own id.
    #[serde(default)]
    pub answered_by: Vec<Text>,
    /// Documents usually wanted, by their ids in `_notice/documents.yaml`.
    #[serde(default)]
    pub documents: Vec<Text>,
    /// What to do instead of writing a plan, where no plan is right.
    #[serde(default)]
    pub advice: Option<RawTexts>,
    /// By which words it is known, by language and strength.
    pub signs: TextMap<RawSigns>,
}

/// Signs by how much they say.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawSigns {
    /// Stands in such notices only.
    #[serde(default)]
    pub decisive: Vec<Text>,
    /// Seldom stands in others.
    #[serde(default)]
    pub strong: Vec<Text>,
    /// Tells something together with others.
    #[serde(default)]
    pub fair: Vec<Text>,
    /// Tells little.
    #[serde(default)]
    pub weak: Vec<Text>,
    /// A thing its notices speak of, with every word for it; many together tell what a text is
    /// about.
    #[serde(default)]
    pub topic: Vec<Text>,
    /// Speaks against it.
    #[serde(default)]
    pub against: Vec<Text>,
}

/// `appeals/_notice/<what>.yaml`: what else is read out of a notice: what it asks for, documents and
/// their conditions, answers to an appeal, warning signs, headings.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Marks of a notice")]
pub struct RawMarks {
    /// The marks, by id.
    pub marks: TextMap<RawMark>,
}

/// Something that can be read out of a notice.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawMark {
    /// What it is called.
    pub title: RawTexts,
    /// What it means for the seller.
    #[serde(default)]
    pub help: Option<RawTexts>,
    /// Marks of the same file that this one makes needless.
    #[serde(default)]
    pub instead_of: Vec<Text>,
    /// What a text with it is still worth.
    #[serde(default)]
    pub trust: Trust,
    /// How much what stands under a heading counts, in percent.
    #[serde(default)]
    pub percent: Option<u32>,
    /// By which words it is known, by language.
    pub signs: TextMap<Vec<Text>>,
}

/// `appeals/_notice/words.yaml`: word groups, and how the recogniser weighs.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Words of notices")]
pub struct RawWords {
    /// How much signs weigh, and when an issue is named.
    pub weights: RawWeights,
    /// Words by language, by group.
    pub groups: TextMap<TextMap<Vec<Text>>>,
    /// Frequent words by which a language is known.
    pub languages: TextMap<Vec<Text>>,
    /// Units of time.
    pub units: RawUnits,
    /// Numbers in words.
    pub numbers: TextMap<u32>,
    /// Words for a time that need no number, with their days.
    pub spans: TextMap<u32>,
    /// Labels of lines.
    pub labels: RawLabels,
    /// Months in words, by number.
    pub months: TextMap<Vec<Text>>,
    /// Names of stores in texts, by store.
    pub stores: TextMap<Vec<Text>>,
    /// Words by which a figure is the one Amazon asks for, and not the seller's.
    pub targets: RawTargets,
    /// How percentages are written beside the sign.
    pub percents: RawPercents,
    /// Words by which a time is the age of a paper or a window of figures, and no deadline.
    pub ages: RawAges,
    /// Hosts of Amazon beside those of the stores.
    pub own_hosts: Vec<Text>,
    /// What hosts that look like Amazon's have in them.
    pub look_alikes: Vec<Text>,
}

/// Labels of lines, as they stand before a colon, in small letters.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawLabels {
    /// Before the day of a mail or a notice.
    pub date: Vec<Text>,
    /// Words in a sentence right before the day of the notice itself.
    pub written: Vec<Text>,
    /// Before the people of a mail's header.
    pub mail: Vec<Text>,
}

/// Words beside a time that is no deadline.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawAges {
    /// Stand right before it.
    pub before: Vec<Text>,
    /// Stand right behind it.
    pub behind: Vec<Text>,
}

/// Words by which the two figures of a metric are told apart.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawTargets {
    /// Stand before the figure Amazon asks for.
    pub before: Vec<Text>,
    /// Stand right behind the figure Amazon asks for.
    pub behind: Vec<Text>,
    /// Stand behind the figure Amazon asks for and a comma.
    pub apposed: Vec<Text>,
    /// Stand right before the seller's own figure.
    pub own: Vec<Text>,
    /// Stand right before what the seller's figure was before.
    pub former: Vec<Text>,
    /// Phrases in which such words set no limit, as "over the last".
    pub idle: Vec<Text>,
}

/// Words by which a number is a percentage.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawPercents {
    /// Stand right behind the number.
    pub signs: Vec<Text>,
    /// Say that the number is one of a hundred.
    pub hundred: Vec<Text>,
    /// Stand right before the number.
    pub before: Vec<Text>,
    /// Numbers with a fraction in words, and in digits.
    pub numbers: TextMap<Text>,
}

/// How much signs weigh.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawWeights {
    /// A decisive sign.
    pub decisive: i32,
    /// A strong sign.
    pub strong: i32,
    /// A fair sign.
    pub fair: i32,
    /// A weak sign.
    pub weak: i32,
    /// A word of the subject.
    pub topic: i32,
    /// A sign against; below zero.
    pub against: i32,
    /// An issue is named from this weight on.
    pub named: i32,
    /// An issue is named beside another from this weight on.
    pub beside: i32,
    /// The first issue weighs this many percent of the second at least.
    pub margin: i32,
}

/// Words for units of time.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawUnits {
    /// Hours.
    pub hours: Vec<Text>,
    /// Days.
    pub days: Vec<Text>,
    /// Weeks.
    pub weeks: Vec<Text>,
}
