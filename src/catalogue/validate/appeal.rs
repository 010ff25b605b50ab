//! Builds one appeal type.

use indexmap::{IndexMap, IndexSet};

use super::sentence::{ACTION, CAUSE, Compiler, Frame, MEASURE, PARAGRAPH, Version};
use super::{Translation, error, references};
use crate::catalogue::raw::{RawAnswer, RawAppeal, RawEntryTexts, RawFact, RawTranslation};
use crate::catalogue::{
    Answer, AppealId, AppealType, BUILT_IN, Cause, Evidence, Fact, Language, Sentence, Sentences,
    Target,
};
use crate::diagnostic::{Diagnostic, KeyPath};
use crate::fact::FactType;
use crate::lang::{EN, Lang, Texts};
use crate::message::Message;
use crate::msg;
use crate::source::{SourceFile, Text, TextMap};

/// Names only actions and measures have.
const DETAILS: [&str; 4] = ["done-on", "since", "owner", "rhythm"];

pub(super) fn build(
    id: &AppealId,
    file: &SourceFile,
    raw: &RawAppeal,
    translations: &[Translation<'_>],
    languages: &IndexMap<Lang, Language>,
    found: &mut Vec<Diagnostic>,
) -> AppealType {
    references::check(id, file, raw, translations, languages, found);
    let mut builder = Builder {
        file,
        raw,
        translations,
        found,
    };
    let facts = builder.facts();
    let evidence = builder.evidence();
    let target = builder.target(languages);
    let title = builder.texts(&raw.title, |t| Some(&t.title));
    let use_when = builder.texts(&raw.use_when, |t| Some(&t.use_when));
    let not_when = builder.texts(&raw.not_when, |t| Some(&t.not_when));
    let spoken = [EN].into_iter().chain(translations.iter().map(|t| t.lang));
    let sentences = spoken
        .filter_map(|lang| Some((lang, Sentences::new(languages.get(&lang)?.formats.clone()))))
        .collect();
    let mut compiler = Compiler {
        facts: &facts,
        has_target: target.is_some(),
        sentences,
        used: IndexSet::new(),
        found: builder.found,
    };
    let texts = Sources { file, translations };
    let opening = texts.paragraphs(&mut compiler, "opening", &raw.opening, |t| &t.opening);
    let mut causes = IndexMap::new();
    for (at, cause) in raw.root_causes.iter().enumerate() {
        let line = Line {
            at,
            id: &cause.id,
            title: &cause.title,
            text: &cause.text,
        };
        let (title, sentence) = texts.entry(&mut compiler, "root-causes", &line, &CAUSE, |t| {
            &t.root_causes
        });
        let (actions, measures) = (ids(&cause.actions), ids(&cause.measures));
        causes.insert(
            cause.id.0.clone(),
            Cause {
                title,
                sentence,
                actions,
                measures,
            },
        );
    }
    let actions = texts.answers(&mut compiler, "actions", &raw.actions, &ACTION, |t| {
        &t.actions
    });
    let measures = texts.answers(&mut compiler, "measures", &raw.measures, &MEASURE, |t| {
        &t.measures
    });
    let status = texts.paragraphs(&mut compiler, "status", &raw.status, |t| &t.status);
    let request = texts.paragraphs(&mut compiler, "request", &raw.request, |t| &t.request);
    for (at, fact) in raw.facts.iter().enumerate() {
        if !compiler.used.contains(&fact.id.0) {
            let path = KeyPath::root().key("facts").index(at).key("id");
            compiler
                .found
                .push(error(file, path, msg!("unused-fact", id = &fact.id.0)));
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
        opening,
        causes,
        actions,
        measures,
        status,
        evidence,
        request,
        sentences: compiler.sentences,
        facts,
    }
}

fn ids(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|id| id.0.clone()).collect()
}

/// A cause, an action or a measure of the file.
struct Line<'a> {
    at: usize,
    id: &'a Text,
    title: &'a Text,
    text: &'a Text,
}

/// The English file and its translations.
struct Sources<'a> {
    file: &'a SourceFile,
    translations: &'a [Translation<'a>],
}

impl Sources<'_> {
    fn paragraphs(
        &self,
        compiler: &mut Compiler<'_>,
        part: &str,
        english: &[Text],
        of: impl Fn(&RawTranslation) -> &Vec<Text>,
    ) -> Vec<Sentence> {
        let root = KeyPath::root().key(part);
        for translation in self.translations {
            let list = of(&translation.raw);
            if list.len() != english.len() {
                let message = msg!("other-length", here = list.len(), there = english.len());
                compiler
                    .found
                    .push(error(translation.file, root.clone(), message));
            }
        }
        let mut sentences = Vec::new();
        for (at, text) in english.iter().enumerate() {
            let path = root.index(at);
            let mut versions = vec![Version {
                lang: EN,
                file: self.file,
                path: path.clone(),
                text,
            }];
            for t in self.translations {
                if let Some(text) = of(&t.raw).get(at) {
                    versions.push(Version {
                        lang: t.lang,
                        file: t.file,
                        path: path.clone(),
                        text,
                    });
                }
            }
            sentences.push(compiler.sentence(format!("{part}.{at}"), &versions, &PARAGRAPH));
        }
        sentences
    }

    fn answers(
        &self,
        compiler: &mut Compiler<'_>,
        part: &str,
        english: &[RawAnswer],
        frame: &Frame,
        of: fn(&RawTranslation) -> &TextMap<RawEntryTexts>,
    ) -> IndexMap<String, Answer> {
        let mut answers = IndexMap::new();
        for (at, raw) in english.iter().enumerate() {
            let line = Line {
                at,
                id: &raw.id,
                title: &raw.title,
                text: &raw.text,
            };
            let (title, sentence) = self.entry(compiler, part, &line, frame, of);
            let evidence = ids(&raw.evidence);
            answers.insert(
                raw.id.0.clone(),
                Answer {
                    title,
                    sentence,
                    evidence,
                },
            );
        }
        answers
    }

    /// The menu line and the sentence of an entry.
    fn entry(
        &self,
        compiler: &mut Compiler<'_>,
        part: &str,
        line: &Line<'_>,
        frame: &Frame,
        of: impl Fn(&RawTranslation) -> &TextMap<RawEntryTexts>,
    ) -> (Texts, Sentence) {
        let root = KeyPath::root().key(part);
        let id = &line.id.0;
        let mut titles = Texts([(EN, line.title.0.clone())].into());
        let path = root.index(line.at).key("text");
        let mut versions = vec![Version {
            lang: EN,
            file: self.file,
            path,
            text: line.text,
        }];
        for t in self.translations {
            if let Some(texts) = of(&t.raw).0.get(id) {
                titles.0.insert(t.lang, texts.title.0.clone());
                let path = root.key(id).key("text");
                versions.push(Version {
                    lang: t.lang,
                    file: t.file,
                    path,
                    text: &texts.text,
                });
            }
        }
        (
            titles,
            compiler.sentence(format!("{part}.{id}"), &versions, frame),
        )
    }
}

struct Builder<'a> {
    file: &'a SourceFile,
    raw: &'a RawAppeal,
    translations: &'a [Translation<'a>],
    found: &'a mut Vec<Diagnostic>,
}

impl Builder<'_> {
    fn fault(&mut self, path: KeyPath, message: Message) {
        self.found.push(error(self.file, path, message));
    }

    /// A text and its translations.
    fn texts(&self, english: &Text, of: impl Fn(&RawTranslation) -> Option<&Text>) -> Texts {
        let mut texts = Texts([(EN, english.0.clone())].into());
        for translation in self.translations {
            if let Some(text) = of(&translation.raw) {
                texts.0.insert(translation.lang, text.0.clone());
            }
        }
        texts
    }

    fn facts(&mut self) -> IndexMap<String, Fact> {
        let raw = self.raw;
        let mut facts = IndexMap::new();
        for (at, fact) in raw.facts.iter().enumerate() {
            let path = KeyPath::root().key("facts").index(at);
            let id = fact.id.0.as_str();
            if BUILT_IN.contains(&id) || DETAILS.contains(&id) {
                self.fault(path.key("id"), msg!("reserved-fact", id = id));
            }
            if (fact.kind == FactType::Choice) == fact.options.is_empty() {
                self.fault(path.key("options"), msg!("options-and-choice"));
            }
            facts.insert(id.to_owned(), self.fact(fact));
        }
        facts
    }

    fn fact(&self, fact: &RawFact) -> Fact {
        let id = &fact.id.0;
        let option = |(option, english): (&String, &Text)| {
            let of = |t: &RawTranslation| -> Option<Text> {
                t.facts.0.get(id)?.options.0.get(option).cloned()
            };
            let mut texts = Texts([(EN, english.0.clone())].into());
            for t in self.translations {
                if let Some(text) = of(&t.raw) {
                    texts.0.insert(t.lang, text.0);
                }
            }
            (option.clone(), texts)
        };
        Fact {
            kind: fact.kind,
            label: self.texts(&fact.label, |t| t.facts.0.get(id).map(|f| &f.label)),
            ask: self.texts(&fact.ask, |t| t.facts.0.get(id).map(|f| &f.ask)),
            why: self.texts(&fact.why, |t| t.facts.0.get(id).map(|f| &f.why)),
            optional: fact.optional,
            options: fact.options.0.iter().map(option).collect(),
        }
    }

    fn evidence(&mut self) -> IndexMap<String, Evidence> {
        let raw = self.raw;
        let mut evidence = IndexMap::new();
        for document in &raw.evidence {
            let id = &document.id.0;
            let title = self.texts(&document.title, |t| t.evidence.0.get(id).map(|e| &e.title));
            let shows = self.texts(&document.shows, |t| t.evidence.0.get(id).map(|e| &e.shows));
            let accept = self.list(id, "accept", &document.accept);
            let reject = self.list(id, "reject", &document.reject);
            evidence.insert(
                id.clone(),
                Evidence {
                    title,
                    shows,
                    accept,
                    reject,
                },
            );
        }
        evidence
    }

    /// What is accepted or refused of a document.
    fn list(&mut self, id: &str, key: &str, english: &[Text]) -> Vec<Texts> {
        let mut all: Vec<Texts> = english
            .iter()
            .map(|text| Texts([(EN, text.0.clone())].into()))
            .collect();
        for translation in self.translations {
            let Some(document) = translation.raw.evidence.0.get(id) else {
                continue;
            };
            let list = if key == "accept" {
                &document.accept
            } else {
                &document.reject
            };
            if list.len() != english.len() {
                let path = KeyPath::root().key("evidence").key(id).key(key);
                let message = msg!("other-length", here = list.len(), there = english.len());
                self.found.push(error(translation.file, path, message));
            }
            for (texts, text) in all.iter_mut().zip(list) {
                texts.0.insert(translation.lang, text.0.clone());
            }
        }
        all
    }

    fn target(&mut self, languages: &IndexMap<Lang, Language>) -> Option<Target> {
        let root = KeyPath::root();
        let raw = self.raw.target.as_ref();
        for translation in self.translations {
            let path = root.key("target-window");
            let message = match (raw, &translation.raw.target_window) {
                (Some(_), None) => msg!("untranslated-id", id = "target-window"),
                (None, Some(_)) => msg!("translates-nothing", id = "target-window"),
                _ => continue,
            };
            self.found.push(error(translation.file, path, message));
        }
        let raw = raw?;
        let path = root.key("target");
        if let Some(english) = languages.get(&EN)
            && !english.metrics.contains_key(&raw.metric.0)
        {
            self.fault(
                path.key("metric"),
                msg!("unknown-metric", name = &raw.metric.0),
            );
        }
        let Ok(percent) = raw.percent.0.parse() else {
            self.fault(path.key("percent"), msg!("expected-percent"));
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
}
