//! Where an appeal goes: Amazon's stores, the official route in each, and the
//! mailboxes in circulation with what is known of them.
//!
//! Route first: most addresses sellers pass around are old. None here is made
//! up by pattern; each carries its status, its sources and the day it was checked.

pub mod raw;
mod validate;

use chrono::NaiveDate;
use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, nearest};
use crate::lang::Texts;
use crate::source::SourceFile;
pub use raw::{Basis, Paper, RawSource, Region, Status};

/// Entries older than this many days are said to be old.
pub const STALE_AFTER_DAYS: i64 = 180;

/// The purpose of a performance team's mailbox.
pub const PERFORMANCE: &str = "performance";

/// An Amazon store.
#[derive(Debug, Clone, PartialEq)]
pub struct Marketplace {
    /// File name without its ending: `us`, `uk`, `jp`.
    pub id: String,
    /// Names.
    pub name: Texts,
    /// Other names sellers type.
    pub aliases: Vec<String>,
    /// Domain buyers see.
    pub domain: String,
    /// Host of Seller Central.
    pub seller_central: String,
    /// Marketplace id of the selling partner API.
    pub marketplace_id: String,
    /// API region.
    pub region: Region,
    /// Languages, most used first.
    pub languages: Vec<String>,
    /// ISO currency code.
    pub currency: String,
    /// Usual paper size.
    pub paper: Paper,
    /// How an appeal reaches the performance team.
    pub route: Route,
    /// Which language to write in.
    pub language_advice: Texts,
    /// Mailboxes, the performance team's first.
    pub addresses: Vec<Address>,
}

/// The official way of an appeal.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// The way through the menus.
    pub path: Texts,
    /// Where it starts.
    pub link: String,
    /// Amazon's own page on it.
    pub help: Option<String>,
    /// How well it is attested.
    pub basis: Basis,
    /// How it is known and what differs here.
    pub note: Texts,
    /// Source ids.
    pub sources: Vec<String>,
    /// Day it was last checked.
    pub checked: NaiveDate,
}

/// A mailbox.
#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    /// The e-mail address.
    pub address: String,
    /// Id of its purpose.
    pub purpose: String,
    /// What can be expected of it today.
    pub status: Status,
    /// What it is or was, and what to do instead.
    pub note: Texts,
    /// Source ids.
    pub sources: Vec<String>,
    /// Day it was last checked.
    pub checked: NaiveDate,
}

/// The directory.
#[derive(Debug, Clone, PartialEq)]
pub struct Contacts {
    /// Stores, in the order of their ids.
    pub marketplaces: Vec<Marketplace>,
    /// What mailboxes are for, by id.
    pub purposes: IndexMap<String, Texts>,
    /// Where facts come from, by id; empty where they were not loaded.
    pub sources: IndexMap<String, RawSource>,
}

impl Contacts {
    /// Loads the files of `contacts/`; any part of the stores will do, `_common.yaml` is needed.
    /// Without `_sources.yaml` the ids of sources stay unresolved and unchecked.
    pub fn load(files: &[SourceFile]) -> Result<Self, Vec<Diagnostic>> {
        validate::load(files)
    }

    /// Finds a store by id.
    pub fn get(&self, id: &str) -> Option<&Marketplace> {
        self.marketplaces.iter().find(|m| m.id == id)
    }

    /// Finds a store by id, domain or any of its names; else returns the nearest names.
    pub fn find(&self, name: &str) -> Result<&Marketplace, Vec<String>> {
        let wanted = name.trim().trim_start_matches("www.").to_lowercase();
        let is = |m: &&Marketplace| m.names().any(|known| known.to_lowercase() == wanted);
        if let Some(found) = self.marketplaces.iter().find(is) {
            return Ok(found);
        }
        let mut near: Vec<String> = Vec::new();
        for marketplace in &self.marketplaces {
            if nearest(&wanted, marketplace.names()).is_some() {
                near.push(marketplace.id.clone());
            }
        }
        Err(near)
    }
}

impl Marketplace {
    /// Returns every name the store goes by.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.id.as_str(), &self.domain, &self.marketplace_id]
            .into_iter()
            .chain(self.name.0.values().map(String::as_str))
            .chain(self.aliases.iter().map(String::as_str))
    }

    /// Returns the performance team's address, where one is attested; one weak source is not enough.
    pub fn performance_address(&self) -> Option<&Address> {
        self.addresses
            .iter()
            .find(|a| a.purpose == PERFORMANCE && a.status != Status::Unverified)
    }

    /// Reports whether anything of the store was last checked too long ago.
    pub fn is_stale(&self, today: NaiveDate) -> bool {
        is_stale(self.route.checked, today)
            || self.addresses.iter().any(|a| is_stale(a.checked, today))
    }
}

/// Reports whether a day of checking lies too far back.
pub fn is_stale(checked: NaiveDate, today: NaiveDate) -> bool {
    (today - checked).num_days() > STALE_AFTER_DAYS
}
