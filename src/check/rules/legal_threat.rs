//! Threats, and deadlines for Amazon.

use crate::check::rule::{Check, Rule, flag_own};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "legal-threat",
    severity: Severity::Error,
    message: Fixed {
        en: "threatens, or sets Amazon a deadline",
        zh: "威胁，或给亚马逊设定期限",
    },
    help: Fixed {
        en: "leave it out; legal steps are taken by a lawyer outside the appeal, never announced in it",
        zh: "删去；法律程序由律师另行提起，不在申诉信中预告",
    },
    what: Fixed {
        en: "Finds announced lawsuits, lawyers, damages, complaints to authorities or the press, and demands that Amazon act by a day.",
        zh: "找出宣称起诉、委托律师、索赔、向监管机构或媒体投诉，以及要求亚马逊在某日前处理的句子。",
    },
    why: Fixed {
        en: "A threat moves the letter from the reviewer to the legal department, and the appeal stays undecided. A written opinion of a patent attorney named as evidence is no threat.",
        zh: "威胁会让信件从审核人员转到法务部门，申诉因此搁置。作为证据列出的专利律师意见书不是威胁。",
    },
    example: Fixed {
        en: "If the account is not restored within three days, our lawyer will take you to court.",
        zh: "如三日内不恢复账户，我司将委托律师向法院起诉。",
    },
    remedy: Fixed {
        en: "We ask for a second review of the decision of 20 July 2026 on the basis of Evidence 1 to 3.",
        zh: "我们请求根据证据1至证据3，对2026年7月20日的决定进行复核。",
    },
    check: Check::Appeal(flag_own),
};
