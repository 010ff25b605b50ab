//! Draws diagnostics and troubles.

use std::collections::HashMap;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

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
        .map(|file| (file.path.as_str(), file.text.as_str()))
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
