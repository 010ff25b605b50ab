//! The text of a DOCX file that anybody made: a line for each paragraph.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

/// How much XML is unpacked at most: a letter of a thousand pages has less.
const MOST: u64 = 16 * 1024 * 1024;

/// What a DOCX says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocxText {
    /// Its paragraphs, one a line; of a table with two columns the left one.
    pub text: String,
    /// The right columns of tables with two columns: the other language of a bilingual letter.
    pub right: String,
}

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
            Ok(Event::Eof) => return Ok(reading.done),
            Ok(_) => {}
            Err(error) => return Err(DocxFault::Xml(error)),
        }
    }
}

#[derive(Default)]
struct Reading {
    done: DocxText,
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
        let place = match &mut self.row {
            Some(row) => row.last_mut(),
            None => Some(&mut self.done.text),
        };
        if let Some(place) = place {
            place.push_str(line.trim_end());
            place.push('\n');
            // Paragraphs stay apart, however short they are.
            place.push('\n');
        }
    }

    fn end_row(&mut self) {
        let Some(row) = self.row.take() else {
            return;
        };
        if let [left, right] = row.as_slice() {
            self.done.text.push_str(left);
            self.done.right.push_str(right);
            return;
        }
        let cells: Vec<&str> = row.iter().map(|cell| cell.trim()).collect();
        self.done.text.push_str(&cells.join("\t"));
        self.done.text.push_str("\n\n");
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
