//! What can be worked out from purchase invoices instead of being asked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact::FactType;

/// A figure of the purchase invoices of a case, and of what was sold of the goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    /// Their numbers, each once.
    Numbers,
    /// Who issued them, each once.
    Suppliers,
    /// Day of the earliest.
    FirstDate,
    /// Day of the latest, where it is another than that of the earliest.
    LastDate,
    /// Units on all of them.
    Quantity,
    /// ASINs of the notice that stand on none, where there are invoices.
    UncoveredAsins,
    /// Units sold of all ASINs, of the notice and on the invoices; there need be no invoice.
    Sold,
}

impl Figure {
    /// Returns the type of the fact it is.
    pub fn kind(self) -> FactType {
        match self {
            Self::Numbers => FactType::Codes,
            Self::Suppliers => FactType::Name,
            Self::FirstDate | Self::LastDate => FactType::Date,
            Self::Quantity | Self::Sold => FactType::Count,
            Self::UncoveredAsins => FactType::Asins,
        }
    }

    /// Reports whether there may be nothing to say of it although every invoice is given.
    pub fn may_be_nothing(self) -> bool {
        matches!(self, Self::LastDate | Self::UncoveredAsins)
    }

    /// Returns the name used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Suppliers => "suppliers",
            Self::FirstDate => "first-date",
            Self::LastDate => "last-date",
            Self::Quantity => "quantity",
            Self::UncoveredAsins => "uncovered-asins",
            Self::Sold => "sold",
        }
    }
}
