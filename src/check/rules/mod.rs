//! The rules, one a file.

mod absolute_promise;
mod action_in_future;
mod asks_amazon_question;
mod blames_others;
mod business_introduction;
mod contact_not_current;
mod dates_differ;
mod deadline_near;
mod emotive_apology;
mod evidence_not_listed;
mod filler;
mod flatters_amazon;
mod grandiose_claim;
mod ids_differ;
mod ignorance_plea;
mod invoice_out_of_window;
mod invoice_short_quantity;
mod legal_threat;
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
mod pleads;
mod root_cause_unanswered;
mod stock_phrase;
mod too_long;
mod unanswered_issue;
mod uncovered_asin;
mod uncovered_order;
mod undated_action;
mod undermines_promise;
mod unproved_action;
mod untranslated;
mod unused_evidence;
mod unused_suppression;
mod vague_commitment;
mod vague_time;
mod wrong_marketplace;

use super::rule::Rule;

/// Every rule, sorted by id.
pub static RULES: &[Rule] = &[
    absolute_promise::RULE,
    action_in_future::RULE,
    asks_amazon_question::RULE,
    blames_others::RULE,
    business_introduction::RULE,
    contact_not_current::RULE,
    dates_differ::RULE,
    deadline_near::RULE,
    emotive_apology::RULE,
    evidence_not_listed::RULE,
    filler::RULE,
    flatters_amazon::RULE,
    grandiose_claim::RULE,
    ids_differ::RULE,
    ignorance_plea::RULE,
    invoice_out_of_window::RULE,
    invoice_short_quantity::RULE,
    legal_threat::RULE,
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
    pleads::RULE,
    root_cause_unanswered::RULE,
    stock_phrase::RULE,
    too_long::RULE,
    unanswered_issue::RULE,
    uncovered_asin::RULE,
    uncovered_order::RULE,
    undated_action::RULE,
    undermines_promise::RULE,
    unproved_action::RULE,
    untranslated::RULE,
    unused_evidence::RULE,
    unused_suppression::RULE,
    vague_commitment::RULE,
    vague_time::RULE,
    wrong_marketplace::RULE,
];

/// Finds a rule by its id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES
        .binary_search_by(|rule| rule.id.cmp(id))
        .ok()
        .map(|at| &RULES[at])
}
