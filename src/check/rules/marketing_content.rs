//! Advertising in a message.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "marketing-content",
    severity: Severity::Error,
    message: Fixed {
        en: "advertises: a coupon, a discount, other products",
        zh: "含有营销内容：优惠券、折扣或其他商品",
    },
    help: Fixed {
        en: "keep to this order",
        zh: "只谈这笔订单",
    },
    what: Fixed {
        en: "Finds coupons and codes, discounts on the next order, other products, newsletters and clubs. An answer to a question of the buyer about a coupon is left alone.",
        zh: "找出优惠券、优惠码、下次购物折扣、推荐其他商品、会员与关注邀请。回答买家关于优惠券的问题不在此列。",
    },
    why: Fixed {
        en: "Messages to buyers may serve to complete an order or to answer a question; marketing is forbidden in any form.",
        zh: "发给买家的消息只能用于完成订单或回答问题，任何形式的营销都被禁止。",
    },
    example: Fixed {
        en: "Use the code MAY20 for 20% off your next order.",
        zh: "下次购买报暗号可享八折优惠。",
    },
    remedy: Fixed {
        en: "Your replacement was sent on 4 May 2026.",
        zh: "换货已于2026年5月4日寄出。",
    },
    check: Check::BuyerMessage(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    context.flag_done(sink);
}
