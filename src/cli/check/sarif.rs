//! Findings as a SARIF 2.1.0 log.

use std::fmt::Write;

use serde_json::{Value, json};

use super::told::{Tellings, Told};
use crate::check::{RULES, Rule};
use crate::diagnostic::Severity;
use crate::lang::Lang;

/// Writes the log; what is suppressed stands in it with its reason.
pub(super) fn log(tellings: &Tellings, lang: Lang) -> Value {
    let results: Vec<Value> = tellings.all().map(|told| result(told, lang)).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "poa",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": RULES.iter().map(|rule| descriptor(rule, lang)).collect::<Vec<_>>(),
            }},
            // Columns count characters, not UTF-16 units.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn descriptor(rule: &Rule, lang: Lang) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.message.get(lang) },
        "fullDescription": { "text": rule.what.get(lang) },
        "help": { "text": format!("{}\n\n{}", rule.why.get(lang), rule.help.get(lang)) },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(told: &Told, lang: Lang) -> Value {
    let index = RULES.iter().position(|rule| rule.id == told.rule.id);
    // Every result needs a place, or readers of the log refuse it.
    let region = match told.location.span {
        None => json!({ "startLine": 1 }),
        Some(span) => json!({
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
            "snippet": { "text": told.quote },
        }),
    };
    let mut result = json!({
        "ruleId": told.rule.id,
        "ruleIndex": index,
        "level": level(told.rule.severity),
        "message": { "text": format!("{} ({})", told.message().say(lang), told.help().say(lang)) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(&told.location.file) },
            "region": region,
        }}],
    });
    if let Some(reason) = &told.suppressed {
        result["suppressions"] = json!([{
            "kind": "inSource",
            "status": "accepted",
            "justification": reason,
        }]);
    }
    result
}

/// A path as a URI reference.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_path_with_chinese_is_a_uri() {
        assert_eq!(super::uri("a b/信.txt"), "a%20b/%E4%BF%A1.txt");
    }
}
