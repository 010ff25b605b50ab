//! An order of the notice the letter does not name.

use crate::catalogue::Form;
use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::message::Fixed;
use crate::msg;

pub(super) const RULE: Rule = Rule {
    id: "uncovered-order",
    severity: Severity::Error,
    message: Fixed {
        en: "the notice names an order the letter does not answer",
        zh: "通知中的订单在信中没有答复",
    },
    help: Fixed {
        en: "name it in a fact that lists orders or in your own words, or correct the list of the notice",
        zh: "在列出订单的事实或自行撰写的内容中写明该订单，或更正通知中的清单",
    },
    what: Fixed {
        en: "Compares the orders of the notice with those in the letter.",
        zh: "比较通知与信中的订单。",
    },
    why: Fixed {
        en: "Answering one of five is the most frequent reason for a refusal that could have been avoided.",
        zh: "五个只答一个，是本可避免的拒绝中最常见的原因。",
    },
    example: Fixed {
        en: "notice:\n  orders: [111-5550110-5550110]  # and the letter's own list does not have it",
        zh: "notice:\n  orders: [111-5550110-5550110]  # 信中的清单没有列出",
    },
    remedy: Fixed {
        en: "notice:\n  orders: []",
        zh: "notice:\n  orders: []",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    // A message beside an appeal need not name all the notice names.
    if subject.appeal_type.form == Form::Message {
        return;
    }
    let named = subject.case.notice.orders.iter().flatten();
    for (at, order) in named.enumerate() {
        if !subject.letter_names(order) {
            let path = KeyPath::root().key("notice").key("orders").index(at);
            sink.push_with(Place::Entry(path), msg!("text", text = order));
        }
    }
}
