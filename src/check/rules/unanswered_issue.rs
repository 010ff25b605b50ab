//! Something the notice alleges that no letter answers.

use crate::catalogue::Form;
use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::message::Fixed;
use crate::msg;

pub(super) const RULE: Rule = Rule {
    id: "unanswered-issue",
    severity: Severity::Error,
    message: Fixed {
        en: "the notice alleges something this letter does not answer",
        zh: "通知中指控的某个问题，本信没有答复",
    },
    help: Fixed {
        en: "answer it in a letter of its own (`poa appeals` shows which), or see whether the notice really alleges it",
        zh: "另写一封信答复（`poa appeals` 可查看对应类型），或核对通知是否确实提出该指控",
    },
    what: Fixed {
        en: "Compares the issues read out of the notice with the issue of the appeal type.",
        zh: "比较从通知中读出的问题与申诉类型所针对的问题。",
    },
    why: Fixed {
        en: "A letter that answers one of two allegations is refused for the other.",
        zh: "两个指控只答一个，会因另一个而被拒。",
    },
    example: Fixed {
        en: "appeal: performance/late-shipment\nnotice:\n  named: { issues: [late-shipment, counterfeit] }",
        zh: "appeal: performance/late-shipment\nnotice:\n  named: { issues: [late-shipment, counterfeit] }",
    },
    remedy: Fixed {
        en: "appeal: performance/late-shipment\nnotice:\n  named: { issues: [late-shipment] }",
        zh: "appeal: performance/late-shipment\nnotice:\n  named: { issues: [late-shipment] }",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    // Companion letters answer nothing by themselves.
    if subject.appeal_type.form == Form::Message {
        return;
    }
    let named = subject.case.notice.named.as_ref();
    let issues = named.map_or(&[][..], |named| &named.issues);
    for (at, issue) in issues.iter().enumerate() {
        if issue.0 != subject.appeal_type.issue {
            let path = KeyPath::root()
                .key("notice")
                .key("named")
                .key("issues")
                .index(at);
            sink.push_with(Place::Entry(path), msg!("text", text = &issue.0));
        }
    }
}
