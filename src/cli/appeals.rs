//! `poa appeals`: the catalogue, one type of it, or a folder checked.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use serde_json::{Value, json};

use crate::catalogue::{AppealType, Catalogue, Stance};
use crate::cli::screen::{FAINT, GOOD, STRONG, Screen};
use crate::cli::{Context, Outcome, Output, Trouble, files, report};
use crate::diagnostic::Diagnostic;
use crate::lang::{EN, Lang, Texts};
use crate::message::Message;
use crate::msg;
use crate::source::SourceFile;

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
    let catalogue = load(ctx, |_| true)?;
    match (&arguments.appeal, arguments.format) {
        (None, Output::Text) => list(&mut ctx.out, &catalogue)?,
        (None, Output::Json) => {
            let types: Vec<Value> = catalogue.types.values().map(as_json).collect();
            ctx.out.line(&serde_json::to_string_pretty(&types)?)?;
        }
        (Some(name), format) => {
            let appeal_type = find(&catalogue, name)?;
            match format {
                Output::Text => show(&mut ctx.out, &catalogue, appeal_type)?,
                Output::Json => {
                    ctx.out
                        .line(&serde_json::to_string_pretty(&as_json(appeal_type))?)?;
                }
            }
        }
    }
    Ok(Outcome::Fine)
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

fn show(out: &mut Screen, catalogue: &Catalogue, appeal_type: &AppealType) -> Result<()> {
    let lang = out.lang();
    let say = |message: Message| message.say(lang);
    out.heading(appeal_type.title.get(lang))?;
    out.line(&format!("{FAINT}{}{FAINT:#}", appeal_type.id))?;
    out.blank()?;
    out.paragraph(appeal_type.use_when.get(lang), "", "")?;
    out.blank()?;
    out.heading(&say(msg!("appeal-not-when")))?;
    out.paragraph(appeal_type.not_when.get(lang), "", "")?;
    if let Some(target) = &appeal_type.target {
        let language = catalogue
            .languages
            .get(&lang)
            .unwrap_or_else(|| catalogue.language(EN));
        let message = match target.comparison {
            crate::catalogue::Comparison::Below => "target-below",
            crate::catalogue::Comparison::AtLeast => "target-at-least",
        };
        out.blank()?;
        out.heading(&say(msg!("appeal-target")))?;
        let text = Message::new(message)
            .with(
                "metric",
                language
                    .metrics
                    .get(&target.metric)
                    .cloned()
                    .unwrap_or_default(),
            )
            .with("percent", language.formats.percent(&target.percent))
            .with("window", target.window.get(lang));
        out.paragraph(&say(text), "", "")?;
        let source = msg!(
            "source-checked",
            source = &target.source,
            day = target.checked.to_string()
        );
        out.line(&format!("{FAINT}{}{FAINT:#}", say(source)))?;
    }
    out.blank()?;
    out.heading(&say(msg!("appeal-asks")))?;
    for fact in appeal_type.facts.values() {
        let label = fact.label.get(lang);
        let optional = if fact.optional {
            say(msg!("appeal-optional"))
        } else {
            String::new()
        };
        out.paragraph(&format!("{label}{optional}"), "  - ", "    ")?;
    }
    out.blank()?;
    out.heading(&say(msg!("appeal-causes")))?;
    for (number, cause) in appeal_type.causes.values().enumerate() {
        let title = cause.title.get(lang);
        out.paragraph(title, &format!("{:>3}. ", number + 1), "     ")?;
        for (label, ids, answers) in [
            (msg!("appeal-actions"), &cause.actions, &appeal_type.actions),
            (
                msg!("appeal-measures"),
                &cause.measures,
                &appeal_type.measures,
            ),
        ] {
            out.line(&format!("     {FAINT}{}{FAINT:#}", say(label)))?;
            for answer in ids.iter().filter_map(|id| answers.get(id)) {
                out.paragraph(answer.title.get(lang), "       - ", "         ")?;
            }
        }
    }
    out.blank()?;
    out.heading(&say(msg!("appeal-evidence")))?;
    for evidence in appeal_type.evidence.values() {
        out.line(&format!("  {STRONG}{}{STRONG:#}", evidence.title.get(lang)))?;
        for (label, texts) in [
            (msg!("evidence-accepted"), &evidence.accept),
            (msg!("evidence-refused"), &evidence.reject),
        ] {
            let label = say(label);
            for text in texts {
                let first = format!("    {label}");
                let rest = " ".repeat(unicode_width::UnicodeWidthStr::width(first.as_str()));
                out.paragraph(text.get(lang), &first, &rest)?;
            }
        }
    }
    out.blank()?;
    out.say(&msg!("appeal-next"))?;
    Ok(())
}

fn as_json(appeal_type: &AppealType) -> Value {
    let entries = |ids: &[String], of: &indexmap::IndexMap<String, crate::catalogue::Answer>| {
        let list = ids.iter().filter_map(|id| of.get_key_value(id));
        list.map(|(id, answer)| {
            json!({
                "id": id,
                "title": by_language(&answer.title),
                "text": by_language(&answer.sentence.texts),
                "evidence": answer.evidence,
            })
        })
        .collect::<Vec<Value>>()
    };
    json!({
        "id": appeal_type.id.to_string(),
        "family": appeal_type.id.family(),
        "issue": appeal_type.issue,
        "stance": match appeal_type.stance {
            Stance::Acknowledge => "acknowledge",
            Stance::Dispute => "dispute",
            Stance::Documents => "documents",
        },
        "title": by_language(&appeal_type.title),
        "use_when": by_language(&appeal_type.use_when),
        "not_when": by_language(&appeal_type.not_when),
        "target": appeal_type.target.as_ref().map(|target| json!({
            "metric": target.metric,
            "percent": target.percent.to_string(),
            "window": by_language(&target.window),
            "source": target.source,
            "checked": target.checked.to_string(),
        })),
        "facts": appeal_type.facts.iter().map(|(id, fact)| json!({
            "id": id,
            "type": fact.kind.as_str(),
            "optional": fact.optional,
            "label": by_language(&fact.label),
            "ask": by_language(&fact.ask),
            "why": by_language(&fact.why),
        })).collect::<Vec<Value>>(),
        "root_causes": appeal_type.causes.iter().map(|(id, cause)| json!({
            "id": id,
            "title": by_language(&cause.title),
            "text": by_language(&cause.sentence.texts),
            "actions": entries(&cause.actions, &appeal_type.actions),
            "measures": entries(&cause.measures, &appeal_type.measures),
        })).collect::<Vec<Value>>(),
        "evidence": appeal_type.evidence.iter().map(|(id, evidence)| json!({
            "id": id,
            "title": by_language(&evidence.title),
            "shows": by_language(&evidence.shows),
            "accept": evidence.accept.iter().map(by_language).collect::<Vec<Value>>(),
            "reject": evidence.reject.iter().map(by_language).collect::<Vec<Value>>(),
        })).collect::<Vec<Value>>(),
    })
}

/// A text as `{ en: …, zh: … }`.
pub(super) fn by_language(texts: &Texts) -> Value {
    texts
        .0
        .iter()
        .map(|(lang, text): (&Lang, &String)| (lang.to_string(), json!(text)))
        .collect()
}
