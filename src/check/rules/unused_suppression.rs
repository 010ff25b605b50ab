//! A suppression that suppresses nothing.

use crate::check::rule::{Check, Rule};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "unused-suppression",
    severity: Severity::Warning,
    message: Fixed {
        en: "a suppression that fits no finding",
        zh: "有一条“不再提示”没有对应任何问题",
    },
    help: Fixed {
        en: "take it out: what it was for has been changed, or the entry is named wrongly",
        zh: "删去即可：原来的问题已改正，或条目名称写错",
    },
    what: Fixed {
        en: "Looks at every entry of `suppress` in a case for a finding of that rule at that entry.",
        zh: "检查案件 `suppress` 中的每一条是否对应该条目上的某个问题。",
    },
    why: Fixed {
        en: "A suppression left behind would hide the same fault when it comes back.",
        zh: "留下的“不再提示”会在问题再次出现时把它掩盖。",
    },
    example: Fixed {
        en: "suppress:\n  - { rule: too-long, at: letter, reason: every ASIN needs its line }",
        zh: "suppress:\n  - { rule: too-long, at: letter, reason: 每个 ASIN 都需要一行 }",
    },
    remedy: Fixed {
        en: "suppress: []",
        zh: "suppress: []",
    },
    check: Check::Suppressions,
};
