//! Writing to a terminal or a pipe: wrapped to the width of the one, left whole for the other.

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use textwrap::Options;

use crate::lang::Lang;
use crate::message::Message;

/// The widest lines a person reads with ease.
const WIDEST: usize = 100;
/// The narrowest column texts are wrapped to.
const NARROWEST: usize = 20;

/// An output stream and the language it speaks.
pub(super) struct Screen {
    lang: Lang,
    stream: Stream,
    /// Columns to wrap to; `None` where lines stay whole.
    width: Option<usize>,
}

enum Stream {
    Out(anstream::AutoStream<std::io::Stdout>),
    Err(anstream::AutoStream<std::io::Stderr>),
}

/// Style of a heading.
pub(super) const STRONG: Style = Style::new().bold();
/// Style of what is good.
pub(super) const GOOD: Style = AnsiColor::Green.on_default();
/// Style of what needs care.
pub(super) const CARE: Style = AnsiColor::Yellow.on_default();
/// Style of what is wrong.
pub(super) const BAD: Style = AnsiColor::Red.on_default().bold();
/// Style of what matters less.
pub(super) const FAINT: Style = Style::new().dimmed();

impl Screen {
    pub(super) fn stdout(lang: Lang) -> Self {
        let terminal = std::io::stdout().is_terminal();
        Self {
            lang,
            stream: Stream::Out(anstream::stdout()),
            width: width(terminal),
        }
    }

    pub(super) fn stderr(lang: Lang) -> Self {
        let terminal = std::io::stderr().is_terminal();
        Self {
            lang,
            stream: Stream::Err(anstream::stderr()),
            width: width(terminal),
        }
    }

    /// Goes on in another language.
    pub(super) fn speak(&mut self, lang: Lang) {
        self.lang = lang;
    }

    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// Columns of the terminal, or the width lines are drawn for elsewhere.
    pub(super) fn columns(&self) -> usize {
        self.width.unwrap_or(WIDEST)
    }

    /// Writes bytes as they are.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        let writer: &mut dyn Write = match &mut self.stream {
            Stream::Out(stream) => stream,
            Stream::Err(stream) => stream,
        };
        writer.write_all(bytes)?;
        writer.flush()
    }

    /// Writes a line as it is.
    pub(super) fn line(&mut self, text: &str) -> std::io::Result<()> {
        self.bytes(format!("{text}\n").as_bytes())
    }

    /// Writes an empty line.
    pub(super) fn blank(&mut self) -> std::io::Result<()> {
        self.line("")
    }

    /// Says a message on a line of its own, wrapped.
    pub(super) fn say(&mut self, message: &Message) -> std::io::Result<()> {
        let text = message.say(self.lang);
        self.paragraph(&text, "", "")
    }

    /// Writes a heading.
    pub(super) fn heading(&mut self, text: &str) -> std::io::Result<()> {
        for line in self.wrap(text, "", "") {
            self.line(&format!("{STRONG}{line}{STRONG:#}"))?;
        }
        Ok(())
    }

    /// Writes a wrapped paragraph; the first line begins with one text, the others with another.
    pub(super) fn paragraph(&mut self, text: &str, first: &str, rest: &str) -> std::io::Result<()> {
        let lines = self.wrap(text, first, rest);
        self.line(&lines.join("\n"))
    }

    pub(super) fn wrap(&self, text: &str, first: &str, rest: &str) -> Vec<String> {
        let begins = std::iter::once(first).chain(std::iter::repeat(rest));
        let lines = text.lines().zip(begins);
        let Some(width) = self.width else {
            return lines
                .map(|(line, begin)| format!("{begin}{line}"))
                .collect();
        };
        let width = width.max(NARROWEST);
        lines
            .flat_map(|(line, begin)| {
                let options = Options::new(width)
                    .initial_indent(begin)
                    .subsequent_indent(rest);
                textwrap::wrap(line, options)
            })
            .map(Into::into)
            .collect()
    }
}

/// The width to wrap to: the terminal's, kept readable.
fn width(terminal: bool) -> Option<usize> {
    if !terminal {
        return None;
    }
    let columns = terminal_size::terminal_size().map_or(80, |(columns, _)| usize::from(columns.0));
    Some(columns.clamp(NARROWEST, WIDEST))
}
