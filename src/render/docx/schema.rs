//! Puts the XML of docx-rs into the order of the standard (ECMA-376, part 1,
//! transitional schema) and adds what docx-rs cannot express.
//!
//! docx-rs writes the children of property elements in an order of its own;
//! Word forgives most of it, strict readers do not. The tables below are the
//! schema's sequences, as far as a letter uses them.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::Event;

/// Height docx-rs is told for a row that has to repeat on each page: it knows no `w:tblHeader`, so
/// a height nobody would choose stands for it.
pub(super) const HEADER_ROW: f32 = 1.0;

/// How a run says which language it is in: docx-rs knows no `w:lang`, so a style of this name and
/// the language's tag stands for it, `lang-zh-CN`.
pub(super) const LANGUAGE: &str = "lang-";

/// Children of an element, in the order of the schema.
fn sequence(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "w:rPr" => &[
            "rStyle",
            "rFonts",
            "b",
            "bCs",
            "i",
            "iCs",
            "strike",
            "color",
            "sz",
            "szCs",
            "highlight",
            "u",
            "shd",
            "lang",
        ],
        "w:pPr" => &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "widowControl",
            "numPr",
            "pBdr",
            "shd",
            "tabs",
            "snapToGrid",
            "spacing",
            "ind",
            "jc",
            "outlineLvl",
            "rPr",
        ],
        "w:tblPr" => &[
            "tblStyle",
            "tblW",
            "jc",
            "tblInd",
            "tblBorders",
            "shd",
            "tblLayout",
            "tblCellMar",
            "tblLook",
        ],
        "w:tcPr" => &[
            "tcW",
            "gridSpan",
            "vMerge",
            "tcBorders",
            "shd",
            "noWrap",
            "tcMar",
            "vAlign",
        ],
        "w:trPr" => &["cantSplit", "trHeight", "tblHeader", "jc"],
        "w:sectPr" => &[
            "headerReference",
            "footerReference",
            "type",
            "pgSz",
            "pgMar",
            "pgNumType",
            "cols",
            "titlePg",
            "textDirection",
            "docGrid",
        ],
        _ => return None,
    })
}

/// Property elements that say nothing when they are empty.
fn may_be_dropped(name: &str) -> bool {
    matches!(
        name,
        "w:rPr" | "w:pPr" | "w:trPr" | "w:tcPr" | "w:tblPr" | "w:tblBorders"
    )
}

/// Which rows and columns a table style sets apart: the first row.
const TABLE_LOOK: &str = "<w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" \
     w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>";

/// Rewrites a part of docx-rs in schema order.
pub(super) fn ordered(part: &[u8]) -> Result<Vec<u8>, quick_xml::Error> {
    let text = String::from_utf8_lossy(part);
    let mut reader = Reader::from_str(&text);
    let mut out = String::with_capacity(text.len());
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    let mut rewriter = Rewriter {
        text: &text,
        reader: &mut reader,
        scratch: String::new(),
    };
    rewriter.content(&mut out)?;
    Ok(out.into_bytes())
}

struct Rewriter<'t, 'r> {
    text: &'t str,
    reader: &'r mut Reader<&'t [u8]>,
    /// Children of the ordered elements that are open, one behind the other.
    scratch: String,
}

impl<'t> Rewriter<'t, '_> {
    /// Copies the part.
    fn content(&mut self, out: &mut String) -> Result<(), quick_xml::Error> {
        loop {
            let start = self.position();
            match self.reader.read_event()? {
                Event::Eof => return Ok(()),
                Event::Decl(_) => {}
                Event::Start(tag) => {
                    let name = tag.name();
                    match sequence(name.as_ref()) {
                        Some(order) => {
                            let piece = self.sequence(self.piece(start), name.as_ref(), order)?;
                            out.push_str(&self.scratch[piece.clone()]);
                            self.scratch.truncate(piece.start);
                        }
                        None => out.push_str(open_tag(self.piece(start))),
                    }
                }
                Event::Empty(tag) => {
                    if sequence(tag.name().as_ref()).is_none() {
                        push_empty(out, tag.name().as_ref(), self.piece(start));
                    }
                }
                Event::End(_) => out.push_str(self.piece(start)),
                _ => push_legal(out, self.piece(start)),
            }
        }
    }

    /// Puts an element whose children have an order behind what is in the scratch; its range is
    /// empty where the element says nothing.
    fn sequence(
        &mut self,
        open: &str,
        name: &str,
        order: &[&str],
    ) -> Result<Range<usize>, quick_xml::Error> {
        let from = self.scratch.len();
        let mut children: Vec<(usize, Range<usize>)> = Vec::with_capacity(8);
        let end = loop {
            let start = self.position();
            let at = self.scratch.len();
            match self.reader.read_event()? {
                Event::Start(tag) => {
                    let inner = tag.name();
                    let rank = rank(order, inner.as_ref());
                    let piece = if let Some(order) = sequence(inner.as_ref()) {
                        self.sequence(self.piece(start), inner.as_ref(), order)?
                    } else {
                        self.reader.read_to_end(inner)?;
                        self.scratch.push_str(self.piece(start));
                        at..self.scratch.len()
                    };
                    if !piece.is_empty() {
                        children.push((rank, piece));
                    }
                }
                Event::Empty(tag) => {
                    let inner = tag.name();
                    let piece = self.piece(start);
                    let rank = match language(piece) {
                        Some(lang) => {
                            self.scratch.push_str(&lang);
                            rank(order, "w:lang")
                        }
                        None if may_be_dropped(inner.as_ref()) => continue,
                        None => {
                            push_empty(&mut self.scratch, inner.as_ref(), piece);
                            rank(order, inner.as_ref())
                        }
                    };
                    children.push((rank, at..self.scratch.len()));
                }
                Event::End(_) => break self.piece(start),
                Event::Eof => break "",
                _ => {}
            }
        };
        if name == "w:tblPr" {
            let at = self.scratch.len();
            self.scratch.push_str(TABLE_LOOK);
            children.push((rank(order, "w:tblLook"), at..self.scratch.len()));
        }
        if children.is_empty() && may_be_dropped(name) {
            return Ok(from..from);
        }
        children.sort_by_key(|(rank, _)| *rank);
        let at = self.scratch.len();
        self.scratch.push_str(open);
        for (_, child) in children {
            let child = self.scratch[child].to_owned();
            self.scratch.push_str(&child);
        }
        self.scratch.push_str(end);
        Ok(at..self.scratch.len())
    }

    /// What was read since a position.
    fn piece(&self, start: usize) -> &'t str {
        &self.text[start..self.position()]
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(self.text.len())
    }
}

/// An opening tag; paragraphs lose the ids docx-rs counts up, which nothing refers to.
fn open_tag(tag: &str) -> &str {
    if tag.starts_with("<w:p w14:paraId=") {
        "<w:p>"
    } else {
        tag
    }
}

fn push_empty(out: &mut String, name: &str, tag: &str) {
    match name {
        "w:trHeight" => out.push_str("<w:tblHeader/>"),
        // docx-rs writes an attribute the schema does not know.
        "w:gridCol" => match tag.split_once(" w:type=") {
            Some((before, _)) => {
                out.push_str(before);
                out.push_str("/>");
            }
            None => out.push_str(tag),
        },
        _ => out.push_str(tag),
    }
}

/// The `w:lang` a run's style stands for; East Asian languages have an attribute of their own.
fn language(tag: &str) -> Option<String> {
    let value = tag.strip_prefix("<w:rStyle w:val=\"")?.split('"').next()?;
    let tag = value.strip_prefix(LANGUAGE)?;
    let east_asian = ["zh", "ja", "ko"].iter().any(|lang| tag.starts_with(lang));
    Some(if east_asian {
        format!("<w:lang w:val=\"en-US\" w:eastAsia=\"{tag}\"/>")
    } else {
        format!("<w:lang w:val=\"{tag}\"/>")
    })
}

fn rank(order: &[&str], name: &str) -> usize {
    let local = name.strip_prefix("w:").unwrap_or(name);
    order
        .iter()
        .position(|known| *known == local)
        .unwrap_or(order.len())
}

/// Text without the characters XML 1.0 forbids.
fn push_legal(out: &mut String, text: &str) {
    let legal = |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}');
    if text.chars().all(|c| legal(&c)) {
        out.push_str(text);
    } else {
        out.extend(text.chars().filter(legal));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(input: &str, expected: &str) {
        let out = String::from_utf8(ordered(input.as_bytes()).unwrap()).unwrap();
        assert_eq!(out.split_once("?>\n").unwrap().1, expected);
    }

    #[test]
    fn properties_come_in_the_order_of_the_schema() {
        check(
            r#"<w:p w14:paraId="00000001"><w:pPr><w:rPr/><w:jc w:val="left"/><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr><w:rStyle w:val="lang-zh-CN"/><w:sz w:val="2"/><w:b/><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>a &amp; b</w:t></w:r></w:p>"#,
            r#"<w:p><w:pPr><w:pStyle w:val="A"/><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:sz w:val="2"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t>a &amp; b</w:t></w:r></w:p>"#,
        );
    }

    #[test]
    fn empty_properties_and_unknown_attributes_go() {
        check(
            r#"<w:tbl><w:tblGrid><w:gridCol w:w="1" w:type="dxa"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="1"/><w:cantSplit/></w:trPr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>"#,
            r#"<w:tbl><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc></w:tc></w:tr></w:tbl>"#,
        );
    }
}
