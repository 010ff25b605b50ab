//! The rules, one a file.

mod absolute_promise;
mod action_in_future;
mod ambiguous_date;
mod asks_amazon_question;
mod asks_buyer_to_cancel;
mod asks_positive_review;
mod asks_review_change;
mod blames_others;
mod business_introduction;
mod cjk_in_english;
mod contact_details;
mod contact_not_current;
mod dates_differ;
mod deadline_near;
mod discourages_return;
mod emotive_apology;
mod evidence_not_listed;
mod external_link;
mod filler;
mod flatters_amazon;
mod grandiose_claim;
mod ids_differ;
mod ignorance_plea;
mod impossible_date;
mod invoice_out_of_window;
mod invoice_short_quantity;
mod invoice_unnamed_asin;
mod legal_threat;
mod long_paragraph;
mod markdown_left;
mod marketing_content;
mod measure_without_frequency;
mod measure_without_owner;
mod metric_misnamed;
mod metric_still_failing;
mod missing_corrective_action;
mod missing_fact;
mod missing_identity;
mod missing_preventive_measure;
mod missing_root_cause;
mod missing_space;
mod mixed_stance;
mod no_purpose;
mod numbers_differ;
mod placeholder_left;
mod planned_as_done;
mod pleads;
mod review_incentive;
mod root_cause_unanswered;
mod shouting;
mod stock_phrase;
mod too_long;
mod unanswered_issue;
mod uncovered_asin;
mod uncovered_order;
mod undated_action;
mod undermines_promise;
mod unproved_action;
mod untranslated;
mod untrue_shipping;
mod unused_evidence;
mod unused_suppression;
mod vague_commitment;
mod vague_time;
mod working_note_left;
mod wrong_marketplace;

use super::rule::Rule;

/// Every rule, sorted by id.
pub static RULES: &[Rule] = &[
    absolute_promise::RULE,
    action_in_future::RULE,
    ambiguous_date::RULE,
    asks_amazon_question::RULE,
    asks_buyer_to_cancel::RULE,
    asks_positive_review::RULE,
    asks_review_change::RULE,
    blames_others::RULE,
    business_introduction::RULE,
    cjk_in_english::RULE,
    contact_details::RULE,
    contact_not_current::RULE,
    dates_differ::RULE,
    deadline_near::RULE,
    discourages_return::RULE,
    emotive_apology::RULE,
    evidence_not_listed::RULE,
    external_link::RULE,
    filler::RULE,
    flatters_amazon::RULE,
    grandiose_claim::RULE,
    ids_differ::RULE,
    ignorance_plea::RULE,
    impossible_date::RULE,
    invoice_out_of_window::RULE,
    invoice_short_quantity::RULE,
    invoice_unnamed_asin::RULE,
    legal_threat::RULE,
    long_paragraph::RULE,
    markdown_left::RULE,
    marketing_content::RULE,
    measure_without_frequency::RULE,
    measure_without_owner::RULE,
    metric_misnamed::RULE,
    metric_still_failing::RULE,
    missing_corrective_action::RULE,
    missing_fact::RULE,
    missing_identity::RULE,
    missing_preventive_measure::RULE,
    missing_root_cause::RULE,
    missing_space::RULE,
    mixed_stance::RULE,
    no_purpose::RULE,
    numbers_differ::RULE,
    placeholder_left::RULE,
    planned_as_done::RULE,
    pleads::RULE,
    review_incentive::RULE,
    root_cause_unanswered::RULE,
    shouting::RULE,
    stock_phrase::RULE,
    too_long::RULE,
    unanswered_issue::RULE,
    uncovered_asin::RULE,
    uncovered_order::RULE,
    undated_action::RULE,
    undermines_promise::RULE,
    unproved_action::RULE,
    untranslated::RULE,
    untrue_shipping::RULE,
    unused_evidence::RULE,
    unused_suppression::RULE,
    vague_commitment::RULE,
    vague_time::RULE,
    working_note_left::RULE,
    wrong_marketplace::RULE,
];

/// Finds a rule by its id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES
        .binary_search_by(|rule| rule.id.cmp(id))
        .ok()
        .map(|at| &RULES[at])
}
