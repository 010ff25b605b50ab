//! The tables of purchase invoices: what was bought, and what was sold of it.

use crate::case::Invoice;
use crate::catalogue::raw::RawInvoiceWords;
use crate::diagnostic::KeyPath;
use crate::fact::Value;
use crate::lang::{Lang, Texts};
use crate::letter::assemble::Work;
use crate::letter::inline::Inline;
use crate::letter::{Both, Claim, Invoices, Letter, Table, plain};
use crate::source::Text;

/// A text of a table in both languages.
type Cell = Both<Vec<Inline>>;
/// Picks the name of a column out of a language's fixed words.
type Column = fn(&RawInvoiceWords) -> &Text;

/// Stands in a cell for which there is nothing to say.
const NOTHING: &str = "-";

impl Work<'_> {
    /// The tables; none where the case has no invoice.
    pub(super) fn invoices(&self) -> Option<[Table; 2]> {
        if self.case.invoices.is_empty() || !self.appeal_type.invoices {
            return None;
        }
        let invoices = self.case.invoices.iter().enumerate();
        let listed = Table {
            columns: self.columns(&[
                |w| &w.number,
                |w| &w.date,
                |w| &w.supplier,
                |w| &w.asin,
                |w| &w.quantity,
            ]),
            rows: invoices
                .map(|(at, invoice)| self.invoice(at, invoice))
                .collect(),
        };
        let asins = self.case.goods().into_iter();
        let totals = Table {
            columns: self.columns(&[|w| &w.asin, |w| &w.invoiced, |w| &w.sold, |w| &w.first_sale]),
            rows: asins.map(|asin| self.total(asin)).collect(),
        };
        Some([listed, totals])
    }

    fn columns(&self, names: &[Column]) -> Vec<Both<String>> {
        let word = |lang: Lang, of: &Column| of(&self.language(lang).letter.invoices).0.clone();
        let column = |of: &Column| Both {
            letter: word(self.sides.letter.lang, of),
            reading: word(self.sides.reading.lang, of),
        };
        names.iter().map(column).collect()
    }

    fn invoice(&self, at: usize, invoice: &Invoice) -> Vec<Cell> {
        let path = KeyPath::root().key("invoices").index(at);
        let mut of = Texts::default();
        for lang in self.catalogue.languages.keys() {
            let number = invoice.number.clone();
            of.0.insert(*lang, number.unwrap_or_else(|| format!("{}", at + 1)));
        }
        let cell = |key: &str, label: &str, value: Option<Value>| {
            self.cell(&path.key(key), label, &of, value.as_ref())
        };
        let code = |code: &Option<String>| code.clone().map(|code| Value::Codes(vec![code]));
        vec![
            cell("number", "invoice-number", code(&invoice.number)),
            cell("date", "invoice-date", invoice.date.map(Value::Date)),
            cell(
                "supplier",
                "invoice-supplier",
                invoice.supplier.clone().map(Value::Words),
            ),
            cell("asin", "invoice-asin", code(&invoice.asin)),
            cell(
                "quantity",
                "invoice-quantity",
                invoice.quantity.map(Value::Count),
            ),
        ]
    }

    /// What was bought and sold of an ASIN; the day of the first sale may be left out.
    fn total(&self, asin: &str) -> Vec<Cell> {
        let path = KeyPath::root().key("sold").key(asin);
        let of = Texts(
            self.catalogue
                .languages
                .keys()
                .map(|lang| (*lang, asin.to_owned()))
                .collect(),
        );
        let bought = self.case.invoiced_units(asin);
        let sold = self.case.sold.get(asin);
        let quantity = sold.and_then(|sold| sold.quantity).map(Value::Count);
        let first_sale = sold.and_then(|sold| sold.first_sale).map(Value::Date);
        let first_sale = match &first_sale {
            Some(date) => self.cell(&path.key("first-sale"), "first-sale", &of, Some(date)),
            None => self.both(|_| NOTHING.to_owned()),
        };
        vec![
            self.both(|_| asin.to_owned()),
            self.both(|lang| self.language(lang).formats.number(&bought.into())),
            self.cell(
                &path.key("quantity"),
                "sold-quantity",
                &of,
                quantity.as_ref(),
            ),
            first_sale,
        ]
    }

    /// A value in both languages; what is missing is a gap.
    fn cell(&self, path: &KeyPath, label: &str, of: &Texts, value: Option<&Value>) -> Cell {
        let written = |lang: Lang| value?.write(lang, &self.language(lang).formats);
        let sides = [self.sides.letter.lang, self.sides.reading.lang];
        if sides.iter().any(|lang| written(*lang).is_none()) {
            self.note(path.clone(), label, Some(of));
        }
        self.both(|lang| written(lang).unwrap_or_else(|| self.gap(lang, label)))
    }
}

/// A line of the reviewer's page for every row: what it is called, and the other cells as facts.
pub(super) fn claims(letter: &Letter) -> Vec<Claim> {
    let Some(Invoices { heading, tables }) = &letter.invoices else {
        return Vec::new();
    };
    let rows = tables
        .iter()
        .flat_map(|table| table.rows.iter().map(move |row| (&table.columns, row)));
    // A line each: a list of invoices is long enough.
    let claim = |(at, (columns, row)): (usize, (&Vec<Both<String>>, &Vec<Cell>))| {
        let mut text: Vec<Inline> = row
            .first()
            .map(|cell| cell.reading.clone())
            .unwrap_or_default();
        for (column, cell) in columns.iter().zip(row).skip(1) {
            let value = plain(&cell.reading);
            if !value.is_empty() {
                text.push(Inline::Text(format!(" · {} {value}", column.reading)));
            }
        }
        Claim {
            label: format!("{} {}", heading.mark, at + 1),
            text,
            facts: Vec::new(),
            date: None,
            proof: Vec::new(),
            own: false,
            needs_proof: false,
        }
    };
    rows.enumerate().map(claim).collect()
}
