//! Messages to buyers: what they share is put into each of them, and what comes of it is built like
//! any other type.

use indexmap::IndexMap;

use super::{Files, REPLIES, error, same_ids};
use crate::catalogue::raw::{
    RawAppeal, RawFact, RawPart, RawReply, RawReplyTranslation, RawShared, RawSharedTexts,
    RawTranslation,
};
use crate::catalogue::template;
use crate::diagnostic::{Diagnostic, KeyPath, nearest};
use crate::lang::{EN, Lang};
use crate::msg;
use crate::source::{SourceFile, Text, TextMap, read};

/// How a shared sentence is named in a text, before and behind its name.
const MARKS: (&str, &str) = ("{{> ", "}}");

/// What messages to buyers share, by language.
#[derive(Default)]
pub(super) struct Shared {
    /// English sentences.
    sentences: TextMap<Text>,
    facts: Vec<RawFact>,
    parts: Vec<RawPart>,
    texts: IndexMap<Lang, RawSharedTexts>,
}

impl Shared {
    /// Reads `_shared.yaml` and its translations; every translation has the ids of the English file.
    pub(super) fn load(files: &Files<'_>, found: &mut Vec<Diagnostic>) -> Self {
        let mut shared = Self::default();
        let english = files.shared.iter().find(|(lang, _)| *lang == EN);
        let Some((_, file)) = english else {
            return shared;
        };
        let mut raw: RawShared = read(file).unwrap_or_else(|problems| {
            found.extend(problems);
            RawShared::default()
        });
        resolve(&mut raw.sentences);
        let sentences: Vec<&str> = raw.sentences.0.keys().map(String::as_str).collect();
        let facts: Vec<&str> = raw.facts.iter().map(|fact| fact.id.0.as_str()).collect();
        let parts: Vec<&str> = raw.parts.iter().map(|part| part.id.0.as_str()).collect();
        for (lang, file) in files.shared.iter().filter(|(lang, _)| *lang != EN) {
            match read::<RawSharedTexts>(file) {
                Ok(mut texts) => {
                    resolve(&mut texts.sentences);
                    let root = KeyPath::root();
                    same_ids(
                        file,
                        &root.key("sentences"),
                        &sentences,
                        &texts.sentences,
                        found,
                    );
                    same_ids(file, &root.key("facts"), &facts, &texts.facts, found);
                    same_ids(file, &root.key("parts"), &parts, &texts.parts, found);
                    shared.texts.insert(*lang, texts);
                }
                Err(problems) => found.extend(problems),
            }
        }
        shared.sentences = raw.sentences;
        shared.facts = raw.facts;
        shared.parts = raw.parts;
        shared
    }

    /// Makes the type of a message out of its file.
    fn complete(
        &self,
        file: &SourceFile,
        mut reply: RawReply,
        slug: &str,
    ) -> Result<RawAppeal, Vec<Diagnostic>> {
        let mut found = Vec::new();
        for (at, id) in reply.shared_parts.iter().enumerate() {
            if let Some(part) = self.parts.iter().find(|part| part.id == *id) {
                reply.parts.push(part.clone());
                continue;
            }
            let path = KeyPath::root().key("shared-parts").index(at);
            let near = nearest(&id.0, self.parts.iter().map(|part| part.id.0.as_str()));
            let help = near.map(|near| msg!("did-you-mean", name = near));
            let fault = error(file, path, msg!("unknown-id", id = &id.0));
            found.push(fault.maybe_help(help));
        }
        if !found.is_empty() {
            return Err(found);
        }
        let mut raw = reply.into_type(slug);
        for text in english_texts(&mut raw) {
            self.expand(EN, text);
        }
        let named = named(&english_texts(&mut raw));
        for fact in &self.facts {
            let declared = raw.facts.iter().any(|known| known.id == fact.id);
            if !declared && named.contains(&fact.id.0) {
                raw.facts.push(fact.clone());
            }
        }
        Ok(raw)
    }

    /// Makes the translation of a type out of the file of a message.
    pub(super) fn complete_translation(
        &self,
        lang: Lang,
        reply: RawReplyTranslation,
        of: &RawAppeal,
    ) -> RawTranslation {
        let mut raw = reply.into_type();
        let known = self.texts.get(&lang);
        for part in of.parts.iter().map(|part| &part.id.0) {
            // Where the words are missing, that is told of the shared file.
            let shared = self.parts.iter().any(|known| known.id.0 == *part);
            if let (true, Some(texts)) = (shared, known.and_then(|t| t.parts.0.get(part))) {
                let own = raw.parts.0.entry(part.clone());
                own.or_insert_with(|| texts.clone());
            }
        }
        for text in translated_texts(&mut raw) {
            self.expand(lang, text);
        }
        for fact in &of.facts {
            let shared = self.facts.iter().any(|shared| shared == fact);
            if let (true, Some(texts)) = (shared, known.and_then(|t| t.facts.0.get(&fact.id.0))) {
                raw.facts.0.insert(fact.id.0.clone(), texts.clone());
            }
        }
        raw
    }

    /// Puts the shared sentences into a text; a name that leads nowhere stays, and is refused when
    /// the text is compiled.
    fn expand(&self, lang: Lang, text: &mut Text) {
        match self.texts.get(&lang) {
            _ if lang == EN => expand(text, &self.sentences),
            Some(texts) => expand(text, &texts.sentences),
            None => {}
        }
    }
}

/// Puts sentences into a text by their names.
fn expand(text: &mut Text, sentences: &TextMap<Text>) {
    let (open, close) = MARKS;
    if !text.0.contains(open) {
        return;
    }
    let mut whole = String::with_capacity(text.0.len());
    let mut rest = text.0.as_str();
    while let Some((before, behind)) = rest.split_once(open) {
        whole.push_str(before);
        let (name, after) = behind.split_once(close).unwrap_or((behind, ""));
        match sentences.0.get(name) {
            Some(sentence) => whole.push_str(&sentence.0),
            None => whole.extend([open, name, close]),
        }
        rest = after;
    }
    whole.push_str(rest);
    text.0 = whole;
}

/// Shared sentences may name others, which name none themselves.
fn resolve(sentences: &mut TextMap<Text>) {
    let plain = sentences.clone();
    for sentence in sentences.0.values_mut() {
        expand(sentence, &plain);
    }
}

/// Reads the file of a message as a type.
pub(super) fn read_type(
    file: &SourceFile,
    slug: &str,
    shared: &Shared,
) -> Result<RawAppeal, Vec<Diagnostic>> {
    shared.complete(file, read(file)?, slug)
}

/// The files of `replies/` need the shared file.
pub(super) fn check(root: &str, files: &Files<'_>, found: &mut Vec<Diagnostic>) {
    let any = files.types.iter().any(|(id, _)| id.is_reply());
    if any && !files.shared.iter().any(|(lang, _)| *lang == EN) {
        let name = format!("{REPLIES}/_shared.yaml");
        let message = msg!("missing-file", file = name);
        found.push(Diagnostic::error(root, KeyPath::root(), message));
    }
    for (lang, file) in &files.shared {
        if *lang != EN && !files.common.iter().any(|(known, _)| known == lang) {
            let message = msg!("missing-file", file = format!("_common/{lang}.yaml"));
            found.push(error(file, KeyPath::root(), message));
        }
    }
}

/// Every text that can hold a sentence.
fn english_texts(raw: &mut RawAppeal) -> Vec<&mut Text> {
    let mut texts: Vec<&mut Text> = Vec::new();
    texts.extend(&mut raw.salutation);
    texts.extend(&mut raw.opening);
    for part in &mut raw.parts {
        texts.extend(part.entries.iter_mut().map(|entry| &mut entry.text));
        if let Some(pick) = &mut part.pick {
            texts.extend([&mut pick.one, &mut pick.several, &mut pick.lead]);
        }
    }
    texts.extend(&mut raw.request);
    texts.extend(&mut raw.closing);
    texts
}

/// The same in a translation.
fn translated_texts(raw: &mut RawTranslation) -> Vec<&mut Text> {
    let mut texts: Vec<&mut Text> = Vec::new();
    texts.extend(&mut raw.salutation);
    texts.extend(&mut raw.opening);
    for part in raw.parts.0.values_mut() {
        texts.extend(part.entries.0.values_mut().map(|entry| &mut entry.text));
        if let Some(pick) = &mut part.pick {
            texts.extend([&mut pick.one, &mut pick.several, &mut pick.lead]);
        }
    }
    texts.extend(&mut raw.request);
    texts.extend(&mut raw.closing);
    texts
}

/// The facts the texts name.
fn named(texts: &[&mut Text]) -> Vec<String> {
    let shapes = texts
        .iter()
        .filter_map(|text| template::shape(&text.0).ok());
    shapes
        .flat_map(|shape| shape.variables.into_iter().chain(shape.counted))
        .collect()
}
