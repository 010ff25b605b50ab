//! Page size, margins, header and footer.

use docx_rs::{
    Document, Footer, Header, NumPages, PageMargin, PageNum, PageSize, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, SectionProperty, Tab, TabValueType,
};

use crate::contacts::Paper;
use crate::letter::{Letter, Side};
use crate::render::docx::runs::{push, push_all, run, styled};

/// Left and right margin, in twentieths of a point.
const MARGIN: u32 = 1134;
/// Ids of the relationships in `parts/document.xml.rels`.
const HEADER: &str = "rIdHeader1";
const FOOTER: &str = "rIdFooter1";

/// Width and height of a paper, in twentieths of a point.
fn size(paper: Paper) -> (u32, u32) {
    match paper {
        Paper::A4 => (11_906, 16_838),
        Paper::Letter => (12_240, 15_840),
    }
}

/// Width of the text, in twentieths of a point.
pub(super) fn text_width(paper: Paper) -> usize {
    (size(paper).0 - 2 * MARGIN) as usize
}

/// An empty document of the store's paper, with its header and footer.
pub(super) fn document(letter: &Letter) -> Document {
    let (width, height) = size(letter.paper);
    let margin = i32::try_from(MARGIN).expect("a margin is small");
    let mut document = Document::new();
    document.section_property = SectionProperty::new()
        .page_size(PageSize::new().width(width).height(height))
        .page_margin(PageMargin {
            top: 1077,
            left: margin,
            bottom: 907,
            right: margin,
            header: 567,
            footer: 454,
            gutter: 0,
        })
        .header(Header::new(), HEADER)
        .footer(Footer::new(), FOOTER);
    document
}

/// Store on the left, case id on the right, a line below.
pub(super) fn header(letter: &Letter, sides: &[Side]) -> Header {
    let tab = Tab::new()
        .val(TabValueType::Right)
        .pos(text_width(letter.paper));
    let mut paragraph = styled("Header").add_tab(tab);
    for (at, side) in shown_once(sides, |side| letter.store.get(side))
        .into_iter()
        .enumerate()
    {
        if at > 0 {
            push(&mut paragraph, run(letter, Side::Letter, " · "));
        }
        push_all(&mut paragraph, letter, side, letter.store.get(side));
    }
    if let Some(case_id) = &letter.case_id {
        push(&mut paragraph, run(letter, Side::Letter, "\t"));
        for (at, side) in sides.iter().enumerate() {
            let label = &letter.phrases.get(*side).case_id;
            let label = if at > 0 {
                format!(" / {label}")
            } else {
                label.clone()
            };
            push(&mut paragraph, run(letter, *side, &label));
        }
        push(
            &mut paragraph,
            run(letter, Side::Letter, &format!(" {case_id}")),
        );
    }
    let line = ParagraphBorder::new(ParagraphBorderPosition::Bottom)
        .size(4)
        .space(4)
        .color("BFBFBF");
    paragraph.property = paragraph
        .property
        .set_borders(ParagraphBorders::with_empty().set(line));
    Header::new().add_paragraph(paragraph)
}

/// Page X of Y, in each language.
pub(super) fn footer(letter: &Letter, sides: &[Side]) -> Footer {
    let mut paragraph = styled("Footer");
    for (at, side) in sides.iter().enumerate() {
        if at > 0 {
            push(&mut paragraph, run(letter, Side::Letter, "  ·  "));
        }
        let mut rest = letter.phrases.get(*side).page.as_str();
        while let Some((before, behind)) = rest.split_once("{{") {
            let (name, after) = behind.split_once("}}").unwrap_or((behind, ""));
            push(&mut paragraph, run(letter, *side, before));
            paragraph = match name {
                "page" => paragraph.add_page_num(PageNum::new()),
                _ => paragraph.add_num_pages(NumPages::new()),
            };
            rest = after;
        }
        if !rest.is_empty() {
            push(&mut paragraph, run(letter, *side, rest));
        }
    }
    Footer::new().add_paragraph(paragraph)
}

/// The sides whose text differs from the ones before: a name in one script is not said twice.
pub(super) fn shown_once<'l, T: PartialEq + 'l>(
    sides: &[Side],
    text: impl Fn(Side) -> &'l T,
) -> Vec<Side> {
    let mut shown: Vec<Side> = Vec::new();
    for side in sides {
        if !shown.iter().any(|other| text(*other) == text(*side)) {
            shown.push(*side);
        }
    }
    shown
}
