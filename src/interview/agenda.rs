//! Which questions a case gives rise to, in their order.

use crate::case::{Case, Evidence};
use crate::catalogue::{Answer, AppealType, own_number};
use crate::fact::FactType;
use crate::interview::Interview;
use crate::interview::ask::{Agenda, asking};
use crate::interview::question::{Choice, NONE, Question, Said, Stage};
use crate::msg;

pub(super) fn questions(interview: &Interview<'_>, case: &Case) -> Vec<Question> {
    let mut agenda = Agenda {
        interview,
        case,
        list: Vec::new(),
        stage: Stage::Start,
        entry: None,
    };
    agenda.start();
    let Some(appeal_type) = case.appeal_type(interview.catalogue) else {
        return agenda.list;
    };
    if case.marketplace.is_none() || appeal_type.branches.is_some() {
        return agenda.list;
    }
    agenda.seller(appeal_type);
    if appeal_type.id.is_reply() {
        agenda.buyer();
    } else {
        agenda.notice(appeal_type);
    }
    agenda.stage = Stage::Facts;
    for id in appeal_type.general_facts() {
        agenda.fact(appeal_type, id);
    }
    agenda.parts(appeal_type);
    if !appeal_type.causes.is_empty() {
        agenda.causes(appeal_type);
        agenda.actions(appeal_type);
        agenda.measures(appeal_type);
    }
    if appeal_type.invoices {
        agenda.invoices(appeal_type);
    }
    agenda.evidence(appeal_type);
    agenda.list
}

impl Agenda<'_> {
    fn causes(&mut self, appeal_type: &AppealType) {
        self.stage = Stage::Causes;
        let chosen: Vec<String> = self.case.causes.keys().cloned().collect();
        let known = appeal_type
            .causes
            .iter()
            .map(|(id, cause)| (id, &cause.title));
        let own = self
            .case
            .causes
            .iter()
            .map(|(id, cause)| (id, cause.own.as_ref()));
        let choices = self.choices(known, own, &[]);
        self.many("root-causes", choices, &chosen, asking!("causes"));
        for (id, cause) in &self.case.causes {
            let known = appeal_type.causes.get(id);
            let says = known.map(|known| (appeal_type, &known.sentence));
            self.enter(known.map(|known| &known.title), cause.own.as_ref(), says);
            if own_number(id).is_some() {
                self.words(
                    &format!("root-causes.{id}.own"),
                    cause.own.as_ref(),
                    &asking!("own-cause"),
                );
            }
            if let Some(known) = known {
                self.facts_of(appeal_type, &known.sentence);
            }
        }
        self.entry = None;
    }

    fn actions(&mut self, appeal_type: &AppealType) {
        self.stage = Stage::Actions;
        let mut asked: Vec<&String> = Vec::new();
        for (cause_id, cause) in &self.case.causes {
            let known = appeal_type.causes.get(cause_id);
            let first = known.map_or(&[][..], |known| known.actions.as_slice());
            let own = self
                .case
                .actions
                .iter()
                .map(|(id, action)| (id, action.own.as_ref()));
            let entries = appeal_type
                .actions
                .iter()
                .map(|(id, action)| (id, &action.title));
            let choices = self.choices(entries, own, first);
            self.enter(known.map(|known| &known.title), cause.own.as_ref(), None);
            let path = format!("root-causes.{cause_id}.actions");
            self.many(&path, choices, &cause.actions, asking!("actions"));
            for id in &cause.actions {
                if !asked.contains(&id) {
                    asked.push(id);
                    self.action(appeal_type, id);
                }
            }
        }
        self.entry = None;
    }

    fn action(&mut self, appeal_type: &AppealType, id: &str) {
        let path = format!("actions.{id}");
        let known = appeal_type.actions.get(id);
        let given = self.case.actions.get(id);
        let own = given.and_then(|action| action.own.as_ref());
        self.enter(
            known.map(|k| &k.title),
            own,
            known.map(|k| (appeal_type, &k.sentence)),
        );
        if own_number(id).is_some() {
            self.words(&format!("{path}.own"), own, &asking!("own-action"));
        }
        let done_on = given
            .and_then(|action| action.done_on)
            .map(|date| date.to_string());
        self.value(
            &format!("{path}.done-on"),
            FactType::Date,
            done_on,
            asking!("done-on"),
        );
        if let Some(known) = known {
            self.facts_of(appeal_type, &known.sentence);
        }
        self.proof(
            &path,
            appeal_type,
            known,
            given.and_then(|action| action.proof.as_ref()),
        );
    }

    fn measures(&mut self, appeal_type: &AppealType) {
        self.stage = Stage::Measures;
        let mut asked: Vec<&String> = Vec::new();
        for (cause_id, cause) in &self.case.causes {
            let known = appeal_type.causes.get(cause_id);
            let first = known.map_or(&[][..], |known| known.measures.as_slice());
            let own = self
                .case
                .measures
                .iter()
                .map(|(id, measure)| (id, measure.own.as_ref()));
            let entries = appeal_type
                .measures
                .iter()
                .map(|(id, measure)| (id, &measure.title));
            let choices = self.choices(entries, own, first);
            self.enter(known.map(|known| &known.title), cause.own.as_ref(), None);
            let path = format!("root-causes.{cause_id}.measures");
            self.many(&path, choices, &cause.measures, asking!("measures"));
            for id in &cause.measures {
                if !asked.contains(&id) {
                    asked.push(id);
                    self.measure(appeal_type, id);
                }
            }
        }
        self.entry = None;
    }

    fn measure(&mut self, appeal_type: &AppealType, id: &str) {
        let path = format!("measures.{id}");
        let known = appeal_type.measures.get(id);
        let given = self.case.measures.get(id);
        let own = given.and_then(|measure| measure.own.as_ref());
        self.enter(
            known.map(|k| &k.title),
            own,
            known.map(|k| (appeal_type, &k.sentence)),
        );
        if own_number(id).is_some() {
            self.words(&format!("{path}.own"), own, &asking!("own-measure"));
        }
        let since = given
            .and_then(|measure| measure.since)
            .map(|date| date.to_string());
        self.value(
            &format!("{path}.since"),
            FactType::Date,
            since,
            asking!("since"),
        );
        let owner = given.and_then(|measure| measure.owner.as_ref());
        self.term(
            &format!("{path}.owner"),
            FactType::Role,
            owner,
            &asking!("owner"),
        );
        // A measure with a trigger in its words has no rhythm.
        if known.is_none_or(|known| known.sentence.variables.iter().any(|v| v == "rhythm")) {
            let rhythm = given.and_then(|measure| measure.rhythm.as_ref());
            self.term(
                &format!("{path}.rhythm"),
                FactType::Rhythm,
                rhythm,
                &asking!("rhythm"),
            );
        }
        if let Some(known) = known {
            self.facts_of(appeal_type, &known.sentence);
        }
        self.proof(
            &path,
            appeal_type,
            known,
            given.and_then(|measure| measure.proof.as_ref()),
        );
    }

    pub(super) fn proof(
        &mut self,
        path: &str,
        appeal_type: &AppealType,
        known: Option<&Answer>,
        given: Option<&Vec<String>>,
    ) {
        let first = known.map_or(&[][..], |answer| answer.evidence.as_slice());
        let entries = appeal_type
            .evidence
            .iter()
            .map(|(id, evidence)| (id, &evidence.title));
        let own = self
            .case
            .evidence
            .iter()
            .map(|(id, evidence)| (id, evidence.title.as_ref()));
        let mut choices = self.choices(entries, own, first);
        let title = Said::Message(msg!("no-proof"));
        choices.push(Choice {
            id: NONE.to_owned(),
            title,
            group: None,
        });
        let none = [NONE.to_owned()];
        let chosen = match given {
            Some(ids) if ids.is_empty() => &none,
            Some(ids) => ids.as_slice(),
            None => &[],
        };
        self.many(&format!("{path}.proof"), choices, chosen, asking!("proof"));
    }

    fn evidence(&mut self, appeal_type: &AppealType) {
        self.stage = Stage::Evidence;
        let none = Evidence::default();
        for id in self.case.named_evidence() {
            let given = self.case.evidence.get(id).unwrap_or(&none);
            let known = appeal_type.evidence.get(id);
            self.enter(known.map(|known| &known.title), given.title.as_ref(), None);
            if own_number(id).is_some() {
                let path = format!("evidence.{id}");
                self.words(
                    &format!("{path}.title"),
                    given.title.as_ref(),
                    &asking!("evidence-title"),
                );
                self.words(
                    &format!("{path}.shows"),
                    given.shows.as_ref(),
                    &asking!("evidence-shows"),
                );
            }
            let path = format!("evidence.{id}.file");
            self.file(&path, given.file.as_ref(), asking!("evidence-file"));
        }
        self.entry = None;
    }
}
