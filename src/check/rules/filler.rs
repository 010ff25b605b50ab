//! A sentence without a fact.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "filler",
    severity: Severity::Warning,
    message: Fixed {
        en: "says nothing that could be checked",
        zh: "空话，没有任何可以核实的内容",
    },
    help: Fixed {
        en: "leave it out, or put the fact in its place: what was done, when, with what result",
        zh: "删去；或换成事实：做了什么、何时、结果如何",
    },
    what: Fixed {
        en: "Finds set phrases without content: the matter is taken seriously, customers come first, a culture of excellence; and sentences in general words without a figure or a day: the necessary steps were taken.",
        zh: "找出没有内容的套话：高度重视、客户至上、深刻反省、精益求精等；以及没有数字和日期的笼统说法：采取了相应措施等。",
    },
    why: Fixed {
        en: "A reviewer has a few minutes for the letter. A sentence that would fit into any letter hides the ones that count.",
        zh: "审核时间只有几分钟。放在任何信里都行的话，会淹没真正重要的内容。",
    },
    example: Fixed {
        en: "We take this matter very seriously, for customer satisfaction is our first priority.",
        zh: "公司上下高度重视此事，始终坚持客户至上。",
    },
    remedy: Fixed {
        en: "On 5 May 2026 we read all 68 complaints and sorted them by cause.",
        zh: "2026年5月5日，我们逐一阅读了全部 68 条投诉，并按原因分类。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    context.flag_own(sink);
    // What is said in general words is empty only where no figure and no day stands with them.
    for hit in context.marks("general") {
        let at = hit.sentence;
        let known = context.hits.in_sentence(context.rule.id, at);
        if !known && !context.has_figure(at) && context.said(&hit.span) {
            context.flag(sink, &hit.span);
        }
    }
}
