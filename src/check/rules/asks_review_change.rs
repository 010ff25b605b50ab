//! Asking for another review.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "asks-review-change",
    severity: Severity::Error,
    message: Fixed {
        en: "asks the buyer to change or remove a review",
        zh: "要求买家修改或删除评论",
    },
    help: Fixed {
        en: "solve the problem and leave the review out; to have one removed that breaks the rules, report it to Amazon",
        zh: "只解决问题，不提评论；评论本身违规的，向亚马逊举报",
    },
    what: Fixed {
        en: "Finds requests to change, update or take back a review, a rating or feedback.",
        zh: "找出请买家修改、更新或撤回评论、评分或反馈的句子。",
    },
    why: Fixed {
        en: "Amazon forbids to ask for a change of a product review, even after the problem is solved. On seller feedback opinions differ: a moderator wrote that one may ask once, without pressure, after the problem is solved; Amazon took the message for it out of its own tools in 2025. Who asks for neither is safe.",
        zh: "亚马逊禁止要求买家修改商品评论，问题解决之后也不行。对于卖家反馈，说法不一：有版主称问题解决后可以不施压地请求一次；但亚马逊已于 2025 年从自家工具中取消了这类消息。两种都不提最稳妥。",
    },
    example: Fixed {
        en: "Could you please change your two-star review?",
        zh: "能不能请您把那条一星评论删掉？",
    },
    remedy: Fixed {
        en: "A new hinge is on its way to you; it arrives on 6 May.",
        zh: "新的合页已寄出，5月6日送达。",
    },
    check: Check::BuyerMessage(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    context.flag_done(sink);
    // "We saw your one-star feedback. Could you remove it?"
    for hit in context.marks("change-it") {
        let about = (hit.sentence.saturating_sub(1)..=hit.sentence).any(|sentence| {
            context.marked("about-review", sentence) || context.marked("opinion-before", sentence)
        });
        if about && !context.hits.in_sentence(RULE.id, hit.sentence) {
            context.flag(sink, &hit.span);
        }
    }
}
