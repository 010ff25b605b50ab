//! `poa new`: the interview at a terminal.

mod findings;
mod prompt;
mod proposals;
mod review;
mod session;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::case::{Case, Named};
use crate::catalogue::{AppealId, Form};
use crate::cli::screen::{CARE, FAINT, GOOD, STRONG, Screen};
use crate::cli::{Context, Outcome, Trouble, appeals, contacts, files, notice, replies};
use crate::interview::{Given, Interview, Kind, Question, Stage, answer};
use crate::lang::Lang;
use crate::msg;
use prompt::Reply;
use review::Next;
use session::Session;

/// Arguments of `poa new`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  poa new
  poa new case.yaml
  poa new --notice notice.txt")]
pub(super) struct Arguments {
    /// The case file; a new one is begun without it
    #[arg(value_name = "CASE")]
    case: Option<PathBuf>,
    /// Begin with what a pasted notice says; you confirm each part of it
    #[arg(long, value_name = "FILE")]
    notice: Option<PathBuf>,
}

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    let path = arguments.case.clone();
    let path = path.unwrap_or_else(|| free_name("case"));
    let start = Start {
        about: About::Appeal,
        chosen: None,
        notice: arguments.notice.as_deref(),
    };
    hold_interview(ctx, path, &start)
}

/// Drafts a message to a buyer; its type may be chosen already.
pub(super) fn interview(
    ctx: &mut Context,
    path: PathBuf,
    chosen: Option<AppealId>,
) -> Result<Outcome> {
    let start = Start {
        about: About::Reply,
        chosen,
        notice: None,
    };
    hold_interview(ctx, path, &start)
}

/// What an interview begins with.
struct Start<'a> {
    about: About,
    /// The type, where it is chosen already.
    chosen: Option<AppealId>,
    /// A pasted notice.
    notice: Option<&'a Path>,
}

/// What a new case can be about; one that is there says it itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// A letter to Amazon.
    Appeal,
    /// A message to a buyer.
    Reply,
}

impl About {
    /// What a case file is about, where it says so.
    fn of(path: &Path) -> Option<Self> {
        let file = files::read(path).ok()?.ok()?;
        let head = crate::case::read(&file).ok()?.head();
        let id = AppealId::parse(head.appeal.as_deref()?)?;
        Some(if id.is_reply() {
            Self::Reply
        } else {
            Self::Appeal
        })
    }
}

fn hold_interview(ctx: &mut Context, path: PathBuf, start: &Start<'_>) -> Result<Outcome> {
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        let trouble = Trouble::new(msg!("not-a-terminal"));
        return Err(trouble.help(msg!("not-a-terminal-help")).into());
    }
    let about = if path.exists() {
        About::of(&path).unwrap_or(start.about)
    } else {
        start.about
    };
    let catalogue = match about {
        About::Appeal => appeals::load(ctx, appeals::is_letter)?,
        About::Reply => replies::load(ctx)?,
    };
    let contacts = contacts::load_for("", false)?;
    let interview = Interview {
        catalogue: &catalogue,
        contacts: &contacts,
        today: ctx.today,
    };
    let mut session = Session::open(ctx, &interview, path)?;
    if session.case.appeal.is_none() {
        session.case.appeal.clone_from(&start.chosen);
    }
    if let Some(notice) = start.notice {
        session.case.notice.named = Some(read_notice(ctx, notice)?);
    }
    if let Some(lang) = session.case.interface_language {
        ctx.speak(lang);
    } else if ctx.lang_chosen {
        session.case.interface_language = Some(ctx.lang);
    }
    welcome(ctx, &session, &interview)?;
    loop {
        match hold(ctx, &interview, &mut session)? {
            Held::Left => return leave(ctx, &session),
            Held::Through => match review::review(ctx, &interview, &mut session)? {
                Next::Ask(id) => session.next = Some(id),
                Next::Open => session.passed.clear(),
                Next::Done => return Ok(Outcome::Fine),
                Next::Leave => return leave(ctx, &session),
            },
        }
    }
}

/// Reads a notice for the case; what it says is shown before anything is asked.
fn read_notice(ctx: &mut Context, path: &Path) -> Result<Named> {
    let text = notice::text_of(path)?;
    let reader = notice::reader(ctx, Some(&text))?;
    let read = reader.recogniser.parse(&text);
    notice::summary(&mut ctx.err, &reader, &read, &text)?;
    Ok(proposals::named(&read, reader.recogniser))
}

/// `case.yaml`, or the first of `case-2.yaml`, `case-3.yaml` … that is free.
pub(super) fn free_name(stem: &str) -> PathBuf {
    let names =
        std::iter::once(format!("{stem}.yaml")).chain((2..).map(|n| format!("{stem}-{n}.yaml")));
    names
        .map(PathBuf::from)
        .find(|path| !path.exists())
        .unwrap_or_else(|| format!("{stem}.yaml").into())
}

fn welcome(ctx: &mut Context, session: &Session, interview: &Interview<'_>) -> Result<()> {
    let file = files::shown(&session.path);
    if session.resumed {
        let questions = interview.questions(&session.case);
        let open = questions.iter().filter(|q| !q.answered).count();
        ctx.err.say(&msg!("new-resume", file = file, open = open))?;
    } else {
        ctx.err.say(&msg!("new-welcome", file = file))?;
    }
    ctx.err.say(&msg!("new-keys"))?;
    Ok(())
}

fn leave(ctx: &mut Context, session: &Session) -> Result<Outcome> {
    ctx.err.blank()?;
    ctx.err
        .say(&msg!("new-left", file = files::shown(&session.path)))?;
    Ok(Outcome::Left)
}

/// How a round of questions ended.
enum Held {
    /// Nothing more to ask.
    Through,
    /// Ctrl-C.
    Left,
}

/// Asks until nothing is open that was not passed over.
fn hold(ctx: &mut Context, interview: &Interview<'_>, session: &mut Session) -> Result<Held> {
    let mut stage = None;
    while let Some(question) = session.question(interview) {
        if stage != Some(question.stage) {
            stage = Some(question.stage);
            let stages = interview.stages(&session.case);
            announce(&mut ctx.err, question.stage, &stages)?;
        }
        introduce(&mut ctx.err, interview, &session.case, &question)?;
        if session.proposed {
            let lang = ctx.lang;
            faint(&mut ctx.err, &msg!("new-proposed").say(lang))?;
        }
        let columns = ctx.err.columns();
        match prompt::ask(interview, &question, ctx.lang, columns)? {
            Reply::Leave => return Ok(Held::Left),
            Reply::Back(typed) => session.back(&question, typed),
            Reply::LeftOpen => {
                if !question.required {
                    answer(interview, &mut session.case, &question, Given::Nothing).ok();
                    session.save(ctx)?;
                }
                session.pass(&question);
            }
            Reply::Answer(given) => {
                let typed = match &given {
                    Given::Text(text) => Some(text.clone()),
                    _ => None,
                };
                match answer(interview, &mut session.case, &question, given) {
                    Ok(()) => {
                        session.answered(&question);
                        session.save(ctx)?;
                        follow_up(ctx, interview, &session.case, &question)?;
                    }
                    Err(expected) => {
                        session.again(&question, typed);
                        complain(&mut ctx.err, &expected.say(ctx.lang))?;
                    }
                }
            }
        }
    }
    Ok(Held::Through)
}

fn announce(err: &mut Screen, stage: Stage, stages: &[Stage]) -> Result<()> {
    let name = match stage {
        Stage::Start => msg!("stage-start"),
        Stage::Seller => msg!("stage-seller"),
        Stage::Notice => msg!("stage-notice"),
        Stage::Buyer => msg!("stage-buyer"),
        Stage::Facts => msg!("stage-facts"),
        Stage::Statements => msg!("stage-statements"),
        Stage::Causes => msg!("stage-causes"),
        Stage::Actions => msg!("stage-actions"),
        Stage::Measures => msg!("stage-measures"),
        Stage::Invoices => msg!("stage-invoices"),
        Stage::Evidence => msg!("stage-evidence"),
    };
    let number = 1 + stages.iter().position(|s| *s == stage).unwrap_or(0);
    err.blank()?;
    let heading = msg!("stage", number = number, of = stages.len(), name = name).say(err.lang());
    err.heading(&format!("── {heading} ──"))?;
    Ok(())
}

/// What the question is about and why it is asked.
fn introduce(
    err: &mut Screen,
    interview: &Interview<'_>,
    case: &Case,
    question: &Question,
) -> Result<()> {
    let lang = err.lang();
    err.blank()?;
    if let Some(about) = &question.about {
        for line in err.wrap(&about.say(lang), "· ", "  ") {
            err.line(&format!("{GOOD}{line}{GOOD:#}"))?;
        }
    }
    if let Some(says) = &question.says {
        faint(
            err,
            &format!("{}{}", msg!("says-label").say(lang), says.get(lang)),
        )?;
    }
    for line in err.wrap(&question.ask.say(lang), "", "") {
        err.line(&format!("{STRONG}{line}{STRONG:#}"))?;
    }
    faint(err, &question.why.say(lang))?;
    if question.kind == Kind::File
        && let Some(known) = evidence_of(interview, case, question)
    {
        for (label, texts) in [
            (msg!("accept-label"), &known.accept),
            (msg!("reject-label"), &known.reject),
        ] {
            for text in texts {
                faint(err, &format!("{}{}", label.say(lang), text.get(lang)))?;
            }
        }
    }
    Ok(())
}

fn evidence_of<'c>(
    interview: &Interview<'c>,
    case: &Case,
    question: &Question,
) -> Option<&'c crate::catalogue::Evidence> {
    let id = question.id.split('.').nth(1)?;
    case.appeal_type(interview.catalogue)?.evidence.get(id)
}

fn faint(err: &mut Screen, text: &str) -> Result<()> {
    for line in err.wrap(text, "", "  ") {
        err.line(&format!("{FAINT}{line}{FAINT:#}"))?;
    }
    Ok(())
}

fn complain(err: &mut Screen, text: &str) -> Result<()> {
    for line in err.wrap(text, "! ", "  ") {
        err.line(&format!("{CARE}{line}{CARE:#}"))?;
    }
    Ok(())
}

/// What an answer makes worth saying at once.
fn follow_up(
    ctx: &mut Context,
    interview: &Interview<'_>,
    case: &Case,
    question: &Question,
) -> Result<()> {
    match question.id.as_str() {
        "interface-language" => {
            if let Some(lang) = case.interface_language {
                ctx.speak(lang);
            }
        }
        "marketplace" => {
            let marketplace = case
                .marketplace
                .as_deref()
                .and_then(|id| interview.contacts.get(id));
            let letter = case
                .appeal_type(interview.catalogue)
                .is_none_or(|t| t.form == Form::Letter);
            if let Some(marketplace) = marketplace.filter(|_| letter) {
                crate::cli::build::route(ctx, marketplace)?;
            }
        }
        "buyer.date" | "buyer.time" => crate::cli::reply::clock(ctx, case)?,
        _ => {}
    }
    Ok(())
}

/// A path the user may leave out in a message.
fn beside(path: &Path, name: &str) -> PathBuf {
    path.with_file_name(name)
}

/// The language a letter is shown in first.
fn first_shown(case: &Case, lang: Lang) -> crate::letter::Side {
    if case.reading_language == lang {
        crate::letter::Side::Reading
    } else {
        crate::letter::Side::Letter
    }
}
