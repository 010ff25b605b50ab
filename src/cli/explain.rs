//! `poa explain`: why a rule exists, with an example and a remedy.

use anyhow::Result;
use clap::Args;
use serde_json::json;

use crate::check::{RULES, Rule};
use crate::cli::screen::STRONG;
use crate::cli::{Context, Outcome, Output, check};
use crate::diagnostic::Severity;
use crate::lang::{EN, Lang, ZH};
use crate::msg;

/// Arguments of `poa explain`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  poa explain
  poa explain blames-others
  poa explain undated-action --lang zh")]
pub(super) struct Arguments {
    /// Rule to explain; all are listed without it
    #[arg(value_name = "RULE")]
    rule: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    format: Output,
}

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    match (&arguments.rule, arguments.format) {
        (None, Output::Text) => list(ctx)?,
        (None, Output::Json) => {
            let all: Vec<_> = RULES.iter().map(as_json).collect();
            ctx.out.line(&serde_json::to_string_pretty(&all)?)?;
        }
        (Some(id), Output::Text) => one(ctx, check::known_rule(id)?)?,
        (Some(id), Output::Json) => {
            let rule = as_json(check::known_rule(id)?);
            ctx.out.line(&serde_json::to_string_pretty(&rule)?)?;
        }
    }
    Ok(Outcome::Fine)
}

fn list(ctx: &mut Context) -> Result<()> {
    let lang = ctx.lang;
    let widest = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    for rule in RULES {
        let first = format!("{:widest$}  {:8}", rule.id, severity(rule.severity, lang));
        let rest = " ".repeat(4);
        ctx.out.paragraph(rule.message.get(lang), &first, &rest)?;
    }
    ctx.err.say(&msg!("explain-more"))?;
    Ok(())
}

fn one(ctx: &mut Context, rule: &Rule) -> Result<()> {
    let lang = ctx.lang;
    ctx.out.line(&format!(
        "{STRONG}{}{STRONG:#} ({})",
        rule.id,
        severity(rule.severity, lang)
    ))?;
    ctx.out.paragraph(rule.message.get(lang), "", "")?;
    for (heading, text, mark) in [
        (msg!("explain-what"), &rule.what, ""),
        (msg!("explain-why"), &rule.why, ""),
        (msg!("explain-example"), &rule.example, "  | "),
        (msg!("explain-remedy"), &rule.remedy, "  | "),
        (msg!("explain-help"), &rule.help, ""),
    ] {
        ctx.out.blank()?;
        ctx.out.heading(&heading.say(lang))?;
        ctx.out.paragraph(text.get(lang), mark, mark)?;
    }
    Ok(())
}

fn severity(severity: Severity, lang: Lang) -> String {
    match severity {
        Severity::Error => msg!("severity-error"),
        Severity::Warning => msg!("severity-warning"),
        Severity::Info => msg!("severity-info"),
    }
    .say(lang)
}

fn as_json(rule: &'static Rule) -> serde_json::Value {
    let both =
        |text: &'static crate::message::Fixed| json!({ "en": text.get(EN), "zh": text.get(ZH) });
    json!({
        "rule": rule.id,
        "severity": rule.severity.as_str(),
        "message": both(&rule.message),
        "help": both(&rule.help),
        "what": both(&rule.what),
        "why": both(&rule.why),
        "example": both(&rule.example),
        "remedy": both(&rule.remedy),
    })
}
