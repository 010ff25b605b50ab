//! A message: plain text for a form or a message box, paragraph by paragraph.
//!
//! Boxes wrap by themselves, so a paragraph is one line in what is sent.

use crate::letter::{Letter, Part, Side, plain};
use crate::render::text::{number, of, one_line, typed, wrap};

/// The message in one of its languages; wrapped where it is shown on so many columns.
pub(super) fn render(letter: &Letter, side: Side, columns: Option<usize>) -> String {
    let fold = |text: &str| match columns {
        Some(columns) => wrap(text, columns, "", ""),
        None => text.to_owned(),
    };
    let mut paragraphs: Vec<String> = Vec::new();
    let banner = || format!("*** {}", letter.phrases.get(side).draft);
    if !letter.is_complete() {
        paragraphs.push(fold(&banner()));
    }
    let salutation = of(letter, side, letter.salutation.get(side));
    paragraphs.extend((!salutation.is_empty()).then(|| fold(&salutation)));
    for section in &letter.sections {
        if section.part == Part::Request {
            paragraphs.extend(attachments(letter, side, &fold));
        }
        let mut in_list = false;
        for block in &section.blocks {
            let text = of(letter, side, block.text.get(side));
            let Some(label) = &block.label else {
                paragraphs.push(fold(&text));
                in_list = false;
                continue;
            };
            // The items of a list stand close together.
            let item = fold(&format!("{} {text}", number(label)));
            match paragraphs.last_mut().filter(|_| in_list) {
                Some(list) => list.extend(["\n", item.as_str()]),
                None => paragraphs.push(item),
            }
            in_list = true;
        }
    }
    let signature = letter.signature.iter();
    let signature: Vec<String> = signature
        .map(|line| one_line(&of(letter, side, line.get(side))))
        .collect();
    paragraphs.extend((!signature.is_empty()).then(|| signature.join("\n")));
    if !letter.is_complete() {
        paragraphs.push(fold(&banner()));
    }
    paragraphs.join("\n\n") + "\n"
}

/// What comes with the message, a document a line, by the numbers the paragraphs name.
fn attachments(letter: &Letter, side: Side, fold: &impl Fn(&str) -> String) -> Option<String> {
    let heading = letter.evidence_heading.as_ref()?;
    let (colon, open, close) = if letter.tags.get(side).cjk {
        ("：", "（", "）")
    } else {
        (":", " (", ")")
    };
    let mut lines = vec![format!("{}{colon}", heading.words.get(side))];
    for document in &letter.evidence {
        let title = plain(document.title.get(side));
        let file = plain(document.file.get(side));
        let line = format!("{}. {title}{open}{file}{close}", document.number);
        lines.push(fold(&typed(letter, side, &line)));
    }
    Some(lines.join("\n"))
}

/// Words of what is sent; in Chinese every character is one.
pub(super) fn words(letter: &Letter) -> usize {
    let text = render(letter, Side::Letter, None);
    let cjk = text.chars().filter(|c| crate::lang::is_cjk(*c)).count();
    let apart: String = text
        .chars()
        .map(|c| if crate::lang::is_cjk(c) { ' ' } else { c })
        .collect();
    let has_letters = |word: &&str| word.chars().any(char::is_alphanumeric);
    cjk + apart.split_whitespace().filter(has_letters).count()
}
