//! What stands in brackets of any kind: where placeholders and notes are left.

use std::ops::Range;

use super::document::Document;
use super::excerpt::Excerpts;

/// Round brackets in round brackets are followed this deep; more is no writing.
const DEPTH: usize = 2;

/// The kind of a pair of brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `( )`
    Round,
    /// `[ ]`
    Square,
    /// `【 】`
    Black,
    /// `{ }`
    Curly,
    /// `< >` around a word.
    Angle,
    /// `>> <<`, `/* */`, `<!-- -->`: what nobody writes in a letter.
    Editor,
}

/// A pair of brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bracket {
    pub(super) shape: Shape,
    /// With the brackets.
    pub(super) range: Range<usize>,
    /// Without them.
    pub(super) inside: Range<usize>,
}

/// The brackets of a text, each a stretch to be looked at by itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bracketed<'b> {
    pub(super) all: &'b [Bracket],
    /// What stands inside each.
    pub(super) excerpts: &'b Excerpts<'b>,
}

/// Finds the brackets of a text.
pub(super) fn all(document: &Document<'_>) -> Vec<Bracket> {
    let paragraphs = document.paragraphs.iter();
    let found =
        paragraphs.flat_map(|paragraph| brackets(document.text(), paragraph.source.clone()));
    found.collect()
}

/// Finds the brackets of a paragraph, in the order of their ends.
fn brackets(text: &str, paragraph: Range<usize>) -> Vec<Bracket> {
    let mut found = Vec::new();
    let part = &text[paragraph.clone()];
    if !part.contains(['(', '（', '[', '［', '【', '{', '｛', '<', '>', '*']) {
        return found;
    }
    let mut open = Open::default();
    for (at, c) in part.char_indices() {
        let at = paragraph.start + at;
        let end = at + c.len_utf8();
        let closed = match c {
            '(' | '（' => {
                open.round.push(at);
                None
            }
            '[' | '［' => open.set(Shape::Square, at),
            '【' => open.set(Shape::Black, at),
            '{' | '｛' => open.set(Shape::Curly, at),
            // "< 4%" opens nothing.
            '<' if text[end..].starts_with(char::is_alphabetic) => open.set(Shape::Angle, at),
            ')' | '）' => {
                let start = open.round.pop();
                start
                    .filter(|_| open.round.len() < DEPTH)
                    .map(|start| (Shape::Round, start))
            }
            ']' | '］' => open.take(Shape::Square),
            '】' => open.take(Shape::Black),
            '}' | '｝' => open.take(Shape::Curly),
            '>' => open.take(Shape::Angle),
            _ => None,
        };
        if let Some((shape, start)) = closed {
            found.push(bracket(text, shape, start..end));
        }
    }
    for (opening, closing) in [(">>", "<<"), ("<<", ">>"), ("/*", "*/"), ("<!--", "-->")] {
        editor(part, paragraph.start, opening, closing, &mut found);
    }
    found
}

/// Where brackets were opened.
#[derive(Default)]
struct Open {
    round: Vec<usize>,
    /// The innermost of each other kind.
    other: [Option<usize>; 4],
}

impl Open {
    fn slot(&mut self, shape: Shape) -> &mut Option<usize> {
        let at = match shape {
            Shape::Square => 0,
            Shape::Black => 1,
            Shape::Curly => 2,
            _ => 3,
        };
        &mut self.other[at]
    }

    fn set(&mut self, shape: Shape, at: usize) -> Option<(Shape, usize)> {
        *self.slot(shape) = Some(at);
        None
    }

    fn take(&mut self, shape: Shape) -> Option<(Shape, usize)> {
        Some((shape, self.slot(shape).take()?))
    }
}

fn bracket(text: &str, shape: Shape, mut range: Range<usize>) -> Bracket {
    let first = text[range.clone()].chars().next().map_or(0, char::len_utf8);
    let last = text[range.clone()]
        .chars()
        .next_back()
        .map_or(0, char::len_utf8);
    let inside = range.start + first..range.end - last;
    // `{{date}}` and `[[date]]` are one bracket.
    let (opening, closing) = match shape {
        Shape::Square => ('[', ']'),
        Shape::Curly => ('{', '}'),
        _ => {
            return Bracket {
                shape,
                range,
                inside,
            };
        }
    };
    if text[..range.start].ends_with(opening) && text[range.end..].starts_with(closing) {
        range = range.start - 1..range.end + 1;
    }
    Bracket {
        shape,
        range,
        inside,
    }
}

fn editor(part: &str, offset: usize, opening: &str, closing: &str, found: &mut Vec<Bracket>) {
    let mut from = 0;
    while let Some(start) = part[from..].find(opening).map(|at| from + at) {
        let inside = start + opening.len();
        let Some(end) = part[inside..].find(closing).map(|at| inside + at) else {
            return;
        };
        from = end + closing.len();
        if part[inside..end].chars().any(char::is_alphanumeric) {
            found.push(Bracket {
                shape: Shape::Editor,
                range: offset + start..offset + from,
                inside: offset + inside..offset + end,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Shape, &str)]) {
        let found = brackets(text, 0..text.len());
        let found: Vec<_> = found
            .iter()
            .map(|bracket| (bracket.shape, &text[bracket.range.clone()]))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn brackets_of_every_kind() {
        check(
            "On {{date}} [name] sent (see (a) there) 【单号】 to <shop name>, < 4% > 3.",
            &[
                (Shape::Curly, "{{date}}"),
                (Shape::Square, "[name]"),
                (Shape::Round, "(a)"),
                (Shape::Round, "(see (a) there)"),
                (Shape::Black, "【单号】"),
                (Shape::Angle, "<shop name>"),
            ],
        );
        check(
            ">> add it here << ok",
            &[(Shape::Editor, ">> add it here <<")],
        );
        check("（小陈：问一下）", &[(Shape::Round, "（小陈：问一下）")]);
    }

    #[test]
    fn strays_do_no_harm() {
        check(
            ":( [ ] a } ( [b]",
            &[(Shape::Square, "[ ]"), (Shape::Square, "[b]")],
        );
        check(") ] } >", &[]);
    }

    #[test]
    fn many_brackets_take_no_time() {
        let text = "(".repeat(200_000) + &")".repeat(200_000);
        assert!(brackets(&text, 0..text.len()).len() <= DEPTH);
    }
}
