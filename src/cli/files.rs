//! Reading and writing: files whole or not at all, data folders, `-`.

use std::io::{Read, Write};
use std::path::Path;

use anyhow::Result;

use crate::catalogue::REPLIES;
use crate::cli::{Context, Trouble};
use crate::diagnostic::Diagnostic;
use crate::msg;
use crate::source::{self, LIMIT, SourceFile, decode_utf8};

/// Where the built-in appeal types say they are.
pub(super) const APPEALS: &str = "appeals";

/// What all types share, which a folder of the user's own may leave to the built-in files.
const SHARED: [&str; 5] = ["_common", "_metrics.yaml", "_guide", "_issues", "_notice"];
/// What the messages to buyers share, below their folder.
const SHARED_REPLIES: &str = "replies/_shared";

/// What a file gave: its text, or what is wrong with its bytes.
pub(super) type Decoded = std::result::Result<SourceFile, Box<Diagnostic>>;

/// Reads a text file; `-` is standard input.
pub(super) fn read(path: &Path) -> Result<Decoded> {
    let shown = shown(path);
    let trouble = |error: &std::io::Error| {
        let message = msg!("cannot-read", file = &shown, reason = error.to_string());
        Trouble::new(message).help(msg!("cannot-read-help"))
    };
    // One byte more than allowed, so that a file of any size ends in an answer.
    let bytes = take(path, LIMIT as u64 + 1).map_err(|error| trouble(&error))?;
    if bytes.len() > LIMIT {
        let message = msg!("too-large", kilobytes = bytes.len().div_ceil(1024));
        let diagnostic = Diagnostic::error(&shown, crate::diagnostic::KeyPath::root(), message);
        return Ok(Err(diagnostic
            .help(msg!("too-large-help", limit = LIMIT / 1024))
            .into()));
    }
    Ok(decode_utf8(&shown, bytes).map(|text| SourceFile::new(shown, text)))
}

/// Reads a file of any kind, up to a size; `-` is standard input.
pub(super) fn read_bytes(path: &Path, limit: usize) -> Result<Vec<u8>> {
    let shown = shown(path);
    let trouble = |error: &std::io::Error| {
        let message = msg!("cannot-read", file = &shown, reason = error.to_string());
        Trouble::new(message).help(msg!("cannot-read-help"))
    };
    let bytes = take(path, limit as u64 + 1).map_err(|error| trouble(&error))?;
    if bytes.len() > limit {
        let trouble = Trouble::new(msg!("text-too-large", file = &shown));
        return Err(trouble
            .help(msg!("text-too-large-help", limit = limit / 1024 / 1024))
            .into());
    }
    Ok(bytes)
}

/// Lists what stands in a folder.
pub(super) fn entries(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let trouble = |error: &std::io::Error| {
        let message = msg!(
            "cannot-read",
            file = shown(folder),
            reason = error.to_string()
        );
        Trouble::new(message).help(msg!("cannot-read-help"))
    };
    let entries = std::fs::read_dir(folder)
        .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
        .map_err(|error| trouble(&error))?;
    Ok(entries.into_iter().map(|entry| entry.path()).collect())
}

fn take(path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        let file = std::fs::File::open(path)?;
        // What a folder does when it is read differs from system to system.
        if file.metadata()?.is_dir() {
            return Err(std::io::Error::from(std::io::ErrorKind::IsADirectory));
        }
        file.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Saves what a person typed: whole or not at all, and on the disk before the next question.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    write(path, bytes, std::fs::File::sync_all)
}

/// Writes a file whole or not at all. What can be written again does not wait for the disk.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    write(path, bytes, |_| Ok(()))
}

/// Writes into a new file beside the one that is meant, which then takes its place.
fn write(
    path: &Path,
    bytes: &[u8],
    settle: impl Fn(&std::fs::File) -> std::io::Result<()>,
) -> Result<()> {
    let trouble = |error: &std::io::Error| {
        let message = msg!(
            "cannot-write",
            file = shown(path),
            reason = error.to_string()
        );
        Trouble::new(message).help(msg!("cannot-write-help"))
    };
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let write = || -> std::io::Result<()> {
        let mut file = tempfile::Builder::new()
            .prefix(".poa-")
            .suffix(".tmp")
            .tempfile_in(folder)?;
        file.write_all(bytes)?;
        settle(file.as_file())?;
        keep_permissions(path, file.as_file());
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|error| trouble(&error))?;
    Ok(())
}

/// Makes a folder, and those above it.
pub(super) fn make_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let message = msg!(
            "cannot-write",
            file = shown(folder),
            reason = error.to_string()
        );
        Trouble::new(message).help(msg!("cannot-write-help")).into()
    })
}

/// A new file is for its owner only; one that takes an old one's place is what the old one was,
/// and one that is new is what any new file would be.
fn keep_permissions(path: &Path, file: &std::fs::File) {
    if let Ok(old) = std::fs::metadata(path) {
        // Where the system refuses, the letter is still written.
        let _ = file.set_permissions(old.permissions());
    }
}

/// Reads the data folder of the user's own, or those of the built-in files that are wanted.
pub(super) fn appeals(
    ctx: &Context,
    wanted: impl Fn(&str) -> bool,
) -> Result<(String, Vec<Decoded>)> {
    match &ctx.appeals {
        None => Ok((
            APPEALS.to_owned(),
            source::appeals(wanted).into_iter().map(Ok).collect(),
        )),
        Some(folder) => {
            let (root, mut files) = own_appeals(folder, &wanted)?;
            // A folder of appeals alone leaves the messages to buyers as they are.
            if !folder.join(REPLIES).exists() {
                let replies = source::appeals(|path| path.starts_with(REPLIES) && wanted(path));
                files.extend(replies.into_iter().map(Ok));
            }
            Ok((root, files))
        }
    }
}

/// Reports whether the rules' words are the built-in ones.
pub(super) fn built_in_checks(ctx: &Context) -> bool {
    ctx.appeals
        .as_ref()
        .is_none_or(|folder| !folder.join("_check").exists())
}

/// Reads the words of rules: those of the user's own folder, where it has any, else the built-in.
pub(super) fn checks(
    ctx: &Context,
    wanted: impl Fn(&str) -> bool,
) -> Result<(String, Vec<Decoded>)> {
    match &ctx.appeals {
        Some(folder) if folder.join("_check").exists() => own_appeals(folder, wanted),
        _ => Ok((
            APPEALS.to_owned(),
            source::appeals(wanted).into_iter().map(Ok).collect(),
        )),
    }
}

/// Reads a folder of the user's own; what all types share may be left to the built-in files.
pub(super) fn own_appeals(
    folder: &Path,
    wanted: impl Fn(&str) -> bool,
) -> Result<(String, Vec<Decoded>)> {
    let root = shown(folder);
    let mut files = Vec::new();
    collect(folder, "", &wanted, &mut files)?;
    for shared in SHARED {
        if folder.join(shared).exists() {
            continue;
        }
        let built_in = source::appeals(|path| path.starts_with(shared) && wanted(path));
        files.extend(built_in.into_iter().map(|file| {
            let below = file.path.trim_start_matches(APPEALS).to_owned();
            Ok(SourceFile::new(format!("{root}{below}"), file.text))
        }));
    }
    let replies = folder.join(REPLIES);
    if replies.exists() && !replies.join("_shared.yaml").exists() {
        files.extend(
            source::appeals(|path| path.starts_with(SHARED_REPLIES) && wanted(path))
                .into_iter()
                .map(Ok),
        );
    }
    Ok((root, files))
}

fn collect(
    folder: &Path,
    below: &str,
    wanted: &dyn Fn(&str) -> bool,
    files: &mut Vec<Decoded>,
) -> Result<()> {
    let trouble = |error: &std::io::Error| {
        let message = msg!(
            "cannot-read",
            file = shown(folder),
            reason = error.to_string()
        );
        Trouble::new(message).help(msg!("cannot-read-help"))
    };
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
        .map_err(|error| trouble(&error))?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() {
            name.clone()
        } else {
            format!("{below}/{name}")
        };
        // What a link leads to counts, not the link.
        let kind = std::fs::metadata(entry.path()).map_err(|error| trouble(&error))?;
        if kind.is_dir() {
            // Three levels are one more than a catalogue has.
            if path.matches('/').count() < 2 {
                collect(&entry.path(), &path, wanted, files)?;
            }
        } else if !name.starts_with('.') && wanted(&path) {
            files.push(read(&entry.path())?);
        }
    }
    Ok(())
}

/// A path as it is shown: with `/`, whatever the system writes.
pub(super) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '\\' {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    }
}
