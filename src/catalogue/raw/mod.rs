//! The files of `appeals/` as they are written.

mod language;
mod reply;
mod translation;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact::{FactType, Figure};
use crate::source::{Text, TextMap, given};
pub use language::{
    RawBuyerWords, RawByStance, RawCommon, RawDraftWords, RawEvidenceColumns, RawFormWords,
    RawInvoiceWords, RawLetterWords, RawReviewWords, RawSignatureWords,
};
pub use reply::{RawReply, RawReplyTranslation, RawShared, RawSharedTexts};
pub use translation::{
    RawBranchTexts, RawBranchesTexts, RawEntryTexts, RawEvidenceTexts, RawFactTexts, RawPartTexts,
    RawTranslation,
};

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
    /// What is made of it; a letter unless said otherwise.
    #[serde(default, skip_serializing_if = "Form::is_letter")]
    pub form: Form,
    /// Name in lists and the subject of the letter.
    pub title: Text,
    /// For which notices it is meant.
    pub use_when: Text,
    /// When another type, or no letter, is right.
    pub not_when: Text,
    /// What reviewers of this type look for: two to four short complete sentences without braces.
    pub look_for: Vec<Text>,
    /// How many words the place it is sent to takes; of a message only.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub limit_words: Option<u32>,
    /// Id of the rate in `_metrics.yaml` whose target Amazon asks for, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Text>,
    /// Everything the sentences may ask of the seller, each asked once.
    pub facts: Vec<RawFact>,
    /// Situations that need different answers; each then has its own opening and request.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub branches: Option<RawBranches>,
    /// Why there is no letter under this title, and what there is instead; everything below it is
    /// then left out.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub refusal: Option<RawRefusal>,
    /// First line of a message: Dear …
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub salutation: Option<Text>,
    /// Paragraphs before everything else. One whose optional fact is not given is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opening: Vec<Text>,
    /// Sections of facts to confirm, after the opening.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<RawPart>,
    /// Causes to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub root_causes: Vec<RawCause>,
    /// What the seller may have done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<RawAnswer>,
    /// What the seller may have put in place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<RawAnswer>,
    /// Paragraphs on how things stand now, left out where a fact of theirs is not given.
    #[serde(default)]
    pub status: Vec<Text>,
    /// Documents that prove it.
    pub evidence: Vec<RawEvidence>,
    /// Purchase invoices are asked for one by one and stand in the letter as a table. Facts can be
    /// worked out from them. In a type with branches they are asked for in those whose sentences
    /// name such a fact.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub invoices: bool,
    /// What is asked of Amazon, at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub request: Vec<Text>,
    /// Line before the store's name that signs a message; without it nothing is signed.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub closing: Option<Text>,
}

/// What is made of a type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A letter with headings, evidence table and signature block.
    #[default]
    Letter,
    /// Plain text for a form or a message box.
    Message,
}

impl Form {
    // Takes a reference because serde hands it one.
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it")]
    fn is_letter(&self) -> bool {
        *self == Self::Letter
    }
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

/// One fact: asked, with `type`, `ask` and `why`, or worked out, with `from-invoices`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(extend("oneOf" = [
    {
        "required": ["type", "ask", "why"],
        "properties": { "from-invoices": false },
    },
    {
        "required": ["from-invoices"],
        "properties": {
            "type": false, "ask": false, "why": false, "optional": false, "options": false,
        },
    },
]))]
pub struct RawFact {
    /// Name in sentences.
    pub id: Text,
    /// Kind of value of a fact that is asked.
    #[serde(
        default,
        rename = "type",
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub kind: Option<FactType>,
    /// What the fact is of the purchase invoices, where it is worked out from them and not asked. A
    /// paragraph that names it is left out where they say nothing of it; an action, a measure or a
    /// statement then lacks it.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub from_invoices: Option<Figure>,
    /// A few words for lists: "Late shipment rate in the notice".
    pub label: Text,
    /// The question.
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
    /// The letter works without it; paragraphs that need it are then left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// What there is to choose from, for the type `choice`: id to words that fit into the sentence.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub options: TextMap<Text>,
}

/// Situations of which exactly one is the seller's; the whole answer depends on it.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawBranches {
    /// The question.
    pub ask: Text,
    /// Why it is asked.
    pub why: Text,
    /// The situations.
    pub options: Vec<RawBranch>,
}

/// One situation and what the letter is then made of.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawBranch {
    /// Name, unique among the branches of the type.
    pub id: Text,
    /// The line in the menu.
    pub title: Text,
    /// Takes the place of the type's.
    pub stance: Stance,
    /// Paragraphs before everything else.
    pub opening: Vec<Text>,
    /// What is asked of Amazon, at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub request: Vec<Text>,
    /// Ids of the parts that are asked; none where left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Text>,
    /// Ids of the causes that are offered; none where left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub root_causes: Vec<Text>,
}

/// A section of facts the seller confirms.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawPart {
    /// Name, unique among the parts of the type.
    pub id: Text,
    /// Heading of the section in the letter.
    pub title: Text,
    /// The question.
    pub ask: Text,
    /// Why it is asked.
    pub why: Text,
    /// How many of the entries can be true.
    pub choose: Choose,
    /// Where the entries are offers among which the reader picks: what stands around them.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub pick: Option<RawPick>,
    /// Statements to confirm; each sentence holds a fact of the seller's.
    pub entries: Vec<RawAnswer>,
}

/// Lines around the entries of a part that are offers to the reader.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawPick {
    /// Where there is one offer.
    pub one: Text,
    /// Where there are several; they are then numbered.
    pub several: Text,
    /// Above them, where there are several.
    pub lead: Text,
}

/// Why something is not written.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawRefusal {
    /// The rule it would break, and what that leads to.
    pub why: Text,
    /// What is allowed instead.
    pub instead: Text,
}

/// How many entries of a part are confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Choose {
    /// Exactly one.
    One,
    /// At least one.
    Some,
    /// None or more.
    Any,
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

/// An action, a measure or a statement to confirm.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawAnswer {
    /// Name, unique among the actions, the measures or the entries of all parts of the type.
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
