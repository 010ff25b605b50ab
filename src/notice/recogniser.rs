//! The recogniser: what the data knows notices by, made ready to look for.

use std::ops::Range;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::lang::{Lang, Texts};
use crate::notice::lexicon::Lexicon;
use crate::notice::{Notice, load, read};
use crate::source::SourceFile;

/// Everything that can be read out of a notice, ready to look for.
#[derive(Debug)]
pub struct Recogniser {
    pub(super) issues: IndexMap<String, Issue>,
    pub(super) marks: [IndexMap<String, Mark>; Family::ALL.len()],
    pub(super) weights: Weights,
    pub(super) words: Words,
    pub(super) lexicon: Lexicon,
    /// What each phrase of the lexicon is used for.
    pub(super) phrases: Vec<Phrase>,
    /// What phrases are used for.
    pub(super) uses: Vec<Use>,
    /// The parts of signs that words can be: of a group, those of every sign that names it.
    pub(super) units: Vec<Vec<Part>>,
    pub(super) signs: Vec<Sign>,
    /// Stores by their domains, and the appeal types by the issues they answer.
    pub(super) surroundings: Surroundings,
}

/// What the recogniser knows of the other data folders.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// Domain buyers see and id of every store.
    pub stores: Vec<(String, String)>,
    /// Issue and id of every appeal type.
    pub appeal_types: Vec<(String, String)>,
    /// Metrics by id, and the percentage Amazon asks for.
    pub limits: Vec<(String, String)>,
}

/// The file with what Amazon asks of metrics.
const METRICS: &str = "_metrics.yaml";

/// What a notice can allege.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    /// Name in lists.
    pub name: Texts,
    /// What is alleged, in one sentence to the seller.
    pub means: Texts,
    /// What to do instead of writing a plan.
    pub advice: Option<Texts>,
    pub(super) yields_to: Vec<String>,
    pub(super) asked_by: Vec<String>,
    pub(super) answered_by: Vec<String>,
    pub(super) documents: Vec<String>,
}

/// Something else that can be read out of a notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it is called.
    pub title: Texts,
    /// What it means for the seller.
    pub help: Option<Texts>,
    pub(super) instead_of: Vec<String>,
    pub(super) trust: Trust,
    /// How much what stands under the heading counts; one where nothing is said.
    pub(super) factor: f32,
}

/// What a text is still worth where a mark stands in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// As much as without it.
    #[default]
    Full,
    /// It is made to look like one of Amazon's: nothing it alleges is taken over.
    None,
}

/// The kinds of marks; each has a file in `appeals/_notice/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Asks,
    Documents,
    Conditions,
    Answers,
    Warnings,
    Sections,
    Context,
    Metrics,
}

impl Family {
    pub(super) const ALL: [Self; 8] = [
        Self::Asks,
        Self::Documents,
        Self::Conditions,
        Self::Answers,
        Self::Warnings,
        Self::Sections,
        Self::Context,
        Self::Metrics,
    ];

    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Asks => "asks",
            Self::Documents => "documents",
            Self::Conditions => "conditions",
            Self::Answers => "answers",
            Self::Warnings => "warnings",
            Self::Sections => "sections",
            Self::Context => "context",
            Self::Metrics => "metrics",
        }
    }
}

/// What a sign speaks for: an issue or a mark, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Issue(usize),
    Mark(Family, usize),
}

/// How a sign is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It speaks for itself.
    Sign,
    /// A word of the subject; it takes many.
    Topic,
}

/// A sign, ready to be counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    pub(super) class: Class,
    pub(super) weight: f32,
    pub(super) kind: Kind,
    pub(super) lang: Lang,
    /// A bit for each part.
    pub(super) needs: u16,
}

/// Bits from here on are parts that must not stand there.
pub(super) const WITHOUT: u8 = 8;

/// A phrase and the signs it is part of.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrase {
    /// Its first character belongs to a word that has to begin there.
    pub(super) edge_before: bool,
    /// Its last character belongs to a word that has to end there, unless a use is open.
    pub(super) edge_behind: bool,
    /// Where its uses stand among all.
    pub(super) uses: Range<usize>,
}

/// What a phrase is one of: a word group, or the alternatives of one part of a sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use {
    /// By its place in the list of units.
    pub(super) unit: u32,
    /// A word may go on behind the phrase.
    pub(super) open: bool,
}

/// A part of a sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) sign: u32,
    pub(super) bit: u8,
}

/// When an issue is named.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weights {
    pub(super) named: f32,
    pub(super) beside: f32,
    pub(super) margin: f32,
}

/// Words that are looked for in places of their own.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) languages: Vec<(String, Vec<String>)>,
    /// Units of time with their hours, longest first.
    pub(super) units: Vec<(String, u32)>,
    pub(super) numbers: Vec<(String, u32)>,
    /// Words for a time that need no number, with their days.
    pub(super) spans: Vec<(String, u32)>,
    /// Months by their names, longest first.
    pub(super) months: Vec<(String, u32)>,
    /// Names of stores in texts.
    pub(super) stores: Vec<(String, String)>,
    /// By which words a figure is Amazon's or the seller's.
    pub(super) targets: Targets,
    /// How percentages are written.
    pub(super) percents: Percents,
    /// Labels before the day of a mail or a notice.
    pub(super) date_labels: Vec<String>,
    /// Words in a sentence right before the day of the notice itself.
    pub(super) written: Vec<String>,
    /// Labels of the lines of a mail's header that name people.
    pub(super) mail_labels: Vec<String>,
    /// A time behind these is an age and no deadline.
    pub(super) age_before: Vec<String>,
    /// A time before these is an age and no deadline.
    pub(super) age_behind: Vec<String>,
    /// Hosts of Amazon beside the stores.
    pub(super) own_hosts: Vec<String>,
    /// What hosts that look like Amazon's have in them.
    pub(super) look_alikes: Vec<String>,
}

/// Words that tell the figure Amazon asks for from the seller's.
#[derive(Debug, Default)]
pub(super) struct Targets {
    /// A figure behind these is the one Amazon asks for.
    pub(super) before: Vec<String>,
    /// A figure before these is the one Amazon asks for.
    pub(super) behind: Vec<String>,
    /// The same where they stand behind a comma.
    pub(super) apposed: Vec<String>,
    /// A figure right behind these is the seller's own.
    pub(super) own: Vec<String>,
    /// A figure right behind these is what the seller's was before.
    pub(super) former: Vec<String>,
    /// Phrases in which such words set no limit.
    pub(super) idle: Vec<String>,
}

/// How percentages are written in words.
#[derive(Debug, Default)]
pub(super) struct Percents {
    /// Stand right behind the number.
    pub(super) signs: Vec<String>,
    /// Mean that the number is one of a hundred.
    pub(super) hundred: Vec<String>,
    /// Stand right before the number.
    pub(super) before: Vec<String>,
    /// Numbers with a fraction in words, and in digits.
    pub(super) numbers: Vec<(String, String)>,
}

impl Recogniser {
    /// Loads `_issues/` and `_notice/` of a folder like `appeals/`; other files are passed over.
    pub fn load(
        root: &str,
        files: &[SourceFile],
        surroundings: Surroundings,
    ) -> Result<Self, Vec<Diagnostic>> {
        load::load(root, files, surroundings, None)
    }

    /// Loads what it takes to read one text: the signs of the languages it may be in.
    pub fn load_for(
        text: &str,
        root: &str,
        files: &[SourceFile],
        surroundings: Surroundings,
    ) -> Result<Self, Vec<Diagnostic>> {
        load::load(root, files, surroundings, Some(text))
    }

    /// Reads a notice; any text will do, and nothing fails.
    pub fn parse(&self, text: &str) -> Notice {
        read::read(self, text)
    }

    /// Returns the issues, by id.
    pub fn issues(&self) -> &IndexMap<String, Issue> {
        &self.issues
    }

    /// Returns a metric's name.
    pub fn metric(&self, id: &str) -> Option<&Texts> {
        self.marks(Family::Metrics).get(id).map(|mark| &mark.title)
    }

    /// Returns the appeal types that answer an issue, by id.
    pub fn appeal_types(&self, issue: &str) -> Vec<String> {
        let Some(known) = self.issues.get(issue) else {
            return Vec::new();
        };
        let answers = |of: &str| of == issue || known.answered_by.iter().any(|also| also == of);
        self.surroundings
            .appeal_types
            .iter()
            .filter(|(of, _)| answers(of))
            .map(|(_, id)| id.clone())
            .collect()
    }

    pub(super) fn marks(&self, family: Family) -> &IndexMap<String, Mark> {
        &self.marks[family as usize]
    }

    /// Returns the place of a mark the program itself asks for.
    pub(super) fn mark(&self, family: Family, id: &str) -> Option<usize> {
        self.marks(family).get_index_of(id)
    }
}

impl Surroundings {
    /// Looks up what is needed in the files of `appeals/` and `contacts/` without loading them:
    /// the top-level keys `issue` and `domain`, and the `percent` of each metric.
    pub fn glance(appeals: &[SourceFile], contacts: &[SourceFile]) -> Self {
        let mut found = Self::default();
        for file in appeals {
            if file.path.ends_with(METRICS) {
                found.limits = limits(&file.text);
                continue;
            }
            let Some((family, name)) = family_and_name(&file.path) else {
                continue;
            };
            if !family.starts_with('_')
                && let Some(issue) = top_level(&file.text, "issue")
            {
                let slug = name.trim_end_matches(".yaml");
                found.appeal_types.push((issue, format!("{family}/{slug}")));
            }
        }
        for file in contacts {
            let name = file.path.rsplit('/').next().unwrap_or(&file.path);
            if let Some(domain) = top_level(&file.text, "domain") {
                found
                    .stores
                    .push((domain, name.trim_end_matches(".yaml").to_owned()));
            }
        }
        found
    }
}

/// Finds the percentage of each metric.
fn limits(text: &str) -> Vec<(String, String)> {
    let mut metric = "";
    let mut found = Vec::new();
    for line in text.lines() {
        if let Some(id) = line.strip_suffix(':').filter(|id| !id.contains([' ', '#'])) {
            metric = id;
        } else if let Some(percent) = top_level(line.trim_start(), "percent") {
            found.push((metric.to_owned(), percent));
        }
    }
    found
}

fn family_and_name(path: &str) -> Option<(&str, &str)> {
    let mut parts = path.rsplit('/');
    let name = parts.next()?;
    Some((parts.next()?, name))
}

/// Finds the one-line value of a top-level key.
fn top_level(text: &str, key: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let value = line.strip_prefix(key)?.strip_prefix(':')?;
        let value = value.split(" #").next().unwrap_or(value).trim();
        Some(value.trim_matches(['"', '\'']).to_owned())
    })
}
