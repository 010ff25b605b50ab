//! Presenting the business.

use crate::check::rule::{Check, Rule, flag_own};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "business-introduction",
    severity: Severity::Warning,
    message: Fixed {
        en: "presents the business or its sales",
        zh: "介绍公司、产品或销量",
    },
    help: Fixed {
        en: "leave it out: Amazon asks for facts and events, not for the business, its products or its customers",
        zh: "删去；亚马逊要求写事实和经过，不要介绍公司、产品或客户",
    },
    what: Fixed {
        en: "Finds company history, size, awards, sales volume, praise of products and of satisfied customers.",
        zh: "找出公司历史、规模、荣誉、销量，以及对产品和满意客户的夸赞。",
    },
    why: Fixed {
        en: "Amazon's own guidance says so in plain words. A reviewer has a few minutes; what is read first should be the cause. Figures that belong to the metric (31 of 540 orders) are no introduction.",
        zh: "亚马逊的指引对此有明文要求。审核时间只有几分钟，最先读到的应是原因。与指标有关的数字（540 个订单中有 31 个）不算介绍。",
    },
    example: Fixed {
        en: "Our company was founded in 1998 and exports to over 60 countries.",
        zh: "我们公司成立于1998年，产品远销60多个国家。",
    },
    remedy: Fixed {
        en: "In the 10 days to 27 April 2026, 31 of 540 orders were confirmed late.",
        zh: "截至2026年4月27日的 10 天内，540 个订单中有 31 个迟发。",
    },
    check: Check::Appeal(flag_own),
};
