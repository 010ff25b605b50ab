//! What is checked: cases, texts, Word documents, folders of them.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::told::{self, Told};
use crate::check;
use crate::cli::cases::{self, Opened};
use crate::cli::{Context, Trouble, files, report};
use crate::lang::Lang;
use crate::msg;
use crate::source::{self, DocxFault, DocxText, SourceFile, decode_utf8};

/// The longest text that is read, in bytes.
pub(super) const LIMIT: usize = 8 * 1024 * 1024;

/// Endings of files that are taken from a folder.
const ENDINGS: [&str; 5] = ["yaml", "yml", "txt", "md", "docx"];

/// Something to check.
pub(super) enum Input {
    /// A case file.
    Case(Box<Opened>),
    /// A text.
    Text(SourceFile),
}

impl Input {
    pub(super) fn file(&self) -> &SourceFile {
        match self {
            Self::Case(opened) => &opened.file,
            Self::Text(file) => file,
        }
    }
}

/// Puts the files of folders in place of the folders.
pub(super) fn expand(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut expanded = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = expanded.len();
            walk(path, 0, &mut expanded)?;
            if expanded.len() == before {
                let trouble = Trouble::new(msg!("check-empty-folder", folder = files::shown(path)));
                return Err(trouble.help(msg!("check-empty-folder-help")).into());
            }
        } else {
            expanded.push(path.clone());
        }
    }
    Ok(expanded)
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<()> {
    let mut entries: Vec<PathBuf> = files::entries(folder)?;
    entries.sort();
    for path in entries {
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        if hidden {
            continue;
        }
        if path.is_dir() {
            if depth < 16 {
                walk(&path, depth + 1, found)?;
            }
        } else if ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            found.push(path);
        }
    }
    Ok(())
}

/// Reads one input.
pub(super) fn read(ctx: &mut Context, path: &Path, wanted: &Wanted) -> Result<Input> {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    if matches!(ending.as_deref(), Some("yaml" | "yml")) {
        return Ok(Input::Case(Box::new(cases::open(ctx, path)?)));
    }
    let shown = files::shown(path);
    let bytes = super::bytes(path)?;
    // A Word document is one whatever it is called.
    if bytes.starts_with(b"PK\x03\x04") {
        let docx = source::docx_text(&bytes).map_err(|fault| {
            let message = match fault {
                DocxFault::TooLarge => msg!("docx-too-large", file = &shown),
                _ => msg!("docx-broken", file = &shown, reason = fault.to_string()),
            };
            Trouble::new(message).help(msg!("docx-broken-help"))
        })?;
        let text = wanted.of(&docx);
        return Ok(Input::Text(SourceFile::new(shown, text)));
    }
    match decode_utf8(&shown, bytes) {
        Ok(text) => Ok(Input::Text(SourceFile::new(shown, text))),
        Err(diagnostic) => {
            report::diagnostics(&mut ctx.err, &[], &[*diagnostic])?;
            Err(Trouble::new(msg!("text-unusable", file = shown)).into())
        }
    }
}

/// Which of the languages of a bilingual Word document is read.
pub(super) enum Wanted {
    /// Both, as a pair.
    Both,
    /// One, or the first where it is not said which.
    One(Option<Lang>),
}

impl Wanted {
    /// The text of a document. What stands beside the tables of a bilingual one, as headings and
    /// dates do, is in both languages at once or in one alone, and belongs to no pair.
    fn of(&self, docx: &DocxText) -> String {
        let columns = docx.columns();
        let [left, right] = &columns;
        let languages = [left, right].map(|column| check::language(column));
        let bilingual = !right.trim().is_empty() && languages[0] != languages[1];
        match self {
            _ if !bilingual => docx.whole(),
            Self::Both => format!("{left}\n=====\n\n{right}"),
            Self::One(lang) => {
                let side = usize::from(*lang == Some(languages[1]));
                docx.column(side, languages[side].is_han())
            }
        }
    }
}

/// Checks a case.
pub(super) fn check_case(ctx: &mut Context, opened: &Opened) -> Result<Vec<Told>> {
    let letter = cases::letter(ctx, opened)?;
    let judged = cases::look(ctx, opened, &letter)?;
    Ok(told::of_case(&opened.file, &judged))
}
