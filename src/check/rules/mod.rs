//! The rules, one a file.

mod blames_others;

use super::rule::Rule;

/// Every rule, sorted by id.
pub static RULES: &[Rule] = &[blames_others::RULE];

/// Finds a rule by its id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES
        .binary_search_by(|rule| rule.id.cmp(id))
        .ok()
        .map(|at| &RULES[at])
}
