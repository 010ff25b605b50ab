//! The guide: every source is there and used, every language has the same lines.

use super::{error, same_ids};
use crate::catalogue::REQUIRED;
use crate::catalogue::guide::{
    Guide, GuideLine, GuideSection, RawGuide, RawGuideSection, RawGuideTexts,
};
use crate::diagnostic::{Diagnostic, KeyPath, nearest};
use crate::lang::{EN, Lang, Texts};
use crate::msg;
use crate::source::{SourceFile, Text, read};

/// Folder of the guide.
pub(super) const GUIDE: &str = "_guide";

/// A translation of the guide.
type Translation<'a> = (Lang, &'a SourceFile, RawGuideTexts);

/// Builds the guide; `None` where its files were not loaded or cannot be read.
pub(super) fn load(
    root: &str,
    files: &[(Lang, &SourceFile)],
    found: &mut Vec<Diagnostic>,
) -> Option<Guide> {
    if files.is_empty() {
        return None;
    }
    for lang in REQUIRED {
        if !files.iter().any(|(known, _)| *known == lang) {
            let name = format!("{GUIDE}/{lang}.yaml");
            let message = msg!("missing-file", file = name);
            found.push(Diagnostic::error(root, KeyPath::root(), message));
        }
    }
    let mut english: Option<(&SourceFile, RawGuide)> = None;
    let mut translations: Vec<Translation<'_>> = Vec::new();
    for (lang, file) in files {
        let problems = if *lang == EN {
            read(file).map(|raw| english = Some((file, raw))).err()
        } else {
            read(file)
                .map(|raw| translations.push((*lang, file, raw)))
                .err()
        };
        found.extend(problems.into_iter().flatten());
    }
    let (file, raw) = english?;
    references(file, &raw, found);
    translated(&raw, &translations, found);
    Some(model(raw, &translations))
}

/// Ids are unique, every section says something, every source named is there and every one there is named.
fn references(file: &SourceFile, raw: &RawGuide, found: &mut Vec<Diagnostic>) {
    let sources = &raw.sources.0;
    let root = KeyPath::root();
    unique(
        file,
        &root.key("sections"),
        raw.sections.iter().map(|s| &s.id),
        found,
    );
    for (at, section) in raw.sections.iter().enumerate() {
        let path = root.key("sections").index(at).key("lines");
        unique(file, &path, section.lines.iter().map(|l| &l.id), found);
        if section.lines.is_empty() {
            found.push(error(file, path.clone(), msg!("empty-text")));
        }
        for (n, line) in section.lines.iter().enumerate() {
            for (s, source) in line.sources.iter().enumerate() {
                if !sources.contains_key(&source.0) {
                    let near = nearest(&source.0, sources.keys().map(String::as_str));
                    let help = near.map(|near| msg!("did-you-mean", name = near));
                    let path = path.index(n).key("sources").index(s);
                    let message = msg!("unknown-id", id = &source.0);
                    found.push(error(file, path, message).maybe_help(help));
                }
            }
        }
    }
    let named = |id: &String| {
        let lines = raw.sections.iter().flat_map(|section| &section.lines);
        lines.flat_map(|line| &line.sources).any(|s| s.0 == *id)
    };
    for id in sources.keys().filter(|id| !named(id)) {
        let path = root.key("sources").key(id);
        found.push(error(file, path, msg!("unused-source", id = id)));
    }
}

fn unique<'a>(
    file: &SourceFile,
    path: &KeyPath,
    ids: impl Iterator<Item = &'a Text>,
    found: &mut Vec<Diagnostic>,
) {
    let mut seen: Vec<&str> = Vec::new();
    for (at, id) in ids.enumerate() {
        if seen.contains(&id.0.as_str()) {
            let path = path.index(at).key("id");
            found.push(error(file, path, msg!("id-twice", id = &id.0)));
        }
        seen.push(&id.0);
    }
}

fn translated(raw: &RawGuide, translations: &[Translation<'_>], found: &mut Vec<Diagnostic>) {
    let path = KeyPath::root().key("sections");
    let sections: Vec<&str> = raw.sections.iter().map(|s| s.id.0.as_str()).collect();
    for (_, file, texts) in translations {
        same_ids(file, &path, &sections, &texts.sections, found);
        for section in &raw.sections {
            let Some(texts) = texts.sections.0.get(&section.id.0) else {
                continue;
            };
            let lines: Vec<&str> = section.lines.iter().map(|l| l.id.0.as_str()).collect();
            let path = path.key(&section.id.0).key("lines");
            same_ids(file, &path, &lines, &texts.lines, found);
        }
    }
}

fn model(raw: RawGuide, translations: &[Translation<'_>]) -> Guide {
    let title = texts(raw.title, translations, |t| Some(&t.title));
    let section = |section: RawGuideSection| {
        let id = section.id.0;
        let lines = section
            .lines
            .into_iter()
            .map(|line| GuideLine {
                text: texts(line.text, translations, |t| {
                    t.sections.0.get(&id)?.lines.0.get(&line.id.0)
                }),
                id: line.id.0.clone(),
                sources: line.sources.into_iter().map(|source| source.0).collect(),
            })
            .collect();
        GuideSection {
            title: texts(section.title, translations, |t| {
                t.sections.0.get(&id).map(|texts| &texts.title)
            }),
            kind: section.kind,
            lines,
            id,
        }
    };
    Guide {
        title,
        sections: raw.sections.into_iter().map(section).collect(),
        sources: raw.sources.0,
    }
}

/// A text and its translations.
fn texts(
    english: Text,
    translations: &[Translation<'_>],
    of: impl Fn(&RawGuideTexts) -> Option<&Text>,
) -> Texts {
    let mut texts = Texts([(EN, english.0)].into());
    for (lang, _, raw) in translations {
        if let Some(text) = of(raw) {
            texts.0.insert(*lang, text.0.clone());
        }
    }
    texts
}
