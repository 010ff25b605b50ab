//! A day that can be read as another one.

use super::impossible_date;
use crate::check::calendar::Wrong;
use crate::check::rule::{Check, Rule};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "ambiguous-date",
    severity: Severity::Warning,
    message: Fixed {
        en: "day and month can be mistaken for each other",
        zh: "分不清哪个是日、哪个是月",
    },
    help: Fixed {
        en: "write the month as a word: `4 May 2026`",
        zh: "写成“2026年5月4日”，英文信中写成“4 May 2026”",
    },
    what: Fixed {
        en: "Finds days such as 03/04/2026, where both numbers could be the month. A number over 12 makes it plain (23/04/2026), and so does the year in front (2026-04-03).",
        zh: "找出 03/04/2026 这类两个数字都可能是月份的日期。其中一个大于 12（23/04/2026）或年份在前（2026-04-03）时不会误解。",
    },
    why: Fixed {
        en: "3 April in Europe is 4 March in the United States. The reviewer, who may sit in either, compares your days with those of the account and finds them wrong by a month.",
        zh: "03/04/2026 在欧洲是4月3日，在美国是3月4日。审核人员可能在任何一地，与账户记录一比对，就会差出一个月。",
    },
    example: Fixed {
        en: "On 03/04/2026 we refunded the 12 orders.",
        zh: "我们于 03/04/2026 为 12 笔订单退款。",
    },
    remedy: Fixed {
        en: "On 3 April 2026 we refunded the 12 orders.",
        zh: "我们于2026年4月3日为 12 笔订单退款。",
    },
    check: Check::Any(|context, sink| impossible_date::flag(context, sink, Wrong::Ambiguous)),
};
