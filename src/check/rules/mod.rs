//! The rules, one a file.

mod action_in_future;
mod blames_others;
mod contact_not_current;
mod dates_differ;
mod deadline_near;
mod evidence_not_listed;
mod ids_differ;
mod invoice_out_of_window;
mod invoice_short_quantity;
mod long_paragraph;
mod measure_without_frequency;
mod measure_without_owner;
mod metric_misnamed;
mod metric_still_failing;
mod missing_corrective_action;
mod missing_fact;
mod missing_identity;
mod missing_preventive_measure;
mod missing_root_cause;
mod mixed_stance;
mod numbers_differ;
mod planned_as_done;
mod root_cause_unanswered;
mod too_long;
mod unanswered_issue;
mod uncovered_asin;
mod uncovered_order;
mod undated_action;
mod unproved_action;
mod untranslated;
mod unused_evidence;
mod unused_suppression;
mod wrong_marketplace;

use super::rule::Rule;

/// Every rule, sorted by id.
pub static RULES: &[Rule] = &[
    action_in_future::RULE,
    blames_others::RULE,
    contact_not_current::RULE,
    dates_differ::RULE,
    deadline_near::RULE,
    evidence_not_listed::RULE,
    ids_differ::RULE,
    invoice_out_of_window::RULE,
    invoice_short_quantity::RULE,
    long_paragraph::RULE,
    measure_without_frequency::RULE,
    measure_without_owner::RULE,
    metric_misnamed::RULE,
    metric_still_failing::RULE,
    missing_corrective_action::RULE,
    missing_fact::RULE,
    missing_identity::RULE,
    missing_preventive_measure::RULE,
    missing_root_cause::RULE,
    mixed_stance::RULE,
    numbers_differ::RULE,
    planned_as_done::RULE,
    root_cause_unanswered::RULE,
    too_long::RULE,
    unanswered_issue::RULE,
    uncovered_asin::RULE,
    uncovered_order::RULE,
    undated_action::RULE,
    unproved_action::RULE,
    untranslated::RULE,
    unused_evidence::RULE,
    unused_suppression::RULE,
    wrong_marketplace::RULE,
];

/// Finds a rule by its id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES
        .binary_search_by(|rule| rule.id.cmp(id))
        .ok()
        .map(|at| &RULES[at])
}
