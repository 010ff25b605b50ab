//! An action without a proof.

use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "unproved-action",
    severity: Severity::Warning,
    message: Fixed {
        en: "an action without a document that proves it",
        zh: "有已完成的措施没有证明文件",
    },
    help: Fixed {
        en: "name a document as its proof (a screenshot with the date will do), or leave the action out",
        zh: "为它指定证明文件（带日期的截图即可），或不写这项措施",
    },
    what: Fixed {
        en: "Looks at every action of the letter for a named document.",
        zh: "检查信中每项纠正措施是否指定了证明文件。",
    },
    why: Fixed {
        en: "What cannot be shown counts little; a reviewer may ask for it.",
        zh: "无法证明的事分量很轻；审核人员可能会索要证明。",
    },
    example: Fixed {
        en: "actions:\n  ACTION: { done-on: 2026-11-15, proof: [] }",
        zh: "actions:\n  ACTION: { done-on: 2026-11-15, proof: [] }",
    },
    remedy: Fixed {
        en: "actions:\n  ACTION: { done-on: 2026-11-15, proof: [EVIDENCE] }",
        zh: "actions:\n  ACTION: { done-on: 2026-11-15, proof: [EVIDENCE] }",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for id in subject.case.chosen_actions() {
        let proof = subject
            .case
            .actions
            .get(id)
            .and_then(|action| action.proof.as_ref());
        // Where the question is still open, that is told as missing.
        if proof.is_some_and(Vec::is_empty) {
            let path = KeyPath::root().key("actions").key(id);
            sink.push(Place::Entry(path));
        }
    }
}
