//! Raw files to the catalogue; every problem of every file is collected.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use crate::catalogue::raw::{
    RawAppeal, RawCommon, RawEntryTexts, RawEvidenceTexts, RawFactTexts, RawTranslation,
};
use crate::catalogue::{
    Answer, AppealId, AppealType, BUILT_IN, Catalogue, Cause, Evidence, Fact, LABELS, Language,
    REQUIRED, Sentence, Sentences, Shape, Target,
};
use crate::diagnostic::{Diagnostic, KeyPath, nearest};
use crate::fact::FactType;
use crate::lang::{EN, Formats, FormatsError, Lang, Texts};
use crate::message::Message;
use crate::msg;
use crate::source::{SourceFile, Text, TextMap, locate, read};

/// Folder of what all types share.
const COMMON: &str = "_common";
/// Folder of the generated schemas.
const SCHEMA: &str = "_schema";

/// Reports whether a file of `appeals/` is needed for one type: itself, its translations, and what
/// all share.
pub fn wanted(path: &str, id: &AppealId) -> bool {
    let own = format!("{}/{}.", id.family(), id.slug());
    path.starts_with("_common/") || path.starts_with(&own)
}

/// The files by what they are.
#[derive(Default)]
struct Files<'a> {
    common: Vec<(Lang, &'a SourceFile)>,
    types: Vec<(AppealId, &'a SourceFile)>,
    translations: Vec<(AppealId, Lang, &'a SourceFile)>,
}

pub(super) fn load(root: &str, files: &[SourceFile]) -> Result<Catalogue, Vec<Diagnostic>> {
    let mut found = Vec::new();
    let sorted = sort(root, files, &mut found);
    let languages = languages(root, &sorted, &mut found);
    let mut types = IndexMap::new();
    for (id, file) in &sorted.types {
        let raw: RawAppeal = match read(file) {
            Ok(raw) => raw,
            Err(problems) => {
                found.extend(problems);
                continue;
            }
        };
        let mut translations = Vec::new();
        for (_, lang, file) in sorted.translations.iter().filter(|(of, _, _)| of == id) {
            match read::<RawTranslation>(file) {
                Ok(raw) => translations.push((*lang, *file, raw)),
                Err(problems) => found.extend(problems),
            }
        }
        let known: Vec<Lang> = sorted
            .translations
            .iter()
            .filter(|(of, ..)| of == id)
            .map(|t| t.1)
            .collect();
        for lang in REQUIRED
            .iter()
            .filter(|lang| **lang != EN && !known.contains(lang))
        {
            let name = format!("{}.{lang}.yaml", id.slug());
            found.push(error(
                file,
                KeyPath::root(),
                msg!("missing-translation", file = name),
            ));
        }
        let mut builder = Builder {
            languages: &languages,
            file,
            translations: &translations,
            found: &mut found,
        };
        types.insert(id.clone(), builder.build(id, &raw));
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
        return Ok(Catalogue { types, languages });
    }
    for file in files {
        locate(file, &mut found);
    }
    Err(found)
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
            Some((SCHEMA, name)) if name.ends_with(".json") => continue,
            Some((COMMON, name)) => name
                .strip_suffix(".yaml")
                .and_then(|code| code.parse().ok())
                .map(|lang| sorted.common.push((lang, file))),
            Some((family, name)) => place(family, name).map(|(id, lang)| match lang {
                None => sorted.types.push((id, file)),
                Some(lang) => sorted.translations.push((id, lang, file)),
            }),
            None => None,
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
    let stem = name.strip_suffix(".yaml")?;
    let (slug, lang) = match stem.split_once('.') {
        None => (stem, None),
        Some((slug, code)) => (slug, Some(code.parse().ok().filter(|lang| *lang != EN)?)),
    };
    Some((AppealId::parse(&format!("{family}/{slug}"))?, lang))
}

fn languages(
    root: &str,
    sorted: &Files<'_>,
    found: &mut Vec<Diagnostic>,
) -> IndexMap<Lang, Language> {
    let mut languages = IndexMap::new();
    let mut raws: Vec<(&SourceFile, Lang, RawCommon)> = Vec::new();
    for (lang, file) in &sorted.common {
        match read(file) {
            Ok(raw) => raws.push((file, *lang, raw)),
            Err(problems) => found.extend(problems),
        }
    }
    for lang in REQUIRED {
        if !sorted.common.iter().any(|(known, _)| *known == lang) {
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
    for (file, lang, raw) in raws {
        if let Some(english) = &english {
            for (key, theirs, ours) in [
                ("families", &english.families, &raw.families),
                ("metrics", &english.metrics, &raw.metrics),
                ("roles", &english.roles, &raw.roles),
                ("rhythms", &english.rhythms, &raw.rhythms),
            ] {
                same_ids(file, &KeyPath::root().key(key), theirs, ours, found);
            }
        }
        let labels: Vec<&str> = BUILT_IN.into_iter().chain(LABELS).collect();
        same(
            file,
            &KeyPath::root().key("labels"),
            &labels,
            &raw.labels,
            found,
        );
        let formats = match Formats::new(raw.formats) {
            Ok(formats) => formats,
            Err(fault) => {
                let path = KeyPath::root().key("formats");
                let (path, message) = match fault {
                    FormatsError::Locale(name) => {
                        (path.key("locale"), msg!("unknown-locale", name = name))
                    }
                    FormatsError::Pattern(text) => (path, msg!("unknown-pattern", pattern = text)),
                };
                found.push(error(file, path, message));
                continue;
            }
        };
        let plain = |map: TextMap<Text>| map.0.into_iter().map(|(id, text)| (id, text.0)).collect();
        languages.insert(
            lang,
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
            },
        );
    }
    languages
}

fn same_ids<A, B>(
    file: &SourceFile,
    path: &KeyPath,
    theirs: &TextMap<A>,
    ours: &TextMap<B>,
    found: &mut Vec<Diagnostic>,
) {
    let known: Vec<&str> = theirs.0.keys().map(String::as_str).collect();
    same(file, path, &known, ours, found);
}

/// A translation has exactly the ids of the original.
fn same<T>(
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

/// What a sentence may and must name.
struct Frame<'a> {
    /// Names beside the facts and the built-in ones.
    also: &'a [&'a str],
    /// Names it must have.
    must: &'a [&'a str],
    /// Whether it may name a fact that need not be given.
    optional: bool,
}

const PARAGRAPH: Frame<'_> = Frame {
    also: &[],
    must: &[],
    optional: true,
};
const CAUSE: Frame<'_> = Frame {
    also: &[],
    must: &[],
    optional: false,
};
const ACTION: Frame<'_> = Frame {
    also: &["done-on"],
    must: &["done-on"],
    optional: false,
};
const MEASURE: Frame<'_> = Frame {
    also: &["since", "owner", "rhythm"],
    must: &["since", "owner"],
    optional: false,
};

struct Builder<'a> {
    languages: &'a IndexMap<Lang, Language>,
    file: &'a SourceFile,
    translations: &'a [(Lang, &'a SourceFile, RawTranslation)],
    found: &'a mut Vec<Diagnostic>,
}

impl Builder<'_> {
    fn build(&mut self, id: &AppealId, raw: &RawAppeal) -> AppealType {
        let root = KeyPath::root();
        if let Some(english) = self.languages.get(&EN)
            && !english.families.contains_key(id.family())
        {
            let near = nearest(id.family(), english.families.keys().map(String::as_str));
            let help = near.map(|near| msg!("did-you-mean", name = near));
            let message = msg!("unknown-family", name = id.family());
            self.found
                .push(error(self.file, root.clone(), message).maybe_help(help));
        }
        let mut sentences: IndexMap<Lang, Sentences> = IndexMap::new();
        for lang in [EN]
            .into_iter()
            .chain(self.translations.iter().map(|t| t.0))
        {
            if let Some(language) = self.languages.get(&lang) {
                sentences.insert(lang, Sentences::new(language.formats.clone()));
            }
        }
        let facts = self.facts(raw);
        let evidence = self.evidence(raw);
        let title = self.texts(&raw.title, |t| Some(&t.title));
        let use_when = self.texts(&raw.use_when, |t| Some(&t.use_when));
        let not_when = self.texts(&raw.not_when, |t| Some(&t.not_when));
        let target = self.target(raw);
        let mut work = Work {
            facts: &facts,
            target: target.is_some(),
            sentences: &mut sentences,
            used: IndexSet::new(),
        };
        let opening = self.paragraphs(&mut work, "opening", &raw.opening, |t| &t.opening);
        let causes = self.causes(&mut work, raw);
        let actions = self.answers(&mut work, Part::Actions, raw);
        let measures = self.answers(&mut work, Part::Measures, raw);
        let status = self.paragraphs(&mut work, "status", &raw.status, |t| &t.status);
        let request = self.paragraphs(&mut work, "request", &raw.request, |t| &t.request);
        let used = work.used;
        for (at, fact) in raw.facts.iter().enumerate() {
            if !used.contains(&fact.id.0) {
                let path = root.key("facts").index(at).key("id");
                self.found
                    .push(error(self.file, path, msg!("unused-fact", id = &fact.id.0)));
            }
        }
        AppealType {
            id: id.clone(),
            issue: raw.issue.0.clone(),
            stance: raw.stance,
            title,
            use_when,
            not_when,
            target,
            facts,
            opening,
            causes,
            actions,
            measures,
            status,
            evidence,
            request,
            sentences,
        }
    }

    /// A text and its translations.
    fn texts(&self, english: &Text, of: impl Fn(&RawTranslation) -> Option<&Text>) -> Texts {
        let mut texts = Texts([(EN, english.0.clone())].into());
        for (lang, _, translation) in self.translations {
            if let Some(text) = of(translation) {
                texts.0.insert(*lang, text.0.clone());
            }
        }
        texts
    }

    fn lists(
        &mut self,
        path: &KeyPath,
        english: &[Text],
        of: impl Fn(&RawTranslation) -> Option<&Vec<Text>>,
    ) -> Vec<Texts> {
        self.same_length(path, english.len(), &of);
        let at = |n: usize| move |list: &Vec<Text>| list.get(n).cloned();
        let mut texts: Vec<Texts> = Vec::new();
        for (n, text) in english.iter().enumerate() {
            let mut all = Texts([(EN, text.0.clone())].into());
            for (lang, _, translation) in self.translations {
                if let Some(text) = of(translation).and_then(at(n)) {
                    all.0.insert(*lang, text.0);
                }
            }
            texts.push(all);
        }
        texts
    }

    fn same_length(
        &mut self,
        path: &KeyPath,
        length: usize,
        of: &impl Fn(&RawTranslation) -> Option<&Vec<Text>>,
    ) {
        for (_, file, translation) in self.translations {
            if let Some(list) = of(translation)
                && list.len() != length
            {
                let message = msg!("other-length", here = list.len(), there = length);
                self.found.push(error(file, path.clone(), message));
            }
        }
    }

    fn target(&mut self, raw: &RawAppeal) -> Option<Target> {
        let root = KeyPath::root();
        for (_, file, translation) in self.translations {
            if translation.target_window.is_some() != raw.target.is_some() {
                let message = if raw.target.is_some() {
                    msg!("untranslated-id", id = "target-window")
                } else {
                    msg!("translates-nothing", id = "target-window")
                };
                self.found
                    .push(error(file, root.key("target-window"), message));
            }
        }
        let raw = raw.target.as_ref()?;
        let path = root.key("target");
        if let Some(english) = self.languages.get(&EN) {
            self.known(
                &path.key("metric"),
                &raw.metric,
                english.metrics.keys(),
                |name| msg!("unknown-metric", name = name),
            );
        }
        let Ok(percent) = raw.percent.0.parse() else {
            self.found.push(error(
                self.file,
                path.key("percent"),
                msg!("expected-percent"),
            ));
            return None;
        };
        Some(Target {
            metric: raw.metric.0.clone(),
            comparison: raw.comparison,
            percent,
            window: self.texts(&raw.window, |t| t.target_window.as_ref()),
            source: raw.source.0.clone(),
            checked: raw.checked,
        })
    }

    fn facts(&mut self, raw: &RawAppeal) -> IndexMap<String, Fact> {
        let root = KeyPath::root().key("facts");
        let mut facts = IndexMap::new();
        let reserved = ["done-on", "since", "owner", "rhythm"];
        for (at, fact) in raw.facts.iter().enumerate() {
            let path = root.index(at);
            let id = &fact.id.0;
            if BUILT_IN.contains(&id.as_str()) || reserved.contains(&id.as_str()) {
                self.found.push(error(
                    self.file,
                    path.key("id"),
                    msg!("reserved-fact", id = id),
                ));
            }
            self.well_formed(&path, id);
            if (fact.kind == FactType::Choice) == fact.options.is_empty() {
                self.found.push(error(
                    self.file,
                    path.key("options"),
                    msg!("options-and-choice"),
                ));
            }
            let of = |t: &RawTranslation, what: fn(&RawFactTexts) -> &Text| {
                t.facts.0.get(id).map(what).cloned()
            };
            let texts = |english: &Text, what: fn(&RawFactTexts) -> &Text| {
                let mut texts = Texts([(EN, english.0.clone())].into());
                for (lang, _, t) in self.translations {
                    if let Some(text) = of(t, what) {
                        texts.0.insert(*lang, text.0);
                    }
                }
                texts
            };
            let mut options = IndexMap::new();
            for (option, english) in &fact.options.0 {
                let mut all = Texts([(EN, english.0.clone())].into());
                for (lang, _, t) in self.translations {
                    if let Some(text) = t.facts.0.get(id).and_then(|f| f.options.0.get(option)) {
                        all.0.insert(*lang, text.0.clone());
                    }
                }
                options.insert(option.clone(), all);
            }
            let value = Fact {
                kind: fact.kind,
                label: texts(&fact.label, |t| &t.label),
                ask: texts(&fact.ask, |t| &t.ask),
                why: texts(&fact.why, |t| &t.why),
                optional: fact.optional,
                options,
            };
            for (_, file, t) in self.translations {
                if let Some(texts) = t.facts.0.get(id) {
                    let path = KeyPath::root().key("facts").key(id).key("options");
                    same_ids(file, &path, &fact.options, &texts.options, self.found);
                }
            }
            if facts.insert(id.clone(), value).is_some() {
                self.found
                    .push(error(self.file, path.key("id"), msg!("id-twice", id = id)));
            }
        }
        self.translated(&root, raw.facts.iter().map(|f| f.id.0.as_str()), |t| {
            t.facts.0.keys().collect()
        });
        facts
    }

    fn evidence(&mut self, raw: &RawAppeal) -> IndexMap<String, Evidence> {
        let root = KeyPath::root().key("evidence");
        let mut evidence = IndexMap::new();
        for (at, document) in raw.evidence.iter().enumerate() {
            let id = &document.id.0;
            let path = root.index(at);
            self.well_formed(&path, id);
            let of =
                |t: &RawTranslation| -> Option<RawEvidenceTexts> { t.evidence.0.get(id).cloned() };
            let texts = |english: &Text, what: fn(&RawEvidenceTexts) -> &Text| {
                let mut texts = Texts([(EN, english.0.clone())].into());
                for (lang, _, t) in self.translations {
                    if let Some(text) = of(t).as_ref().map(what) {
                        texts.0.insert(*lang, text.0.clone());
                    }
                }
                texts
            };
            let title = texts(&document.title, |t| &t.title);
            let shows = texts(&document.shows, |t| &t.shows);
            let below = root.key(id);
            let accept = self.lists(&below.key("accept"), &document.accept, |t| {
                t.evidence.0.get(id).map(|e| &e.accept)
            });
            let reject = self.lists(&below.key("reject"), &document.reject, |t| {
                t.evidence.0.get(id).map(|e| &e.reject)
            });
            if evidence
                .insert(
                    id.clone(),
                    Evidence {
                        title,
                        shows,
                        accept,
                        reject,
                    },
                )
                .is_some()
            {
                self.found
                    .push(error(self.file, path.key("id"), msg!("id-twice", id = id)));
            }
        }
        self.translated(&root, raw.evidence.iter().map(|e| e.id.0.as_str()), |t| {
            t.evidence.0.keys().collect()
        });
        evidence
    }

    fn paragraphs(
        &mut self,
        work: &mut Work<'_>,
        part: &str,
        english: &[Text],
        of: impl Fn(&RawTranslation) -> &Vec<Text>,
    ) -> Vec<Sentence> {
        let path = KeyPath::root().key(part);
        self.same_length(&path, english.len(), &|t: &RawTranslation| Some(of(t)));
        let mut sentences = Vec::new();
        for (at, text) in english.iter().enumerate() {
            let place = path.index(at);
            let others: Vec<(Lang, &SourceFile, KeyPath, &Text)> = self
                .translations
                .iter()
                .filter_map(|(lang, file, t)| Some((*lang, *file, place.clone(), of(t).get(at)?)))
                .collect();
            let name = format!("{part}.{at}");
            sentences.push(self.sentence(work, name, (place.clone(), text), &others, &PARAGRAPH));
        }
        sentences
    }

    fn causes(&mut self, work: &mut Work<'_>, raw: &RawAppeal) -> IndexMap<String, Cause> {
        let root = KeyPath::root().key("root-causes");
        let mut causes = IndexMap::new();
        let mut answered: [IndexSet<&str>; 2] = [IndexSet::new(), IndexSet::new()];
        for (at, cause) in raw.root_causes.iter().enumerate() {
            let path = root.index(at);
            let id = &cause.id.0;
            let (title, sentence) =
                self.entry(work, &path, id, (&cause.title, &cause.text), &CAUSE, |t| {
                    &t.root_causes
                });
            let actions = raw.actions.iter().map(|a| a.id.0.as_str());
            self.references(
                &path.key("actions"),
                &cause.actions,
                &actions.collect::<Vec<_>>(),
            );
            let measures = raw.measures.iter().map(|a| a.id.0.as_str());
            self.references(
                &path.key("measures"),
                &cause.measures,
                &measures.collect::<Vec<_>>(),
            );
            answered[0].extend(cause.actions.iter().map(|id| id.0.as_str()));
            answered[1].extend(cause.measures.iter().map(|id| id.0.as_str()));
            for (list, key) in [(&cause.actions, "actions"), (&cause.measures, "measures")] {
                if list.is_empty() {
                    self.found.push(error(
                        self.file,
                        path.key(key),
                        msg!("unanswered-cause", id = id),
                    ));
                }
            }
            let ids = |list: &[Text]| list.iter().map(|id| id.0.clone()).collect();
            let cause = Cause {
                title,
                sentence,
                actions: ids(&cause.actions),
                measures: ids(&cause.measures),
            };
            if causes.insert(id.clone(), cause).is_some() {
                self.found
                    .push(error(self.file, path.key("id"), msg!("id-twice", id = id)));
            }
        }
        for (at, action) in raw.actions.iter().enumerate() {
            if !answered[0].contains(action.id.0.as_str()) {
                let path = KeyPath::root().key("actions").index(at);
                self.found.push(error(
                    self.file,
                    path,
                    msg!("answers-nothing", id = &action.id.0),
                ));
            }
        }
        for (at, measure) in raw.measures.iter().enumerate() {
            if !answered[1].contains(measure.id.0.as_str()) {
                let path = KeyPath::root().key("measures").index(at);
                self.found.push(error(
                    self.file,
                    path,
                    msg!("answers-nothing", id = &measure.id.0),
                ));
            }
        }
        self.translated(
            &root,
            raw.root_causes.iter().map(|c| c.id.0.as_str()),
            |t| t.root_causes.0.keys().collect(),
        );
        causes
    }

    fn answers(
        &mut self,
        work: &mut Work<'_>,
        part: Part,
        raw: &RawAppeal,
    ) -> IndexMap<String, Answer> {
        type Line<'a> = (&'a str, &'a Text, &'a Text, &'a [Text]);
        let lines: Vec<Line<'_>> = match part {
            Part::Actions => raw
                .actions
                .iter()
                .map(|a| (a.id.0.as_str(), &a.title, &a.text, a.evidence.as_slice()))
                .collect(),
            Part::Measures => raw
                .measures
                .iter()
                .map(|a| (a.id.0.as_str(), &a.title, &a.text, a.evidence.as_slice()))
                .collect(),
        };
        let documents: Vec<&str> = raw.evidence.iter().map(|e| e.id.0.as_str()).collect();
        let root = KeyPath::root().key(part.key());
        let mut answers = IndexMap::new();
        for (at, (id, title, text, evidence)) in lines.iter().enumerate() {
            let path = root.index(at);
            let (title, sentence) = self.entry(work, &path, id, (title, text), part.frame(), |t| {
                part.texts(t)
            });
            self.references(&path.key("evidence"), evidence, &documents);
            let evidence = evidence.iter().map(|id| id.0.clone()).collect();
            if answers
                .insert(
                    (*id).to_owned(),
                    Answer {
                        title,
                        sentence,
                        evidence,
                    },
                )
                .is_some()
            {
                self.found
                    .push(error(self.file, path.key("id"), msg!("id-twice", id = *id)));
            }
        }
        self.translated(&root, lines.iter().map(|l| l.0), |t| {
            part.texts(t).0.keys().collect()
        });
        answers
    }

    /// A cause, an action or a measure: its menu line and its sentence.
    fn entry(
        &mut self,
        work: &mut Work<'_>,
        path: &KeyPath,
        id: &str,
        (title, text): (&Text, &Text),
        frame: &Frame<'_>,
        of: impl Fn(&RawTranslation) -> &TextMap<RawEntryTexts>,
    ) -> (Texts, Sentence) {
        self.well_formed(path, id);
        let part = match path.0.first() {
            Some(crate::diagnostic::Step::Key(key)) => key.clone(),
            _ => String::new(),
        };
        let mut titles = Texts([(EN, title.0.clone())].into());
        let mut others = Vec::new();
        for (lang, file, translation) in self.translations {
            if let Some(texts) = of(translation).0.get(id) {
                titles.0.insert(*lang, texts.title.0.clone());
                let place = KeyPath::root().key(&part).key(id).key("text");
                others.push((*lang, *file, place, &texts.text));
            }
        }
        let name = format!("{part}.{id}");
        let sentence = self.sentence(work, name, (path.key("text"), text), &others, frame);
        (titles, sentence)
    }

    fn sentence(
        &mut self,
        work: &mut Work<'_>,
        name: String,
        (path, english): (KeyPath, &Text),
        others: &[(Lang, &SourceFile, KeyPath, &Text)],
        frame: &Frame<'_>,
    ) -> Sentence {
        let mut texts = Texts([(EN, english.0.clone())].into());
        let shape = self.compile(work, &name, (EN, self.file, &path, english), frame);
        let mut variables = shape.variables.clone();
        variables.extend(
            shape
                .counted
                .iter()
                .filter(|v| !shape.variables.contains(v))
                .cloned(),
        );
        for (lang, file, path, text) in others {
            texts.0.insert(*lang, text.0.clone());
            let theirs = self.compile(work, &name, (*lang, file, path, text), frame);
            for id in shape
                .variables
                .iter()
                .filter(|v| !theirs.variables.contains(v))
            {
                self.found
                    .push(error(file, path.clone(), msg!("variable-missing", id = id)));
            }
            for id in theirs
                .variables
                .iter()
                .filter(|v| !shape.variables.contains(v))
            {
                self.found
                    .push(error(file, path.clone(), msg!("variable-added", id = id)));
            }
        }
        work.used.extend(variables.iter().cloned());
        Sentence {
            name,
            variables,
            texts,
        }
    }

    fn compile(
        &mut self,
        work: &mut Work<'_>,
        name: &str,
        (lang, file, path, text): (Lang, &SourceFile, &KeyPath, &Text),
        frame: &Frame<'_>,
    ) -> Shape {
        let Some(sentences) = work.sentences.get_mut(&lang) else {
            return Shape::default();
        };
        let shape = match sentences.add(name, &text.0) {
            Ok(shape) => shape,
            Err(message) => {
                self.found
                    .push(error(file, path.clone(), message).help(msg!("template-help")));
                return Shape::default();
            }
        };
        let mut fault = |message| self.found.push(error(file, path.clone(), message));
        for id in shape.variables.iter().chain(&shape.counted) {
            let built_in = BUILT_IN.contains(&id.as_str()) && (id != "target" || work.target);
            match work.facts.get(id) {
                Some(fact) if fact.optional && !frame.optional => {
                    fault(msg!("optional-in-entry", id = id));
                }
                Some(_) => {}
                None if built_in || frame.also.contains(&id.as_str()) => {}
                None => fault(msg!("unknown-variable", id = id)),
            }
        }
        for id in &shape.counted {
            let lists = ["notice-asins", "notice-orders"].contains(&id.as_str());
            if !lists && work.facts.get(id).is_none_or(|fact| !fact.kind.counts()) {
                fault(msg!("not-countable", id = id));
            }
        }
        for id in frame
            .must
            .iter()
            .filter(|id| !shape.variables.iter().any(|v| v == *id))
        {
            fault(msg!("variable-required", id = *id));
        }
        for sentence in bare_sentences(&text.0) {
            fault(msg!("sentence-without-fact", sentence = sentence));
        }
        shape
    }

    fn references(&mut self, path: &KeyPath, ids: &[Text], known: &[&str]) {
        for (at, id) in ids.iter().enumerate() {
            self.known(&path.index(at), id, known.iter(), |id| {
                msg!("unknown-id", id = id)
            });
        }
    }

    fn known<'k, K: AsRef<str> + ?Sized + 'k>(
        &mut self,
        path: &KeyPath,
        id: &Text,
        known: impl Iterator<Item = &'k K> + Clone,
        message: fn(&str) -> Message,
    ) {
        if !known.clone().any(|k| k.as_ref() == id.0) {
            let near = nearest(&id.0, known.map(AsRef::as_ref));
            let help = near.map(|near| msg!("did-you-mean", name = near));
            self.found
                .push(error(self.file, path.clone(), message(&id.0)).maybe_help(help));
        }
    }

    fn translated<'k>(
        &mut self,
        path: &KeyPath,
        known: impl Iterator<Item = &'k str>,
        ours: impl Fn(&RawTranslation) -> Vec<&String>,
    ) {
        let known: Vec<&str> = known.collect();
        for (_, file, translation) in self.translations {
            let ours: IndexMap<String, ()> = ours(translation)
                .into_iter()
                .map(|id| (id.clone(), ()))
                .collect();
            same(file, path, &known, &TextMap(ours), self.found);
        }
    }

    fn well_formed(&mut self, path: &KeyPath, id: &str) {
        let fits = id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && id.starts_with(|c: char| c.is_ascii_lowercase())
            && !id.starts_with("own-");
        if !fits {
            self.found.push(error(
                self.file,
                path.key("id"),
                msg!("ill-formed-id", id = id),
            ));
        }
    }
}

/// What sentences are checked against while a type is built.
struct Work<'a> {
    facts: &'a IndexMap<String, Fact>,
    target: bool,
    sentences: &'a mut IndexMap<Lang, Sentences>,
    used: IndexSet<String>,
}

#[derive(Clone, Copy)]
enum Part {
    Actions,
    Measures,
}

impl Part {
    fn key(self) -> &'static str {
        match self {
            Self::Actions => "actions",
            Self::Measures => "measures",
        }
    }

    fn frame(self) -> &'static Frame<'static> {
        match self {
            Self::Actions => &ACTION,
            Self::Measures => &MEASURE,
        }
    }

    fn texts(self, translation: &RawTranslation) -> &TextMap<RawEntryTexts> {
        match self {
            Self::Actions => &translation.actions,
            Self::Measures => &translation.measures,
        }
    }
}

/// Sentences in which nothing of the seller's stands; a target is Amazon's.
fn bare_sentences(text: &str) -> Vec<String> {
    let mut bare = Vec::new();
    let mut sentence = String::new();
    let mut braces = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        sentence.push(c);
        match c {
            '{' => braces = true,
            '}' => braces = false,
            _ => {}
        }
        let western =
            matches!(c, '.' | '?' | '!') && chars.peek().is_none_or(|next| next.is_whitespace());
        let ends = !braces && (western || matches!(c, '。' | '！' | '？'));
        if ends || chars.peek().is_none() {
            let own = sentence.replace("{{target}}", "").contains("{{");
            let words = sentence.trim();
            if !own && !words.is_empty() {
                bare.push(words.to_owned());
            }
            sentence.clear();
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_without_a_fact_are_found() {
        assert_eq!(
            bare_sentences("On {{done-on}} we did it. We try hard. "),
            ["We try hard."]
        );
        assert_eq!(
            bare_sentences("{{n}} 单未发。我们很重视。"),
            ["我们很重视。"]
        );
        assert_eq!(
            bare_sentences("The rate of {{r}} is 4.5 points above {{target}}."),
            [""; 0]
        );
        assert_eq!(
            bare_sentences("The target is {{target}}."),
            ["The target is {{target}}."]
        );
    }

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
