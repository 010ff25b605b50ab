//! A notice, or a health report, for programs.

use serde_json::{Value, json};

use crate::cli::appeals::by_language;
use crate::cli::notice::{Directory, text_at};
use crate::notice::{HealthReport, Named, Notice};

/// A notice as JSON. `text` is what was given, which all places are counted in.
pub(super) fn notice(notice: &Notice, text: &str, directory: &Directory) -> Value {
    let named = |list: &[Named]| -> Vec<Value> {
        list.iter()
            .map(|n| {
                json!({
                    "what": n.id,
                    "title": by_language(&n.title),
                    "help": n.help.as_ref().map(by_language),
                    "text": text_at(text, &n.place),
                    "start": n.place.start,
                    "end": n.place.end,
                })
            })
            .collect()
    };
    let documents: Vec<Value> = notice
        .documents
        .iter()
        .map(|d| {
            json!({
                "what": d.id,
                "title": by_language(&d.title),
                "source": if d.place.is_some() { "notice" } else { "catalogue" },
                "text": d.place.as_ref().map(|place| text_at(text, place)),
            })
        })
        .collect();
    json!({
        "issue": notice.issue,
        "also": notice.also,
        "unknown": notice.issue.is_none(),
        "matched": notice.matched.iter().map(|m| json!({
            "issue": m.issue,
            "text": text_at(text, &m.place),
            "start": m.place.start,
            "end": m.place.end,
        })).collect::<Vec<Value>>(),
        "stance": notice.stance.as_str(),
        "asked": notice.asked.iter().map(|n| json!({
            "what": n.id,
            "title": by_language(&n.title),
        })).collect::<Vec<Value>>(),
        "documents": documents,
        "conditions": named(&notice.conditions),
        "answers": named(&notice.answers),
        "marketplace": notice.marketplace,
        "language": notice.language,
        "date": notice.date.map(|d| d.to_string()),
        "deadline": notice.deadline.as_ref().map(|d| json!({
            "days": d.days,
            "date": d.date.map(|date| date.to_string()),
            "sentence": text_at(text, &d.place),
        })),
        "asins": notice.asins,
        "orders": notice.orders,
        "metrics": notice.metrics.iter().map(|m| json!({
            "name": m.id,
            "value": m.value,
            "target": m.target,
        })).collect::<Vec<Value>>(),
        "complaint_ids": notice.complaint_ids,
        "rights_owner_emails": notice.rights_owner_emails,
        "addresses": notice.addresses.iter().map(|address| json!({
            "address": address,
            "status": directory.address(address).map(|a| a.status.as_str()),
        })).collect::<Vec<Value>>(),
        "appeal_types": notice.appeal_types,
        "route": directory.store(notice).map(|store| json!({
            "path": by_language(&store.route.path),
            "link": store.route.link,
        })),
        "warnings": named(&notice.warnings),
    })
}

/// A health report as JSON.
pub(super) fn health(report: &HealthReport) -> Value {
    json!({
        "accounts": report.accounts.iter().map(|a| json!({
            "marketplace_id": a.marketplace_id,
            "status": a.status,
        })).collect::<Vec<Value>>(),
        "failing": report.failing.iter().map(|m| json!({
            "issue": m.issue,
            "name": m.name,
            "rate": m.rate,
            "target": m.target,
            "orders": m.orders,
            "defects": m.defects,
            "orders_needed": m.orders_needed,
        })).collect::<Vec<Value>>(),
    })
}
