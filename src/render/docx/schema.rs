//! Puts the XML of docx-rs into the order of the standard (ECMA-376, part 1,
//! transitional schema) and adds what docx-rs cannot express.
//!
//! docx-rs writes the children of property elements in an order of its own;
//! Word forgives most of it, strict readers do not. The tables below are the
//! schema's sequences, as far as a letter uses them.

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
    matches!(name, "w:rPr" | "w:pPr" | "w:trPr" | "w:tcPr" | "w:tblPr")
}

/// Rewrites a part of docx-rs in schema order.
pub(super) fn ordered(part: &[u8]) -> Result<Vec<u8>, quick_xml::Error> {
    let text = String::from_utf8_lossy(part);
    let mut reader = Reader::from_str(&text);
    let mut out = String::with_capacity(text.len());
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    let mut rewriter = Rewriter {
        text: &text,
        reader: &mut reader,
    };
    rewriter.content(&mut out)?;
    Ok(out.into_bytes())
}

struct Rewriter<'t, 'r> {
    text: &'t str,
    reader: &'r mut Reader<&'t [u8]>,
}

impl Rewriter<'_, '_> {
    /// Copies what stands up to the end of the element that is open, or of the part.
    fn content(&mut self, out: &mut String) -> Result<(), quick_xml::Error> {
        loop {
            let start = self.position();
            match self.reader.read_event()? {
                Event::Eof => return Ok(()),
                Event::Decl(_) => {}
                Event::Start(tag) => {
                    let name = tag.name();
                    if let Some(order) = sequence(name.as_ref()) {
                        let droppable = may_be_dropped(name.as_ref());
                        let properties = name.as_ref() == "w:tblPr";
                        let open = &self.text[start..self.position()];
                        self.sequence(open, order, droppable, properties, out)?;
                    } else {
                        self.open_tag(start, out);
                    }
                }
                Event::Empty(tag) => {
                    let name = tag.name();
                    if sequence(name.as_ref()).is_none() {
                        self.empty_tag(name.as_ref(), start, out);
                    }
                }
                Event::End(_) => {
                    out.push_str(&self.text[start..self.position()]);
                }
                _ => push_legal(out, &self.text[start..self.position()]),
            }
        }
    }

    /// Copies an element whose children have an order.
    fn sequence(
        &mut self,
        open: &str,
        order: &[&str],
        droppable: bool,
        table_properties: bool,
        out: &mut String,
    ) -> Result<(), quick_xml::Error> {
        let mut children: Vec<(usize, String)> = Vec::new();
        let end = loop {
            let start = self.position();
            match self.reader.read_event()? {
                Event::Start(tag) => {
                    let rank = rank(order, tag.name().as_ref());
                    let mut child = String::new();
                    if let Some(inner) = sequence(tag.name().as_ref()) {
                        let droppable = may_be_dropped(tag.name().as_ref());
                        let open = &self.text[start..self.position()];
                        self.sequence(open, inner, droppable, false, &mut child)?;
                    } else {
                        self.reader.read_to_end(tag.name())?;
                        child.push_str(&self.text[start..self.position()]);
                    }
                    if !child.is_empty() {
                        children.push((rank, child));
                    }
                }
                Event::Empty(tag) => {
                    let name = tag.name();
                    if !may_be_dropped(name.as_ref()) {
                        let mut child = String::new();
                        if let Some(lang) = language(&self.text[start..self.position()]) {
                            child.push_str(&lang);
                            children.push((rank(order, "w:lang"), child));
                        } else {
                            self.empty_tag(name.as_ref(), start, &mut child);
                            children.push((rank(order, name.as_ref()), child));
                        }
                    }
                }
                Event::End(_) => break &self.text[start..self.position()],
                Event::Eof => break "",
                _ => {}
            }
        };
        if table_properties {
            // Which rows and columns a table style would set apart: the first row.
            let look = "<w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
                        w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>";
            children.push((rank(order, "w:tblLook"), look.to_owned()));
        }
        if children.is_empty() && droppable {
            return Ok(());
        }
        children.sort_by_key(|(rank, _)| *rank);
        out.push_str(open);
        for (_, child) in &children {
            out.push_str(child);
        }
        out.push_str(end);
        Ok(())
    }

    /// An opening tag; paragraphs lose the ids docx-rs counts up, which nothing refers to.
    fn open_tag(&self, start: usize, out: &mut String) {
        let tag = &self.text[start..self.position()];
        match tag.split_once(" w14:paraId=") {
            Some(("<w:p", _)) => out.push_str("<w:p>"),
            _ => out.push_str(tag),
        }
    }

    fn empty_tag(&self, name: &str, start: usize, out: &mut String) {
        let tag = &self.text[start..self.position()];
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

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(self.text.len())
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
