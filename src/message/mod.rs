//! What the program itself says to a person, in the person's language.
//!
//! A message is data (a key and its values) until an edge prints it: the same
//! diagnostic is then English for one reader and Chinese for another. The
//! sentences stand in `<lang>.ftl` beside this file, in Fluent's notation.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::lang::{EN, Lang, Texts, ZH};

/// The languages the program speaks, with their sentences.
const SPOKEN: [(Lang, &str); 2] = [(EN, include_str!("en.ftl")), (ZH, include_str!("zh.ftl"))];

/// One sentence of the program: its key and the values in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    key: &'static str,
    values: Vec<(&'static str, Value)>,
    /// The sentences, where they stand beside what says them (a rule's documentation) and not in
    /// the `.ftl` files.
    fixed: Option<&'static Fixed>,
}

/// A sentence in every language the program speaks.
#[derive(Debug, PartialEq, Eq)]
pub struct Fixed {
    /// English.
    pub en: &'static str,
    /// Chinese.
    pub zh: &'static str,
}

impl Fixed {
    /// Returns the sentence in a language; in English where the program does not speak it.
    pub fn get(&self, lang: Lang) -> &'static str {
        if lang == ZH { self.zh } else { self.en }
    }
}

/// A value in a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text as it is.
    Text(String),
    /// A whole number; sentences may choose their plural by it.
    Number(usize),
    /// Another message, said in the same language.
    Message(Box<Message>),
    /// Text of the data, in the languages it has.
    Texts(Texts),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<&Texts> for Value {
    fn from(texts: &Texts) -> Self {
        Self::Texts(texts.clone())
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

/// Makes a [`Message`]: `msg!("unknown-key", key = name)`.
#[macro_export]
macro_rules! msg {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::message::Message::new($key)
            $(.with(stringify!($name), $value))*
    };
}

impl Message {
    /// Starts a message by its key in the `.ftl` files; [`msg!`] is the usual way.
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
            values: Vec::new(),
            fixed: None,
        }
    }

    /// Starts a message whose sentences are given with it; the key only names it.
    pub fn fixed(key: &'static str, sentences: &'static Fixed) -> Self {
        Self {
            key,
            values: Vec::new(),
            fixed: Some(sentences),
        }
    }

    /// Adds a value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Returns the key.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Says the message in a language; in English where the program does not speak it.
    pub fn say(&self, lang: Lang) -> String {
        if let Some(sentences) = self.fixed {
            return sentences.get(lang).to_owned();
        }
        let bundle = bundle(lang);
        let mut args = FluentArgs::with_capacity(self.values.len());
        for (name, value) in &self.values {
            let value: FluentValue<'_> = match value {
                Value::Text(text) => FluentValue::String(Cow::Borrowed(text)),
                Value::Number(number) => FluentValue::from(*number),
                Value::Message(message) => FluentValue::String(message.say(lang).into()),
                Value::Texts(texts) => FluentValue::String(Cow::Borrowed(texts.get(lang))),
            };
            args.set(*name, value);
        }
        let Some(pattern) = bundle.get_message(self.key).and_then(|m| m.value()) else {
            return self.key.to_owned();
        };
        bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }
}

/// Reports whether the program speaks a language.
pub fn speaks(lang: Lang) -> bool {
    SPOKEN.iter().any(|(spoken, _)| *spoken == lang)
}

/// Says a sentence whose key is only known at run time, if there is one.
pub fn say_key(key: &str, lang: Lang) -> Option<String> {
    let bundle = bundle(lang);
    let pattern = bundle.get_message(key)?.value()?;
    Some(
        bundle
            .format_pattern(pattern, None, &mut Vec::new())
            .into_owned(),
    )
}

fn bundle(lang: Lang) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; SPOKEN.len()] =
        [const { OnceLock::new() }; SPOKEN.len()];
    let at = SPOKEN
        .iter()
        .position(|(spoken, _)| *spoken == lang)
        .unwrap_or(0);
    BUNDLES[at].get_or_init(|| {
        let (lang, text) = SPOKEN[at];
        let id: LanguageIdentifier = lang.as_str().parse().expect("en and zh are language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // The isolation marks U+2068/2069 would travel into files and pipes.
        bundle.set_use_isolating(false);
        // What does not parse is skipped here and found by the test below.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(r, _)| r);
        bundle.add_resource_overriding(resource);
        bundle
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_parses() {
        for (lang, text) in SPOKEN {
            if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
                panic!("{lang}.ftl: {errors:?}");
            }
        }
    }

    #[test]
    fn plurals_and_nested_messages() {
        let two = msg!("files-checked", files = 2usize, problems = 1usize);
        assert_eq!(two.say(EN), "2 files checked, 1 problem found");
        assert_eq!(two.say(ZH), "已检查 2 个文件，发现 1 处问题");
    }
}
