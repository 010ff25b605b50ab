//! An identifier that is not on the other side.

use crate::check::pair::Kind;
use crate::check::rule::{Check, Rule};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "ids-differ",
    severity: Severity::Error,
    message: Fixed {
        en: "an ASIN, order, e-mail address or other identifier that is not the same on the other side",
        zh: "ASIN、订单号、邮箱或其他编号与另一种语言不一致",
    },
    help: Fixed {
        en: "copy it from the notice into both languages",
        zh: "从通知中复制，两边保持一致",
    },
    what: Fixed {
        en: "Compares ASINs, order ids, e-mail addresses and other identifiers of the two languages.",
        zh: "比较两种语言中的 ASIN、订单号、邮箱和其他编号。",
    },
    why: Fixed {
        en: "One digit sends the reviewer to another order.",
        zh: "错一位，审核人员看到的就是另一笔订单。",
    },
    example: Fixed {
        en: "We removed ASIN B0EXAMPL17 on 4 May 2026.\n=====\n2026年5月4日，我们已移除 ASIN B0EXAMPL71。",
        zh: "We removed ASIN B0EXAMPL17 on 4 May 2026.\n=====\n2026年5月4日，我们已移除 ASIN B0EXAMPL71。",
    },
    remedy: Fixed {
        en: "We removed ASIN B0EXAMPL17 on 4 May 2026.\n=====\n2026年5月4日，我们已移除 ASIN B0EXAMPL17。",
        zh: "We removed ASIN B0EXAMPL17 on 4 May 2026.\n=====\n2026年5月4日，我们已移除 ASIN B0EXAMPL17。",
    },
    check: Check::Pair(|pair, sink| pair.flag(&[Kind::Ids], sink)),
};
