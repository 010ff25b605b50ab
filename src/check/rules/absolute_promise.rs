//! A promise nobody can keep.

use crate::check::rule::{Check, Rule, flag_own};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "absolute-promise",
    severity: Severity::Warning,
    message: Fixed {
        en: "promises what nobody can keep",
        zh: "作出无法兑现的绝对承诺",
    },
    help: Fixed {
        en: "name the control instead: who checks what, how often, and what happens when a limit is reached",
        zh: "改写为具体控制：由谁、多久检查一次什么、达到什么数值时怎么处理",
    },
    what: Fixed {
        en: "Finds promises that something never happens again, guarantees, and hundred per cent of anything promised.",
        zh: "找出“绝不再发生”“保证”“百分之百”之类的承诺。",
    },
    why: Fixed {
        en: "A reviewer cannot check a promise, and one late order breaks it. A control with an owner and a rhythm can be checked. Names of services (guaranteed delivery date, A-to-z Guarantee, guarantee card) promise nothing and are not flagged.",
        zh: "承诺无法核查，一个迟发订单就会打破它；有负责人、有频率的控制才可以核查。“保证送达日期”“商城交易保障”“保修卡”等名称不是承诺，不会被标出。",
    },
    example: Fixed {
        en: "We guarantee that this will never happen again.",
        zh: "我们保证此类问题绝不会再次发生。",
    },
    remedy: Fixed {
        en: "Since 5 May 2026 the shift leader compares open orders with the carrier's scans at 16:00 every working day.",
        zh: "自2026年5月5日起，班组长每个工作日 16:00 将未结订单与承运人扫描记录逐一核对。",
    },
    check: Check::Appeal(flag_own),
};
