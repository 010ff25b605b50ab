//! Nothing the seller says they have done.

use crate::check::document::{Role, Section};
use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "missing-corrective-action",
    severity: Severity::Error,
    message: Fixed {
        en: "does not say what has already been done",
        zh: "没有写明已经做了什么",
    },
    help: Fixed {
        en: "add what you did about the orders, listings or goods concerned, each with its day",
        zh: "补写您对相关订单、商品已采取的措施，每项注明日期",
    },
    what: Fixed {
        en: "Looks for something that is done: a past tense with the seller as the one who did it.",
        zh: "查找已经完成的行动：由卖家完成、表示已完成的句子。",
    },
    why: Fixed {
        en: "Amazon asks for the actions you have taken. A letter that only promises is refused.",
        zh: "亚马逊要求写明已采取的措施。只有承诺的信会被拒绝。",
    },
    example: Fixed {
        en: "Root cause\nOrders placed after 15:00 on Friday were not in the pick list of Monday, because the list was printed at noon.\nSince 5 May 2026 the warehouse supervisor compares the open orders with the scans every working day.\nStore: Larkfield Home",
        zh: "根本原因\n周五 15:00 之后的订单没有进入周一的拣货单，因为拣货单在中午就已打印。\n自2026年5月5日起，仓库主管每个工作日核对未结订单与扫描记录。\n店铺：云雀家居",
    },
    remedy: Fixed {
        en: "Root cause\nOrders placed after 15:00 on Friday were not in the pick list of Monday, because the list was printed at noon.\nActions taken\nOn 4 May 2026 we refunded the 12 late orders.\nSince 5 May 2026 the warehouse supervisor compares the open orders with the carrier's scans every working day at 16:00.\nStore: Larkfield Home",
        zh: "根本原因\n周五 15:00 之后的订单没有进入周一的拣货单，因为拣货单在中午就已打印。\n已采取的措施\n2026年5月4日，我们已为 12 笔迟发订单退款。\n自2026年5月5日起，仓库主管每个工作日 16:00 将未结订单与承运人扫描记录逐一核对。\n店铺：云雀家居",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    if !done(context) && !context.owes_no_plan && !context.document.fragment {
        sink.whole();
    }
}

/// Whether a sentence says that something was done about it: among the actions anything that is
/// no plan, elsewhere what is a remedy.
fn done(context: &Context<'_>) -> bool {
    let document = context.document;
    (0..document.sentences.len()).any(|at| {
        let paragraph = document.paragraph_of(at);
        let planned = context.marked("planned", at) || context.marked("planned-step", at);
        // What Amazon did, and what led to it, is no answer.
        let told = context.marked("befell", at)
            || (paragraph.section != Section::Actions && context.marked("fault", at));
        // "We have taken several steps:" is none of them.
        let leads = context.marked("announces-measures", at) || context.marked("names-part", at);
        if paragraph.role != Role::Prose || planned || told || leads {
            return false;
        }
        let dated = context.marked("date", at);
        let remedy = context.marked("remedy", at) && (dated || !context.marked("not-done", at));
        match paragraph.section {
            // Behind the entries comes what is hoped for.
            Section::Actions => paragraph.item || remedy || dated || context.marked("done", at),
            Section::Evidence => false,
            Section::Measures => remedy && dated,
            // Behind "Cause: ..." what was done may follow without a heading.
            Section::RootCauses => remedy && (paragraph.item || dated),
            _ => remedy,
        }
    })
}
