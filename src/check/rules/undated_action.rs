//! Something done, without a day.

use crate::check::document::{Role, Section};
use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "undated-action",
    severity: Severity::Warning,
    message: Fixed {
        en: "an action without a day",
        zh: "已完成的措施没有日期",
    },
    help: Fixed {
        en: "give the day it was done, as in `On 4 May 2026 we ...`",
        zh: "写明完成日期，例如“2026年5月4日，我们……”",
    },
    what: Fixed {
        en: "Finds entries that say something was done and name no day, neither in the entry nor in the line that opens the list.",
        zh: "找出写明已完成某事、但条目本身及其引导句均未注明日期的条目。",
    },
    why: Fixed {
        en: "A day makes an action a fact that can be checked against the account.",
        zh: "有了日期，措施才是可以在账户中核实的事实。",
    },
    example: Fixed {
        en: "Actions taken\n1. We refunded the 12 orders and removed the listing.",
        zh: "已采取的措施\n1. 我们已为 12 笔订单退款，并已删除该商品信息。",
    },
    remedy: Fixed {
        en: "Actions taken\n1. On 4 May 2026 we refunded the 12 orders and removed the listing.",
        zh: "已采取的措施\n1. 2026年5月4日，我们已为 12 笔订单退款，并删除该商品信息。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let document = context.document;
    let headed = context.has_section(Section::Actions);
    // What a dispute states are facts, unless it names them as actions.
    if context.owes_no_plan && !headed {
        return;
    }
    let whole = dated_as_a_whole(context);
    // A day in the line that opens a list holds for its entries.
    let mut opened = false;
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        let dated = context.paragraph_marked("date", number);
        if !paragraph.item {
            opened = dated && document.text()[paragraph.source.clone()].ends_with([':', '：']);
        }
        let mark = match paragraph.section {
            Section::Actions if whole => continue,
            Section::Actions => "done",
            // Without headings, a past tense alone may as well tell how it came about.
            Section::RootCauses | Section::Opening | Section::Other | Section::Measures
                if !headed =>
            {
                "remedy"
            }
            _ => continue,
        };
        if paragraph.role != Role::Prose || opened {
            continue;
        }
        // Among controls, what was set up for them is one of them.
        let controls = |at: usize| {
            mark == "remedy"
                && (paragraph.sentences.start..at).any(|above| context.marked("control", above))
        };
        // An entry of the list on actions is one, whatever its verb, unless it is still to come.
        let entry = |at: usize| {
            mark == "done"
                && paragraph.item
                && at == paragraph.sentences.start
                && !context.marked("planned", at)
                && !context.marked("planned-step", at)
                && !context.marked("hollow-measure", at)
                && !context.marked("asks-for", at)
                && !context.marked("rhythm", at)
        };
        let done = paragraph.sentences.clone().filter(|at| {
            let answers = context.marked("response", *at);
            let by_words = context.marked(mark, *at) || (answers && context.marked("done", *at));
            // Under the heading, what was repaired is no control, whatever else it says.
            let repaired = paragraph.section == Section::Actions
                && context.marked("remedy", *at)
                && !context.marked("cycle", *at);
            (by_words || entry(*at))
                && (!context.marked("control", *at) || repaired || answers)
                && !context.marked("names-part", *at)
                && !context.marked("announces-measures", *at)
                && !controls(*at)
                && (paragraph.section != Section::RootCauses
                    || !(context.marked("cause", *at)
                        || context.marked("fault", *at)
                        || context.marked("hollow-cause", *at)))
                && (mark == "done" || answers || !context.marked("story", *at))
                && !context.marked("not-done", *at)
                && !context.marked("attached", *at)
                && !(paragraph.sentences.len() == 1 && context.asks(*at))
        });
        // Beside a dated step the others share its day, unless one is said to be a further one.
        // A step in front of the first day has none, unless the sentence behind it refers back;
        // outside the part on actions only a short one, for a longer one may be part of the story.
        let first = paragraph
            .sentences
            .clone()
            .find(|at| context.marked("date", *at));
        let under_heading = paragraph.section == Section::Actions;
        let ahead = |at: usize| {
            first.is_some_and(|first| at < first)
                && (under_heading || context.marked("short-step", at))
                && !context.marked("refers-back", at + 1)
        };
        let undated = |at: &usize| {
            !dated
                || ahead(*at)
                || (context.marked("further-step", *at) && !context.marked("date", *at))
        };
        for sentence in done.filter(undated) {
            context.flag_sentence(sink, sentence);
        }
    }
}

/// Whether one day is given to everything under the heading: in the heading itself, or in a
/// sentence of its own before or behind the list.
fn dated_as_a_whole(context: &Context<'_>) -> bool {
    let document = context.document;
    (0..document.sentences.len()).any(|at| {
        let paragraph = document.paragraph_of(at);
        paragraph.section == Section::Actions
            && context.marked("date", at)
            && (paragraph.role == Role::Heading
                || (!paragraph.item && context.marked("dates-all", at)))
    })
}
