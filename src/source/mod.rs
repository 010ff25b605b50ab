//! Files as text: where they come from, and what of a YAML file stands where.

mod decode;
mod docx;
mod embedded;
mod guard;
mod tree;
mod yaml;

use std::borrow::Cow;

pub use docx::{DocxFault, DocxText, docx_text};
pub use embedded::{appeals, contacts, prepared_words};
pub use guard::{LIMIT, decode_utf8, forbidden_character};
pub use tree::Tree;
pub use yaml::{Text, TextMap, given, locate, read};

/// A file's text and the name the user knows it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path as the user gave it, or below `appeals/`, `replies/` and `contacts/`; always with `/`.
    pub path: String,
    /// Its whole text; a built-in one is not copied.
    pub text: Cow<'static, str>,
    /// The same as JSON, for a built-in file of a release.
    parsed: Option<&'static str>,
}

impl SourceFile {
    /// Makes a source file.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: Cow::Owned(text.into()),
            parsed: None,
        }
    }
}
