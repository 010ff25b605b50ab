//! `poa check`: what a reviewer would object to.

mod github;
mod input;
mod sarif;
mod screen;
pub(super) mod told;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::check::{self, About, Kind, Lexicon, Rule};
use crate::cli::{Context, Outcome, Trouble, contacts, files, report, reviewer};
use crate::diagnostic::{Severity, nearest};
use crate::lang::Lang;
use crate::msg;
use crate::source::SourceFile;
use input::Input;
use told::{Tellings, Told};

/// Arguments of `poa check`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  poa check case.yaml
  poa check letter.docx --marketplace us
  poa check message.txt --kind buyer-message
  pbpaste | poa check -
  poa check drafts --format sarif > findings.sarif")]
pub(super) struct Arguments {
    /// Cases (.yaml), letters and messages (.txt, .md, .docx), folders of them; - is standard input
    #[arg(value_name = "FILE", required = true)]
    paths: Vec<PathBuf>,
    /// What the text is; guessed without it
    #[arg(long, value_enum)]
    kind: Option<WantedKind>,
    /// Language of the text: en, zh, ja, de; guessed without it
    #[arg(long, value_name = "LANG")]
    language: Option<String>,
    /// Amazon store the text is for: us, amazon.de, 日本
    #[arg(long, value_name = "STORE")]
    marketplace: Option<String>,
    /// How to write the findings
    #[arg(long, value_enum, default_value = "text")]
    format: Output,
    /// Least severity that makes the exit code 1
    #[arg(long, value_enum, default_value = "error")]
    fail_on: Level,
    /// Least severity that is shown
    #[arg(long, value_enum, default_value = "info")]
    min_severity: Level,
    /// Only these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    only: Vec<String>,
    /// All rules but these
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
}

/// What a text can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum WantedKind {
    /// A letter to Amazon
    Appeal,
    /// A message to a buyer
    BuyerMessage,
    /// Two languages of one text, divided by a line of =====
    Pair,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Output {
    /// For people
    Text,
    /// For programs
    Json,
    /// For code scanners: SARIF 2.1.0
    Sarif,
    /// For GitHub workflows
    Github,
}

/// A severity on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Level {
    /// Worth knowing
    Info,
    /// Weakens the letter
    Warning,
    /// Has to change
    Error,
}

impl Level {
    fn severity(self) -> Severity {
        match self {
            Self::Info => Severity::Info,
            Self::Warning => Severity::Warning,
            Self::Error => Severity::Error,
        }
    }
}

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    for id in arguments.only.iter().chain(&arguments.ignore) {
        known_rule(id)?;
    }
    let language = match &arguments.language {
        None => None,
        Some(code) => Some(
            code.parse::<Lang>()
                .ok()
                .filter(|lang| reviewer::reads(*lang))
                .ok_or_else(|| {
                    Trouble::new(msg!("check-language", lang = code))
                        .help(msg!("check-language-help"))
                })?,
        ),
    };
    let domain = match &arguments.marketplace {
        None => None,
        Some(name) => Some(contacts::domain_of(name)?),
    };
    let mut checker = Checker {
        kind: arguments.kind,
        language,
        domain,
        lexicons: HashMap::new(),
    };
    let mut tellings = Tellings::default();
    for path in input::expand(&arguments.paths)? {
        let input = input::read(ctx, &path, &checker.wanted())?;
        let told = checker.check(ctx, &input)?;
        tellings.add(input, told);
    }
    tellings.keep(|rule| wanted(arguments, rule));
    match arguments.format {
        Output::Text => screen::write(ctx, &tellings)?,
        Output::Json => {
            let json = report::as_json(&tellings.diagnostics(), ctx.lang);
            ctx.out.line(&serde_json::to_string_pretty(&json)?)?;
        }
        Output::Sarif => {
            let sarif = sarif::log(&tellings, ctx.lang);
            ctx.out.line(&serde_json::to_string_pretty(&sarif)?)?;
        }
        Output::Github => github::write(ctx, &tellings)?,
    }
    let limit = arguments.fail_on.severity();
    let failed = tellings.open().any(|told| told.rule.severity >= limit);
    Ok(if failed {
        Outcome::Findings
    } else {
        Outcome::Fine
    })
}

fn wanted(arguments: &Arguments, rule: &Rule) -> bool {
    let named = |list: &[String]| list.iter().any(|id| id == rule.id);
    (arguments.only.is_empty() || named(&arguments.only))
        && !named(&arguments.ignore)
        && rule.severity >= arguments.min_severity.severity()
}

/// Finds a rule, or says which one is near.
pub(super) fn known_rule(id: &str) -> Result<&'static Rule> {
    check::rule(id).ok_or_else(|| {
        let trouble = Trouble::new(msg!("unknown-rule", name = id));
        let near = nearest(id, check::RULES.iter().map(|rule| rule.id));
        let help = match near {
            Some(near) => msg!("did-you-mean", name = near),
            None => msg!("unknown-rule-help"),
        };
        trouble.help(help).into()
    })
}

/// Checks one input after the other with what the command line says of them.
struct Checker {
    kind: Option<WantedKind>,
    language: Option<Lang>,
    domain: Option<String>,
    lexicons: HashMap<Lang, Lexicon>,
}

impl Checker {
    fn check(&mut self, ctx: &mut Context, input: &Input) -> Result<Vec<Told>> {
        match input {
            Input::Case(opened) => input::check_case(ctx, opened),
            Input::Text(text) => self.check_text(ctx, text),
        }
    }

    fn wanted(&self) -> input::Wanted {
        if self.takes_pairs() {
            input::Wanted::Both
        } else {
            input::Wanted::One(self.language)
        }
    }

    /// Whether a text with two languages is read as a pair.
    fn takes_pairs(&self) -> bool {
        matches!(self.kind, None | Some(WantedKind::Pair))
    }

    fn check_text(&mut self, ctx: &mut Context, file: &SourceFile) -> Result<Vec<Told>> {
        let text = &*file.text;
        let pair = Some(text).filter(|_| self.takes_pairs());
        if let Some((left, right)) = pair.and_then(check::divide) {
            return Ok(told::of_pair(file, left, right));
        }
        let lang = self.language.unwrap_or_else(|| check::language(text));
        let lexicon = match self.lexicons.entry(lang) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(reviewer::lexicon(ctx, lang)?),
        };
        let about = About {
            domain: self.domain.as_deref(),
            owes_no_plan: false,
        };
        let checked = match self.kind {
            Some(WantedKind::BuyerMessage) => {
                check::check_text(text, lang, Kind::BuyerMessage, lexicon, about)
            }
            Some(_) => check::check_text(text, lang, Kind::Appeal, lexicon, about),
            None => check::check_unknown(text, lang, lexicon, about),
        };
        if self.kind.is_none() || self.language.is_none() {
            let kind = match checked.kind {
                Kind::Appeal => msg!("kind-appeal"),
                Kind::BuyerMessage => msg!("kind-buyer-message"),
            };
            let file = &file.path;
            ctx.err.say(&msg!(
                "check-guessed",
                file = file,
                kind = kind,
                lang = lang.as_str()
            ))?;
        }
        if checked.fragment {
            ctx.err.say(&msg!("check-fragment", file = &file.path))?;
        }
        Ok(told::of_text(file, &checked.found))
    }
}

/// Reads a path's bytes, a letter of any reasonable length.
fn bytes(path: &std::path::Path) -> Result<Vec<u8>> {
    files::read_bytes(path, input::LIMIT)
}
