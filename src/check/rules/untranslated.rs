//! One side is missing, or not translated.

use crate::check::pair::Kind;
use crate::check::rule::{Check, Rule};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "untranslated",
    severity: Severity::Error,
    message: Fixed {
        en: "stands in one language only",
        zh: "只有一种语言有此内容",
    },
    help: Fixed {
        en: "write it in the other language too, or take it out of both",
        zh: "补写另一种语言，或两边都删去",
    },
    what: Fixed {
        en: "Finds a side or a passage that is missing or was left in the other language, and paragraphs or list items one side lacks.",
        zh: "找出缺失或未翻译的一侧、段落，以及一侧缺少的段落或条目。",
    },
    why: Fixed {
        en: "The seller signs what they could not read, or Amazon gets what it cannot read.",
        zh: "卖家签署了读不懂的内容，或亚马逊收到读不懂的内容。",
    },
    example: Fixed {
        en: "On 4 May 2026 we refunded 12 orders.\n=====\nOn 4 May 2026 we refunded 12 orders.",
        zh: "On 4 May 2026 we refunded 12 orders.\n=====\nOn 4 May 2026 we refunded 12 orders.",
    },
    remedy: Fixed {
        en: "On 4 May 2026 we refunded 12 orders.\n=====\n2026年5月4日，我们已为 12 笔订单退款。",
        zh: "On 4 May 2026 we refunded 12 orders.\n=====\n2026年5月4日，我们已为 12 笔订单退款。",
    },
    check: Check::Pair(|pair, sink| pair.flag(&[Kind::Untranslated, Kind::Paragraphs], sink)),
};
