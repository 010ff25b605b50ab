//! `poa build`: a case becomes the letter's files.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::check::Judged;
use crate::cli::check::told;
use crate::cli::contacts::status_words;
use crate::cli::screen::{CARE, STRONG};
use crate::cli::{Context, Outcome, Trouble, cases, files, reply, report, reviewer};
use crate::contacts::{Marketplace, Status};
use crate::diagnostic::{Diagnostic, Severity};
use crate::letter::{Form, Letter};
use crate::msg;
use crate::render::{self, Format};
use crate::source::{self, SourceFile};

/// Arguments of `poa build`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  poa build case.yaml
  poa build case.yaml --out letter --force
  poa build case.yaml --format txt --out -
  poa build case.yaml --draft --format docx")]
pub(super) struct Arguments {
    /// The case file; - is standard input
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// Folder to write into; - prints one text format [default: a folder beside the case]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// What to write; everything without it
    #[arg(long, value_enum, value_delimiter = ',')]
    format: Vec<Wanted>,
    /// Replace files that exist
    #[arg(long)]
    force: bool,
    /// Write an incomplete letter, with every gap marked
    #[arg(long)]
    draft: bool,
}

/// What can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Wanted {
    /// Both DOCX files
    Docx,
    /// The bilingual DOCX to review; of a message, its text in the reading language
    Reading,
    /// The DOCX to send
    Sending,
    /// The e-mail, or the message
    Txt,
    /// The three boxes of the form
    Form,
}

impl Wanted {
    fn formats(self) -> &'static [Format] {
        match self {
            Self::Docx => &[Format::ReadingCopy, Format::SendingCopy],
            Self::Reading => &[Format::ReadingCopy, Format::MessageReading],
            Self::Sending => &[Format::SendingCopy],
            Self::Txt => &[Format::Email, Format::Message],
            Self::Form => &[Format::Form],
        }
    }
}

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    let opened = cases::open(ctx, &arguments.case)?;
    let letter = cases::letter(ctx, &opened)?;
    if !letter.is_complete() && !arguments.draft {
        missing(ctx, &opened.file, &letter)?;
        return Ok(Outcome::Findings);
    }
    let judged = cases::look(ctx, &opened, &letter)?;
    if reviewer::count(&judged, Severity::Error) > 0 && !arguments.draft {
        objections(ctx, &opened.file, &judged)?;
        return Ok(Outcome::Findings);
    }
    let formats: Vec<Format> = render::formats(&letter)
        .iter()
        .copied()
        .filter(|format| {
            arguments.format.is_empty()
                || arguments
                    .format
                    .iter()
                    .any(|wanted| wanted.formats().contains(format))
        })
        .collect();
    if formats.is_empty() {
        let trouble = Trouble::new(msg!("not-of-a-message"));
        return Err(trouble.help(msg!("not-of-a-message-help")).into());
    }
    // A message bears no date.
    if opened.case.date.is_none() && letter.form == Form::Letter {
        ctx.err
            .say(&msg!("dated-today", day = ctx.today.to_string()))?;
    }
    if arguments.out.as_deref() == Some(Path::new("-")) {
        return print(ctx, &letter, &formats);
    }
    let folder = arguments
        .out
        .clone()
        .unwrap_or_else(|| default_folder(&arguments.case));
    let written = write(&letter, &formats, &folder, arguments.force)?;
    for path in &written {
        ctx.out.line(&files::shown(path))?;
    }
    if !letter.is_complete() {
        ctx.err
            .say(&msg!("draft-written", gaps = letter.gaps.len()))?;
    }
    let warnings = reviewer::count(&judged, Severity::Warning);
    if warnings > 0 {
        let file = files::shown(&arguments.case);
        let message = msg!("build-warnings", count = warnings, file = file);
        ctx.err.say(&message)?;
    }
    let marketplace = opened.case.marketplace.as_deref();
    let marketplace = marketplace.and_then(|id| opened.contacts.get(id));
    reply::clock(ctx, &opened.case)?;
    after(ctx, &letter, marketplace)?;
    Ok(Outcome::Fine)
}

/// Shows what has to change before a letter is written.
fn objections(ctx: &mut Context, file: &SourceFile, judged: &[Judged]) -> Result<()> {
    for told in told::of_case(file, judged) {
        if told.suppressed.is_none() && told.rule.severity == Severity::Error {
            report::finding(&mut ctx.err, &file.text, &told.diagnostic(), None)?;
        }
    }
    let errors = reviewer::count(judged, Severity::Error);
    ctx.err.say(&msg!("build-refused", count = errors))?;
    ctx.err.say(&msg!("draft-help"))?;
    Ok(())
}

/// Says what is left to do with what was written.
pub(super) fn after(
    ctx: &mut Context,
    letter: &Letter,
    marketplace: Option<&Marketplace>,
) -> Result<()> {
    if let Some(render::TooLong { words, limit }) = render::too_long(letter) {
        let text = msg!("message-too-long", words = words, limit = limit).say(ctx.lang);
        for line in ctx.err.wrap(&text, "", "") {
            ctx.err.line(&format!("{CARE}{line}{CARE:#}"))?;
        }
    }
    // Where a message goes depends on its type, which says so itself.
    match marketplace {
        Some(marketplace) if letter.form == Form::Letter => route(ctx, marketplace),
        _ => Ok(()),
    }
}

/// A folder beside the case, named after it.
pub(super) fn default_folder(case: &Path) -> PathBuf {
    let stem = case
        .file_stem()
        .map_or_else(|| "case".into(), |s| s.to_string_lossy().into_owned());
    let stem = if stem == "-" { "case".to_owned() } else { stem };
    case.with_file_name(format!("{stem}-letter"))
}

/// Writes the files; none is replaced unasked, and none is begun before all are ready.
pub(super) fn write(
    letter: &Letter,
    formats: &[Format],
    folder: &Path,
    force: bool,
) -> Result<Vec<PathBuf>> {
    let paths: Vec<PathBuf> = formats
        .iter()
        .map(|f| folder.join(f.file_name(letter)))
        .collect();
    if !force {
        let there: Vec<String> = paths
            .iter()
            .filter(|p| p.exists())
            .map(|p| files::shown(p))
            .collect();
        if !there.is_empty() {
            let trouble = Trouble::new(msg!("exists", files = there.join(", ")));
            return Err(trouble.help(msg!("exists-help")).into());
        }
    }
    let mut rendered = Vec::with_capacity(formats.len());
    for format in formats {
        rendered.push(render::render(letter, *format)?);
    }
    files::make_folder(folder)?;
    for (path, bytes) in paths.iter().zip(&rendered) {
        files::write_whole(path, bytes)?;
    }
    Ok(paths)
}

fn print(ctx: &mut Context, letter: &Letter, formats: &[Format]) -> Result<Outcome> {
    let [format] = formats else {
        let trouble = Trouble::new(msg!("one-format"));
        return Err(trouble.help(msg!("one-format-help")).into());
    };
    if !format.is_text() && std::io::stdout().is_terminal() {
        let trouble = Trouble::new(msg!("docx-on-terminal"));
        return Err(trouble.help(msg!("one-format-help")).into());
    }
    ctx.out.bytes(&render::render(letter, *format)?)?;
    after(ctx, letter, None)?;
    Ok(Outcome::Fine)
}

/// Lists everything that is missing, with its place.
fn missing(ctx: &mut Context, file: &SourceFile, letter: &Letter) -> Result<()> {
    let lang = ctx.lang;
    let mut found: Vec<Diagnostic> = letter
        .gaps
        .iter()
        .map(|gap| {
            let message = msg!("missing-answer", what = gap.what.get(lang));
            Diagnostic::error(&file.path, gap.path.clone(), message)
        })
        .collect();
    source::locate(file, &mut found);
    ctx.err.say(&msg!("missing-answers", count = found.len()))?;
    for diagnostic in &found {
        let location = &diagnostic.location;
        let line = location.span.map_or(1, |span| span.line);
        ctx.err.line(&format!(
            "  {}:{line}: {STRONG}{}{STRONG:#}",
            location.file, location.path
        ))?;
        let text = diagnostic.message.say(lang);
        ctx.err.paragraph(&text, "      ", "      ")?;
    }
    ctx.err.blank()?;
    ctx.err.say(&msg!("go-on-help", file = &file.path))?;
    ctx.err.say(&msg!("draft-help"))?;
    Ok(())
}

/// Says how the letter gets to Amazon, and what is known of the address in the e-mail.
pub(super) fn route(ctx: &mut Context, marketplace: &Marketplace) -> Result<()> {
    let lang = ctx.lang;
    ctx.err.blank()?;
    let path = marketplace.route.path.get(lang);
    ctx.err.say(&msg!(
        "send-route",
        path = path,
        link = &marketplace.route.link
    ))?;
    match marketplace.performance_address() {
        None => ctx
            .err
            .say(&msg!("send-no-address", store = marketplace.name.get(lang)))?,
        Some(address) if address.status == Status::Current => {}
        Some(address) => {
            let status = status_words(address.status);
            let message = msg!(
                "send-old-address",
                address = &address.address,
                status = status
            );
            let text = message.say(lang);
            for line in ctx.err.wrap(&text, "", "") {
                ctx.err.line(&format!("{CARE}{line}{CARE:#}"))?;
            }
        }
    }
    Ok(())
}
