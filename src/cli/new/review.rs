//! The end of the interview: the letter as text, changes, export.

use anyhow::Result;
use inquire::InquireError;

use crate::cli::build;
use crate::cli::new::findings;
use crate::cli::new::prompt::{Line, cut, pick};
use crate::cli::new::session::Session;
use crate::cli::new::{beside, first_shown};
use crate::cli::screen::{CARE, GOOD};
use crate::cli::{Context, files, reply};
use crate::interview::{Interview, Question};
use crate::lang::Lang;
use crate::letter::{self, Form, Letter, Side};
use crate::message::Message;
use crate::msg;
use crate::render;

/// What follows the review.
pub(super) enum Next {
    /// Ask this question.
    Ask(String),
    /// Ask what is open.
    Open,
    /// The files are written.
    Done,
    /// Leave.
    Leave,
}

/// Shows the letter and asks what to do with it.
pub(super) fn review(
    ctx: &mut Context,
    interview: &Interview<'_>,
    session: &mut Session,
) -> Result<Next> {
    let questions = interview.questions(&session.case);
    let open = questions.iter().filter(|q| !q.answered).count();
    let letter = letter::assemble(
        interview.catalogue,
        interview.contacts,
        &session.case,
        ctx.today,
    )
    .ok();
    ctx.err.blank()?;
    ctx.err
        .heading(&format!("── {} ──", msg!("review-heading").say(ctx.lang)))?;
    if let Some(letter) = &letter {
        show(ctx, letter, first_shown(&session.case, ctx.lang))?;
    }
    let judged = match &letter {
        Some(letter) if open == 0 => findings::of(ctx, interview, &session.case, letter)?,
        _ => Vec::new(),
    };
    loop {
        state(ctx, open)?;
        if open == 0 && letter.is_some() {
            findings::show(ctx, &judged)?;
        }
        reply::clock(ctx, &session.case)?;
        let mut menu: Vec<(&str, Message)> = Vec::new();
        if open > 0 {
            menu.push(("open", msg!("review-open-questions")));
        }
        if !judged.is_empty() {
            menu.push(("findings", msg!("review-go-to")));
        }
        if let Some(letter) = &letter {
            let complete = letter.is_complete();
            let export = match (complete, letter.form) {
                (true, Form::Letter) => msg!("review-export"),
                (true, Form::Message) => msg!("review-export-message"),
                (false, _) => msg!("review-draft"),
            };
            menu.push(("export", export));
            let name = &letter.tags.reading.name;
            menu.push(("letter", msg!("review-show-letter")));
            menu.push(("reading", msg!("review-show-reading", lang = name)));
        }
        menu.push(("change", msg!("review-change")));
        menu.push(("leave", msg!("review-leave")));
        let picked = choose(ctx, &msg!("review-ask"), &menu)?;
        match (picked.as_deref(), &letter) {
            (Some("open"), _) => return Ok(Next::Open),
            (Some("letter"), Some(letter)) => show(ctx, letter, Side::Letter)?,
            (Some("reading"), Some(letter)) => show(ctx, letter, Side::Reading)?,
            (Some("findings"), _) => {
                if let Some(id) = findings::pick(ctx, &judged, &questions)? {
                    return Ok(Next::Ask(id));
                }
            }
            (Some("change"), _) => {
                if let Some(id) = which(ctx, &questions)? {
                    return Ok(Next::Ask(id));
                }
            }
            (Some("export"), Some(letter)) => {
                if export(ctx, interview, session, letter)? {
                    return Ok(Next::Done);
                }
            }
            _ => return Ok(Next::Leave),
        }
    }
}

fn state(ctx: &mut Context, open: usize) -> Result<()> {
    let (style, message) = if open > 0 {
        (CARE, msg!("review-open", open = open))
    } else {
        (GOOD, msg!("review-complete"))
    };
    ctx.err.blank()?;
    ctx.err
        .line(&format!("{style}{}{style:#}", message.say(ctx.lang)))?;
    Ok(())
}

/// Shows the letter as text in one of its languages.
fn show(ctx: &mut Context, letter: &Letter, side: Side) -> Result<()> {
    ctx.err.blank()?;
    let text = render::preview(letter, side, ctx.err.columns());
    ctx.err.line(text.trim_end())?;
    Ok(())
}

/// Lets one of some things be chosen; `None` after Ctrl-C or Esc.
fn choose(ctx: &Context, ask: &Message, menu: &[(&str, Message)]) -> Result<Option<String>> {
    let columns = ctx.err.columns().saturating_sub(4);
    let line = |(id, title): &(&str, Message)| {
        let shown = cut(&title.say(ctx.lang), columns);
        Line {
            id: (*id).to_owned(),
            found_by: shown.to_lowercase(),
            shown,
        }
    };
    let lines = menu.iter().map(line).collect();
    taken(pick(
        &ask.say(ctx.lang),
        lines,
        0,
        &msg!("keys-one").say(ctx.lang),
    ))
}

pub(super) fn taken(picked: Result<Line, InquireError>) -> Result<Option<String>> {
    match picked {
        Ok(line) => Ok(Some(line.id)),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Lets an answer be chosen to change.
fn which(ctx: &Context, questions: &[Question]) -> Result<Option<String>> {
    let columns = ctx.err.columns().saturating_sub(4);
    let lang = ctx.lang;
    let line = |question: &Question| {
        let about = question
            .about
            .as_ref()
            .map(|about| format!("{} › ", about.say(lang)));
        let given = given(question, lang);
        let whole = format!(
            "{}{} {given}",
            about.unwrap_or_default(),
            question.ask.say(lang)
        );
        Line {
            id: question.id.clone(),
            shown: cut(&whole, columns),
            found_by: format!("{} {whole}", question.id).to_lowercase(),
        }
    };
    let lines = questions.iter().map(line).collect();
    taken(pick(
        &msg!("review-which").say(lang),
        lines,
        0,
        &msg!("keys-one").say(lang),
    ))
}

/// The present answer in a few words.
fn given(question: &Question, lang: Lang) -> String {
    use crate::interview::Kind;
    match (&question.text, &question.kind) {
        (Some(text), _) => text.clone(),
        (None, Kind::One(choices) | Kind::Many(choices)) if !question.chosen.is_empty() => {
            let chosen = choices.iter().filter(|c| question.chosen.contains(&c.id));
            chosen
                .map(|c| c.title.say(lang))
                .collect::<Vec<_>>()
                .join(" · ")
        }
        _ => msg!("review-no-answer").say(lang),
    }
}

/// Writes the files; `false` where the seller thought better of it.
fn export(
    ctx: &mut Context,
    interview: &Interview<'_>,
    session: &mut Session,
    letter: &Letter,
) -> Result<bool> {
    let mut folder = build::default_folder(&session.path);
    let mut force = false;
    let formats = render::formats(letter);
    if formats
        .iter()
        .any(|format| folder.join(format.file_name(letter)).exists())
    {
        let name = folder
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let other = (2..1000)
            .map(|n| beside(&folder, &format!("{name}-{n}")))
            .find(|p| !p.exists());
        let other = other.unwrap_or_else(|| folder.clone());
        ctx.err
            .say(&msg!("export-exists", folder = files::shown(&folder)))?;
        let menu = [
            ("replace", msg!("export-replace")),
            (
                "beside",
                msg!("export-beside", folder = files::shown(&other)),
            ),
            ("cancel", msg!("export-cancel")),
        ];
        match choose(ctx, &msg!("review-ask"), &menu)?.as_deref() {
            Some("replace") => force = true,
            Some("beside") => folder = other,
            _ => return Ok(false),
        }
    }
    // From now on the letter has its day, so that it comes out the same tomorrow.
    if letter.is_complete() && session.case.date.is_none() {
        session.case.date = Some(ctx.today);
        session.save(ctx)?;
    }
    let written = build::write(letter, formats, &folder, force)?;
    ctx.err.say(&msg!("export-done"))?;
    for path in &written {
        ctx.out.line(&files::shown(path))?;
    }
    if !letter.is_complete() {
        ctx.err
            .say(&msg!("draft-written", gaps = letter.gaps.len()))?;
    }
    let marketplace = session.case.marketplace.as_deref();
    let marketplace = marketplace.and_then(|id| interview.contacts.get(id));
    build::after(ctx, letter, marketplace)?;
    Ok(true)
}
