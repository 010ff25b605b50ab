//! A number that is not on the other side.

use crate::check::pair::Kind;
use crate::check::rule::{Check, Rule};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "numbers-differ",
    severity: Severity::Error,
    message: Fixed {
        en: "a number, percentage, amount or time that is not the same on the other side",
        zh: "数字、百分比、金额或时间与另一种语言不一致",
    },
    help: Fixed {
        en: "find out which one is true, and correct the other",
        zh: "核对哪一个是真的，再改正另一个",
    },
    what: Fixed {
        en: "Compares counts, percentages, money and times of the two languages by value: 12.5% equals 12.5％, seven equals 七, EUR 480 equals 480 欧元, 16:30 equals 4:30 p.m.",
        zh: "按数值比较两种语言中的数量、百分比、金额和时间：12.5% 等于 12.5％，seven 等于七，EUR 480 等于 480 欧元，16:30 等于 4:30 p.m.",
    },
    why: Fixed {
        en: "What the seller confirmed in Chinese is not what Amazon reads, if the figures differ.",
        zh: "两边数字不同，卖家用中文确认的内容就不是亚马逊读到的内容。",
    },
    example: Fixed {
        en: "On 4 May 2026 we refunded 12 orders.\n=====\n2026年5月4日，我们已为 21 笔订单退款。",
        zh: "On 4 May 2026 we refunded 12 orders.\n=====\n2026年5月4日，我们已为 21 笔订单退款。",
    },
    remedy: Fixed {
        en: "On 4 May 2026 we refunded twelve orders.\n=====\n2026年5月4日，我们已为 12 笔订单退款。",
        zh: "On 4 May 2026 we refunded twelve orders.\n=====\n2026年5月4日，我们已为 12 笔订单退款。",
    },
    check: Check::Pair(|pair, sink| pair.flag(&[Kind::Numbers], sink)),
};
