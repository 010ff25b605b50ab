//! The day by which Amazon wants an answer.

use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::message::Fixed;
use crate::msg;

pub(super) const RULE: Rule = Rule {
    id: "deadline-near",
    severity: Severity::Info,
    message: Fixed {
        en: "the deadline of the notice is near or past",
        zh: "通知的期限临近或已过",
    },
    help: Fixed {
        en: "send what is ready in time; after the deadline the appeal is still taken in most cases, but funds and stock may be affected",
        zh: "在期限内提交已完成的部分；逾期后多数情况下仍可申诉，但资金和库存可能受影响",
    },
    what: Fixed {
        en: "Compares the deadline read out of the notice with today: two days or less.",
        zh: "把从通知中读出的期限与今天比较：不超过两天即提示。",
    },
    why: Fixed {
        en: "Some advise to send in time at any price, others to take the days a complete letter needs: an incomplete one costs one of few tries. The deadline decides about stock and funds sooner than about the appeal.",
        zh: "有人主张务必按期提交，也有人主张宁可晚几天也要写完整：不完整的信会浪费有限的机会。期限影响库存和资金往往早于影响申诉本身。",
    },
    example: Fixed {
        en: "notice:\n  named: { deadline: 2026-11-23 }  # today is 2026-11-22",
        zh: "notice:\n  named: { deadline: 2026-11-23 }  # 今天是 2026-11-22",
    },
    remedy: Fixed {
        en: "notice:\n  named: { deadline: 2027-03-01 }",
        zh: "notice:\n  named: { deadline: 2027-03-01 }",
    },
    check: Check::Case(check),
};

/// Days before the deadline from which on it is near.
const NEAR: i64 = 2;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let named = subject.case.notice.named.as_ref();
    let Some(deadline) = named.and_then(|named| named.deadline) else {
        return;
    };
    if (deadline - subject.today).num_days() <= NEAR {
        let path = KeyPath::root().key("notice").key("named").key("deadline");
        sink.push_with(
            Place::Entry(path),
            msg!("text", text = deadline.to_string()),
        );
    }
}
