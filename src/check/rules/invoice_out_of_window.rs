//! An invoice that cannot cover the goods.

use chrono::NaiveDate;

use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::message::Fixed;
use crate::msg;
use indexmap::IndexMap;

pub(super) const RULE: Rule = Rule {
    id: "invoice-out-of-window",
    severity: Severity::Error,
    message: Fixed {
        en: "an invoice outside the 365 days before the notice, or after the first sale",
        zh: "发票不在通知前 365 天内，或晚于首次销售",
    },
    help: Fixed {
        en: "name the invoice of the goods that were sold: dated within 365 days before the notice and before the first sale",
        zh: "请使用所售商品的发票：日期在通知前 365 天内，且早于首次销售",
    },
    what: Fixed {
        en: "Compares the day of each invoice with the notice and with the first sale of its ASIN.",
        zh: "把每张发票的日期与通知日期及该 ASIN 的首次销售日期比较。",
    },
    why: Fixed {
        en: "Amazon asks for invoices of the last 365 days, and goods cannot have been sold before they were bought.",
        zh: "亚马逊要求近 365 天内的发票，而商品不可能在购入之前售出。",
    },
    example: Fixed {
        en: "notice: { date: 2026-11-14 }\ninvoices:\n  - { number: A-1, date: 2025-01-10, asin: B0EXAMPL17, quantity: 200 }",
        zh: "notice: { date: 2026-11-14 }\ninvoices:\n  - { number: A-1, date: 2025-01-10, asin: B0EXAMPL17, quantity: 200 }",
    },
    remedy: Fixed {
        en: "notice: { date: 2026-11-14 }\ninvoices:\n  - { number: A-1, date: 2026-03-10, asin: B0EXAMPL17, quantity: 200 }",
        zh: "notice: { date: 2026-11-14 }\ninvoices:\n  - { number: A-1, date: 2026-03-10, asin: B0EXAMPL17, quantity: 200 }",
    },
    check: Check::Case(check),
};

/// Days before the notice that Amazon looks back.
/// Source: Amazon's notices on inauthentic items ask for invoices of the last 365 days.
const WINDOW: i64 = 365;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let case = subject.case;
    // Of several invoices of an ASIN the earliest has to come before the first sale.
    let mut earliest: IndexMap<&str, (usize, NaiveDate)> = IndexMap::new();
    for (at, invoice) in subject.invoices().iter().enumerate() {
        let Some(day) = invoice.date else {
            continue;
        };
        let old = case.notice.date.is_some_and(|notice| {
            let days = (notice - day).num_days();
            !(0..=WINDOW).contains(&days)
        });
        if old {
            flag(at, day, sink);
        }
        if let Some(asin) = &invoice.asin {
            let first = earliest.entry(asin).or_insert((at, day));
            if day < first.1 {
                *first = (at, day);
            }
        }
    }
    for (asin, (at, day)) in earliest {
        let first_sale = case.sold.get(asin).and_then(|sold| sold.first_sale);
        if first_sale.is_some_and(|sale| day > sale) {
            flag(at, day, sink);
        }
    }
}

fn flag(at: usize, day: NaiveDate, sink: &mut Sink) {
    let path = KeyPath::root().key("invoices").index(at);
    sink.push_with(Place::Entry(path), msg!("text", text = day.to_string()));
}
