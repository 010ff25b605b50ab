//! No standing control for the future.

use crate::check::document::{Role, Section};
use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "missing-preventive-measure",
    severity: Severity::Error,
    message: Fixed {
        en: "does not say what keeps it from happening again",
        zh: "没有写明用什么防止再次发生",
    },
    help: Fixed {
        en: "add the controls that are in place now: since when, who, how often",
        zh: "补写现行的控制措施：自何时起、由谁、多久一次",
    },
    what: Fixed {
        en: "Looks for a control that goes on: since a day, at a rhythm, or at a trigger.",
        zh: "查找持续有效的控制：自某日起、按某频率或在某种条件触发时执行。",
    },
    why: Fixed {
        en: "The third part of a Plan of Action is what convinces: without it the same fault can come back next week.",
        zh: "行动计划的第三部分最有说服力：没有它，同样的问题下周就可能重现。",
    },
    example: Fixed {
        en: "Root cause\nOrders placed after 15:00 on Friday were not in the pick list of Monday, because the list was printed at noon.\nActions taken\nOn 4 May 2026 we refunded the 12 late orders.\nStore: Larkfield Home",
        zh: "根本原因\n周五 15:00 之后的订单没有进入周一的拣货单，因为拣货单在中午就已打印。\n已采取的措施\n2026年5月4日，我们已为 12 笔迟发订单退款。\n店铺：云雀家居",
    },
    remedy: Fixed {
        en: "Root cause\nOrders placed after 15:00 on Friday were not in the pick list of Monday, because the list was printed at noon.\nActions taken\nOn 4 May 2026 we refunded the 12 late orders.\nSince 5 May 2026 the warehouse supervisor compares the open orders with the carrier's scans every working day at 16:00.\nStore: Larkfield Home",
        zh: "根本原因\n周五 15:00 之后的订单没有进入周一的拣货单，因为拣货单在中午就已打印。\n已采取的措施\n2026年5月4日，我们已为 12 笔迟发订单退款。\n自2026年5月5日起，仓库主管每个工作日 16:00 将未结订单与承运人扫描记录逐一核对。\n店铺：云雀家居",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let told = headed(context) || controls(context);
    if !told && !context.owes_no_plan && !context.document.fragment {
        sink.whole();
    }
}

/// Whether the part on prevention says anything beside good intentions.
fn headed(context: &Context<'_>) -> bool {
    context.document.sentences_in(Section::Measures).any(|at| {
        let paragraph = context.document.paragraph_of(at);
        paragraph.role == Role::Prose
            && ["hollow-measure", "identity", "asks-for"]
                .iter()
                .all(|mark| !context.marked(mark, at))
    })
}

/// What reads like a control and is none: what others do, what happened, what is only promised.
const NO_CONTROL: [&str; 6] = [
    "blames-others",
    "pleads",
    "grandiose-claim",
    "undermines-promise",
    "asks-amazon-question",
    "mark:not-control",
];

fn controls(context: &Context<'_>) -> bool {
    let document = context.document;
    document.prose().any(|at| {
        let cycle = context.marked("cycle", at);
        let control = context.marked("control", at) || (cycle && context.marked("keeps-watch", at));
        // Among the causes and the things done it is one of them; elsewhere, what went wrong.
        // ... unless it is a rule since a day, in a letter that goes on without headings.
        let part = match document.paragraph_of(at).section {
            Section::RootCauses => {
                let owned = context.marked("owner", at) || context.marked("role", at);
                let since = context.marked("date", at) || (cycle && !context.marked("cause", at));
                since && owned
            }
            section => section != Section::Evidence,
        };
        let told = context.marked("befell", at) || (context.marked("fault", at) && !cycle);
        control
            && part
            && !told
            && !context.marked("hollow-measure", at)
            && !NO_CONTROL
                .iter()
                .any(|name| context.hits.in_sentence(name, at))
    })
}
