//! A question without an answer.

use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::Severity;
use crate::message::Fixed;
use crate::msg;

pub(super) const RULE: Rule = Rule {
    id: "missing-fact",
    severity: Severity::Error,
    message: Fixed {
        en: "an answer is missing",
        zh: "缺少一项回答",
    },
    help: Fixed {
        en: "`poa new CASE.yaml` goes on at the first open question",
        zh: "用 `poa new 案件.yaml` 从第一个未答的问题继续",
    },
    what: Fixed {
        en: "Lists everything the letter needs and the case does not have.",
        zh: "列出信中需要而案件尚未填写的全部内容。",
    },
    why: Fixed {
        en: "A gap in the letter is a sentence Amazon cannot check.",
        zh: "信中的空缺就是亚马逊无法核实的句子。",
    },
    example: Fixed {
        en: "facts: {}",
        zh: "facts: {}",
    },
    remedy: Fixed {
        en: "facts:\n  late-rate: 43.73",
        zh: "facts:\n  late-rate: 43.73",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for gap in &subject.letter.gaps {
        let what = msg!("text", text = &gap.what);
        sink.push_with(Place::Entry(gap.path.clone()), what);
    }
}
