//! What was chosen: statements, causes, actions, measures and evidence.

use chrono::NaiveDate;
use indexmap::IndexMap;

use super::Reader;
use crate::case::raw::RawCase;
use crate::case::{Action, Case, Cause, Evidence, Measure, Statement};
use crate::catalogue::{AppealType, Choose, own_number};
use crate::diagnostic::KeyPath;
use crate::fact::FactType;
use crate::msg;
use crate::source::Text;

impl Reader<'_> {
    pub(super) fn entries(
        &mut self,
        raw: &RawCase,
        appeal_type: Option<&AppealType>,
        day: NaiveDate,
        case: &mut Case,
    ) {
        let root = KeyPath::root();
        let Some(appeal_type) = appeal_type else {
            return;
        };
        self.evidence(raw, appeal_type, case);
        for (id, raw) in &raw.actions.0 {
            let path = root.key("actions").key(id);
            self.own_or_known(
                &path,
                id,
                raw.own.is_some(),
                appeal_type.actions.keys(),
                "own",
            );
            let own = self.own(&path.key("own"), raw.own.as_ref());
            let done_on = self.past(&path.key("done-on"), raw.done_on.as_ref(), day);
            let proof = self.proof(&path.key("proof"), raw.proof.as_ref(), case);
            case.actions.insert(
                id.clone(),
                Action {
                    own,
                    done_on,
                    proof,
                },
            );
        }
        for (id, raw) in &raw.measures.0 {
            let path = root.key("measures").key(id);
            self.own_or_known(
                &path,
                id,
                raw.own.is_some(),
                appeal_type.measures.keys(),
                "own",
            );
            let own = self.own(&path.key("own"), raw.own.as_ref());
            let since = self.past(&path.key("since"), raw.since.as_ref(), day);
            let owner = self.term(&path.key("owner"), FactType::Role, raw.owner.as_ref());
            let rhythm = self.term(&path.key("rhythm"), FactType::Rhythm, raw.rhythm.as_ref());
            let proof = self.proof(&path.key("proof"), raw.proof.as_ref(), case);
            case.measures.insert(
                id.clone(),
                Measure {
                    own,
                    since,
                    owner,
                    rhythm,
                    proof,
                },
            );
        }
        self.statements(raw, appeal_type, case);
        self.invoices(raw, day, case);
        for (id, raw) in &raw.root_causes.0 {
            let path = root.key("root-causes").key(id);
            if appeal_type.causes.is_empty() {
                self.fault(path, msg!("no-causes-here"));
                continue;
            }
            self.own_or_known(
                &path,
                id,
                raw.own.is_some(),
                appeal_type.causes.keys(),
                "own",
            );
            let own = self.own(&path.key("own"), raw.own.as_ref());
            let actions = self.references(
                &path.key("actions"),
                &raw.actions,
                &case.actions,
                &appeal_type.actions.keys(),
            );
            let measures = self.references(
                &path.key("measures"),
                &raw.measures,
                &case.measures,
                &appeal_type.measures.keys(),
            );
            case.causes.insert(
                id.clone(),
                Cause {
                    own,
                    actions,
                    measures,
                },
            );
        }
    }

    fn evidence(&mut self, raw: &RawCase, appeal_type: &AppealType, case: &mut Case) {
        let root = KeyPath::root();
        for (id, raw) in &raw.evidence.0 {
            let path = root.key("evidence").key(id);
            self.own_or_known(
                &path,
                id,
                raw.title.is_some(),
                appeal_type.evidence.keys(),
                "title",
            );
            let title = self.own(&path.key("title"), raw.title.as_ref());
            let shows = self.own(&path.key("shows"), raw.shows.as_ref());
            let file = raw
                .file
                .as_ref()
                .and_then(|file| self.file_name(&path.key("file"), &file.0));
            case.evidence
                .insert(id.clone(), Evidence { title, shows, file });
        }
    }

    /// Statements, in the order of the parts.
    fn statements(&mut self, raw: &RawCase, appeal_type: &AppealType, case: &mut Case) {
        let root = KeyPath::root().key("statements");
        for (id, raw) in &raw.statements.0 {
            let path = root.key(id);
            let entries = appeal_type.parts.values().flat_map(|p| p.entries.keys());
            let has_words = raw.own.is_some() || raw.part.is_some();
            let key = if raw.own.is_some() { "own" } else { "part" };
            self.own_or_known(&path, id, has_words, entries, key);
            let own = self.own(&path.key("own"), raw.own.as_ref());
            let proof = self.proof(&path.key("proof"), raw.proof.as_ref(), case);
            let part = if own_number(id).is_some() {
                self.part(&path, raw.part.as_ref(), appeal_type)
            } else {
                appeal_type.part_of(id).map(str::to_owned)
            };
            let Some(part) = part else { continue };
            let one = appeal_type.parts.get(&part).map(|part| part.choose) == Some(Choose::One);
            if one && case.statements_of(&part).next().is_some() {
                self.fault(path, msg!("one-statement", part = part));
                continue;
            }
            case.statements
                .insert(id.clone(), Statement { part, own, proof });
        }
        case.sort_statements(appeal_type);
    }

    /// The part a statement in own words belongs to.
    fn part(
        &mut self,
        path: &KeyPath,
        raw: Option<&Text>,
        appeal_type: &AppealType,
    ) -> Option<String> {
        let Some(Text(id)) = raw else {
            let known = appeal_type.parts.keys().map(String::as_str);
            let message = msg!("missing-key", key = "part");
            self.fault_near(path.clone(), message, "", known);
            return None;
        };
        if !appeal_type.parts.contains_key(id) {
            let known = appeal_type.parts.keys().map(String::as_str);
            let message = msg!("unknown-part", id = id);
            self.fault_near(path.key("part"), message, id, known);
            return None;
        }
        Some(id.clone())
    }

    /// An entry is one of the catalogue's, or begins with own- and has words of its own.
    fn own_or_known<'k>(
        &mut self,
        path: &KeyPath,
        id: &str,
        has_words: bool,
        known: impl Iterator<Item = &'k String> + Clone,
        key: &str,
    ) {
        if own_number(id).is_some() {
            return;
        }
        if !known.clone().any(|k| k == id) {
            self.fault_near(
                path.clone(),
                msg!("unknown-entry", id = id),
                id,
                known.map(String::as_str),
            );
        } else if has_words {
            self.fault(path.key(key), msg!("words-for-known", id = id));
        }
    }

    /// Ids in a cause; an entry of the catalogue without details yet is an open one.
    fn references<'k, T, K>(
        &mut self,
        path: &KeyPath,
        ids: &[Text],
        given: &'k IndexMap<String, T>,
        known: &indexmap::map::Keys<'k, String, K>,
    ) -> Vec<String> {
        let mut list = Vec::new();
        for (at, id) in ids.iter().enumerate() {
            let id = &id.0;
            let exists = given.contains_key(id) || known.clone().any(|k| k == id);
            if !exists {
                let all = given.keys().chain(known.clone()).map(String::as_str);
                self.fault_near(path.index(at), msg!("unknown-entry", id = id), id, all);
            } else if list.contains(id) {
                self.fault(path.index(at), msg!("id-twice", id = id));
            } else {
                list.push(id.clone());
            }
        }
        list
    }

    fn proof(
        &mut self,
        path: &KeyPath,
        raw: Option<&Vec<Text>>,
        case: &Case,
    ) -> Option<Vec<String>> {
        let known = case.appeal_type(self.catalogue).map(|t| t.evidence.keys());
        let ids = raw?;
        let none = IndexMap::<String, ()>::new();
        Some(match known {
            Some(known) => self.references(path, ids, &case.evidence, &known),
            None => self.references(path, ids, &case.evidence, &none.keys()),
        })
    }
}
