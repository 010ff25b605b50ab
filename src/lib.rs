//! `poa` drafts an Amazon seller's Plan of Action: an interview, one letter in
//! two languages, files to review and to send. Offline, without a language
//! model: the same case always gives the same bytes.
//!
//! # Where things are
//!
//! The way of a case: [`interview`] asks, [`case`] keeps what was answered,
//! [`letter`] puts it together, [`render`] writes it out. Before that, [`notice`]
//! reads what Amazon wrote. What can be said
//! stands in the [`catalogue`] (`appeals/`), where it goes in [`contacts`]
//! (`contacts/`), what follows from a seller's figures in [`metrics`]. [`check`]
//! reads a letter as a reviewer would. [`cli`] is the terminal edge.
//!
//! # Which way arrows point
//!
//! A module uses the ones above it in this list and none below:
//!
//! 1. [`lang`], [`message`], [`diagnostic`] and [`source`] use each other only
//! 2. [`fact`] uses the four above
//! 3. [`contacts`], [`metrics`] and [`catalogue`] use the above
//! 4. [`case`] and [`notice`] use the above, but not each other
//! 5. [`interview`] uses the above, but not `notice`
//! 6. [`letter`] uses the above, but neither `interview` nor `notice`
//! 7. [`check`] uses the above, but neither `interview` nor `notice`
//! 8. [`render`] uses `letter`, `lang` and `contacts` (paper sizes); never `case` or `catalogue`
//! 9. [`cli`] uses everything
//!
//! Only [`cli`] touches the world: clock, files, terminal, environment.
//! `tests/suite/architecture.rs` holds this list.

pub mod case;
pub mod catalogue;
pub mod check;
#[allow(
    clippy::disallowed_methods,
    reason = "the edge looks at clock, files and environment"
)]
pub mod cli;
pub mod contacts;
pub mod diagnostic;
pub mod fact;
pub mod interview;
pub mod lang;
pub mod letter;
pub mod message;
pub mod metrics;
pub mod notice;
pub mod render;
pub mod source;
