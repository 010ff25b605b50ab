//! Taking back what the letter promises.

use crate::check::rule::{Check, Rule, flag_own};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "undermines-promise",
    severity: Severity::Error,
    message: Fixed {
        en: "says that it may happen again",
        zh: "自己承认问题可能再次发生",
    },
    help: Fixed {
        en: "leave it out; if a risk remains, name the check that finds it in time",
        zh: "删去；如仍有风险，写明用哪道检查及时发现",
    },
    what: Fixed {
        en: "Finds sentences that say the seller cannot guarantee anything, that mistakes are inevitable or that the problem may come back.",
        zh: "找出“不能保证”“难免”“可能还会发生”之类的句子。",
    },
    why: Fixed {
        en: "The third part of a Plan of Action says why it does not come back. A sentence that says the opposite undoes the letter.",
        zh: "行动计划的第三部分要说明为什么不会再发生；说出相反的话，等于推翻整封信。",
    },
    example: Fixed {
        en: "We cannot guarantee that this will not happen again.",
        zh: "我们不能保证今后不再发生类似情况。",
    },
    remedy: Fixed {
        en: "An order without a carrier scan after 24 hours is traced by the dispatch clerk on the same day.",
        zh: "发货 24 小时后仍无扫描记录的订单，由发货员当天追查。",
    },
    check: Check::Appeal(flag_own),
};
