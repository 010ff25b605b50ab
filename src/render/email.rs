//! The e-mail: header lines, an empty line, the body in the letter language.

use crate::letter::{Letter, Part, Side, plain};
use crate::render::text::{ascii_punctuation, block, of, one_line, wrap};

pub(super) fn render(letter: &Letter) -> String {
    let mut lines: Vec<String> = Vec::new();
    if let Some(address) = &letter.address {
        lines.push(format!("To: {address}"));
    }
    let subject = one_line(&ascii(letter, &letter.subject.letter));
    lines.push(format!("Subject: {subject}"));
    lines.push(String::new());
    let draft = (!letter.is_complete()).then(|| wrap(&letter.phrases.letter.draft, "*** ", "*** "));
    if let Some(draft) = &draft {
        lines.extend([draft.clone(), String::new()]);
    }
    lines.push(ascii(letter, &letter.salutation.letter));
    for section in &letter.sections {
        if section.part == Part::Request {
            evidence(letter, &mut lines);
        }
        if let Some(heading) = &section.heading {
            lines.extend([String::new(), ascii(letter, &heading.on(Side::Letter))]);
        }
        for entry in &section.blocks {
            lines.extend([String::new(), block(letter, entry)]);
        }
    }
    lines.push(String::new());
    for (at, line) in letter.signature.iter().enumerate() {
        lines.push(one_line(&of(letter, &line.letter)));
        if at == 0 {
            lines.push(String::new());
        }
    }
    if let Some(draft) = draft {
        lines.extend([String::new(), draft]);
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

fn evidence(letter: &Letter, lines: &mut Vec<String>) {
    if letter.evidence.is_empty() {
        return;
    }
    lines.extend([
        String::new(),
        ascii(letter, &letter.evidence_heading.on(Side::Letter)),
        String::new(),
    ]);
    for document in &letter.evidence {
        let cjk = letter.tags.letter.cjk;
        let (colon, open, close) = if cjk {
            ("：", "（", "）")
        } else {
            (": ", " (", ")")
        };
        let text = format!(
            "{}{colon}{}{open}{}{close}",
            plain(&document.title.letter),
            plain(&document.shows.letter).trim_end_matches(['.', '。']),
            plain(&document.file.letter)
        );
        let first = format!("{:<5}", format!("{}.", document.number));
        lines.push(wrap(&ascii(letter, &text), &first, "     "));
    }
}

fn ascii(letter: &Letter, text: &str) -> String {
    if letter.tags.letter.cjk {
        text.to_owned()
    } else {
        ascii_punctuation(text)
    }
}
