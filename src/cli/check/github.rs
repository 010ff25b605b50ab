//! Findings as annotations of a GitHub workflow.

use anyhow::Result;

use super::told::Tellings;
use crate::cli::Context;
use crate::diagnostic::Severity;

/// Writes a workflow command a finding; an annotation is one line.
pub(super) fn write(ctx: &mut Context, tellings: &Tellings) -> Result<()> {
    let lang = ctx.lang;
    for told in tellings.open() {
        let command = match told.rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let file = property(&told.location.file);
        let place = told.location.span.map_or(String::new(), |span| {
            let end = if span.end_line == span.line {
                format!(",endColumn={}", span.end_column)
            } else {
                String::new()
            };
            format!(
                ",line={},endLine={},col={}{end}",
                span.line, span.end_line, span.column
            )
        });
        let text = format!("{} ({})", told.message().say(lang), told.help().say(lang));
        ctx.out.line(&format!(
            "::{command} file={file}{place},title={}::{}",
            told.rule.id,
            data(&text)
        ))?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_annotation_is_one_line() {
        assert_eq!(super::data("a\nb 5%"), "a%0Ab 5%25");
        assert_eq!(super::property("C:\\a,b"), "C%3A\\a%2Cb");
    }
}
