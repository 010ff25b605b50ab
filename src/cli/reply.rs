//! `poa reply`: a message to a buyer, drafted at a terminal.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::case::Case;
use crate::catalogue::AppealId;
use crate::cli::screen::STRONG;
use crate::cli::{Context, Outcome, new, replies};
use crate::msg;

/// Arguments of `poa reply`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  poa reply
  poa reply wrong-item
  poa reply reply.yaml")]
pub(super) struct Arguments {
    /// What the message is about, or the case file to go on with; asked without it
    #[arg(value_name = "TYPE|CASE")]
    what: Option<PathBuf>,
}

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    let free = || new::free_name("reply");
    let Some(what) = &arguments.what else {
        return new::interview(ctx, free(), None);
    };
    if is_case(what) {
        return new::interview(ctx, what.clone(), None);
    }
    let catalogue = replies::load(ctx)?;
    let reply = replies::find(&catalogue, &what.to_string_lossy())?;
    if reply.refusal.is_some() {
        let title = reply.title.get(ctx.lang).to_owned();
        ctx.err.line(&format!("{STRONG}{title}{STRONG:#}"))?;
        replies::refusal(&mut ctx.err, reply)?;
        return Ok(Outcome::Findings);
    }
    let id = reply.id.clone();
    new::interview(ctx, free(), Some(id))
}

fn is_case(what: &Path) -> bool {
    let ending = what.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    what.exists() || ending.is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// Says until when an answer counts as in time.
pub(super) fn clock(ctx: &mut Context, case: &Case) -> Result<()> {
    let reply = case.appeal.as_ref().is_some_and(AppealId::is_reply);
    let Some(by) = case.buyer.answer_by().filter(|_| reply) else {
        return Ok(());
    };
    let message = if by.date() < ctx.today {
        msg!("answer-late", by = by.format("%Y-%m-%d %H:%M").to_string())
    } else {
        msg!("answer-by", by = by.format("%Y-%m-%d %H:%M").to_string())
    };
    ctx.err.say(&message)?;
    Ok(())
}
