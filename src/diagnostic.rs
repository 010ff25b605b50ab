//! What a loader or a rule has to say about the user's material.
//!
//! A diagnostic is data: the function that finds it returns it, an edge draws it.

use std::fmt;

use crate::lang::Lang;
use crate::message::Message;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; people of the trade disagree, or nothing has to change.
    Info,
    /// Weakens the letter.
    Warning,
    /// Has to change before anything can be sent.
    Error,
}

impl Severity {
    /// Returns the name programs read: `error`, `warning`, `info`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One step of a [`KeyPath`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// A key of a mapping.
    Key(String),
    /// A position in a list, from 0.
    Index(usize),
}

/// The way to a value in a YAML file: `root-causes[2].actions[0]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct KeyPath(pub Vec<Step>);

impl KeyPath {
    /// Returns the path of the file's top.
    pub fn root() -> Self {
        Self::default()
    }

    /// Returns this path and a key behind it.
    #[must_use]
    pub fn key(&self, key: impl Into<String>) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Key(key.into()));
        Self(steps)
    }

    /// Returns this path and a list position behind it.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Index(index));
        Self(steps)
    }
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if at == 0 => write!(f, "{key}")?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A stretch of a file: byte range, and the line and column (both from 1, in characters) it starts and ends at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
    /// Line of the first byte.
    pub line: usize,
    /// Column of the first byte.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// Column behind the last character.
    pub end_column: usize,
}

/// Finds lines and columns in a text, in one walk through it as long as places come in order.
#[derive(Debug, Clone)]
pub struct Places<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'t> Places<'t> {
    /// Begins at the top of a text.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// Returns the lines and columns of a range of bytes that begins and ends between characters.
    pub fn span(&mut self, range: &std::ops::Range<usize>) -> Span {
        if range.start < self.at {
            *self = Self::new(self.text);
        }
        self.walk(range.start);
        let mut end = self.clone();
        end.walk(range.end);
        Span {
            start: range.start,
            end: range.end,
            line: self.line,
            column: self.column,
            end_line: end.line,
            end_column: end.column,
        }
    }

    fn walk(&mut self, to: usize) {
        for c in self.text[self.at..to].chars() {
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.at = to;
    }
}

/// Where a diagnostic points to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Location {
    /// The file as the user named it.
    pub file: String,
    /// The key, where the file is YAML.
    pub path: KeyPath,
    /// The text, once it has been looked up.
    pub span: Option<Span>,
}

/// A finding about a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// What kind of finding it is, in kebab-case.
    pub code: &'static str,
    /// What is.
    pub message: Message,
    /// Where.
    pub location: Location,
    /// What to do about it.
    pub help: Option<Message>,
    /// The words it is about, from a rule; empty where it is about the whole.
    pub quote: Option<String>,
}

impl Diagnostic {
    /// Makes an error whose code is the key of its message.
    pub fn error(file: &str, path: KeyPath, message: Message) -> Self {
        Self::new(Severity::Error, file, path, message)
    }

    /// Makes a warning whose code is the key of its message.
    pub fn warning(file: &str, path: KeyPath, message: Message) -> Self {
        Self::new(Severity::Warning, file, path, message)
    }

    fn new(severity: Severity, file: &str, path: KeyPath, message: Message) -> Self {
        let location = Location {
            file: file.to_owned(),
            path,
            span: None,
        };
        Self {
            severity,
            code: message.key(),
            message,
            location,
            help: None,
            quote: None,
        }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Adds what to do, where there is something to say.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<Message>) -> Self {
        self.help = self.help.or(help);
        self
    }

    /// Adds the place in the text.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.location.span = Some(span);
        self
    }

    /// Writes the diagnostic as one plain paragraph, for tests and logs.
    pub fn to_line(&self, lang: Lang) -> String {
        let place = match (&self.location.span, self.location.path.0.is_empty()) {
            (Some(span), true) => format!("{}:{}:{}", self.location.file, span.line, span.column),
            (Some(span), false) => format!(
                "{}:{}:{}: {}",
                self.location.file, span.line, span.column, self.location.path
            ),
            (None, true) => self.location.file.clone(),
            (None, false) => format!("{}: {}", self.location.file, self.location.path),
        };
        let help = self
            .help
            .as_ref()
            .map_or(String::new(), |h| format!(" ({})", h.say(lang)));
        format!(
            "{}[{}] {place}: {}{help}",
            self.severity.as_str(),
            self.code,
            self.message.say(lang)
        )
    }
}

/// Finds the name most like a misspelt one, if any is near enough to offer.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&wrong, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_path_reads_like_the_file() {
        let path = KeyPath::root()
            .key("root-causes")
            .index(2)
            .key("actions")
            .index(0);
        assert_eq!(path.to_string(), "root-causes[2].actions[0]");
    }

    #[test]
    fn the_nearest_name_is_offered() {
        let known = ["late-shipment", "order-defect-rate"];
        assert_eq!(nearest("late-shipmnt", known), Some("late-shipment"));
        assert_eq!(nearest("zzz", known), None);
    }
}
