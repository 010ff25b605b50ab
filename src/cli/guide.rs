//! `poa guide`: how an appeal is won, and what one type's reviewers look at.

use anyhow::Result;
use clap::Args;
use serde_json::{Value, json};

use crate::catalogue::{AppealType, Catalogue, Guide, GuideKind};
use crate::cli::appeals::{self, by_language};
use crate::cli::screen::{FAINT, Screen};
use crate::cli::{Context, Outcome, Output, Trouble};
use crate::msg;

/// Arguments of `poa guide`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  poa guide
  poa guide order-defect-rate
  poa guide --format json")]
pub(super) struct Arguments {
    /// Appeal type; without one, what holds for every appeal
    #[arg(value_name = "TYPE")]
    appeal: Option<String>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
}

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    if let Some(name) = &arguments.appeal {
        let catalogue = appeals::load(ctx, appeals::is_letter)?;
        let appeal_type = appeals::find(&catalogue, name)?;
        match arguments.format {
            Output::Text => show_type(&mut ctx.out, &catalogue, appeal_type)?,
            Output::Json => {
                let answer = type_as_json(appeal_type);
                ctx.out.line(&serde_json::to_string_pretty(&answer)?)?;
            }
        }
        return Ok(Outcome::Fine);
    }
    let shared = |path: &str| path.starts_with("_common/") || path.starts_with("_guide/");
    let catalogue = appeals::load(ctx, shared)?;
    let guide = catalogue
        .guide
        .as_ref()
        .ok_or_else(|| Trouble::new(msg!("missing-file", file = "_guide/en.yaml")))?;
    match arguments.format {
        Output::Text => show(&mut ctx.out, guide)?,
        Output::Json => ctx
            .out
            .line(&serde_json::to_string_pretty(&as_json(guide))?)?,
    }
    Ok(Outcome::Fine)
}

fn show(out: &mut Screen, guide: &Guide) -> Result<()> {
    let lang = out.lang();
    let number = |id: &String| guide.sources.get_index_of(id).map_or(0, |at| at + 1);
    out.heading(guide.title.get(lang))?;
    for section in &guide.sections {
        out.blank()?;
        out.heading(section.title.get(lang))?;
        for (at, line) in section.lines.iter().enumerate() {
            let first = match section.kind {
                GuideKind::Steps => format!("  {}. ", at + 1),
                GuideKind::Points => "  - ".to_owned(),
            };
            let mut text = line.text.get(lang).to_owned();
            if !line.sources.is_empty() {
                let numbers: Vec<String> = line
                    .sources
                    .iter()
                    .map(|id| number(id).to_string())
                    .collect();
                let numbers = numbers.join(",");
                text = format!("{text} {FAINT}[{numbers}]{FAINT:#}");
            }
            out.paragraph(&text, &first, &" ".repeat(first.len()))?;
        }
    }
    out.blank()?;
    out.heading(&msg!("guide-sources").say(lang))?;
    for (at, source) in guide.sources.values().enumerate() {
        let text = msg!(
            "guide-source",
            source = &source.title.0,
            day = source.checked.to_string()
        );
        let first = format!("  [{}] ", at + 1);
        out.paragraph(
            &format!("{FAINT}{}{FAINT:#}", text.say(lang)),
            &first,
            &" ".repeat(first.len()),
        )?;
    }
    out.blank()?;
    out.say(&msg!("guide-next"))?;
    Ok(())
}

fn show_type(out: &mut Screen, catalogue: &Catalogue, appeal_type: &AppealType) -> Result<()> {
    let lang = out.lang();
    out.heading(appeal_type.title.get(lang))?;
    out.line(&format!("{FAINT}{}{FAINT:#}", appeal_type.id))?;
    for (heading, text) in [
        (msg!("guide-use-when"), &appeal_type.use_when),
        (msg!("appeal-not-when"), &appeal_type.not_when),
    ] {
        out.blank()?;
        out.heading(&heading.say(lang))?;
        out.paragraph(text.get(lang), "", "")?;
    }
    appeals::look_for(out, appeal_type)?;
    if let Some(metric) = &appeal_type.target {
        appeals::target(out, catalogue, metric)?;
    }
    appeals::evidence(out, appeal_type)?;
    out.blank()?;
    out.say(&msg!("guide-type-next"))?;
    Ok(())
}

fn as_json(guide: &Guide) -> Value {
    json!({
        "title": by_language(&guide.title),
        "sections": guide.sections.iter().map(|section| json!({
            "id": section.id,
            "title": by_language(&section.title),
            "kind": match section.kind {
                GuideKind::Steps => "steps",
                GuideKind::Points => "points",
            },
            "lines": section.lines.iter().map(|line| json!({
                "id": line.id,
                "text": by_language(&line.text),
                "sources": line.sources,
            })).collect::<Vec<Value>>(),
        })).collect::<Vec<Value>>(),
        "sources": guide.sources.iter().map(|(id, source)| json!({
            "id": id,
            "title": source.title.0,
            "checked": source.checked.to_string(),
        })).collect::<Vec<Value>>(),
    })
}

/// What the guide says of a type, as `poa appeals` writes it.
fn type_as_json(appeal_type: &AppealType) -> Value {
    let mut answer = appeals::as_json(appeal_type);
    let keys = [
        "id", "title", "use_when", "not_when", "look_for", "target", "evidence",
    ];
    if let Value::Object(all) = &mut answer {
        all.retain(|key, _| keys.contains(&key.as_str()));
    }
    answer
}
