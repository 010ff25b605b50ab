//! A question: what is asked, why, and what can be answered.

use crate::fact::FactType;
use crate::lang::{Lang, Texts};
use crate::message::Message;

/// The choice that says there is none.
pub const NONE: &str = "none";

/// A part of the interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Language, appeal type, store.
    Start,
    /// Who appeals.
    Seller,
    /// What Amazon sent.
    Notice,
    /// Who wrote, of a message to a buyer.
    Buyer,
    /// Facts every letter of the type needs.
    Facts,
    /// What the seller states, and its proofs.
    Statements,
    /// Root causes and their facts.
    Causes,
    /// What was done.
    Actions,
    /// What is in place.
    Measures,
    /// Purchase invoices.
    Invoices,
    /// Documents.
    Evidence,
}

impl Stage {
    /// Every part, in order.
    pub const ALL: [Self; 11] = [
        Self::Start,
        Self::Seller,
        Self::Notice,
        Self::Buyer,
        Self::Facts,
        Self::Statements,
        Self::Causes,
        Self::Actions,
        Self::Measures,
        Self::Invoices,
        Self::Evidence,
    ];
}

/// Something to say to the seller: the program's words or the catalogue's.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// The program's.
    Message(Message),
    /// The catalogue's.
    Texts(Texts),
    /// The seller's own, as they are.
    Plain(String),
}

impl Said {
    /// Says it in a language.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Message(message) => message.say(lang),
            Self::Texts(texts) => texts.get(lang).to_owned(),
            Self::Plain(text) => text.clone(),
        }
    }
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What an answer names.
    pub id: String,
    /// What is shown.
    pub title: Said,
    /// The group it stands in.
    pub group: Option<Said>,
}

/// What can be answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// One of some choices.
    One(Vec<Choice>),
    /// Some of some choices.
    Many(Vec<Choice>),
    /// A value of a type.
    Value(FactType),
    /// A proper name, the same in every language.
    Name,
    /// Own words in one language.
    Words(Lang),
    /// The name of a file.
    File,
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The key path of the answer in the case file: `facts.late-rate`.
    pub id: String,
    /// Part of the interview.
    pub stage: Stage,
    /// What can be answered.
    pub kind: Kind,
    /// The question.
    pub ask: Said,
    /// Why it is asked.
    pub why: Said,
    /// The entry it belongs to, where it belongs to one.
    pub about: Option<Said>,
    /// What the letter says of that entry, with names in place of the facts.
    pub says: Option<Texts>,
    /// The letter cannot be built without an answer.
    pub required: bool,
    /// There is an answer, or none is needed and it was passed over.
    pub answered: bool,
    /// The present answer as text, for a value, a name, words or a file.
    pub text: Option<String>,
    /// The present answer as ids, for choices.
    pub chosen: Vec<String>,
}
