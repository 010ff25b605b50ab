//! What a notice offers as answers; each is shown in its question and confirmed there by itself.

use std::collections::HashMap;

use crate::case::{Case, Named};
use crate::catalogue::AppealType;
use crate::fact::{FactType, RawWords, parse};
use crate::interview::{Interview, Kind, Question};
use crate::notice::{Notice, Recogniser};
use crate::source::{Text, TextMap};

/// Turns what was read into what the case file remembers of it.
pub(super) fn named(notice: &Notice, recogniser: &Recogniser) -> Named {
    let texts = |list: &[String]| list.iter().map(|t| Text(t.clone())).collect();
    let issues: Vec<String> = notice.issue.iter().chain(&notice.also).cloned().collect();
    let appeals: Vec<String> = match &notice.issue {
        Some(issue) => recogniser.appeal_types(issue),
        // Where the first issue is not known, the letters for those it may be are offered.
        None => notice
            .also
            .iter()
            .flat_map(|issue| recogniser.appeal_types(issue))
            .collect(),
    };
    let metrics = notice.metrics.iter();
    Named {
        issues: texts(&issues),
        appeals: texts(&appeals),
        marketplace: notice.marketplace.clone().map(Text),
        date: notice.date,
        deadline: notice.deadline.as_ref().and_then(|deadline| deadline.date),
        asins: texts(&notice.asins),
        orders: texts(&notice.orders),
        complaint_ids: texts(&notice.complaint_ids),
        metrics: TextMap(
            metrics
                .filter_map(|m| Some((m.id.clone(), Text(m.value.clone()?))))
                .collect(),
        ),
    }
}

/// Puts the proposal of the notice into an open question; `true` where there is one.
pub(super) fn propose(interview: &Interview<'_>, case: &Case, question: &mut Question) -> bool {
    let Some(named) = &case.notice.named else {
        return false;
    };
    if question.answered || question.text.is_some() || !question.chosen.is_empty() {
        return false;
    }
    if let Kind::One(choices) = &question.kind {
        let wanted: Vec<&str> = match question.id.as_str() {
            "appeal" => named.appeals.iter().map(|t| t.0.as_str()).collect(),
            "marketplace" => named.marketplace.iter().map(|t| t.0.as_str()).collect(),
            _ => return false,
        };
        let known = wanted
            .into_iter()
            .find(|id| choices.iter().any(|choice| choice.id == *id));
        question.chosen.extend(known.map(str::to_owned));
        return known.is_some();
    }
    let proposed = proposals(named, case.appeal_type(interview.catalogue));
    let Some((kind, text)) = proposed.get(question.id.as_str()) else {
        return false;
    };
    // A code one digit short, as it was pasted, is shown by `poa notice` and not proposed.
    if parse(*kind, &RawWords::One(text.clone())).is_err() {
        return false;
    }
    question.text = Some(text.clone());
    true
}

/// Proposed texts by question.
fn proposals(
    named: &Named,
    appeal_type: Option<&AppealType>,
) -> HashMap<String, (FactType, String)> {
    let mut all = HashMap::new();
    let list = |list: &[Text], kind: FactType| {
        let fits = |text: &&Text| parse(kind, &RawWords::One(text.0.clone())).is_ok();
        let fitting: Vec<&str> = list.iter().filter(fits).map(|t| t.0.as_str()).collect();
        (!fitting.is_empty()).then(|| fitting.join(", "))
    };
    let date = named.date.map(|date| date.to_string());
    let case_id = named.complaint_ids.first().map(|id| id.0.clone());
    for (id, kind, text) in [
        ("notice.date", FactType::Date, date),
        ("notice.case-id", FactType::Codes, case_id),
        (
            "notice.asins",
            FactType::Asins,
            list(&named.asins, FactType::Asins),
        ),
        (
            "notice.orders",
            FactType::Orders,
            list(&named.orders, FactType::Orders),
        ),
    ] {
        if let Some(text) = text {
            all.insert(id.to_owned(), (kind, text));
        }
    }
    // The first percentage a type with a target asks for is the rate of the notice.
    if let Some(appeal_type) = appeal_type
        && let Some(target) = &appeal_type.target
        && let Some(value) = named.metrics.0.get(&target.id)
    {
        let rate = appeal_type
            .facts
            .iter()
            .find(|(_, fact)| fact.kind == FactType::Percent);
        if let Some((id, _)) = rate {
            let text = value.0.trim_end_matches('%').to_owned();
            all.insert(format!("facts.{id}"), (FactType::Percent, text));
        }
    }
    all
}
