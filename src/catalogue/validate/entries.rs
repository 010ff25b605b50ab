//! Paragraphs, causes, answers and statements: the English text and its
//! translations, put together and compiled.

use indexmap::IndexMap;

use super::sentence::{Compiler, Frame, PARAGRAPH, Version};
use super::{Translation, error};
use crate::catalogue::raw::{RawAnswer, RawEntryTexts, RawTranslation};
use crate::catalogue::{Answer, Sentence};
use crate::diagnostic::KeyPath;
use crate::lang::{EN, Texts};
use crate::msg;
use crate::source::{SourceFile, Text};

/// Where a text stands: in the English file a list, in a translation a map by id.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// In the English file.
    pub(super) english: KeyPath,
    /// In a translation, and its name among the sentences.
    pub(super) translated: KeyPath,
}

impl Place {
    /// A key of the file itself.
    pub(super) fn root(key: &str) -> Self {
        let path = KeyPath::root().key(key);
        Self {
            english: path.clone(),
            translated: path,
        }
    }

    /// An entry of a list with ids.
    pub(super) fn entry(&self, at: usize, id: &str) -> Self {
        Self {
            english: self.english.index(at),
            translated: self.translated.key(id),
        }
    }

    /// An item of a list without ids.
    pub(super) fn index(&self, at: usize) -> Self {
        Self {
            english: self.english.index(at),
            translated: self.translated.index(at),
        }
    }

    /// A key below.
    pub(super) fn key(&self, key: &str) -> Self {
        Self {
            english: self.english.key(key),
            translated: self.translated.key(key),
        }
    }
}

/// The menu line and the words of an entry in English.
pub(super) struct Line<'a> {
    pub(super) title: &'a Text,
    pub(super) text: &'a Text,
}

/// The English file and its translations.
pub(super) struct Sources<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) translations: &'a [Translation<'a>],
}

impl<'a> Sources<'a> {
    /// A text and its translations.
    pub(super) fn texts(
        &self,
        english: &Text,
        of: impl Fn(&'a RawTranslation) -> Option<&'a Text>,
    ) -> Texts {
        let mut texts = Texts([(EN, english.0.clone())].into());
        for translation in self.translations {
            if let Some(text) = of(&translation.raw) {
                texts.0.insert(translation.lang, text.0.clone());
            }
        }
        texts
    }

    /// A list of texts and its translations, which are as long.
    pub(super) fn list(
        &self,
        place: &Place,
        english: &[Text],
        of: impl Fn(&'a RawTranslation) -> Option<&'a Vec<Text>>,
        found: &mut Vec<crate::diagnostic::Diagnostic>,
    ) -> Vec<Texts> {
        self.same_length(place, english, &of, found);
        let text = |at: usize, english: &Text| {
            self.texts(english, |t| of(t).and_then(|list| list.get(at)))
        };
        let numbered = english.iter().enumerate();
        numbered.map(|(at, english)| text(at, english)).collect()
    }

    /// One sentence that may be there or not; every translation has it where the English file does.
    pub(super) fn single(
        &self,
        compiler: &mut Compiler<'_>,
        key: &str,
        english: Option<&Text>,
        frame: &Frame,
        of: impl Fn(&'a RawTranslation) -> Option<&'a Text>,
    ) -> Option<Sentence> {
        for translation in self.translations {
            let message = match (english, of(&translation.raw)) {
                (Some(_), None) => msg!("untranslated-id", id = key),
                (None, Some(_)) => msg!("translates-nothing", id = key),
                _ => continue,
            };
            let path = KeyPath::root().key(key);
            compiler.found.push(error(translation.file, path, message));
        }
        let place = Place::root(key);
        Some(self.sentence(compiler, &place, english?, frame, of))
    }

    pub(super) fn paragraphs(
        &self,
        compiler: &mut Compiler<'_>,
        place: &Place,
        english: &[Text],
        of: impl Fn(&'a RawTranslation) -> Option<&'a Vec<Text>>,
    ) -> Vec<Sentence> {
        self.same_length(place, english, &of, compiler.found);
        let mut sentences = Vec::new();
        for (at, text) in english.iter().enumerate() {
            let of = |t| of(t).and_then(|list| list.get(at));
            sentences.push(self.sentence(compiler, &place.index(at), text, &PARAGRAPH, of));
        }
        sentences
    }

    pub(super) fn answers(
        &self,
        compiler: &mut Compiler<'_>,
        place: &Place,
        english: &[RawAnswer],
        frame: &Frame,
        of: impl Fn(&'a RawTranslation, &str) -> Option<&'a RawEntryTexts>,
    ) -> IndexMap<String, Answer> {
        let mut answers = IndexMap::new();
        for (at, raw) in english.iter().enumerate() {
            let id = &raw.id.0;
            let line = Line {
                title: &raw.title,
                text: &raw.text,
            };
            let (title, sentence) =
                self.entry(compiler, &place.entry(at, id), &line, frame, |t| of(t, id));
            let evidence = raw.evidence.iter().map(|id| id.0.clone()).collect();
            answers.insert(
                id.clone(),
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
    pub(super) fn entry(
        &self,
        compiler: &mut Compiler<'_>,
        place: &Place,
        line: &Line<'_>,
        frame: &Frame,
        of: impl Fn(&'a RawTranslation) -> Option<&'a RawEntryTexts>,
    ) -> (Texts, Sentence) {
        let title = self.texts(line.title, |t| of(t).map(|texts| &texts.title));
        let place = place.key("text");
        let sentence = self.sentence(compiler, &place, line.text, frame, |t| {
            of(t).map(|texts| &texts.text)
        });
        (title, sentence)
    }

    /// A sentence in every language that has it.
    pub(super) fn sentence(
        &self,
        compiler: &mut Compiler<'_>,
        place: &Place,
        english: &Text,
        frame: &Frame,
        of: impl Fn(&'a RawTranslation) -> Option<&'a Text>,
    ) -> Sentence {
        let mut versions = vec![Version {
            lang: EN,
            file: self.file,
            path: place.english.clone(),
            text: english,
        }];
        for t in self.translations {
            if let Some(text) = of(&t.raw) {
                versions.push(Version {
                    lang: t.lang,
                    file: t.file,
                    path: place.translated.clone(),
                    text,
                });
            }
        }
        compiler.sentence(place.translated.to_string(), &versions, frame)
    }

    fn same_length(
        &self,
        place: &Place,
        english: &[Text],
        of: &impl Fn(&'a RawTranslation) -> Option<&'a Vec<Text>>,
        found: &mut Vec<crate::diagnostic::Diagnostic>,
    ) {
        for translation in self.translations {
            let Some(list) = of(&translation.raw) else {
                continue;
            };
            if list.len() != english.len() {
                let message = msg!("other-length", here = list.len(), there = english.len());
                let path = place.translated.clone();
                found.push(error(translation.file, path, message));
            }
        }
    }
}
