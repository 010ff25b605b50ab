//! What can be read out of a notice letter by letter: codes, dates, deadlines, figures.

mod codes;
mod dates;
mod deadline;
mod language;
mod metrics;
mod percents;
mod spans;
mod store;

pub(super) use codes::{codes, complaint_id, hosts, reference};
pub(super) use dates::notice_date;
pub(super) use deadline::{Time, deadline};
pub(super) use language::{language, languages};
pub(super) use metrics::{Name, metrics};
pub(super) use percents::has_figure;
pub(super) use store::store;
