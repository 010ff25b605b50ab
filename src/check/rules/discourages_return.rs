//! Talking a buyer out of a return.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "discourages-return",
    severity: Severity::Error,
    message: Fixed {
        en: "talks the buyer out of a return",
        zh: "劝阻买家退货",
    },
    help: Fixed {
        en: "say how to return it, or offer a replacement or a refund; no word of your loss",
        zh: "写明退货方法，或提供换货、退款；不要提自己的损失",
    },
    what: Fixed {
        en: "Finds pleas about profit and loss, \"if you insist\", advice to give the item away, and hurdles set before a return.",
        zh: "找出诉说利润和损失、“如果您坚持”、劝买家送人以及为退货设置障碍的句子。",
    },
    why: Fixed {
        en: "A return within the window has to be accepted. Pressure leads to an A-to-z claim and to bad feedback, and both count in the order defect rate.",
        zh: "退货期内的退货必须接受。施压只会带来 A-to-z 索赔和差评，两者都计入订单缺陷率。",
    },
    example: Fixed {
        en: "If you insist on returning it, we really make no profit on this item.",
        zh: "如果您坚持要退，我们这单就亏本了。",
    },
    remedy: Fixed {
        en: "You can return it until 4 June 2026; the label is in your Amazon account.",
        zh: "您可以在2026年6月4日前退货，退货标签在您的亚马逊账户中。",
    },
    check: Check::BuyerMessage(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    context.flag_done(sink);
}
