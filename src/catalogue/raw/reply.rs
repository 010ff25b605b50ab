//! The files of `replies/` as they are written: messages to buyers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::catalogue::raw::{
    Form, RawAppeal, RawFact, RawFactTexts, RawPart, RawPartTexts, RawRefusal, RawTranslation,
    Stance,
};
use crate::source::{Text, TextMap, given};

/// First line of every message, among the shared sentences.
const SALUTATION: &str = "{{> salutation}}";
/// Line above the store's name.
const CLOSING: &str = "{{> closing}}";

/// `replies/<slug>.yaml`: one message to a buyer, its structure and its English text.
///
/// Sentences are those of an appeal type, with `{{store}}` and `{{buyer}}` beside the facts declared
/// here and in `_shared.yaml`. `{{> thanks}}` puts in the shared sentence of that name. A sentence
/// need not name a fact: politeness has none.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Message to a buyer")]
pub struct RawReply {
    /// Name in lists.
    pub title: Text,
    /// What the buyer wrote, or what happened.
    pub use_when: Text,
    /// When another message, or none, is right.
    pub not_when: Text,
    /// Why there is no message under this title, and what there is instead; everything below it is
    /// then left out.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub refusal: Option<RawRefusal>,
    /// What the sentences ask of the seller beside the shared facts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<RawFact>,
    /// Paragraphs under the salutation. One whose optional fact is not given is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opening: Vec<Text>,
    /// What was found and what is offered: paragraphs to confirm.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<RawPart>,
    /// Ids of shared parts that follow its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared_parts: Vec<Text>,
    /// Paragraphs above the signature: the next step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub request: Vec<Text>,
}

/// `replies/<slug>.<lang>.yaml`: the same ids, texts only.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Translation of a message to a buyer")]
pub struct RawReplyTranslation {
    /// As in the message.
    pub title: Text,
    /// As in the message.
    pub use_when: Text,
    /// As in the message.
    pub not_when: Text,
    /// Where the message has one.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub refusal: Option<RawRefusal>,
    /// By id of the fact.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub facts: TextMap<RawFactTexts>,
    /// As many paragraphs as in the message.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opening: Vec<Text>,
    /// By id of the part.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub parts: TextMap<RawPartTexts>,
    /// As many paragraphs as in the message.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub request: Vec<Text>,
}

/// `replies/_shared.yaml`: what several messages say or ask.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "What messages to buyers share")]
pub struct RawShared {
    /// Sentences by name; `salutation` and `closing` stand in every message.
    pub sentences: TextMap<Text>,
    /// Facts a message asks for where its sentences name them.
    pub facts: Vec<RawFact>,
    /// Parts several messages have.
    pub parts: Vec<RawPart>,
}

/// `replies/_shared.<lang>.yaml`: the same ids, texts only.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Translation of what messages to buyers share")]
pub struct RawSharedTexts {
    /// By name.
    pub sentences: TextMap<Text>,
    /// By id of the fact.
    pub facts: TextMap<RawFactTexts>,
    /// By id of the part.
    pub parts: TextMap<RawPartTexts>,
}

impl RawReply {
    /// Writes it as the type of a message; what it shares with others is still to be put in.
    pub fn into_type(self, slug: &str) -> RawAppeal {
        let sent = self.refusal.is_none();
        RawAppeal {
            issue: Text(slug.to_owned()),
            // It answers a buyer; what kind of answer to Amazon it is has no meaning.
            stance: Stance::Documents,
            form: Form::Message,
            title: self.title,
            use_when: self.use_when,
            not_when: self.not_when,
            look_for: Vec::new(),
            limit_words: None,
            target: None,
            facts: self.facts,
            branches: None,
            refusal: self.refusal,
            salutation: sent.then(|| Text(SALUTATION.to_owned())),
            opening: self.opening,
            parts: self.parts,
            root_causes: Vec::new(),
            actions: Vec::new(),
            measures: Vec::new(),
            status: Vec::new(),
            evidence: Vec::new(),
            invoices: false,
            request: self.request,
            closing: sent.then(|| Text(CLOSING.to_owned())),
        }
    }
}

impl RawReplyTranslation {
    /// Writes it as the translation of a type.
    pub fn into_type(self) -> RawTranslation {
        let sent = self.refusal.is_none();
        RawTranslation {
            title: self.title,
            use_when: self.use_when,
            not_when: self.not_when,
            look_for: Vec::new(),
            facts: self.facts,
            branches: None,
            refusal: self.refusal,
            salutation: sent.then(|| Text(SALUTATION.to_owned())),
            opening: self.opening,
            parts: self.parts,
            root_causes: TextMap::default(),
            actions: TextMap::default(),
            measures: TextMap::default(),
            status: Vec::new(),
            evidence: TextMap::default(),
            request: self.request,
            closing: sent.then(|| Text(CLOSING.to_owned())),
        }
    }
}
