//! No statement of what failed.

use crate::check::document::{Role, Section};
use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "missing-root-cause",
    severity: Severity::Error,
    message: Fixed {
        en: "does not say which step of the process failed",
        zh: "没有写明流程中哪一步失效",
    },
    help: Fixed {
        en: "add what failed, why, and since when: one sentence for each cause",
        zh: "补写失效的环节、原因和起始时间：每个原因一句话",
    },
    what: Fixed {
        en: "Looks for a statement of what failed, under a heading or without one. A letter that disputes the violation, or only sends the papers asked for, owes none.",
        zh: "查找对失效环节的说明，有无标题均可。对违规提出异议、或仅提交亚马逊索要文件的信，不需要写原因。",
    },
    why: Fixed {
        en: "Without a cause the actions answer nothing: the reviewer cannot tell whether they would prevent the next case.",
        zh: "没有原因，后面的措施就无的放矢：审核人员无法判断这些措施能否防止再次发生。",
    },
    example: Fixed {
        en: "On 4 May 2026 we refunded the 12 late orders.\nSince 5 May 2026 the warehouse supervisor compares the open orders with the carrier's scans every working day at 16:00.\nStore: Larkfield Home",
        zh: "2026年5月4日，我们已为 12 笔迟发订单退款。\n自2026年5月5日起，仓库主管每个工作日 16:00 将未结订单与承运人扫描记录逐一核对。\n店铺：云雀家居",
    },
    remedy: Fixed {
        en: "Root cause\nOrders placed after 15:00 on Friday were not in the pick list of Monday, because the list was printed at noon.\nOn 4 May 2026 we refunded the 12 late orders.\nSince 5 May 2026 the warehouse supervisor compares the open orders with the carrier's scans every working day at 16:00.\nStore: Larkfield Home",
        zh: "根本原因\n周五 15:00 之后的订单没有进入周一的拣货单，因为拣货单在中午就已打印。\n2026年5月4日，我们已为 12 笔迟发订单退款。\n自2026年5月5日起，仓库主管每个工作日 16:00 将未结订单与承运人扫描记录逐一核对。\n店铺：云雀家居",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    if !told(context) && !context.owes_no_plan && !context.document.fragment {
        sink.whole();
    }
}

/// What stands for a cause and is none: blame, not having known, words that fit any letter.
const NO_CAUSE: [&str; 7] = [
    "blames-others",
    "ignorance-plea",
    "mark:hollow-cause",
    "pleads",
    "business-introduction",
    "grandiose-claim",
    "flatters-amazon",
];

/// Whether a sentence says what failed; under the heading any sentence may.
fn told(context: &Context<'_>) -> bool {
    let document = context.document;
    (0..document.sentences.len()).any(|at| {
        let paragraph = document.paragraph_of(at);
        // What was done and what is in place may name the gap it closed, but is no cause.
        let elsewhere = match paragraph.section {
            Section::Opening | Section::Other | Section::Status => {
                let step = context.marked("remedy", at) && context.marked("date", at);
                step || (context.marked("control", at) && context.marked("cycle", at))
            }
            // Behind "Cause: ..." the steps may follow without a heading.
            Section::RootCauses => {
                let dated = context.marked("remedy", at) && context.marked("date", at);
                let cause = context.marked("cause", at) || context.marked("fault", at);
                !cause && (dated || context.marked("identity", at))
            }
            _ => true,
        };
        let headed = paragraph.section == Section::RootCauses;
        let empty = NO_CAUSE
            .iter()
            .any(|name| context.hits.in_sentence(name, at));
        let says = (headed || context.marked("cause", at)) && !elsewhere;
        paragraph.role == Role::Prose && says && !empty
    })
}
