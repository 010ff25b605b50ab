//! The DOCX file: parts of the letter, parts that are the same for all, one ZIP.
//!
//! Times inside are fixed and the document's own dates are the letter's, so the
//! same letter gives the same bytes on any day and any machine.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::letter::{Letter, Side, Tags, plain};
use crate::render::RenderError;
use crate::render::text::one_line;

/// Parts without anything of the letter in them, before and behind those with.
const BEFORE: [(&str, &str); 3] = [
    (
        "[Content_Types].xml",
        include_str!("parts/content-types.xml"),
    ),
    ("_rels/.rels", include_str!("parts/package.rels")),
    (
        "word/_rels/document.xml.rels",
        include_str!("parts/document.xml.rels"),
    ),
];
const BEHIND: [(&str, &str); 2] = [
    ("word/fontTable.xml", include_str!("parts/font-table.xml")),
    ("docProps/app.xml", include_str!("parts/app.xml")),
];
/// Parts that name the languages.
const STYLES: &str = include_str!("parts/styles.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
/// Title, author, language and day.
const CORE: &str = include_str!("parts/core.xml");

pub(super) fn package(
    letter: &Letter,
    sides: &[Side],
    parts: &[(&str, Vec<u8>)],
) -> Result<Vec<u8>, RenderError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(32 * 1024)));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default());
    let languages = |text: &str| {
        text.replace("{{letter-language}}", &attributes(&letter.tags.letter))
            .replace("{{east-asian}}", east_asian(letter))
            .replace("{{latin}}", latin(letter))
    };
    let mut add = |name: &str, bytes: &[u8]| -> Result<(), RenderError> {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
        Ok(())
    };
    for (name, text) in BEFORE {
        add(name, text.as_bytes())?;
    }
    for (name, bytes) in parts {
        add(name, bytes)?;
    }
    add("word/styles.xml", languages(STYLES).as_bytes())?;
    add("word/settings.xml", languages(SETTINGS).as_bytes())?;
    for (name, text) in BEHIND {
        add(name, text.as_bytes())?;
    }
    add("docProps/core.xml", core(letter, sides).as_bytes())?;
    Ok(zip.finish()?.into_inner())
}

fn core(letter: &Letter, sides: &[Side]) -> String {
    let each = |text: fn(&Letter, Side) -> String| {
        let texts: Vec<String> = sides.iter().map(|side| text(letter, *side)).collect();
        escape(&one_line(&texts.join(" / ")))
    };
    CORE.replace("{{title}}", &each(|l, side| l.title.get(side).clone()))
        .replace("{{subject}}", &each(|l, side| l.subject.get(side).clone()))
        .replace(
            "{{author}}",
            &escape(&one_line(&plain(&letter.store.letter))),
        )
        .replace("{{language}}", &letter.tags.letter.tag)
        .replace("{{day}}", &letter.day.to_string())
}

/// The attributes of `w:lang` for a language: East Asian ones have a place of their own.
fn attributes(tags: &Tags) -> String {
    if tags.cjk {
        format!("w:val=\"en-US\" w:eastAsia=\"{}\"", tags.tag)
    } else {
        format!("w:val=\"{}\" w:eastAsia=\"zh-CN\"", tags.tag)
    }
}

fn east_asian(letter: &Letter) -> &str {
    let tags = [&letter.tags.letter, &letter.tags.reading];
    tags.into_iter()
        .find(|tags| tags.cjk)
        .map_or("zh-CN", |tags| tags.tag.as_str())
}

fn latin(letter: &Letter) -> &str {
    let tags = [&letter.tags.letter, &letter.tags.reading];
    tags.into_iter()
        .find(|tags| !tags.cjk)
        .map_or("en-US", |tags| tags.tag.as_str())
}

fn escape(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}
