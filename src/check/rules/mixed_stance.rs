//! Admits and disputes at once.

use crate::check::document::Section;
use crate::check::hits::Hit;
use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "mixed-stance",
    severity: Severity::Error,
    message: Fixed {
        en: "admits the violation and disputes it in one letter",
        zh: "同一封信既承认违规又否认违规",
    },
    help: Fixed {
        en: "choose one: acknowledge with a plan, or dispute with facts and proofs",
        zh: "二选一：承认并提交行动计划，或以事实和证据提出异议",
    },
    what: Fixed {
        en: "Finds letters with sentences of both kinds.",
        zh: "找出两类句子并存的信。",
    },
    why: Fixed {
        en: "The reviewer cannot decide what is asked. Admissions are kept on file.",
        zh: "审核人员无法判断您的诉求。承认的内容会留在记录中。",
    },
    example: Fixed {
        en: "We accept responsibility for the violation. However, we did not infringe the trademark.",
        zh: "我们承认侵权。但我们并未侵犯该商标。",
    },
    remedy: Fixed {
        en: "We did not infringe the trademark: the goods were bought from the brand owner on 4 May 2026.",
        zh: "我们并未侵犯该商标：商品于2026年5月4日购自品牌所有人。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let hits = context.marks("dispute");
    // "One failure rejects the lot" is a control.
    let said = |hit: &&Hit| {
        let section = context.document.paragraph_of(hit.sentence).section;
        context.said(&hit.span) && section != Section::Measures
    };
    let admits = context.has("admit");
    let found = hits
        .iter()
        .filter(said)
        .find(|hit| admits || !context.marked("stated", hit.sentence));
    if (admits || owns_up(context))
        && let Some(hit) = found
    {
        context.flag(sink, &hit.span);
    }
}

/// Whether a letter gives a cause of its own and says what was mended: that admits it too.
fn owns_up(context: &Context<'_>) -> bool {
    let document = context.document;
    let disputes = |at: usize| context.marked("dispute", at);
    let mended = document.prose().any(|at| {
        let under_heading = document.paragraph_of(at).section == Section::Actions;
        let told = under_heading || context.marked("date", at);
        told && context.marked("mended", at) && !disputes(at)
    });
    let named = document.prose().any(|at| {
        let headed = document.paragraph_of(at).section == Section::RootCauses;
        (headed || context.marked("own-fault", at)) && !disputes(at)
    });
    named && (mended || document.has_section(Section::Measures))
}
