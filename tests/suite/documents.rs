//! DOCX files: sound, in schema order, the same each time, and with every word of the letter.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use poa::check::{Pair, check_pair};
use poa::lang::is_cjk;
use poa::letter::{Form, Letter, Side};
use poa::render::{FORMATS, Format, render};
use poa::source::docx_text;
use proptest::prelude::*;

use crate::helpers::{
    assemble, case_files, catalogue, contacts, example, load, own_case, own_catalogue,
};

/// The parts of a DOCX, by name, in their order.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP archive");
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("a part can be read");
            (part.name().expect("a name is UTF-8").into_owned(), bytes)
        })
        .collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes)
        .into_iter()
        .find(|(n, _)| n == name)
        .expect("the part is there");
    String::from_utf8(found.1).expect("a part is UTF-8")
}

/// Every letter there is a case of; messages are no documents.
fn letters() -> Vec<(String, Letter)> {
    let (catalogue, contacts) = (catalogue(), contacts());
    let own = own_catalogue();
    let stated = ["dispute", "own-account", "papers"].map(|name| {
        let case = load(&own_case(name), &own, &contacts).expect("the case is valid");
        (name.to_owned(), assemble(&case, &own, &contacts))
    });
    let letters = case_files().into_iter().map(|path| {
        let text = std::fs::read_to_string(&path).expect("a case can be read");
        let case = load(&text, catalogue, &contacts).expect("the case is valid");
        (
            path.display().to_string(),
            assemble(&case, catalogue, &contacts),
        )
    });
    letters
        .chain(stated)
        .filter(|(_, letter)| letter.form == Form::Letter)
        .collect()
}

/// The sequences of ECMA-376 for the elements a letter uses, written down by hand.
const ORDER: [(&str, &[&str]); 8] = [
    ("w:p", &["w:pPr"]),
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:color",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:lang",
        ],
    ),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblW",
            "w:jc",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
        ],
    ),
    ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
    ("w:tcPr", &["w:tcW", "w:shd", "w:vAlign"]),
    (
        "w:sectPr",
        &[
            "w:headerReference",
            "w:footerReference",
            "w:pgSz",
            "w:pgMar",
            "w:cols",
            "w:docGrid",
        ],
    ),
];

/// Walks a part and says where children stand out of order, and which elements are unknown.
fn out_of_order(xml: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut found = Vec::new();
    let child = |open: &mut Vec<(String, usize)>, name: &str, found: &mut Vec<String>| {
        let Some((parent, last)) = open.last_mut() else {
            return;
        };
        let Some((_, order)) = ORDER.iter().find(|(known, _)| known == parent) else {
            return;
        };
        match order.iter().position(|known| *known == name) {
            Some(at) if at < *last => found.push(format!("{name} too late in {parent}")),
            Some(at) => *last = at,
            None if parent == "w:p" => {}
            None => found.push(format!("{name} unknown in {parent}")),
        }
    };
    loop {
        match reader.read_event().expect("well-formed XML") {
            quick_xml::events::Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                child(&mut open, &name, &mut found);
                open.push((name, 0));
            }
            quick_xml::events::Event::Empty(tag) => {
                child(&mut open, tag.name().as_ref(), &mut found);
            }
            quick_xml::events::Event::End(_) => {
                open.pop();
            }
            quick_xml::events::Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn every_docx_is_in_schema_order() {
    for (name, letter) in letters() {
        for format in [Format::ReadingCopy, Format::SendingCopy] {
            let bytes = render(&letter, format).expect("the letter can be written");
            for part_name in ["word/document.xml", "word/header1.xml", "word/footer1.xml"] {
                let found = out_of_order(&part(&bytes, part_name));
                assert!(found.is_empty(), "{name} {format:?} {part_name}: {found:?}");
            }
        }
    }
}

#[test]
fn the_order_check_finds_what_it_is_for() {
    let wrong = "<w:p><w:r/><w:pPr><w:jc/><w:pStyle/></w:pPr></w:p>";
    assert_eq!(out_of_order(wrong), ["w:pStyle too late in w:pPr"]);
}

#[test]
fn the_copy_to_read_says_the_same_in_both_languages() {
    let mut changed = 0;
    for (name, letter) in letters() {
        let bytes = render(&letter, Format::ReadingCopy).expect("the letter can be written");
        let [left, right] = docx_text(&bytes).expect("a DOCX").columns();
        let compare = |right: &str| {
            let found = check_pair(&Pair::new(&left, right));
            found
                .iter()
                .map(|finding| format!("{}: {}", finding.rule.id, finding.quote))
                .collect::<Vec<_>>()
        };
        assert!(!right.trim().is_empty(), "{name} has one language only");
        assert_eq!(compare(&right), Vec::<String>::new(), "{name}");
        if right.contains("2026年") {
            let wrong = right.replacen("2026年", "2024年", 1);
            changed += usize::from(
                compare(&wrong)
                    .iter()
                    .any(|f| f.starts_with("dates-differ")),
            );
        }
    }
    assert!(changed > 20, "{changed} changed years found");
}

#[test]
fn the_package_is_whole() {
    let (_, letter) = letters().remove(0);
    for format in [Format::ReadingCopy, Format::SendingCopy] {
        let bytes = render(&letter, format).expect("the letter can be written");
        let parts: Vec<(String, Vec<u8>)> = parts(&bytes);
        assert_eq!(
            parts[0].0, "[Content_Types].xml",
            "readers look at the first entry"
        );
        let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
        let types = part(&bytes, "[Content_Types].xml");
        for name in &names {
            let known = types.contains(&format!("PartName=\"/{name}\""))
                || name.rsplit('.').next() == Some("rels")
                || *name == "[Content_Types].xml";
            assert!(known, "{name} has no content type");
            let text = part(&bytes, name);
            out_of_order(&text);
            assert!(!text.contains("{{"), "{name} has a value left open");
        }
        let relations = part(&bytes, "word/_rels/document.xml.rels");
        let document = part(&bytes, "word/document.xml");
        for id in document
            .split("r:id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            assert!(
                relations.contains(&format!("Id=\"{id}\"")),
                "{id} leads nowhere"
            );
        }
        let styles = part(&bytes, "word/styles.xml");
        for style in document
            .split("Style w:val=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            assert!(
                styles.contains(&format!("w:styleId=\"{style}\"")),
                "no style {style}"
            );
        }
    }
}

#[test]
fn languages_fonts_and_properties_are_named() {
    let (_, letter) = letters().remove(0);
    let bytes = render(&letter, Format::ReadingCopy).expect("the letter can be written");
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains("w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\""));
    let styles = part(&bytes, "word/styles.xml");
    assert!(styles.contains("<w:lang w:val=\"en-GB\" w:eastAsia=\"zh-CN\""));
    assert!(styles.contains("w:eastAsia=\"Microsoft YaHei\""));
    assert!(part(&bytes, "word/fontTable.xml").contains("微软雅黑"));
    let core = part(&bytes, "docProps/core.xml");
    for wanted in [
        "<dc:title>Plan of Action / 行动计划</dc:title>",
        "<dc:creator>",
        "<dc:language>en-GB</dc:language>",
    ] {
        assert!(core.contains(wanted), "{wanted} in {core}");
    }
    assert!(
        document.matches("<w:tblHeader").count() >= 7,
        "header rows repeat"
    );
    let rows = document.matches("<w:tr>").count();
    assert_eq!(
        document.matches("<w:cantSplit").count(),
        rows,
        "no row is split"
    );
}

#[test]
fn the_same_letter_is_the_same_bytes_whatever_came_before() {
    let letters = letters();
    let bytes = |letter: &Letter| {
        FORMATS.map(|format| render(letter, format).expect("the letter can be written"))
    };
    let first: Vec<_> = letters.iter().map(|(_, letter)| bytes(letter)).collect();
    for ((name, letter), expected) in letters.iter().zip(&first).rev() {
        assert!(bytes(letter) == *expected, "{name}");
    }
    let letters = &letters;
    std::thread::scope(|scope| {
        let threads = (0..4).map(|_| {
            scope.spawn(move || {
                letters
                    .iter()
                    .map(|(_, letter)| bytes(letter))
                    .collect::<Vec<_>>()
            })
        });
        for thread in threads.collect::<Vec<_>>() {
            assert!(thread.join().expect("no panic") == first);
        }
    });
}

#[test]
fn what_is_sent_holds_one_language_only() {
    for (name, letter) in letters() {
        for format in [Format::SendingCopy, Format::Email, Format::Form] {
            let bytes = render(&letter, format).expect("the letter can be written");
            let texts: Vec<String> = match format {
                Format::SendingCopy => [
                    "word/document.xml",
                    "word/header1.xml",
                    "word/footer1.xml",
                    "docProps/core.xml",
                ]
                .map(|name| part(&bytes, name))
                .into(),
                _ => vec![String::from_utf8(bytes).expect("text is UTF-8")],
            };
            for text in texts {
                let found: String = text.chars().filter(|c| is_cjk(*c)).collect();
                assert!(found.is_empty(), "{name} {format:?}: {found}");
            }
        }
        let email = render(&letter, Format::Email).expect("the letter can be written");
        assert!(email.is_ascii(), "{name}: plain ASCII punctuation");
        let email = String::from_utf8(email).expect("text is UTF-8");
        let body = email.split_once("\n\n").expect("an empty line").1;
        assert!(
            body.lines().all(|line| line.len() <= 72),
            "{name}: lines are wrapped"
        );
        assert!(
            !email.contains("**") && !email.contains("##"),
            "{name}: no Markdown"
        );
    }
}

/// Values of a column, in the order of the text.
fn digits(text: &str) -> BTreeMap<String, usize> {
    let mut numbers = BTreeMap::new();
    for number in text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| !n.is_empty())
    {
        *numbers.entry(number.to_owned()).or_insert(0) += 1;
    }
    numbers
}

#[test]
fn both_languages_carry_the_same_facts() {
    for (name, letter) in letters() {
        for section in &letter.sections {
            for block in &section.blocks {
                let facts = |side: Side| {
                    let mut ids: Vec<String> = block
                        .text
                        .get(side)
                        .iter()
                        .filter_map(|inline| match inline {
                            poa::letter::Inline::Fact { id, .. } => Some(id.clone()),
                            _ => None,
                        })
                        .collect();
                    ids.sort();
                    ids.dedup();
                    ids
                };
                assert_eq!(
                    facts(Side::Letter),
                    facts(Side::Reading),
                    "{name}: {:?}",
                    block.label
                );
                // Dates are written as words in English, so only numbers outside them are compared.
                let plain = |side: Side| {
                    let texts = block
                        .text
                        .get(side)
                        .iter()
                        .filter_map(|inline| match inline {
                            poa::letter::Inline::Text(text) => Some(text.as_str()),
                            _ => None,
                        });
                    digits(&texts.collect::<String>())
                };
                if !block.origin.own {
                    assert_eq!(
                        plain(Side::Letter),
                        plain(Side::Reading),
                        "{name}: {:?}",
                        block.label
                    );
                }
            }
        }
    }
}

/// Every word a letter says in a language.
fn words(letter: &Letter, side: Side) -> Vec<String> {
    let blocks = letter.sections.iter().flat_map(|section| &section.blocks);
    blocks
        .map(|block| poa::letter::plain(block.text.get(side)))
        .flat_map(|text| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The text a reader of the XML sees.
fn text_of(xml: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut text = String::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            quick_xml::events::Event::Text(part) => text.push_str(&part),
            quick_xml::events::Event::GeneralRef(name) => {
                let name: &str = &name;
                let resolved = quick_xml::escape::unescape(&format!("&{name};"))
                    .expect("a known entity")
                    .into_owned();
                text.push_str(&resolved);
            }
            quick_xml::events::Event::Start(tag) if tag.name().as_ref() == "w:p" => text.push('\n'),
            quick_xml::events::Event::Empty(tag) if tag.name().as_ref() != "w:lang" => {
                text.push(' ');
            }
            quick_xml::events::Event::Eof => return text,
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever the seller writes comes out in every format, escaped where it has to be.
    #[test]
    fn every_format_holds_every_word(
        own in "[ -~]{0,60}[a-z][ -~]{0,60}",
        zh in "[<>&\"'{}\\[\\]、，。a-z一-龥😀\u{2028} ]{0,40}晨[<>&\"'{}一-龥]{0,20}",
    ) {
        let (catalogue, contacts) = (catalogue(), contacts());
        let mut case = load(&example(), catalogue, &contacts).expect("the case is valid");
        let cause = case.causes.get_mut("own-1").expect("a cause in own words");
        let mut words_given = poa::fact::Words::default();
        words_given.set(poa::lang::EN, own.trim());
        words_given.set(poa::lang::ZH, zh.trim());
        cause.own = Some(words_given);
        let letter = assemble(&case, catalogue, &contacts);
        let email = String::from_utf8(render(&letter, Format::Email).expect("written")).expect("UTF-8");
        for word in words(&letter, Side::Letter) {
            // A word longer than a line is broken.
            if word.len() < 60 {
                prop_assert!(email.contains(&word), "{word}");
            }
        }
        let bytes = render(&letter, Format::ReadingCopy).expect("written");
        let document = part(&bytes, "word/document.xml");
        prop_assert_eq!(out_of_order(&document), Vec::<String>::new());
        let text = text_of(&document);
        for side in [Side::Letter, Side::Reading] {
            for word in words(&letter, side) {
                for piece in word.split(['\u{2028}', '\u{2029}', '\u{85}']) {
                    prop_assert!(text.contains(piece), "{}", piece);
                }
            }
        }
    }
}
