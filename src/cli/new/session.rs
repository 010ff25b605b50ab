//! What an interview at a terminal remembers beside the case: where it is, what
//! was passed over, what was typed and not sent off.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::case::{self, Case};
use crate::cli::new::{beside, proposals};
use crate::cli::{Context, cases, files, schema};
use crate::interview::{Interview, Question};
use crate::msg;

/// An interview in progress.
pub(super) struct Session {
    pub(super) path: PathBuf,
    pub(super) case: Case,
    /// The file was there before.
    pub(super) resumed: bool,
    /// Questions left open for now.
    pub(super) passed: Vec<String>,
    /// The question asked now shows what the notice says, to be confirmed.
    pub(super) proposed: bool,
    /// The question to ask next, whatever is open.
    pub(super) next: Option<String>,
    /// Questions asked so far, for the way back.
    trail: Vec<String>,
    /// Text typed and not sent off, by question.
    typed: HashMap<String, String>,
    /// The first line of the file, by which an editor finds the schema.
    header: Option<String>,
    /// The file's text, where it holds comments the interview cannot keep.
    commented: Option<String>,
}

impl Session {
    /// Opens a case file, or begins one.
    pub(super) fn open(
        ctx: &mut Context,
        interview: &Interview<'_>,
        path: PathBuf,
    ) -> Result<Self> {
        let resumed = path.exists();
        let (case, text) = if resumed {
            cases::read(ctx, &path, interview)?
        } else {
            (Case::default(), String::new())
        };
        let header = text
            .lines()
            .next()
            .filter(|line| line.contains("$schema="))
            .map(str::to_owned);
        let comment = |line: &str| line.trim_start().starts_with('#') && !line.contains("$schema=");
        let commented = text.lines().any(comment) || text.contains(" #");
        Ok(Self {
            path,
            case,
            resumed,
            passed: Vec::new(),
            proposed: false,
            next: None,
            trail: Vec::new(),
            typed: HashMap::new(),
            header,
            commented: commented.then_some(text),
        })
    }

    /// Returns the question to ask now, with what was typed for it before.
    pub(super) fn question(&mut self, interview: &Interview<'_>) -> Option<Question> {
        let asked_for = |id: &String| {
            interview
                .questions(&self.case)
                .into_iter()
                .find(|q| q.id == *id)
        };
        let question = self.next.as_ref().and_then(asked_for);
        let mut question =
            question.or_else(|| interview.next_question(&self.case, &self.passed))?;
        self.proposed = false;
        if let Some(typed) = self.typed.get(&question.id) {
            question.text = Some(typed.clone());
        } else {
            self.proposed = proposals::propose(interview, &self.case, &mut question);
        }
        Some(question)
    }

    /// Goes on behind a question that was answered.
    pub(super) fn answered(&mut self, question: &Question) {
        self.typed.remove(&question.id);
        self.went_by(question);
    }

    /// Goes on behind a question that stays open.
    pub(super) fn pass(&mut self, question: &Question) {
        self.passed.push(question.id.clone());
        self.went_by(question);
    }

    /// Asks again, with what was typed.
    pub(super) fn again(&mut self, question: &Question, typed: Option<String>) {
        if let Some(typed) = typed {
            self.typed.insert(question.id.clone(), typed);
        }
        self.next = Some(question.id.clone());
    }

    /// Goes one question back; what was typed here is kept.
    pub(super) fn back(&mut self, question: &Question, typed: Option<String>) {
        if let Some(typed) = typed.filter(|typed| question.text.as_ref() != Some(typed)) {
            self.typed.insert(question.id.clone(), typed);
        }
        self.next = self.trail.pop();
        if let Some(id) = &self.next {
            self.passed.retain(|passed| passed != id);
        }
    }

    fn went_by(&mut self, question: &Question) {
        self.trail.push(question.id.clone());
        self.next = None;
    }

    /// Saves the case, whole or not at all.
    pub(super) fn save(&mut self, ctx: &mut Context) -> Result<()> {
        if let Some(text) = self.commented.take() {
            let copy = free_copy(&self.path);
            files::save(&copy, text.as_bytes())?;
            ctx.err
                .say(&msg!("new-backup", file = files::shown(&copy)))?;
        }
        if let Some(folder) = self
            .path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            files::make_folder(folder)?;
        }
        let written = case::write(&self.case, self.header.as_deref());
        files::save(&self.path, written.as_bytes())?;
        let schema_file = beside(&self.path, case::SCHEMA_FILE);
        if self.header.is_none() && !schema_file.exists() {
            files::write_whole(&schema_file, schema::schema(schema::Kind::Case).as_bytes())?;
        }
        Ok(())
    }
}

/// `case.yaml.bak`, or the first of `case.yaml.bak2` … that is free.
fn free_copy(path: &Path) -> PathBuf {
    let name = path
        .file_name()
        .map_or_else(|| "case".into(), |n| n.to_string_lossy().into_owned());
    let names =
        std::iter::once(format!("{name}.bak")).chain((2..).map(|n| format!("{name}.bak{n}")));
    names
        .map(|name| beside(path, &name))
        .find(|p| !p.exists())
        .unwrap_or_else(|| path.to_owned())
}
