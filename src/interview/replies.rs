//! What a message to a buyer is asked for: its language, the buyer, and when the buyer wrote.

use crate::case::Case;
use crate::catalogue::AppealType;
use crate::fact::FactType;
use crate::interview::ask::{Agenda, Asking, asking};
use crate::interview::question::{Choice, Said, Stage};
use crate::lang::{EN, Lang, ZH};

/// The question of the language; English, which is the language of a case that names none, is an
/// answer once the question was passed over.
const LANGUAGE: &str = "letter-language";

impl Agenda<'_> {
    /// Reports whether the interview is about a message to a buyer.
    pub(super) fn replies(&self) -> bool {
        match &self.case.appeal {
            Some(id) => id.is_reply(),
            None => self
                .interview
                .catalogue
                .types
                .keys()
                .all(crate::catalogue::AppealId::is_reply),
        }
    }

    /// The words of a question that is put differently for a message to a buyer.
    pub(super) fn either(&self, appeal: Asking, reply: Asking) -> Asking {
        if self.replies() { reply } else { appeal }
    }

    /// Which language the buyer reads, where the store has one besides English that there are texts in.
    pub(super) fn letter_language(&mut self, appeal_type: &AppealType) {
        let store = self.case.marketplace.as_deref();
        let store = store.and_then(|id| self.interview.contacts.get(id));
        let spoken = |lang: &Lang| {
            store.is_some_and(|store| store.languages.iter().any(|known| known == lang.as_str()))
        };
        let mut languages: Vec<Lang> = appeal_type.languages().filter(spoken).collect();
        if languages.iter().all(|lang| *lang == EN) {
            return;
        }
        if !languages.contains(&EN) {
            languages.push(EN);
        }
        let choices = languages.iter().map(|lang| Choice {
            id: lang.to_string(),
            title: Said::Plain(self.interview.catalogue.language(*lang).name.clone()),
            group: None,
        });
        let chosen = self.case.letter_language;
        let given = chosen != EN || self.case.skipped.iter().any(|id| id == LANGUAGE);
        let chosen = given.then(|| chosen.to_string());
        self.one(
            LANGUAGE,
            choices.collect(),
            chosen,
            asking!("letter-language"),
        );
    }

    /// Who wrote, and when.
    pub(super) fn buyer(&mut self) {
        self.stage = Stage::Buyer;
        let buyer = &self.case.buyer;
        let optional = |asking: Asking| asking.required(false);
        let asking = optional(asking!("buyer-name"));
        self.name("buyer.name", buyer.name.as_ref(), &asking);
        let date = buyer.date.map(|date| date.to_string());
        let asking = optional(asking!("buyer-date"));
        self.value("buyer.date", FactType::Date, date, asking);
        if buyer.date.is_some() {
            let time = buyer.time.map(|time| time.format("%H:%M").to_string());
            let asking = optional(asking!("buyer-time"));
            self.value("buyer.time", FactType::Time, time, asking);
        }
    }
}

/// Sets the language of a message; the copy to read is in the seller's language, or in another one
/// where the buyer's is the same.
pub(super) fn choose_language(case: &mut Case, lang: Lang) {
    case.letter_language = lang;
    let own = case.interface_language.unwrap_or(ZH);
    case.reading_language = match (own, lang) {
        (own, lang) if own != lang => own,
        (EN, _) => ZH,
        _ => EN,
    };
    if lang == EN {
        case.skipped.push(LANGUAGE.to_owned());
    }
}
