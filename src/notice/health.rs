//! Amazon's account health report, read leniently: its own examples disagree with its schema.

use serde_json::{Map, Value};

/// What a report says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HealthReport {
    /// The state of the account in each store.
    pub accounts: Vec<Account>,
    /// Metrics that miss their target, and counts that should be zero.
    pub failing: Vec<FailingMetric>,
}

/// The state of an account in a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The store's id in Amazon's interface, `ATVPDKIKX0DER`.
    pub marketplace_id: String,
    /// `NORMAL`, `AT_RISK`, `DEACTIVATED`, or what else the report says.
    pub status: String,
}

/// A metric that misses its target.
#[derive(Debug, Clone, PartialEq)]
pub struct FailingMetric {
    /// The issue it leads to, where there is one.
    pub issue: Option<String>,
    /// The report's own name of it.
    pub name: String,
    /// The seller's figure, as a part of one.
    pub rate: Option<f64>,
    /// The figure Amazon asks for, as a part of one; `0` for a count.
    pub target: Option<f64>,
    /// Orders, shipments or units counted.
    pub orders: Option<u64>,
    /// Those that count against the seller.
    pub defects: Option<u64>,
    /// How many more orders without a defect it would take to meet the target.
    pub orders_needed: Option<u64>,
}

/// Names of metrics in Amazon's report and the issues they lead to.
const METRICS: [(&str, &str); 20] = [
    ("orderdefectrate", "order-defect-rate"),
    ("lateshipmentrate", "late-shipment"),
    ("prefulfillmentcancel", "cancellation-rate"),
    ("cancellationrate", "cancellation-rate"),
    ("validtrackingrate", "valid-tracking-rate"),
    ("unitontimedelivery", "on-time-delivery"),
    ("ontimedeliveryrate", "on-time-delivery"),
    ("invoicedefectrate", "invoice-defect"),
    ("listingpolicyviolation", "listing-policy"),
    ("productauthenticity", "counterfeit"),
    ("productcondition", "condition"),
    ("productsafety", "product-safety"),
    ("foodandproductsafety", "product-safety"),
    ("restrictedproduct", "restricted-product"),
    ("receivedintellectual", "trademark"),
    ("suspectedintellectual", "trademark"),
    ("documentrequest", "verification"),
    ("otherpolicy", ""),
    ("accounthealthrating", ""),
    ("warningstate", ""),
];

/// How deep a report is followed.
const DEPTH: usize = 8;

impl HealthReport {
    /// Reads a report; `None` where the text is no such report. Unknown keys are passed over.
    pub fn parse(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}')).ok()?;
        let top = value.as_object()?;
        let mut report = Self::default();
        let statuses = top.iter().find(|(key, _)| is(key, "accountstatus"));
        for status in statuses
            .and_then(|(_, list)| list.as_array())
            .into_iter()
            .flatten()
        {
            let field = |name: &str| status.get(name).and_then(Value::as_str).unwrap_or_default();
            report.accounts.push(Account {
                marketplace_id: field("marketplaceId").to_owned(),
                status: field("status").to_owned(),
            });
        }
        let metrics = top.iter().find(|(key, _)| is(key, "performancemetric"));
        let known = metrics.is_some() || !report.accounts.is_empty();
        for metric in metrics
            .and_then(|(_, list)| list.as_array())
            .into_iter()
            .flatten()
        {
            if let Some(metric) = metric.as_object() {
                report.walk(metric, "", DEPTH);
            }
        }
        known.then_some(report)
    }

    /// Looks at a group of metrics and at those within it: the order defect rate has two.
    fn walk(&mut self, group: &Map<String, Value>, above: &str, depth: usize) {
        for (key, value) in group {
            let name = if above.is_empty() {
                key.clone()
            } else {
                format!("{above}.{key}")
            };
            match value {
                Value::Object(metric) if depth > 0 => {
                    if self.metric(&name, metric) {
                        continue;
                    }
                    self.walk(metric, &name, depth - 1);
                }
                _ => {}
            }
        }
    }

    /// Notes a metric that fails; `false` where this is none.
    fn metric(&mut self, name: &str, metric: &Map<String, Value>) -> bool {
        let number = |wanted: &str| {
            metric
                .iter()
                .find(|(key, _)| key.eq_ignore_ascii_case(wanted))
                .and_then(|(_, value)| number(value))
        };
        let rate = number("rate");
        let count = number("defectsCount");
        if rate.is_none() && count.is_none() {
            return false;
        }
        let status = metric
            .get("status")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let target = number("targetValue");
        let condition = metric
            .get("targetCondition")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let misses = match (rate.or(count), target) {
            (Some(own), Some(target)) => match condition {
                "GREATER_THAN" => own < target,
                "EQUALS" => (own - target).abs() > f64::EPSILON,
                _ => own >= target && own > 0.0,
            },
            _ => false,
        };
        if misses || matches!(status, "BAD" | "AT_RISK") {
            let orders = [
                "orderCount",
                "shipmentCount",
                "shipmentCountWithValidTracking",
                "totalUnitCount",
            ]
            .iter()
            .find_map(|key| number(key))
            .map(whole);
            let (defects, orders_needed) = counts(metric, count, orders, target, condition);
            self.failing.push(FailingMetric {
                issue: issue(name),
                name: name.to_owned(),
                rate,
                target,
                orders,
                defects,
                orders_needed,
            });
        }
        true
    }
}

/// The defects of a metric, and how many good orders more it would take.
fn counts(
    metric: &Map<String, Value>,
    count: Option<f64>,
    orders: Option<u64>,
    target: Option<f64>,
    condition: &str,
) -> (Option<u64>, Option<u64>) {
    let own = |keys: &[&str]| {
        keys.iter().find_map(|key| {
            let value = metric.get(*key)?;
            number(value)
                .or_else(|| number(value.get("count")?))
                .map(whole)
        })
    };
    let bad = own(&["lateShipmentCount", "cancellationCount", "orderWithDefects"]);
    let good = own(&[
        "validTrackingCount",
        "onTimeDeliveryCount",
        "unitOnTimeDeliveryCount",
    ]);
    let defects = bad
        .or_else(|| count.map(whole))
        .or_else(|| Some(orders?.saturating_sub(good?)))
        .or_else(|| own(&["invoiceDefect"]));
    let needed = match (defects, orders, target) {
        (Some(defects), Some(orders), Some(target)) if target > 0.0 && target < 1.0 => {
            let at_least = condition == "GREATER_THAN";
            let allowed = if at_least { 1.0 - target } else { target };
            #[allow(
                clippy::cast_precision_loss,
                reason = "counts of orders are far below 2^52"
            )]
            let exact = defects as f64 / allowed;
            // 10 / 0.05 is not quite 200 in binary.
            let exact = if (exact - exact.round()).abs() < 1e-6 {
                exact.round()
            } else {
                exact
            };
            // A share that has to be below the target may not only reach it.
            let total = if at_least {
                whole(exact.ceil())
            } else {
                whole(exact.floor()) + 1
            };
            Some(total.saturating_sub(orders))
        }
        _ => None,
    };
    (defects, needed)
}

/// A number, also where the report writes it as text.
fn number(value: &Value) -> Option<f64> {
    let number = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().trim_end_matches('%').parse().ok(),
        _ => None,
    };
    number.filter(|number| number.is_finite() && *number >= 0.0)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "negative numbers were refused, and a cast never overflows"
)]
fn whole(number: f64) -> u64 {
    number as u64
}

/// The issue a metric leads to, by the last part of its name that is known.
fn issue(name: &str) -> Option<String> {
    let (_, issue) = METRICS
        .iter()
        .find(|(known, _)| name.rsplit('.').any(|part| is(part, known)))?;
    (!issue.is_empty()).then(|| (*issue).to_owned())
}

/// Reports whether a key begins with a name, whatever its case: the report's examples and its
/// schema write several keys in different ways.
fn is(key: &str, name: &str) -> bool {
    key.get(..name.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failing_metrics_and_what_it_takes() {
        let report = r#"{"accountStatuses":[{"marketplaceId":"ATVPDKIKX0DER","status":"AT_RISK"}],
            "performanceMetrics":[{
              "orderDefectRate":{"mfn":{"orderCount":90,"orderWithDefects":{"count":2,"status":"BAD"},
                "rate":0.0222,"targetValue":0.01,"targetCondition":"LESS_THAN","status":"BAD"},
                "afn":{"orderCount":10,"orderWithDefects":{"count":0},"rate":0,"targetValue":0.01,
                "targetCondition":"LESS_THAN","status":"GOOD"}},
              "validTrackingRate":{"shipmentCount":100,"validTrackingCount":90,"rate":"0.9",
                "targetValue":0.95,"targetCondition":"GREATER_THAN"},
              "prefulfillmentCancelRate":{"rate":0.5,"status":"BAD"},
              "documentRequest":{"defectsCount":1,"targetValue":0,"targetCondition":"EQUALS"},
              "something":{"new":[1,2,{"rate":3}]}}]}"#;
        let report = HealthReport::parse(report).unwrap();
        assert_eq!(report.accounts[0].status, "AT_RISK");
        let found: Vec<_> = report
            .failing
            .iter()
            .map(|m| (m.issue.as_deref().unwrap(), m.defects, m.orders_needed))
            .collect();
        assert_eq!(
            found,
            [
                ("verification", Some(1), None),
                ("order-defect-rate", Some(2), Some(111)),
                ("cancellation-rate", None, None),
                ("valid-tracking-rate", Some(10), Some(100)),
            ]
        );
    }

    #[test]
    fn what_is_no_report_is_none() {
        for text in ["", "{}", "[]", "{\"a\":1}", "Hello"] {
            assert_eq!(HealthReport::parse(text), None);
        }
        assert!(HealthReport::parse("{\"performanceMetrics\":[]}").is_some());
    }
}
