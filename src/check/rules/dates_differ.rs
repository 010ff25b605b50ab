//! A date that is not on the other side.

use crate::check::pair::Kind;
use crate::check::rule::{Check, Rule};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "dates-differ",
    severity: Severity::Error,
    message: Fixed {
        en: "a date that is not the same on the other side",
        zh: "日期与另一种语言不一致",
    },
    help: Fixed {
        en: "find out which day is true, and correct the other",
        zh: "核对哪一天是真的，再改正另一处",
    },
    what: Fixed {
        en: "Compares the days of the two languages, however they are written.",
        zh: "比较两种语言中的日期，不论写法如何。",
    },
    why: Fixed {
        en: "A wrong day makes a true sentence false, and a reviewer can look it up.",
        zh: "日期写错会让真话变成假话，而审核人员可以核查。",
    },
    example: Fixed {
        en: "On 4 May 2026 we refunded 12 orders.\n=====\n2026年4月5日，我们已为 12 笔订单退款。",
        zh: "On 4 May 2026 we refunded 12 orders.\n=====\n2026年4月5日，我们已为 12 笔订单退款。",
    },
    remedy: Fixed {
        en: "On 4 May 2026 we refunded 12 orders.\n=====\n2026年5月4日，我们已为 12 笔订单退款。",
        zh: "On 4 May 2026 we refunded 12 orders.\n=====\n2026年5月4日，我们已为 12 笔订单退款。",
    },
    check: Check::Pair(|pair, sink| pair.flag(&[Kind::Dates], sink)),
};
