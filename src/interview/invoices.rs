//! Purchase invoices, asked one by one until there is none left.

use chrono::NaiveDate;
use indexmap::IndexSet;

use crate::case::{Case, Figured, Invoice, MOST_INVOICES, Sold};
use crate::catalogue::{AppealType, Fact};
use crate::fact::{FactType, Figure, Value};
use crate::interview::ask::{Agenda, asking};
use crate::interview::question::{Choice, Said, Stage};
use crate::message::Message;
use crate::msg;

/// The choice that there is one more invoice.
const YES: &str = "yes";
/// The choice that there is none left.
const NO: &str = "no";

impl Agenda<'_> {
    pub(super) fn invoices(&mut self, appeal_type: &AppealType) {
        self.stage = Stage::Invoices;
        let case = self.case;
        let figures = |facts: IndexSet<&str>| -> Vec<Figure> {
            let known = facts.into_iter().filter_map(|id| appeal_type.facts.get(id));
            known.filter_map(Fact::figure).collect()
        };
        // A paragraph is left out where there is no invoice; what is confirmed would lack it.
        let confirmed = figures(case.confirmed_facts(appeal_type));
        let mut confirmed = confirmed.into_iter();
        let needed = confirmed.any(|figure| case.figure(figure) == Figured::Nothing);
        for at in 0..MOST_INVOICES.min(case.invoices.len() + 1) {
            let invoice = case.invoices.get(at);
            self.one_more(at, invoice.is_some(), needed);
            if let Some(invoice) = invoice {
                self.invoice(at, invoice);
            }
        }
        let invoiced = case.invoiced_asins();
        // Without an invoice there is no table; the units sold are then asked for a sentence alone.
        let named = figures(case.named_facts(appeal_type));
        let asked = !case.invoices.is_empty() || named.contains(&Figure::Sold);
        for asin in case.goods().into_iter().filter(|_| asked) {
            let about = msg!("units-of", asin = asin);
            self.entry = Some((Said::Message(about), None));
            let given = case.sold.get(asin);
            let quantity = given.and_then(|sold| sold.quantity);
            let path = format!("sold.{asin}");
            self.value(
                &format!("{path}.quantity"),
                FactType::Count,
                quantity.map(|count| count.to_string()),
                asking!("sold-quantity"),
            );
            // It is compared with the invoices of the ASIN.
            if !invoiced.contains(&asin) {
                continue;
            }
            let first_sale = given.and_then(|sold| sold.first_sale);
            self.value(
                &format!("{path}.first-sale"),
                FactType::Date,
                first_sale.map(|date| date.to_string()),
                asking!("first-sale").required(false),
            );
        }
        self.entry = None;
    }

    /// Whether there is an invoice in this place; where one is needed there is no other answer.
    fn one_more(&mut self, at: usize, there: bool, needed: bool) {
        self.entry = None;
        let path = format!("invoices[{at}]");
        let choice = |id: &str, title| Choice {
            id: id.to_owned(),
            title: Said::Message(title),
            group: None,
        };
        let mut choices = vec![choice(YES, msg!("invoice-yes"))];
        if !needed {
            choices.push(choice(NO, msg!("invoice-no")));
        }
        let none = self.case.skipped.contains(&path);
        let chosen = match (there, none) {
            (true, _) => Some(YES.to_owned()),
            (false, true) if !needed => Some(NO.to_owned()),
            (false, _) => None,
        };
        let asking = match (at, needed) {
            (0, true) => asking!("needed-invoice"),
            (0, false) => asking!("invoice"),
            _ => asking!("another-invoice"),
        };
        self.one(&path, choices, chosen, asking.required(needed));
    }

    fn invoice(&mut self, at: usize, invoice: &Invoice) {
        let about = msg!("invoice-about", number = at + 1);
        self.entry = Some((Said::Message(about), None));
        let path = format!("invoices[{at}]");
        let field = |name: &str| format!("{path}.{name}");
        let date = invoice.date.map(|date| date.to_string());
        let quantity = invoice.quantity.map(|count| count.to_string());
        self.value(
            &field("number"),
            FactType::Codes,
            invoice.number.clone(),
            asking!("invoice-number"),
        );
        self.value(
            &field("date"),
            FactType::Date,
            date,
            asking!("invoice-date"),
        );
        let supplier = invoice.supplier.as_ref();
        self.name(&field("supplier"), supplier, &asking!("invoice-supplier"));
        self.value(
            &field("asin"),
            FactType::Asins,
            invoice.asin.clone(),
            asking!("invoice-asin"),
        );
        self.value(
            &field("quantity"),
            FactType::Count,
            quantity,
            asking!("invoice-quantity"),
        );
    }
}

/// The invoice a step of a key path leads to: 2 of `invoices[2]`.
pub(super) fn place(step: &str) -> Option<usize> {
    let number = step.strip_prefix("invoices[")?.strip_suffix(']')?;
    number.parse().ok()
}

/// The invoice a key path leads to.
pub(super) fn find<'c>(case: &'c mut Case, step: &str) -> Option<&'c mut Invoice> {
    case.invoices.get_mut(place(step)?)
}

/// Begins an invoice, or takes one out and says that there is none left.
pub(super) fn choose(case: &mut Case, step: &str, choice: &str) {
    let Some(at) = place(step) else { return };
    case.skipped.retain(|id| place(id).is_none());
    match (choice == YES, at < case.invoices.len()) {
        (true, true) => {}
        (true, false) => case.invoices.push(Invoice::default()),
        (false, there) => {
            if there {
                case.invoices.remove(at);
                forget_sold(case);
            }
            case.skipped
                .push(format!("invoices[{}]", case.invoices.len()));
        }
    }
}

/// Puts a value into an invoice or among what was sold of its goods.
pub(super) fn put(
    case: &mut Case,
    parts: &[&str],
    value: Value,
    past: impl Fn(&Value) -> Result<Option<NaiveDate>, Message>,
) -> Result<(), Message> {
    if let ["sold", asin, key] = parts {
        let sold: &mut Sold = case.sold.entry((*asin).to_owned()).or_default();
        match (*key, value) {
            ("quantity", Value::Count(count)) => sold.quantity = Some(count),
            ("first-sale", value) => sold.first_sale = past(&value)?,
            _ => return Err(msg!("expected-one-value")),
        }
        return Ok(());
    }
    let [step, key] = parts else {
        return Err(msg!("expected-one-value"));
    };
    let invoice = find(case, step).ok_or_else(|| msg!("expected-choice"))?;
    match (*key, value) {
        ("number", Value::Codes(codes)) => invoice.number = Some(one(codes)?),
        ("asin", Value::Codes(codes)) => {
            invoice.asin = Some(one(codes)?);
            forget_sold(case);
        }
        ("date", value) => invoice.date = past(&value)?,
        ("quantity", Value::Count(count)) => invoice.quantity = Some(count),
        _ => return Err(msg!("expected-one-value")),
    }
    Ok(())
}

fn one(codes: Vec<String>) -> Result<String, Message> {
    let code = <[String; 1]>::try_from(codes);
    code.map(|[code]| code)
        .map_err(|_| msg!("expected-one-value"))
}

/// What was sold of goods that neither an invoice nor the notice names any more has no place in the
/// case.
pub(super) fn forget_sold(case: &mut Case) {
    let asins: Vec<String> = case.goods().into_iter().map(str::to_owned).collect();
    case.sold.retain(|asin, _| asins.contains(asin));
}
