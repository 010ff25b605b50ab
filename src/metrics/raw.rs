//! `appeals/_metrics.yaml` as it is written.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::metrics::Comparison;
use crate::source::{Text, TextMap};

/// `appeals/_metrics.yaml`: what Amazon asks of the rates of orders and delivery, by id.
///
/// The names of the rates stand in `_common/<lang>.yaml` under the same ids.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(title = "Metrics")]
pub struct RawMetrics(pub TextMap<RawMetric>);

/// One rate and its target.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawMetric {
    /// What the trade calls it: ODR.
    pub abbreviation: Text,
    /// Which side of the figure is good.
    pub comparison: Comparison,
    /// The figure, in percent.
    pub percent: Text,
    /// Lengths of the windows it is measured over, in days; the target holds in each of them.
    #[schemars(length(min = 1))]
    pub windows: Vec<u16>,
    /// How many of the newest days a window leaves out.
    #[serde(default)]
    pub delay: u16,
    /// What the rate is a share of, by language: Orders.
    pub orders: TextMap<Text>,
    /// On which of them something went wrong, by language: Orders with a defect.
    pub defects: TextMap<Text>,
    /// What has to be known about the figure, by language.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub note: TextMap<Text>,
    /// Where the figure comes from.
    pub source: Text,
    /// Day it was last checked.
    pub checked: NaiveDate,
}
