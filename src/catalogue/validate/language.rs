//! What the letters of a language share.

use std::sync::Arc;

use indexmap::IndexMap;

use super::{COMMON, error, same_ids};
use crate::catalogue::raw::RawCommon;
use crate::catalogue::{BUILT_IN, LABELS, Language, REQUIRED};
use crate::diagnostic::{Diagnostic, KeyPath};
use crate::lang::{EN, Formats, FormatsError, Lang};
use crate::msg;
use crate::source::{SourceFile, Text, TextMap, read};

pub(super) fn load(
    root: &str,
    files: &[(Lang, &SourceFile)],
    found: &mut Vec<Diagnostic>,
) -> IndexMap<Lang, Language> {
    let mut raws: Vec<(&SourceFile, Lang, RawCommon)> = Vec::new();
    for (lang, file) in files {
        match read(file) {
            Ok(raw) => raws.push((file, *lang, raw)),
            Err(problems) => found.extend(problems),
        }
    }
    for lang in REQUIRED {
        if !files.iter().any(|(known, _)| *known == lang) {
            let name = format!("{COMMON}/{lang}.yaml");
            found.push(Diagnostic::error(
                root,
                KeyPath::root(),
                msg!("missing-file", file = name),
            ));
        }
    }
    let english = raws
        .iter()
        .find(|(_, lang, _)| *lang == EN)
        .map(|(_, _, raw)| raw.clone());
    let mut languages = IndexMap::new();
    for (file, lang, raw) in raws {
        if let Some(english) = &english {
            compare(file, english, &raw, found);
        }
        match Formats::new(raw.formats.clone()) {
            Ok(formats) => {
                languages.insert(lang, model(lang, raw, formats));
            }
            Err(fault) => {
                let path = KeyPath::root().key("formats");
                let (path, message) = match fault {
                    FormatsError::Locale(name) => {
                        (path.key("locale"), msg!("unknown-locale", name = name))
                    }
                    FormatsError::Pattern(text) => (path, msg!("unknown-pattern", pattern = text)),
                };
                found.push(error(file, path, message));
            }
        }
    }
    languages
}

/// Every language names the same families, metrics, posts, rhythms and labels.
fn compare(file: &SourceFile, english: &RawCommon, raw: &RawCommon, found: &mut Vec<Diagnostic>) {
    let root = KeyPath::root();
    for (key, theirs, ours) in [
        ("families", &english.families, &raw.families),
        ("metrics", &english.metrics, &raw.metrics),
        ("roles", &english.roles, &raw.roles),
        ("rhythms", &english.rhythms, &raw.rhythms),
    ] {
        let known: Vec<&str> = theirs.0.keys().map(String::as_str).collect();
        same_ids(file, &root.key(key), &known, ours, found);
    }
    let labels: Vec<&str> = BUILT_IN.into_iter().chain(LABELS).collect();
    same_ids(file, &root.key("labels"), &labels, &raw.labels, found);
}

fn model(lang: Lang, raw: RawCommon, formats: Formats) -> Language {
    let plain = |map: TextMap<Text>| map.0.into_iter().map(|(id, text)| (id, text.0)).collect();
    Language {
        lang,
        name: raw.name.0,
        formats: Arc::new(formats),
        families: plain(raw.families),
        metrics: plain(raw.metrics),
        roles: plain(raw.roles),
        rhythms: plain(raw.rhythms),
        labels: plain(raw.labels),
        letter: raw.letter,
    }
}
