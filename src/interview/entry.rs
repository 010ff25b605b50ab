//! Entries of the catalogue and in own words: the menu they are chosen from, and
//! what is said of one while it is asked about.

use crate::catalogue::{AppealType, OWN, Sentence, own_number};
use crate::fact::Words;
use crate::interview::ask::Agenda;
use crate::interview::question::{Choice, Said};
use crate::lang::Texts;
use crate::msg;

impl Agenda<'_> {
    /// A catalogue's entries, some of them first, those in own words, and one more of these.
    pub(super) fn choices<'k>(
        &self,
        known: impl Iterator<Item = (&'k String, &'k Texts)>,
        own: impl Iterator<Item = (&'k String, Option<&'k Words>)>,
        first: &[String],
    ) -> Vec<Choice> {
        let choice = |id: &String, title| Choice {
            id: id.clone(),
            title,
            group: None,
        };
        let other = |id: &String| {
            let other = !first.is_empty() && !first.contains(id);
            other.then(|| Said::Message(msg!("for-other-causes")))
        };
        let mut choices: Vec<Choice> = known
            .map(|(id, title)| Choice {
                group: other(id),
                ..choice(id, Said::Texts(title.clone()))
            })
            .collect();
        choices.sort_by_key(|c| {
            first
                .iter()
                .position(|id| *id == c.id)
                .unwrap_or(usize::MAX)
        });
        let mut next = 1;
        for (id, words) in own {
            let Some(number) = own_number(id) else {
                continue;
            };
            next = next.max(number.saturating_add(1));
            if let Some(words) = words {
                let text = words.any(self.lang()).unwrap_or(id).to_owned();
                choices.push(choice(id, Said::Plain(text)));
            }
        }
        choices.push(choice(
            &format!("{OWN}{next}"),
            Said::Message(msg!("own-words")),
        ));
        choices
    }

    /// Sets the entry the next questions belong to.
    pub(super) fn enter(
        &mut self,
        title: Option<&Texts>,
        own: Option<&Words>,
        says: Option<(&AppealType, &Sentence)>,
    ) {
        let about = match (title, own.and_then(|words| words.any(self.lang()))) {
            (Some(title), _) => Said::Texts(title.clone()),
            (None, Some(own)) => Said::Plain(own.to_owned()),
            (None, None) => Said::Message(msg!("own-words")),
        };
        let says = says.map(|(appeal_type, sentence)| self.worded(appeal_type, sentence));
        self.entry = Some((about, says));
    }

    /// A sentence with the names of its facts in the place of their values.
    fn worded(&self, appeal_type: &AppealType, sentence: &Sentence) -> Texts {
        let mut worded = Texts::default();
        for (lang, text) in &sentence.texts.0 {
            let Some(language) = self.interview.catalogue.languages.get(lang) else {
                continue;
            };
            let mut said = String::new();
            let mut rest = text.as_str();
            while let Some((before, behind)) = rest.split_once("{{") {
                let (name, after) = behind.split_once("}}").unwrap_or((behind, ""));
                said.push_str(before);
                // Of a plural form the last one is shown.
                let form = name
                    .strip_prefix("plural ")
                    .and_then(|f| f.rsplit('"').nth(1));
                let label = || match appeal_type.facts.get(name) {
                    Some(fact) => fact.label.get(*lang).to_owned(),
                    None => language.labels.get(name).cloned().unwrap_or_default(),
                };
                said.push_str(&form.map_or_else(|| format!("[{}]", label()), str::to_owned));
                rest = after;
            }
            said.push_str(rest);
            worded.0.insert(*lang, said);
        }
        worded
    }
}
