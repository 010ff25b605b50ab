//! What is checked: cases, texts, Word documents, folders of them.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::told::{self, Told};
use crate::cli::cases::{self, Opened};
use crate::cli::{Context, Trouble, files, report};
use crate::msg;
use crate::source::{self, DocxFault, SourceFile, decode_utf8};

/// The longest text that is read, in bytes.
pub(super) const LIMIT: usize = 8 * 1024 * 1024;

/// Endings of files that are taken from a folder.
const ENDINGS: [&str; 5] = ["yaml", "yml", "txt", "md", "docx"];

/// Something to check.
pub(super) enum Input {
    /// A case file.
    Case(Box<Opened>),
    /// A text.
    Text(TextInput),
}

/// A text and, from a Word document with two columns, the other language.
pub(super) struct TextInput {
    pub(super) file: SourceFile,
    pub(super) right: Option<String>,
}

impl Input {
    pub(super) fn file(&self) -> &SourceFile {
        match self {
            Self::Case(opened) => &opened.file,
            Self::Text(text) => &text.file,
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
pub(super) fn read(ctx: &mut Context, path: &Path) -> Result<Input> {
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
        let right = Some(docx.right).filter(|right| !right.trim().is_empty());
        let file = SourceFile::new(shown, docx.text);
        return Ok(Input::Text(TextInput { file, right }));
    }
    match decode_utf8(&shown, bytes) {
        Ok(text) => Ok(Input::Text(TextInput {
            file: SourceFile::new(shown, text),
            right: None,
        })),
        Err(diagnostic) => {
            report::diagnostics(&mut ctx.err, &[], &[*diagnostic])?;
            Err(Trouble::new(msg!("text-unusable", file = shown)).into())
        }
    }
}

/// Checks a case.
pub(super) fn check_case(ctx: &mut Context, opened: &Opened) -> Result<Vec<Told>> {
    let letter = cases::letter(ctx, opened)?;
    let judged = cases::look(ctx, opened, &letter)?;
    Ok(told::of_case(&opened.file, &judged))
}
