//! Asking the buyer to cancel.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "asks-buyer-to-cancel",
    severity: Severity::Error,
    message: Fixed {
        en: "asks the buyer to cancel",
        zh: "要求买家取消订单",
    },
    help: Fixed {
        en: "cancel it yourself with the true reason, refund, and tell the buyer",
        zh: "由您按真实原因取消并退款，再告知买家",
    },
    what: Fixed {
        en: "Finds requests to cancel an order or to send a cancellation request. An answer to a buyer who wants to cancel is left alone.",
        zh: "找出请买家取消订单或提交取消申请的句子。买家自己要求取消时的回复不在此列。",
    },
    why: Fixed {
        en: "Amazon forbids it in so many words: a cancellation for lack of stock is the seller's and counts in the cancellation rate. To push it onto the buyer is manipulation of the metric.",
        zh: "亚马逊明文禁止：缺货取消属于卖家，计入取消率；让买家来取消属于操纵指标。",
    },
    example: Fixed {
        en: "Please cancel the order on your side.",
        zh: "麻烦您在订单页面申请取消。",
    },
    remedy: Fixed {
        en: "We cancelled the order today because the last piece was damaged, and refunded $34.90.",
        zh: "最后一件商品已损坏，我们今天取消了订单并退款 34.90 美元。",
    },
    check: Check::BuyerMessage(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    context.flag_done(sink);
}
