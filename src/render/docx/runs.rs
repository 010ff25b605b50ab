//! Paragraphs and runs.
//!
//! docx-rs hands its structures from call to call by value, and a paragraph
//! takes 2.4 KB; so fields are set where they are instead of by its builders.

use docx_rs::{
    Bold, Break, BreakType, Color, Highlight, Paragraph, ParagraphChild, ParagraphStyle, Run,
    RunChild, RunFonts, RunStyle, Tab, Text,
};

use crate::letter::{Inline, Letter, Side};
use crate::render::docx::schema::LANGUAGE;

/// An empty paragraph of a style of `parts/styles.xml`.
pub(super) fn styled(style: &str) -> Paragraph {
    let mut paragraph = Paragraph::new();
    paragraph.property.style = Some(ParagraphStyle::new(Some(style)));
    paragraph
}

/// A paragraph of one run.
pub(super) fn paragraph(letter: &Letter, side: Side, style: &str, text: &str) -> Paragraph {
    let mut paragraph = styled(style);
    push(&mut paragraph, run(letter, side, text));
    paragraph
}

/// Adds a run to a paragraph.
pub(super) fn push(paragraph: &mut Paragraph, run: Run) {
    paragraph.children.push(ParagraphChild::Run(Box::new(run)));
}

/// Adds a text to a paragraph; words and facts look the same, a gap cannot be overlooked.
pub(super) fn push_all(paragraph: &mut Paragraph, letter: &Letter, side: Side, inlines: &[Inline]) {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Fact { text: words, .. } => text.push_str(words),
            Inline::Gap(words) => {
                if !text.is_empty() {
                    push(paragraph, run(letter, side, &std::mem::take(&mut text)));
                }
                let mut gap = run(letter, side, words);
                gap.run_property.bold = Some(Bold::new());
                gap.run_property.color = Some(Color::new("9C0006"));
                gap.run_property.highlight = Some(Highlight::new("yellow"));
                push(paragraph, gap);
            }
        }
    }
    if !text.is_empty() {
        push(paragraph, run(letter, side, &text));
    }
}

/// A run in a language; line breaks and tabs become those of a document.
pub(super) fn run(letter: &Letter, side: Side, text: &str) -> Run {
    let mut run = Run::new();
    for (at, line) in text
        .split(['\n', '\u{85}', '\u{2028}', '\u{2029}'])
        .enumerate()
    {
        if at > 0 {
            run.children
                .push(RunChild::Break(Break::new(BreakType::TextWrapping)));
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                run.children.push(RunChild::Tab(Tab::new()));
            }
            if !piece.is_empty() {
                run.children.push(RunChild::Text(Text::new(piece)));
            }
        }
    }
    let tags = letter.tags.get(side);
    if tags.cjk {
        // Quotation marks and dashes take the Chinese font, too.
        run.run_property.fonts = Some(RunFonts::new().hint("eastAsia"));
    }
    // The letter language is the document's own; `parts/styles.xml` names it.
    if side == Side::Reading {
        run.run_property.style = Some(RunStyle::new(format!("{LANGUAGE}{}", tags.tag)));
    }
    run
}
