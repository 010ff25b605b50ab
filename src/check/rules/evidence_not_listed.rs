//! Something attached that is not named.

use crate::check::document::{Role, Section};
use crate::check::hits::Hit;
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
    if listed(context) {
        return;
    }
    let document = context.document;
    let mut hits: Vec<&Hit> = context.marks("attached").iter().collect();
    let known = |at: usize| context.marked("attached", at);
    let unnamed = context.marks("unnamed").iter();
    hits.extend(unnamed.filter(|hit| !known(hit.sentence)));
    for hit in hits {
        let sentence = hit.sentence;
        let paragraph = document.paragraph_of(sentence);
        // A card in a box is part of the story.
        // A heading is named by what stands below it.
        let heading =
            paragraph.role == Role::Heading && paragraph.sentences.end < document.sentences.len();
        if paragraph.section == Section::RootCauses || heading || !context.said(&hit.span) {
            continue;
        }
        // The next sentence or the list behind it may name the documents.
        let generic = context.marked("unnamed", sentence);
        let next = sentence + 1;
        let names = |at: usize| context.marked("document", at) && !context.marked("unnamed", at);
        let told = (context.marked("document", sentence) && !generic)
            || (next < document.sentences.len() && names(next));
        if !told && (paragraph.role == Role::Prose || generic) {
            context.flag(sink, &hit.span);
        }
    }
}

/// Whether there is a part on documents that names one, or has entries.
fn listed(context: &Context<'_>) -> bool {
    let document = context.document;
    let of_part = document.paragraphs.iter();
    of_part
        .filter(|paragraph| paragraph.section == Section::Evidence)
        .any(|paragraph| {
            let mut sentences = paragraph.sentences.clone();
            let says = |at| !context.marked("unnamed", at) && !context.marked("attached", at);
            let names = |at| context.marked("document", at) && !context.marked("unnamed", at);
            match paragraph.role {
                Role::Heading => false,
                _ if paragraph.item => sentences.any(says) || sentences.any(names),
                Role::Line => sentences.any(says) || sentences.any(names),
                Role::Prose => sentences.any(names),
            }
        })
}
