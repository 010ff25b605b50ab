//! Reads a YAML file into a raw type, and collects everything that does not fit.

use std::collections::HashSet;
use std::fmt;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::de::{DeserializeOwned, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::decode::{Fault, FaultKind, Shape};
use super::tree::{Node, NodeValue, Tree};
use super::{SourceFile, guard};
use crate::diagnostic::{Diagnostic, KeyPath, Step, nearest};
use crate::message::Message;
use crate::msg;

/// Reads a file into a raw type, or says everything that is wrong with its form.
pub fn read<T: DeserializeOwned>(file: &SourceFile) -> Result<T, Vec<Diagnostic>> {
    // A number is a text in the JSON; the few files with one are read as they are written.
    if let Some(value) = file.parsed.and_then(|json| serde_json::from_str(json).ok()) {
        return Ok(value);
    }
    guard::refuse(&file.path, &file.text).map_err(|refusal| vec![*refusal])?;
    if file
        .text
        .lines()
        .all(|line| line.trim().is_empty() || line.starts_with('#'))
    {
        let empty = Diagnostic::error(&file.path, KeyPath::root(), msg!("empty-file"));
        return Err(vec![empty.help(msg!("empty-file-help"))]);
    }
    match serde_yaml::from_str(&file.text) {
        Ok(value) => Ok(value),
        Err(error) => Err(collect::<T>(file, &error)),
    }
}

/// Finds the line of every diagnostic of a file that knows its key path only.
pub fn locate(file: &SourceFile, diagnostics: &mut [Diagnostic]) {
    let mut tree = None;
    for diagnostic in diagnostics {
        if diagnostic.location.span.is_some() || diagnostic.location.file != file.path {
            continue;
        }
        let tree = tree.get_or_insert_with(|| Tree::parse(&file.text));
        if let Ok(tree) = tree {
            diagnostic.location.span = tree.span(&diagnostic.location.path);
        }
    }
}

/// A text that is really there: not empty, not `~`, not `null`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Text(#[schemars(length(min = 1))] pub String);

/// What [`Text`] says to serde where there is none; never shown.
const NO_TEXT: &str = "no text";
/// What [`TextMap`] says to serde of a key that stands twice; never shown.
pub(super) const TWICE: &str = "key twice";

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.trim() {
            "" | "~" | "null" | "Null" | "NULL" => Err(D::Error::custom(NO_TEXT)),
            _ => Ok(Self(text)),
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// Reads a value that may be left out but, where its key stands, has to be there.
pub fn given<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// A mapping that keeps the order of the file and refuses a key that stands twice.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct TextMap<T>(pub IndexMap<String, T>);

impl<T> Default for TextMap<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<T> TextMap<T> {
    /// Reports whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: JsonSchema> JsonSchema for TextMap<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("MapOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        IndexMap::<String, T>::json_schema(generator)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for TextMap<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Collect<T> {
            type Value = TextMap<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = IndexMap::new();
                while let Some(key) = map.next_key::<String>()? {
                    if entries.insert(key, map.next_value()?).is_some() {
                        return Err(A::Error::custom(TWICE));
                    }
                }
                Ok(TextMap(entries))
            }
        }
        deserializer.deserialize_map(Collect(std::marker::PhantomData))
    }
}

/// How many problems of one file are listed; behind them the file is more wrong than right.
const MOST: usize = 50;

/// Reads the file once more as a tree and lists every problem: what does not
/// fit is noted and taken out, until the rest fits.
fn collect<T: DeserializeOwned>(file: &SourceFile, error: &serde_yaml::Error) -> Vec<Diagnostic> {
    let mut tree = match Tree::parse(&file.text) {
        Ok(tree) => tree,
        Err(fault) => {
            // A parser stumbles over a tab only behind it.
            let span = guard::tab_in_indentation(&file.text).unwrap_or(fault.span);
            return vec![syntax(file, &fault.info).at(span)];
        }
    };
    let mut found: Vec<Diagnostic> = tree
        .duplicate_keys()
        .into_iter()
        .map(|(path, key, span)| {
            Diagnostic::error(
                &file.path,
                path.key(&key),
                msg!("duplicate-key", key = &key),
            )
            .help(msg!("duplicate-key-help"))
            .at(span)
        })
        .collect();
    let Some(mut root) = tree.root.take() else {
        return vec![syntax(file, &error.to_string())];
    };
    first_of_each_key(&mut root);
    // Keys taken out here, which are then not missing but noted already.
    let mut removed: Vec<KeyPath> = Vec::new();
    while found.len() < MOST {
        let Err(fault) = T::deserialize(&root) else {
            break;
        };
        let path = KeyPath(fault.steps.iter().rev().cloned().collect());
        let (diagnostic, out) = note(file, &root, &path, &fault);
        let noted = matches!(fault.kind, FaultKind::MissingKey(_))
            && removed.contains(&diagnostic.location.path);
        if !noted && !matches!(&fault.kind, FaultKind::Custom(text) if text == TWICE) {
            found.push(diagnostic);
        }
        removed.push(out.clone());
        if !take_out(&mut root, &out.0) {
            break;
        }
    }
    if found.is_empty() {
        found.push(syntax(file, &error.to_string()));
    }
    found.sort_by_key(|d| d.location.span.map_or(0, |s| s.start));
    found
}

/// Keeps the first of keys that stand twice, so that the rest can be read.
fn first_of_each_key(node: &mut Node) {
    match &mut node.value {
        NodeValue::Scalar { .. } | NodeValue::Gone => {}
        NodeValue::Seq(items) => items.iter_mut().for_each(first_of_each_key),
        NodeValue::Map(entries) => {
            let mut seen: HashSet<String> = HashSet::new();
            entries.retain(|(key, _)| seen.insert(key.text().unwrap_or_default().to_owned()));
            for (_, value) in entries {
                first_of_each_key(value);
            }
        }
    }
}

/// Makes the diagnostic of a fault, and says what to take out to go on.
fn note(file: &SourceFile, root: &Node, path: &KeyPath, fault: &Fault) -> (Diagnostic, KeyPath) {
    let error = |path: KeyPath, message| {
        let span = (Tree {
            root: Some(root.clone()),
        })
        .span(&path);
        let diagnostic = Diagnostic::error(&file.path, path, message);
        match span {
            Some(span) => diagnostic.at(span),
            None => diagnostic,
        }
    };
    match &fault.kind {
        FaultKind::UnknownKey { key, known } => {
            let path = path.key(key);
            let mut diagnostic =
                error(path.clone(), msg!("unknown-key", key = key)).help(choices(key, known));
            if let Some(span) = key_span(root, &path) {
                diagnostic = diagnostic.at(span);
            }
            (diagnostic, path)
        }
        FaultKind::MissingKey(key) => {
            let diagnostic = error(path.key(*key), msg!("missing-key", key = *key));
            (
                diagnostic.help(msg!("missing-key-help", key = *key)),
                path.clone(),
            )
        }
        FaultKind::UnknownValue { value, known } => {
            let message = msg!("unknown-value", value = value);
            (
                error(path.clone(), message).help(choices(value, known)),
                path.clone(),
            )
        }
        FaultKind::WrongType {
            found: "nothing", ..
        } => no_text(error, path),
        FaultKind::WrongType { found, expected } => {
            let (expected, help) = match expected {
                Shape::Text => (msg!("a-text"), msg!("a-text-help")),
                Shape::Number => (msg!("a-number"), msg!("a-number-help")),
                Shape::Flag => (msg!("a-flag"), msg!("a-flag-help")),
                Shape::List => (msg!("a-list"), msg!("a-list-help")),
                Shape::Mapping => (msg!("a-mapping"), msg!("a-mapping-help")),
            };
            let found = match *found {
                "list" => msg!("a-list"),
                "mapping" => msg!("a-mapping"),
                _ => msg!("a-text"),
            };
            let message = msg!("wrong-type", expected = expected, found = found);
            (error(path.clone(), message).help(help), path.clone())
        }
        FaultKind::Custom(text) if text == NO_TEXT => no_text(error, path),
        FaultKind::Custom(text) => (
            error(path.clone(), msg!("not-fitting", reason = text)),
            path.clone(),
        ),
    }
}

fn no_text(
    error: impl Fn(KeyPath, Message) -> Diagnostic,
    path: &KeyPath,
) -> (Diagnostic, KeyPath) {
    (
        error(path.clone(), msg!("empty-text")).help(msg!("empty-text-help")),
        path.clone(),
    )
}

/// What could have been meant: the nearest name, else all of them.
fn choices(wrong: &str, known: &[&'static str]) -> Message {
    match nearest(wrong, known.iter().copied()) {
        Some(near) => msg!("did-you-mean", name = near),
        None => msg!("known-are", names = known.join(", ")),
    }
}

fn syntax(file: &SourceFile, info: &str) -> Diagnostic {
    let help = if info.contains("tab") || info.contains("cannot start any token") {
        msg!("yaml-syntax-help-tab")
    } else if info.contains("mapping values") || info.contains("simple key") {
        msg!("yaml-syntax-help-colon")
    } else {
        msg!("yaml-syntax-help")
    };
    Diagnostic::error(
        &file.path,
        KeyPath::root(),
        msg!("yaml-syntax", info = info),
    )
    .help(help)
}

fn key_span(root: &Node, path: &KeyPath) -> Option<crate::diagnostic::Span> {
    let (Step::Key(last), above) = path.0.split_last()? else {
        return None;
    };
    let mut node = root;
    for step in above {
        node = child(node, step)?;
    }
    let NodeValue::Map(entries) = &node.value else {
        return None;
    };
    entries
        .iter()
        .find(|(key, _)| key.text() == Some(last))
        .map(|(key, _)| key.span)
}

fn child<'a>(node: &'a Node, step: &Step) -> Option<&'a Node> {
    match (step, &node.value) {
        (Step::Key(key), NodeValue::Map(entries)) => entries
            .iter()
            .find(|(k, _)| k.text() == Some(key))
            .map(|(_, value)| value),
        (Step::Index(index), NodeValue::Seq(items)) => items.get(*index),
        _ => None,
    }
}

/// Takes the value at a path out of the tree; `false` where that is the whole tree.
fn take_out(node: &mut Node, steps: &[Step]) -> bool {
    let Some((first, rest)) = steps.split_first() else {
        return false;
    };
    match (first, &mut node.value) {
        (Step::Key(key), NodeValue::Map(entries)) => {
            let Some(at) = entries.iter().position(|(k, _)| k.text() == Some(key)) else {
                return false;
            };
            if rest.is_empty() {
                entries.remove(at);
                return true;
            }
            take_out(&mut entries[at].1, rest)
        }
        (Step::Index(index), NodeValue::Seq(items)) if *index < items.len() => {
            if rest.is_empty() {
                items[*index].value = NodeValue::Gone;
                return true;
            }
            take_out(&mut items[*index], rest)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{EN, ZH};

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    #[allow(dead_code, reason = "only its form is tested")]
    struct Raw {
        title: Text,
        count: u32,
        #[serde(default)]
        entries: Vec<Entry>,
        #[serde(default)]
        names: TextMap<Text>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    #[allow(dead_code, reason = "only its form is tested")]
    struct Entry {
        done_on: Text,
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let file = SourceFile::new("f.yaml", text);
        let found: Vec<String> = match read::<Raw>(&file) {
            Ok(_) => Vec::new(),
            Err(found) => found.iter().map(|d| d.to_line(EN)).collect(),
        };
        let short: Vec<String> = found
            .iter()
            .map(|l| l.split(": ").take(2).collect::<Vec<_>>().join(": "))
            .collect();
        assert_eq!(short, expected, "{found:#?}");
    }

    #[test]
    fn every_problem_is_found_with_its_line() {
        check(
            "title: ~\ncount: many\nentries:\n  - done-on: 2026-01-01\n  - done_on: x\n  - done-on: ''\nnmaes: {}\nnames: {a: b, a: c}\n",
            &[
                "error[empty-text] f.yaml:1:8: title",
                "error[wrong-type] f.yaml:2:8: count",
                "error[unknown-key] f.yaml:5:5: entries[1].done_on",
                "error[missing-key] f.yaml:5:5: entries[1].done-on",
                "error[empty-text] f.yaml:6:14: entries[2].done-on",
                "error[unknown-key] f.yaml:7:1: nmaes",
                "error[duplicate-key] f.yaml:8:15: names.a",
            ],
        );
    }

    #[test]
    fn the_form_of_the_file_itself() {
        check(
            "title: a\n\tcount: 1\n",
            &["error[yaml-syntax] f.yaml:2:1: this is no YAML"],
        );
        check(
            "",
            &[
                "error[empty-file] f.yaml: there is nothing in this file (start from an example, or let `poa new` write the file)",
            ],
        );
        check(
            "title: a\ncount: 1\ntitle: b\n",
            &["error[duplicate-key] f.yaml:3:1: title"],
        );
        check(
            "[1, 2]",
            &["error[wrong-type] f.yaml:1:1: expected keys with values, found a list (write `key"],
        );
        check(
            "title: null\ncount: 1\n",
            &["error[empty-text] f.yaml:1:8: title"],
        );
    }

    #[test]
    fn it_is_said_in_chinese_too() {
        let file = SourceFile::new("案件.yaml", "title: a\ncount: 1\ntitel: b\n");
        let found = read::<Raw>(&file).unwrap_err();
        assert_eq!(
            found[0].to_line(ZH),
            "error[unknown-key] 案件.yaml:3:1: titel: 没有“titel”这个键 (是不是想写“title”？)"
        );
    }
}
