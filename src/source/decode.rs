//! Turns a [`Node`] into a Rust value and says in data, not in English, what does not fit.
//!
//! serde's derived code calls the methods of [`Fault`]; what it knows there (an
//! unknown key and the known ones, what was expected) stays apart, so that a
//! message can be said in the reader's language.

use std::fmt;

use serde::de::{
    self, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};

use super::tree::{Node, NodeValue};
use crate::diagnostic::Step;

/// Why a value does not fit, and the way to it (innermost step first).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fault {
    pub(super) kind: FaultKind,
    pub(super) steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum FaultKind {
    UnknownKey {
        key: String,
        known: Vec<&'static str>,
    },
    MissingKey(&'static str),
    WrongType {
        found: &'static str,
        expected: Shape,
    },
    UnknownValue {
        value: String,
        known: Vec<&'static str>,
    },
    /// Said by a type of ours; see `yaml::Text`.
    Custom(String),
}

/// What a value was expected to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shape {
    Text,
    Number,
    Flag,
    List,
    Mapping,
}

impl Fault {
    fn new(kind: FaultKind) -> Self {
        Self {
            kind,
            steps: Vec::new(),
        }
    }

    fn below(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(FaultKind::Custom(message.to_string()))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(FaultKind::WrongType {
            found: name(&found),
            expected: shape(&expected.to_string()),
        })
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_variant(value: &str, known: &'static [&'static str]) -> Self {
        Self::new(FaultKind::UnknownValue {
            value: value.to_owned(),
            known: known.to_vec(),
        })
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(FaultKind::UnknownKey {
            key: key.to_owned(),
            known: known.to_vec(),
        })
    }

    fn duplicate_field(_: &'static str) -> Self {
        // Keys that stand twice are found in the tree, wherever they are.
        de::Error::custom(super::yaml::TWICE)
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(FaultKind::MissingKey(key))
    }
}

fn name(found: &Unexpected<'_>) -> &'static str {
    match found {
        Unexpected::Unit | Unexpected::Option => "nothing",
        Unexpected::Seq => "list",
        Unexpected::Map | Unexpected::Enum | Unexpected::StructVariant => "mapping",
        _ => "text",
    }
}

fn shape(expected: &str) -> Shape {
    if expected.contains("sequence") || expected.contains("array") {
        Shape::List
    } else if expected.contains("struct") || expected.contains("map") {
        Shape::Mapping
    } else if expected.contains("bool") {
        Shape::Flag
    } else if [
        "integer", "float", "u8", "u16", "u32", "u64", "usize", "i64", "f64",
    ]
    .iter()
    .any(|number| expected.contains(number))
    {
        Shape::Number
    } else {
        Shape::Text
    }
}

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.value {
            NodeValue::Scalar { text, plain: true } => plain_scalar(text, visitor),
            NodeValue::Scalar { text, .. } => visitor.visit_borrowed_str(text),
            NodeValue::Seq(items) => visitor.visit_seq(Items {
                items: items.iter(),
                at: 0,
            }),
            NodeValue::Map(entries) => visitor.visit_map(Entries {
                rest: entries.iter(),
                value: None,
                key: String::new(),
            }),
            NodeValue::Gone => visitor.visit_unit(),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.value {
            NodeValue::Scalar { text, .. } => visitor.visit_borrowed_str(text),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.value {
            NodeValue::Scalar { text, plain: true } if is_null(text) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match &self.value {
            // Derived code would take a list as the fields in their order.
            NodeValue::Seq(_) => Err(de::Error::invalid_type(Unexpected::Seq, &"a map")),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match &self.value {
            NodeValue::Scalar { text, .. } => visitor.visit_enum(text.as_str().into_deserializer()),
            NodeValue::Seq(_) => Err(de::Error::invalid_type(Unexpected::Seq, &"a string")),
            NodeValue::Map(_) | NodeValue::Gone => {
                Err(de::Error::invalid_type(Unexpected::Map, &"a string"))
            }
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf
        unit unit_struct seq tuple tuple_struct map ignored_any
    }
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn plain_scalar<'de, V: Visitor<'de>>(text: &'de str, visitor: V) -> Result<V::Value, Fault> {
    if is_null(text) {
        return visitor.visit_unit();
    }
    match text {
        "true" | "True" | "TRUE" => return visitor.visit_bool(true),
        "false" | "False" | "FALSE" => return visitor.visit_bool(false),
        _ => {}
    }
    if let Ok(number) = text.parse::<u64>() {
        return visitor.visit_u64(number);
    }
    if let Ok(number) = text.parse::<i64>() {
        return visitor.visit_i64(number);
    }
    match text.parse::<f64>() {
        Ok(number) if text.contains('.') && number.is_finite() => visitor.visit_f64(number),
        _ => visitor.visit_borrowed_str(text),
    }
}

struct Items<'de> {
    items: std::slice::Iter<'de, Node>,
    at: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Fault;

    fn next_element_seed<T: de::DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        for item in self.items.by_ref() {
            let step = Step::Index(self.at);
            self.at += 1;
            if !matches!(item.value, NodeValue::Gone) {
                return seed
                    .deserialize(item)
                    .map(Some)
                    .map_err(|fault| fault.below(step));
            }
        }
        Ok(None)
    }
}

struct Entries<'de> {
    rest: std::slice::Iter<'de, (Node, Node)>,
    value: Option<&'de Node>,
    key: String,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Fault;

    fn next_key_seed<K: de::DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        key.text().unwrap_or_default().clone_into(&mut self.key);
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: de::DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let value = self
            .value
            .take()
            .expect("serde asks for a value after its key");
        let key = Step::Key(self.key.clone());
        seed.deserialize(value).map_err(|fault| fault.below(key))
    }
}
