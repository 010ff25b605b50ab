//! The tables of the letter.

use docx_rs::{
    LineSpacing, Paragraph, Shading, ShdType, Table, TableCell, TableCellContent, TableLayoutType,
    TableRow, VAlignType, WidthType,
};

use crate::letter::{self, Block, Both, Inline, Letter, Side};
use crate::render::docx::body::entry;
use crate::render::docx::page::{shown_once, text_width};
use crate::render::docx::runs::{paragraph, push, push_all, run, styled};
use crate::render::docx::schema::HEADER_ROW;

/// How an entry is set.
#[derive(Debug, Clone, Copy)]
pub(super) enum Entry {
    /// A paragraph of the sending copy.
    Paragraph,
    /// A numbered entry of the sending copy.
    Sending,
    /// A paragraph in a table.
    Cell,
    /// A numbered entry in a table.
    NumberedCell,
}

impl Entry {
    /// Returns the id of its style in `parts/styles.xml`.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Paragraph => "BodyText",
            Self::Sending => "Entry",
            Self::Cell => "TableText",
            Self::NumberedCell => "TableEntry",
        }
    }
}

/// The languages' columns with a row a paragraph; the header row repeats on each page.
pub(super) fn side_by_side(letter: &Letter, rows: Vec<TableRow>) -> Table {
    let half = text_width(letter.paper) / 2;
    let cells = [Side::Letter, Side::Reading].map(|side| {
        let name = &letter.tags.get(side).name;
        head_cell(half, paragraph(letter, side, "TableHeader", name))
    });
    let mut all = vec![header_row(cells.into())];
    all.extend(rows);
    table(all, vec![half, half])
}

/// A block in both languages; the last ones stay on the page of what follows.
pub(super) fn row(letter: &Letter, block: &Block, keep: bool) -> TableRow {
    let half = text_width(letter.paper) / 2;
    let style = if block.label.is_some() {
        Entry::NumberedCell
    } else {
        Entry::Cell
    };
    let cells = [Side::Letter, Side::Reading].map(|side| {
        let mut paragraph = entry(letter, side, block, style);
        paragraph.property.keep_next = keep.then_some(true);
        cell(half, paragraph)
    });
    TableRow::new(cells.into()).cant_split()
}

/// A text in both languages.
pub(super) fn plain_row(letter: &Letter, text: &Both<Vec<Inline>>) -> TableRow {
    let half = text_width(letter.paper) / 2;
    let cells = [Side::Letter, Side::Reading].map(|side| {
        let mut paragraph = styled("TableText");
        push_all(&mut paragraph, letter, side, text.get(side));
        cell(half, paragraph)
    });
    TableRow::new(cells.into()).cant_split()
}

/// Number, document, what it shows, file.
pub(super) fn evidence(letter: &Letter, sides: &[Side]) -> Table {
    let width = text_width(letter.paper);
    let widths = [640, 2900, width - 640 - 2900 - 2500, 2500];
    let columns = |at: usize| {
        let mut paragraph = styled("TableHeader");
        for (n, side) in sides.iter().enumerate() {
            let gap = if n > 0 { " " } else { "" };
            let text = format!("{gap}{}", letter.phrases.get(*side).evidence_columns[at]);
            push(&mut paragraph, run(letter, *side, &text));
        }
        head_cell(widths[at], paragraph)
    };
    let mut rows = vec![header_row((0..widths.len()).map(columns).collect())];
    for document in &letter.evidence {
        let number = paragraph(
            letter,
            Side::Letter,
            "TableText",
            &document.number.to_string(),
        );
        let mut cells = vec![cell(widths[0], number)];
        for (at, text) in [
            (1, &document.title),
            (2, &document.shows),
            (3, &document.file),
        ] {
            cells.push(each_language(letter, sides, widths[at], text));
        }
        rows.push(TableRow::new(cells).cant_split());
    }
    table(rows, widths.into())
}

/// The invoices, and what was sold of the goods on them.
pub(super) fn invoices(letter: &Letter, sides: &[Side], tables: &[letter::Table; 2]) -> [Table; 2] {
    let width = text_width(letter.paper);
    let wide = |others: usize| width - others;
    let listed = [1700, 1950, wide(1700 + 1950 + 1500 + 1000), 1500, 1000];
    let totals = [1900, 2100, 2100, wide(1900 + 2100 + 2100)];
    [
        grid(letter, sides, &tables[0], &listed),
        grid(letter, sides, &tables[1], &totals),
    ]
}

/// A table with a heading row, in each language.
fn grid(letter: &Letter, sides: &[Side], of: &letter::Table, widths: &[usize]) -> Table {
    let heads = of.columns.iter().zip(widths).map(|(name, width)| {
        // The columns are narrow, so each language has a line; ASIN is the same word everywhere.
        let heads = shown_once(sides, |side| name.get(side));
        let heads = heads
            .into_iter()
            .map(|side| paragraph(letter, side, "TableHeader", name.get(side)));
        head_cells(*width, heads)
    });
    let mut rows = vec![header_row(heads.collect())];
    for row in &of.rows {
        let cells = row.iter().zip(widths);
        let cells = cells.map(|(text, width)| each_language(letter, sides, *width, text));
        rows.push(TableRow::new(cells.collect()).cant_split());
    }
    table(rows, widths.to_vec())
}

/// A cell with a paragraph a language; what reads the same in both stands there once.
fn each_language(
    letter: &Letter,
    sides: &[Side],
    width: usize,
    text: &Both<Vec<Inline>>,
) -> TableCell {
    let mut cell = TableCell::new().width(width, WidthType::Dxa);
    for side in shown_once(sides, |side| text.get(side)) {
        let mut paragraph = styled("TableText");
        push_all(&mut paragraph, letter, side, text.get(side));
        cell.children
            .push(TableCellContent::Paragraph(Box::new(paragraph)));
    }
    cell
}

/// The signature block in both languages, without lines around it.
pub(super) fn signature(letter: &Letter) -> Table {
    let half = text_width(letter.paper) / 2;
    let cells = [Side::Letter, Side::Reading].map(|side| {
        let mut cell = TableCell::new().width(half, WidthType::Dxa);
        let last = letter.signature.len().saturating_sub(1);
        for (at, line) in letter.signature.iter().enumerate() {
            let mut paragraph = styled("SignatureLine");
            paragraph.property.keep_next = Some(at < last);
            if at == 0 {
                paragraph.property.line_spacing = Some(LineSpacing::new().after(240));
            }
            push_all(&mut paragraph, letter, side, line.get(side));
            cell.children
                .push(TableCellContent::Paragraph(Box::new(paragraph)));
        }
        cell
    });
    Table::without_borders(vec![TableRow::new(cells.into()).cant_split()])
        .set_grid(vec![half, half])
        .width(2 * half, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
}

/// Every claim with its facts, date and proof, and a box to tick.
pub(super) fn review(letter: &Letter) -> Table {
    let width = text_width(letter.paper);
    let widths = [900, width - 900 - 2600 - 2000, 2600, 2000];
    let side = Side::Reading;
    let phrases = letter.phrases.get(side);
    let heads = phrases.review_columns.iter().zip(widths);
    let heads =
        heads.map(|(name, width)| head_cell(width, paragraph(letter, side, "TableHeader", name)));
    let mut rows = vec![header_row(heads.collect())];
    let lines = |at: usize, lines: &[String]| {
        cell(
            widths[at],
            paragraph(letter, side, "ReviewText", &lines.join("\n")),
        )
    };
    let colon = if letter.tags.get(side).cjk {
        "："
    } else {
        ": "
    };
    for claim in &letter.claims {
        let mut statement = styled("ReviewText");
        push_all(&mut statement, letter, side, &claim.text);
        let facts = claim
            .facts
            .iter()
            .map(|(name, value)| format!("{name}{colon}{value}"));
        let mut facts: Vec<String> = facts.collect();
        if claim.own {
            facts.push(phrases.own_words.clone());
        }
        let mut proof: Vec<String> = claim.date.iter().chain(&claim.proof).cloned().collect();
        if claim.needs_proof && claim.proof.is_empty() {
            proof.push(phrases.no_proof.clone());
        }
        let cells = vec![
            lines(0, &[format!("\u{2610} {}", claim.label)]),
            cell(widths[1], statement),
            lines(2, &facts),
            lines(3, &proof),
        ];
        rows.push(TableRow::new(cells).cant_split());
    }
    table(rows, widths.into())
}

fn header_row(cells: Vec<TableCell>) -> TableRow {
    TableRow::new(cells).cant_split().row_height(HEADER_ROW)
}

fn cell(width: usize, paragraph: Paragraph) -> TableCell {
    let mut cell = TableCell::new().width(width, WidthType::Dxa);
    cell.children
        .push(TableCellContent::Paragraph(Box::new(paragraph)));
    cell
}

fn head_cell(width: usize, paragraph: Paragraph) -> TableCell {
    head_cells(width, std::iter::once(paragraph))
}

/// A cell of a heading row with some paragraphs.
fn head_cells(width: usize, paragraphs: impl Iterator<Item = Paragraph>) -> TableCell {
    let mut cell = TableCell::new().width(width, WidthType::Dxa);
    for mut paragraph in paragraphs {
        paragraph.property.keep_next = Some(true);
        cell.children
            .push(TableCellContent::Paragraph(Box::new(paragraph)));
    }
    let shading = Shading::new()
        .shd_type(ShdType::Clear)
        .color("auto")
        .fill("D9E2F3");
    cell.shading(shading).vertical_align(VAlignType::Center)
}

fn table(rows: Vec<TableRow>, widths: Vec<usize>) -> Table {
    let total = widths.iter().sum();
    Table::without_borders(rows)
        .style("LetterGrid")
        .set_grid(widths)
        .width(total, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
}
