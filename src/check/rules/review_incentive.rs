//! A reward for a review.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "review-incentive",
    severity: Severity::Error,
    message: Fixed {
        en: "offers a reward for a review",
        zh: "以好处换取评论",
    },
    help: Fixed {
        en: "take the offer out; refund or replace because of the problem, never because of a review",
        zh: "删去；退款、换货只因商品问题，不得与评论挂钩",
    },
    what: Fixed {
        en: "Finds money, gifts, refunds and free items promised for a review, a photo of it, or its change.",
        zh: "找出以现金、礼品、退款或免费商品换取评论、评论截图或修改评论的句子。",
    },
    why: Fixed {
        en: "It is the plainest breach of the review policy: accounts are closed for it without a warning.",
        zh: "这是最明显的评论政策违规，账户可能不经警告就被停用。",
    },
    example: Fixed {
        en: "Leave a review and we will send you a $10 gift card.",
        zh: "评价发布后凭截图返现8美元。",
    },
    remedy: Fixed {
        en: "We refunded $10 today because the box was dented.",
        zh: "因包装盒有凹痕，我们今天退还 10 美元。",
    },
    check: Check::BuyerMessage(check),
};

/// A reward may stand so many sentences behind the review it is for.
const NEAR: usize = 2;

fn check(context: &Context<'_>, sink: &mut Sink) {
    context.flag_done(sink);
    // "You like a gift? Write a review."
    for hit in context.marks("writes-it") {
        let offered = hit.sentence > 0 && context.marked("gift-offered", hit.sentence - 1);
        if offered && !context.hits.in_sentence(RULE.id, hit.sentence) {
            context.flag(sink, &hit.span);
        }
    }
    // "Please change your review. Once it has been updated we will refund you."
    for hit in context.marks("reward-for-it") {
        let about = (hit.sentence.saturating_sub(NEAR)..=hit.sentence)
            .any(|sentence| context.marked("about-review", sentence));
        if about && !context.hits.in_sentence(RULE.id, hit.sentence) {
            context.flag(sink, &hit.span);
        }
    }
}
