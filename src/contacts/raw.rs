//! The files of `contacts/` as they are written.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::source::{Text, TextMap};

/// `contacts/<marketplace>.yaml`: an Amazon store, how an appeal reaches it, and its addresses.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Amazon store")]
pub struct RawMarketplace {
    /// The store's name in each language.
    pub name: TextMap<Text>,
    /// Other names sellers type.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// Domain buyers see: amazon.de.
    pub domain: Text,
    /// Host of Seller Central.
    pub seller_central: Text,
    /// Marketplace id of Amazon's selling partner API.
    pub marketplace_id: Text,
    /// API region: north-america, europe or far-east.
    pub region: Region,
    /// Languages of the store, most used first.
    pub languages: Vec<Text>,
    /// ISO code of the store's currency.
    pub currency: Text,
    /// Paper size usual there.
    pub paper: Paper,
    /// How an appeal reaches the performance team.
    pub route: RawRoute,
    /// Which language to write in, and how sure that is, in each language.
    pub language_advice: TextMap<Text>,
    /// Addresses of this store alone; those of several stores stand in `_common.yaml`.
    #[serde(default)]
    pub addresses: Vec<RawAddress>,
}

/// The official way of an appeal.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawRoute {
    /// The way through the menus, in each language.
    pub path: TextMap<Text>,
    /// Where it starts.
    pub link: Text,
    /// Amazon's own page on it, where one is attested for this store.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// How well the way is attested for this store.
    pub basis: Basis,
    /// How it is known, and what differs here, in each language.
    pub note: TextMap<Text>,
    /// Ids of `_sources.yaml`.
    pub sources: Vec<Text>,
    /// Day the entry was last checked.
    pub checked: NaiveDate,
}

/// One mailbox.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawAddress {
    /// The e-mail address.
    pub address: Text,
    /// Stores it serves; only in `_common.yaml`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marketplaces: Vec<Text>,
    /// Id of `_common.yaml` > `purposes`.
    pub purpose: Text,
    /// What can be expected of it today.
    pub status: Status,
    /// What it is or was, and what to do instead, in each language.
    pub note: TextMap<Text>,
    /// Ids of `_sources.yaml`.
    pub sources: Vec<Text>,
    /// Day the entry was last checked.
    pub checked: NaiveDate,
}

/// `contacts/_common.yaml`: what several stores share.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "What the stores share")]
pub struct RawCommon {
    /// What a mailbox is for, in each language.
    pub purposes: TextMap<TextMap<Text>>,
    /// Mailboxes of several stores.
    #[serde(default)]
    pub addresses: Vec<RawAddress>,
}

/// `contacts/_sources.yaml`: where the facts come from, by id.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Where the facts come from")]
pub struct RawSources {
    /// By id: O1, N3.
    pub sources: TextMap<RawSource>,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawSource {
    /// What it is.
    pub title: Text,
    /// Its address, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
    /// The day it carries, or `undated`.
    pub date: Text,
    /// official, official-repost, notice-repost, third-party, list, code or workbook.
    pub kind: Text,
}

/// API region of a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// North and South America.
    NorthAmerica,
    /// Europe, Middle East, Africa and India.
    Europe,
    /// Japan, Australia and Singapore.
    FarEast,
}

/// Paper size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 in.
    Letter,
}

/// How well a route is attested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A page or notice of Amazon's for this store.
    Official,
    /// A copy of such a page or notice.
    Repost,
    /// Concluded from other stores of the same console.
    Inferred,
}

/// What can be expected of a mailbox today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Attested, and usable for its purpose.
    Current,
    /// To be written to only where the seller's own notice names it.
    NoticeOnly,
    /// For rights owners, not for a seller's appeal.
    RightsOwnerOnly,
    /// Was in use, another mailbox has taken over.
    Legacy,
    /// Replaced by a form in Seller Central.
    Obsolete,
    /// Its programme has ended.
    Closed,
    /// Known from circulating lists or one weak source only.
    Unverified,
    /// Real, but of doubtful effect.
    Disputed,
    /// The advice that goes with it is dangerous.
    Risky,
}

impl Status {
    /// Returns the name used in data files and message keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::NoticeOnly => "notice-only",
            Self::RightsOwnerOnly => "rights-owner-only",
            Self::Legacy => "legacy",
            Self::Obsolete => "obsolete",
            Self::Closed => "closed",
            Self::Unverified => "unverified",
            Self::Disputed => "disputed",
            Self::Risky => "risky",
        }
    }
}
