//! A sentence out of a template.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "stock-phrase",
    severity: Severity::Warning,
    message: Fixed {
        en: "a well-known template sentence",
        zh: "常见的模板句",
    },
    help: Fixed {
        en: "say it in your own words, with the figures and days of your case",
        zh: "用自己的话，写出本案的数字和日期",
    },
    what: Fixed {
        en: "Compares every sentence with a list of template sentences and flags one that is close to one of them in wording and order, or has the turn of one.",
        zh: "将每句话与常见模板句逐一比较，标出用词和语序都接近的句子，以及换了说法的模板句。",
    },
    why: Fixed {
        en: "Templates are passed around; reviewers have read them a thousand times and know them at once. A sentence that fits every case says nothing about this one.",
        zh: "模板到处流传，审核人员一眼就能认出。适用于任何情况的句子，对本案什么也没说。",
    },
    example: Fixed {
        en: "We understand that our performance as a seller has recently fallen below both Amazon's standards and our own.",
        zh: "我们了解到，我们作为卖家的表现已经低于亚马逊以及我们自己的质量标准。",
    },
    remedy: Fixed {
        en: "Our late shipment rate was 5.7% in the 10 days to 27 April 2026; the target is below 4%.",
        zh: "截至2026年4月27日的 10 天内，我们的迟发率为 5.7%，目标为 4% 以下。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let stock = context.lexicon.stock();
    for sentence in context.document.prose() {
        // A paraphrase keeps the turn of the template, if not its words; some turns are a template's
        // only where no figure and no day stands with them.
        let turned = || {
            context.hits.in_sentence(context.rule.id, sentence)
                || context.marked("template", sentence) && !context.has_figure(sentence)
        };
        let span = &context.document.sentences[sentence].span;
        if (stock.holds(context.document.sentence(sentence)) || turned()) && context.said(span) {
            context.flag(sink, span);
        }
    }
}
