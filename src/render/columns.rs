//! A table as plain text: columns of equal width, cells folded where the line is
//! too short for them.

use textwrap::core::display_width;
use textwrap::{Options, WordSeparator, WordSplitter};

use crate::lang::is_cjk;

/// Blanks between two columns.
const GAP: usize = 2;
/// No column gets narrower.
const NARROWEST: usize = 8;

/// Lines of a table so many columns wide: the names, a rule, the rows.
pub(super) fn lines(names: &[String], rows: &[Vec<String>], columns: usize) -> Vec<String> {
    let widths = widths(names, rows, columns);
    let mut lines = folded(names, &widths);
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    lines.push(rule.join(&" ".repeat(GAP)));
    for row in rows {
        lines.extend(folded(row, &widths));
    }
    lines
}

/// As wide as the widest cell; while that is too much, the widest column gives way.
fn widths(names: &[String], rows: &[Vec<String>], columns: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = names.iter().map(|name| display_width(name)).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(display_width(cell));
        }
    }
    let room = columns.saturating_sub(GAP * names.len().saturating_sub(1));
    loop {
        let over = widths.iter().sum::<usize>().saturating_sub(room);
        let widest = widths.iter_mut().max();
        match widest {
            Some(width) if over > 0 && *width > NARROWEST => {
                *width = width
                    .saturating_sub(over.min(*width / 4 + 1))
                    .max(NARROWEST);
            }
            _ => return widths,
        }
    }
}

/// The lines of a row.
fn folded(cells: &[String], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| fold(cell, *width))
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(widths) {
            let text = cell.get(at).map_or("", String::as_str);
            line.push_str(text);
            let blanks = width.saturating_sub(display_width(text)) + GAP;
            line.push_str(&" ".repeat(blanks));
        }
        line.trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

fn fold(cell: &str, width: usize) -> Vec<String> {
    let separator = if cell.chars().any(is_cjk) {
        WordSeparator::UnicodeBreakProperties
    } else {
        WordSeparator::AsciiSpace
    };
    let options = Options::new(width.max(1))
        .word_separator(separator)
        .word_splitter(WordSplitter::NoHyphenation);
    let lines = textwrap::wrap(cell, options);
    lines.into_iter().map(|l| l.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: usize) -> Vec<String> {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = [
            row(["T-1", "Example Homeware Trading Limited", "200"]),
            row(["T-2", "晨星家居用品有限公司", "5"]),
        ];
        lines(&row(["No.", "Supplier", "Units"]), &rows, columns)
    }

    #[test]
    fn columns_are_aligned_by_what_is_seen() {
        assert_eq!(
            table(72),
            [
                "No.  Supplier                          Units",
                "---  --------------------------------  -----",
                "T-1  Example Homeware Trading Limited  200",
                "T-2  晨星家居用品有限公司              5",
            ]
        );
    }

    #[test]
    fn the_widest_column_gives_way() {
        let lines = table(32);
        assert!(
            lines.iter().all(|line| display_width(line) <= 32),
            "{lines:#?}"
        );
        assert_eq!(lines[2], "T-1  Example Homeware      200");
        assert_eq!(lines[3], "     Trading Limited");
        // Too narrow for anything is no reason to hang or to panic.
        assert!(!table(3).is_empty());
    }
}
