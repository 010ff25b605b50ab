//! The DOCX file: parts of the letter, parts that are the same for all, one ZIP.
//!
//! Times inside are fixed and the document's own dates are the letter's, so the
//! same letter gives the same bytes on any day and any machine.

use std::collections::HashMap;
use std::io::{Cursor, Write};
use std::sync::{LazyLock, Mutex};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::letter::{Letter, Side, Tags, plain};
use crate::render::RenderError;
use crate::render::text::one_line;

/// Parts that are the same for every letter in the same languages. Readers look at the first entry.
const FIXED: [(&str, &str); 7] = [
    (
        "[Content_Types].xml",
        include_str!("parts/content-types.xml"),
    ),
    ("_rels/.rels", include_str!("parts/package.rels")),
    (
        "word/_rels/document.xml.rels",
        include_str!("parts/document.xml.rels"),
    ),
    ("word/styles.xml", include_str!("parts/styles.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/fontTable.xml", include_str!("parts/font-table.xml")),
    ("docProps/app.xml", include_str!("parts/app.xml")),
];
/// Deflate level: 6 makes a letter 3 % smaller in twice the time.
const LEVEL: i64 = 4;
/// Parts smaller than this stand as they are: to make the compressor ready takes longer than
/// compressing them, and saves half a kilobyte.
const WORTH: usize = 1400;
/// Title, author, language and day.
const CORE: &str = include_str!("parts/core.xml");

pub(super) fn package(
    letter: &Letter,
    sides: &[Side],
    parts: &[(&str, Vec<u8>)],
) -> Result<Vec<u8>, RenderError> {
    let mut zip = ZipWriter::new_append(Cursor::new(fixed(letter)?))?;
    for (name, bytes) in parts {
        add(&mut zip, name, bytes)?;
    }
    add(
        &mut zip,
        "docProps/core.xml",
        core(letter, sides).as_bytes(),
    )?;
    Ok(zip.finish()?.into_inner())
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), RenderError> {
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let options = if bytes.len() < WORTH {
        options.compression_method(CompressionMethod::Stored)
    } else {
        options
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
    };
    zip.start_file(name, options)?;
    zip.write_all(bytes)?;
    Ok(())
}

/// An archive of the fixed parts, compressed once for each pair of languages.
fn fixed(letter: &Letter) -> Result<Vec<u8>, RenderError> {
    static ARCHIVES: LazyLock<Mutex<HashMap<[String; 2], Vec<u8>>>> = LazyLock::new(Mutex::default);
    let key = [
        letter.tags.letter.tag.clone(),
        letter.tags.reading.tag.clone(),
    ];
    // A thread that panicked here left the map as it was.
    let mut archives = ARCHIVES
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(archive) = archives.get(&key) {
        return Ok(archive.clone());
    }
    let both = [&letter.tags.letter, &letter.tags.reading];
    let tag = |cjk: bool| {
        both.iter()
            .find(|tags| tags.cjk == cjk)
            .map(|tags| tags.tag.as_str())
    };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in FIXED {
        let text = text
            .replace("{{letter-language}}", &attributes(&letter.tags.letter))
            .replace("{{east-asian}}", tag(true).unwrap_or("zh-CN"))
            .replace("{{latin}}", tag(false).unwrap_or("en-US"));
        add(&mut zip, name, text.as_bytes())?;
    }
    let archive = zip.finish()?.into_inner();
    archives.insert(key, archive.clone());
    Ok(archive)
}

fn core(letter: &Letter, sides: &[Side]) -> String {
    let each = |text: fn(&Letter, Side) -> &String| {
        let texts: Vec<&str> = sides
            .iter()
            .map(|side| text(letter, *side).as_str())
            .collect();
        escape(&one_line(&texts.join(" / ")))
    };
    CORE.replace("{{title}}", &each(|letter, side| letter.title.get(side)))
        .replace(
            "{{subject}}",
            &each(|letter, side| letter.subject.get(side)),
        )
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

fn escape(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}
