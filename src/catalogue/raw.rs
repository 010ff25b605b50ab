//! The files of `appeals/` as they are written.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact::FactType;
use crate::lang::RawFormats;
use crate::source::{Text, TextMap};

/// `appeals/<family>/<slug>.yaml`: one appeal type, its structure and its English text.
///
/// Sentences hold facts in double braces: `{{late-rate}}`. Beside the facts
/// declared here every sentence knows `store`, `legal-name`, `marketplace`,
/// `notice-date`, `case-id`, `notice-asins`, `notice-orders` and, where there is
/// a target, `target`; an action also `done-on`, a measure `since`, `owner` and
/// `rhythm`. `{{plural late-orders "order" "orders"}}` chooses a form by a number.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Appeal type")]
pub struct RawAppeal {
    /// What the notice alleges: late-shipment, counterfeit.
    pub issue: Text,
    /// What kind of answer the letter is.
    pub stance: Stance,
    /// Name in lists and the subject of the letter.
    pub title: Text,
    /// For which notices it is meant.
    pub use_when: Text,
    /// When another type, or no letter, is right.
    pub not_when: Text,
    /// The figure Amazon asks for, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<RawTarget>,
    /// Everything the sentences may ask of the seller, each asked once.
    pub facts: Vec<RawFact>,
    /// Paragraphs before the root causes. One whose optional fact is not given is left out.
    pub opening: Vec<Text>,
    /// Causes to choose from.
    pub root_causes: Vec<RawCause>,
    /// What the seller may have done.
    pub actions: Vec<RawAnswer>,
    /// What the seller may have put in place.
    pub measures: Vec<RawAnswer>,
    /// Paragraphs on how things stand now, left out where a fact of theirs is not given.
    #[serde(default)]
    pub status: Vec<Text>,
    /// Documents that prove it.
    pub evidence: Vec<RawEvidence>,
    /// What is asked of Amazon, at the end.
    pub request: Vec<Text>,
}

/// What kind of answer a letter is; they are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// The violation happened; causes, actions and measures follow.
    Acknowledge,
    /// The violation did not happen; facts and proofs follow.
    Dispute,
    /// Amazon asked for papers, not for a plan.
    Documents,
}

/// The figure Amazon asks for.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawTarget {
    /// Id of the metric in `_common/<lang>.yaml`.
    pub metric: Text,
    /// Which side of the figure is good.
    pub comparison: Comparison,
    /// The figure, in percent.
    pub percent: Text,
    /// Over which time it is measured.
    pub window: Text,
    /// Where the figure comes from.
    pub source: Text,
    /// Day it was last checked.
    pub checked: NaiveDate,
}

/// Which side of a target is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// The rate has to lie below the figure.
    Below,
    /// The rate has to reach the figure.
    AtLeast,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawFact {
    /// Name in sentences.
    pub id: Text,
    /// Kind of value.
    #[serde(rename = "type")]
    pub kind: FactType,
    /// A few words for lists: "Late shipment rate in the notice".
    pub label: Text,
    /// The question.
    pub ask: Text,
    /// Why it is asked.
    pub why: Text,
    /// The letter works without it; paragraphs that need it are then left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// What there is to choose from, for the type `choice`: id to words that fit into the sentence.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub options: TextMap<Text>,
}

/// A cause to choose.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawCause {
    /// Name, unique among the causes of the type.
    pub id: Text,
    /// The line in the menu.
    pub title: Text,
    /// The sentences in the letter.
    pub text: Text,
    /// Ids of actions that answer it.
    pub actions: Vec<Text>,
    /// Ids of measures that answer it.
    pub measures: Vec<Text>,
}

/// An action or a measure to confirm.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawAnswer {
    /// Name, unique among the actions or the measures of the type.
    pub id: Text,
    /// The line in the menu.
    pub title: Text,
    /// The sentences in the letter. An action: past tense, with `{{done-on}}`. A measure:
    /// `{{since}}`, `{{owner}}`, and `{{rhythm}}` or a trigger in words.
    pub text: Text,
    /// Ids of evidence that proves it, the best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Text>,
}

/// A kind of document.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawEvidence {
    /// Name, unique among the evidence of the type.
    pub id: Text,
    /// What the document is called in the letter.
    pub title: Text,
    /// What it shows, for the evidence table.
    pub shows: Text,
    /// What is accepted.
    pub accept: Vec<Text>,
    /// What gets refused.
    pub reject: Vec<Text>,
}

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
    /// Over which time the target is measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_window: Option<Text>,
    /// By id of the fact.
    pub facts: TextMap<RawFactTexts>,
    /// As many paragraphs as in the appeal type.
    pub opening: Vec<Text>,
    /// By id of the cause.
    pub root_causes: TextMap<RawEntryTexts>,
    /// By id of the action.
    pub actions: TextMap<RawEntryTexts>,
    /// By id of the measure.
    pub measures: TextMap<RawEntryTexts>,
    /// As many paragraphs as in the appeal type.
    #[serde(default)]
    pub status: Vec<Text>,
    /// By id of the evidence.
    pub evidence: TextMap<RawEvidenceTexts>,
    /// As many paragraphs as in the appeal type.
    pub request: Vec<Text>,
}

/// Texts of a fact.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawFactTexts {
    /// A few words for lists.
    pub label: Text,
    /// The question.
    pub ask: Text,
    /// Why it is asked.
    pub why: Text,
    /// Words of the options, by id.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub options: TextMap<Text>,
}

/// Texts of a cause, an action or a measure.
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

/// `appeals/_common/<lang>.yaml`: what every letter in a language shares.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "What the letters of a language share")]
pub struct RawCommon {
    /// The language's name in itself.
    pub name: Text,
    /// How values are written.
    pub formats: RawFormats,
    /// Names of the families of appeal types, by folder.
    pub families: TextMap<Text>,
    /// Official names of the metrics, by id.
    pub metrics: TextMap<Text>,
    /// Posts that answer for something, as they stand in a sentence, by id.
    pub roles: TextMap<Text>,
    /// How often, as it stands in a sentence, by id.
    pub rhythms: TextMap<Text>,
    /// Short names of what every letter asks for, by id; used where something is missing.
    pub labels: TextMap<Text>,
    /// The fixed words of a letter.
    pub letter: RawLetterWords,
}

/// The fixed words of a letter. Braces hold values: `{{store}}`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawLetterWords {
    /// Heading of the whole: Plan of Action.
    pub title: Text,
    /// Whom it is addressed to, by `{{marketplace}}`.
    pub addressee: Text,
    /// Subject, by `{{title}}` and `{{store}}`.
    pub subject: Text,
    /// What the subject adds where Amazon gave a case id: `{{case-id}}`.
    pub subject_case: Text,
    /// Word before the subject: Re.
    pub subject_label: Text,
    /// Dear …
    pub salutation: Text,
    /// Section headings.
    pub root_causes: Text,
    /// Heading.
    pub actions: Text,
    /// Heading.
    pub measures: Text,
    /// Heading.
    pub status: Text,
    /// Heading.
    pub evidence: Text,
    /// Heading.
    pub request: Text,
    /// Reference behind a sentence: `(Evidence {{numbers}})`.
    pub evidence_reference: Text,
    /// Note behind an action or measure that answers more causes: `{{numbers}}`.
    pub also_answers: Text,
    /// An action in the seller's own words: `{{text}}`, `{{done-on}}`.
    pub own_action: Text,
    /// A measure in the seller's own words: `{{text}}`, `{{since}}`, `{{owner}}`, `{{rhythm}}`.
    pub own_measure: Text,
    /// Columns of the evidence table.
    pub evidence_columns: RawEvidenceColumns,
    /// Words of the signature block.
    pub signature: RawSignatureWords,
    /// Words around the page numbers: `{{page}}`, `{{pages}}`.
    pub page: Text,
    /// Label of the case id in the header.
    pub case_id: Text,
    /// Words of the reviewer's page.
    pub review: RawReviewWords,
    /// Words of the form's three boxes.
    pub form: RawFormWords,
    /// Words of a draft.
    pub draft: RawDraftWords,
}

/// Columns of the evidence table.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawEvidenceColumns {
    /// Number.
    pub number: Text,
    /// What the document is.
    pub document: Text,
    /// What it shows.
    pub shows: Text,
    /// File name.
    pub file: Text,
}

/// Words of the signature block.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawSignatureWords {
    /// Word before the name.
    pub closing: Text,
    /// The store's name: `Store: {{value}}`.
    pub store: Text,
    /// The merchant token.
    pub merchant_token: Text,
    /// The e-mail address the seller logs in with.
    pub email: Text,
}

/// Words of the reviewer's page.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawReviewWords {
    /// Heading.
    pub heading: Text,
    /// What to do with the page.
    pub note: Text,
    /// Column: the sentence.
    pub claim: Text,
    /// Column: facts in it.
    pub facts: Text,
    /// Column: when, and what proves it.
    pub proof: Text,
    /// Column: to be ticked.
    pub checked: Text,
    /// Where no proof is named.
    pub no_proof: Text,
    /// Where the words are the seller's own.
    pub own_words: Text,
}

/// Words of the form's three boxes.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawFormWords {
    /// Name of the first box.
    pub root_causes: Text,
    /// Name of the second box.
    pub actions: Text,
    /// Name of the third box.
    pub measures: Text,
    /// Length of a box: `{{count}}`.
    pub length: Text,
}

/// Words of a draft.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawDraftWords {
    /// Line above a letter that is not finished.
    pub banner: Text,
    /// A gap: `{{what}}`.
    pub missing: Text,
}
