//! Derives the questions of a case.

use crate::case::{Case, Evidence, OWN};
use crate::catalogue::{Answer, AppealType, Fact, Sentence};
use crate::fact::{FactType, Value, Words};
use crate::interview::Interview;
use crate::interview::question::{Choice, Kind, NONE, Question, Said, Stage};
use crate::lang::{Lang, is_cjk};
use crate::message::Message;
use crate::msg;

pub(super) fn questions(interview: &Interview<'_>, case: &Case) -> Vec<Question> {
    let mut agenda = Agenda {
        interview,
        case,
        list: Vec::new(),
        about: None,
    };
    agenda.start();
    let Some(appeal_type) = case.appeal_type(interview.catalogue) else {
        return agenda.list;
    };
    if case.marketplace.is_none() {
        return agenda.list;
    }
    agenda.seller();
    agenda.notice(appeal_type);
    for id in appeal_type.general_facts() {
        agenda.fact(Stage::Facts, appeal_type, id);
    }
    agenda.causes(appeal_type);
    agenda.actions(appeal_type);
    agenda.measures(appeal_type);
    agenda.evidence(appeal_type);
    agenda.list
}

struct Agenda<'a> {
    interview: &'a Interview<'a>,
    case: &'a Case,
    list: Vec<Question>,
    /// The entry the questions being added belong to.
    about: Option<Said>,
}

/// A text question's present answer, and whether that is one.
struct Present {
    text: Option<String>,
    answered: bool,
}

impl Agenda<'_> {
    fn start(&mut self) {
        let languages = self.interview.catalogue.languages.values();
        let choices = languages
            .filter(|language| crate::message::speaks(language.lang))
            .map(|language| Choice {
                id: language.lang.to_string(),
                title: Said::Plain(language.name.clone()),
                group: None,
            })
            .collect();
        let chosen = self.case.interface_language.map(|lang| lang.to_string());
        self.one(
            "interface-language",
            Stage::Start,
            choices,
            chosen,
            msg!("ask-interface-language"),
            msg!("why-interface-language"),
        );
        let choices = self.appeal_types();
        let chosen = self.case.appeal.as_ref().map(ToString::to_string);
        self.one(
            "appeal",
            Stage::Start,
            choices,
            chosen,
            msg!("ask-appeal"),
            msg!("why-appeal"),
        );
        let choices = self
            .interview
            .contacts
            .marketplaces
            .iter()
            .map(|m| Choice {
                id: m.id.clone(),
                title: Said::Texts(m.name.clone()),
                group: None,
            })
            .collect();
        let chosen = self.case.marketplace.clone();
        self.one(
            "marketplace",
            Stage::Start,
            choices,
            chosen,
            msg!("ask-marketplace"),
            msg!("why-marketplace"),
        );
    }

    fn appeal_types(&self) -> Vec<Choice> {
        let catalogue = self.interview.catalogue;
        let families = catalogue
            .languages
            .values()
            .next()
            .map(|l| l.families.keys());
        let mut choices = Vec::new();
        for family in families.into_iter().flatten() {
            let name = crate::lang::Texts(
                catalogue
                    .languages
                    .iter()
                    .filter_map(|(lang, l)| Some((*lang, l.families.get(family)?.clone())))
                    .collect(),
            );
            for appeal_type in catalogue.types.values().filter(|t| t.id.family() == family) {
                choices.push(Choice {
                    id: appeal_type.id.to_string(),
                    title: Said::Texts(appeal_type.title.clone()),
                    group: Some(Said::Texts(name.clone())),
                });
            }
        }
        choices
    }

    fn seller(&mut self) {
        let seller = &self.case.seller;
        let stage = Stage::Seller;
        self.name(
            "seller.store",
            stage,
            seller.store.as_ref(),
            msg!("ask-store"),
            msg!("why-store"),
        );
        self.name(
            "seller.legal-name",
            stage,
            seller.legal_name.as_ref(),
            msg!("ask-legal-name"),
            msg!("why-legal-name"),
        );
        let token = seller.merchant_token.clone();
        self.value(
            "seller.merchant-token",
            stage,
            FactType::Codes,
            token,
            msg!("ask-merchant-token"),
            msg!("why-merchant-token"),
        );
        self.value(
            "seller.email",
            stage,
            FactType::Email,
            seller.email.clone(),
            msg!("ask-email"),
            msg!("why-email"),
        );
        self.name(
            "seller.signatory",
            stage,
            seller.signatory.as_ref(),
            msg!("ask-signatory"),
            msg!("why-signatory"),
        );
        self.term(
            "seller.position",
            stage,
            FactType::Role,
            seller.position.as_ref(),
            Said::Message(msg!("ask-position")),
            Said::Message(msg!("why-position")),
            true,
        );
    }

    fn notice(&mut self, appeal_type: &AppealType) {
        let notice = &self.case.notice;
        let stage = Stage::Notice;
        let date = notice.date.map(|d| d.to_string());
        self.value(
            "notice.date",
            stage,
            FactType::Date,
            date,
            msg!("ask-notice-date"),
            msg!("why-notice-date"),
        );
        let present = self.present("notice.case-id", notice.case_id.clone());
        self.push(
            "notice.case-id",
            stage,
            Kind::Value(FactType::Codes),
            msg!("ask-case-id"),
            msg!("why-case-id"),
            appeal_type.names("case-id"),
            present,
        );
        for (id, variable, kind, list, ask, why) in [
            (
                "notice.asins",
                "notice-asins",
                FactType::Asins,
                &notice.asins,
                msg!("ask-notice-asins"),
                msg!("why-notice-asins"),
            ),
            (
                "notice.orders",
                "notice-orders",
                FactType::Orders,
                &notice.orders,
                msg!("ask-notice-orders"),
                msg!("why-notice-orders"),
            ),
        ] {
            let required = appeal_type.names(variable);
            let answered = list
                .as_ref()
                .is_some_and(|list| !required || !list.is_empty());
            let text = list
                .as_ref()
                .filter(|list| !list.is_empty())
                .map(|list| list.join(", "));
            let answered = answered || (!required && self.skipped(id));
            self.push(
                id,
                stage,
                Kind::Value(kind),
                ask,
                why,
                required,
                Present { text, answered },
            );
        }
    }

    fn causes(&mut self, appeal_type: &AppealType) {
        let chosen: Vec<String> = self.case.causes.keys().cloned().collect();
        let known = appeal_type
            .causes
            .iter()
            .map(|(id, cause)| (id, &cause.title));
        let own = self
            .case
            .causes
            .iter()
            .filter_map(|(id, cause)| Some((id, cause.own.as_ref()?)));
        let choices = self.choices(known, own, &[]);
        self.many(
            "root-causes",
            Stage::Causes,
            choices,
            &chosen,
            msg!("ask-causes"),
            msg!("why-causes"),
        );
        for (id, cause) in &self.case.causes {
            let catalogue = appeal_type.causes.get(id);
            self.about = Some(title(
                catalogue.map(|c| &c.title),
                cause.own.as_ref(),
                self.lang(),
            ));
            self.own_words(
                &format!("root-causes.{id}.own"),
                Stage::Causes,
                id,
                cause.own.as_ref(),
                msg!("ask-own-cause"),
                msg!("why-own-cause"),
            );
            if let Some(cause) = catalogue {
                self.facts_of(Stage::Causes, appeal_type, &cause.sentence);
            }
        }
        self.about = None;
    }

    fn actions(&mut self, appeal_type: &AppealType) {
        let stage = Stage::Actions;
        let mut asked: Vec<&String> = Vec::new();
        for (cause_id, cause) in &self.case.causes {
            let catalogue = appeal_type.causes.get(cause_id);
            let about = title(catalogue.map(|c| &c.title), cause.own.as_ref(), self.lang());
            let first = catalogue.map_or(&[][..], |c| c.actions.as_slice());
            let own = self
                .case
                .actions
                .iter()
                .filter_map(|(id, a)| Some((id, a.own.as_ref()?)));
            let known = appeal_type
                .actions
                .iter()
                .map(|(id, action)| (id, &action.title));
            let choices = self.choices(known, own, first);
            self.about = Some(about);
            self.many(
                &format!("root-causes.{cause_id}.actions"),
                stage,
                choices,
                &cause.actions,
                msg!("ask-actions"),
                msg!("why-actions"),
            );
            for id in &cause.actions {
                if asked.contains(&id) {
                    continue;
                }
                asked.push(id);
                let catalogue = appeal_type.actions.get(id);
                let given = self.case.actions.get(id);
                let own = given.and_then(|a| a.own.as_ref());
                self.about = Some(title(catalogue.map(|a| &a.title), own, self.lang()));
                let path = format!("actions.{id}");
                self.own_words(
                    &format!("{path}.own"),
                    stage,
                    id,
                    own,
                    msg!("ask-own-action"),
                    msg!("why-own-action"),
                );
                let done_on = given.and_then(|a| a.done_on).map(|d| d.to_string());
                self.value(
                    &format!("{path}.done-on"),
                    stage,
                    FactType::Date,
                    done_on,
                    msg!("ask-done-on"),
                    msg!("why-done-on"),
                );
                if let Some(action) = catalogue {
                    self.facts_of(stage, appeal_type, &action.sentence);
                }
                self.proof(
                    &path,
                    stage,
                    appeal_type,
                    catalogue,
                    given.and_then(|a| a.proof.as_ref()),
                );
            }
        }
        self.about = None;
    }

    fn measures(&mut self, appeal_type: &AppealType) {
        let stage = Stage::Measures;
        let mut asked: Vec<&String> = Vec::new();
        for (cause_id, cause) in &self.case.causes {
            let catalogue = appeal_type.causes.get(cause_id);
            let about = title(catalogue.map(|c| &c.title), cause.own.as_ref(), self.lang());
            let first = catalogue.map_or(&[][..], |c| c.measures.as_slice());
            let own = self
                .case
                .measures
                .iter()
                .filter_map(|(id, m)| Some((id, m.own.as_ref()?)));
            let known = appeal_type
                .measures
                .iter()
                .map(|(id, measure)| (id, &measure.title));
            let choices = self.choices(known, own, first);
            self.about = Some(about);
            self.many(
                &format!("root-causes.{cause_id}.measures"),
                stage,
                choices,
                &cause.measures,
                msg!("ask-measures"),
                msg!("why-measures"),
            );
            for id in &cause.measures {
                if asked.contains(&id) {
                    continue;
                }
                asked.push(id);
                let catalogue = appeal_type.measures.get(id);
                let given = self.case.measures.get(id);
                let own = given.and_then(|m| m.own.as_ref());
                self.about = Some(title(catalogue.map(|m| &m.title), own, self.lang()));
                let path = format!("measures.{id}");
                self.own_words(
                    &format!("{path}.own"),
                    stage,
                    id,
                    own,
                    msg!("ask-own-measure"),
                    msg!("why-own-measure"),
                );
                let since = given.and_then(|m| m.since).map(|d| d.to_string());
                self.value(
                    &format!("{path}.since"),
                    stage,
                    FactType::Date,
                    since,
                    msg!("ask-since"),
                    msg!("why-since"),
                );
                let owner = given.and_then(|m| m.owner.as_ref());
                self.term(
                    &format!("{path}.owner"),
                    stage,
                    FactType::Role,
                    owner,
                    Said::Message(msg!("ask-owner")),
                    Said::Message(msg!("why-owner")),
                    true,
                );
                if catalogue.is_none_or(|m| m.sentence.variables.iter().any(|v| v == "rhythm")) {
                    let rhythm = given.and_then(|m| m.rhythm.as_ref());
                    self.term(
                        &format!("{path}.rhythm"),
                        stage,
                        FactType::Rhythm,
                        rhythm,
                        Said::Message(msg!("ask-rhythm")),
                        Said::Message(msg!("why-rhythm")),
                        true,
                    );
                }
                if let Some(measure) = catalogue {
                    self.facts_of(stage, appeal_type, &measure.sentence);
                }
                self.proof(
                    &path,
                    stage,
                    appeal_type,
                    catalogue,
                    given.and_then(|m| m.proof.as_ref()),
                );
            }
        }
        self.about = None;
    }

    fn proof(
        &mut self,
        path: &str,
        stage: Stage,
        appeal_type: &AppealType,
        catalogue: Option<&Answer>,
        given: Option<&Vec<String>>,
    ) {
        let first = catalogue.map_or(&[][..], |answer| answer.evidence.as_slice());
        let known = appeal_type
            .evidence
            .iter()
            .map(|(id, evidence)| (id, &evidence.title));
        let own = self
            .case
            .evidence
            .iter()
            .filter_map(|(id, e)| Some((id, e.title.as_ref()?)));
        let mut choices = self.choices(known, own, first);
        choices.push(Choice {
            id: NONE.to_owned(),
            title: Said::Message(msg!("no-proof")),
            group: None,
        });
        let chosen = match given {
            Some(ids) if ids.is_empty() => vec![NONE.to_owned()],
            Some(ids) => ids.clone(),
            None => Vec::new(),
        };
        self.many(
            &format!("{path}.proof"),
            stage,
            choices,
            &chosen,
            msg!("ask-proof"),
            msg!("why-proof"),
        );
    }

    fn evidence(&mut self, appeal_type: &AppealType) {
        let stage = Stage::Evidence;
        let none = Evidence::default();
        for id in self.case.named_evidence() {
            let given = self.case.evidence.get(id).unwrap_or(&none);
            let catalogue = appeal_type.evidence.get(id);
            self.about = Some(title(
                catalogue.map(|e| &e.title),
                given.title.as_ref(),
                self.lang(),
            ));
            self.own_words(
                &format!("evidence.{id}.title"),
                stage,
                id,
                given.title.as_ref(),
                msg!("ask-evidence-title"),
                msg!("why-evidence-title"),
            );
            self.own_words(
                &format!("evidence.{id}.shows"),
                stage,
                id,
                given.shows.as_ref(),
                msg!("ask-evidence-shows"),
                msg!("why-evidence-shows"),
            );
            let path = format!("evidence.{id}.file");
            // A name in Chinese characters has no place in a letter in a Latin script.
            let answered = given
                .file
                .as_ref()
                .is_some_and(|name| self.cjk_letter() || !name.chars().any(is_cjk));
            let present = Present {
                text: given.file.clone(),
                answered,
            };
            self.push(
                &path,
                stage,
                Kind::File,
                msg!("ask-evidence-file"),
                msg!("why-evidence-file"),
                true,
                present,
            );
        }
        self.about = None;
    }

    /// Facts of an entry's sentence; those every letter needs are asked before.
    fn facts_of(&mut self, stage: Stage, appeal_type: &AppealType, sentence: &Sentence) {
        for id in appeal_type.facts_of(sentence) {
            let path = format!("facts.{id}");
            if !self
                .list
                .iter()
                .any(|q| q.id == path || q.id.starts_with(&format!("{path}.")))
            {
                self.fact(stage, appeal_type, id);
            }
        }
    }

    fn fact(&mut self, stage: Stage, appeal_type: &AppealType, id: &str) {
        let Some(fact) = appeal_type.facts.get(id) else {
            return;
        };
        let path = format!("facts.{id}");
        let value = self.case.facts.get(id);
        let (ask, why) = (Said::Texts(fact.ask.clone()), Said::Texts(fact.why.clone()));
        match fact.kind {
            FactType::Text => {
                let words = match value {
                    Some(Value::Words(words)) => Some(words),
                    _ => None,
                };
                for lang in self.languages() {
                    self.words_in(
                        &path,
                        stage,
                        lang,
                        words,
                        ask.clone(),
                        why.clone(),
                        !fact.optional,
                    );
                }
            }
            FactType::Name => {
                let words = match value {
                    Some(Value::Words(words)) => Some(words),
                    _ => None,
                };
                self.name_said(&path, stage, words, ask, why, !fact.optional);
            }
            FactType::Role | FactType::Rhythm => {
                self.term(&path, stage, fact.kind, value, ask, why, !fact.optional);
            }
            FactType::Choice => self.choice_fact(&path, stage, fact, value, ask, why),
            kind => {
                let text = value.map(plain);
                let empty = matches!(value, Some(Value::Codes(codes)) if codes.is_empty());
                let mut present = self.present(&path, text);
                present.answered &= !empty || fact.optional;
                self.push_said(
                    &path,
                    stage,
                    Kind::Value(kind),
                    ask,
                    why,
                    !fact.optional,
                    present,
                );
            }
        }
    }

    fn choice_fact(
        &mut self,
        path: &str,
        stage: Stage,
        fact: &Fact,
        value: Option<&Value>,
        ask: Said,
        why: Said,
    ) {
        let choices = fact
            .options
            .iter()
            .map(|(id, title)| Choice {
                id: id.clone(),
                title: Said::Texts(title.clone()),
                group: None,
            })
            .collect();
        let chosen = match value {
            Some(Value::Option(id)) => vec![id.clone()],
            _ => Vec::new(),
        };
        let answered = !chosen.is_empty() || (fact.optional && self.skipped(path));
        self.add(
            path,
            stage,
            Kind::One(choices),
            (ask, why),
            !fact.optional,
            (None, chosen, answered),
        );
    }

    /// A role or a rhythm, or own words in each language.
    #[allow(clippy::too_many_arguments, reason = "a question has that many parts")]
    fn term(
        &mut self,
        path: &str,
        stage: Stage,
        kind: FactType,
        value: Option<&Value>,
        ask: Said,
        why: Said,
        required: bool,
    ) {
        let catalogue = self.interview.catalogue;
        let ids: Vec<&String> = match (catalogue.languages.values().next(), kind) {
            (Some(language), FactType::Role) => language.roles.keys().collect(),
            (Some(language), _) => language.rhythms.keys().collect(),
            (None, _) => Vec::new(),
        };
        let words = |id: &str| {
            let of = |l: &crate::catalogue::Language| {
                if kind == FactType::Role {
                    l.roles.get(id).cloned()
                } else {
                    l.rhythms.get(id).cloned()
                }
            };
            crate::lang::Texts(
                catalogue
                    .languages
                    .iter()
                    .filter_map(|(lang, l)| Some((*lang, of(l)?)))
                    .collect(),
            )
        };
        let mut choices: Vec<Choice> = ids
            .into_iter()
            .map(|id| Choice {
                id: id.clone(),
                title: Said::Texts(words(id)),
                group: None,
            })
            .collect();
        let own = format!("{OWN}words");
        choices.push(Choice {
            id: own.clone(),
            title: Said::Message(msg!("own-words")),
            group: None,
        });
        let chosen = match value {
            Some(Value::Option(id)) => vec![id.clone()],
            Some(_) => vec![own],
            None => Vec::new(),
        };
        let answered = !chosen.is_empty() || (!required && self.skipped(path));
        self.add(
            path,
            stage,
            Kind::One(choices),
            (ask.clone(), why.clone()),
            required,
            (None, chosen, answered),
        );
        if let Some(Value::Words(words)) = value {
            for lang in self.languages() {
                self.words_in(
                    path,
                    stage,
                    lang,
                    Some(words),
                    ask.clone(),
                    why.clone(),
                    required,
                );
            }
        }
    }

    /// The words of an entry of the seller's own; nothing where the catalogue has them.
    fn own_words(
        &mut self,
        path: &str,
        stage: Stage,
        id: &str,
        own: Option<&Words>,
        ask: Message,
        why: Message,
    ) {
        if !id.starts_with(OWN) {
            return;
        }
        for lang in self.languages() {
            let (ask, why) = (Said::Message(ask.clone()), Said::Message(why.clone()));
            self.words_in(path, stage, lang, own, ask, why, true);
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a question has that many parts")]
    fn words_in(
        &mut self,
        path: &str,
        stage: Stage,
        lang: Lang,
        words: Option<&Words>,
        ask: Said,
        why: Said,
        required: bool,
    ) {
        let id = format!("{path}.{lang}");
        let text = words.and_then(|words| words.by.get(&lang)).cloned();
        let answered = text.is_some() || (!required && self.skipped(&id));
        self.push_said(
            &id,
            stage,
            Kind::Words(lang),
            ask,
            why,
            required,
            Present { text, answered },
        );
    }

    fn name(
        &mut self,
        path: &str,
        stage: Stage,
        words: Option<&Words>,
        ask: Message,
        why: Message,
    ) {
        self.name_said(
            path,
            stage,
            words,
            Said::Message(ask),
            Said::Message(why),
            true,
        );
    }

    /// A proper name, and where it is in Chinese characters, how it is written in the letter's script.
    fn name_said(
        &mut self,
        path: &str,
        stage: Stage,
        words: Option<&Words>,
        ask: Said,
        why: Said,
        required: bool,
    ) {
        let letter = self.case.letter_language;
        let text = words.and_then(|words| {
            words
                .all
                .clone()
                .or_else(|| words.any(self.lang()).map(str::to_owned))
        });
        let answered = text.is_some() || (!required && self.skipped(path));
        let name = text.clone();
        self.push_said(
            path,
            stage,
            Kind::Name,
            ask,
            why,
            required,
            Present { text, answered },
        );
        let Some(words) = words else { return };
        if words.get(letter, self.cjk_letter()).is_none() || words.by.contains_key(&letter) {
            let id = format!("{path}.{letter}");
            let text = words.by.get(&letter).cloned();
            let answered = text.is_some();
            let ask = msg!("ask-latin-name", name = name.unwrap_or_default());
            self.push(
                &id,
                stage,
                Kind::Words(letter),
                ask,
                msg!("why-latin-name"),
                required,
                Present { text, answered },
            );
        }
    }

    /// Choices of a catalogue's entries, some of them first, and entries in own words.
    fn choices<'k>(
        &self,
        known: impl Iterator<Item = (&'k String, &'k crate::lang::Texts)>,
        own: impl Iterator<Item = (&'k String, &'k Words)>,
        first: &[String],
    ) -> Vec<Choice> {
        let choice = |(id, title): (&String, &crate::lang::Texts)| Choice {
            id: id.clone(),
            title: Said::Texts(title.clone()),
            group: None,
        };
        let mut choices: Vec<Choice> = known.map(choice).collect();
        choices.sort_by_key(|c| {
            first
                .iter()
                .position(|id| *id == c.id)
                .unwrap_or(usize::MAX)
        });
        let mut number = 1;
        for (id, words) in own {
            let text = words.any(self.lang()).unwrap_or(id).to_owned();
            choices.push(Choice {
                id: id.clone(),
                title: Said::Plain(text),
                group: None,
            });
            if let Some(taken) = id.strip_prefix(OWN).and_then(|n| n.parse::<usize>().ok()) {
                number = number.max(taken + 1);
            }
        }
        choices.push(Choice {
            id: format!("{OWN}{number}"),
            title: Said::Message(msg!("own-words")),
            group: None,
        });
        choices
    }

    fn one(
        &mut self,
        path: &str,
        stage: Stage,
        choices: Vec<Choice>,
        chosen: Option<String>,
        ask: Message,
        why: Message,
    ) {
        let chosen: Vec<String> = chosen.into_iter().collect();
        let answered = !chosen.is_empty();
        let said = (Said::Message(ask), Said::Message(why));
        self.add(
            path,
            stage,
            Kind::One(choices),
            said,
            true,
            (None, chosen, answered),
        );
    }

    fn many(
        &mut self,
        path: &str,
        stage: Stage,
        choices: Vec<Choice>,
        chosen: &[String],
        ask: Message,
        why: Message,
    ) {
        let said = (Said::Message(ask), Said::Message(why));
        let answered = !chosen.is_empty();
        self.add(
            path,
            stage,
            Kind::Many(choices),
            said,
            true,
            (None, chosen.to_vec(), answered),
        );
    }

    fn value(
        &mut self,
        path: &str,
        stage: Stage,
        kind: FactType,
        text: Option<String>,
        ask: Message,
        why: Message,
    ) {
        let answered = text.is_some();
        self.push(
            path,
            stage,
            Kind::Value(kind),
            ask,
            why,
            true,
            Present { text, answered },
        );
    }

    fn present(&self, path: &str, text: Option<String>) -> Present {
        let answered = text.is_some() || self.skipped(path);
        Present { text, answered }
    }

    #[allow(clippy::too_many_arguments, reason = "a question has that many parts")]
    fn push(
        &mut self,
        path: &str,
        stage: Stage,
        kind: Kind,
        ask: Message,
        why: Message,
        required: bool,
        present: Present,
    ) {
        self.push_said(
            path,
            stage,
            kind,
            Said::Message(ask),
            Said::Message(why),
            required,
            present,
        );
    }

    #[allow(clippy::too_many_arguments, reason = "a question has that many parts")]
    fn push_said(
        &mut self,
        path: &str,
        stage: Stage,
        kind: Kind,
        ask: Said,
        why: Said,
        required: bool,
        present: Present,
    ) {
        self.add(
            path,
            stage,
            kind,
            (ask, why),
            required,
            (present.text, Vec::new(), present.answered),
        );
    }

    fn add(
        &mut self,
        path: &str,
        stage: Stage,
        kind: Kind,
        (ask, why): (Said, Said),
        required: bool,
        (text, chosen, answered): (Option<String>, Vec<String>, bool),
    ) {
        let about = self.about.clone();
        self.list.push(Question {
            id: path.to_owned(),
            stage,
            kind,
            ask,
            why,
            about,
            required,
            answered,
            text,
            chosen,
        });
    }

    fn skipped(&self, path: &str) -> bool {
        self.case.skipped.iter().any(|id| id == path)
    }

    /// Language of the interview.
    fn lang(&self) -> Lang {
        self.case
            .interface_language
            .unwrap_or(self.case.reading_language)
    }

    /// Both languages of the letter, the one the seller is being asked in first.
    fn languages(&self) -> [Lang; 2] {
        let (letter, reading) = (self.case.letter_language, self.case.reading_language);
        if self.lang() == letter {
            [letter, reading]
        } else {
            [reading, letter]
        }
    }

    fn cjk_letter(&self) -> bool {
        self.interview
            .catalogue
            .languages
            .get(&self.case.letter_language)
            .is_some_and(|l| l.formats.cjk())
    }
}

fn title(catalogue: Option<&crate::lang::Texts>, own: Option<&Words>, lang: Lang) -> Said {
    match (catalogue, own.and_then(|words| words.any(lang))) {
        (Some(title), _) => Said::Texts(title.clone()),
        (None, Some(own)) => Said::Plain(own.to_owned()),
        (None, None) => Said::Message(msg!("own-words")),
    }
}

/// A value as it is typed.
fn plain(value: &Value) -> String {
    match value {
        Value::Words(words) => words.all.clone().unwrap_or_default(),
        Value::Date(date) => date.to_string(),
        Value::Time(time) => time.format("%H:%M").to_string(),
        Value::Count(count) => count.to_string(),
        Value::Percent(percent) => percent.to_string(),
        Value::Money(amount, currency) => format!("{amount} {currency}"),
        Value::Codes(codes) => codes.join(", "),
        Value::Option(id) => id.clone(),
    }
}
