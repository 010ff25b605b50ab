//! Fewer units on invoices than were sold.

use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::message::Fixed;
use crate::msg;

pub(super) const RULE: Rule = Rule {
    id: "invoice-short-quantity",
    severity: Severity::Error,
    message: Fixed {
        en: "the invoices show fewer units than were sold",
        zh: "发票上的数量少于售出数量",
    },
    help: Fixed {
        en: "add the missing invoices, or explain in your own words where the other units came from",
        zh: "补充缺少的发票，或用自己的话说明其余商品的来源",
    },
    what: Fixed {
        en: "Adds up the invoiced units of each ASIN and compares them with the units sold. An ASIN without any invoice is not counted where the letter says that it has none.",
        zh: "把每个 ASIN 的发票数量相加，与售出数量比较。信中写明没有发票的 ASIN 不计。",
    },
    why: Fixed {
        en: "The first thing a reviewer works out: what is not covered by an invoice came from somewhere else.",
        zh: "审核人员首先会算这笔账：发票没有覆盖的数量，来源就成疑问。",
    },
    example: Fixed {
        en: "invoices:\n  - { number: A-1, date: 2026-03-10, asin: B0EXAMPL17, quantity: 100 }\nsold:\n  B0EXAMPL17: { quantity: 140 }",
        zh: "invoices:\n  - { number: A-1, date: 2026-03-10, asin: B0EXAMPL17, quantity: 100 }\nsold:\n  B0EXAMPL17: { quantity: 140 }",
    },
    remedy: Fixed {
        en: "invoices:\n  - { number: A-1, date: 2026-03-10, asin: B0EXAMPL17, quantity: 200 }\nsold:\n  B0EXAMPL17: { quantity: 140 }",
        zh: "invoices:\n  - { number: A-1, date: 2026-03-10, asin: B0EXAMPL17, quantity: 200 }\nsold:\n  B0EXAMPL17: { quantity: 140 }",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let case = subject.case;
    if subject.invoices().is_empty() {
        return;
    }
    let invoiced = case.invoiced_asins();
    for (asin, sold) in &case.sold {
        // What the letter itself says has no invoice is short of nothing it claims.
        if !invoiced.contains(&asin.as_str()) && subject.says_uncovered() {
            continue;
        }
        let bought = case.invoiced_units(asin);
        if sold.quantity.is_some_and(|sold| bought < sold) {
            let path = KeyPath::root().key("sold").key(asin);
            let quantity = sold.quantity.unwrap_or_default();
            sink.push_with(
                Place::Entry(path),
                msg!(
                    "rule-short-quantity",
                    bought = bought.to_string(),
                    sold = quantity.to_string()
                ),
            );
        }
    }
}
