//! A shipment that was none.

use std::ops::Range;

use super::working_note_left;
use crate::check::excerpt::{Excerpts, cut};
use crate::check::ranges::covers;
use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::lang::is_cjk;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "untrue-shipping",
    severity: Severity::Error,
    message: Fixed {
        en: "says it is shipped although a note says it is not",
        zh: "备注说明没有发货，消息却说已发货",
    },
    help: Fixed {
        en: "tell the true state: when it ships, or that it is refunded; correct the confirmation",
        zh: "如实说明何时发货或已退款，并更正发货确认",
    },
    what: Fixed {
        en: "Looks for a note or a description of the situation that says the parcel was not shipped, next to a message that says it was, or that the post office is being asked.",
        zh: "在写明没有发货的备注或情况说明旁，查找声称已发货、正在向邮局查询的消息。",
    },
    why: Fixed {
        en: "It is a false statement, and a false statement is a violation of its own. The buyer will see that the parcel has no scan.",
        zh: "这是虚假陈述，本身就构成违规；买家会看到包裹没有任何扫描记录。",
    },
    example: Fixed {
        en: "[Situation: marked as shipped, not sent yet]\n\nDear buyer,\nyour order is on its way to you.",
        zh: "（情况：已点发货，实际缺货没发）\n您的包裹已经寄出，我们会联系邮局查询。",
    },
    remedy: Fixed {
        en: "Your parcel has not left our warehouse. It ships on 6 May; if that is too late, answer \"refund\".",
        zh: "您的包裹尚未离开仓库，将于5月6日寄出。如果太晚，请回复“退款”。",
    },
    check: Check::BuyerMessage(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let claims = context.own();
    if claims.is_empty() {
        return;
    }
    let aside = situations(context);
    // Or the message itself says that the goods are still to come.
    let admitted = |at: usize| context.marked("still-to-come", at);
    let says_so = context
        .marks("still-to-come")
        .iter()
        .any(|hit| claims.iter().all(|claim| claim.sentence != hit.sentence));
    if aside.is_empty() && !says_so {
        return;
    }
    for hit in claims {
        let place = context.document.source(&hit.span);
        if !covers(&aside, &place) && !admitted(hit.sentence) {
            context.flag(sink, &hit.span);
        }
    }
}

/// Where it is said, not to the buyer, that nothing was shipped: notes in brackets, and lines that
/// begin with "Situation:" and the like.
fn situations(context: &Context<'_>) -> Vec<Range<usize>> {
    let document = context.document;
    let mut asides: Vec<Range<usize>> = working_note_left::notes(context)
        .into_iter()
        .map(|bracket| bracket.range)
        .collect();
    // A heading in Chinese over an English message says when the template is used.
    let titles = document.paragraphs.iter().filter(|paragraph| {
        let line = &document.text()[paragraph.source.clone()];
        let characters = line.chars().filter(|c| is_cjk(*c)).count();
        !document.cjk() && characters * 2 > line.chars().count()
    });
    asides.extend(titles.map(|paragraph| paragraph.source.clone()));
    let lines = document.paragraphs.iter().filter(|paragraph| {
        let mut sentences = paragraph.sentences.clone();
        sentences
            .next()
            .is_some_and(|first| context.marked("situation", first))
    });
    asides.extend(lines.map(|paragraph| paragraph.source.clone()));
    let cut = cut(document, asides.iter().cloned());
    let excerpts = Excerpts::of(&cut, context.lexicon);
    let mut at = 0;
    asides.retain(|_| {
        at += 1;
        excerpts.has("mark:not-shipped", at - 1)
    });
    asides.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    // A note in a note is one.
    asides.dedup_by(|inner, outer| inner.end <= outer.end);
    asides
}
