//! Builds one appeal type.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use super::entries::{Line, Place, Sources};
use super::sentence::{ACTION, CAUSE, Compiler, LINE, MEASURE};
use super::{Translation, error, parts, references, shape};
use crate::catalogue::raw::{RawAppeal, RawCause, RawEntryTexts, RawFact, RawTranslation};
use crate::catalogue::{
    AppealId, AppealType, BUILT_IN, Cause, Evidence, Fact, FactSource, Language, REPLY_BUILT_IN,
    Refusal, Sentences,
};
use crate::diagnostic::{Diagnostic, KeyPath, nearest};
use crate::fact::{FactType, Figure};
use crate::lang::{EN, Lang, Texts};
use crate::message::Message;
use crate::metrics::Metric;
use crate::msg;
use crate::source::{SourceFile, Text, TextMap};

/// Names only actions and measures have.
const DETAILS: [&str; 4] = ["done-on", "since", "owner", "rhythm"];

pub(super) fn build(
    id: &AppealId,
    file: &SourceFile,
    raw: &RawAppeal,
    translations: &[Translation<'_>],
    (languages, metrics): (&IndexMap<Lang, Language>, &IndexMap<String, Metric>),
    found: &mut Vec<Diagnostic>,
) -> AppealType {
    references::check(id, file, raw, translations, languages, found);
    shape::check(id, file, raw, found);
    let sources = Sources { file, translations };
    let built_in: &[&str] = if id.is_reply() {
        &REPLY_BUILT_IN
    } else {
        &BUILT_IN
    };
    let mut builder = Builder {
        built_in,
        file,
        raw,
        sources: &sources,
        found,
    };
    let facts = builder.facts();
    let evidence = builder.evidence();
    let target = builder.target(metrics);
    let look_for = builder.look_for();
    let refusal = builder.refusal();
    let spoken = [EN].into_iter().chain(translations.iter().map(|t| t.lang));
    let sentences = spoken
        .filter_map(|lang| Some((lang, Sentences::new(languages.get(&lang)?.formats.clone()))))
        .collect();
    let mut compiler = Compiler {
        facts: &facts,
        built_in,
        bare: id.is_reply(),
        has_target: target.is_some(),
        sentences,
        used: IndexSet::new(),
        found,
    };
    let salutation = raw.salutation.as_ref();
    let salutation = sources.single(&mut compiler, "salutation", salutation, &LINE, |t| {
        t.salutation.as_ref()
    });
    let paragraphs = |compiler: &mut Compiler<'_>, key, english, of: Paragraphs| {
        sources.paragraphs(compiler, &Place::root(key), english, |t| Some(of(t)))
    };
    let opening = paragraphs(&mut compiler, "opening", &raw.opening, |t| &t.opening);
    let parts = parts::parts(&sources, &mut compiler, &raw.parts);
    let causes = causes(&sources, &mut compiler, &raw.root_causes);
    let answers = |compiler: &mut Compiler<'_>, key, english, frame, of: Entries| {
        sources.answers(compiler, &Place::root(key), english, frame, |t, id| {
            of(t).0.get(id)
        })
    };
    let actions = answers(&mut compiler, "actions", &raw.actions, &ACTION, |t| {
        &t.actions
    });
    let measures = answers(&mut compiler, "measures", &raw.measures, &MEASURE, |t| {
        &t.measures
    });
    let status = paragraphs(&mut compiler, "status", &raw.status, |t| &t.status);
    let request = paragraphs(&mut compiler, "request", &raw.request, |t| &t.request);
    let closing = raw.closing.as_ref();
    let closing = sources.single(&mut compiler, "closing", closing, &LINE, |t| {
        t.closing.as_ref()
    });
    let branches = raw.branches.as_ref();
    let open = branches.map(|raw| parts::open(&sources, &mut compiler, raw));
    unused(file, raw, &mut compiler);
    let mut appeal_type = AppealType {
        id: id.clone(),
        issue: raw.issue.0.clone(),
        stance: raw.stance,
        form: raw.form,
        title: sources.texts(&raw.title, |t| Some(&t.title)),
        use_when: sources.texts(&raw.use_when, |t| Some(&t.use_when)),
        not_when: sources.texts(&raw.not_when, |t| Some(&t.not_when)),
        look_for,
        limit_words: raw.limit_words,
        target,
        branches: None,
        refusal,
        salutation,
        opening,
        parts,
        causes,
        actions,
        measures,
        status,
        evidence,
        invoices: raw.invoices,
        request,
        closing,
        sentences: Arc::new(compiler.sentences),
        facts,
    };
    if let (Some(raw), Some(open)) = (branches, open) {
        appeal_type.branches = Some(parts::close(&sources, raw, open, &appeal_type, found));
    }
    appeal_type
}

/// No fact is asked for nothing.
fn unused(file: &SourceFile, raw: &RawAppeal, compiler: &mut Compiler<'_>) {
    for (at, fact) in raw.facts.iter().enumerate() {
        if !compiler.used.contains(&fact.id.0) {
            let path = KeyPath::root().key("facts").index(at).key("id");
            let message = msg!("unused-fact", id = &fact.id.0);
            compiler.found.push(error(file, path, message));
        }
    }
}

/// Picks paragraphs out of a translation.
type Paragraphs = fn(&RawTranslation) -> &Vec<Text>;
/// Picks entries out of it.
type Entries = fn(&RawTranslation) -> &TextMap<RawEntryTexts>;

fn causes(
    sources: &Sources<'_>,
    compiler: &mut Compiler<'_>,
    raw: &[RawCause],
) -> IndexMap<String, Cause> {
    let root = Place::root("root-causes");
    let mut causes = IndexMap::new();
    for (at, cause) in raw.iter().enumerate() {
        let id = &cause.id.0;
        let line = Line {
            title: &cause.title,
            text: &cause.text,
        };
        let (title, sentence) = sources.entry(compiler, &root.entry(at, id), &line, &CAUSE, |t| {
            t.root_causes.0.get(id)
        });
        let cause = Cause {
            title,
            sentence,
            actions: ids(&cause.actions),
            measures: ids(&cause.measures),
        };
        causes.insert(id.clone(), cause);
    }
    causes
}

fn ids(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|id| id.0.clone()).collect()
}

struct Builder<'a> {
    built_in: &'a [&'static str],
    file: &'a SourceFile,
    raw: &'a RawAppeal,
    sources: &'a Sources<'a>,
    found: &'a mut Vec<Diagnostic>,
}

impl<'a> Builder<'a> {
    fn fault(&mut self, path: KeyPath, message: Message) {
        self.found.push(error(self.file, path, message));
    }

    /// A text and its translations.
    fn texts(&self, english: &Text, of: impl Fn(&'a RawTranslation) -> Option<&'a Text>) -> Texts {
        self.sources.texts(english, of)
    }

    /// What reviewers look for; it is shown as it stands.
    fn look_for(&mut self) -> Vec<Texts> {
        let place = Place::root("look-for");
        let list = &self.raw.look_for;
        let lines = self
            .sources
            .list(&place, list, |t| Some(&t.look_for), self.found);
        for (at, line) in lines.iter().enumerate() {
            if line.0.values().any(|text| text.contains(['{', '}'])) {
                self.fault(place.english.index(at), msg!("no-braces"));
            }
        }
        lines
    }

    /// Why nothing is written, in every translation as in the English file.
    fn refusal(&mut self) -> Option<Refusal> {
        let english = self.raw.refusal.as_ref();
        for translation in self.sources.translations {
            let message = match (english, &translation.raw.refusal) {
                (Some(_), None) => msg!("untranslated-id", id = "refusal"),
                (None, Some(_)) => msg!("translates-nothing", id = "refusal"),
                _ => continue,
            };
            let path = KeyPath::root().key("refusal");
            self.found.push(error(translation.file, path, message));
        }
        let english = english?;
        Some(Refusal {
            why: self.texts(&english.why, |t| t.refusal.as_ref().map(|r| &r.why)),
            instead: self.texts(&english.instead, |t| t.refusal.as_ref().map(|r| &r.instead)),
        })
    }

    fn facts(&mut self) -> IndexMap<String, Fact> {
        let raw = self.raw;
        let mut facts = IndexMap::new();
        for (at, fact) in raw.facts.iter().enumerate() {
            let path = KeyPath::root().key("facts").index(at);
            let id = fact.id.0.as_str();
            if self.built_in.contains(&id) || DETAILS.contains(&id) {
                self.fault(path.key("id"), msg!("reserved-fact", id = id));
            }
            if fact.from_invoices.is_none()
                && (fact.kind == Some(FactType::Choice)) == fact.options.is_empty()
            {
                self.fault(path.key("options"), msg!("options-and-choice"));
            }
            let fact = self.fact(&path, fact);
            facts.insert(id.to_owned(), fact);
        }
        facts
    }

    /// A fact with what it needs: one that is asked has a type and a question, one that is worked out
    /// has neither.
    fn fact(&mut self, path: &KeyPath, fact: &RawFact) -> Fact {
        let id = &fact.id.0;
        let worked_out = fact.from_invoices.is_some();
        for (key, there) in [
            ("type", fact.kind.is_some()),
            ("ask", fact.ask.is_some()),
            ("why", fact.why.is_some()),
        ] {
            match (worked_out, there) {
                (false, false) => self.fault(path.clone(), msg!("missing-key", key = key)),
                (true, true) => self.fault(path.key(key), msg!("figure-is-not-asked", key = key)),
                _ => {}
            }
        }
        for (key, there) in [
            ("optional", fact.optional),
            ("options", !fact.options.is_empty()),
        ] {
            if worked_out && there {
                self.fault(path.key(key), msg!("figure-is-not-asked", key = key));
            }
        }
        if worked_out && !self.raw.invoices {
            self.fault(path.key("from-invoices"), msg!("figure-without-invoices"));
        }
        self.translated_question(id, worked_out);
        let none = Text(String::new());
        let source = fact.from_invoices.map_or_else(
            || FactSource::Asked {
                ask: self.texts(fact.ask.as_ref().unwrap_or(&none), |t| {
                    t.facts.0.get(id)?.ask.as_ref()
                }),
                why: self.texts(fact.why.as_ref().unwrap_or(&none), |t| {
                    t.facts.0.get(id)?.why.as_ref()
                }),
            },
            FactSource::Invoices,
        );
        let figure = fact.from_invoices;
        let kind = figure.map(Figure::kind).or(fact.kind);
        let option = |(option, english): (&String, &Text)| {
            let of = |t: &'a RawTranslation| t.facts.0.get(id)?.options.0.get(option);
            (option.clone(), self.texts(english, of))
        };
        Fact {
            // Without a type it is faulty, and no catalogue is made of it.
            kind: kind.unwrap_or(FactType::Text),
            label: self.texts(&fact.label, |t| t.facts.0.get(id).map(|f| &f.label)),
            source,
            optional: fact.optional || figure.is_some_and(Figure::may_be_nothing),
            options: fact.options.0.iter().map(option).collect(),
        }
    }

    /// A translation has the question of a fact that is asked, and none of one that is worked out.
    fn translated_question(&mut self, id: &str, worked_out: bool) {
        for translation in self.sources.translations {
            let Some(texts) = translation.raw.facts.0.get(id) else {
                continue;
            };
            let path = KeyPath::root().key("facts").key(id);
            for (key, there) in [("ask", texts.ask.is_some()), ("why", texts.why.is_some())] {
                let (path, message) = match (worked_out, there) {
                    (false, false) => (path.clone(), msg!("untranslated-id", id = key)),
                    (true, true) => (path.key(key), msg!("figure-is-not-asked", key = key)),
                    _ => continue,
                };
                self.found.push(error(translation.file, path, message));
            }
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
        let place = Place::root("evidence").key(id).key(key);
        let of = |t: &'a RawTranslation| {
            let document = t.evidence.0.get(id)?;
            Some(if key == "accept" {
                &document.accept
            } else {
                &document.reject
            })
        };
        self.sources.list(&place, english, of, self.found)
    }

    fn target(&mut self, metrics: &IndexMap<String, Metric>) -> Option<Metric> {
        let id = &self.raw.target.as_ref()?.0;
        let metric = metrics.get(id);
        if metric.is_none() {
            let near = nearest(id, metrics.keys().map(String::as_str));
            let help = near.map(|near| msg!("did-you-mean", name = near));
            let path = KeyPath::root().key("target");
            let fault = error(self.file, path, msg!("unknown-metric", name = id));
            self.found.push(fault.maybe_help(help));
        }
        metric.cloned()
    }
}
