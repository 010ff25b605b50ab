//! Which keys of a type go together: a letter or a message, with branches or
//! without, with parts or with causes.

use super::error;
use crate::catalogue::raw::RawAppeal;
use crate::catalogue::{AppealId, Form};
use crate::diagnostic::{Diagnostic, KeyPath};
use crate::msg;
use crate::source::SourceFile;

/// Sections of facts a letter can have; its headings are marked A to Z.
const MOST_PARTS: usize = 12;

/// Lines on what reviewers look for.
const LOOK_FOR: std::ops::RangeInclusive<usize> = 2..=4;

pub(super) fn check(
    id: &AppealId,
    file: &SourceFile,
    raw: &RawAppeal,
    found: &mut Vec<Diagnostic>,
) {
    let root = KeyPath::root();
    let mut fault = |path: KeyPath, message| found.push(error(file, path, message));
    let message = raw.form == Form::Message;
    if raw.refusal.is_some() {
        for (key, there) in [
            ("opening", !raw.opening.is_empty()),
            ("parts", !raw.parts.is_empty()),
            ("facts", !raw.facts.is_empty()),
            ("request", !raw.request.is_empty()),
        ] {
            if there {
                fault(root.key(key), msg!("beside-refusal", key = key));
            }
        }
        return;
    }
    // Some messages state facts and ask for nothing.
    match &raw.branches {
        None => {
            if raw.opening.is_empty() {
                fault(root.key("opening"), msg!("missing-key", key = "opening"));
            }
            if raw.request.is_empty() && !message {
                fault(root.key("request"), msg!("missing-key", key = "request"));
            }
        }
        Some(branches) => {
            for (key, there) in [
                ("opening", !raw.opening.is_empty()),
                ("request", !raw.request.is_empty()),
            ] {
                if there {
                    fault(root.key(key), msg!("belongs-to-branches", key = key));
                }
            }
            let path = root.key("branches").key("options");
            if branches.options.len() < 2 {
                fault(path.clone(), msg!("too-few-branches"));
            }
            for (at, branch) in branches.options.iter().enumerate() {
                let path = path.index(at);
                if branch.opening.is_empty() {
                    fault(path.key("opening"), msg!("missing-key", key = "opening"));
                }
                if branch.request.is_empty() && !message {
                    fault(path.key("request"), msg!("missing-key", key = "request"));
                }
            }
        }
    }
    if raw.parts.is_empty() && raw.root_causes.is_empty() && !message {
        fault(root.clone(), msg!("nothing-to-confirm"));
    }
    // Buyers review nothing.
    if !id.is_reply() && !LOOK_FOR.contains(&raw.look_for.len()) {
        let message = msg!("look-for-lines", count = raw.look_for.len());
        fault(root.key("look-for"), message);
    }
    if raw.parts.len() > MOST_PARTS {
        let message = msg!(
            "too-many-parts",
            count = raw.parts.len(),
            limit = MOST_PARTS
        );
        fault(root.key("parts"), message);
    }
    for (at, part) in raw.parts.iter().enumerate() {
        if part.entries.is_empty() {
            let path = root.key("parts").index(at).key("entries");
            fault(path, msg!("nothing-to-confirm"));
        }
    }
    for (at, part) in raw.parts.iter().enumerate() {
        if part.pick.is_some() && !message {
            let path = root.key("parts").index(at).key("pick");
            fault(path, msg!("only-in-message", key = "pick"));
        }
    }
    if message && !raw.root_causes.is_empty() {
        fault(root.key("root-causes"), msg!("causes-in-message"));
    }
    if message && raw.invoices {
        fault(root.key("invoices"), msg!("invoices-in-message"));
    }
    for (key, there) in [
        ("salutation", raw.salutation.is_some()),
        ("closing", raw.closing.is_some()),
        ("limit-words", raw.limit_words.is_some()),
    ] {
        if there && !message {
            fault(root.key(key), msg!("only-in-message", key = key));
        }
    }
    if raw.limit_words == Some(0) {
        fault(root.key("limit-words"), msg!("expected-count"));
    }
}
