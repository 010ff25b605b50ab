//! What kind of answer a notice wants, by what it asks for.

use crate::notice::Stance;

/// Marks of `_notice/asks.yaml` that decide, the first that was found before the others.
const ORDER: [(&str, Stance); 8] = [
    ("acknowledge-or-dispute", Stance::Choice),
    ("quiz", Stance::Quiz),
    ("questionnaire", Stance::Quiz),
    ("plan", Stance::Plan),
    ("identity", Stance::Identity),
    ("interview", Stance::Identity),
    ("documents", Stance::Documents),
    ("retraction", Stance::Retraction),
];

/// Returns the stance for what is asked; `papers` says that papers are named.
pub(super) fn stance(issue: Option<&str>, asked: &[&str], papers: bool) -> Stance {
    let has = |id: &str| asked.contains(&id);
    // Elsewhere the balance is what is left to ask for when everything else has failed.
    if issue == Some("funds") && has("funds-request") {
        return Stance::Funds;
    }
    // A retraction is one of several ways out, unless no paper is named beside it.
    if has("retraction") && !papers && !has("plan") && !has("documents") {
        return Stance::Retraction;
    }
    for (id, stance) in ORDER {
        if has(id) {
            return stance;
        }
    }
    if has("evidence") {
        Stance::Choice
    } else if papers {
        Stance::Documents
    } else if has("nothing") {
        Stance::Nothing
    } else if has("funds-request") {
        Stance::Funds
    } else {
        Stance::Unknown
    }
}
