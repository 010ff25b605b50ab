//! Something done on a day that has not come.

use chrono::NaiveDate;

use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "action-in-future",
    severity: Severity::Error,
    message: Fixed {
        en: "a day that has not come yet",
        zh: "日期尚未到来",
    },
    help: Fixed {
        en: "send the letter once it is done, or give the day it really was done",
        zh: "等完成后再寄出，或填写实际完成的日期",
    },
    what: Fixed {
        en: "Compares the days of actions and measures, and of the letter, with today.",
        zh: "把措施和信件的日期与今天比较。",
    },
    why: Fixed {
        en: "An action dated ahead is a plan; a reviewer sees the date.",
        zh: "日期在将来的措施只是计划；审核人员会看到日期。",
    },
    example: Fixed {
        en: "date: 2027-01-10\nactions:\n  ACTION: { done-on: 2027-01-05 }",
        zh: "date: 2027-01-10\nactions:\n  ACTION: { done-on: 2027-01-05 }",
    },
    remedy: Fixed {
        en: "date: 2026-11-20\nactions:\n  ACTION: { done-on: 2026-11-15 }",
        zh: "date: 2026-11-20\nactions:\n  ACTION: { done-on: 2026-11-15 }",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let case = subject.case;
    let root = KeyPath::root();
    let mut look = |day: Option<NaiveDate>, path: KeyPath| {
        if day.is_some_and(|day| day > subject.today) {
            sink.push(Place::Entry(path));
        }
    };
    for id in case.chosen_actions() {
        let day = case.actions.get(id).and_then(|action| action.done_on);
        look(day, root.key("actions").key(id).key("done-on"));
    }
    for id in case.chosen_measures() {
        let day = case.measures.get(id).and_then(|measure| measure.since);
        look(day, root.key("measures").key(id).key("since"));
    }
}
