//! The letter as DOCX.
//!
//! docx-rs builds the body, the header and the footer; `schema` puts their XML
//! into the order the standard asks for and adds what docx-rs cannot say;
//! `parts/` holds the parts that are the same for every letter; `package` makes
//! the file.

mod body;
mod package;
mod page;
mod runs;
mod schema;
mod tables;

use docx_rs::BuildXML;

use crate::letter::{Letter, Side};
use crate::render::RenderError;

/// Both languages side by side, and the reviewer's page.
pub(super) fn reading_copy(letter: &Letter) -> Result<Vec<u8>, RenderError> {
    let sides = [Side::Letter, Side::Reading];
    write(letter, &sides, &body::reading_copy(letter))
}

/// The letter language only.
pub(super) fn sending_copy(letter: &Letter) -> Result<Vec<u8>, RenderError> {
    write(letter, &[Side::Letter], &body::sending_copy(letter))
}

fn write(
    letter: &Letter,
    sides: &[Side],
    document: &docx_rs::Document,
) -> Result<Vec<u8>, RenderError> {
    let header = page::header(letter, sides).build();
    let footer = page::footer(letter, sides).build();
    let parts = [
        ("word/document.xml", schema::ordered(&document.build())?),
        ("word/header1.xml", schema::ordered(&header)?),
        ("word/footer1.xml", schema::ordered(&footer)?),
    ];
    package::package(letter, sides, &parts)
}
