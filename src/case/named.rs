//! What the pasted notice names, as it was read: kept beside what the seller confirmed.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::source::{Text, TextMap, given};

/// What was read out of the notice. Nothing of it is in the letter before the seller confirms it;
/// the interview proposes it, and a check can compare.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Named {
    /// What it alleges, the first issue first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Text>,
    /// Appeal types that answer the first issue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appeals: Vec<Text>,
    /// Store.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub marketplace: Option<Text>,
    /// Day of the notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Day by which it wants an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<NaiveDate>,
    /// ASINs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asins: Vec<Text>,
    /// Orders.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<Text>,
    /// Complaint ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complaint_ids: Vec<Text>,
    /// The seller's figures of metrics, by the metric: 7.2%.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub metrics: TextMap<Text>,
}
