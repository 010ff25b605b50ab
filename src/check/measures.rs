//! The entries of the part on prevention.

use std::ops::Range;

use super::document::{Paragraph, Role, Section};
use super::rule::{Context, Sink};

/// Flags the entries on prevention none of whose sentences has one of the marks.
pub(super) fn without(context: &Context<'_>, sink: &mut Sink, marks: &[&str]) {
    let mut of_all = false;
    for (number, paragraph) in context.document.paragraphs.iter().enumerate() {
        if paragraph.role == Role::Heading {
            // "Preventive measures (owner: the operations manager)" holds for every entry; "the
            // measures to prevent" only reads as if somebody did something.
            of_all = marks
                .iter()
                .any(|mark| *mark != "agent" && context.paragraph_marked(mark, number));
        }
        if paragraph.role != Role::Prose || of_all {
            continue;
        }
        for entry in entries(context, number, paragraph) {
            let named = entry.clone().any(|at| tells(context, marks, at));
            // "(b) 18 February 2026: the listing was set to 0" is a thing done.
            // So is what was done on a day, told in prose: "The rule was rewritten on 16 May."
            let done = !paragraph.item
                && context.marked("date", entry.start)
                && context.marked("done", entry.start)
                && !context.marked("rhythm", entry.start);
            let step = done || context.marked("entry-dated", entry.start);
            if !named && !step && !entry.is_empty() {
                context.flag_sentence(sink, entry.start);
            }
        }
    }
}

/// Whether a sentence has one of the marks; what all do, nobody answers for.
pub(super) fn tells(context: &Context<'_>, marks: &[&str], at: usize) -> bool {
    let many = marks.contains(&"role") && context.marked("everyone", at);
    !many && marks.iter().any(|mark| context.marked(mark, at))
}

/// Flags the controls that a letter without a part on prevention begins with "from now on" or
/// "to prevent this", and that have none of the marks. The next sentence may tell.
pub(super) fn unheaded(context: &Context<'_>, sink: &mut Sink, marks: &[&str]) {
    let document = context.document;
    if context.has_section(Section::Measures) || context.owes_no_plan {
        return;
    }
    for at in document.prose() {
        let paragraph = document.paragraph_of(at);
        let beside = matches!(
            paragraph.section,
            Section::Opening | Section::Other | Section::Status
        );
        // "We will update the stock every day" is a control that is announced, wherever it stands.
        let announced = announces(context, at, &["cycle", "control", "watches"])
            || is_announced_entry(context, at);
        let begins = context.marked("lead-in", at) && context.marked("watches", at);
        let control = (begins || announced)
            && !context.marked("befell", at)
            && !context.marked("closing", at)
            && !context.hits.in_sentence("pleads", at)
            && !context.marked("hollow-measure", at);
        let next = at + 1;
        let told = tells(context, marks, at)
            || (next < paragraph.sentences.end && tells(context, marks, next));
        if (beside || (announced && paragraph.section == Section::Actions))
            && control
            && !told
            && !context.asks(at)
            && context.said(&document.sentences[at].span)
        {
            context.flag_sentence(sink, at);
        }
    }
}

/// Whether a sentence announces something that is done again and again.
pub(super) fn is_announced_control(context: &Context<'_>, at: usize) -> bool {
    announces(context, at, &["cycle", "control"])
}

/// Whether a sentence without a day is a plan that has one of the marks.
fn announces(context: &Context<'_>, at: usize, marks: &[&str]) -> bool {
    context.marked("planned", at)
        && !context.marked("date", at)
        && marks.iter().any(|mark| context.marked(mark, at))
}

/// Whether a sentence is an entry of a list that announces what is to be done from now on, no
/// single step.
fn is_announced_entry(context: &Context<'_>, at: usize) -> bool {
    let paragraph = context.document.paragraph_of(at);
    let planned = context.marked("planned", at) && !context.marked("planned-step", at);
    paragraph.item
        && paragraph.sentences.start == at
        && (planned || context.marked("to-do", at))
        && !context.marked("date", at)
}

/// Whether a paragraph begins with how a rate stands: "On-time delivery on 9 November: 95.6%."
fn tells_a_rate(context: &Context<'_>, paragraph: &Paragraph) -> bool {
    if paragraph.sentences.is_empty() {
        return false;
    }
    let first = context.document.sentence(paragraph.sentences.start);
    let rate = first.trim_end_matches(['.', '。', ';', '；', ' ']);
    let digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let told = rate.split_once([':', '：']).map(|(_, figure)| figure);
    (rate.ends_with('%') || told.is_some_and(digit))
        && context.marked("date", paragraph.sentences.start)
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
            || context.paragraph_marked("tells-result", number)
            || tells_a_rate(context, paragraph));
    let last = number + 1 == context.document.paragraphs.len();
    let cut = context.document.fragment && last;
    let asks = sentences.len() == 1 && context.asks(sentences.start);
    // Words of politeness after the last entry are no entry.
    let says = sentences.clone().any(|at| {
        paragraph.item
            || context.marked("control", at)
            || (context.marked("rhythm", at) && !context.marked("date", at))
            || context.marked("from-now", at)
            || context.marked("role", at)
    });
    if in_part && !leads_in && !beside && !cut && !asks && says {
        vec![sentences]
    } else {
        Vec::new()
    }
}
