//! A measure nobody answers for.

use crate::check::document::{Role, Section};
use crate::check::measures;
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "measure-without-owner",
    severity: Severity::Warning,
    message: Fixed {
        en: "a measure that names nobody who answers for it",
        zh: "预防措施没有写明由谁负责",
    },
    help: Fixed {
        en: "name the post, as in `the warehouse supervisor`; no personal names are needed",
        zh: "写明岗位，例如“仓库主管”；不必写个人姓名",
    },
    what: Fixed {
        en: "Looks in the part on prevention for a role in every entry.",
        zh: "在预防措施部分逐条查找负责岗位。",
    },
    why: Fixed {
        en: "A control without an owner is not carried out; reviewers ask who does it.",
        zh: "无人负责的控制不会被执行；审核人员会问由谁来做。",
    },
    example: Fixed {
        en: "Preventive measures\n1. Since 5 May 2026 stock is counted every Friday.",
        zh: "预防措施\n1. 自2026年5月5日起，每周五盘点库存。",
    },
    remedy: Fixed {
        en: "Preventive measures\n1. Since 5 May 2026 the warehouse supervisor counts the stock every Friday.",
        zh: "预防措施\n1. 自2026年5月5日起，仓库主管每周五盘点库存。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    measures::without(context, sink, &["role", "agent"]);
    measures::unheaded(context, sink, &["role", "agent", "owner"]);
    // "All messages are now checked before they go out": a control in the passive voice, and
    // neither it nor the next sentence says by whom. Under a heading of its own, what stands above
    // in the entry may have told; elsewhere the sentence alone must.
    let document = context.document;
    if context.owes_no_plan && !context.has_section(Section::Measures) {
        return;
    }
    for hit in context.marks("nobodys") {
        let at = hit.sentence;
        let paragraph = document.paragraph_of(at);
        let names = |above| {
            ["owner", "role", "agent"]
                .iter()
                .any(|mark| context.marked(mark, above))
        };
        let untold = !(paragraph.sentences.start..at).any(names);
        let begins = paragraph.section == Section::Measures && untold;
        let beside = matches!(
            paragraph.section,
            Section::Opening | Section::Other | Section::Status
        );
        let next = at + 1 < paragraph.sentences.end && context.marked("role", at + 1);
        // "... is held for all team members" names those it is held for.
        let owned = context.marked("owner", at) || (beside && next);
        let place = &document.sentences[at].span;
        let known = sink.found.iter().any(
            |found| matches!(&found.place, Place::Text(range) if *range == document.source(place)),
        );
        let said = context.said(&hit.span) && !context.asks(at);
        if paragraph.role == Role::Prose && (begins || beside) && !owned && !known && said {
            context.flag_sentence(sink, at);
        }
    }
}
