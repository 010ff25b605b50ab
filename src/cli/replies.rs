//! `poa replies`: the messages to buyers, or one of them.

use anyhow::Result;
use clap::Args;

use crate::catalogue::{AppealType, Catalogue, REPLIES};
use crate::cli::screen::{CARE, GOOD, STRONG, Screen};
use crate::cli::{Context, Outcome, Output, Trouble, appeals};
use crate::msg;

/// Arguments of `poa replies`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  poa replies
  poa replies wrong-item
  poa replies --format json")]
pub(super) struct Arguments {
    /// Message to show; all are listed without one
    #[arg(value_name = "TYPE")]
    reply: Option<String>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
}

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    let catalogue = load(ctx)?;
    let Some(name) = &arguments.reply else {
        match arguments.format {
            Output::Text => list(&mut ctx.out, &catalogue)?,
            Output::Json => appeals::print_all(ctx, &catalogue)?,
        }
        return Ok(Outcome::Fine);
    };
    let reply = find(&catalogue, name)?;
    appeals::print(ctx, &catalogue, reply, arguments.format)?;
    Ok(Outcome::Fine)
}

/// Loads the messages to buyers.
pub(super) fn load(ctx: &mut Context) -> Result<Catalogue> {
    let folder = format!("{REPLIES}/");
    appeals::load(ctx, |path| {
        path.starts_with("_common/") || path.starts_with(&folder)
    })
}

/// Finds a message by what the user called it.
pub(super) fn find<'c>(catalogue: &'c Catalogue, name: &str) -> Result<&'c AppealType> {
    catalogue.find(name).map_err(|near| {
        let help = match near.first() {
            Some(near) => msg!("did-you-mean", name = near),
            None => msg!("unknown-reply-help"),
        };
        Trouble::new(msg!("unknown-reply", name = name))
            .help(help)
            .into()
    })
}

/// Shows why nothing is written under a title, and what there is instead.
pub(super) fn refusal(screen: &mut Screen, reply: &AppealType) -> Result<()> {
    let lang = screen.lang();
    let Some(refusal) = &reply.refusal else {
        return Ok(());
    };
    for (style, heading, text) in [
        (CARE, msg!("reply-refused"), &refusal.why),
        (GOOD, msg!("reply-instead"), &refusal.instead),
    ] {
        screen.blank()?;
        screen.line(&format!("{style}{}{style:#}", heading.say(lang)))?;
        screen.paragraph(text.get(lang), "", "")?;
    }
    Ok(())
}

/// Every message by its slug; those that may not be written say so.
fn list(out: &mut Screen, catalogue: &Catalogue) -> Result<()> {
    let lang = out.lang();
    for refused in [false, true] {
        let heading = if refused {
            msg!("replies-refused")
        } else {
            msg!("replies-heading")
        };
        out.heading(&heading.say(lang))?;
        for reply in catalogue.types.values() {
            if reply.refusal.is_some() == refused {
                out.line(&format!("  {STRONG}{}{STRONG:#}", reply.id.slug()))?;
                out.paragraph(reply.title.get(lang), "      ", "      ")?;
            }
        }
        out.blank()?;
    }
    out.say(&msg!("replies-next"))?;
    Ok(())
}
