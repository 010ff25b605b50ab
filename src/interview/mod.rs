//! The guided asking: which question comes next for a case, and what an answer
//! does to it. It knows no terminal; a front end asks and shows.
//!
//! Questions are derived from the case each time, so an interview can stop
//! anywhere and go on anywhere: what is answered is in the case, what is not is
//! asked. Nothing is chosen beforehand.

mod agenda;
mod answer;
mod ask;
mod entry;
mod invoices;
mod question;
mod replies;
mod start;
mod statements;

use crate::case::Case;
use crate::catalogue::{AppealType, Catalogue};
use crate::contacts::Contacts;
use chrono::NaiveDate;

pub use answer::{Given, answer};
pub use question::{Choice, Kind, NONE, Question, Said, Stage};

/// What an interview draws on.
#[derive(Debug, Clone, Copy)]
pub struct Interview<'a> {
    /// Appeal types and languages.
    pub catalogue: &'a Catalogue,
    /// Stores.
    pub contacts: &'a Contacts,
    /// The day it is held.
    pub today: NaiveDate,
}

impl Interview<'_> {
    /// Returns every question the case gives rise to as it is now, in order.
    pub fn questions(&self, case: &Case) -> Vec<Question> {
        agenda::questions(self, case)
    }

    /// Returns the parts the interview of a case has, as far as that is known.
    pub fn stages(&self, case: &Case) -> Vec<Stage> {
        let appeal_type = case.appeal_type(self.catalogue);
        let has = |part: fn(&AppealType) -> bool, else_: bool| appeal_type.map_or(else_, part);
        let asked = |stage: &Stage| match stage {
            Stage::Statements => has(|t| !t.parts.is_empty(), false),
            Stage::Causes | Stage::Actions | Stage::Measures => has(|t| !t.causes.is_empty(), true),
            Stage::Invoices => has(|t| t.invoices, false),
            Stage::Evidence => has(|t| !t.evidence.is_empty(), true),
            Stage::Notice => has(|t| !t.id.is_reply(), true),
            Stage::Buyer => has(|t| t.id.is_reply(), false),
            _ => true,
        };
        Stage::ALL.into_iter().filter(asked).collect()
    }

    /// Returns the first open question that was not passed over.
    pub fn next_question(&self, case: &Case, passed: &[String]) -> Option<Question> {
        self.questions(case)
            .into_iter()
            .find(|q| !q.answered && !passed.contains(&q.id))
    }
}
