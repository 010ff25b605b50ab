//! The entries of the part on prevention.

use std::ops::Range;

use super::document::{Paragraph, Role, Section};
use super::rule::{Context, Sink};

/// Flags the entries on prevention none of whose sentences has one of the marks.
pub(super) fn without(context: &Context<'_>, sink: &mut Sink, marks: &[&str]) {
    let mut of_all = false;
    for (number, paragraph) in context.document.paragraphs.iter().enumerate() {
        if paragraph.role == Role::Heading {
            // "Preventive measures (owner: the operations manager)" holds for every entry.
            of_all = marks
                .iter()
                .any(|mark| context.paragraph_marked(mark, number));
        }
        if paragraph.role != Role::Prose || of_all {
            continue;
        }
        for entry in entries(context, number, paragraph) {
            let named = entry
                .clone()
                .any(|at| marks.iter().any(|mark| context.marked(mark, at)));
            if !named && !entry.is_empty() {
                context.flag_sentence(sink, entry.start);
            }
        }
    }
}

/// The entries of a paragraph, each its sentences: the paragraph as a whole, or what "first" and
/// "second" begin in it.
fn entries(context: &Context<'_>, number: usize, paragraph: &Paragraph) -> Vec<Range<usize>> {
    let sentences = paragraph.sentences.clone();
    let counted: Vec<usize> = sentences
        .clone()
        .filter(|at| context.marked("ordinal", *at))
        .collect();
    let in_part = paragraph.section == Section::Measures;
    let announced = context.paragraph_marked("announces-measures", number);
    if counted.len() >= 2 && (in_part || announced) {
        let ends = counted.iter().skip(1).copied().chain([sentences.end]);
        return counted
            .iter()
            .zip(ends)
            .map(|(start, end)| *start..end)
            .collect();
    }
    let text = &context.document.text()[paragraph.source.clone()];
    let leads_in = text.ends_with([':', '：']);
    // What follows the last entry without a heading of its own: papers, the signature.
    let beside = !paragraph.item
        && (context.paragraph_marked("attached", number)
            || context.paragraph_marked("identity", number)
            || context.paragraph_marked("asks-for", number)
            || context.paragraph_marked("tells-result", number));
    let last = number + 1 == context.document.paragraphs.len();
    let cut = context.document.fragment && last;
    // Words of politeness after the last entry are no entry.
    let says = sentences.clone().any(|at| {
        paragraph.item
            || context.marked("control", at)
            || context.marked("rhythm", at)
            || context.marked("from-now", at)
            || context.marked("role", at)
    });
    if in_part && !leads_in && !beside && !cut && says {
        vec![sentences]
    } else {
        Vec::new()
    }
}
