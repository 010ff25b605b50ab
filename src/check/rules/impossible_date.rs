//! A day the calendar does not have.

use crate::check::address::addresses;
use crate::check::calendar::{Wrong, wrong_days};
use crate::check::ranges::covers;
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "impossible-date",
    severity: Severity::Error,
    message: Fixed {
        en: "the calendar has no such day",
        zh: "日历上没有这一天",
    },
    help: Fixed {
        en: "look the day up in the order or the invoice and correct it",
        zh: "对照订单或发票核实后改正日期",
    },
    what: Fixed {
        en: "Reads days written in numbers, with the name of the month, or in Chinese, and finds those that do not exist: 31 April, 30/02/2026, the 23rd month.",
        zh: "读取用数字、月份名或中文写成的日期，找出不存在的日子：4月31日、30/02/2026、23月。",
    },
    why: Fixed {
        en: "A reviewer checks days against the account. A day that cannot be shows that the letter was not read before it was sent, or was translated by a machine that took the day for the month.",
        zh: "审核人员会用账户记录核对日期。不可能的日期说明信在发出前没有检查过，或机器翻译把日和月弄反了。",
    },
    example: Fixed {
        en: "On 31 April 2026 we refunded the 12 orders.",
        zh: "2014年23月1日，我们已为 12 笔订单退款。",
    },
    remedy: Fixed {
        en: "On 30 April 2026 we refunded the 12 orders.",
        zh: "2014年1月23日，我们已为 12 笔订单退款。",
    },
    check: Check::Any(|context, sink| flag(context, sink, Wrong::Impossible)),
};

/// Flags the days with a fault; not in the names of files and sites.
pub(super) fn flag(context: &Context<'_>, sink: &mut Sink, wanted: Wrong) {
    let text = context.document.text();
    let mut days = wrong_days(text);
    days.retain(|day| day.wrong == wanted);
    // In German a day is written with full stops, the day first.
    if wanted == Wrong::Ambiguous && context.document.lang.as_str() == "de" {
        days.retain(|day| day.between != '.');
    }
    if days.is_empty() {
        return;
    }
    let names: Vec<_> = addresses(text).into_iter().map(|a| a.range).collect();
    for day in days {
        // What a buyer wrote is told as it was written.
        if !covers(&names, &day.range) && !covers(context.quotes, &day.range) {
            sink.push(Place::Text(day.range));
        }
    }
}
