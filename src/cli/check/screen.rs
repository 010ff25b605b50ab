//! Findings for people: the sentence with the words underlined, why, and what to write instead.

use anyhow::Result;

use super::told::Tellings;
use crate::cli::{Context, report};
use crate::diagnostic::Severity;
use crate::msg;

/// Draws every finding, and counts them.
pub(super) fn write(ctx: &mut Context, tellings: &Tellings) -> Result<()> {
    let mut suppressed = 0;
    // Why a rule matters is said once.
    let mut explained: Vec<&str> = Vec::new();
    for (input, told) in &tellings.inputs {
        for finding in told {
            if finding.suppressed.is_some() {
                suppressed += 1;
                continue;
            }
            let why = if explained.contains(&finding.rule.id) {
                None
            } else {
                explained.push(finding.rule.id);
                Some(finding.rule.why.get(ctx.lang))
            };
            let text = &input.file().text;
            report::finding(&mut ctx.out, text, &finding.diagnostic(), why)?;
        }
    }
    let count = |severity| {
        tellings
            .open()
            .filter(|told| told.rule.severity == severity)
            .count()
    };
    let (errors, warnings, infos) = (
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Info),
    );
    if errors + warnings + infos == 0 {
        ctx.err
            .say(&msg!("check-clean", files = tellings.inputs.len()))?;
    } else {
        let message = msg!(
            "check-summary",
            errors = errors,
            warnings = warnings,
            infos = infos
        );
        ctx.err.say(&message)?;
        ctx.err.say(&msg!("check-explain"))?;
    }
    if suppressed > 0 {
        ctx.err.say(&msg!("check-suppressed", count = suppressed))?;
    }
    Ok(())
}
