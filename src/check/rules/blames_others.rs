//! Fault put on somebody else.

use crate::check::rule::{Check, Rule, flag_own};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "blames-others",
    severity: Severity::Warning,
    message: Fixed {
        en: "puts the fault on somebody else",
        zh: "把责任推给他人",
    },
    help: Fixed {
        en: "say which check of your own was missing, and since when it is in place",
        zh: "写明自己缺少的是哪一道检查，以及从何时起已经补上",
    },
    what: Fixed {
        en: "Finds sentences that give the buyer, Amazon, the carrier, the supplier, an employee, a system or the season as the cause.",
        zh: "找出把原因归于买家、亚马逊、承运人、供应商、员工、系统或旺季的句子。",
    },
    why: Fixed {
        en: "A reviewer looks for the step in your own process that failed. Blame tells them it has not been found, so it can happen again. Naming a carrier or a supplier as a fact is fine.",
        zh: "审核人员要找的是您自己流程中失效的那一步。推卸责任等于告诉对方原因尚未找到，问题还会再出现。仅作为事实提到承运人或供应商并无不妥。",
    },
    example: Fixed {
        en: "The orders were late because the carrier lost our parcels.",
        zh: "订单迟发是由于物流公司弄丢了我们的包裹。",
    },
    remedy: Fixed {
        en: "Until 4 May 2026 nobody compared the carrier's collection scans with the orders of the day, so twelve parcels that had not been collected stayed unnoticed.",
        zh: "2026年5月4日之前，我们没有把承运人的揽收记录与当日订单逐一核对，12 件未被揽收的包裹因此没有被发现。",
    },
    check: Check::Appeal(flag_own),
};
