//! What a seller has decided to leave as it is, with the reason.

use super::rule::{Finding, Place, Rule};
use super::rules;
use crate::case::Case;
use crate::diagnostic::KeyPath;
use crate::msg;

/// The entry a suppression names for what is about the letter as a whole.
pub const WHOLE: &str = "letter";

/// A finding and, where the case suppresses it, why.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// What was found.
    pub finding: Finding,
    /// The reason the case gives.
    pub suppressed: Option<String>,
}

/// Applies what a case suppresses; a suppression that fits nothing is a finding itself.
///
/// # Panics
///
/// Never: the rule on unused suppressions is in the list.
pub fn judge(found: Vec<Finding>, case: &Case) -> Vec<Judged> {
    let mut used = vec![false; case.suppressions.len()];
    let mut judged: Vec<Judged> = Vec::with_capacity(found.len());
    for finding in found {
        let entry = match &finding.place {
            Place::Entry(path) => path.to_string(),
            _ => WHOLE.to_owned(),
        };
        let at = case
            .suppressions
            .iter()
            .position(|s| s.rule == finding.rule.id && s.at == entry);
        if let Some(at) = at {
            used[at] = true;
        }
        judged.push(Judged {
            suppressed: at.map(|at| case.suppressions[at].reason.clone()),
            finding,
        });
    }
    let unused = rules::find("unused-suppression").expect("the rule is in the list");
    for (at, suppression) in case.suppressions.iter().enumerate() {
        if !used[at] {
            judged.push(Judged {
                finding: fits_nothing(unused, at, &suppression.rule),
                suppressed: None,
            });
        }
    }
    judged
}

fn fits_nothing(rule: &'static Rule, at: usize, named: &str) -> Finding {
    let detail = match rules::find(named) {
        Some(_) => msg!("text", text = named),
        None => msg!("unknown-rule", name = named),
    };
    Finding {
        rule,
        place: Place::Entry(KeyPath::root().key("suppress").index(at)),
        quote: String::new(),
        detail: Some(detail),
        rewrite: None,
    }
}
