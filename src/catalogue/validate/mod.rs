//! Raw files to the catalogue; every problem of every file is collected.

mod appeal;
mod entries;
mod guide;
mod language;
mod parts;
mod references;
mod replies;
mod sentence;
mod shape;

use indexmap::IndexMap;

use crate::catalogue::raw::{RawAppeal, RawTranslation};
use crate::catalogue::{AppealId, Catalogue, Language, REPLIES, REQUIRED};
use crate::diagnostic::{Diagnostic, KeyPath, nearest};
use crate::lang::{EN, Lang};
use crate::message::Message;
use crate::metrics::{self, Metric};
use crate::msg;
use crate::source::{SourceFile, TextMap, locate, read};
use replies::Shared;

/// Folder of what all types share.
const COMMON: &str = "_common";
/// Folder of the words of rules, which `check` reads.
const CHECK: &str = "_check";
/// File of the rates Amazon measures.
const METRICS: &str = "_metrics.yaml";
/// Folder of what notices can allege.
const ISSUES: &str = "_issues";
/// Folder of what else notices are known by.
const NOTICE: &str = "_notice";
/// File of what messages to buyers share, in `replies/`; without its endings.
const SHARED: &str = "_shared";
/// Folder of the generated schemas.
const SCHEMA: &str = "_schema";

/// Reports whether a file of `appeals/` is needed for one type: itself, its translations, and what
/// all share.
pub fn wanted(path: &str, id: &AppealId) -> bool {
    let own = format!("{}/{}.", id.family(), id.slug());
    let shared = format!("{REPLIES}/{SHARED}.");
    path.starts_with("_common/")
        || path == METRICS
        || path.starts_with(&own)
        || (id.is_reply() && path.starts_with(&shared))
}

/// The files by what they are.
#[derive(Default)]
struct Files<'a> {
    common: Vec<(Lang, &'a SourceFile)>,
    metrics: Option<&'a SourceFile>,
    guide: Vec<(Lang, &'a SourceFile)>,
    shared: Vec<(Lang, &'a SourceFile)>,
    types: Vec<(AppealId, &'a SourceFile)>,
    translations: Vec<(AppealId, Lang, &'a SourceFile)>,
}

/// A translation, the language it is in, and its file.
struct Translation<'a> {
    lang: Lang,
    file: &'a SourceFile,
    raw: RawTranslation,
}

pub(super) fn load(root: &str, files: &[SourceFile]) -> Result<Catalogue, Vec<Diagnostic>> {
    let mut found = Vec::new();
    let sorted = sort(root, files, &mut found);
    let languages = language::load(root, &sorted.common, &mut found);
    let metrics = metrics(sorted.metrics, &languages, &mut found);
    let guide = guide::load(root, &sorted.guide, &mut found);
    let shared = Shared::load(&sorted, &mut found);
    replies::check(root, &sorted, &mut found);
    let mut types = IndexMap::new();
    for (id, file) in &sorted.types {
        let raw: Result<RawAppeal, _> = if id.is_reply() {
            replies::read_type(file, id.slug(), &shared)
        } else {
            read(file)
        };
        let raw = match raw {
            Ok(raw) => raw,
            Err(problems) => {
                found.extend(problems);
                continue;
            }
        };
        let translations = translations((id, file, &raw), &sorted, &shared, &mut found);
        types.insert(
            id.clone(),
            appeal::build(
                id,
                file,
                &raw,
                &translations,
                (&languages, &metrics),
                &mut found,
            ),
        );
    }
    for (id, lang, file) in &sorted.translations {
        if !sorted.types.iter().any(|(of, _)| of == id) {
            let message = msg!(
                "translation-of-nothing",
                lang = lang.as_str(),
                id = id.to_string()
            );
            found.push(error(file, KeyPath::root(), message));
        }
    }
    if found.is_empty() {
        return Ok(Catalogue {
            types,
            languages,
            metrics,
            guide,
        });
    }
    for file in files {
        locate(file, &mut found);
    }
    Err(found)
}

/// The rates, each of which has a name in every language.
fn metrics(
    file: Option<&SourceFile>,
    languages: &IndexMap<Lang, Language>,
    found: &mut Vec<Diagnostic>,
) -> IndexMap<String, Metric> {
    let Some(file) = file else {
        return IndexMap::new();
    };
    let metrics = metrics::load(file).unwrap_or_else(|problems| {
        found.extend(problems);
        IndexMap::new()
    });
    for (lang, language) in languages {
        for id in metrics
            .keys()
            .filter(|id| !language.metrics.contains_key(*id))
        {
            let path = KeyPath::root().key(id);
            found.push(error(
                file,
                path,
                msg!("untranslated", lang = lang.as_str()),
            ));
        }
    }
    metrics
}

/// The translations of a type that can be read; required ones that are not there are noted.
fn translations<'a>(
    (id, file, of): (&AppealId, &SourceFile, &RawAppeal),
    sorted: &Files<'a>,
    shared: &Shared,
    found: &mut Vec<Diagnostic>,
) -> Vec<Translation<'a>> {
    let own: Vec<_> = sorted
        .translations
        .iter()
        .filter(|(of, ..)| of == id)
        .collect();
    let mut translations = Vec::new();
    for (_, lang, file) in &own {
        let raw = if id.is_reply() {
            read(file).map(|raw| shared.complete_translation(*lang, raw, of))
        } else {
            read(file)
        };
        match raw {
            Ok(raw) => translations.push(Translation {
                lang: *lang,
                file,
                raw,
            }),
            Err(problems) => found.extend(problems),
        }
    }
    for lang in REQUIRED.iter().filter(|lang| **lang != EN) {
        if !own.iter().any(|(_, known, _)| known == lang) {
            let name = format!("{}.{lang}.yaml", id.slug());
            found.push(error(
                file,
                KeyPath::root(),
                msg!("missing-translation", file = name),
            ));
        }
    }
    translations
}

fn error(file: &SourceFile, path: KeyPath, message: Message) -> Diagnostic {
    Diagnostic::error(&file.path, path, message)
}

fn sort<'a>(root: &str, files: &'a [SourceFile], found: &mut Vec<Diagnostic>) -> Files<'a> {
    let mut sorted = Files::default();
    for file in files {
        let below = file
            .path
            .strip_prefix(root)
            .unwrap_or(&file.path)
            .trim_start_matches('/');
        let place = match below.split_once('/') {
            Some((SCHEMA, name)) if stem(name, "json").is_some() => continue,
            Some((CHECK, name)) if stem(name, "yaml").is_some() => continue,
            // The recogniser of notices has its files here and checks them itself.
            Some((ISSUES | NOTICE, name)) if stem(name, "yaml").is_some() => continue,
            Some((COMMON, name)) => stem(name, "yaml")
                .and_then(|code| code.parse().ok())
                .map(|lang| sorted.common.push((lang, file))),
            Some((guide::GUIDE, name)) => stem(name, "yaml")
                .and_then(|code| code.parse().ok())
                .map(|lang| sorted.guide.push((lang, file))),
            Some((REPLIES, name)) if name.starts_with(SCHEMA) && stem(name, "json").is_some() => {
                continue;
            }
            Some((REPLIES, name)) if name.starts_with(SHARED) => {
                shared(name).map(|lang| sorted.shared.push((lang, file)))
            }
            Some((family, name)) => place(family, name).map(|(id, lang)| match lang {
                None => sorted.types.push((id, file)),
                Some(lang) => sorted.translations.push((id, lang, file)),
            }),
            None => (below == METRICS).then(|| sorted.metrics = Some(file)),
        };
        if place.is_none() {
            let stray = error(file, KeyPath::root(), msg!("stray-file"));
            found.push(stray.help(msg!("stray-file-help-appeals")));
        }
    }
    sorted
}

/// Reads `late-shipment.yaml` or `late-shipment.zh.yaml`.
fn place(family: &str, name: &str) -> Option<(AppealId, Option<Lang>)> {
    let stem = stem(name, "yaml")?;
    let (slug, lang) = match stem.split_once('.') {
        None => (stem, None),
        Some((slug, code)) => (slug, Some(code.parse().ok().filter(|lang| *lang != EN)?)),
    };
    Some((AppealId::parse(&format!("{family}/{slug}"))?, lang))
}

/// Reads `_shared.yaml` or `_shared.zh.yaml`.
fn shared(name: &str) -> Option<Lang> {
    match stem(name, "yaml")?.strip_prefix(SHARED)? {
        "" => Some(EN),
        code => {
            let lang = code.strip_prefix('.')?.parse().ok();
            lang.filter(|lang| *lang != EN)
        }
    }
}

/// A file's name without its ending, where it has that one.
fn stem<'n>(name: &'n str, ending: &str) -> Option<&'n str> {
    name.strip_suffix(ending)?.strip_suffix('.')
}

/// A translation has exactly the ids of the original.
fn same_ids<T>(
    file: &SourceFile,
    path: &KeyPath,
    known: &[&str],
    ours: &TextMap<T>,
    found: &mut Vec<Diagnostic>,
) {
    for id in known {
        if !ours.0.contains_key(*id) {
            found.push(error(file, path.clone(), msg!("untranslated-id", id = *id)));
        }
    }
    for id in ours.0.keys().filter(|id| !known.contains(&id.as_str())) {
        let help = nearest(id, known.iter().copied()).map(|near| msg!("did-you-mean", name = near));
        found.push(error(file, path.key(id), msg!("translates-nothing", id = id)).maybe_help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_place() {
        let id = AppealId::parse("performance/late-shipment").unwrap();
        assert_eq!(
            place("performance", "late-shipment.yaml"),
            Some((id.clone(), None))
        );
        assert_eq!(
            place("performance", "late-shipment.zh.yaml"),
            Some((id, Some("zh".parse().unwrap())))
        );
        assert_eq!(place("performance", "late-shipment.en.yaml"), None);
        assert_eq!(place("performance", "Late.yaml"), None);
        assert_eq!(place("performance", "notes.txt"), None);
    }
}
