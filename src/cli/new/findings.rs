//! At the review: what a reviewer would object to, and the way to each answer.

use anyhow::Result;

use crate::case::Case;
use crate::check::{Judged, Place};
use crate::cli::new::prompt::{self, Line, cut};
use crate::cli::new::review::taken;
use crate::cli::screen::{BAD, CARE, FAINT, GOOD};
use crate::cli::{Context, reviewer};
use crate::diagnostic::Severity;
use crate::interview::{Interview, Question};
use crate::lang::Lang;
use crate::letter::Letter;
use crate::msg;

/// Returns what is open: the case does not suppress it.
pub(super) fn of(
    ctx: &mut Context,
    interview: &Interview<'_>,
    case: &Case,
    letter: &Letter,
) -> Result<Vec<Judged>> {
    let appeal_type = case.appeal_type(interview.catalogue);
    let marketplace = case.marketplace.as_deref();
    let marketplace = marketplace.and_then(|id| interview.contacts.get(id));
    let (Some(appeal_type), Some(marketplace)) = (appeal_type, marketplace) else {
        return Ok(Vec::new());
    };
    let mut judged = reviewer::look(ctx, case, appeal_type, marketplace, letter)?;
    judged.retain(|judged| judged.suppressed.is_none());
    Ok(judged)
}

/// Lists the findings, the gravest first.
pub(super) fn show(ctx: &mut Context, judged: &[Judged]) -> Result<()> {
    if judged.is_empty() {
        let text = msg!("review-nothing-found").say(ctx.lang);
        ctx.err.line(&format!("{GOOD}{text}{GOOD:#}"))?;
        return Ok(());
    }
    let count = |severity| reviewer::count(judged, severity);
    let message = msg!(
        "review-finding-count",
        errors = count(Severity::Error),
        warnings = count(Severity::Warning),
        infos = count(Severity::Info)
    );
    ctx.err.say(&message)?;
    for judged in sorted(judged) {
        let style = match judged.finding.rule.severity {
            Severity::Error => BAD,
            Severity::Warning => CARE,
            Severity::Info => FAINT,
        };
        let text = line(judged, ctx.lang);
        for line in ctx.err.wrap(&text, "- ", "  ") {
            ctx.err.line(&format!("{style}{line}{style:#}"))?;
        }
    }
    Ok(())
}

/// Lets a finding be chosen; returns the question to ask for it.
pub(super) fn pick(
    ctx: &Context,
    judged: &[Judged],
    questions: &[Question],
) -> Result<Option<String>> {
    let columns = ctx.err.columns().saturating_sub(4);
    let lines: Vec<Line> = sorted(judged)
        .into_iter()
        .filter_map(|judged| {
            let id = question(judged, questions)?;
            let text = line(judged, ctx.lang);
            Some(Line {
                id,
                shown: cut(&text, columns),
                found_by: text.to_lowercase(),
            })
        })
        .collect();
    if lines.is_empty() {
        return Ok(None);
    }
    taken(prompt::pick(
        &msg!("review-go-to").say(ctx.lang),
        lines,
        0,
        &msg!("keys-one").say(ctx.lang),
    ))
}

fn sorted(judged: &[Judged]) -> Vec<&Judged> {
    let mut sorted: Vec<&Judged> = judged.iter().collect();
    sorted.sort_by_key(|judged| std::cmp::Reverse(judged.finding.rule.severity));
    sorted
}

/// A finding in one line: what is, the words, what to do.
fn line(judged: &Judged, lang: Lang) -> String {
    let finding = &judged.finding;
    let detail = finding.detail.as_ref().map(|detail| detail.say(lang));
    let words = detail.unwrap_or_else(|| finding.quote.trim().to_owned());
    let message = finding.rule.message.get(lang);
    let help = finding.rule.help.get(lang);
    if words.is_empty() {
        msg!("finding-line", message = message, help = help).say(lang)
    } else {
        msg!(
            "finding-line-words",
            message = message,
            words = words,
            help = help
        )
        .say(lang)
    }
}

/// The question whose answer stands at the finding's entry, or nearest below or above it.
fn question(judged: &Judged, questions: &[Question]) -> Option<String> {
    let Place::Entry(path) = &judged.finding.place else {
        // Of the whole letter, the choice of causes decides most.
        return questions
            .iter()
            .find(|question| question.id == "root-causes")
            .map(|question| question.id.clone());
    };
    let mut path = path.clone();
    while !path.0.is_empty() {
        let id = path.to_string();
        let at = |question: &&Question| {
            question.id == id
                || question
                    .id
                    .strip_prefix(&id)
                    .is_some_and(|rest| rest.starts_with(['.', '[']))
        };
        if let Some(question) = questions.iter().find(at) {
            return Some(question.id.clone());
        }
        path.0.pop();
    }
    None
}
