//! A time that says nothing.

use crate::check::rule::{Check, Rule, flag_own};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "vague-time",
    severity: Severity::Warning,
    message: Fixed {
        en: "gives a time that says nothing",
        zh: "时间说得含糊",
    },
    help: Fixed {
        en: "give the day, the period or the limit: on 4 May 2026, from 1 to 10 May, within 24 hours",
        zh: "写明日期、期间或期限：2026年5月4日、5月1日至10日、24 小时内",
    },
    what: Fixed {
        en: "Finds recently, soon, shortly, as soon as possible, in the future and the like; not `as soon as` with a condition behind it.",
        zh: "找出“近期”“最近”“尽快”“不久”“将来”之类的说法；“一旦……即”等触发条件不算。",
    },
    why: Fixed {
        en: "A day can be checked against the account; `recently` cannot, and `soon` counts as not done.",
        zh: "具体日期可以在账户中核实，“近期”不能；“尽快”等于还没有做。",
    },
    example: Fixed {
        en: "Recently our rate went up, and we will ship the open orders as soon as possible.",
        zh: "近期我们的迟发率上升，我们会尽快发出剩余订单。",
    },
    remedy: Fixed {
        en: "In the 10 days to 27 April 2026 the rate was 5.7%; the open orders were shipped on 30 April 2026.",
        zh: "截至2026年4月27日的 10 天内，迟发率为 5.7%；未结订单已于2026年4月30日发出。",
    },
    check: Check::Appeal(flag_own),
};
