//! Runs of text, facts told apart from the words around them.

use crate::catalogue::{CLOSE, MIDDLE, OPEN};
use crate::lang::is_cjk;

/// Stands before the name of what is missing, in place of a fact's words.
pub(super) const GAP: char = '\u{E003}';

/// A run of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// A fact of the seller's.
    Fact {
        /// Its id.
        id: String,
        /// Its value in the language.
        text: String,
    },
    /// What is missing, in the language.
    Gap(String),
}

/// Returns the text of runs; gaps stand in it as they are worded.
pub fn plain(inlines: &[Inline]) -> String {
    let text = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Fact { text, .. } | Inline::Gap(text) => text.clone(),
    };
    inlines.iter().map(text).collect()
}

/// Takes a filled sentence apart; `missing` words a gap.
pub(super) fn parse(filled: &str, missing: impl Fn(&str) -> String) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let mut rest = filled;
    while let Some((before, opened)) = rest.split_once(OPEN) {
        push_text(&mut inlines, before);
        let Some((id, after)) = opened.split_once(MIDDLE) else {
            break;
        };
        let Some((value, after)) = after.split_once(CLOSE) else {
            break;
        };
        inlines.push(match value.strip_prefix(GAP) {
            Some(what) => Inline::Gap(missing(what)),
            None => Inline::Fact {
                id: id.to_owned(),
                text: value.to_owned(),
            },
        });
        rest = after;
    }
    push_text(&mut inlines, rest);
    inlines
}

/// Takes off the space house style puts around Latin letters and digits where a value turns out to
/// be Chinese.
pub(super) fn close_up(inlines: &mut [Inline]) {
    for at in 1..inlines.len() {
        let (before, after) = inlines.split_at_mut(at);
        match (&mut before[at - 1], &mut after[0]) {
            (Inline::Text(words), Inline::Fact { text, .. }) => {
                let meets = words.trim_end().ends_with(is_cjk) && text.starts_with(is_cjk);
                if meets && words.ends_with(' ') {
                    words.pop();
                }
            }
            (Inline::Fact { text, .. }, Inline::Text(words)) => {
                let meets = text.ends_with(is_cjk) && words.trim_start().starts_with(is_cjk);
                if meets && words.starts_with(' ') {
                    words.remove(0);
                }
            }
            _ => {}
        }
    }
}

fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    // "… Trading Co., Ltd." at the end of a sentence brings its own full stop.
    let ended = matches!(inlines.last(), Some(Inline::Fact { text, .. }) if text.ends_with('.'));
    let text = text.strip_prefix('.').filter(|_| ended).unwrap_or(text);
    if !text.is_empty() {
        inlines.push(Inline::Text(text.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_and_gaps_are_told_apart() {
        let filled = format!(
            "On {OPEN}done-on{MIDDLE}5 May{CLOSE} we did {OPEN}n{MIDDLE}{GAP}units{CLOSE}."
        );
        let inlines = parse(&filled, |what| format!("[MISSING: {what}]"));
        assert_eq!(
            inlines,
            [
                Inline::Text("On ".into()),
                Inline::Fact {
                    id: "done-on".into(),
                    text: "5 May".into()
                },
                Inline::Text(" we did ".into()),
                Inline::Gap("[MISSING: units]".into()),
                Inline::Text(".".into()),
            ]
        );
        let ltd =
            format!("by {OPEN}a{MIDDLE}X Ltd.{CLOSE}. Then {OPEN}a{MIDDLE}X Ltd.{CLOSE} did.");
        assert_eq!(
            plain(&parse(&ltd, str::to_owned)),
            "by X Ltd. Then X Ltd. did."
        );
        assert_eq!(plain(&inlines), "On 5 May we did [MISSING: units].");
    }
}
