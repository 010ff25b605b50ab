//! How questions of each kind are put: their choices, their present answer, and
//! whether that is one.

use crate::case::{Case, OWN_WORDS};
use crate::catalogue::{AppealType, FactSource, Language, Sentence};
use crate::fact::{FactType, Value, Words};
use crate::interview::Interview;
use crate::interview::question::{Choice, Kind, Question, Said, Stage};
use crate::lang::{Lang, Texts};
use crate::message::Message;
use crate::msg;

/// Collects the questions of a case.
pub(super) struct Agenda<'a> {
    pub(super) interview: &'a Interview<'a>,
    pub(super) case: &'a Case,
    pub(super) list: Vec<Question>,
    /// The part the questions being added belong to.
    pub(super) stage: Stage,
    /// The entry they belong to, and what the letter says of it.
    pub(super) entry: Option<(Said, Option<Texts>)>,
}

/// The words of a question, and whether the letter can do without its answer.
#[derive(Clone)]
pub(super) struct Asking {
    ask: Said,
    why: Said,
    required: bool,
}

/// Makes an [`Asking`] of the messages `ask-<name>` and `why-<name>`.
macro_rules! asking {
    ($name:literal) => {
        $crate::interview::ask::Asking::of(
            $crate::message::Message::new(concat!("ask-", $name)),
            $crate::message::Message::new(concat!("why-", $name)),
        )
    };
}
pub(super) use asking;

impl Asking {
    pub(super) fn of(ask: Message, why: Message) -> Self {
        Self {
            ask: Said::Message(ask),
            why: Said::Message(why),
            required: true,
        }
    }

    pub(super) fn texts(ask: &Texts, why: &Texts) -> Self {
        Self {
            ask: Said::Texts(ask.clone()),
            why: Said::Texts(why.clone()),
            required: true,
        }
    }

    pub(super) fn required(self, required: bool) -> Self {
        Self { required, ..self }
    }
}

impl Agenda<'_> {
    fn add(
        &mut self,
        path: &str,
        kind: Kind,
        asking: Asking,
        text: Option<String>,
        chosen: Vec<String>,
    ) {
        let given = text.is_some() || !chosen.is_empty();
        let skipped = !asking.required && self.case.skipped.iter().any(|id| id == path);
        let (about, says) = self.entry.clone().unzip();
        self.list.push(Question {
            id: path.to_owned(),
            stage: self.stage,
            kind,
            ask: asking.ask,
            why: asking.why,
            about,
            says: says.flatten(),
            required: asking.required,
            answered: given || skipped,
            text,
            chosen,
        });
    }

    pub(super) fn one(
        &mut self,
        path: &str,
        choices: Vec<Choice>,
        chosen: Option<String>,
        asking: Asking,
    ) {
        self.add(
            path,
            Kind::One(choices),
            asking,
            None,
            chosen.into_iter().collect(),
        );
    }

    pub(super) fn many(
        &mut self,
        path: &str,
        choices: Vec<Choice>,
        chosen: &[String],
        asking: Asking,
    ) {
        self.add(path, Kind::Many(choices), asking, None, chosen.to_vec());
    }

    pub(super) fn value(
        &mut self,
        path: &str,
        kind: FactType,
        text: Option<String>,
        asking: Asking,
    ) {
        self.add(path, Kind::Value(kind), asking, text, Vec::new());
    }

    /// A list the notice may hold; an empty one is an answer where none is needed.
    pub(super) fn list(
        &mut self,
        path: &str,
        kind: FactType,
        list: Option<&Vec<String>>,
        asking: Asking,
    ) {
        let required = asking.required;
        let text = list
            .filter(|list| !list.is_empty())
            .map(|list| list.join(", "));
        self.add(path, Kind::Value(kind), asking, text, Vec::new());
        if let (Some(question), Some(_), false) = (self.list.last_mut(), list, required) {
            question.answered = true;
        }
    }

    /// A file's name; one in Chinese characters has no place in a letter in a Latin script.
    pub(super) fn file(&mut self, path: &str, name: Option<&String>, asking: Asking) {
        self.add(path, Kind::File, asking, name.cloned(), Vec::new());
        let fits = self.fits_letter(name.map_or("", String::as_str));
        if let Some(question) = self.list.last_mut() {
            question.answered &= fits;
        }
    }

    /// Own words, in both languages of the letter.
    pub(super) fn words(&mut self, path: &str, words: Option<&Words>, asking: &Asking) {
        for lang in self.languages() {
            let text = words.and_then(|words| words.by.get(&lang)).cloned();
            self.add(
                &format!("{path}.{lang}"),
                Kind::Words(lang),
                asking.clone(),
                text,
                Vec::new(),
            );
        }
    }

    /// A proper name, and where it is in Chinese characters, how it is written in the letter's script.
    pub(super) fn name(&mut self, path: &str, words: Option<&Words>, asking: &Asking) {
        let letter = self.case.letter_language;
        let any = |words: &Words| words.any(self.lang()).map(str::to_owned);
        let text = words.and_then(|words| words.all.clone().or_else(|| any(words)));
        self.add(path, Kind::Name, asking.clone(), text.clone(), Vec::new());
        let (Some(words), Some(name)) = (words, text) else {
            return;
        };
        let reading = self.case.reading_language;
        let languages = [Some(letter), (reading != letter).then_some(reading)];
        for lang in languages.into_iter().flatten() {
            if words.get(lang, self.cjk(lang)).is_some() && !words.by.contains_key(&lang) {
                continue;
            }
            // What is read in Chinese takes a name as it was typed.
            if lang != letter && self.cjk(lang) {
                continue;
            }
            let message = msg!("ask-latin-name", name = &name);
            let asking = Asking::of(message, msg!("why-latin-name")).required(asking.required);
            let text = words.by.get(&lang).cloned();
            let path = format!("{path}.{lang}");
            self.add(&path, Kind::Words(lang), asking, text, Vec::new());
        }
    }

    /// A role or a rhythm of the catalogue, or own words in each language.
    pub(super) fn term(
        &mut self,
        path: &str,
        kind: FactType,
        value: Option<&Value>,
        asking: &Asking,
    ) {
        fn of(language: &Language, kind: FactType) -> &indexmap::IndexMap<String, String> {
            if kind == FactType::Role {
                &language.roles
            } else {
                &language.rhythms
            }
        }
        let languages = &self.interview.catalogue.languages;
        let ids = languages
            .values()
            .next()
            .into_iter()
            .flat_map(|l| of(l, kind).keys());
        let mut choices: Vec<Choice> = ids
            .map(|id| {
                let text =
                    |(lang, l): (&Lang, &Language)| Some((*lang, of(l, kind).get(id)?.clone()));
                let title = Said::Texts(Texts(languages.iter().filter_map(text).collect()));
                Choice {
                    id: id.clone(),
                    title,
                    group: None,
                }
            })
            .collect();
        let own = OWN_WORDS.to_owned();
        let title = Said::Message(msg!("own-words"));
        choices.push(Choice {
            id: own.clone(),
            title,
            group: None,
        });
        let chosen = value.map(|value| match value {
            Value::Option(id) => id.clone(),
            _ => own,
        });
        self.one(path, choices, chosen, asking.clone());
        if let Some(Value::Words(words)) = value {
            self.words(path, Some(words), asking);
        }
    }

    /// A fact of the appeal type.
    pub(super) fn fact(&mut self, appeal_type: &AppealType, id: &str) {
        let Some(fact) = appeal_type.facts.get(id) else {
            return;
        };
        let path = format!("facts.{id}");
        // What the invoices say is asked where they are.
        let FactSource::Asked { ask, why } = &fact.source else {
            return;
        };
        let value = self.case.facts.get(id);
        let asking = Asking::texts(ask, why).required(!fact.optional);
        let words = match value {
            Some(Value::Words(words)) => Some(words),
            _ => None,
        };
        match fact.kind {
            FactType::Text => self.words(&path, words, &asking),
            FactType::Name => self.name(&path, words, &asking),
            FactType::Role | FactType::Rhythm => self.term(&path, fact.kind, value, &asking),
            FactType::Choice => {
                let choice = |(id, title): (&String, &Texts)| Choice {
                    id: id.clone(),
                    title: Said::Texts(title.clone()),
                    group: None,
                };
                let chosen = match value {
                    Some(Value::Option(id)) => Some(id.clone()),
                    _ => None,
                };
                self.one(
                    &path,
                    fact.options.iter().map(choice).collect(),
                    chosen,
                    asking,
                );
            }
            kind => {
                let empty = matches!(value, Some(Value::Codes(codes)) if codes.is_empty());
                self.value(&path, kind, value.filter(|_| !empty).map(typed), asking);
            }
        }
    }

    /// The facts of an entry's sentence, each once in an interview.
    pub(super) fn facts_of(&mut self, appeal_type: &AppealType, sentence: &Sentence) {
        for id in appeal_type.facts_of(sentence) {
            let path = format!("facts.{id}");
            let below = format!("{path}.");
            if !self
                .list
                .iter()
                .any(|q| q.id == path || q.id.starts_with(&below))
            {
                self.fact(appeal_type, id);
            }
        }
    }

    /// Language of the interview.
    pub(super) fn lang(&self) -> Lang {
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

    /// Reports whether a language is written in Chinese characters.
    fn cjk(&self, lang: Lang) -> bool {
        let language = self.interview.catalogue.languages.get(&lang);
        language.is_some_and(|language| language.formats.cjk())
    }

    fn fits_letter(&self, name: &str) -> bool {
        self.cjk(self.case.letter_language) || !name.chars().any(crate::lang::is_cjk)
    }
}

/// A value as it is typed.
fn typed(value: &Value) -> String {
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
