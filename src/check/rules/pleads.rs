//! Begging and hardship.

use crate::check::rule::{Check, Rule, flag_own};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "pleads",
    severity: Severity::Warning,
    message: Fixed {
        en: "begs, or tells of hardship",
        zh: "恳求，或诉说困难",
    },
    help: Fixed {
        en: "leave it out: ask once, plainly, for what you want reinstated",
        zh: "删去；只需在信末平实地写一次您请求恢复什么",
    },
    what: Fixed {
        en: "Finds pleas for mercy or another chance, and sentences on family, debts, jobs or how one feels.",
        zh: "找出乞求宽恕、请求“再给一次机会”，以及诉说家庭、债务、生计或心情的句子。",
    },
    why: Fixed {
        en: "Amazon asks sellers to avoid emotive language. A reviewer decides on what failed, what was done and what is in place; hardship answers none of the three and takes the place of facts.",
        zh: "亚马逊要求申诉不带情绪化语言。审核人员依据的是：哪里失效、做了什么、现在有什么控制；诉苦三样都没有回答，只占去了事实的位置。",
    },
    example: Fixed {
        en: "Please give us one more chance, this store feeds my family.",
        zh: "恳求亚马逊再给我们一次机会，全家人都靠这家店生活。",
    },
    remedy: Fixed {
        en: "We ask for our seller-fulfilled offers to be reinstated.",
        zh: "我们请求恢复自配送商品的销售权限。",
    },
    check: Check::Appeal(flag_own),
};
