//! Situations and statements: which of them are asked, and what a choice does.

use crate::case::{Case, Statement};
use crate::catalogue::{AppealType, Branches, Choose, Part, own_number};
use crate::fact::Words;
use crate::interview::ask::{Agenda, Asking, asking};
use crate::interview::question::{Choice, NONE, Said, Stage};
use crate::lang::Texts;
use crate::message::Message;
use crate::msg;

impl Agenda<'_> {
    /// Which situation is the seller's.
    pub(super) fn branch(&mut self, branches: &Branches) {
        let choices = branches
            .options
            .iter()
            .map(|(id, branch)| choice(id, &branch.title))
            .collect();
        let asking = Asking::texts(&branches.ask, &branches.why);
        self.one("branch", choices, self.case.branch.clone(), asking);
    }

    /// Every part, and what the statements chosen in it need.
    pub(super) fn parts(&mut self, appeal_type: &AppealType) {
        self.stage = Stage::Statements;
        for (id, part) in &appeal_type.parts {
            self.part(id, part);
            for (id, given) in self.case.statements_of(id) {
                self.statement(appeal_type, id, given);
            }
            self.entry = None;
            self.pick(appeal_type, id, part);
        }
        self.entry = None;
    }

    /// What the lines around offers name; which of them stand there depends on how many there are.
    fn pick(&mut self, appeal_type: &AppealType, id: &str, part: &Part) {
        let Some(pick) = &part.pick else {
            return;
        };
        match self.case.statements_of(id).count() {
            0 => {}
            1 => self.facts_of(appeal_type, &pick.one),
            _ => {
                self.facts_of(appeal_type, &pick.lead);
                self.facts_of(appeal_type, &pick.several);
            }
        }
    }

    fn part(&mut self, id: &str, part: &Part) {
        let path = format!("statements.{id}");
        let known = part.entries.iter().map(|(id, entry)| (id, &entry.title));
        // Ids in own words are unique over all parts; only those of this one are shown.
        let own = self.case.statements.iter().map(|(entry, statement)| {
            let words = statement.own.as_ref();
            (entry, words.filter(|_| statement.part == id))
        });
        let mut choices = self.choices(known, own, &[]);
        let mut chosen: Vec<String> = self
            .case
            .statements_of(id)
            .map(|(id, _)| id.clone())
            .collect();
        self.enter(Some(&part.title), None, None);
        let asking = Asking::texts(&part.ask, &part.why).required(part.choose != Choose::Any);
        if part.choose == Choose::One {
            self.one(&path, choices, chosen.pop(), asking);
            return;
        }
        if part.choose == Choose::Any {
            choices.push(Choice {
                id: NONE.to_owned(),
                title: Said::Message(msg!("none-of-these")),
                group: None,
            });
            if chosen.is_empty() && self.case.skipped.contains(&path) {
                chosen.push(NONE.to_owned());
            }
        }
        self.many(&path, choices, &chosen, asking);
    }

    fn statement(&mut self, appeal_type: &AppealType, id: &str, given: &Statement) {
        let path = format!("statements.{id}");
        let known = appeal_type.statement(id);
        let says = known.map(|known| (appeal_type, &known.sentence));
        self.enter(known.map(|known| &known.title), given.own.as_ref(), says);
        if own_number(id).is_some() {
            let own = given.own.as_ref();
            self.words(&format!("{path}.own"), own, &asking!("own-statement"));
        }
        if let Some(known) = known {
            self.facts_of(appeal_type, &known.sentence);
        }
        if appeal_type.asks_proof(id) {
            self.proof(&path, appeal_type, known, given.proof.as_ref());
        }
    }
}

fn choice(id: &str, title: &Texts) -> Choice {
    Choice {
        id: id.to_owned(),
        title: Said::Texts(title.clone()),
        group: None,
    }
}

/// Chooses a situation; one that does not offer what is chosen already would lose it.
pub(super) fn choose_branch(
    case: &mut Case,
    whole: &AppealType,
    id: String,
) -> Result<(), Message> {
    let branch = whole.branches.as_ref().and_then(|b| b.options.get(&id));
    let branch = &branch.ok_or_else(|| msg!("expected-choice"))?.appeal_type;
    let offers = |statement: &Statement| branch.parts.contains_key(&statement.part);
    let causes = case.causes.keys();
    let mut causes = causes.filter(|id| own_number(id).is_none() || branch.causes.is_empty());
    let fits =
        case.statements.values().all(offers) && causes.all(|id| branch.causes.contains_key(id));
    if !fits {
        return Err(msg!("branch-is-fixed"));
    }
    case.branch = Some(id);
    Ok(())
}

/// Puts the chosen statements into a part; what was given for those that stay is kept.
pub(super) fn choose_statements(
    case: &mut Case,
    appeal_type: &AppealType,
    part: &str,
    chosen: &[String],
) {
    let mut ours: indexmap::IndexMap<String, Statement> = indexmap::IndexMap::new();
    for (id, statement) in std::mem::take(&mut case.statements) {
        if statement.part == part {
            ours.insert(id, statement);
        } else {
            case.statements.insert(id, statement);
        }
    }
    for id in chosen {
        let statement = ours.shift_remove(id).unwrap_or_else(|| Statement {
            part: part.to_owned(),
            own: own_number(id).map(|_| Words::default()),
            proof: None,
        });
        case.statements.insert(id.clone(), statement);
    }
    case.sort_statements(appeal_type);
}

/// Leaves a part without statements.
pub(super) fn choose_none(case: &mut Case, part: &str) {
    case.statements
        .retain(|_, statement| statement.part != part);
}
