//! The command line's own texts in the reader's language.
//!
//! clap knows English only. Its help texts are the doc comments of the
//! arguments; where the program speaks another language, they are replaced by
//! the messages `cli-<command>`, `cli-<command>-<argument>` and, for arguments of
//! every command, `cli-global-<argument>`.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory};

use crate::cli::screen::Screen;
use crate::lang::{EN, Lang};
use crate::message::{Message, say_key};
use crate::msg;

/// Returns the command with its help in a language.
pub(super) fn localised<C: CommandFactory>(lang: Lang) -> Command {
    let command = C::command();
    if lang == EN {
        command
    } else {
        translate(command, "cli", lang)
    }
}

fn translate(mut command: Command, prefix: &str, lang: Lang) -> Command {
    let texts = |key: &str| say_key(key, lang);
    if let Some(about) = texts(prefix) {
        command = command.about(about);
    }
    if let Some(after) = texts(&format!("{prefix}-examples")) {
        command = command.after_help(after);
    }
    let template = format!(
        "{{about-with-newline}}\n{}{{usage}}\n\n{{all-args}}{{after-help}}",
        msg!("cli-usage").say(lang)
    );
    let names: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    command = command
        .help_template(template)
        .subcommand_help_heading(msg!("cli-commands").say(lang))
        .subcommand_value_name(msg!("cli-command").say(lang))
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help(msg!("cli-help").say(lang)),
        );
    if command.get_version().is_some() {
        command = command.disable_version_flag(true).arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(msg!("cli-version").say(lang)),
        );
    }
    command = command.mut_args(|arg| {
        let heading = if arg.is_positional() {
            msg!("cli-arguments")
        } else {
            msg!("cli-options")
        };
        let arg = arg.help_heading(heading.say(lang));
        let id = arg.get_id().as_str().replace('_', "-");
        // A command may be called like an argument of every command: `poa appeals`, `--appeals`.
        let own = (!arg.is_global_set()).then(|| texts(&format!("{prefix}-{id}")));
        let text = own.flatten().or_else(|| texts(&format!("cli-global-{id}")));
        match text {
            // The possible values are part of the text; clap has their descriptions in English only.
            Some(text) if arg.get_action().takes_values() => arg
                .help(text)
                .hide_possible_values(true)
                .hide_default_value(true)
                .hide_env(true),
            Some(text) => arg.help(text),
            None => arg,
        }
    });
    for name in names {
        let below = format!("{prefix}-{name}");
        command = command.mut_subcommand(&name, |inner| translate(inner, &below, lang));
    }
    command
}

/// Shows what clap has to say, help and version on standard output, mistakes on standard error.
pub(super) fn explain(error: &clap::Error, lang: Lang) -> ExitCode {
    if !error.use_stderr() {
        // Where standard output is gone there is nobody left to tell.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if lang == EN || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
        return ExitCode::from(2);
    }
    let value = |kind| error.get(kind).map(text).unwrap_or_default();
    let argument = value(ContextKind::InvalidArg);
    let message: Message = match error.kind() {
        ErrorKind::UnknownArgument => msg!("cli-unknown-argument", name = argument),
        ErrorKind::InvalidSubcommand => {
            msg!(
                "cli-unknown-command",
                name = value(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::InvalidValue if value(ContextKind::InvalidValue).is_empty() => {
            msg!("cli-no-value", name = argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            msg!(
                "cli-wrong-value",
                name = argument,
                value = value(ContextKind::InvalidValue)
            )
        }
        ErrorKind::MissingRequiredArgument => msg!("cli-missing-argument", name = argument),
        ErrorKind::ArgumentConflict => {
            msg!(
                "cli-conflict",
                name = argument,
                other = value(ContextKind::PriorArg)
            )
        }
        _ => msg!("cli-wrong", text = error.kind().to_string()),
    };
    let near = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(value)
    .find(|text| !text.is_empty());
    let known = value(ContextKind::ValidValue);
    let help = match near {
        Some(near) => msg!("did-you-mean", name = near),
        None if !known.is_empty() => msg!("known-are", names = known),
        None => msg!("cli-see-help"),
    };
    let trouble = super::Trouble::new(message).help(help);
    super::report::trouble(&mut Screen::stderr(lang), &trouble.into());
    ExitCode::from(2)
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}
