//! A cause without an answer.

use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "root-cause-unanswered",
    severity: Severity::Error,
    message: Fixed {
        en: "a root cause that no action or no measure answers",
        zh: "有根本原因没有对应的措施",
    },
    help: Fixed {
        en: "choose at least one corrective action and one preventive measure for it, or take the cause out",
        zh: "为它选择至少一项纠正措施和一项预防措施，或删去该原因",
    },
    what: Fixed {
        en: "Looks at every root cause of the case for an action and a measure.",
        zh: "检查案件中每个根本原因是否各有纠正措施和预防措施。",
    },
    why: Fixed {
        en: "A cause without an answer tells the reviewer that the fault is still there.",
        zh: "只有原因没有措施，等于告诉审核人员问题仍然存在。",
    },
    example: Fixed {
        en: "root-causes:\n  CAUSE: { actions: [], measures: [] }",
        zh: "root-causes:\n  CAUSE: { actions: [], measures: [] }",
    },
    remedy: Fixed {
        en: "root-causes:\n  CAUSE: { actions: [ACTION], measures: [MEASURE] }",
        zh: "root-causes:\n  CAUSE: { actions: [ACTION], measures: [MEASURE] }",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for (id, cause) in &subject.case.causes {
        if cause.actions.is_empty() || cause.measures.is_empty() {
            let path = KeyPath::root().key("root-causes").key(id);
            sink.push(Place::Entry(path));
        }
    }
}
