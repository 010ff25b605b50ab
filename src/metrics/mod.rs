//! The rates Amazon measures orders and delivery by, and their arithmetic.
//!
//! What Amazon asks is data (`appeals/_metrics.yaml`); what follows from it for
//! a seller's figures is worked out here, exactly: a decision compares whole
//! numbers and never a rounded rate.

mod outlook;
pub mod raw;
mod record;
mod rows;
mod target;
mod validate;

use chrono::NaiveDate;
use indexmap::IndexMap;

use crate::diagnostic::Diagnostic;
use crate::lang::{Formats, Texts};
use crate::message::Message;
use crate::msg;
use crate::source::SourceFile;
pub use outlook::{DayFigures, Outlook, Window, outlook};
pub use record::{Record, RecordError};
pub use target::{Comparison, Counts, Target, Verdict};
pub use validate::LONGEST_WINDOW;

/// A rate and what Amazon asks of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    /// Its name in data files: `order-defect-rate`.
    pub id: String,
    /// What the trade calls it: ODR.
    pub abbreviation: String,
    /// The figure it has to keep.
    pub target: Target,
    /// Lengths of the windows in days; the target holds in each of them. Never empty.
    pub windows: Vec<u16>,
    /// How many of the newest days a window leaves out.
    pub delay: u16,
    /// What the rate is a share of: orders, parcels.
    pub orders: Texts,
    /// On which of them something went wrong.
    pub defects: Texts,
    /// What has to be known about the figure; empty where there is nothing.
    pub note: Texts,
    /// Where the figure comes from.
    pub source: String,
    /// Day it was last checked.
    pub checked: NaiveDate,
}

impl Metric {
    /// Holds a rate against the target, given as Amazon reports it.
    ///
    /// The numerator of a rate that has to be low counts what went wrong (orders with a defect, late
    /// orders); that of a rate that has to be high counts what went right (parcels with valid
    /// tracking). `None` where the numerator is larger than the denominator.
    pub fn judge(&self, numerator: u64, denominator: u64) -> Option<Verdict> {
        let defects = match self.target.comparison() {
            Comparison::Below => numerator,
            Comparison::AtLeast => denominator.checked_sub(numerator)?,
        };
        Counts::new(denominator, defects).map(|counts| self.target.judge(counts))
    }

    /// Says the target in a sentence; `name` is the rate's name in the language of the formats.
    pub fn asks(&self, name: &str, formats: &Formats) -> Message {
        let percent = formats.percent(self.target.percent());
        let window = self.measured(formats);
        match self.target.comparison() {
            Comparison::Below => {
                msg!(
                    "target-below",
                    metric = name,
                    percent = percent,
                    window = window
                )
            }
            Comparison::AtLeast => {
                msg!(
                    "target-at-least",
                    metric = name,
                    percent = percent,
                    window = window
                )
            }
        }
    }

    /// Says over which time the rate is measured.
    pub fn measured(&self, formats: &Formats) -> Message {
        let days: Vec<String> = self.windows.iter().map(ToString::to_string).collect();
        msg!(
            "target-window",
            windows = self.windows.len(),
            days = formats.list(days.iter().map(String::as_str))
        )
    }
}

/// Reads `appeals/_metrics.yaml`, or says everything that is wrong with it.
pub fn load(file: &SourceFile) -> Result<IndexMap<String, Metric>, Vec<Diagnostic>> {
    validate::load(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source;

    fn built_in() -> IndexMap<String, Metric> {
        let files = source::appeals(|path| path == "_metrics.yaml");
        load(&files[0]).unwrap()
    }

    #[test]
    fn a_rate_of_a_letter_is_held_against_its_target() {
        let metrics = built_in();
        for (id, numerator, denominator, expected) in [
            ("order-defect-rate", 1, 100, Some(Verdict::Missed)),
            ("order-defect-rate", 1, 101, Some(Verdict::Met)),
            ("order-defect-rate", 0, 0, Some(Verdict::NoOrders)),
            ("order-defect-rate", 2, 1, None),
            ("late-shipment-rate", 4, 100, Some(Verdict::Missed)),
            ("cancellation-rate", 5, 200, Some(Verdict::Missed)),
            ("cancellation-rate", 5, 201, Some(Verdict::Met)),
            ("valid-tracking-rate", 95, 100, Some(Verdict::Met)),
            ("valid-tracking-rate", 94, 100, Some(Verdict::Missed)),
            ("on-time-delivery-rate", 9, 10, Some(Verdict::Met)),
            ("on-time-delivery-rate", 11, 10, None),
        ] {
            let found = metrics[id].judge(numerator, denominator);
            assert_eq!(found, expected, "{id} {numerator}/{denominator}");
        }
    }

    #[test]
    fn what_does_not_fit_is_said_with_its_place() {
        let file = SourceFile::new(
            "_metrics.yaml",
            "Rate:\n  abbreviation: R\n  comparison: below\n  percent: many\n  windows: []\n  orders: { en: Orders }\n  defects: { en: Late, zh: 迟发, fr: En retard }\n  source: s\n  checked: 2026-11-22\n",
        );
        let found = load(&file).unwrap_err();
        let codes: Vec<_> = found
            .iter()
            .map(|d| (d.code, d.location.span.map(|s| s.line)))
            .collect();
        assert_eq!(
            codes,
            [
                ("ill-formed-id", Some(1)),
                ("expected-percent", Some(4)),
                ("expected-windows", Some(5)),
                ("untranslated", Some(6)),
            ]
        );
    }
}
