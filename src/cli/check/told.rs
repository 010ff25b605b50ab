//! Findings with their places in the files, ready to be written in any format.

use super::input::Input;
use crate::check::{self, Finding, Judged, Pair, Place, Rule};
use crate::diagnostic::{Diagnostic, KeyPath, Location, Places, Span};
use crate::message::Message;
use crate::msg;
use crate::source::{SourceFile, Tree};

/// A finding and where it stands.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Told {
    pub(in crate::cli) rule: &'static Rule,
    pub(super) quote: String,
    pub(in crate::cli) location: Location,
    pub(super) detail: Option<Message>,
    pub(super) rewrite: Option<String>,
    /// Why it is suppressed, where it is.
    pub(in crate::cli) suppressed: Option<String>,
}

impl Told {
    fn new(file: &str, finding: &Finding) -> Self {
        Self {
            rule: finding.rule,
            quote: finding.quote.clone(),
            location: Location {
                file: file.to_owned(),
                path: KeyPath::root(),
                span: None,
            },
            detail: finding.detail.clone(),
            rewrite: finding.rewrite.clone(),
            suppressed: None,
        }
    }

    /// What is.
    pub(super) fn message(&self) -> Message {
        let message = Message::fixed(self.rule.id, &self.rule.message);
        match &self.detail {
            None => message,
            Some(detail) => msg!("finding-detail", message = message, detail = detail.clone()),
        }
    }

    /// What to do.
    pub(super) fn help(&self) -> Message {
        let help = Message::fixed(self.rule.id, &self.rule.help);
        match &self.rewrite {
            None => help,
            Some(words) => msg!("finding-rewrite", help = help, words = words),
        }
    }

    pub(in crate::cli) fn diagnostic(&self) -> Diagnostic {
        Diagnostic {
            severity: self.rule.severity,
            code: self.rule.id,
            message: self.message(),
            location: self.location.clone(),
            help: Some(self.help()),
            quote: Some(self.quote.clone()),
        }
    }
}

/// Everything that was found, by input.
#[derive(Default)]
pub(super) struct Tellings {
    pub(super) inputs: Vec<(Input, Vec<Told>)>,
}

impl Tellings {
    pub(super) fn add(&mut self, input: Input, told: Vec<Told>) {
        self.inputs.push((input, told));
    }

    /// Keeps the findings of some rules.
    pub(super) fn keep(&mut self, wanted: impl Fn(&Rule) -> bool) {
        for (_, told) in &mut self.inputs {
            told.retain(|told| wanted(told.rule));
        }
    }

    /// Returns what is found and not suppressed.
    pub(super) fn open(&self) -> impl Iterator<Item = &Told> {
        self.all().filter(|told| told.suppressed.is_none())
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Told> {
        self.inputs.iter().flat_map(|(_, told)| told)
    }

    pub(super) fn diagnostics(&self) -> Vec<Diagnostic> {
        self.open().map(Told::diagnostic).collect()
    }
}

/// Gives the findings of a text their lines and columns.
pub(super) fn of_text(file: &SourceFile, found: &[Finding]) -> Vec<Told> {
    let mut places = Places::new(&file.text);
    found
        .iter()
        .map(|finding| {
            let mut told = Told::new(&file.path, finding);
            if let Place::Text(range) = &finding.place {
                told.location.span = Some(places.span(range));
            }
            told
        })
        .collect()
}

/// Compares two languages of a text, and finds the places.
pub(super) fn of_pair(file: &SourceFile, left: &str, right: &str) -> Vec<Told> {
    let found = check::check_pair(&Pair::new(left, right));
    // The right side is part of the same file, or of a column of its own.
    let offset = |side: &str| {
        let (start, all) = (side.as_ptr() as usize, file.text.as_ptr() as usize);
        start
            .checked_sub(all)
            .filter(|at| at + side.len() <= file.text.len())
    };
    let mut places = Places::new(&file.text);
    found
        .iter()
        .map(|finding| {
            let mut told = Told::new(&file.path, finding);
            let (side, range) = match &finding.place {
                Place::Text(range) => (left, range),
                Place::Other(range) => (right, range),
                _ => return told,
            };
            side[range.clone()].clone_into(&mut told.quote);
            told.location.span =
                offset(side).map(|at| places.span(&(at + range.start..at + range.end)));
            told
        })
        .collect()
}

/// Gives the findings of a case the lines of its file.
pub(in crate::cli) fn of_case(file: &SourceFile, judged: &[Judged]) -> Vec<Told> {
    let tree = Tree::of(&file.text);
    judged
        .iter()
        .map(|judged| {
            let finding = &judged.finding;
            let mut told = Told::new(&file.path, finding);
            told.suppressed.clone_from(&judged.suppressed);
            if let Place::Entry(path) = &finding.place {
                told.location.path = path.clone();
                told.location.span = tree.as_ref().and_then(|tree| nearest_span(tree, path));
            }
            told
        })
        .collect()
}

/// The line of an entry, or of what it would stand in.
fn nearest_span(tree: &Tree, path: &KeyPath) -> Option<Span> {
    let mut path = path.clone();
    loop {
        if let Some(span) = tree.span(&path) {
            return Some(span);
        }
        path.0.pop()?;
    }
}
