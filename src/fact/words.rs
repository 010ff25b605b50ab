//! Words: one text for every language, or one for each.

use std::fmt;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::lang::{Lang, is_cjk};

/// Words a person gave, checked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Words {
    /// The same in every language: a proper name, a file name.
    pub all: Option<String>,
    /// One text a language.
    pub by: IndexMap<Lang, String>,
}

impl Words {
    /// Makes words that are the same in every language.
    pub fn same(text: impl Into<String>) -> Self {
        Self {
            all: Some(text.into()),
            by: IndexMap::new(),
        }
    }

    /// Returns the words for a language. A name in Chinese characters is no name
    /// for a letter in a Latin script (`cjk` false), so there it is missing.
    pub fn get(&self, lang: Lang, cjk: bool) -> Option<&str> {
        match self.by.get(&lang) {
            Some(text) => Some(text),
            None => self
                .all
                .as_deref()
                .filter(|text| cjk || !text.chars().any(is_cjk)),
        }
    }

    /// Returns words in any language, the wanted one first.
    pub fn any(&self, lang: Lang) -> Option<&str> {
        self.by
            .get(&lang)
            .or(self.all.as_ref())
            .or_else(|| self.by.values().next())
            .map(String::as_str)
    }

    /// Sets the words of one language.
    pub fn set(&mut self, lang: Lang, text: impl Into<String>) {
        self.by.insert(lang, text.into());
    }
}

/// Words as they stand in a file: `Sunrise Home`, or `{ en: …, zh: … }`, or for some facts a list.
#[derive(Debug, Clone, PartialEq)]
pub enum RawWords {
    /// One value.
    One(String),
    /// A list of values.
    List(Vec<String>),
    /// A text a language.
    By(IndexMap<String, String>),
}

impl Serialize for RawWords {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(text) => serializer.serialize_str(text),
            Self::List(items) => items.serialize(serializer),
            Self::By(texts) => {
                let mut map = serializer.serialize_map(Some(texts.len()))?;
                for (lang, text) in texts {
                    map.serialize_entry(lang, text)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for RawWords {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Read)
    }
}

struct Read;

impl<'de> Visitor<'de> for Read {
    type Value = RawWords;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<RawWords, E> {
        Ok(RawWords::One(text.to_owned()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<RawWords, E> {
        Ok(RawWords::One(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<RawWords, E> {
        Ok(RawWords::One(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<RawWords, E> {
        Ok(RawWords::One(number.to_string()))
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<RawWords, E> {
        Ok(RawWords::One(flag.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawWords, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element::<Scalar>()? {
            items.push(item.0);
        }
        Ok(RawWords::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawWords, A::Error> {
        let mut texts = IndexMap::new();
        while let Some(lang) = map.next_key::<String>()? {
            texts.insert(lang, map.next_value::<Scalar>()?.0);
        }
        Ok(RawWords::By(texts))
    }
}

/// A single value written with or without quotes.
struct Scalar(String);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match RawWords::deserialize(deserializer)? {
            RawWords::One(text) => Ok(Self(text)),
            RawWords::List(_) => Err(D::Error::invalid_type(
                serde::de::Unexpected::Seq,
                &"a text",
            )),
            RawWords::By(_) => Err(D::Error::invalid_type(
                serde::de::Unexpected::Map,
                &"a text",
            )),
        }
    }
}

impl JsonSchema for RawWords {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Words".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A value, a list of values, or one text for each language.",
            "oneOf": [
                { "type": ["string", "number"] },
                { "type": "array", "items": { "type": ["string", "number"] } },
                { "type": "object", "additionalProperties": { "type": "string" } },
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{EN, ZH};

    #[test]
    fn a_chinese_name_is_missing_in_an_english_letter() {
        let name = Words::same("晨曦家居");
        assert_eq!(name.get(ZH, true), Some("晨曦家居"));
        assert_eq!(name.get(EN, false), None);
        assert_eq!(Words::same("Sunrise").get(EN, false), Some("Sunrise"));
    }

    #[test]
    fn own_words_are_never_taken_from_the_other_language() {
        let mut words = Words::default();
        words.set(ZH, "周末无人值班");
        assert_eq!(words.get(EN, false), None);
        assert_eq!(words.any(EN), Some("周末无人值班"));
    }
}
