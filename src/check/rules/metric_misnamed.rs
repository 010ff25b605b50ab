//! A metric by a name Amazon does not use.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "metric-misnamed",
    severity: Severity::Warning,
    message: Fixed {
        en: "a metric by a name Amazon does not use",
        zh: "使用了亚马逊没有的指标名称",
    },
    help: Fixed {
        en: "use the official name: order defect rate, late shipment rate, pre-fulfillment cancellation rate, valid tracking rate, on-time delivery rate",
        zh: "使用官方名称：订单缺陷率、迟发率、配送前取消率、有效追踪率、准时送达率",
    },
    what: Fixed {
        en: "Finds invented or mistranslated names of Amazon metrics.",
        zh: "找出自造或误译的亚马逊指标名称。",
    },
    why: Fixed {
        en: "A wrong name tells the reviewer that the account health page was not read.",
        zh: "名称写错会让审核人员认为您没有看过账户状况页面。",
    },
    example: Fixed {
        en: "Our delay tracking rate was 6%.",
        zh: "我们的延迟跟踪率为 6%。",
    },
    remedy: Fixed {
        en: "Our late shipment rate was 6%.",
        zh: "我们的迟发率为 6%。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for hit in context.own() {
        // Metrics are written as names, with capitals; in quotation marks alone it is still the
        // writer's word for it, with more around it somebody else's.
        let place = context.document.source(&hit.span);
        let cited = context.quotes.iter().any(|quote| {
            let around = quote.start < place.start && place.end < quote.end;
            around && quote.len() > place.len() + 2 * '”'.len_utf8()
        });
        if !cited {
            context.flag(sink, &hit.span);
        }
    }
}
