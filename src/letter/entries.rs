//! Root causes, actions and measures: numbered, traced to each other, with
//! their dates and proofs.

use chrono::NaiveDate;

use crate::catalogue::{CLOSE, Language, MIDDLE, OPEN, Values};
use crate::diagnostic::KeyPath;
use crate::fact::{FactType, Value, Words};
use crate::lang::{Lang, Texts};
use crate::letter::assemble::Work;
use crate::letter::inline::Inline;
use crate::letter::{Block, Both, Origin, Part};

/// What the seller gave for an action or a measure.
struct Details<'a> {
    own: Option<&'a Words>,
    /// Name, and a date or a term.
    values: Vec<(&'static str, Option<NaiveDate>, Option<&'a Value>)>,
    proof: Option<&'a [String]>,
}

impl<'a> Work<'a> {
    pub(super) fn causes(&self, values: &Both<Values>) -> Vec<Block> {
        let root = KeyPath::root().key("root-causes");
        if self.case.causes.is_empty() {
            self.note(root.clone(), "root-cause", None);
        }
        let mut blocks = Vec::new();
        for (number, (id, cause)) in self.case.causes.iter().enumerate() {
            let path = root.key(id);
            let known = self.appeal_type.causes.get(id);
            let (text, facts) = match known {
                Some(known) => {
                    self.note_facts(&known.sentence.variables);
                    (
                        self.fill(&known.sentence, values),
                        known.sentence.variables.clone(),
                    )
                }
                None => (self.own(&path.key("own"), cause.own.as_ref()), Vec::new()),
            };
            for (list, key, label) in [
                (&cause.actions, "actions", "action"),
                (&cause.measures, "measures", "measure"),
            ] {
                if list.is_empty() {
                    let title = self.entry_title(known.map(|k| &k.title), cause.own.as_ref());
                    self.note(path.key(key), label, Some(&title));
                }
            }
            let own = known.is_none();
            let origin = Origin {
                path,
                own,
                facts,
                proof: Vec::new(),
                date: None,
            };
            blocks.push(Block {
                label: Some((number + 1).to_string()),
                text,
                origin,
            });
        }
        blocks
    }

    /// Own words in both languages; the one that is missing is a gap, never a copy.
    pub(super) fn own(&self, path: &KeyPath, words: Option<&Words>) -> Both<Vec<Inline>> {
        for side in [self.sides.letter, self.sides.reading] {
            let given = words.and_then(|words| words.get(side.lang, side.formats.cjk()));
            if given.is_none() {
                let mut name = Texts::default();
                for lang in self.catalogue.languages.keys() {
                    let words = words.and_then(|words| words.any(*lang)).unwrap_or_default();
                    let start: String = words.chars().take(30).collect();
                    name.0.insert(*lang, format!("{}: {start}", side.name));
                }
                self.note(path.key(side.lang.as_str()), "own-words", Some(&name));
            }
        }
        self.both(|lang| {
            let cjk = self.language(lang).formats.cjk();
            let given = words.and_then(|words| words.get(lang, cjk));
            given.map_or_else(|| self.gap(lang, "own-words"), str::to_owned)
        })
    }

    pub(super) fn entry_title(&self, known: Option<&Texts>, own: Option<&Words>) -> Texts {
        if let Some(known) = known {
            return known.clone();
        }
        let of = |lang: &Lang| {
            (
                *lang,
                own.and_then(|w| w.any(*lang))
                    .unwrap_or_default()
                    .to_owned(),
            )
        };
        Texts(self.catalogue.languages.keys().map(of).collect())
    }

    /// Actions or measures: each once, under the first cause it answers.
    pub(super) fn answers(&self, part: Part, values: &mut Both<Values>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut written: Vec<&String> = Vec::new();
        let lists: Vec<&Vec<String>> = self
            .case
            .causes
            .values()
            .map(|cause| {
                if part == Part::Actions {
                    &cause.actions
                } else {
                    &cause.measures
                }
            })
            .collect();
        for (cause, list) in lists.iter().enumerate() {
            let mut number = 0;
            for id in *list {
                if written.contains(&id) {
                    continue;
                }
                written.push(id);
                number += 1;
                let others: Vec<String> = (cause + 1..lists.len())
                    .filter(|other| lists[*other].contains(id))
                    .map(|other| (other + 1).to_string())
                    .collect();
                let label = format!("{}.{number}", cause + 1);
                blocks.push(self.answer(part, id, label, &others, values));
            }
        }
        blocks
    }

    fn answer(
        &self,
        part: Part,
        id: &str,
        label: String,
        others: &[String],
        values: &mut Both<Values>,
    ) -> Block {
        let details = self.details(part, id);
        let (known, key) = match part {
            Part::Actions => (self.appeal_type.actions.get(id), "actions"),
            _ => (self.appeal_type.measures.get(id), "measures"),
        };
        let path = KeyPath::root().key(key).key(id);
        let title = self.entry_title(known.map(|k| &k.title), details.own);
        for (name, date, value) in &details.values {
            let asked = known.is_none_or(|k| k.sentence.variables.iter().any(|v| v == name));
            let kind = if *name == "rhythm" {
                FactType::Rhythm
            } else {
                FactType::Role
            };
            let given =
                |side: &Language| date.is_some() || self.term(side.lang, kind, *value).is_some();
            if asked && !(given(self.sides.letter) && given(self.sides.reading)) {
                self.note(path.key(*name), name, Some(&title));
            }
        }
        if details.proof.is_none() {
            self.note(path.key("proof"), "proof", Some(&title));
        }
        let text = match known {
            Some(known) => {
                self.note_facts(&known.sentence.variables);
                for (side, values) in [
                    (self.sides.letter, &mut values.letter),
                    (self.sides.reading, &mut values.reading),
                ] {
                    for (name, words) in self.detail_words(side.lang, &details) {
                        values.set(name, &words, None);
                    }
                }
                self.fill(&known.sentence, values)
            }
            None => self.own_answer(part, &path, &details),
        };
        let mut facts = known.map_or_else(Vec::new, |k| k.sentence.variables.clone());
        if known.is_none() {
            facts.extend(details.values.iter().map(|(name, ..)| (*name).to_owned()));
        }
        let proof = self.proof_numbers(details.proof);
        let text = Both {
            letter: Self::with_references(self.sides.letter, text.letter, others, &proof),
            reading: Self::with_references(self.sides.reading, text.reading, others, &proof),
        };
        let date = details.values.iter().find_map(|(_, date, _)| *date);
        let origin = Origin {
            path,
            own: known.is_none(),
            facts,
            proof,
            date,
        };
        Block {
            label: Some(label),
            text,
            origin,
        }
    }

    fn details(&self, part: Part, id: &str) -> Details<'a> {
        let case = self.case;
        if part == Part::Actions {
            let given = case.actions.get(id);
            return Details {
                own: given.and_then(|a| a.own.as_ref()),
                values: vec![("done-on", given.and_then(|a| a.done_on), None)],
                proof: given.and_then(|a| a.proof.as_deref()),
            };
        }
        let given = case.measures.get(id);
        Details {
            own: given.and_then(|m| m.own.as_ref()),
            values: vec![
                ("since", given.and_then(|m| m.since), None),
                ("owner", None, given.and_then(|m| m.owner.as_ref())),
                ("rhythm", None, given.and_then(|m| m.rhythm.as_ref())),
            ],
            proof: given.and_then(|m| m.proof.as_deref()),
        }
    }

    fn detail_words(&self, lang: Lang, details: &Details<'_>) -> Vec<(&'static str, String)> {
        let words = |(name, date, value): &(&'static str, Option<NaiveDate>, Option<&Value>)| {
            let kind = if *name == "rhythm" {
                FactType::Rhythm
            } else {
                FactType::Role
            };
            let given = match date {
                Some(date) => Some(self.language(lang).formats.date(*date)),
                None => self.term(lang, kind, *value),
            };
            (*name, given.unwrap_or_else(|| self.open(lang, name)))
        };
        details.values.iter().map(words).collect()
    }

    /// An action or a measure in own words, in the language's frame for them.
    fn own_answer(&self, part: Part, path: &KeyPath, details: &Details<'_>) -> Both<Vec<Inline>> {
        // Notes what is missing; the frame is filled below.
        self.own(&path.key("own"), details.own);
        self.both(|lang| {
            let language = self.language(lang);
            let words = &language.letter;
            let frame = if part == Part::Actions {
                &words.own_action
            } else {
                &words.own_measure
            };
            let own = details
                .own
                .and_then(|words| words.get(lang, language.formats.cjk()));
            let own = own.map_or_else(|| self.gap(lang, "own-words"), str::to_owned);
            let mut text = frame.0.clone();
            for (name, value) in self.detail_words(lang, details) {
                let wrapped = format!("{OPEN}{name}{MIDDLE}{value}{CLOSE}");
                text = text.replace(&format!("{{{{{name}}}}}"), &wrapped);
            }
            text.replace("{{text}}", &own)
        })
    }

    pub(super) fn proof_numbers(&self, proof: Option<&[String]>) -> Vec<usize> {
        let documents = self.case.named_evidence();
        let number = |id: &String| documents.iter().position(|d| d == id).map(|at| at + 1);
        let mut numbers: Vec<usize> = proof
            .unwrap_or_default()
            .iter()
            .filter_map(number)
            .collect();
        numbers.sort_unstable();
        numbers
    }

    /// Adds which other causes an entry answers, and which documents prove it.
    pub(super) fn with_references(
        language: &Language,
        mut text: Vec<Inline>,
        others: &[String],
        proof: &[usize],
    ) -> Vec<Inline> {
        let space = language.formats.space();
        if !others.is_empty() {
            let note = language.form(&language.letter.also_answers, others.len());
            let note = note.replace("{{numbers}}", &language.formats.numbers(others));
            text.push(Inline::Text(format!("{space}{note}")));
        }
        if !proof.is_empty() {
            let numbers: Vec<String> = proof.iter().map(ToString::to_string).collect();
            let reference = &language.letter.evidence_reference.0;
            let numbers = language.formats.numbers(&numbers);
            let reference = reference.replace("{{numbers}}", &numbers);
            text.push(Inline::Text(format!("{space}{reference}")));
        }
        text
    }
}
