//! A case file as it is written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::case::Named;
use crate::fact::RawWords;
use crate::lang::Lang;
use crate::source::{Text, TextMap, given};

/// A case: what the seller has confirmed about one appeal.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Case")]
pub struct RawCase {
    /// Language the interview is held in.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub interface_language: Option<Lang>,
    /// Appeal type: performance/late-shipment.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub appeal: Option<Text>,
    /// Store: us, uk, jp.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub marketplace: Option<Text>,
    /// Which of the type's situations is the seller's, where it has several.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub branch: Option<Text>,
    /// Language of the letter that is sent; English unless said otherwise.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub letter_language: Option<Lang>,
    /// Language of the column beside it; Chinese unless said otherwise.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub reading_language: Option<Lang>,
    /// Day of the letter: 2026-01-23. The day it is built, where it is missing.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub date: Option<Text>,
    /// Who appeals.
    #[serde(default, skip_serializing_if = "RawSeller::is_empty")]
    pub seller: RawSeller,
    /// What Amazon sent.
    #[serde(default, skip_serializing_if = "RawNotice::is_empty")]
    pub notice: RawNotice,
    /// Whom a message to a buyer answers.
    #[serde(default, skip_serializing_if = "RawBuyer::is_empty")]
    pub buyer: RawBuyer,
    /// Facts by the ids of the appeal type.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub facts: TextMap<RawWords>,
    /// Confirmed statements by the ids of the appeal type, or own-1, own-2 … in own words.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub statements: TextMap<RawStatement>,
    /// Root causes by the ids of the appeal type, or own-1, own-2 … in own words.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub root_causes: TextMap<RawCause>,
    /// Details of the actions the causes name.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub actions: TextMap<RawAction>,
    /// Details of the measures the causes name.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub measures: TextMap<RawMeasure>,
    /// Documents named as proof, by the ids of the appeal type, or own-1, own-2 …
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub evidence: TextMap<RawEvidence>,
    /// Purchase invoices, a line of one for each ASIN, where the appeal type asks for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invoices: Vec<RawInvoice>,
    /// What was sold of the goods on the invoices, by ASIN.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub sold: TextMap<RawSold>,
    /// Findings of `poa check` to leave as they are, each with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppress: Vec<RawSuppression>,
    /// Questions that need no answer and were passed over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<Text>,
}

/// A finding to leave as it is.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawSuppression {
    /// Id of the rule.
    pub rule: Text,
    /// The entry as the finding names it: `actions.clear-backlog`; `letter` for the whole.
    pub at: Text,
    /// Why.
    pub reason: Text,
}

/// Who appeals.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawSeller {
    /// Name buyers see.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub store: Option<RawWords>,
    /// Registered name of the business.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub legal_name: Option<RawWords>,
    /// Merchant token of the account.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub merchant_token: Option<RawWords>,
    /// E-mail address the account is registered with.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub email: Option<Text>,
    /// Who signs.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub signatory: Option<RawWords>,
    /// The post of who signs: a role of the catalogue, or own words.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub position: Option<RawWords>,
}

impl RawSeller {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What Amazon sent.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawNotice {
    /// Day of the notice.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub date: Option<Text>,
    /// Case id, where the notice has one.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub case_id: Option<RawWords>,
    /// ASINs it names; an empty list where it names none.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub asins: Option<RawWords>,
    /// Orders it names; an empty list where it names none.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub orders: Option<RawWords>,
    /// What was read out of the notice and not confirmed yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<Named>,
}

impl RawNotice {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A buyer and the message of theirs that is answered.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawBuyer {
    /// Name, as Amazon shows it.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub name: Option<RawWords>,
    /// Day of the message: 2026-01-23.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub date: Option<Text>,
    /// When on that day, by the clock of Seller Central: 15:30.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub time: Option<Text>,
}

impl RawBuyer {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A confirmed statement.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawStatement {
    /// The part it stands in, for one in own words.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub part: Option<Text>,
    /// Own words, under an id that begins with own-.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub own: Option<RawWords>,
    /// Ids of the evidence that proves it; an empty list where there is none.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub proof: Option<Vec<Text>>,
}

/// A chosen cause.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawCause {
    /// Own words, under an id that begins with own-.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub own: Option<RawWords>,
    /// Ids of the actions that answer it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Text>,
    /// Ids of the measures that answer it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Text>,
}

/// Something done.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawAction {
    /// Own words, under an id that begins with own-.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub own: Option<RawWords>,
    /// Day it was done.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub done_on: Option<Text>,
    /// Ids of the evidence that proves it; an empty list where there is none.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub proof: Option<Vec<Text>>,
}

/// Something put in place.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawMeasure {
    /// Own words, under an id that begins with own-.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub own: Option<RawWords>,
    /// Day since when it runs.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub since: Option<Text>,
    /// The post that answers for it: a role of the catalogue, or own words.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub owner: Option<RawWords>,
    /// How often: a rhythm of the catalogue, or own words.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub rhythm: Option<RawWords>,
    /// Ids of the evidence that proves it; an empty list where there is none.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub proof: Option<Vec<Text>>,
}

/// A document.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawEvidence {
    /// What it is, for a document the appeal type does not know.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub title: Option<RawWords>,
    /// What it shows, for a document the appeal type does not know.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub shows: Option<RawWords>,
    /// Name of the file.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub file: Option<Text>,
}

/// A line of a purchase invoice.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawInvoice {
    /// Its number.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub number: Option<RawWords>,
    /// Its day.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub date: Option<Text>,
    /// Who issued it.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub supplier: Option<RawWords>,
    /// The ASIN under which the goods are sold.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub asin: Option<Text>,
    /// Units on it.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub quantity: Option<Text>,
}

/// What was sold of an ASIN.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawSold {
    /// Units sold in the time the notice speaks of.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub quantity: Option<Text>,
    /// Day of the first sale.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub first_sale: Option<Text>,
}
