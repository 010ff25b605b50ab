//! The three boxes of Amazon's appeal form, each with its length.
//!
//! Amazon states no limit that could be verified, so the length is shown and
//! nothing is cut.

use crate::letter::{Letter, Part, Side};
use crate::render::text::{COLUMNS, number, of, wrap};

pub(super) fn render(letter: &Letter) -> String {
    let phrases = &letter.phrases.letter;
    let rule = "-".repeat(24);
    let mut pieces: Vec<String> = Vec::new();
    if !letter.is_complete() {
        pieces.push(wrap(&phrases.draft, COLUMNS, "*** ", "*** ") + "\n");
    }
    let parts = [Part::RootCauses, Part::Actions, Part::Measures];
    for (at, (name, part)) in phrases.form.iter().zip(parts).enumerate() {
        let content = content(letter, part);
        let length = content.chars().count().to_string();
        let length = phrases.form_length.replace("{{count}}", &length);
        let head = format!("[{}] {name} ({length})", at + 1);
        pieces.push(format!("{head}\n{rule}\n{content}\n{rule}\n"));
    }
    pieces.join("\n")
}

/// What goes into a box: an entry a line, so that the form's own wrapping applies.
fn content(letter: &Letter, part: Part) -> String {
    let blocks = letter
        .section(part)
        .map_or(&[][..], |section| section.blocks.as_slice());
    let line = |block: &crate::letter::Block| {
        let text = of(letter, Side::Letter, &block.text.letter);
        match &block.label {
            Some(label) => format!("{} {text}", number(label)),
            None => text,
        }
    };
    blocks.iter().map(line).collect::<Vec<_>>().join("\n")
}
