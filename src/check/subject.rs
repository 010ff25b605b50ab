//! What a rule on a case knows.

use chrono::NaiveDate;

use crate::case::Case;
use crate::catalogue::AppealType;
use crate::contacts::Marketplace;
use crate::letter::Letter;

/// A case with the letter it makes.
#[derive(Debug)]
pub struct Subject<'s> {
    /// The case.
    pub case: &'s Case,
    /// Its appeal type.
    pub appeal_type: &'s AppealType,
    /// Its store.
    pub marketplace: &'s Marketplace,
    /// The letter it makes.
    pub letter: &'s Letter,
    /// The day it is checked.
    pub today: NaiveDate,
}
