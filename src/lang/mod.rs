//! A language, as the files of the catalogue name it.

mod formats;
mod script;

use std::fmt;
use std::str::FromStr;

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tinystr::TinyAsciiStr;

pub use formats::{Formats, FormatsError, RawFormats};
pub use script::{is_cjk, is_letter};

/// A language code as it stands in file names: `en`, `zh`.
///
/// Which languages exist is data: one is there when `appeals/_common/<lang>.yaml` is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(TinyAsciiStr<8>);

/// English, the language every appeal type is written in first.
pub const EN: Lang = Lang(tinystr::tinystr!(8, "en"));
/// Chinese (simplified).
pub const ZH: Lang = Lang(tinystr::tinystr!(8, "zh"));
/// German.
pub const DE: Lang = Lang(tinystr::tinystr!(8, "de"));

impl Lang {
    /// Returns the code.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Reports whether texts in it are written without spaces, in Chinese characters.
    pub fn is_han(&self) -> bool {
        matches!(self.as_str(), "zh" | "ja")
    }
}

impl FromStr for Lang {
    type Err = NotALang;

    fn from_str(text: &str) -> Result<Self, NotALang> {
        let well_formed = (2..=8).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-');
        match TinyAsciiStr::try_from_str(text) {
            Ok(code) if well_formed => Ok(Self(code)),
            _ => Err(NotALang),
        }
    }
}

/// The text is no language code (two to eight small letters).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no language code")]
pub struct NotALang;

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Lang {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Lang".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A language code: `en`, `zh`.",
            "pattern": "^[a-z][a-z-]{0,6}[a-z]$",
        })
    }
}

/// A text in each of the languages it was written in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Texts(pub IndexMap<Lang, String>);

impl Texts {
    /// Returns the text for a language, else the English one.
    pub fn get(&self, lang: Lang) -> &str {
        self.0
            .get(&lang)
            .or_else(|| self.0.get(&EN))
            .map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_short_and_small() {
        assert_eq!("zh".parse(), Ok(ZH));
        assert_eq!(
            "pt-br".parse::<Lang>().map(|l| l.to_string()),
            Ok("pt-br".into())
        );
        for bad in ["", "e", "EN", "english-uk", "-n", "中文", "n1"] {
            assert!(bad.parse::<Lang>().is_err(), "{bad}");
        }
    }
}
