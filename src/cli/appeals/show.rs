//! One type on the screen: what it is for, what it asks, what can be confirmed.

use anyhow::Result;

use crate::catalogue::{AppealType, Branches, Catalogue, Choose, FactSource, Form};
use crate::cli::replies;
use crate::cli::screen::{FAINT, STRONG, Screen};
use crate::lang::EN;
use crate::message::Message;
use crate::metrics::Metric;
use crate::msg;

/// Shows a type.
pub(super) fn show(
    out: &mut Screen,
    catalogue: &Catalogue,
    appeal_type: &AppealType,
) -> Result<()> {
    let lang = out.lang();
    out.heading(appeal_type.title.get(lang))?;
    out.line(&format!("{FAINT}{}{FAINT:#}", appeal_type.id))?;
    out.blank()?;
    out.paragraph(appeal_type.use_when.get(lang), "", "")?;
    out.blank()?;
    out.heading(&msg!("appeal-not-when").say(lang))?;
    out.paragraph(appeal_type.not_when.get(lang), "", "")?;
    if appeal_type.refusal.is_some() {
        replies::refusal(out, appeal_type)?;
        return Ok(());
    }
    look_for(out, appeal_type)?;
    if appeal_type.id.is_reply() {
        out.blank()?;
        out.say(&msg!("reply-clock"))?;
    } else if appeal_type.form == Form::Message {
        let text = match appeal_type.limit_words {
            Some(limit) => msg!("appeal-message-limit", limit = limit as usize),
            None => msg!("appeal-message"),
        };
        out.blank()?;
        out.say(&text)?;
    }
    if let Some(metric) = &appeal_type.target {
        target(out, catalogue, metric)?;
    }
    facts(out, appeal_type)?;
    if let Some(branches_) = &appeal_type.branches {
        branches(out, appeal_type, branches_)?;
    }
    parts(out, appeal_type)?;
    if !appeal_type.causes.is_empty() {
        causes(out, appeal_type)?;
    }
    evidence(out, appeal_type)?;
    out.blank()?;
    out.say(&if appeal_type.id.is_reply() {
        msg!("reply-next", name = appeal_type.id.slug())
    } else {
        msg!("appeal-next")
    })?;
    Ok(())
}

/// Shows what the reviewers of a type look for.
pub(in crate::cli) fn look_for(out: &mut Screen, appeal_type: &AppealType) -> Result<()> {
    let lang = out.lang();
    if appeal_type.look_for.is_empty() {
        return Ok(());
    }
    out.blank()?;
    out.heading(&msg!("appeal-look-for").say(lang))?;
    for line in &appeal_type.look_for {
        out.paragraph(line.get(lang), "  - ", "    ")?;
    }
    Ok(())
}

/// Shows what Amazon asks for, and where that is said.
pub(in crate::cli) fn target(
    out: &mut Screen,
    catalogue: &Catalogue,
    metric: &Metric,
) -> Result<()> {
    let lang = out.lang();
    let language = catalogue
        .languages
        .get(&lang)
        .unwrap_or_else(|| catalogue.language(EN));
    out.blank()?;
    out.heading(&msg!("appeal-target").say(lang))?;
    let name = language.metrics.get(&metric.id).map_or("", String::as_str);
    let asks = metric.asks(name, &language.formats);
    out.paragraph(&asks.say(lang), "", "")?;
    if metric.delay > 0 {
        out.say(&msg!("odr-delay", days = usize::from(metric.delay)))?;
    }
    let note = metric.note.get(lang);
    if !note.is_empty() {
        out.paragraph(note, "", "")?;
    }
    let source = msg!(
        "source-checked",
        source = &metric.source,
        day = metric.checked.to_string()
    );
    out.paragraph(&format!("{FAINT}{}{FAINT:#}", source.say(lang)), "", "")?;
    Ok(())
}

fn facts(out: &mut Screen, appeal_type: &AppealType) -> Result<()> {
    let lang = out.lang();
    let say = |message: Message| message.say(lang);
    out.blank()?;
    out.heading(&say(msg!("appeal-asks")))?;
    for fact in appeal_type.facts.values() {
        let label = fact.label.get(lang);
        let note = match &fact.source {
            FactSource::Invoices(_) => say(msg!("appeal-from-invoices")),
            FactSource::Asked { .. } if fact.optional => say(msg!("appeal-optional")),
            FactSource::Asked { .. } => String::new(),
        };
        out.paragraph(&format!("{label}{note}"), "  - ", "    ")?;
    }
    if appeal_type.invoices {
        out.paragraph(&say(msg!("appeal-invoices")), "  - ", "    ")?;
    }
    Ok(())
}

/// Each situation with what belongs to it, by title.
fn branches(out: &mut Screen, whole: &AppealType, branches: &Branches) -> Result<()> {
    let lang = out.lang();
    out.blank()?;
    out.heading(&msg!("appeal-branches").say(lang))?;
    out.paragraph(branches.ask.get(lang), "", "")?;
    for (number, branch) in branches.options.values().enumerate() {
        let title = branch.title.get(lang);
        out.paragraph(title, &format!("{:>3}. ", number + 1), "     ")?;
        let parts = branch.appeal_type.parts.values().map(|part| &part.title);
        let causes = branch.appeal_type.causes.len();
        for part in parts {
            out.paragraph(part.get(lang), "       - ", "         ")?;
        }
        if causes > 0 {
            let all = whole.causes.len();
            let text = msg!("appeal-branch-causes", count = causes, all = all).say(lang);
            out.paragraph(&text, "       - ", "         ")?;
        }
    }
    Ok(())
}

/// What can be stated, part by part.
fn parts(out: &mut Screen, appeal_type: &AppealType) -> Result<()> {
    let lang = out.lang();
    for part in appeal_type.parts.values() {
        out.blank()?;
        out.heading(part.title.get(lang))?;
        let choose = match part.choose {
            Choose::One => msg!("appeal-choose-one"),
            Choose::Some => msg!("appeal-choose-some"),
            Choose::Any => msg!("appeal-choose-any"),
        };
        out.paragraph(part.ask.get(lang), "", "")?;
        out.line(&format!("{FAINT}{}{FAINT:#}", choose.say(lang)))?;
        for entry in part.entries.values() {
            out.paragraph(entry.title.get(lang), "  - ", "    ")?;
        }
    }
    Ok(())
}

fn causes(out: &mut Screen, appeal_type: &AppealType) -> Result<()> {
    let lang = out.lang();
    let say = |message: Message| message.say(lang);
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
    Ok(())
}

/// Shows the documents of a type, with what is accepted and what is refused of each.
pub(in crate::cli) fn evidence(out: &mut Screen, appeal_type: &AppealType) -> Result<()> {
    if appeal_type.evidence.is_empty() {
        return Ok(());
    }
    let lang = out.lang();
    let say = |message: Message| message.say(lang);
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
    Ok(())
}
