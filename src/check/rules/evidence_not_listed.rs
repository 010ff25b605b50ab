//! Something attached that is not named.

use crate::check::document::{Role, Section};
use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "evidence-not-listed",
    severity: Severity::Warning,
    message: Fixed {
        en: "says something is attached without naming it",
        zh: "写了“附件”却没有写明是什么文件",
    },
    help: Fixed {
        en: "name each document and what it shows, or give its number",
        zh: "逐一写明文件名称及其证明内容，或写明编号",
    },
    what: Fixed {
        en: "Finds sentences that say something is attached or enclosed and name no document, in a letter without a list of documents.",
        zh: "找出写了“附上”“随附”却没有写明文件、且全文没有证据清单的句子。",
    },
    why: Fixed {
        en: "A reviewer opens what is named. What is only \"attached\" is easily overlooked or missing.",
        zh: "审核人员只会打开写明的文件。只写“见附件”容易被忽略，也可能根本没有上传。",
    },
    example: Fixed {
        en: "Please find everything attached.",
        zh: "相关材料已随附，请查阅。",
    },
    remedy: Fixed {
        en: "Please find attached the three supplier invoices of March 2026.",
        zh: "随附 2026年3月的三张供应商发票。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    if context.has_section(Section::Evidence) {
        return;
    }
    for hit in context.marks("attached") {
        let sentence = hit.sentence;
        // The next sentence or the list behind it may name the documents.
        let next = sentence + 1;
        let generic = context.marked("unnamed", sentence);
        let named = (context.marked("document", sentence) && !generic)
            || (next < context.document.sentences.len() && context.marked("document", next));
        if !named && context.document.paragraph_of(sentence).role == Role::Prose {
            context.flag(sink, &hit.span);
        }
    }
}
