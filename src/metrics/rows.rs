//! The rows of a file of days: a table (CSV) or a list (YAML).

use serde::Deserialize;

use crate::diagnostic::{Diagnostic, KeyPath, Span};
use crate::msg;
use crate::source::{self, SourceFile, Text};

/// How many problems of one file are listed.
pub(super) const MOST: usize = 20;

/// A day as it is written.
pub(super) struct Row {
    /// Date, orders, defects.
    pub(super) cells: [String; 3],
    /// The row's key path, in a list.
    pub(super) path: KeyPath,
    /// Where its line begins, in a table.
    start: Option<u64>,
}

/// A day of a YAML file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawDay {
    date: Text,
    orders: Text,
    defects: Text,
}

impl Row {
    /// Adds the row's place to what is said of it; the rows of a list are found by their key path.
    pub(super) fn place(&self, file: &SourceFile, diagnostic: Diagnostic) -> Diagnostic {
        match self.start {
            Some(start) => diagnostic.at(line(file, start)),
            None => diagnostic,
        }
    }
}

/// Reads the rows; lines that are none are noted, a list that is none is refused.
pub(super) fn read(
    file: &SourceFile,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<Row>, Vec<Diagnostic>> {
    if is_yaml(&file.text) {
        yaml_rows(file)
    } else {
        Ok(csv_rows(file, found))
    }
}

/// A list begins with a hyphen or a bracket, a table with a date or the name of a column.
fn is_yaml(text: &str) -> bool {
    let first = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| line.starts_with(['-', '[', '{']))
}

fn yaml_rows(file: &SourceFile) -> Result<Vec<Row>, Vec<Diagnostic>> {
    let days: Vec<RawDay> = source::read(file)?;
    let row = |(at, day): (usize, RawDay)| Row {
        cells: [day.date.0, day.orders.0, day.defects.0],
        path: KeyPath::root().index(at),
        start: None,
    };
    Ok(days.into_iter().enumerate().map(row).collect())
}

fn csv_rows(file: &SourceFile, found: &mut Vec<Diagnostic>) -> Vec<Row> {
    let mut lines = file.text.lines().map(str::trim);
    let first = lines
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .unwrap_or_default();
    let delimiter = first.bytes().find(|b| b",;\t".contains(b)).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .comment(Some(b'#'))
        .delimiter(delimiter)
        .from_reader(file.text.as_bytes());
    let mut rows = Vec::new();
    for (at, record) in reader.records().enumerate() {
        // The text is UTF-8 and lines may differ in length, so nothing is left to go wrong.
        let Ok(record) = record else { continue };
        let cells: Vec<&str> = record.iter().collect();
        let is_number = |cell: &&str| cell.chars().any(char::is_numeric);
        if cells.iter().all(|cell| cell.is_empty()) || at == 0 && !cells.iter().any(is_number) {
            continue;
        }
        let start = record.position().map(csv::Position::byte);
        if let [date, orders, defects, rest @ ..] = &cells[..]
            && rest.iter().all(|cell| cell.is_empty())
        {
            rows.push(Row {
                cells: [date, orders, defects].map(|cell| (*cell).to_owned()),
                path: KeyPath::root(),
                start,
            });
            continue;
        }
        if found.len() < MOST {
            let message = msg!("three-columns", columns = cells.len());
            let fault = Diagnostic::error(&file.path, KeyPath::root(), message);
            let fault = fault.help(msg!("no-days-help"));
            found.push(match start {
                Some(start) => fault.at(line(file, start)),
                None => fault,
            });
        }
        // Where it begins like this it is another kind of file, and every line would be wrong.
        if rows.is_empty() {
            break;
        }
    }
    rows
}

/// The line a CSV record begins on, which is looked up only where there is something to say.
fn line(file: &SourceFile, start: u64) -> Span {
    let start = usize::try_from(start).unwrap_or(usize::MAX);
    let start = start.min(file.text.len());
    let text = file.text.get(start..).unwrap_or_default();
    let skipped = text.len() - text.trim_start().len();
    let start = start + skipped;
    let text = text[skipped..].lines().next().unwrap_or_default();
    let above = file.text.get(..start).unwrap_or_default();
    let line = 1 + above.matches('\n').count();
    Span {
        start,
        end: start + text.len(),
        line,
        column: 1,
        end_line: line,
        end_column: 1 + text.chars().count(),
    }
}
