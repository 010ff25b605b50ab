//! Praise for Amazon, or revenue offered to it.

use crate::check::rule::{Check, Rule, flag_own};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "flatters-amazon",
    severity: Severity::Warning,
    message: Fixed {
        en: "praises Amazon, or offers it revenue",
        zh: "奉承亚马逊，或以收益作为交换",
    },
    help: Fixed {
        en: "leave it out; a move to FBA belongs in only as a done thing: how many SKUs, which shipment, received when",
        zh: "删去；转 FBA 只能作为已完成的事实写：多少个 SKU、哪票货件、何时入库",
    },
    what: Fixed {
        en: "Finds praise of Amazon, talk of partnership, and offers: more sales, more advertising, everything moved to FBA.",
        zh: "找出对亚马逊的赞美、“携手共赢”之类的话，以及以销售额、广告费、全部转 FBA 作为交换的说法。",
    },
    why: Fixed {
        en: "The reviewer decides on a violation; praise does not bear on it, and an offer of revenue reads as an attempt to buy the decision.",
        zh: "审核针对的是违规本身；赞美与此无关，以收益交换更像是收买。",
    },
    example: Fixed {
        en: "Amazon is the greatest marketplace in the world, and we will move all our products to FBA.",
        zh: "亚马逊是全球最伟大的平台，今后我们会把所有产品都转到 FBA。",
    },
    remedy: Fixed {
        en: "On 3 May 2026 we sent 14 SKUs to FBA (shipment FBA15EXAMPL1, received on 9 May 2026).",
        zh: "2026年5月3日，我们将 14 个 SKU 发往 FBA（货件 FBA15EXAMPL1，5月9日入库）。",
    },
    check: Check::Appeal(flag_own),
};
