//! An invoice of goods the notice does not ask about.

use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::message::Fixed;
use crate::msg;

pub(super) const RULE: Rule = Rule {
    id: "invoice-unnamed-asin",
    severity: Severity::Warning,
    message: Fixed {
        en: "an invoice is for an ASIN the notice does not name",
        zh: "发票对应的 ASIN 不在通知之列",
    },
    help: Fixed {
        en: "correct the ASIN, or take the line out; its units count as units of the goods the notice names",
        zh: "请更正 ASIN，或删除这一行；否则其数量会被计入通知所列商品",
    },
    what: Fixed {
        en: "Compares the ASIN of each line of an invoice with those of the notice, where it names any.",
        zh: "通知列有 ASIN 时，把发票每一行的 ASIN 与之比较。",
    },
    why: Fixed {
        en: "A mistyped ASIN leaves the right one without an invoice, and papers nobody asked for make the others harder to find.",
        zh: "ASIN 写错一位，真正涉及的商品就成了没有发票；没有要求的单据也会妨碍审核人员查找其余单据。",
    },
    example: Fixed {
        en: "notice: { asins: [B0EXAMPL17] }\ninvoices:\n  - { number: A-1, date: 2026-03-10, asin: B0EXAMPL71, quantity: 200 }",
        zh: "notice: { asins: [B0EXAMPL17] }\ninvoices:\n  - { number: A-1, date: 2026-03-10, asin: B0EXAMPL71, quantity: 200 }",
    },
    remedy: Fixed {
        en: "notice: { asins: [B0EXAMPL17] }\ninvoices:\n  - { number: A-1, date: 2026-03-10, asin: B0EXAMPL17, quantity: 200 }",
        zh: "notice: { asins: [B0EXAMPL17] }\ninvoices:\n  - { number: A-1, date: 2026-03-10, asin: B0EXAMPL17, quantity: 200 }",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let named = subject.case.notice.asins.iter().flatten();
    let named: Vec<&String> = named.collect();
    if named.is_empty() {
        return;
    }
    for (at, invoice) in subject.invoices().iter().enumerate() {
        if let Some(asin) = &invoice.asin
            && !named.contains(&asin)
        {
            let path = KeyPath::root().key("invoices").index(at);
            sink.push_with(Place::Entry(path), msg!("text", text = asin));
        }
    }
}
