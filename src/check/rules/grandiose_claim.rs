//! Big words on oneself.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "grandiose-claim",
    severity: Severity::Warning,
    message: Fixed {
        en: "praises the store or its goods in big words",
        zh: "自我吹嘘",
    },
    help: Fixed {
        en: "leave it out, or give the figure and where it can be seen",
        zh: "删去；或写出可以查证的数字及出处",
    },
    what: Fixed {
        en: "Finds superlatives and advertising words about the store, its goods or its service: best, perfect, world-class, number one.",
        zh: "找出对店铺、商品或服务的夸大说法：最佳、完美、世界一流、第一等。",
    },
    why: Fixed {
        en: "The notice says that something failed; a claim of perfection beside it is not believed, and it answers no question of the notice.",
        zh: "通知指出的是出了问题，旁边却写自己完美无缺，不会有人相信，也没有回答通知中的任何一问。",
    },
    example: Fixed {
        en: "We are one of the best sellers in our category and offer world-class service.",
        zh: "我们是行业领先的卖家，提供世界一流的服务。",
    },
    remedy: Fixed {
        en: "From 5 to 14 May 2026, 2 of 512 orders were late.",
        zh: "2026年5月5日至14日，512 个订单中迟发 2 个。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for hit in context.own() {
        // "Amazon is the greatest company" is no word about the writer.
        let of_amazon = context.hits.in_sentence("flatters-amazon", hit.sentence);
        if !of_amazon && context.said(&hit.span) {
            context.flag(sink, &hit.span);
        }
    }
}
