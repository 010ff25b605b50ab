//! Catalogue sentences with the seller's facts in them.
//!
//! A sentence may name a fact, `{{late-rate}}`, and choose a form by a number,
//! `{{plural late-orders "order" "orders"}}`; nothing else. That is checked
//! when the catalogue is loaded, for Handlebars' own strict mode comes too late.
//! Handlebars compiles a sentence when it is first filled: a letter uses a
//! tenth of those its type has.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use handlebars::{
    Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderError,
    RenderErrorReason,
};
use serde_json::Value as Json;

use crate::lang::Formats;
use crate::message::Message;
use crate::msg;

/// What a fact's value is wrapped in while a sentence is put together, so that it can be told from
/// the words around it. No text of a file holds these characters (see `source::forbidden_character`).
pub const OPEN: char = '\u{E000}';
/// Stands between the name and the value.
pub const MIDDLE: char = '\u{E001}';
/// Stands behind the value.
pub const CLOSE: char = '\u{E002}';
/// Put before a fact's name, it names the number behind the fact.
const NUMBER: &str = "#";

/// The sentences of one appeal type in one language.
pub struct Sentences {
    texts: HashMap<String, String>,
    compiled: RwLock<Handlebars<'static>>,
}

/// The values a sentence is filled with.
#[derive(Debug, Clone)]
pub struct Values {
    context: Context,
}

impl Default for Values {
    fn default() -> Self {
        Self {
            context: Context::from(Json::Object(serde_json::Map::new())),
        }
    }
}

impl Values {
    /// Sets the words of a fact, and the number plural forms go by.
    pub fn set(&mut self, name: &str, words: &str, number: Option<String>) {
        let mut wrapped = String::with_capacity(name.len() + words.len() + 9);
        wrapped.extend([OPEN]);
        wrapped.push_str(name);
        wrapped.extend([MIDDLE]);
        wrapped.push_str(words);
        wrapped.extend([CLOSE]);
        let Json::Object(map) = self.context.data_mut() else {
            return;
        };
        map.insert(name.to_owned(), Json::String(wrapped));
        if let Some(number) = number {
            map.insert(format!("{NUMBER}{name}"), Json::String(number));
        }
    }
}

/// What stands in a sentence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shape {
    /// Names of the facts, each once, in order.
    pub variables: Vec<String>,
    /// Facts a plural form is chosen by.
    pub counted: Vec<String>,
}

impl Sentences {
    /// Starts without sentences.
    pub fn new(formats: Arc<Formats>) -> Self {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.register_escape_fn(handlebars::no_escape);
        let plural = move |helper: &Helper<'_>,
                           _: &Handlebars<'_>,
                           context: &Context,
                           _: &mut RenderContext<'_, '_>,
                           out: &mut dyn Output|
              -> HelperResult { choose(&formats, helper, context, out) };
        registry.register_helper("plural", Box::new(plural));
        Self {
            texts: HashMap::new(),
            compiled: RwLock::new(registry),
        }
    }

    /// Adds a sentence under a name, or says what is wrong with it.
    pub fn add(&mut self, name: &str, text: &str) -> Result<Shape, Message> {
        let shape = shape(text)?;
        self.texts.insert(name.to_owned(), text.to_owned());
        Ok(shape)
    }

    /// Fills a sentence; every fact of it has to be among the values.
    pub fn fill(&self, name: &str, values: &Values) -> Result<String, RenderError> {
        {
            // A thread that panicked here left the registry as it was.
            let compiled = self.compiled.read().unwrap_or_else(PoisonError::into_inner);
            if compiled.has_template(name) {
                return compiled.render_with_context(name, &values.context);
            }
        }
        let text = self.texts.get(name);
        let text = text.ok_or_else(|| RenderErrorReason::TemplateNotFound(name.to_owned()))?;
        let mut compiled = self
            .compiled
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        compiled
            .register_template_string(name, text)
            .map_err(RenderErrorReason::from)?;
        compiled.render_with_context(name, &values.context)
    }
}

impl std::fmt::Debug for Sentences {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.texts.keys()).finish()
    }
}

fn choose(
    formats: &Formats,
    helper: &Helper<'_>,
    context: &Context,
    out: &mut dyn Output,
) -> HelperResult {
    let missing = || RenderErrorReason::ParamNotFoundForIndex("plural", 0);
    let name = helper
        .param(0)
        .and_then(|p| p.relative_path())
        .ok_or_else(missing)?;
    let number = context
        .data()
        .get(format!("{NUMBER}{name}"))
        .and_then(Json::as_str);
    let number = number.and_then(|n| n.parse().ok()).ok_or_else(missing)?;
    let forms: Vec<&str> = helper
        .params()
        .iter()
        .skip(1)
        .filter_map(|form| form.value().as_str())
        .collect();
    out.write(formats.plural(&number, &forms))?;
    Ok(())
}

/// Reads which facts a sentence names; anything else in braces is refused.
pub(super) fn shape(text: &str) -> Result<Shape, Message> {
    let mut shape = Shape::default();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("{{") {
        let unclosed = || msg!("template-syntax", column = column(text, behind));
        let (inside, after) = behind.split_once("}}").ok_or_else(unclosed)?;
        if inside.trim().is_empty() {
            return Err(unclosed());
        }
        if before.ends_with('\\') || before.ends_with('{') || after.starts_with('}') {
            return Err(msg!("template-other"));
        }
        match inside.strip_prefix("plural ") {
            Some(arguments) => push(&mut shape.counted, plural(arguments)?),
            None if is_name(inside) => push(&mut shape.variables, inside),
            None => return Err(msg!("template-other")),
        }
        rest = after;
    }
    Ok(shape)
}

/// Reads `late-orders "order" "orders"` and returns the fact.
fn plural(arguments: &str) -> Result<&str, Message> {
    let wrong = || msg!("template-plural");
    let (fact, forms) = arguments.trim().split_once(' ').ok_or_else(wrong)?;
    let mut quoted = forms.trim().split('"');
    // Outside the quotes there are only blanks: the pieces take turns.
    let outside = quoted
        .clone()
        .step_by(2)
        .all(|piece| piece.trim().is_empty());
    let pieces = quoted.by_ref().count();
    let whole = pieces >= 3 && pieces % 2 == 1 && !forms.contains('\\');
    if is_name(fact) && outside && whole {
        Ok(fact)
    } else {
        Err(wrong())
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Where a piece of a text begins, in characters from 1.
fn column(text: &str, piece: &str) -> usize {
    let at = piece.as_ptr() as usize - text.as_ptr() as usize;
    1 + text[..at].chars().count()
}

fn push(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::RawFormats;

    fn sentences() -> Sentences {
        let formats = Formats::new(RawFormats {
            locale: "en-GB".into(),
            cjk: false,
            date: "%-d %B %Y".into(),
            time: "%H:%M".into(),
            percent: "{number}%".into(),
            money: "{currency} {amount}".into(),
            currencies: indexmap::IndexMap::new(),
            list: None,
            space: " ".into(),
        });
        Sentences::new(formats.unwrap().into())
    }

    #[test]
    fn facts_are_wrapped_and_plurals_chosen() {
        let mut sentences = sentences();
        let text = "{{late-orders}} {{plural late-orders \"order\" \"orders\"}} <&> \"x\"";
        let shape = sentences.add("a", text).unwrap();
        assert_eq!(shape.variables, ["late-orders"]);
        assert_eq!(shape.counted, ["late-orders"]);
        let mut values = Values::default();
        values.set("late-orders", "1", Some("1".into()));
        let one = sentences.fill("a", &values).unwrap();
        assert_eq!(
            one,
            format!("{OPEN}late-orders{MIDDLE}1{CLOSE} order <&> \"x\"")
        );
        values.set("late-orders", "{{x}}", Some("7".into()));
        let many = sentences.fill("a", &values).unwrap();
        assert_eq!(
            many,
            format!("{OPEN}late-orders{MIDDLE}{{{{x}}}}{CLOSE} orders <&> \"x\"")
        );
        assert!(sentences.fill("a", &Values::default()).is_err());
    }

    #[test]
    fn only_facts_and_plurals_are_allowed() {
        let mut sentences = sentences();
        for (text, key) in [
            ("{{#if x}}a{{/if}}", "template-other"),
            ("{{> x}}", "template-other"),
            ("{{lookup x 1}}", "template-other"),
            ("{{plural x}}", "template-plural"),
            ("{{plural \"x\" \"y\"}}", "template-plural"),
            ("{{plural x \"y\" z}}", "template-plural"),
            ("{{plural x \"y}}", "template-plural"),
            ("{{{x}}}", "template-other"),
            ("\\\\{{x}}", "template-other"),
            ("{{x y}}", "template-other"),
            ("{{ x }}", "template-other"),
            ("{{! x}}", "template-other"),
            ("{{x", "template-syntax"),
            ("{{}}", "template-syntax"),
        ] {
            assert_eq!(
                sentences.add("a", text).map_err(|m| m.key()),
                Err(key),
                "{text}"
            );
        }
    }
}
