//! The e-mail: header lines, an empty line, the body in the letter language.

use crate::letter::{Letter, Part, Side, plain};
use crate::render::columns;
use crate::render::text::{COLUMNS, block, of, one_line, typed, wrap};

pub(super) fn render(letter: &Letter) -> String {
    let head = letter
        .address
        .as_ref()
        .map_or(String::new(), |address| format!("To: {address}\n"));
    let subject = one_line(&typed(letter, Side::Letter, &letter.subject.letter));
    format!(
        "{head}Subject: {subject}\n\n{}",
        body(letter, Side::Letter, COLUMNS)
    )
}

/// The letter as text in one of its languages.
pub(super) fn body(letter: &Letter, side: Side, columns: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    let banner = || wrap(&letter.phrases.get(side).draft, columns, "*** ", "*** ");
    if !letter.is_complete() {
        lines.extend([banner(), String::new()]);
    }
    lines.push(of(letter, side, letter.salutation.get(side)));
    for section in &letter.sections {
        if section.part == Part::Request {
            invoices(letter, side, columns, &mut lines);
            evidence(letter, side, columns, &mut lines);
        }
        if let Some(heading) = &section.heading {
            lines.extend([String::new(), typed(letter, side, &heading.on(side))]);
        }
        for entry in &section.blocks {
            lines.extend([String::new(), block(letter, side, columns, entry)]);
        }
    }
    lines.push(String::new());
    for (at, line) in letter.signature.iter().enumerate() {
        lines.push(one_line(&of(letter, side, line.get(side))));
        if at == 0 {
            lines.push(String::new());
        }
    }
    if !letter.is_complete() {
        lines.extend([String::new(), banner()]);
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

fn invoices(letter: &Letter, side: Side, columns: usize, lines: &mut Vec<String>) {
    let Some(invoices) = &letter.invoices else {
        return;
    };
    lines.extend([
        String::new(),
        typed(letter, side, &invoices.heading.on(side)),
    ]);
    for table in &invoices.tables {
        let names = table.columns.iter();
        let names: Vec<String> = names.map(|n| typed(letter, side, n.get(side))).collect();
        let row = |cells: &Vec<crate::letter::Both<Vec<crate::letter::Inline>>>| {
            let cells = cells.iter();
            cells
                .map(|cell| one_line(&of(letter, side, cell.get(side))))
                .collect()
        };
        let rows: Vec<Vec<String>> = table.rows.iter().map(row).collect();
        lines.push(String::new());
        lines.extend(columns::lines(&names, &rows, columns));
    }
}

fn evidence(letter: &Letter, side: Side, columns: usize, lines: &mut Vec<String>) {
    let Some(heading) = &letter.evidence_heading else {
        return;
    };
    let heading = typed(letter, side, &heading.on(side));
    lines.extend([String::new(), heading, String::new()]);
    let cjk = letter.tags.get(side).cjk;
    let (colon, open, close) = if cjk {
        ("：", "（", "）")
    } else {
        (": ", " (", ")")
    };
    for document in &letter.evidence {
        let text = format!(
            "{}{colon}{}{open}{}{close}",
            plain(document.title.get(side)),
            plain(document.shows.get(side)).trim_end_matches(['.', '。']),
            plain(document.file.get(side))
        );
        let first = format!("{:<5}", format!("{}.", document.number));
        lines.push(wrap(&typed(letter, side, &text), columns, &first, "     "));
    }
}
