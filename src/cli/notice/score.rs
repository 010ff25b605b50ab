//! `poa notice --score`: hits and misses on a folder of labelled notices.

use std::path::Path;

use anyhow::Result;
use serde::Deserialize;

use crate::cli::notice::{Reader, text_of};
use crate::cli::{Context, Outcome, Trouble};
use crate::msg;
use crate::notice::Notice;

/// What a careful reader found in a notice.
#[derive(Debug, Deserialize)]
struct Label {
    id: String,
    #[serde(rename = "type")]
    issue: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    marketplace: Option<String>,
    #[serde(default)]
    asins: Vec<String>,
    #[serde(default)]
    order_ids: Vec<String>,
    #[serde(default)]
    metrics: Vec<LabelMetric>,
    #[serde(default)]
    deadline_days: Option<u32>,
    #[serde(default)]
    complaint_ids: Vec<String>,
    #[serde(default)]
    rights_owner_emails: Vec<String>,
    text_file: String,
}

/// A metric of a label.
#[derive(Debug, Deserialize)]
struct LabelMetric {
    #[serde(default)]
    value: Option<String>,
    #[serde(default)]
    target: Option<String>,
}

/// The words of labels and the issues they stand for.
const TOKENS: [(&str, &str); 21] = [
    ("late_shipment", "late-shipment"),
    ("order_defect", "order-defect-rate"),
    ("cancellation", "cancellation-rate"),
    ("tracking", "valid-tracking-rate"),
    ("infringement_trademark", "trademark"),
    ("infringement_copyright", "copyright"),
    ("infringement_patent", "patent"),
    ("counterfeit", "counterfeit"),
    ("condition", "condition"),
    ("safety", "product-safety"),
    ("restricted_products", "restricted-product"),
    ("listing_policy", "listing-policy"),
    ("review_manipulation", "review-manipulation"),
    ("sales_rank", "sales-manipulation"),
    ("related_account", "related-account"),
    ("verification", "verification"),
    ("dropshipping", "drop-shipping"),
    ("forged_documents", "forged-documents"),
    ("funds", "funds"),
    ("a_to_z_claim", "a-to-z-claim"),
    ("other", OTHER),
];

/// What has no label of its own: the code of conduct, or unknown.
const OTHER: &str = "other";
/// Issues that labels know as other.
const UNLABELLED: [&str; 3] = ["code-of-conduct", "on-time-delivery", "invoice-defect"];

fn issue_of(token: &str) -> &str {
    TOKENS
        .iter()
        .find(|(known, _)| *known == token)
        .map_or(token, |(_, issue)| issue)
}

fn token_of(issue: Option<&str>) -> &str {
    match issue {
        None => OTHER,
        Some(issue) if UNLABELLED.contains(&issue) => OTHER,
        Some(issue) => issue,
    }
}

/// Found, wanted, and both.
#[derive(Debug, Default)]
struct Count {
    found: usize,
    wanted: usize,
    both: usize,
}

impl Count {
    fn add<T: PartialEq>(&mut self, found: &[T], wanted: &[T]) -> bool {
        self.found += found.len();
        self.wanted += wanted.len();
        self.both += found.iter().filter(|f| wanted.contains(f)).count();
        found.iter().all(|f| wanted.contains(f)) && wanted.iter().all(|w| found.contains(w))
    }

    fn line(&self, name: &str) -> String {
        let part = |of: usize| {
            if of == 0 {
                "-".to_owned()
            } else {
                format!("{:.2}", ratio(self.both, of))
            }
        };
        format!(
            "{name:<22} precision {:>5}  recall {:>5}  ({} found, {} labelled, {} both)",
            part(self.found),
            part(self.wanted),
            self.found,
            self.wanted,
            self.both
        )
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of files")]
fn ratio(part: usize, of: usize) -> f64 {
    if of == 0 {
        0.0
    } else {
        part as f64 / of as f64
    }
}

/// Reads every labelled text of a folder and prints a line for each, and the sums.
pub(super) fn score(ctx: &mut Context, reader: &Reader, folder: &Path) -> Result<Outcome> {
    let path = folder.join("labels.yaml");
    let text = text_of(&path)?;
    let labels: Vec<Label> = serde_yaml::from_str(&text).map_err(|error| {
        let reason = error.to_string();
        Trouble::new(msg!(
            "cannot-read",
            file = path.display().to_string(),
            reason = reason
        ))
    })?;
    let (mut right, mut also, mut wrong, mut unknown) = (0, 0, 0, 0);
    let mut counts: [(&str, Count); 7] = [
        "deadline",
        "asins",
        "orders",
        "metric values",
        "metric targets",
        "complaint ids",
        "rights owners",
    ]
    .map(|name| (name, Count::default()));
    let (mut languages, mut stores) = (0, 0);
    for label in &labels {
        let notice = reader
            .recogniser
            .parse(&text_of(&folder.join(&label.text_file))?);
        let wanted = issue_of(&label.issue);
        let others: Vec<&str> = label.also.iter().map(|token| issue_of(token)).collect();
        let said = token_of(notice.issue.as_deref());
        let hit = said == wanted;
        // Either what it says stands in the label, or what the label says stands beside.
        let near = hit
            || others.contains(&said)
            || notice
                .also
                .iter()
                .any(|issue| token_of(Some(issue)) == wanted);
        let verdict = match (hit, near, notice.issue.is_none()) {
            (true, ..) => "ok",
            (_, true, false) => "also",
            (_, true, true) => "unknown, also",
            (.., true) => "unknown",
            _ => "WRONG",
        };
        right += usize::from(hit);
        also += usize::from(near);
        unknown += usize::from(notice.issue.is_none() && !hit);
        wrong += usize::from(!near && notice.issue.is_some());
        languages += usize::from(notice.language == label.language);
        let store = label.marketplace.as_deref().map(str::to_lowercase);
        stores += usize::from(notice.marketplace == store);
        let details = compare(&mut counts, &notice, label);
        let mut words = vec![format!(
            "{:<6} {verdict:<14} {wanted:<20} {:<20} [{}]",
            label.id,
            notice.issue.as_deref().unwrap_or("unknown"),
            notice.also.join(" ")
        )];
        if notice.language != label.language {
            words.push(format!(
                "language {:?}",
                notice.language.as_deref().unwrap_or("-")
            ));
        }
        if notice.marketplace != store {
            words.push(format!(
                "store {:?}",
                notice.marketplace.as_deref().unwrap_or("-")
            ));
        }
        words.extend(details.into_iter().map(|detail| format!("!{detail}")));
        ctx.out.line(&words.join(" "))?;
    }
    let of = labels.len();
    let share = |n: usize| format!("{n}/{of} = {:.1} %", 100.0 * ratio(n, of));
    ctx.out.blank()?;
    for (name, number) in [
        ("primary issue right", right),
        ("right, also counted", also),
        ("wrong", wrong),
        ("unknown", unknown),
        ("language right", languages),
        ("store right", stores),
    ] {
        ctx.out.line(&format!("{name:<22} {}", share(number)))?;
    }
    for (name, count) in &counts {
        ctx.out.line(&count.line(name))?;
    }
    Ok(Outcome::Fine)
}

/// Compares what was read letter by letter; returns what differs.
fn compare(counts: &mut [(&str, Count); 7], notice: &Notice, label: &Label) -> Vec<String> {
    let deadline: Vec<String> = notice
        .deadline
        .iter()
        .filter_map(|d| d.days)
        .map(|d| d.to_string())
        .collect();
    let metric = |which: fn(&LabelMetric) -> Option<&String>| -> Vec<String> {
        label
            .metrics
            .iter()
            // A label may keep the decimal comma of its notice.
            .filter_map(|m| {
                which(m).map(|text| text.replace([' ', '<', '>', '='], "").replace(',', "."))
            })
            .collect()
    };
    let own = |which: fn(&crate::notice::Metric) -> Option<&String>| -> Vec<String> {
        notice
            .metrics
            .iter()
            .filter_map(|m| which(m).cloned())
            .collect()
    };
    let pairs: [(Vec<String>, Vec<String>); 7] = [
        (
            deadline,
            label
                .deadline_days
                .iter()
                .map(ToString::to_string)
                .collect(),
        ),
        (notice.asins.clone(), label.asins.clone()),
        (notice.orders.clone(), label.order_ids.clone()),
        (own(|m| m.value.as_ref()), metric(|m| m.value.as_ref())),
        (own(|m| m.target.as_ref()), metric(|m| m.target.as_ref())),
        (notice.complaint_ids.clone(), label.complaint_ids.clone()),
        (
            notice.rights_owner_emails.clone(),
            label.rights_owner_emails.clone(),
        ),
    ];
    let mut details = Vec::new();
    for ((name, count), (found, wanted)) in counts.iter_mut().zip(pairs) {
        if !count.add(&found, &wanted) {
            details.push(format!("{name} {found:?} for {wanted:?}"));
        }
    }
    details
}
