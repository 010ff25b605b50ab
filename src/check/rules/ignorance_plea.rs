//! Not having known the rule.

use crate::check::rule::{Check, Rule, flag_own};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "ignorance-plea",
    severity: Severity::Warning,
    message: Fixed {
        en: "pleads that the rule was not known",
        zh: "以不知情、新手为由",
    },
    help: Fixed {
        en: "name the rule, the step in your process where it should have been checked, and since when it is",
        zh: "写明是哪条规则、流程中哪一步本应核对、从何时起已经核对",
    },
    what: Fixed {
        en: "Finds sentences that give being new, lacking experience, not having been told or not having meant it as the reason.",
        zh: "找出以新手、缺乏经验、没人告知、并非故意为理由的句子。",
    },
    why: Fixed {
        en: "Every seller has agreed to the policies. Not knowing them tells a reviewer that no step in the process checks for them, and so what else is unchecked.",
        zh: "每个卖家都同意过各项政策。说“不知道”，等于告诉审核人员流程中没有任何一步核对政策，其他地方可能也没有。",
    },
    example: Fixed {
        en: "We are new to Amazon and did not know that this was against the rules.",
        zh: "我们是新手卖家，不了解亚马逊的规则。",
    },
    remedy: Fixed {
        en: "Until 12 May 2026 our new-product form had no line for the restricted-product page; it has had one since.",
        zh: "2026年5月12日之前，我们的新品登记表没有“受限商品页面”一栏，此后已增加。",
    },
    check: Check::Appeal(flag_own),
};
