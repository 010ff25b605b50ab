//! The body of the letter.

use docx_rs::{Document, Paragraph};

use crate::letter::{Block, Heading, Letter, Part, Section, Side};
use crate::render::docx::page;
use crate::render::docx::runs::{paragraph, push, push_all, run, styled};
use crate::render::docx::tables::{self, Entry};
use crate::render::text::{number, one_line};

/// Both languages side by side, and the reviewer's page.
pub(super) fn reading_copy(letter: &Letter) -> Document {
    let sides = [Side::Letter, Side::Reading];
    let mut document = opening_lines(letter, &sides, page::document(letter));
    let mut salutation = Some(tables::plain_row(letter, &letter.salutation));
    for section in &letter.sections {
        if section.part == Part::Request {
            document = evidence(letter, &sides, document);
        }
        if let Some(head) = &section.heading {
            document = document.add_paragraph(heading(letter, &sides, head));
        }
        let mut rows: Vec<_> = salutation.take().into_iter().collect();
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
    let mut gap = styled("Gap");
    gap.property.keep_next = Some(true);
    document = document
        .add_paragraph(gap)
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
    let mut salutation = styled("BodyText");
    push_all(
        &mut salutation,
        letter,
        Side::Letter,
        &letter.salutation.letter,
    );
    document = document.add_paragraph(salutation);
    for section in &letter.sections {
        if section.part == Part::Request {
            document = evidence(letter, &sides, document);
        }
        document = sending_section(letter, section, document);
    }
    for (at, line) in letter.signature.iter().enumerate() {
        let mut paragraph = styled(if at == 0 { "Closing" } else { "Address" });
        paragraph.property.keep_next = Some(at + 1 < letter.signature.len());
        push_all(&mut paragraph, letter, Side::Letter, &line.letter);
        document = document.add_paragraph(paragraph);
    }
    document
}

fn sending_section(letter: &Letter, section: &Section, mut document: Document) -> Document {
    if let Some(head) = &section.heading {
        document = document.add_paragraph(heading(letter, &[Side::Letter], head));
    }
    for (at, block) in section.blocks.iter().enumerate() {
        let style = if block.label.is_some() {
            Entry::Sending
        } else {
            Entry::Paragraph
        };
        let mut paragraph = entry(letter, Side::Letter, block, style);
        // A signature does not stand alone on a page.
        if section.part == Part::Request && at + 1 == section.blocks.len() {
            paragraph.property.keep_next = Some(true);
        }
        document = document.add_paragraph(paragraph);
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
    document = document.add_paragraph(joined(letter, sides, "Title", "  ", |side| {
        letter.title.get(side)
    }));
    for side in sides {
        let subtitle = paragraph(letter, *side, "Subtitle", letter.subtitle.get(*side));
        document = document.add_paragraph(subtitle);
    }
    for lines in [&letter.date, &letter.addressee] {
        let line = joined(letter, sides, "Address", "  ·  ", |side| lines.get(side));
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

/// The languages' texts in one line.
fn joined<'l>(
    letter: &Letter,
    sides: &[Side],
    style: &str,
    gap: &str,
    text: impl Fn(Side) -> &'l String,
) -> Paragraph {
    let mut line = styled(style);
    for (at, side) in sides.iter().enumerate() {
        let gap = if at > 0 { gap } else { "" };
        push(
            &mut line,
            run(letter, *side, &format!("{gap}{}", text(*side))),
        );
    }
    line
}

/// The tables before the request.
fn evidence(letter: &Letter, sides: &[Side], document: Document) -> Document {
    let mut document = document;
    if let Some(invoices) = &letter.invoices {
        let [listed, totals] = tables::invoices(letter, sides, &invoices.tables);
        // Tables that touch become one.
        document = document
            .add_paragraph(heading(letter, sides, &invoices.heading))
            .add_table(listed)
            .add_paragraph(styled("Gap"))
            .add_table(totals);
    }
    let Some(of_evidence) = &letter.evidence_heading else {
        return document;
    };
    document
        .add_paragraph(heading(letter, sides, of_evidence))
        .add_table(tables::evidence(letter, sides))
}

fn heading(letter: &Letter, sides: &[Side], heading: &Heading) -> Paragraph {
    let mut paragraph = styled("Heading1");
    for (at, side) in sides.iter().enumerate() {
        let text = match at {
            0 => heading.on(*side),
            _ => format!("  {}", heading.words.get(*side)),
        };
        push(&mut paragraph, run(letter, *side, &text));
    }
    paragraph
}

fn review_heading(letter: &Letter) -> Paragraph {
    let sides = [Side::Letter, Side::Reading];
    let mut paragraph = joined(letter, &sides, "Heading1", "  ", |side| {
        &letter.phrases.get(side).review_heading
    });
    paragraph.property.page_break_before = Some(true);
    paragraph
}

/// A block as a paragraph, its number before it.
pub(super) fn entry(letter: &Letter, side: Side, block: &Block, style: Entry) -> Paragraph {
    let mut paragraph = styled(style.id());
    if let Some(label) = &block.label {
        push(
            &mut paragraph,
            run(letter, Side::Letter, &format!("{}\t", number(label))),
        );
    }
    push_all(&mut paragraph, letter, side, block.text.get(side));
    paragraph
}
