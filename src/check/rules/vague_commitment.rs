//! Good will in place of a measure.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "vague-commitment",
    severity: Severity::Warning,
    message: Fixed {
        en: "says good will, not what is done",
        zh: "只表态，没有写明做什么",
    },
    help: Fixed {
        en: "say what is done, by whom, how often: a verb, a number, a day",
        zh: "写明由谁、做什么、多久一次：动词、数字、日期",
    },
    what: Fixed {
        en: "Finds phrases such as try our best, pay more attention, improve communication, strengthen management, strictly follow the rules.",
        zh: "找出“尽最大努力”“更加注意”“加强沟通”“提升管理”“严格遵守规则”之类的说法。",
    },
    why: Fixed {
        en: "Everyone tries their best; a reviewer looks for what is different now. What cannot be observed from outside counts as nothing.",
        zh: "人人都会说尽力；审核人员要看现在有什么不同。外人无法观察到的改进，等于没有。",
    },
    example: Fixed {
        en: "We will try our best to improve communication with customers.",
        zh: "我们将尽最大努力加强与买家的沟通。",
    },
    remedy: Fixed {
        en: "Since 10 February 2026 the duty reader answers every buyer message within 12 hours, weekends included.",
        zh: "自2026年2月10日起，值班客服在 12 小时内回复每条买家消息，周末也不例外。",
    },
    check: Check::Appeal(check),
};

/// What says more exactly what a sentence in the future tense is.
const SAID_OTHERWISE: [&str; 8] = [
    "vague-commitment",
    "absolute-promise",
    "undermines-promise",
    "legal-threat",
    "flatters-amazon",
    "pleads",
    "asks-amazon-question",
    "mark:planned-step",
];

fn check(context: &Context<'_>, sink: &mut Sink) {
    context.flag_own(sink);
    // What we "will" do, without a day, a rhythm, a trigger or a figure, is good will, whatever
    // the verb.
    for hit in context.marks("intent") {
        let at = hit.sentence;
        let exact = context.has_figure(at) || context.marked("rhythm", at);
        let known = SAID_OTHERWISE
            .iter()
            .any(|name| context.hits.in_sentence(name, at));
        if !exact && !known && context.said(&hit.span) {
            context.flag(sink, &hit.span);
        }
    }
}
