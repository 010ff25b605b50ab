//! Draws diagnostics and troubles.

use std::collections::HashMap;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use unicode_width::UnicodeWidthStr;

use crate::cli::Trouble;
use crate::cli::screen::Screen;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::msg;
use crate::source::SourceFile;

/// Draws diagnostics, each under the line it is about.
pub(super) fn diagnostics(
    screen: &mut Screen,
    files: &[SourceFile],
    found: &[Diagnostic],
) -> std::io::Result<()> {
    let texts: HashMap<&str, &str> = files
        .iter()
        .map(|file| (file.path.as_str(), &*file.text))
        .collect();
    for diagnostic in found {
        let drawn = draw(diagnostic, &texts, screen.lang(), screen.columns());
        screen.line(&drawn)?;
        screen.blank()?;
    }
    Ok(())
}

fn draw(
    diagnostic: &Diagnostic,
    texts: &HashMap<&str, &str>,
    lang: Lang,
    columns: usize,
) -> String {
    let names = [
        msg!("severity-error").say(lang),
        msg!("severity-warning").say(lang),
        msg!("severity-info").say(lang),
        msg!("severity-help").say(lang),
    ];
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(names[0].as_str()),
        Severity::Warning => Level::WARNING.with_name(names[1].as_str()),
        Severity::Info => Level::INFO.with_name(names[2].as_str()),
    };
    let message = diagnostic.message.say(lang);
    let location = &diagnostic.location;
    let path = location.path.to_string();
    let title = level.primary_title(message.as_str()).id(diagnostic.code);
    let mut group =
        if let (Some(span), Some(text)) = (location.span, texts.get(location.file.as_str())) {
            let end = span.end.min(text.len()).max(span.start);
            let annotation = AnnotationKind::Primary
                .span(span.start..end)
                .label(path.as_str());
            title.element(
                Snippet::source(*text)
                    .path(location.file.as_str())
                    .annotation(annotation),
            )
        } else {
            let place = if path.is_empty() {
                location.file.clone()
            } else {
                format!("{}: {path}", location.file)
            };
            title.element(annotate_snippets::Origin::path(place))
        };
    if let Some(help) = &diagnostic.help {
        group = group.element(
            Level::HELP
                .with_name(names[3].as_str())
                .message(help.say(lang)),
        );
    }
    let report: [Group<'_>; 1] = [group];
    Renderer::styled().term_width(columns).render(&report)
}

/// Characters shown around the words of a finding, where its line is long.
const AROUND: usize = 90;

/// Draws a finding of a rule under the sentence it is about, and why it matters; a long line is
/// shown in part.
pub(super) fn finding(
    screen: &mut Screen,
    text: &str,
    diagnostic: &Diagnostic,
    why: Option<&str>,
) -> std::io::Result<()> {
    let lang = screen.lang();
    let why_name = msg!("severity-why").say(lang);
    let level = match diagnostic.severity {
        Severity::Error => (Level::ERROR, msg!("severity-error")),
        Severity::Warning => (Level::WARNING, msg!("severity-warning")),
        Severity::Info => (Level::INFO, msg!("severity-info")),
    };
    let name = level.1.say(lang);
    let message = diagnostic.message.say(lang);
    let help_name = msg!("severity-help").say(lang);
    let help = diagnostic.help.as_ref().map(|help| help.say(lang));
    let location = &diagnostic.location;
    let path = location.path.to_string();
    let place = match location.span {
        None => location.file.clone(),
        Some(span) => format!("{}:{}:{}", location.file, span.line, span.column),
    };
    let place = if path.is_empty() {
        place
    } else {
        format!("{place}: {path}")
    };
    let quote = diagnostic.quote.as_deref().unwrap_or_default();
    let mut group = level
        .0
        .with_name(name.as_str())
        .primary_title(message.as_str())
        .id(diagnostic.code)
        .element(annotate_snippets::Origin::path(place));
    // In a case the words stand in the letter, not in the file.
    let shown = match location.span {
        Some(span) if path.is_empty() => {
            let (from, window) = window(text, span.start, span.end);
            Some((
                window.to_owned(),
                span.start - from..span.end.min(from + window.len()) - from,
                span.line,
            ))
        }
        _ if quote.is_empty() => None,
        _ => Some((quote.to_owned(), 0..quote.len(), 1)),
    };
    if let Some((source, range, line)) = &shown {
        let annotation = AnnotationKind::Primary.span(range.clone());
        let snippet = Snippet::source(source.as_str())
            .line_start(*line)
            .annotation(annotation);
        group = group.element(snippet);
    }
    // Behind the number of the line and the name.
    let gutter = location.span.map_or(1, |span| span.line.to_string().len());
    let fitted = |name: &str, text: &str| -> String {
        let before = " ".repeat(gutter + " = : ".len() + name.width());
        let lines = screen.wrap(text, &before, &before);
        let lines: Vec<&str> = lines.iter().map(|line| line.trim_start()).collect();
        lines.join("\n")
    };
    let why = why.map(|why| fitted(&why_name, why));
    let help = help.map(|help| fitted(&help_name, &help));
    if let Some(why) = &why {
        let note = Level::NOTE.with_name(why_name.as_str());
        group = group.element(note.message(why.as_str()));
    }
    if let Some(help) = &help {
        group = group.element(
            Level::HELP
                .with_name(help_name.as_str())
                .message(help.as_str()),
        );
    }
    let report: [Group<'_>; 1] = [group];
    let drawn = Renderer::styled()
        .term_width(screen.columns())
        .render(&report);
    screen.line(&without_second_place(&drawn))?;
    screen.blank()
}

/// Takes out the line in which a snippet would name a second file: the words stand in the one
/// named above them.
fn without_second_place(drawn: &str) -> String {
    let lines = drawn.lines();
    let kept = lines.filter(|line| anstream::adapter::strip_str(line).to_string().trim() != ":::");
    kept.collect::<Vec<_>>().join("\n")
}

/// The lines of a place, or the part of them around it.
fn window(text: &str, start: usize, end: usize) -> (usize, &str) {
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let behind = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let back = text[line..start].char_indices().rev().nth(AROUND);
    let from = back.map_or(line, |(at, _)| line + at);
    let ahead = text[end..behind].char_indices().nth(AROUND);
    let to = ahead.map_or(behind, |(at, _)| end + at);
    (from, &text[from..to])
}

/// Writes diagnostics as data.
pub(super) fn as_json(found: &[Diagnostic], lang: Lang) -> Value {
    let list: Vec<Value> = found
        .iter()
        .map(|d| {
            let span = d.location.span;
            json!({
                "rule": d.code,
                "severity": d.severity.as_str(),
                "message": d.message.say(lang),
                "help": d.help.as_ref().map(|help| help.say(lang)),
                "file": d.location.file,
                "path": d.location.path.to_string(),
                "line": span.map(|s| s.line),
                "column": span.map(|s| s.column),
                "end_line": span.map(|s| s.end_line),
                "end_column": span.map(|s| s.end_column),
                "quote": d.quote,
            })
        })
        .collect();
    let count = |severity| found.iter().filter(|d| d.severity == severity).count();
    json!({
        "diagnostics": list,
        "summary": {
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "infos": count(Severity::Info),
        },
    })
}

/// Says why a command could not run.
pub(super) fn trouble(screen: &mut Screen, error: &anyhow::Error) {
    let lang = screen.lang();
    let (text, help) = match error.downcast_ref::<Trouble>() {
        Some(trouble) => (
            trouble.message.say(lang),
            trouble.help.as_ref().map(|h| h.say(lang)),
        ),
        None => (format!("{error:#}"), None),
    };
    let label = msg!("severity-error").say(lang);
    let style = crate::cli::screen::BAD;
    // Where standard error is gone there is nobody left to tell.
    let _ = screen.line(&format!("{style}{label}{style:#}: {text}"));
    if let Some(help) = help {
        let label = msg!("severity-help").say(lang);
        let _ = screen.paragraph(&help, &format!("  = {label}: "), "    ");
    }
}
