//! A message without a purpose.

use unicode_width::UnicodeWidthStr;

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "no-purpose",
    severity: Severity::Warning,
    message: Fixed {
        en: "only confirms or thanks; Amazon tells the buyer that already",
        zh: "只有确认或感谢，亚马逊已经通知过买家",
    },
    help: Fixed {
        en: "do not send it",
        zh: "不要发送",
    },
    what: Fixed {
        en: "Finds messages that confirm an order or a dispatch, or thank for it, and neither ask nor answer anything the order needs.",
        zh: "找出只确认下单或发货、只表示感谢，而没有提问或答复订单所需事项的消息。",
    },
    why: Fixed {
        en: "Messages that only confirm, thank or offer help are on Amazon's list of what may not be sent. Buyers report them as spam, and the right to write is lost.",
        zh: "只有确认、感谢或客套的消息在亚马逊的禁发清单上。买家会当作骚扰举报，卖家可能因此失去发消息的权限。",
    },
    example: Fixed {
        en: "Dear customer,\nthank you for your order. It was shipped today. If you have any questions, please contact us.\nThe Larkfield team",
        zh: "尊敬的顾客：\n感谢您的购买，您的订单已发货。如有任何问题，欢迎随时联系我们。\n云雀家居",
    },
    remedy: Fixed {
        en: "Dear customer,\nyour order is two days late because the carrier's collection failed. It arrives on 6 May 2026. If that is too late, answer \"refund\" and we refund it the same day.\nThe Larkfield team",
        zh: "尊敬的顾客：\n您的订单因揽收未成功晚了两天，将于2026年5月6日送达。如果太晚，请回复“退款”，我们当天退款。\n云雀家居",
    },
    check: Check::BuyerMessage(check),
};

/// How wide a sentence is that says something.
const SAYS: usize = 16;

/// Rules on what a message may not want; advertising and addresses are no purpose of a message.
const FAULTS: [&str; 5] = [
    "asks-buyer-to-cancel",
    "asks-positive-review",
    "asks-review-change",
    "discourages-return",
    "review-incentive",
];

fn check(context: &Context<'_>, sink: &mut Sink) {
    let document = context.document;
    // What is said with a question mark or about this order's trouble has a purpose; "if you have
    // any questions" has none.
    let purpose = (0..document.sentences.len()).any(|sentence| {
        let courtesy = context.marked("courtesy", sentence);
        let asks = document.sentence(sentence).contains(['?', '？']);
        let told = context.marked("told-of", sentence);
        !courtesy && (asks || told || context.marked("purpose", sentence))
    });
    // It wants something, though nothing it may want.
    let wants = FAULTS.iter().any(|rule| !context.hits.of(rule).is_empty());
    let polite = context.has("formality") || context.has("courtesy");
    if !purpose && !wants && polite && !answers(context) && !breaks_off(context) {
        sink.whole();
    }
}

/// Whether the buyer is thanked for a message and told something behind it.
fn answers(context: &Context<'_>) -> bool {
    let document = context.document;
    let Some(thanks) = context.marks("answering").first() else {
        return false;
    };
    // "Thank you for your question: the strap is 110 cm long."
    let same = thanks.span.end..document.sentences[thanks.sentence].span.end;
    let mut behind = thanks.sentence + 1..document.sentences.len();
    document.flat()[same].contains(':')
        || behind.any(|at| {
            let words = document.sentence(at);
            let known = context.marked("formality", at) && !words.contains(char::is_numeric);
            words.width() >= SAYS && !known && !context.marked("courtesy", at)
        })
}

/// Whether the text breaks off, and not only with a name or a kind word.
fn breaks_off(context: &Context<'_>) -> bool {
    let last = context.document.sentences.len().checked_sub(1);
    let ends = |last| {
        let mut marks = ["sign-off", "courtesy", "formality"].into_iter();
        marks.any(|mark| context.marked(mark, last))
    };
    context.document.fragment && !last.is_some_and(ends)
}
