//! Ids are well formed and unique, every reference resolves, every cause is
//! answered, and every translation has the entries of the English file.

use indexmap::IndexMap;

use super::{Translation, error, same_ids};
use crate::catalogue::raw::{RawAnswer, RawAppeal};
use crate::catalogue::{AppealId, Language, own_number};
use crate::diagnostic::{Diagnostic, KeyPath, nearest};
use crate::lang::{EN, Lang};
use crate::message::Message;
use crate::msg;
use crate::source::{SourceFile, Text};

pub(super) fn check(
    id: &AppealId,
    file: &SourceFile,
    raw: &RawAppeal,
    translations: &[Translation<'_>],
    languages: &IndexMap<Lang, Language>,
    found: &mut Vec<Diagnostic>,
) {
    let mut checker = Checker {
        file,
        raw,
        translations,
        found,
    };
    checker.family(id, languages);
    checker.references();
    checker.translated();
}

struct Checker<'a> {
    file: &'a SourceFile,
    raw: &'a RawAppeal,
    translations: &'a [Translation<'a>],
    found: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    fn fault(&mut self, path: KeyPath, message: Message) {
        self.found.push(error(self.file, path, message));
    }

    fn family(&mut self, id: &AppealId, languages: &IndexMap<Lang, Language>) {
        let Some(english) = languages.get(&EN) else {
            return;
        };
        if !english.families.contains_key(id.family()) {
            let near = nearest(id.family(), english.families.keys().map(String::as_str));
            let help = near.map(|near| msg!("did-you-mean", name = near));
            let message = msg!("unknown-family", name = id.family());
            self.found
                .push(error(self.file, KeyPath::root(), message).maybe_help(help));
        }
    }

    fn references(&mut self) {
        let raw = self.raw;
        let root = KeyPath::root();
        let actions: Vec<&Text> = raw.actions.iter().map(|a| &a.id).collect();
        let measures: Vec<&Text> = raw.measures.iter().map(|m| &m.id).collect();
        let evidence: Vec<&Text> = raw.evidence.iter().map(|e| &e.id).collect();
        let causes: Vec<&Text> = raw.root_causes.iter().map(|c| &c.id).collect();
        let parts: Vec<&Text> = raw.parts.iter().map(|p| &p.id).collect();
        let facts: Vec<&Text> = raw.facts.iter().map(|f| &f.id).collect();
        for (key, ids) in [
            ("facts", &facts),
            ("parts", &parts),
            ("root-causes", &causes),
            ("actions", &actions),
            ("measures", &measures),
            ("evidence", &evidence),
        ] {
            self.own_ids(&root.key(key), ids, &[]);
        }
        for (at, cause) in raw.root_causes.iter().enumerate() {
            let path = root.key("root-causes").index(at);
            for (key, list, known) in [
                ("actions", &cause.actions, &actions),
                ("measures", &cause.measures, &measures),
            ] {
                self.resolve(&path.key(key), list, known);
                if list.is_empty() {
                    self.fault(path.key(key), msg!("unanswered-cause", id = &cause.id.0));
                }
            }
        }
        for (key, answers) in [("actions", &raw.actions), ("measures", &raw.measures)] {
            for (at, answer) in answers.iter().enumerate() {
                let path = root.key(key).index(at);
                self.resolve(&path.key("evidence"), &answer.evidence, &evidence);
                let named = raw.root_causes.iter().any(|cause| {
                    cause.actions.contains(&answer.id) && key == "actions"
                        || cause.measures.contains(&answer.id) && key == "measures"
                });
                if !named {
                    self.fault(path, msg!("answers-nothing", id = &answer.id.0));
                }
            }
        }
        self.parts(&evidence);
        self.branches(&parts, &causes);
    }

    /// Entries are known by their ids alone, so no two parts have the same.
    fn parts(&mut self, evidence: &[&Text]) {
        let root = KeyPath::root().key("parts");
        let mut before: Vec<&Text> = Vec::new();
        for (at, part) in self.raw.parts.iter().enumerate() {
            let path = root.index(at).key("entries");
            let ids: Vec<&Text> = part.entries.iter().map(|e| &e.id).collect();
            self.own_ids(&path, &ids, &before);
            before.extend(ids);
            for (at, entry) in part.entries.iter().enumerate() {
                let path = path.index(at).key("evidence");
                self.resolve(&path, &entry.evidence, evidence);
            }
        }
    }

    /// Every part and every cause belongs to a situation.
    fn branches(&mut self, parts: &[&Text], causes: &[&Text]) {
        let raw = self.raw;
        let Some(branches) = &raw.branches else {
            return;
        };
        let root = KeyPath::root();
        let options = root.key("branches").key("options");
        let ids: Vec<&Text> = branches.options.iter().map(|b| &b.id).collect();
        self.own_ids(&options, &ids, &[]);
        for (at, branch) in branches.options.iter().enumerate() {
            for (key, list, known) in [
                ("parts", &branch.parts, parts),
                ("root-causes", &branch.root_causes, causes),
            ] {
                let path = options.index(at).key(key);
                self.resolve(&path, list, known);
                for (at, id) in list.iter().enumerate() {
                    if list[..at].contains(id) {
                        self.fault(path.index(at), msg!("id-twice", id = &id.0));
                    }
                }
            }
        }
        for (key, ids) in [("parts", parts), ("root-causes", causes)] {
            for (at, id) in ids.iter().enumerate() {
                let named = branches.options.iter().any(|branch| {
                    let list = if key == "parts" {
                        &branch.parts
                    } else {
                        &branch.root_causes
                    };
                    list.contains(id)
                });
                if !named {
                    self.fault(root.key(key).index(at), msg!("in-no-branch", id = &id.0));
                }
            }
        }
    }

    /// Ids are well formed, and unique among themselves and those of another list.
    fn own_ids(&mut self, list: &KeyPath, ids: &[&Text], others: &[&Text]) {
        for (at, id) in ids.iter().enumerate() {
            let path = list.index(at).key("id");
            let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            let fits = id.0.bytes().all(letter)
                && id.0.starts_with(|c: char| c.is_ascii_lowercase())
                && own_number(&id.0).is_none();
            if !fits {
                self.fault(path.clone(), msg!("ill-formed-id", id = &id.0));
            }
            if ids[..at].contains(id) || others.contains(id) {
                self.fault(path, msg!("id-twice", id = &id.0));
            }
        }
    }

    fn resolve(&mut self, path: &KeyPath, list: &[Text], known: &[&Text]) {
        for (at, id) in list.iter().enumerate() {
            if !known.contains(&id) {
                let near = nearest(&id.0, known.iter().map(|k| k.0.as_str()));
                let help = near.map(|near| msg!("did-you-mean", name = near));
                let message = msg!("unknown-id", id = &id.0);
                self.found
                    .push(error(self.file, path.index(at), message).maybe_help(help));
            }
        }
    }

    /// Every translation has exactly the entries of the English file.
    fn translated(&mut self) {
        let raw = self.raw;
        let root = KeyPath::root();
        let facts: Vec<&str> = raw.facts.iter().map(|f| f.id.0.as_str()).collect();
        let parts: Vec<&str> = raw.parts.iter().map(|p| p.id.0.as_str()).collect();
        let causes: Vec<&str> = raw.root_causes.iter().map(|c| c.id.0.as_str()).collect();
        let evidence: Vec<&str> = raw.evidence.iter().map(|e| e.id.0.as_str()).collect();
        let (actions, measures) = (ids(&raw.actions), ids(&raw.measures));
        for Translation { file, raw: t, .. } in self.translations {
            let found = &mut *self.found;
            same_ids(file, &root.key("facts"), &facts, &t.facts, found);
            same_ids(file, &root.key("parts"), &parts, &t.parts, found);
            same_ids(
                file,
                &root.key("root-causes"),
                &causes,
                &t.root_causes,
                found,
            );
            same_ids(file, &root.key("actions"), &actions, &t.actions, found);
            same_ids(file, &root.key("measures"), &measures, &t.measures, found);
            same_ids(file, &root.key("evidence"), &evidence, &t.evidence, found);
            for part in &raw.parts {
                if let Some(texts) = t.parts.0.get(&part.id.0) {
                    let path = root.key("parts").key(&part.id.0).key("entries");
                    same_ids(file, &path, &ids(&part.entries), &texts.entries, found);
                }
            }
            for fact in &raw.facts {
                if let Some(texts) = t.facts.0.get(&fact.id.0) {
                    let path = root.key("facts").key(&fact.id.0).key("options");
                    let known: Vec<&str> = fact.options.0.keys().map(String::as_str).collect();
                    same_ids(file, &path, &known, &texts.options, found);
                }
            }
            let path = root.key("branches");
            match (&raw.branches, &t.branches) {
                (None, None) => {}
                (Some(_), None) => {
                    found.push(error(file, path, msg!("untranslated-id", id = "branches")));
                }
                (None, Some(_)) => {
                    let message = msg!("translates-nothing", id = "branches");
                    found.push(error(file, path, message));
                }
                (Some(raw), Some(texts)) => {
                    let known: Vec<&str> = raw.options.iter().map(|b| b.id.0.as_str()).collect();
                    same_ids(file, &path.key("options"), &known, &texts.options, found);
                }
            }
        }
    }
}

fn ids(answers: &[RawAnswer]) -> Vec<&str> {
    answers.iter().map(|answer| answer.id.0.as_str()).collect()
}
