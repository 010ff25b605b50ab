//! The tables of the letter.

use docx_rs::{
    LineSpacing, Paragraph, Shading, ShdType, Table, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use crate::letter::{Block, Both, Letter, Side};
use crate::render::docx::body::{entry, paragraph, run, runs};
use crate::render::docx::page::{shown_once, text_width};
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
    let cells = [Side::Letter, Side::Reading]
        .map(|side| cell(half, entry(letter, side, block, style).keep_next(keep)));
    TableRow::new(cells.into()).cant_split()
}

/// A text in both languages.
pub(super) fn plain_row(letter: &Letter, text: &Both<String>) -> TableRow {
    let half = text_width(letter.paper) / 2;
    let cells = [Side::Letter, Side::Reading]
        .map(|side| cell(half, paragraph(letter, side, "TableText", text.get(side))));
    TableRow::new(cells.into()).cant_split()
}

/// Number, document, what it shows, file.
pub(super) fn evidence(letter: &Letter, sides: &[Side]) -> Table {
    let width = text_width(letter.paper);
    let widths = [640, 2900, width - 640 - 2900 - 2500, 2500];
    let columns = |at: usize| {
        let mut paragraph = Paragraph::new().style("TableHeader");
        for (n, side) in sides.iter().enumerate() {
            let gap = if n > 0 { " " } else { "" };
            let text = format!("{gap}{}", letter.phrases.get(*side).evidence_columns[at]);
            paragraph = paragraph.add_run(run(letter, *side, &text));
        }
        head_cell(widths[at], paragraph)
    };
    let mut rows = vec![header_row((0..widths.len()).map(columns).collect())];
    for document in &letter.evidence {
        let number = document.number.to_string();
        let mut cells = vec![cell(
            widths[0],
            paragraph(letter, Side::Letter, "TableText", &number),
        )];
        for (at, text) in [
            (1, &document.title),
            (2, &document.shows),
            (3, &document.file),
        ] {
            let mut cell = TableCell::new().width(widths[at], WidthType::Dxa);
            for side in shown_once(sides, |side| text.get(side)) {
                let mut paragraph = Paragraph::new().style("TableText");
                for run in runs(letter, side, text.get(side)) {
                    paragraph = paragraph.add_run(run);
                }
                cell = cell.add_paragraph(paragraph);
            }
            cells.push(cell);
        }
        rows.push(TableRow::new(cells).cant_split());
    }
    table(rows, widths.into())
}

/// The signature block in both languages, without lines around it.
pub(super) fn signature(letter: &Letter) -> Table {
    let half = text_width(letter.paper) / 2;
    let cells = [Side::Letter, Side::Reading].map(|side| {
        let mut cell = TableCell::new().width(half, WidthType::Dxa);
        let last = letter.signature.len().saturating_sub(1);
        for (at, line) in letter.signature.iter().enumerate() {
            let mut paragraph = Paragraph::new().style("SignatureLine").keep_next(at < last);
            if at == 0 {
                paragraph = paragraph.line_spacing(LineSpacing::new().after(240));
            }
            for run in runs(letter, side, line.get(side)) {
                paragraph = paragraph.add_run(run);
            }
            cell = cell.add_paragraph(paragraph);
        }
        cell
    });
    let rows = vec![TableRow::new(cells.into()).cant_split()];
    Table::new(rows)
        .set_grid(vec![half, half])
        .width(2 * half, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .set_borders(TableBorders::with_empty())
        .margins(TableCellMargins::new().margin(0, 100, 0, 100))
}

/// Every claim with its facts, date and proof, and a box to tick.
pub(super) fn review(letter: &Letter) -> Table {
    let width = text_width(letter.paper);
    let widths = [
        620,
        640,
        width - 620 - 640 - 2350 - 1340 - 1560,
        2350,
        1340,
        1560,
    ];
    let side = Side::Reading;
    let columns = &letter.phrases.get(side).review_columns;
    let number = &letter.phrases.get(side).evidence_columns[0];
    let names = [
        &columns[0],
        number,
        &columns[1],
        &columns[2],
        &columns[3],
        &columns[4],
    ];
    let heads = names.iter().zip(widths);
    let heads =
        heads.map(|(name, width)| head_cell(width, paragraph(letter, side, "TableHeader", name)));
    let mut rows = vec![header_row(heads.collect())];
    let lines = |width: usize, lines: Vec<String>| {
        let mut cell = TableCell::new().width(width, WidthType::Dxa);
        if lines.is_empty() {
            cell = cell.add_paragraph(Paragraph::new().style("ReviewText"));
        }
        for line in lines {
            cell = cell.add_paragraph(paragraph(letter, side, "ReviewText", &line));
        }
        cell
    };
    for claim in &letter.claims {
        let phrases = letter.phrases.get(side);
        let mut statement = Paragraph::new().style("ReviewText");
        for run in runs(letter, side, &claim.text) {
            statement = statement.add_run(run);
        }
        let colon = if letter.tags.get(side).cjk {
            "："
        } else {
            ": "
        };
        let mut facts: Vec<String> = claim
            .facts
            .iter()
            .map(|(name, value)| format!("{name}{colon}{value}"))
            .collect();
        if claim.own {
            facts.push(phrases.own_words.clone());
        }
        let mut proof = claim.proof.clone();
        if proof.is_empty() && !claim.date.is_empty() {
            proof.push(phrases.no_proof.clone());
        }
        rows.push(
            TableRow::new(vec![
                lines(widths[0], vec!["\u{2610}".to_owned()]),
                lines(widths[1], vec![claim.label.clone()]),
                cell(widths[2], statement),
                lines(widths[3], facts),
                lines(widths[4], vec![claim.date.clone()]),
                lines(widths[5], proof),
            ])
            .cant_split(),
        );
    }
    table(rows, widths.into())
}

fn header_row(cells: Vec<TableCell>) -> TableRow {
    TableRow::new(cells).cant_split().row_height(HEADER_ROW)
}

fn cell(width: usize, paragraph: Paragraph) -> TableCell {
    TableCell::new()
        .width(width, WidthType::Dxa)
        .add_paragraph(paragraph)
}

fn head_cell(width: usize, paragraph: Paragraph) -> TableCell {
    let shading = Shading::new()
        .shd_type(ShdType::Clear)
        .color("auto")
        .fill("D9E2F3");
    cell(width, paragraph.keep_next(true))
        .shading(shading)
        .vertical_align(VAlignType::Center)
}

fn table(rows: Vec<TableRow>, widths: Vec<usize>) -> Table {
    let mut borders = TableBorders::with_empty();
    for position in [
        TableBorderPosition::Top,
        TableBorderPosition::Left,
        TableBorderPosition::Bottom,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ] {
        borders = borders.set(TableBorder::new(position).size(4).color("BFBFBF"));
    }
    let total = widths.iter().sum();
    Table::new(rows)
        .set_grid(widths)
        .width(total, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .set_borders(borders)
        .margins(TableCellMargins::new().margin(24, 100, 24, 100))
}
