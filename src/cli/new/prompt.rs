//! Asks one question at the terminal.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use inquire::autocompletion::{Autocomplete, Replacement};
use inquire::{CustomUserError, InquireError, MultiSelect, Select, Text};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::interview::{Choice, Given, Interview, Kind, Question, Said};
use crate::lang::{Lang, Texts};
use crate::msg;

/// Lines of a menu shown at once.
const PAGE: usize = 10;

/// What came of a question.
pub(super) enum Reply {
    /// Something was answered.
    Answer(Given),
    /// Nothing, for now.
    LeftOpen,
    /// Esc; with what was typed and not sent off.
    Back(Option<String>),
    /// Ctrl-C.
    Leave,
}

/// A line of a menu.
#[derive(Clone)]
pub(super) struct Line {
    /// What an answer names.
    pub(super) id: String,
    /// What is shown; never longer than the terminal is wide.
    pub(super) shown: String,
    /// Everything it can be found by, in small letters.
    pub(super) found_by: String,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// Asks a question in a language, on a terminal so many columns wide.
pub(super) fn ask(
    interview: &Interview<'_>,
    question: &Question,
    lang: Lang,
    columns: usize,
) -> Result<Reply, InquireError> {
    match &question.kind {
        Kind::One(choices) => one(interview, question, choices, lang, columns),
        Kind::Many(choices) => many(interview, question, choices, lang, columns),
        _ => text(interview, question, lang),
    }
}

fn one(
    interview: &Interview<'_>,
    question: &Question,
    choices: &[Choice],
    lang: Lang,
    columns: usize,
) -> Result<Reply, InquireError> {
    let lines = lines(interview, choices, lang, columns.saturating_sub(4));
    // Without an answer the cursor stands on the first line, of languages on the one being spoken.
    let is_start = |line: &Line| question.chosen.contains(&line.id) || line.id == lang.as_str();
    let start = lines.iter().position(is_start).unwrap_or(0);
    let picked = pick(
        &msg!("answer-label").say(lang),
        lines,
        start,
        &msg!("keys-one").say(lang),
    );
    told_apart(picked.map(|line| Reply::Answer(Given::One(line.id))), None)
}

/// Lets one line be chosen.
pub(super) fn pick(
    ask: &str,
    lines: Vec<Line>,
    start: usize,
    keys: &str,
) -> Result<Line, InquireError> {
    Select::new(ask, lines)
        .with_help_message(keys)
        .with_scorer(&score)
        .with_starting_cursor(start)
        .with_page_size(PAGE)
        .prompt()
}

fn many(
    interview: &Interview<'_>,
    question: &Question,
    choices: &[Choice],
    lang: Lang,
    columns: usize,
) -> Result<Reply, InquireError> {
    let lines = lines(interview, choices, lang, columns.saturating_sub(8));
    let is_chosen = |at: &usize| question.chosen.contains(&lines[*at].id);
    let chosen: Vec<usize> = (0..lines.len()).filter(is_chosen).collect();
    let picked = MultiSelect::new(&msg!("answer-label").say(lang), lines)
        .with_help_message(&msg!("keys-many").say(lang))
        .with_scorer(&score)
        .with_default(&chosen)
        .with_page_size(PAGE)
        .prompt();
    let picked = picked.map(|picked| {
        if picked.is_empty() {
            return Reply::LeftOpen;
        }
        Reply::Answer(Given::Many(
            picked.into_iter().map(|line| line.id).collect(),
        ))
    });
    told_apart(picked, None)
}

fn text(interview: &Interview<'_>, question: &Question, lang: Lang) -> Result<Reply, InquireError> {
    let label = match question.kind {
        Kind::Words(of) => {
            let name = interview
                .catalogue
                .languages
                .get(&of)
                .map_or("", |l| l.name.as_str());
            msg!("answer-label-in", lang = name)
        }
        _ => msg!("answer-label"),
    };
    let keys = if question.required {
        msg!("keys-text")
    } else {
        msg!("keys-text-open")
    };
    let initial = question.text.as_deref().unwrap_or_default();
    let kept = Rc::new(RefCell::new(initial.to_owned()));
    let picked = Text::new(&label.say(lang))
        .with_initial_value(initial)
        .with_help_message(&keys.say(lang))
        .with_autocomplete(Keep(kept.clone()))
        .prompt();
    let picked = picked.map(|text| {
        if text.trim().is_empty() {
            Reply::LeftOpen
        } else {
            Reply::Answer(Given::Text(text))
        }
    });
    let kept = kept.borrow().clone();
    told_apart(picked, Some(kept))
}

/// Tells Esc from Ctrl-C.
fn told_apart(
    picked: Result<Reply, InquireError>,
    typed: Option<String>,
) -> Result<Reply, InquireError> {
    match picked {
        Err(InquireError::OperationCanceled) => Ok(Reply::Back(typed)),
        Err(InquireError::OperationInterrupted) => Ok(Reply::Leave),
        other => other,
    }
}

/// The lines of a menu; each can be found by its words in every language.
fn lines(interview: &Interview<'_>, choices: &[Choice], lang: Lang, columns: usize) -> Vec<Line> {
    let line = |choice: &Choice| {
        let title = choice.title.say(lang);
        let shown = match &choice.group {
            Some(group) => format!("{} › {title}", group.say(lang)),
            None => title,
        };
        let mut found_by = vec![choice.id.clone(), shown.clone()];
        for said in [Some(&choice.title), choice.group.as_ref()]
            .into_iter()
            .flatten()
        {
            if let Said::Texts(Texts(texts)) = said {
                found_by.extend(texts.values().cloned());
            }
        }
        if let Some(marketplace) = interview.contacts.get(&choice.id) {
            found_by.extend(marketplace.names().map(str::to_owned));
        }
        Line {
            id: choice.id.clone(),
            shown: cut(&shown, columns),
            found_by: found_by.join(" ").to_lowercase(),
        }
    };
    choices.iter().map(line).collect()
}

/// Cuts a text to a width; a menu line must not wrap.
pub(super) fn cut(text: &str, columns: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.width() <= columns {
        return text;
    }
    let mut width = 1;
    let mut cut = String::new();
    for c in text.chars() {
        width += c.width().unwrap_or(0);
        if width > columns {
            break;
        }
        cut.push(c);
    }
    cut.push('…');
    cut
}

/// A line is found by every word typed.
fn score(typed: &str, line: &Line, _: &str, at: usize) -> Option<i64> {
    let typed = typed.to_lowercase();
    let found = typed
        .split_whitespace()
        .all(|word| line.found_by.contains(word));
    // Lines keep their order.
    found.then(|| -i64::try_from(at).unwrap_or(i64::MAX))
}

/// Keeps what is being typed, so that it is there again after Esc.
#[derive(Clone)]
struct Keep(Rc<RefCell<String>>);

impl Autocomplete for Keep {
    fn get_suggestions(&mut self, input: &str) -> Result<Vec<String>, CustomUserError> {
        input.clone_into(&mut self.0.borrow_mut());
        Ok(Vec::new())
    }

    fn get_completion(
        &mut self,
        _: &str,
        _: Option<String>,
    ) -> Result<Replacement, CustomUserError> {
        Ok(Replacement::None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menu_lines_do_not_wrap() {
        assert_eq!(
            cut("周末订单积压到周一才处理", 24),
            "周末订单积压到周一才处理"
        );
        assert_eq!(cut("周末订单积压到周一才处理", 11), "周末订单积…");
        assert_eq!(cut("a  b\nc", 10), "a b c");
    }

    #[test]
    fn a_line_is_found_in_any_language() {
        let line = Line {
            id: "late-shipment".into(),
            shown: "迟发率超过目标".into(),
            found_by: "late-shipment 迟发率超过目标 late shipment rate above target".into(),
        };
        assert!(score("迟发", &line, "", 0).is_some());
        assert!(score("Late rate", &line, "", 0).is_some());
        assert!(score("refund", &line, "", 0).is_none());
    }
}
