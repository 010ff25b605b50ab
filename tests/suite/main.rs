//! The tests of the whole program, in one binary.

#![allow(
    clippy::disallowed_methods,
    reason = "tests read files and the environment"
)]

mod any_text;
mod architecture;
mod bad_input;
mod catalogue;
mod check;
mod contacts;
mod documents;
mod guide;
mod helpers;
mod honest;
mod in_sync;
mod interview;
mod invoices;
mod messages;
mod notice_lists;
mod notices;
mod pairs;
mod replies;
mod robust;
mod statements;
mod suppression;
mod terminal;
mod transcripts;
