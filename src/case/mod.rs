//! A case: what the seller has confirmed so far. It is the only state there is.
//!
//! A case may be incomplete (the interview goes on, a draft can be built), but
//! what is in it is valid: past [`load`] a fact has its type's value and an id
//! leads somewhere.

mod figures;
mod named;
pub mod raw;
mod validate;
mod write;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use indexmap::{IndexMap, IndexSet};

use crate::catalogue::{AppealId, AppealType, Catalogue};
use crate::contacts::Contacts;
use crate::diagnostic::Diagnostic;
use crate::fact::{Value, Words};
use crate::lang::{EN, Lang, ZH};
use crate::source::{self, SourceFile};
pub use figures::Figured;
pub use named::Named;
pub use write::{SCHEMA_FILE, write};

/// The choice that stands for "in my own words" where a fact offers a list.
pub const OWN_WORDS: &str = "own-words";

/// Lines of invoices a case has at most; a reviewer reads a table of a page or two.
pub const MOST_INVOICES: usize = 100;

/// What the seller has confirmed about one appeal.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Language of the interview.
    pub interface_language: Option<Lang>,
    /// Appeal type.
    pub appeal: Option<AppealId>,
    /// Store id.
    pub marketplace: Option<String>,
    /// Which of the type's situations is the seller's.
    pub branch: Option<String>,
    /// Language of the letter that is sent.
    pub letter_language: Lang,
    /// Language of the column beside it.
    pub reading_language: Lang,
    /// Day of the letter.
    pub date: Option<NaiveDate>,
    /// Who appeals.
    pub seller: Seller,
    /// What Amazon sent.
    pub notice: Notice,
    /// Whom a message to a buyer answers.
    pub buyer: Buyer,
    /// Facts by id.
    pub facts: IndexMap<String, Value>,
    /// Confirmed statements by id, in the order of the letter; see [`Case::sort_statements`].
    pub statements: IndexMap<String, Statement>,
    /// Causes by id, in the order of the letter.
    pub causes: IndexMap<String, Cause>,
    /// Actions by id.
    pub actions: IndexMap<String, Action>,
    /// Measures by id.
    pub measures: IndexMap<String, Measure>,
    /// Evidence by id.
    pub evidence: IndexMap<String, Evidence>,
    /// Purchase invoices, where the type asks for them.
    pub invoices: Vec<Invoice>,
    /// What was sold of the goods on them and of those the notice names, by ASIN.
    pub sold: IndexMap<String, Sold>,
    /// Findings to leave as they are.
    pub suppressions: Vec<Suppression>,
    /// Questions passed over that need no answer.
    pub skipped: Vec<String>,
}

impl Default for Case {
    fn default() -> Self {
        Self {
            interface_language: None,
            appeal: None,
            marketplace: None,
            branch: None,
            letter_language: EN,
            reading_language: ZH,
            date: None,
            seller: Seller::default(),
            notice: Notice::default(),
            buyer: Buyer::default(),
            facts: IndexMap::new(),
            statements: IndexMap::new(),
            causes: IndexMap::new(),
            actions: IndexMap::new(),
            measures: IndexMap::new(),
            evidence: IndexMap::new(),
            invoices: Vec::new(),
            sold: IndexMap::new(),
            suppressions: Vec::new(),
            skipped: Vec::new(),
        }
    }
}

/// A finding to leave as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// Id of the rule.
    pub rule: String,
    /// The entry it is about.
    pub at: String,
    /// Why.
    pub reason: String,
}

/// Who appeals.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seller {
    /// Name buyers see.
    pub store: Option<Words>,
    /// Registered name.
    pub legal_name: Option<Words>,
    /// Merchant token.
    pub merchant_token: Option<String>,
    /// Account e-mail.
    pub email: Option<String>,
    /// Who signs.
    pub signatory: Option<Words>,
    /// The post of who signs.
    pub position: Option<Value>,
}

/// What Amazon sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Notice {
    /// Its day.
    pub date: Option<NaiveDate>,
    /// Its case id.
    pub case_id: Option<String>,
    /// ASINs it names; `Some` and empty where it names none.
    pub asins: Option<Vec<String>>,
    /// Orders it names; `Some` and empty where it names none.
    pub orders: Option<Vec<String>>,
    /// What was read out of it, confirmed or not; the letter holds nothing of this.
    pub named: Option<Named>,
}

/// A buyer and the message of theirs that is answered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Buyer {
    /// Name, as Amazon shows it.
    pub name: Option<Words>,
    /// Day of the message, where there was one.
    pub date: Option<NaiveDate>,
    /// When on that day, by the clock of Seller Central.
    pub time: Option<NaiveTime>,
}

impl Buyer {
    /// Returns until when Amazon counts an answer as in time: 24 hours after the buyer's message,
    /// weekends and holidays included; by the same clock. Without a time of day, the hour is unknown
    /// and the earliest one is taken.
    pub fn answer_by(&self) -> Option<NaiveDateTime> {
        let came = self.date?.and_time(self.time.unwrap_or_default());
        came.checked_add_signed(TimeDelta::hours(24))
    }
}

/// A fact the seller has confirmed, as a statement of the letter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Statement {
    /// The part it stands in.
    pub part: String,
    /// Own words; `None` for a statement of the catalogue.
    pub own: Option<Words>,
    /// Ids of evidence; `Some` and empty where there is none.
    pub proof: Option<Vec<String>>,
}

/// A chosen cause.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cause {
    /// Own words; `None` for a cause of the catalogue.
    pub own: Option<Words>,
    /// Ids of actions.
    pub actions: Vec<String>,
    /// Ids of measures.
    pub measures: Vec<String>,
}

/// Something done.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Action {
    /// Own words; `None` for an action of the catalogue.
    pub own: Option<Words>,
    /// Day it was done.
    pub done_on: Option<NaiveDate>,
    /// Ids of evidence; `Some` and empty where there is none.
    pub proof: Option<Vec<String>>,
}

/// Something put in place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measure {
    /// Own words; `None` for a measure of the catalogue.
    pub own: Option<Words>,
    /// Day since when it runs.
    pub since: Option<NaiveDate>,
    /// The post that answers for it.
    pub owner: Option<Value>,
    /// How often.
    pub rhythm: Option<Value>,
    /// Ids of evidence; `Some` and empty where there is none.
    pub proof: Option<Vec<String>>,
}

/// A document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evidence {
    /// What it is; `None` for a document of the catalogue.
    pub title: Option<Words>,
    /// What it shows; `None` for a document of the catalogue.
    pub shows: Option<Words>,
    /// Name of the file.
    pub file: Option<String>,
}

/// A line of a purchase invoice.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Invoice {
    /// Its number.
    pub number: Option<String>,
    /// Its day.
    pub date: Option<NaiveDate>,
    /// Who issued it.
    pub supplier: Option<Words>,
    /// The ASIN under which the goods are sold.
    pub asin: Option<String>,
    /// Units on it.
    pub quantity: Option<u64>,
}

/// What was sold of an ASIN.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sold {
    /// Units sold in the time the notice speaks of.
    pub quantity: Option<u64>,
    /// Day of the first sale.
    pub first_sale: Option<NaiveDate>,
}

impl Case {
    /// Returns the appeal type of the case, where it is chosen and loaded: as it is in the seller's
    /// situation, once that is chosen too.
    pub fn appeal_type<'c>(&self, catalogue: &'c Catalogue) -> Option<&'c AppealType> {
        let whole = self.whole_type(catalogue)?;
        let branch = self.branch.as_ref().and_then(|id| {
            let branches = whole.branches.as_ref()?;
            branches.options.get(id)
        });
        Some(branch.map_or(whole, |branch| &branch.appeal_type))
    }

    /// Returns the appeal type of the case with all its branches.
    pub fn whole_type<'c>(&self, catalogue: &'c Catalogue) -> Option<&'c AppealType> {
        catalogue.types.get(self.appeal.as_ref()?)
    }

    /// Returns the statements of a part, in the order of the letter.
    pub fn statements_of(&self, part: &str) -> impl Iterator<Item = (&String, &Statement)> {
        self.statements
            .iter()
            .filter(move |(_, statement)| statement.part == part)
    }

    /// Puts the statements into the order of the type's parts; within a part they keep theirs.
    pub fn sort_statements(&mut self, appeal_type: &AppealType) {
        let place = |part: &str| appeal_type.parts.get_index_of(part);
        self.statements
            .sort_by(|_, a, _, b| place(&a.part).cmp(&place(&b.part)));
    }

    /// Returns the ids of the actions the causes name, each once, in the order of the letter.
    pub fn chosen_actions(&self) -> Vec<&str> {
        each_once(self.causes.values().flat_map(|cause| &cause.actions))
    }

    /// Returns the ids of the measures the causes name, each once, in the order of the letter.
    pub fn chosen_measures(&self) -> Vec<&str> {
        each_once(self.causes.values().flat_map(|cause| &cause.measures))
    }

    /// Returns the facts of a type the sentences of the case's letter name, each once.
    pub fn named_facts<'t>(&self, appeal_type: &'t AppealType) -> IndexSet<&'t str> {
        let t = appeal_type;
        let picks = t.parts.values().filter_map(|part| part.pick.as_ref());
        let picks = picks.flat_map(|pick| [&pick.one, &pick.several, &pick.lead]);
        let around = t.paragraphs().chain(picks).flat_map(|s| t.facts_of(s));
        around.chain(self.confirmed_facts(t)).collect()
    }

    /// Returns the facts the causes, actions, measures and statements name that are chosen, each once.
    pub fn confirmed_facts<'t>(&self, appeal_type: &'t AppealType) -> IndexSet<&'t str> {
        let t = appeal_type;
        let causes = self.causes.keys().filter_map(|id| t.causes.get(id));
        let causes = causes.map(|cause| &cause.sentence);
        let actions = self.chosen_actions().into_iter();
        let actions = actions.filter_map(|id| t.actions.get(id));
        let measures = self.chosen_measures().into_iter();
        let measures = measures.filter_map(|id| t.measures.get(id));
        let statements = self.statements.keys().filter_map(|id| t.statement(id));
        let answers = statements.chain(actions).chain(measures);
        let answers = answers.map(|answer| &answer.sentence);
        let sentences = causes.chain(answers);
        sentences.flat_map(|s| t.facts_of(s)).collect()
    }

    /// Returns the ids of the evidence that is named as proof, each once, in the order of the letter.
    pub fn named_evidence(&self) -> Vec<&str> {
        let actions = self
            .chosen_actions()
            .into_iter()
            .filter_map(|id| self.actions.get(id));
        let measures = self
            .chosen_measures()
            .into_iter()
            .filter_map(|id| self.measures.get(id));
        let statements = self.statements.values();
        let proofs = statements
            .filter_map(|statement| statement.proof.as_ref())
            .chain(actions.filter_map(|action| action.proof.as_ref()))
            .chain(measures.filter_map(|measure| measure.proof.as_ref()));
        each_once(proofs.flatten())
    }
}

fn each_once<'a>(ids: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let mut once: Vec<&str> = Vec::new();
    for id in ids {
        if !once.contains(&id.as_str()) {
            once.push(id);
        }
    }
    once
}

/// What has to be loaded before a case can be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Head {
    /// Appeal type as it is written.
    pub appeal: Option<String>,
    /// Store as it is written.
    pub marketplace: Option<String>,
    /// Language of the interview.
    pub interface_language: Option<Lang>,
}

/// A case file that was read and not yet checked against a catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Unchecked(raw::RawCase);

/// Reads a case file; what is in it is checked by [`check`], once it is known what to load for that.
pub fn read(file: &SourceFile) -> Result<Unchecked, Vec<Diagnostic>> {
    source::read(file).map(Unchecked)
}

impl Unchecked {
    /// Returns what the case is about.
    pub fn head(&self) -> Head {
        Head {
            appeal: self.0.appeal.as_ref().map(|text| text.0.clone()),
            marketplace: self.0.marketplace.as_ref().map(|text| text.0.clone()),
            interface_language: self.0.interface_language,
        }
    }
}

/// Checks a case that was read from a file. `today` stands for the day of the letter where the
/// case has none.
pub fn check(
    file: &SourceFile,
    unchecked: &Unchecked,
    catalogue: &Catalogue,
    contacts: &Contacts,
    today: NaiveDate,
) -> Result<Case, Vec<Diagnostic>> {
    validate::validate(file, &unchecked.0, catalogue, contacts, today).map_err(|mut found| {
        source::locate(file, &mut found);
        found
    })
}

/// Reads and checks a case file.
pub fn load(
    file: &SourceFile,
    catalogue: &Catalogue,
    contacts: &Contacts,
    today: NaiveDate,
) -> Result<Case, Vec<Diagnostic>> {
    check(file, &read(file)?, catalogue, contacts, today)
}
