//! An apology that is repeated or emphatic.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "emotive-apology",
    severity: Severity::Info,
    message: Fixed {
        en: "apologises more than once, or with emphasis",
        zh: "反复或过分强调的道歉",
    },
    help: Fixed {
        en: "one plain sentence is enough, or none: say whom it concerned and what they got back",
        zh: "一句平实的话即可，也可以不写；写明影响了谁、怎样补偿",
    },
    what: Fixed {
        en: "Finds apologies with words of emphasis, words of shame, and every apology after the first.",
        zh: "找出带强调语气的道歉、表示羞愧的词句，以及第二次及以后的道歉。",
    },
    why: Fixed {
        en: "People of the trade differ. Amazon's guidance asks for facts without emotive language, and many advisers write no apology at all; some lawyers find that one sentence of regret shows ownership. Both agree that a second one, or a loud one, weakens the letter. A single plain sentence is not flagged.",
        zh: "业内看法不一：亚马逊的指引要求只写事实、不带情绪，许多顾问完全不写道歉；也有律师认为一句歉意能体现担当。但双方都认为，第二次道歉或夸张的道歉会削弱申诉。仅一句平实的歉意不会被标出。",
    },
    example: Fixed {
        en: "I am so, so sorry and deeply ashamed of what happened.",
        zh: "我真的非常非常抱歉，内心无比愧疚。",
    },
    remedy: Fixed {
        en: "Fourteen buyers received their order late. We apologise for that.",
        zh: "14 位买家晚收到了商品，我们对此表示歉意。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    context.flag_own(sink);
    // The first plain apology is nobody's fault; one that repeats it is.
    let emphatic = |sentence| context.hits.in_sentence(context.rule.id, sentence);
    let plain = context.marks("apology").iter();
    let again = plain.filter(|hit| context.said(&hit.span)).skip(1);
    for hit in again.filter(|hit| !emphatic(hit.sentence)) {
        context.flag(sink, &hit.span);
    }
}
