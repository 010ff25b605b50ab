//! The three boxes of Amazon's appeal form, each with its length.
//!
//! Amazon states no limit that could be verified, so the length is shown and
//! nothing is cut. What a seller states goes before the root causes, each
//! section under its heading.

use crate::letter::{Letter, Part, Section, Side};
use crate::render::text::{COLUMNS, number, of, typed, wrap};

pub(super) fn render(letter: &Letter) -> String {
    let phrases = &letter.phrases.letter;
    let rule = "-".repeat(24);
    let mut pieces: Vec<String> = Vec::new();
    if !letter.is_complete() {
        pieces.push(wrap(&phrases.draft, COLUMNS, "*** ", "*** ") + "\n");
    }
    let boxes: [&[Part]; 3] = [
        &[Part::Statements, Part::RootCauses],
        &[Part::Actions],
        &[Part::Measures],
    ];
    for (at, (name, parts)) in phrases.form.iter().zip(boxes).enumerate() {
        let content = content(letter, parts);
        let length = content.chars().count().to_string();
        let length = phrases.form_length.replace("{{count}}", &length);
        let head = format!("[{}] {name} ({length})", at + 1);
        pieces.push(format!("{head}\n{rule}\n{content}\n{rule}\n"));
    }
    pieces.join("\n")
}

/// What goes into a box. Several sections keep their headings, so that numbers stay clear.
fn content(letter: &Letter, parts: &[Part]) -> String {
    let sections = letter.sections.iter();
    let sections: Vec<&Section> = sections.filter(|s| parts.contains(&s.part)).collect();
    let stated = sections.iter().any(|s| s.part == Part::Statements);
    let text = |section: &&Section| {
        let heading = section.heading.as_ref().filter(|_| stated);
        let heading = heading.map(|h| typed(letter, Side::Letter, &h.on(Side::Letter)));
        let lines = heading.into_iter().chain(entries(letter, section));
        lines.collect::<Vec<_>>().join("\n")
    };
    sections.iter().map(text).collect::<Vec<_>>().join("\n\n")
}

/// An entry a line, so that the form's own wrapping applies.
fn entries(letter: &Letter, section: &Section) -> Vec<String> {
    let line = |block: &crate::letter::Block| {
        let text = of(letter, Side::Letter, &block.text.letter);
        match &block.label {
            Some(label) => format!("{} {text}", number(label)),
            None => text,
        }
    };
    section.blocks.iter().map(line).collect()
}
