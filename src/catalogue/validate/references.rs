//! Ids are well formed and unique, every reference resolves, every cause is
//! answered, and every translation has the entries of the English file.

use indexmap::IndexMap;

use super::{Translation, error, same_ids};
use crate::catalogue::raw::RawAppeal;
use crate::catalogue::{AppealId, Language};
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
        let actions: Vec<&Text> = raw.actions.iter().map(|a| &a.id).collect();
        let measures: Vec<&Text> = raw.measures.iter().map(|m| &m.id).collect();
        let evidence: Vec<&Text> = raw.evidence.iter().map(|e| &e.id).collect();
        let causes: Vec<&Text> = raw.root_causes.iter().map(|c| &c.id).collect();
        let facts: Vec<&Text> = raw.facts.iter().map(|f| &f.id).collect();
        for (part, ids) in [
            ("facts", &facts),
            ("root-causes", &causes),
            ("actions", &actions),
            ("measures", &measures),
            ("evidence", &evidence),
        ] {
            self.own_ids(part, ids);
        }
        let root = KeyPath::root();
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
        let proofs = raw
            .actions
            .iter()
            .map(|a| ("actions", &a.evidence))
            .enumerate();
        let more = raw
            .measures
            .iter()
            .map(|m| ("measures", &m.evidence))
            .enumerate();
        for (at, (key, list)) in proofs.chain(more) {
            self.resolve(&root.key(key).index(at).key("evidence"), list, &evidence);
        }
        for (at, id) in actions.iter().enumerate() {
            if !raw
                .root_causes
                .iter()
                .any(|cause| cause.actions.contains(id))
            {
                self.fault(
                    root.key("actions").index(at),
                    msg!("answers-nothing", id = &id.0),
                );
            }
        }
        for (at, id) in measures.iter().enumerate() {
            if !raw
                .root_causes
                .iter()
                .any(|cause| cause.measures.contains(id))
            {
                self.fault(
                    root.key("measures").index(at),
                    msg!("answers-nothing", id = &id.0),
                );
            }
        }
    }

    fn own_ids(&mut self, part: &str, ids: &[&Text]) {
        for (at, id) in ids.iter().enumerate() {
            let path = KeyPath::root().key(part).index(at).key("id");
            let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            let fits = id.0.bytes().all(letter)
                && id.0.starts_with(|c: char| c.is_ascii_lowercase())
                && !id.0.starts_with("own-");
            if !fits {
                self.fault(path.clone(), msg!("ill-formed-id", id = &id.0));
            }
            if ids[..at].contains(id) {
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
        let causes: Vec<&str> = raw.root_causes.iter().map(|c| c.id.0.as_str()).collect();
        let actions: Vec<&str> = raw.actions.iter().map(|a| a.id.0.as_str()).collect();
        let measures: Vec<&str> = raw.measures.iter().map(|m| m.id.0.as_str()).collect();
        let evidence: Vec<&str> = raw.evidence.iter().map(|e| e.id.0.as_str()).collect();
        for Translation { file, raw: t, .. } in self.translations {
            same_ids(file, &root.key("facts"), &facts, &t.facts, self.found);
            same_ids(
                file,
                &root.key("root-causes"),
                &causes,
                &t.root_causes,
                self.found,
            );
            same_ids(file, &root.key("actions"), &actions, &t.actions, self.found);
            same_ids(
                file,
                &root.key("measures"),
                &measures,
                &t.measures,
                self.found,
            );
            same_ids(
                file,
                &root.key("evidence"),
                &evidence,
                &t.evidence,
                self.found,
            );
            for fact in &raw.facts {
                if let Some(texts) = t.facts.0.get(&fact.id.0) {
                    let path = root.key("facts").key(&fact.id.0).key("options");
                    let known: Vec<&str> = fact.options.0.keys().map(String::as_str).collect();
                    same_ids(file, &path, &known, &texts.options, self.found);
                }
            }
        }
    }
}
