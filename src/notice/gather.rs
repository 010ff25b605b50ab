//! Signs of the files to what a text is read with: phrases, each once, the units they are
//! alternatives of, and the signs those make up.

use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, KeyPath};
use crate::lang::{EN, Lang, is_cjk};
use crate::msg;
use crate::notice::load::{error, ids, texts};
use crate::notice::raw::{RawIssue, RawMarks, RawWeights, RawWords};
use crate::notice::recogniser::{Class, Family, Kind, Mark, Part, Phrase, Sign, Use, WITHOUT};
use crate::notice::sign::{self, Alternative, Atom, SignFault};
use crate::source::{SourceFile, Text, TextMap};

/// Signs and phrases on the way into the recogniser.
#[derive(Default)]
pub(super) struct Gather {
    /// Languages whose signs are wanted; all of them where it is not known.
    spoken: Option<Vec<String>>,
    /// Units of the word groups by language and name.
    groups: FxHashMap<String, FxHashMap<String, u32>>,
    phrases: Vec<Phrase>,
    by_text: FxHashMap<String, usize>,
    /// What phrases are used for, in the order of the signs.
    uses: Vec<(usize, Use)>,
    units: Vec<Vec<Part>>,
    signs: Vec<Sign>,
}

/// What was gathered of the signs, by number.
pub(super) struct Gathered {
    pub(super) texts: Vec<String>,
    pub(super) phrases: Vec<Phrase>,
    pub(super) uses: Vec<Use>,
    pub(super) units: Vec<Vec<Part>>,
    pub(super) signs: Vec<Sign>,
}

/// Puts the uses of each phrase side by side and tells it where they stand.
fn in_order(phrases: &mut [Phrase], uses: &[(usize, Use)]) -> Vec<Use> {
    for (at, _) in uses {
        phrases[*at].uses.end += 1;
    }
    let mut end = 0;
    for phrase in phrases.iter_mut() {
        let start = end;
        end += phrase.uses.end;
        phrase.uses = start..start;
    }
    let nothing = Use {
        unit: 0,
        open: false,
    };
    let mut ordered = vec![nothing; uses.len()];
    for (at, part) in uses {
        let own = &mut phrases[*at].uses;
        ordered[own.end] = *part;
        own.end += 1;
    }
    ordered
}

impl Gather {
    /// Begins with nothing; `spoken` are the languages whose signs are wanted, all where there are
    /// none given.
    pub(super) fn of(spoken: Option<Vec<String>>) -> Self {
        Self {
            spoken,
            ..Self::default()
        }
    }

    /// Returns the phrases' texts and all that was gathered.
    pub(super) fn finish(mut self) -> Gathered {
        let mut texts = vec![String::new(); self.phrases.len()];
        for (text, at) in self.by_text {
            texts[at] = text;
        }
        let uses = in_order(&mut self.phrases, &self.uses);
        Gathered {
            texts,
            phrases: self.phrases,
            uses,
            units: self.units,
            signs: self.signs,
        }
    }

    fn wants(&self, lang: &str) -> bool {
        self.spoken
            .as_ref()
            .is_none_or(|spoken| spoken.iter().any(|one| one == lang))
    }

    pub(super) fn groups(
        &mut self,
        file: &SourceFile,
        words: &RawWords,
        found: &mut Vec<Diagnostic>,
    ) {
        for (lang, raw) in &words.groups.0 {
            if lang.parse::<Lang>().is_err() {
                let path = KeyPath::root().key("groups").key(lang);
                found.push(error(file, path, msg!("unknown-value", value = lang)));
            }
            if !self.wants(lang) {
                continue;
            }
            let mut own = FxHashMap::default();
            for (name, phrases) in &raw.0 {
                let unit = self.unit(Vec::new());
                for atom in phrases.iter().filter_map(|phrase| sign::atom(&phrase.0)) {
                    self.word(unit, atom);
                }
                own.insert(name.clone(), unit);
            }
            self.groups.insert(lang.clone(), own);
        }
    }

    pub(super) fn marks(
        &mut self,
        family: Family,
        file: &SourceFile,
        raw: RawMarks,
        found: &mut Vec<Diagnostic>,
    ) -> IndexMap<String, Mark> {
        let mut marks = IndexMap::new();
        let root = KeyPath::root().key("marks");
        for (id, raw) in raw.marks.0 {
            let class = Class::Mark(family, marks.len());
            let path = root.key(&id);
            self.languages(
                file,
                &path,
                &raw.signs,
                found,
                |gather, lang, phrases, path, found| {
                    for (at, phrase) in phrases.iter().enumerate() {
                        let force = (1.0, Kind::Sign);
                        gather.sign(file, &path.index(at), lang, phrase, class, force, found);
                    }
                },
            );
            #[allow(clippy::cast_precision_loss, reason = "percents are small numbers")]
            let factor = raw.percent.map_or(1.0, |percent| percent as f32 / 100.0);
            marks.insert(
                id,
                Mark {
                    title: texts(&raw.title),
                    help: raw.help.as_ref().map(texts),
                    instead_of: ids(&raw.instead_of),
                    trust: raw.trust,
                    factor,
                },
            );
        }
        for mark in marks.values() {
            for id in &mark.instead_of {
                if !marks.contains_key(id) {
                    found.push(error(file, root.clone(), msg!("unknown-value", value = id)));
                }
            }
        }
        marks
    }

    #[allow(clippy::cast_precision_loss, reason = "weights are small numbers")]
    pub(super) fn issue(
        &mut self,
        at: usize,
        file: &SourceFile,
        raw: &RawIssue,
        weights: &RawWeights,
        found: &mut Vec<Diagnostic>,
    ) {
        let path = KeyPath::root();
        self.languages(
            file,
            &path,
            &raw.signs,
            found,
            |gather, lang, signs, path, found| {
                for (key, list, weight, kind) in [
                    ("decisive", &signs.decisive, weights.decisive, Kind::Sign),
                    ("strong", &signs.strong, weights.strong, Kind::Sign),
                    ("fair", &signs.fair, weights.fair, Kind::Sign),
                    ("weak", &signs.weak, weights.weak, Kind::Sign),
                    ("topic", &signs.topic, weights.topic, Kind::Topic),
                    ("against", &signs.against, weights.against, Kind::Sign),
                ] {
                    let path = path.key(key);
                    for (nth, phrase) in list.iter().enumerate() {
                        let class = Class::Issue(at);
                        gather.sign(
                            file,
                            &path.index(nth),
                            lang,
                            phrase,
                            class,
                            (weight as f32, kind),
                            found,
                        );
                    }
                }
            },
        );
    }

    /// Goes through the languages of a `signs` key.
    fn languages<T>(
        &mut self,
        file: &SourceFile,
        path: &KeyPath,
        signs: &TextMap<T>,
        found: &mut Vec<Diagnostic>,
        mut each: impl FnMut(&mut Self, &str, &T, &KeyPath, &mut Vec<Diagnostic>),
    ) {
        let path = path.key("signs");
        for (lang, of) in &signs.0 {
            if lang.parse::<Lang>().is_err() {
                let message = msg!("unknown-value", value = lang);
                found.push(error(file, path.key(lang), message));
            }
            if self.wants(lang) {
                each(self, lang, of, &path.key(lang), found);
            }
        }
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "each is needed to say what is wrong where"
    )]
    fn sign(
        &mut self,
        file: &SourceFile,
        path: &KeyPath,
        lang: &str,
        phrase: &Text,
        class: Class,
        (weight, kind): (f32, Kind),
        found: &mut Vec<Diagnostic>,
    ) {
        let pattern = match sign::parse(&phrase.0) {
            Ok(pattern) => pattern,
            Err(fault) => {
                let message = match fault {
                    SignFault::Empty => msg!("sign-empty-part"),
                    SignFault::TooMany => msg!("sign-too-many"),
                    SignFault::OnlyWithout => msg!("sign-only-without"),
                };
                found.push(error(file, path.clone(), message).help(msg!("sign-help")));
                return;
            }
        };
        let sign = u32::try_from(self.signs.len()).unwrap_or(u32::MAX);
        self.signs.push(Sign {
            class,
            weight,
            kind,
            // A language that is none was said already.
            lang: lang.parse().unwrap_or(EN),
            needs: (1 << pattern.parts.len()) - 1,
        });
        let with = pattern.parts.into_iter().zip(0..);
        let without = pattern.without.into_iter().zip(WITHOUT..);
        for (alternatives, bit) in with.chain(without) {
            let part = Part { sign, bit };
            let mut words = None;
            for alternative in alternatives {
                match alternative {
                    Alternative::Phrase(atom) => {
                        let unit = *words.get_or_insert_with(|| self.unit(vec![part]));
                        self.word(unit, atom);
                    }
                    Alternative::Group(name) => {
                        let own = self.groups.get(lang);
                        let Some(unit) = own.and_then(|own| own.get(name)) else {
                            let message = msg!("sign-unknown-group", name = name, lang = lang);
                            let fault = error(file, path.clone(), message);
                            found.push(fault.help(msg!("sign-help")));
                            continue;
                        };
                        self.units[*unit as usize].push(part);
                    }
                }
            }
        }
    }

    /// Adds a unit with its parts and returns its place.
    fn unit(&mut self, parts: Vec<Part>) -> u32 {
        self.units.push(parts);
        u32::try_from(self.units.len() - 1).unwrap_or(u32::MAX)
    }

    /// Adds a phrase to a unit.
    fn word(&mut self, unit: u32, atom: Atom) {
        let open = atom.open;
        let at = self.number(atom);
        self.uses.push((at, Use { unit, open }));
    }

    /// Returns the number of a phrase; each has one.
    fn number(&mut self, atom: Atom) -> usize {
        let next = self.phrases.len();
        let edge = |c: Option<char>| c.is_some_and(|c| !is_cjk(c));
        let phrase = Phrase {
            edge_before: edge(atom.text.chars().next()),
            edge_behind: edge(atom.text.chars().next_back()),
            uses: 0..0,
        };
        let at = *self.by_text.entry(atom.text).or_insert(next);
        if at == next {
            self.phrases.push(phrase);
        }
        at
    }
}
