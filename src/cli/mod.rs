//! The terminal edge: arguments, files, clock, colour and exit codes. It shows
//! and saves; what it shows is decided in the modules above it.
//!
//! Results go to standard output, everything else to standard error. Exit code
//! 0: fine, 1: findings, 2: could not run, 130: left with Ctrl-C.

mod appeals;
mod build;
mod cases;
mod check;
mod contacts;
mod explain;
mod files;
mod guide;
mod help;
mod new;
mod notice;
mod odr;
mod replies;
mod reply;
mod report;
mod reviewer;
mod schema;
mod screen;

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::lang::{EN, Lang};
use crate::message::{Message, speaks};
use crate::msg;
use screen::Screen;

/// Draft an honest Plan of Action for a suspended Amazon account or listing
#[derive(Debug, Parser)]
#[command(name = "poa", version, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Debug, Clone, Args)]
struct Global {
    /// Language of the program: en or zh
    #[arg(long, global = true, value_name = "LANG", env = "POA_LANG")]
    lang: Option<String>,
    /// Folder of appeal types to use in place of the built-in ones
    #[arg(long, global = true, value_name = "DIR")]
    appeals: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Draft an appeal in the terminal; goes on where it stopped
    New(new::Arguments),
    /// Write the letter of a case: DOCX to review and to send, e-mail, form
    Build(build::Arguments),
    /// Say what a reviewer would object to, in a case, a letter or a message
    Check(check::Arguments),
    /// Say why a rule exists, with an example and a remedy
    Explain(explain::Arguments),
    /// Say what a notice alleges, what it asks for, and by when
    Notice(notice::Arguments),
    /// Show where an appeal goes, and which addresses are known
    Contacts(contacts::Arguments),
    /// Show what an appeal can be about, and what one asks for
    Appeals(appeals::Arguments),
    /// Draft a message to a buyer in the terminal
    Reply(reply::Arguments),
    /// Show which messages to buyers there are, and which may not be sent
    Replies(replies::Arguments),
    /// Say how an appeal is won, in two minutes, or what one type's reviewers look at
    Guide(guide::Arguments),
    /// Work out a rate against Amazon's target, and when it will be met
    Odr(odr::Arguments),
    /// Print the JSON Schema of a data file, for editors
    #[command(hide = true)]
    Schema(schema::Arguments),
    /// Print a completion script for a shell
    #[command(hide = true)]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Output {
    /// For people
    Text,
    /// For programs
    Json,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Fine,
    Findings,
    /// Left with Ctrl-C, everything saved.
    Left,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
            Outcome::Left => Self::from(130),
        }
    }
}

/// What a command works with.
struct Context {
    lang: Lang,
    today: NaiveDate,
    appeals: Option<PathBuf>,
    /// The language was named on the command line.
    lang_chosen: bool,
    out: Screen,
    err: Screen,
}

impl Context {
    /// Goes on in another language.
    fn speak(&mut self, lang: Lang) {
        self.lang = lang;
        self.out.speak(lang);
        self.err.speak(lang);
    }
}

/// Why a command could not do its work, to be said in the reader's language.
#[derive(Debug)]
struct Trouble {
    message: Message,
    help: Option<Message>,
}

impl Trouble {
    fn new(message: Message) -> Self {
        Self {
            message,
            help: None,
        }
    }

    fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.say(EN))
    }
}

impl std::error::Error for Trouble {}

/// Runs the program with its arguments, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = language(&arguments);
    let command = help::localised::<Cli>(lang);
    let parsed = command
        .try_get_matches_from(&arguments)
        .and_then(|m| Cli::from_arg_matches(&m));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return help::explain(&error, lang),
    };
    // A variable that is set to nothing is not set.
    let chosen = cli.global.lang.filter(|lang| !lang.is_empty());
    let mut ctx = Context {
        lang,
        today: chrono::Local::now().date_naive(),
        appeals: cli.global.appeals,
        lang_chosen: chosen.is_some(),
        out: Screen::stdout(lang),
        err: Screen::stderr(lang),
    };
    let result = match chosen {
        Some(wanted) if !wanted.parse().is_ok_and(speaks) => {
            let message = msg!("program-language", lang = wanted);
            Err(Trouble::new(message)
                .help(msg!("program-language-help"))
                .into())
        }
        _ => dispatch(&mut ctx, cli.command),
    };
    match result {
        Ok(outcome) => outcome.into(),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            report::trouble(&mut ctx.err, &error);
            ExitCode::from(2)
        }
    }
}

fn dispatch(ctx: &mut Context, command: Command) -> anyhow::Result<Outcome> {
    match command {
        Command::New(arguments) => new::run(ctx, &arguments),
        Command::Build(arguments) => build::run(ctx, &arguments),
        Command::Check(arguments) => check::run(ctx, &arguments),
        Command::Explain(arguments) => explain::run(ctx, &arguments),
        Command::Notice(arguments) => notice::run(ctx, &arguments),
        Command::Contacts(arguments) => contacts::run(ctx, &arguments),
        Command::Appeals(arguments) => appeals::run(ctx, &arguments),
        Command::Reply(arguments) => reply::run(ctx, &arguments),
        Command::Replies(arguments) => replies::run(ctx, &arguments),
        Command::Guide(arguments) => guide::run(ctx, &arguments),
        Command::Odr(arguments) => odr::run(ctx, &arguments),
        Command::Schema(arguments) => schema::run(ctx, &arguments),
        Command::Completions { shell } => {
            let mut command = help::localised::<Cli>(ctx.lang);
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut command, "poa", &mut script);
            ctx.out.bytes(&script)?;
            Ok(Outcome::Fine)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<std::io::Error>()
        .is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}

/// The program's language: `--lang`, else `POA_LANG`, else the system's.
fn language(arguments: &[OsString]) -> Lang {
    let mut wanted = None;
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if word == "--lang" {
            wanted = words.next().map(str::to_owned);
        } else if let Some(value) = word.strip_prefix("--lang=") {
            wanted = Some(value.to_owned());
        }
    }
    wanted
        .or_else(|| variable("POA_LANG"))
        .or_else(system_language)
        .and_then(|name| {
            name.split(['-', '_', '.'])
                .next()?
                .to_lowercase()
                .parse()
                .ok()
        })
        .filter(|lang| speaks(*lang))
        .unwrap_or(EN)
}

/// What the shell says comes before what the system says.
fn system_language() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| variable(name))
        .or_else(sys_locale::get_locale)
}

/// A variable of the environment that is set to something.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
