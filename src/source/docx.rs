//! The text of a DOCX file that anybody made: a line for each paragraph.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::lang::is_cjk;

/// How much XML is unpacked at most: a letter of a thousand pages has less.
const MOST: u64 = 16 * 1024 * 1024;

/// What a DOCX says, in the order of its pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocxText(Vec<Block>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Block {
    /// A line outside of tables.
    Paragraph(String),
    /// The cells of a row, each with its paragraphs.
    Row(Vec<String>),
}

impl DocxText {
    /// Returns all of it; the cells of a row stand on one line.
    pub fn whole(&self) -> String {
        let blocks = self.0.iter().map(|block| match block {
            Block::Paragraph(line) => line.clone(),
            Block::Row(row) => {
                let cells: Vec<&str> = row.iter().map(|cell| cell.trim()).collect();
                cells.join("\t")
            }
        });
        blocks.map(|line| line + PARTED).collect()
    }

    /// Returns one column of tables with two columns, 0 or 1, and what stands beside such tables
    /// in the same script.
    pub fn column(&self, side: usize, chinese: bool) -> String {
        let blocks = self.0.iter().filter_map(|block| match block {
            Block::Paragraph(line) => in_script(line, chinese),
            Block::Row(row) if row.len() == 2 => row.get(side).map(String::as_str),
            Block::Row(_) => None,
        });
        blocks.flat_map(|text| [text, PARTED]).collect()
    }

    /// Returns the left and the right column of tables with two columns.
    pub fn columns(&self) -> [String; 2] {
        [0, 1].map(|side| {
            let cells = self.0.iter().filter_map(|block| match block {
                Block::Row(row) if row.len() == 2 => Some(row[side].as_str()),
                _ => None,
            });
            cells.flat_map(|cell| [cell, PARTED]).collect()
        })
    }
}

/// The part of a line in a script: a heading of a bilingual letter stands in both, the Latin one
/// first.
fn in_script(line: &str, chinese: bool) -> Option<&str> {
    let latin = line.find(is_cjk).unwrap_or(line.len());
    let (first, second) = line.split_at(latin);
    let part = if chinese { second } else { first };
    Some(part.trim_end_matches([' ', '·', '/', '|', '(', '（'])).filter(|part| !part.is_empty())
}

/// Paragraphs stay apart, however short they are.
const PARTED: &str = "\n\n";

/// Why a file gives no text.
#[derive(Debug, thiserror::Error)]
pub enum DocxFault {
    /// The file is no ZIP package, or a broken one.
    #[error("not a DOCX package")]
    Package(#[source] zip::result::ZipError),
    /// The package cannot be read to its end.
    #[error("the package is damaged")]
    Damaged(#[source] std::io::Error),
    /// The document's XML is broken.
    #[error("the document's XML is broken")]
    Xml(#[source] quick_xml::Error),
    /// It would unpack to more than 16 MB.
    #[error("the document is too large")]
    TooLarge,
}

/// Reads the text of a DOCX file.
pub fn docx_text(bytes: &[u8]) -> Result<DocxText, DocxFault> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).map_err(DocxFault::Package)?;
    let part = package
        .by_name("word/document.xml")
        .map_err(DocxFault::Package)?;
    let mut xml = Vec::new();
    part.take(MOST + 1)
        .read_to_end(&mut xml)
        .map_err(DocxFault::Damaged)?;
    let xml = String::from_utf8_lossy(&xml);
    if xml.len() as u64 > MOST {
        return Err(DocxFault::TooLarge);
    }
    let mut reading = Reading::default();
    let mut reader = Reader::from_str(&xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => reading.open(tag.local_name().as_ref()),
            Ok(Event::Empty(tag)) => reading.empty(tag.local_name().as_ref()),
            Ok(Event::End(tag)) => reading.close(tag.local_name().as_ref()),
            Ok(Event::Text(text)) => reading.text(&text),
            Ok(Event::GeneralRef(name)) => reading.entity(&name),
            Ok(Event::Eof) => return Ok(DocxText(reading.done)),
            Ok(_) => {}
            Err(error) => return Err(DocxFault::Xml(error)),
        }
    }
}

#[derive(Default)]
struct Reading {
    done: Vec<Block>,
    /// Inside `w:t`.
    text: bool,
    paragraph: String,
    /// Cells of the row that is open, when one is.
    row: Option<Vec<String>>,
    /// How many tables are open: cells of a table inside a cell are its paragraphs.
    tables: usize,
}

impl Reading {
    fn open(&mut self, tag: &str) {
        match tag {
            "t" => self.text = true,
            "tbl" => self.tables += 1,
            "tr" if self.tables == 1 => self.row = Some(Vec::new()),
            "tc" if self.tables == 1 => {
                if let Some(row) = &mut self.row {
                    row.push(String::new());
                }
            }
            _ => {}
        }
    }

    fn empty(&mut self, tag: &str) {
        match tag {
            "br" | "cr" => self.paragraph.push('\n'),
            "tab" => self.paragraph.push('\t'),
            "noBreakHyphen" => self.paragraph.push('-'),
            "p" => self.end_paragraph(),
            _ => {}
        }
    }

    fn close(&mut self, tag: &str) {
        match tag {
            "t" => self.text = false,
            "p" => self.end_paragraph(),
            "tr" if self.tables == 1 => self.end_row(),
            "tbl" => self.tables = self.tables.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.text {
            self.paragraph.push_str(text);
        }
    }

    fn entity(&mut self, name: &str) {
        let character = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => number(name),
        };
        if let (true, Some(character)) = (self.text, character) {
            self.paragraph.push(character);
        }
    }

    fn end_paragraph(&mut self) {
        let line = std::mem::take(&mut self.paragraph);
        let line = line.trim_end();
        let Some(row) = &mut self.row else {
            self.done.push(Block::Paragraph(line.to_owned()));
            return;
        };
        if let Some(cell) = row.last_mut() {
            if !cell.is_empty() {
                cell.push_str(PARTED);
            }
            cell.push_str(line);
        }
    }

    fn end_row(&mut self) {
        if let Some(row) = self.row.take() {
            self.done.push(Block::Row(row));
        }
    }
}

/// Reads `#20013` or `#x4E2D`.
fn number(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: [&str; 2]) -> Block {
        Block::Row(cells.map(str::to_owned).to_vec())
    }

    #[test]
    fn columns_and_what_stands_beside_them() {
        let docx = DocxText(vec![
            Block::Paragraph("A. Causes  根本原因".to_owned()),
            row(["7 orders", "7 笔订单"]),
            Block::Paragraph("23 November 2026".to_owned()),
        ]);
        assert_eq!(docx.columns(), ["7 orders\n\n", "7 笔订单\n\n"]);
        assert_eq!(
            docx.column(0, false),
            "A. Causes\n\n7 orders\n\n23 November 2026\n\n"
        );
        assert_eq!(docx.column(1, true), "根本原因\n\n7 笔订单\n\n");
        assert!(docx.whole().contains("7 orders\t7 笔订单"));
    }
}
