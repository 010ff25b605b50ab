//! The entries of the part on prevention.

use super::document::{Role, Section};
use super::rule::{Context, Sink};

/// Flags the entries on prevention none of whose sentences has a mark.
pub(super) fn without(context: &Context<'_>, sink: &mut Sink, mark: &str) {
    let document = context.document;
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        let entry = paragraph.section == Section::Measures
            && paragraph.role == Role::Prose
            && !document.text()[paragraph.source.clone()].ends_with([':', '：']);
        let control = paragraph
            .sentences
            .clone()
            .find(|at| context.marked("control", *at) || paragraph.item);
        if let (true, Some(sentence)) = (entry, control)
            && !context.paragraph_marked(mark, number)
        {
            context.flag_sentence(sink, sentence);
        }
    }
}
