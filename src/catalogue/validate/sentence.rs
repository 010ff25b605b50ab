//! Checks the sentences of a type: what each may name, must name, and that the
//! languages name the same.

use indexmap::{IndexMap, IndexSet};

use super::error;
use crate::catalogue::{Fact, Sentence, Sentences, Shape};
use crate::diagnostic::{Diagnostic, KeyPath};
use crate::lang::{EN, Lang, Texts};
use crate::msg;
use crate::source::{SourceFile, Text};

/// What a sentence may and must name.
pub(super) struct Frame {
    /// Names beside the facts and the built-in ones.
    also: &'static [&'static str],
    /// Names it must have.
    must: &'static [&'static str],
    /// Whether it may name a fact that need not be given.
    optional: bool,
    /// Whether a sentence of it may do without any fact.
    bare: bool,
}

pub(super) const PARAGRAPH: Frame = Frame {
    also: &[],
    must: &[],
    optional: true,
    bare: false,
};
pub(super) const CAUSE: Frame = Frame {
    also: &[],
    must: &[],
    optional: false,
    bare: false,
};
pub(super) const STATEMENT: Frame = CAUSE;
/// A line of politeness around a message.
pub(super) const LINE: Frame = Frame {
    also: &[],
    must: &[],
    optional: false,
    bare: true,
};
pub(super) const ACTION: Frame = Frame {
    also: &["done-on"],
    must: &["done-on"],
    optional: false,
    bare: false,
};
pub(super) const MEASURE: Frame = Frame {
    also: &["since", "owner", "rhythm"],
    must: &["since", "owner"],
    optional: false,
    bare: false,
};

/// A sentence in one language and where it stands.
pub(super) struct Version<'a> {
    pub(super) lang: Lang,
    pub(super) file: &'a SourceFile,
    pub(super) path: KeyPath,
    pub(super) text: &'a Text,
}

/// Compiles the sentences of a type.
pub(super) struct Compiler<'a> {
    pub(super) facts: &'a IndexMap<String, Fact>,
    /// What may be named beside them.
    pub(super) built_in: &'a [&'static str],
    pub(super) has_target: bool,
    /// Whether a sentence may do without any fact: to a buyer politeness is allowed.
    pub(super) bare: bool,
    pub(super) sentences: IndexMap<Lang, Sentences>,
    /// Every fact a sentence names.
    pub(super) used: IndexSet<String>,
    pub(super) found: &'a mut Vec<Diagnostic>,
}

impl Compiler<'_> {
    /// Compiles a sentence in all its languages, the English one first.
    pub(super) fn sentence(
        &mut self,
        name: String,
        versions: &[Version<'_>],
        frame: &Frame,
    ) -> Sentence {
        let mut texts = Texts::default();
        let mut english = Shape::default();
        for version in versions {
            texts.0.insert(version.lang, version.text.0.clone());
            let shape = self.compile(&name, version, frame);
            if version.lang == EN {
                english = shape;
                continue;
            }
            let mut fault = |message| {
                self.found
                    .push(error(version.file, version.path.clone(), message));
            };
            for id in english
                .variables
                .iter()
                .filter(|v| !shape.variables.contains(v))
            {
                fault(msg!("variable-missing", id = id));
            }
            for id in shape
                .variables
                .iter()
                .filter(|v| !english.variables.contains(v))
            {
                fault(msg!("variable-added", id = id));
            }
        }
        let mut variables = english.variables;
        for id in english.counted {
            if !variables.contains(&id) {
                variables.push(id);
            }
        }
        self.used.extend(variables.iter().cloned());
        Sentence {
            name,
            variables,
            texts,
        }
    }

    fn compile(&mut self, name: &str, version: &Version<'_>, frame: &Frame) -> Shape {
        let Some(sentences) = self.sentences.get_mut(&version.lang) else {
            return Shape::default();
        };
        let mut fault = |message| {
            self.found
                .push(error(version.file, version.path.clone(), message));
        };
        let shape = match sentences.add(name, &version.text.0) {
            Ok(shape) => shape,
            Err(message) => {
                let wrong = error(version.file, version.path.clone(), message);
                self.found.push(wrong.help(msg!("template-help")));
                return Shape::default();
            }
        };
        for id in shape.variables.iter().chain(&shape.counted) {
            let built_in =
                self.built_in.contains(&id.as_str()) && (id != "target" || self.has_target);
            match self.facts.get(id) {
                Some(fact) if fact.optional && !frame.optional => {
                    fault(msg!("optional-in-entry", id = id));
                }
                Some(_) => {}
                None if built_in || frame.also.contains(&id.as_str()) => {}
                None => fault(msg!("unknown-variable", id = id)),
            }
        }
        for id in &shape.counted {
            let list = ["notice-asins", "notice-orders"].contains(&id.as_str())
                && self.built_in.contains(&id.as_str());
            if !list && self.facts.get(id).is_none_or(|fact| !fact.kind.counts()) {
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
        let bare = if frame.bare || self.bare {
            Vec::new()
        } else {
            bare_sentences(&version.text.0)
        };
        for sentence in bare {
            fault(msg!("sentence-without-fact", sentence = sentence));
        }
        shape
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
        let behind = chars.peek();
        let western =
            matches!(c, '.' | '?' | '!') && behind.is_none_or(|next| next.is_whitespace());
        let ends = !braces && (western || matches!(c, '。' | '！' | '？'));
        if ends || behind.is_none() {
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
}
