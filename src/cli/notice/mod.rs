//! `poa notice`: what Amazon wrote, and what it wants.

mod json;
mod score;
mod show;

use std::io::{IsTerminal, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::cli::screen::Screen;
use crate::cli::{Context, Outcome, Output, Trouble, contacts, files, report};
use crate::contacts::{Address, Contacts, Marketplace};
use crate::lang::Lang;
use crate::msg;
use crate::notice::{HealthReport, Notice, Recogniser, Surroundings};
use crate::source;

/// Arguments of `poa notice`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  poa notice notice.txt
  poa notice mail.eml --format json
  poa notice -                       (paste the text, then Ctrl-D)")]
pub(super) struct Arguments {
    /// File with the notice: text, .eml, HTML or an account health report; - is standard input
    #[arg(value_name = "FILE", required_unless_present = "score")]
    file: Option<PathBuf>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
    /// Read every text of a folder with a labels.yaml and print hits and misses
    #[arg(long, value_name = "DIR", hide = true, conflicts_with = "file")]
    score: Option<PathBuf>,
}

/// What reads notices.
///
/// It lives as long as the program: to take thousands of phrases apart again just before the end
/// would cost as much as reading the notice.
pub(super) struct Reader {
    pub(super) recogniser: &'static Recogniser,
}

impl Reader {
    /// Returns a metric's name in a language.
    fn metric(&self, id: &str, lang: Lang) -> String {
        let known = self.recogniser.metric(id);
        known.map_or_else(|| id.to_owned(), |title| title.get(lang).to_owned())
    }
}

/// The largest notice that is read, in bytes.
const LIMIT: u64 = 4 * 1024 * 1024;

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    if let Some(folder) = &arguments.score {
        let reader = reader(ctx, None)?;
        return score::score(ctx, &reader, folder);
    }
    let Some(path) = &arguments.file else {
        return Ok(Outcome::Fine);
    };
    if path == Path::new("-") && std::io::stdin().is_terminal() {
        ctx.err.say(&msg!("notice-paste"))?;
    }
    let text = text_of(path)?;
    let reader = reader(ctx, Some(&text))?;
    if let Some(report) = HealthReport::parse(&text) {
        match arguments.format {
            Output::Json => {
                let answer = json::health(&report);
                ctx.out.line(&serde_json::to_string_pretty(&answer)?)?;
            }
            Output::Text => show::health(&mut ctx.out, &reader, &report)?,
        }
        return Ok(Outcome::Fine);
    }
    let notice = reader.recogniser.parse(&text);
    let directory = Directory::of(&notice)?;
    match arguments.format {
        Output::Json => {
            let answer = json::notice(&notice, &text, &directory);
            ctx.out.line(&serde_json::to_string_pretty(&answer)?)?;
        }
        Output::Text => show::Page {
            out: &mut ctx.out,
            reader: &reader,
            directory: &directory,
            notice: &notice,
            text: &text,
        }
        .show()?,
    }
    Ok(Outcome::Fine)
}

/// The part of the directory a notice needs: its store, and the addresses it names.
pub(super) struct Directory(Option<Contacts>);

impl Directory {
    pub(super) fn of(notice: &Notice) -> Result<Self> {
        let own = notice.marketplace.as_ref().map(|id| format!("{id}.yaml"));
        let mut wanted: Vec<String> = own.into_iter().collect();
        if !notice.addresses.is_empty() {
            // Looking for a word is quicker than loading every store.
            for file in source::contacts(|path| !path.starts_with('_')) {
                if notice
                    .addresses
                    .iter()
                    .any(|address| file.text.contains(address))
                {
                    let name = file.path.rsplit('/').next().unwrap_or_default();
                    wanted.push(name.to_owned());
                }
            }
        }
        if wanted.is_empty() {
            return Ok(Self(None));
        }
        let load = |path: &str| path == "_common.yaml" || wanted.iter().any(|name| name == path);
        contacts::load(load).map(|contacts| Self(Some(contacts)))
    }

    /// Returns the store a notice comes from.
    fn store(&self, notice: &Notice) -> Option<&Marketplace> {
        self.0.as_ref()?.get(notice.marketplace.as_deref()?)
    }

    /// Returns what is known of an address.
    fn address(&self, address: &str) -> Option<&Address> {
        let stores = &self.0.as_ref()?.marketplaces;
        stores
            .iter()
            .flat_map(|store| &store.addresses)
            .find(|known| known.address.eq_ignore_ascii_case(address))
    }
}

/// Returns the words at a place of a text.
fn text_at<'t>(text: &'t str, place: &Range<usize>) -> &'t str {
    text.get(place.clone()).unwrap_or_default()
}

/// Shows what a notice says, without what goes beyond it.
pub(super) fn summary(
    out: &mut Screen,
    reader: &Reader,
    notice: &Notice,
    text: &str,
) -> Result<()> {
    let directory = Directory::of(notice)?;
    show::Page {
        out,
        reader,
        directory: &directory,
        notice,
        text,
    }
    .summary()
}

/// Loads the recogniser, for one text or for any; of the other data it only looks at three keys.
pub(super) fn reader(ctx: &mut Context, text: Option<&str>) -> Result<Reader> {
    // Of an appeal type only the file with its structure, not its translations.
    let is_type = |path: &str| !path.starts_with('_') && path.matches('.').count() == 1;
    let (root, decoded) = files::appeals(ctx, |path| {
        is_type(path) || path == "_metrics.yaml" || crate::notice::is_ours(path)
    })?;
    let mut appeals = Vec::new();
    let mut found = Vec::new();
    for file in decoded {
        match file {
            Ok(file) => appeals.push(file),
            Err(diagnostic) => found.push(*diagnostic),
        }
    }
    let contacts = source::contacts(|path| !path.starts_with('_'));
    let surroundings = Surroundings::glance(&appeals, &contacts);
    let loaded = match text {
        Some(text) => Recogniser::load_for(text, &root, &appeals, surroundings),
        None => Recogniser::load(&root, &appeals, surroundings),
    };
    match loaded {
        Ok(recogniser) if found.is_empty() => {
            return Ok(Reader {
                recogniser: Box::leak(Box::new(recogniser)),
            });
        }
        Ok(_) => {}
        Err(problems) => found.extend(problems),
    }
    report::diagnostics(&mut ctx.err, &appeals, &found)?;
    let help = msg!("catalogue-unusable-help", folder = root);
    Err(
        Trouble::new(msg!("catalogue-unusable", problems = found.len()))
            .help(help)
            .into(),
    )
}

/// Reads a notice's text in whatever encoding it was saved.
pub(super) fn text_of(path: &Path) -> Result<String> {
    let trouble = |error: &std::io::Error| {
        let message = msg!(
            "cannot-read",
            file = files::shown(path),
            reason = error.to_string()
        );
        Trouble::new(message).help(msg!("cannot-read-help"))
    };
    let mut bytes = Vec::new();
    let result = if path == Path::new("-") {
        std::io::stdin().lock().take(LIMIT).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| {
            // What a folder does when it is read differs from system to system.
            if file.metadata()?.is_dir() {
                return Err(std::io::Error::from(std::io::ErrorKind::IsADirectory));
            }
            file.take(LIMIT).read_to_end(&mut bytes)
        })
    };
    result.map_err(|error| trouble(&error))?;
    Ok(decoded(bytes))
}

/// Text as Windows editors save it too: UTF-16 by its mark, else UTF-8, else the Chinese GBK.
fn decoded(bytes: Vec<u8>) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(&bytes) {
        return encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned();
    }
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let bytes = error.as_bytes();
            let (text, _, broken) = encoding_rs::GB18030.decode(bytes);
            if broken {
                String::from_utf8_lossy(bytes).into_owned()
            } else {
                text.into_owned()
            }
        }
    }
}
