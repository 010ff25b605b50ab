//! `poa appeals`: the catalogue, one type of it, or a folder checked.

mod json;
mod show;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use serde_json::Value;

use crate::catalogue::{AppealType, Catalogue, REPLIES};
use crate::cli::screen::{GOOD, Screen};
use crate::cli::{Context, Outcome, Output, Trouble, files, report};
use crate::diagnostic::Diagnostic;
use crate::lang::EN;
use crate::msg;
use crate::notice::{Recogniser, Surroundings};
use crate::source::SourceFile;
pub(super) use json::{as_json, by_language};
pub(super) use show::{evidence, look_for, target};

/// Arguments of `poa appeals`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  poa appeals
  poa appeals performance/late-shipment
  poa appeals --format json
  poa appeals --validate my-appeals")]
pub(super) struct Arguments {
    /// Appeal type to show; all are listed without one
    #[arg(value_name = "TYPE")]
    appeal: Option<String>,
    /// Check a folder of appeal types and say everything that is wrong with it
    #[arg(long, value_name = "DIR", conflicts_with = "appeal")]
    validate: Option<PathBuf>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
}

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    if let Some(folder) = &arguments.validate {
        let (root, decoded) = files::own_appeals(folder, |_| true)?;
        return validate(ctx, arguments.format, &root, decoded);
    }
    let catalogue = load(ctx, is_letter)?;
    match (&arguments.appeal, arguments.format) {
        (None, Output::Text) => list(&mut ctx.out, &catalogue)?,
        (None, Output::Json) => print_all(ctx, &catalogue)?,
        (Some(name), format) => {
            let appeal_type = find(&catalogue, name)?;
            print(ctx, &catalogue, appeal_type, format)?;
        }
    }
    Ok(Outcome::Fine)
}

/// Reports whether a file is no message to a buyer.
pub(super) fn is_letter(path: &str) -> bool {
    path.split_once('/')
        .is_none_or(|(folder, _)| folder != REPLIES)
}

/// Prints every type as JSON.
pub(super) fn print_all(ctx: &mut Context, catalogue: &Catalogue) -> Result<()> {
    let types: Vec<Value> = catalogue.types.values().map(as_json).collect();
    ctx.out.line(&serde_json::to_string_pretty(&types)?)?;
    Ok(())
}

/// Prints one type.
pub(super) fn print(
    ctx: &mut Context,
    catalogue: &Catalogue,
    appeal_type: &AppealType,
    format: Output,
) -> Result<()> {
    match format {
        Output::Text => show::show(&mut ctx.out, catalogue, appeal_type),
        Output::Json => {
            let json = serde_json::to_string_pretty(&as_json(appeal_type))?;
            ctx.out.line(&json)?;
            Ok(())
        }
    }
}

/// Loads the part of the catalogue a command needs; the user's own folder may be wrong.
pub(super) fn load(ctx: &mut Context, wanted: impl Fn(&str) -> bool) -> Result<Catalogue> {
    let (root, decoded) = files::appeals(ctx, wanted)?;
    let (files, mut found) = split(decoded);
    match Catalogue::load(&root, &files) {
        Ok(catalogue) if found.is_empty() => return Ok(catalogue),
        Ok(_) => {}
        Err(problems) => found.extend(problems),
    }
    report::diagnostics(&mut ctx.err, &files, &found)?;
    let help = msg!("catalogue-unusable-help", folder = root);
    Err(
        Trouble::new(msg!("catalogue-unusable", problems = found.len()))
            .help(help)
            .into(),
    )
}

/// Finds a type by what the user called it.
pub(super) fn find<'c>(catalogue: &'c Catalogue, name: &str) -> Result<&'c AppealType> {
    catalogue.find(name).map_err(|near| {
        let trouble = Trouble::new(msg!("unknown-appeal", name = name));
        let help = match near.first() {
            Some(near) => msg!("did-you-mean", name = near),
            None => msg!("unknown-appeal-help"),
        };
        trouble.help(help).into()
    })
}

fn split(decoded: Vec<files::Decoded>) -> (Vec<SourceFile>, Vec<Diagnostic>) {
    let mut files = Vec::new();
    let mut found = Vec::new();
    for file in decoded {
        match file {
            Ok(file) => files.push(file),
            Err(diagnostic) => found.push(*diagnostic),
        }
    }
    (files, found)
}

fn validate(
    ctx: &mut Context,
    format: Output,
    root: &str,
    decoded: Vec<files::Decoded>,
) -> Result<Outcome> {
    let (files, mut found) = split(decoded);
    if let Err(problems) = Catalogue::load(root, &files) {
        found.extend(problems);
    }
    if let Err(problems) = Recogniser::load(root, &files, Surroundings::default()) {
        found.extend(problems);
    }
    match format {
        Output::Json => {
            let answer = report::as_json(&found, ctx.lang);
            ctx.out.line(&serde_json::to_string_pretty(&answer)?)?;
        }
        Output::Text => {
            report::diagnostics(&mut ctx.out, &files, &found)?;
            ctx.out.say(&msg!(
                "files-checked",
                files = files.len(),
                problems = found.len()
            ))?;
        }
    }
    Ok(if found.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Findings
    })
}

fn list(out: &mut Screen, catalogue: &Catalogue) -> Result<()> {
    let lang = out.lang();
    let language = catalogue
        .languages
        .get(&lang)
        .unwrap_or_else(|| catalogue.language(EN));
    for (family, name) in &language.families {
        let types: Vec<&AppealType> = catalogue
            .types
            .values()
            .filter(|t| t.id.family() == family)
            .collect();
        if types.is_empty() {
            continue;
        }
        out.heading(name)?;
        for appeal_type in types {
            out.line(&format!("  {GOOD}{}{GOOD:#}", appeal_type.id))?;
            out.paragraph(appeal_type.title.get(lang), "      ", "      ")?;
        }
        out.blank()?;
    }
    out.say(&msg!("appeals-next"))?;
    Ok(())
}
