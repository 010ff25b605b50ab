//! The second pair of eyes on a case: used by `check`, by `build` before it writes, by `new` at the review.

use anyhow::Result;

use crate::case::Case;
use crate::catalogue::{AppealType, Stance};
use crate::check::{self, About, Judged, Kind, Lexicon, Subject};
use crate::cli::{Context, Trouble, files, report};
use crate::contacts::Marketplace;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::letter::{Both, Letter};
use crate::msg;

/// Reports whether the rules know a language.
pub(super) fn reads(lang: Lang) -> bool {
    matches!(lang.as_str(), "en" | "zh" | "ja" | "de")
}

/// Loads the words of a language's rules.
pub(super) fn lexicon(ctx: &mut Context, lang: Lang) -> Result<Lexicon> {
    let ready = || Lexicon::built_in(lang);
    if let Some(lexicon) = files::built_in_checks(ctx).then(ready).flatten() {
        return Ok(lexicon);
    }
    let folder = format!("_check/{lang}/");
    let (root, decoded) = files::checks(ctx, |path| path.starts_with(&folder))?;
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut sources = Vec::new();
    for file in decoded {
        match file {
            Ok(file) => sources.push(file),
            Err(diagnostic) => found.push(*diagnostic),
        }
    }
    match Lexicon::load(lang, &sources) {
        Ok(lexicon) if found.is_empty() => return Ok(lexicon),
        Ok(_) => {}
        Err(problems) => found.extend(problems),
    }
    report::diagnostics(&mut ctx.err, &sources, &found)?;
    let trouble = Trouble::new(msg!("catalogue-unusable", problems = found.len()));
    Err(trouble
        .help(msg!("catalogue-unusable-help", folder = root))
        .into())
}

/// Reads a case and its letter as a reviewer would: the letter in both languages, the two against
/// each other, and what the letter does not show.
pub(super) fn look(
    ctx: &mut Context,
    case: &Case,
    appeal_type: &AppealType,
    marketplace: &Marketplace,
    letter: &Letter,
) -> Result<Vec<Judged>> {
    let mut load = |lang: Lang| -> Result<Option<Lexicon>> {
        if reads(lang) {
            lexicon(ctx, lang).map(Some)
        } else {
            Ok(None)
        }
    };
    let lexicons = Both {
        letter: load(letter.languages.letter)?,
        reading: load(letter.languages.reading)?,
    };
    let subject = Subject {
        case,
        appeal_type,
        marketplace,
        letter,
        today: ctx.today,
    };
    let about = About {
        domain: Some(&marketplace.domain),
        owes_no_plan: appeal_type.stance != Stance::Acknowledge,
    };
    let sides = Both {
        letter: lexicons.letter.as_ref(),
        reading: lexicons.reading.as_ref(),
    };
    let kind = Kind::of(appeal_type);
    let mut found = check::check_letter(letter, &sides, kind, about);
    found.extend(check::check_case(&subject));
    Ok(check::judge(found, case))
}

/// Counts the open findings of a severity.
pub(super) fn count(judged: &[Judged], severity: Severity) -> usize {
    judged
        .iter()
        .filter(|j| j.suppressed.is_none() && j.finding.rule.severity == severity)
        .count()
}
