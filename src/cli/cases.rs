//! Opening a case: the file, and the part of the data it needs.

use std::path::Path;

use anyhow::Result;

use crate::case::{self, Case};
use crate::catalogue::{self, AppealId, Catalogue};
use crate::check::Judged;
use crate::cli::{Context, Trouble, appeals, contacts, files, report, reviewer};
use crate::contacts::Contacts;
use crate::diagnostic::Diagnostic;
use crate::interview::Interview;
use crate::letter::{self, Letter};
use crate::msg;
use crate::source::SourceFile;

/// A case with what it draws on.
pub(super) struct Opened {
    pub(super) file: SourceFile,
    pub(super) case: Case,
    pub(super) catalogue: Catalogue,
    pub(super) contacts: Contacts,
}

/// Opens a case file; what is wrong with it is shown.
pub(super) fn open(ctx: &mut Context, path: &Path) -> Result<Opened> {
    let file = match files::read(path)? {
        Ok(file) => file,
        Err(diagnostic) => return refuse(ctx, &[], &[*diagnostic]),
    };
    let unchecked = match case::read(&file) {
        Ok(unchecked) => unchecked,
        Err(found) => return refuse(ctx, &[file], &found),
    };
    let head = unchecked.head();
    // Where a name leads nowhere, everything is loaded to offer the nearest.
    let id = head.appeal.as_deref().and_then(AppealId::parse);
    let mut catalogue = appeals::load(ctx, |path| {
        id.as_ref().map_or(path.starts_with("_common/"), |id| {
            catalogue::wanted(path, id)
        })
    })?;
    if head.appeal.is_some() && catalogue.types.is_empty() {
        catalogue = appeals::load(ctx, |_| true)?;
    }
    let contacts = contacts::load_for(head.marketplace.as_deref().unwrap_or_default(), false)?;
    match case::check(&file, &unchecked, &catalogue, &contacts, ctx.today) {
        Ok(case) => Ok(Opened {
            file,
            case,
            catalogue,
            contacts,
        }),
        Err(found) => refuse(ctx, &[file], &found),
    }
}

/// Puts together the letter of a case, or says what has to be chosen first.
pub(super) fn letter(ctx: &Context, opened: &Opened) -> Result<Letter> {
    letter::assemble(&opened.catalogue, &opened.contacts, &opened.case, ctx.today).map_err(
        |error| {
            let message = match error {
                letter::AssembleError::NoAppeal => msg!("no-appeal-yet"),
                letter::AssembleError::NoMarketplace => msg!("no-marketplace-yet"),
                letter::AssembleError::NoBranch => msg!("no-branch-yet"),
            };
            let help = msg!("go-on-help", file = &opened.file.path);
            Trouble::new(message).help(help).into()
        },
    )
}

/// Reads a case and its letter as a reviewer would.
pub(super) fn look(ctx: &mut Context, opened: &Opened, letter: &Letter) -> Result<Vec<Judged>> {
    let case = &opened.case;
    let appeal_type = case.appeal_type(&opened.catalogue);
    let marketplace = case.marketplace.as_deref();
    let marketplace = marketplace.and_then(|id| opened.contacts.get(id));
    match (appeal_type, marketplace) {
        (Some(appeal_type), Some(marketplace)) => {
            reviewer::look(ctx, case, appeal_type, marketplace, letter)
        }
        _ => Ok(Vec::new()),
    }
}

/// Reads a case file for an interview, which has loaded everything; its text comes with it.
pub(super) fn read(
    ctx: &mut Context,
    path: &Path,
    interview: &Interview<'_>,
) -> Result<(Case, String)> {
    let file = match files::read(path)? {
        Ok(file) => file,
        Err(diagnostic) => return refuse(ctx, &[], &[*diagnostic]),
    };
    match case::load(&file, interview.catalogue, interview.contacts, ctx.today) {
        Ok(case) => Ok((case, file.text.into_owned())),
        Err(found) => refuse(ctx, &[file], &found),
    }
}

fn refuse<T>(ctx: &mut Context, files: &[SourceFile], found: &[Diagnostic]) -> Result<T> {
    report::diagnostics(&mut ctx.err, files, found)?;
    let help = msg!("case-unusable-help");
    Err(Trouble::new(msg!("case-unusable", problems = found.len()))
        .help(help)
        .into())
}
