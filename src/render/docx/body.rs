//! The body of the letter.

use docx_rs::{BreakType, Document, Paragraph, Run, RunFonts};

use crate::letter::{Block, Heading, Inline, Letter, Part, Section, Side};
use crate::render::docx::page;
use crate::render::docx::schema::LANGUAGE;
use crate::render::docx::tables::{self, Entry};
use crate::render::text::{number, one_line};

/// Both languages side by side, and the reviewer's page.
pub(super) fn reading_copy(letter: &Letter) -> Document {
    let sides = [Side::Letter, Side::Reading];
    let mut document = opening_lines(letter, &sides, page::document(letter));
    let mut salutation = Some(vec![tables::plain_row(letter, &letter.salutation)]);
    for section in &letter.sections {
        if section.part == Part::Request {
            document = evidence(letter, &sides, document);
        }
        if let Some(head) = &section.heading {
            document = document.add_paragraph(heading(letter, &sides, head));
        }
        let mut rows = salutation.take().unwrap_or_default();
        // The signature stays with what is asked.
        let last = section.part == Part::Request;
        rows.extend(
            section
                .blocks
                .iter()
                .map(|block| tables::row(letter, block, last)),
        );
        document = document.add_table(tables::side_by_side(letter, rows));
    }
    document = document
        .add_paragraph(Paragraph::new().style("Gap").keep_next(true))
        .add_table(tables::signature(letter))
        .add_paragraph(review_heading(letter));
    for side in sides {
        let note = paragraph(
            letter,
            side,
            "BodyText",
            &letter.phrases.get(side).review_note,
        );
        document = document.add_paragraph(note);
    }
    document.add_table(tables::review(letter))
}

/// The letter language only.
pub(super) fn sending_copy(letter: &Letter) -> Document {
    let sides = [Side::Letter];
    let mut document = opening_lines(letter, &sides, page::document(letter));
    document = document.add_paragraph(paragraph(
        letter,
        Side::Letter,
        "BodyText",
        &letter.salutation.letter,
    ));
    for section in &letter.sections {
        if section.part == Part::Request {
            document = evidence(letter, &sides, document);
        }
        document = sending_section(letter, section, document);
    }
    for (at, line) in letter.signature.iter().enumerate() {
        let style = if at == 0 { "Closing" } else { "Address" };
        let mut paragraph = Paragraph::new()
            .style(style)
            .keep_next(at + 1 < letter.signature.len());
        for run in runs(letter, Side::Letter, &line.letter) {
            paragraph = paragraph.add_run(run);
        }
        document = document.add_paragraph(paragraph);
    }
    document
}

fn sending_section(letter: &Letter, section: &Section, mut document: Document) -> Document {
    if let Some(head) = &section.heading {
        document = document.add_paragraph(heading(letter, &[Side::Letter], head));
    }
    for block in &section.blocks {
        let style = if block.label.is_some() {
            Entry::Sending
        } else {
            Entry::Paragraph
        };
        document = document.add_paragraph(entry(letter, Side::Letter, block, style));
    }
    document
}

/// Title, what it is about, date, addressee and subject.
fn opening_lines(letter: &Letter, sides: &[Side], mut document: Document) -> Document {
    if !letter.is_complete() {
        for side in sides {
            let banner = &letter.phrases.get(*side).draft;
            document = document.add_paragraph(paragraph(letter, *side, "Draft", banner));
        }
    }
    let mut title = Paragraph::new().style("Title");
    for (at, side) in sides.iter().enumerate() {
        let gap = if at > 0 { "  " } else { "" };
        title = title.add_run(run(
            letter,
            *side,
            &format!("{gap}{}", letter.title.get(*side)),
        ));
    }
    document = document.add_paragraph(title);
    for side in sides {
        let subtitle = paragraph(letter, *side, "Subtitle", letter.subtitle.get(*side));
        document = document.add_paragraph(subtitle);
    }
    for lines in [&letter.date, &letter.addressee] {
        let mut line = Paragraph::new().style("Address");
        for (at, side) in sides.iter().enumerate() {
            let gap = if at > 0 { "  ·  " } else { "" };
            line = line.add_run(run(letter, *side, &format!("{gap}{}", lines.get(*side))));
        }
        document = document.add_paragraph(line);
    }
    for side in sides {
        let phrases = letter.phrases.get(*side);
        let subject = one_line(letter.subject.get(*side));
        let text = format!("{}{}{subject}", phrases.subject_label, phrases.space);
        document = document.add_paragraph(paragraph(letter, *side, "SubjectLine", &text));
    }
    document
}

fn evidence(letter: &Letter, sides: &[Side], document: Document) -> Document {
    if letter.evidence.is_empty() {
        return document;
    }
    document
        .add_paragraph(heading(letter, sides, &letter.evidence_heading))
        .add_table(tables::evidence(letter, sides))
}

fn heading(letter: &Letter, sides: &[Side], heading: &Heading) -> Paragraph {
    let mut paragraph = Paragraph::new().style("Heading1");
    for (at, side) in sides.iter().enumerate() {
        let text = if at == 0 {
            heading.on(*side)
        } else {
            format!("  {}", heading.words.get(*side))
        };
        paragraph = paragraph.add_run(run(letter, *side, &text));
    }
    paragraph
}

fn review_heading(letter: &Letter) -> Paragraph {
    let mut paragraph = Paragraph::new().style("Heading1").page_break_before(true);
    for (side, gap) in [(Side::Letter, ""), (Side::Reading, "  ")] {
        let text = format!("{gap}{}", letter.phrases.get(side).review_heading);
        paragraph = paragraph.add_run(run(letter, side, &text));
    }
    paragraph
}

/// A block as a paragraph, its number before it.
pub(super) fn entry(letter: &Letter, side: Side, block: &Block, style: Entry) -> Paragraph {
    let mut paragraph = Paragraph::new().style(style.id());
    if let Some(label) = &block.label {
        paragraph = paragraph.add_run(run(letter, Side::Letter, &number(label)).add_tab());
    }
    for run in runs(letter, side, block.text.get(side)) {
        paragraph = paragraph.add_run(run);
    }
    paragraph
}

/// A paragraph of one run.
pub(super) fn paragraph(letter: &Letter, side: Side, style: &str, text: &str) -> Paragraph {
    Paragraph::new()
        .style(style)
        .add_run(run(letter, side, text))
}

/// A run in a language.
pub(super) fn run(letter: &Letter, side: Side, text: &str) -> Run {
    let mut run = Run::new();
    for (at, line) in text
        .split(['\n', '\u{85}', '\u{2028}', '\u{2029}'])
        .enumerate()
    {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                run = run.add_tab();
            }
            if !piece.is_empty() {
                run = run.add_text(piece);
            }
        }
    }
    let tags = letter.tags.get(side);
    if tags.cjk {
        // Quotation marks and dashes take the Chinese font, too.
        run = run.fonts(RunFonts::new().hint("eastAsia"));
    }
    run.style(&format!("{LANGUAGE}{}", tags.tag))
}

/// Runs of a text; words and facts look the same, a gap cannot be overlooked.
pub(super) fn runs(letter: &Letter, side: Side, inlines: &[Inline]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Fact { text: words, .. } => text.push_str(words),
            Inline::Gap(words) => {
                if !text.is_empty() {
                    runs.push(run(letter, side, &std::mem::take(&mut text)));
                }
                runs.push(
                    run(letter, side, words)
                        .bold()
                        .color("9C0006")
                        .highlight("yellow"),
                );
            }
        }
    }
    if !text.is_empty() {
        runs.push(run(letter, side, &text));
    }
    runs
}
