//! A plan among the things done.

use crate::check::document::{Role, Section};
use crate::check::measures;
use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "planned-as-done",
    severity: Severity::Warning,
    message: Fixed {
        en: "a plan stands where things done belong",
        zh: "在“已采取的措施”中写了尚未完成的计划",
    },
    help: Fixed {
        en: "do it, then write it with its day; or move it to the measures and say from which day",
        zh: "先完成再写明日期；或移到预防措施，并注明自哪天开始",
    },
    what: Fixed {
        en: "Finds sentences in the future tense among the actions taken, and one-off steps (refund, delete, contact) that are only announced.",
        zh: "找出“已采取的措施”中的将来时句子，以及只是预告、尚未完成的一次性措施（退款、删除、联系等）。",
    },
    why: Fixed {
        en: "Amazon asks what you have done. What is only planned counts as not done.",
        zh: "亚马逊问的是您做了什么。只是计划的事等于没有做。",
    },
    example: Fixed {
        en: "Actions taken\n1. We will refund the 12 buyers.",
        zh: "已采取的措施\n1. 我们将为 12 位买家退款。",
    },
    remedy: Fixed {
        en: "Actions taken\n1. On 4 May 2026 we refunded the 12 buyers.",
        zh: "已采取的措施\n1. 2026年5月4日，我们已为 12 位买家退款。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let document = context.document;
    let headed = context.has_section(Section::Actions);
    for hit in context.marks("planned") {
        let paragraph = document.paragraph_of(hit.sentence);
        let prose = paragraph.role == Role::Prose && context.said(&hit.span);
        // In a letter without a part on prevention a control stands among the steps.
        let control = !context.has_section(Section::Measures)
            && measures::is_announced_control(context, hit.sentence);
        if paragraph.section == Section::Actions && prose && !control {
            context.flag(sink, &hit.span);
        }
    }
    if headed {
        return;
    }
    for hit in context.marks("planned-step") {
        let section = document.paragraph_of(hit.sentence).section;
        let beside = matches!(
            section,
            Section::Opening | Section::Other | Section::Measures
        );
        if beside && context.said(&hit.span) {
            context.flag(sink, &hit.span);
        }
    }
}
