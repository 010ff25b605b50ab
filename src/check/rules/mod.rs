//! The rules, one a file.

mod blames_others;
mod evidence_not_listed;
mod long_paragraph;
mod measure_without_frequency;
mod measure_without_owner;
mod metric_misnamed;
mod missing_corrective_action;
mod missing_identity;
mod missing_preventive_measure;
mod missing_root_cause;
mod mixed_stance;
mod planned_as_done;
mod too_long;
mod undated_action;
mod wrong_marketplace;

use super::rule::Rule;

/// Every rule, sorted by id.
pub static RULES: &[Rule] = &[
    blames_others::RULE,
    evidence_not_listed::RULE,
    long_paragraph::RULE,
    measure_without_frequency::RULE,
    measure_without_owner::RULE,
    metric_misnamed::RULE,
    missing_corrective_action::RULE,
    missing_identity::RULE,
    missing_preventive_measure::RULE,
    missing_root_cause::RULE,
    mixed_stance::RULE,
    planned_as_done::RULE,
    too_long::RULE,
    undated_action::RULE,
    wrong_marketplace::RULE,
];

/// Finds a rule by its id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES
        .binary_search_by(|rule| rule.id.cmp(id))
        .ok()
        .map(|at| &RULES[at])
}
