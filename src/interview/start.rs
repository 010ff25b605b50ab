//! The first questions: what it is about, who appeals, what Amazon sent.

use crate::catalogue::{AppealType, Form};
use crate::fact::FactType;
use crate::interview::ask::{Agenda, Asking, asking};
use crate::interview::question::{Choice, Said, Stage};
use crate::lang::Texts;

impl Agenda<'_> {
    pub(super) fn start(&mut self) {
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
            choices,
            chosen,
            asking!("interface-language"),
        );
        let chosen = self.case.appeal.as_ref().map(ToString::to_string);
        let asking = self.either(asking!("appeal"), asking!("reply"));
        self.one("appeal", self.appeal_types(), chosen, asking);
        let whole = self.case.whole_type(self.interview.catalogue);
        if let Some(branches) = whole.and_then(|whole| whole.branches.as_ref()) {
            self.branch(branches);
        }
        let stores = self.interview.contacts.marketplaces.iter();
        let choices = stores
            .map(|m| Choice {
                id: m.id.clone(),
                title: Said::Texts(m.name.clone()),
                group: None,
            })
            .collect();
        self.one(
            "marketplace",
            choices,
            self.case.marketplace.clone(),
            self.either(asking!("marketplace"), asking!("reply-marketplace")),
        );
        if let Some(appeal_type) = whole.filter(|t| t.id.is_reply()) {
            self.letter_language(appeal_type);
        }
    }

    /// The types, family by family.
    fn appeal_types(&self) -> Vec<Choice> {
        let catalogue = self.interview.catalogue;
        let families = catalogue
            .languages
            .values()
            .next()
            .map(|l| l.families.keys());
        let mut choices = Vec::new();
        for family in families.into_iter().flatten() {
            let languages = catalogue.languages.iter();
            let name =
                languages.filter_map(|(lang, l)| Some((*lang, l.families.get(family)?.clone())));
            let name = Texts(name.collect());
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

    pub(super) fn seller(&mut self, appeal_type: &AppealType) {
        self.stage = Stage::Seller;
        let seller = &self.case.seller;
        let asking = self.either(asking!("store"), asking!("reply-store"));
        self.name("seller.store", seller.store.as_ref(), &asking);
        // A message is signed with the store's name alone.
        let message = appeal_type.form == Form::Message;
        if message && !appeal_type.names("legal-name") {
            return;
        }
        self.name(
            "seller.legal-name",
            seller.legal_name.as_ref(),
            &asking!("legal-name"),
        );
        if message {
            return;
        }
        let token = seller.merchant_token.clone();
        self.value(
            "seller.merchant-token",
            FactType::Codes,
            token,
            asking!("merchant-token"),
        );
        self.value(
            "seller.email",
            FactType::Email,
            seller.email.clone(),
            asking!("email"),
        );
        self.name(
            "seller.signatory",
            seller.signatory.as_ref(),
            &asking!("signatory"),
        );
        let position = seller.position.as_ref();
        self.term(
            "seller.position",
            FactType::Role,
            position,
            &asking!("position"),
        );
    }

    pub(super) fn notice(&mut self, appeal_type: &AppealType) {
        self.stage = Stage::Notice;
        let notice = &self.case.notice;
        let date = notice.date.map(|date| date.to_string());
        // A message need not answer a notice; a letter is easier to place with all its data.
        let asked = |name| appeal_type.form == Form::Letter || appeal_type.names(name);
        let required = |asking: Asking, name| asking.required(appeal_type.names(name));
        if asked("notice-date") {
            let asking = required(asking!("notice-date"), "notice-date");
            self.value("notice.date", FactType::Date, date, asking);
        }
        if asked("case-id") {
            let asking = required(asking!("case-id"), "case-id");
            let case_id = notice.case_id.clone();
            self.value("notice.case-id", FactType::Codes, case_id, asking);
        }
        if asked("notice-asins") {
            let asking = required(asking!("notice-asins"), "notice-asins");
            let asins = notice.asins.as_ref();
            self.list("notice.asins", FactType::Asins, asins, asking);
        }
        if asked("notice-orders") {
            let asking = required(asking!("notice-orders"), "notice-orders");
            let orders = notice.orders.as_ref();
            self.list("notice.orders", FactType::Orders, orders, asking);
        }
    }
}
