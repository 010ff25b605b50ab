//! An ASIN of the notice the letter does not name.

use crate::catalogue::Form;
use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::message::Fixed;
use crate::msg;

pub(super) const RULE: Rule = Rule {
    id: "uncovered-asin",
    severity: Severity::Error,
    message: Fixed {
        en: "the notice names an ASIN the letter does not answer",
        zh: "通知中的ASIN在信中没有答复",
    },
    help: Fixed {
        en: "add it to the facts the letter lists, or correct the list of the notice",
        zh: "把它补入信中列出的事实，或更正通知中的清单",
    },
    what: Fixed {
        en: "Compares the ASINs of the notice with those in the letter.",
        zh: "比较通知与信中的ASIN。",
    },
    why: Fixed {
        en: "Answering one of five is the most frequent reason for a refusal that could have been avoided.",
        zh: "五个只答一个，是本可避免的拒绝中最常见的原因。",
    },
    example: Fixed {
        en: "notice:\n  asins: [B0EXAMPL17]  # and the letter's own list does not have it",
        zh: "notice:\n  asins: [B0EXAMPL17]  # 信中的清单没有列出",
    },
    remedy: Fixed {
        en: "notice:\n  asins: []",
        zh: "notice:\n  asins: []",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    // A message beside an appeal need not name all the notice names.
    if subject.appeal_type.form == Form::Message {
        return;
    }
    let named = subject.case.notice.asins.iter().flatten();
    for (at, asin) in named.enumerate() {
        if !subject.letter_names(asin) {
            let path = KeyPath::root().key("notice").key("asins").index(at);
            sink.push_with(Place::Entry(path), msg!("text", text = asin));
        }
    }
}
