//! Purchase invoices, and what was sold of the goods on them.

use chrono::NaiveDate;

use super::Reader;
use crate::case::raw::{RawCase, RawInvoice};
use crate::case::{Case, Invoice, MOST_INVOICES, Sold};
use crate::diagnostic::KeyPath;
use crate::fact::{FactType, RawWords, Value};
use crate::msg;
use crate::source::Text;

impl Reader<'_> {
    pub(super) fn invoices(&mut self, raw: &RawCase, day: NaiveDate, case: &mut Case) {
        let root = KeyPath::root();
        // What was given in another situation of the type is kept, though its letter has no table.
        let whole = case.whole_type(self.catalogue);
        let asked = whole.is_some_and(|whole| whole.invoices);
        for (key, there) in [
            ("invoices", !raw.invoices.is_empty()),
            ("sold", !raw.sold.is_empty()),
        ] {
            if there && !asked {
                self.fault(root.key(key), msg!("no-invoices-here"));
                return;
            }
        }
        if raw.invoices.len() > MOST_INVOICES {
            let message = msg!(
                "too-many-invoices",
                count = raw.invoices.len(),
                limit = MOST_INVOICES
            );
            self.fault(root.key("invoices").index(MOST_INVOICES), message);
        }
        for (at, raw) in raw.invoices.iter().enumerate().take(MOST_INVOICES) {
            let path = root.key("invoices").index(at);
            let invoice = self.invoice(&path, raw, day);
            case.invoices.push(invoice);
        }
        for (asin, raw) in &raw.sold.0 {
            let path = root.key("sold").key(asin);
            let Some(known) = self.asin(&path, Some(&Text(asin.clone()))) else {
                continue;
            };
            let goods = case.goods();
            if !goods.contains(&known.as_str()) {
                let message = msg!("sold-of-nothing", asin = asin);
                self.fault_near(path, message, asin, goods.into_iter());
                continue;
            }
            let quantity = self.quantity(&path.key("quantity"), raw.quantity.as_ref());
            let first_sale = self.past(&path.key("first-sale"), raw.first_sale.as_ref(), day);
            let sold = Sold {
                quantity,
                first_sale,
            };
            if case.sold.insert(known, sold).is_some() {
                self.fault(path, msg!("id-twice", id = asin));
            }
        }
    }

    fn invoice(&mut self, path: &KeyPath, raw: &RawInvoice, day: NaiveDate) -> Invoice {
        Invoice {
            number: self.code(&path.key("number"), raw.number.as_ref()),
            date: self.past(&path.key("date"), raw.date.as_ref(), day),
            supplier: self.words(&path.key("supplier"), raw.supplier.as_ref()),
            asin: self.asin(&path.key("asin"), raw.asin.as_ref()),
            quantity: self.quantity(&path.key("quantity"), raw.quantity.as_ref()),
        }
    }

    fn asin(&mut self, path: &KeyPath, raw: Option<&Text>) -> Option<String> {
        let raw = RawWords::One(raw?.0.clone());
        match self.value(path, FactType::Asins, &raw) {
            Some(Value::Codes(codes)) if codes.len() == 1 => codes.into_iter().next(),
            Some(_) => {
                self.fault(path.clone(), msg!("expected-one-value"));
                None
            }
            None => None,
        }
    }

    fn quantity(&mut self, path: &KeyPath, raw: Option<&Text>) -> Option<u64> {
        let raw = RawWords::One(raw?.0.clone());
        match self.value(path, FactType::Count, &raw) {
            Some(Value::Count(count)) => Some(count),
            _ => None,
        }
    }
}
