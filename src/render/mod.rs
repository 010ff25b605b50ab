//! Writes a letter out: for review, for sending, for the e-mail, for the form.
//!
//! Each format escapes for itself, in one place; a letter in the tree is plain
//! text. The same letter always gives the same bytes.

mod columns;
mod docx;
mod email;
mod form;
mod message;
mod text;

use crate::letter::{Form, Letter, Side};

/// A file a letter can be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Both languages side by side, with the reviewer's page: `letter.docx`.
    ReadingCopy,
    /// The letter language only: `letter.en.docx`.
    SendingCopy,
    /// Header lines and body of the e-mail: `email.txt`.
    Email,
    /// The three boxes of Amazon's form: `form.txt`.
    Form,
    /// A message in the letter language: `message.txt`.
    Message,
    /// A message in the reading language: `message.zh.txt`.
    MessageReading,
}

/// Every format of a letter, in the order files are written.
pub const FORMATS: [Format; 4] = [
    Format::ReadingCopy,
    Format::SendingCopy,
    Format::Email,
    Format::Form,
];

/// Every format of a message.
pub const MESSAGE_FORMATS: [Format; 2] = [Format::Message, Format::MessageReading];

/// Returns the formats a letter is written in.
pub fn formats(letter: &Letter) -> &'static [Format] {
    match letter.form {
        Form::Letter => &FORMATS,
        Form::Message => &MESSAGE_FORMATS,
    }
}

/// Why a letter could not be written out.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The XML docx-rs wrote could not be read back.
    #[error("the document could not be put into schema order")]
    Xml(#[from] quick_xml::Error),
    /// The package could not be put together.
    #[error("the DOCX package could not be written")]
    Package(#[from] zip::result::ZipError),
    /// The package could not be written into memory.
    #[error("the DOCX package could not be written")]
    Io(#[from] std::io::Error),
}

impl Format {
    /// Returns the name of the file; it fits every file system.
    pub fn file_name(self, letter: &Letter) -> String {
        match self {
            Self::ReadingCopy => "letter.docx".to_owned(),
            Self::SendingCopy => format!("letter.{}.docx", letter.languages.letter),
            Self::Email => "email.txt".to_owned(),
            Self::Form => "form.txt".to_owned(),
            Self::Message => "message.txt".to_owned(),
            Self::MessageReading => format!("message.{}.txt", letter.languages.reading),
        }
    }

    /// Reports whether the file is text one can print.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::ReadingCopy | Self::SendingCopy)
    }
}

/// Writes a letter in a format.
pub fn render(letter: &Letter, format: Format) -> Result<Vec<u8>, RenderError> {
    match format {
        Format::ReadingCopy => docx::reading_copy(letter),
        Format::SendingCopy => docx::sending_copy(letter),
        Format::Email => Ok(email::render(letter).into_bytes()),
        Format::Form => Ok(form::render(letter).into_bytes()),
        Format::Message => Ok(message::render(letter, Side::Letter, None).into_bytes()),
        Format::MessageReading => Ok(message::render(letter, Side::Reading, None).into_bytes()),
    }
}

/// Writes the letter as text in one of its languages, for reading on a screen so many columns wide.
pub fn preview(letter: &Letter, side: Side, columns: usize) -> String {
    match letter.form {
        Form::Letter => email::body(letter, side, columns),
        Form::Message => message::render(letter, side, Some(columns)),
    }
}

/// A message that has more words than the place it is sent to takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// Words it has.
    pub words: usize,
    /// Words that are taken.
    pub limit: usize,
}

/// Compares a message with its limit, where it has one.
pub fn too_long(letter: &Letter) -> Option<TooLong> {
    // A Chinese text has about two characters for each English word.
    let share = if letter.tags.letter.cjk { 2 } else { 1 };
    let limit = usize::try_from(letter.limit_words?).unwrap_or(usize::MAX);
    let limit = limit.saturating_mul(share);
    let words = message::words(letter);
    (words > limit).then_some(TooLong { words, limit })
}
