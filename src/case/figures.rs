//! What the purchase invoices of a case come to.

use chrono::NaiveDate;

use crate::case::{Case, Invoice, each_once};
use crate::fact::{Figure, Value, Words};

/// What the invoices give for a figure.
#[derive(Debug, Clone, PartialEq)]
pub enum Figured<'c> {
    /// There is nothing to say: no invoice, no ASIN without one.
    Nothing,
    /// Something it is worked out from is not given yet.
    Open,
    /// Numbers, a day, a count or ASINs.
    Value(Value),
    /// Names as they were given; two of them may be written alike in a language.
    Names(Vec<&'c Words>),
}

impl Case {
    /// Returns the ASINs on the invoices, each once.
    pub fn invoiced_asins(&self) -> Vec<&str> {
        each_once(self.invoices.iter().filter_map(|i| i.asin.as_ref()))
    }

    /// Returns the ASINs the letter is about: those of the notice, and others on invoices.
    pub fn goods(&self) -> Vec<&str> {
        let invoiced = self.invoices.iter().filter_map(|i| i.asin.as_ref());
        each_once(self.notice.asins.iter().flatten().chain(invoiced))
    }

    /// Returns the ASINs of the notice that stand on no invoice.
    pub fn uncovered_asins(&self) -> Vec<&str> {
        let invoiced = self.invoiced_asins();
        let named = each_once(self.notice.asins.iter().flatten());
        let uncovered = named.into_iter().filter(|asin| !invoiced.contains(asin));
        uncovered.collect()
    }

    /// Returns the units of an ASIN on all invoices; a line without a quantity has none yet.
    pub fn invoiced_units(&self, asin: &str) -> u64 {
        let lines = self.invoices.iter();
        lines
            .filter(|invoice| invoice.asin.as_deref() == Some(asin))
            .filter_map(|invoice| invoice.quantity)
            .fold(0, u64::saturating_add)
    }

    /// Works out a figure.
    pub fn figure(&self, figure: Figure) -> Figured<'_> {
        match figure {
            Figure::Sold => {
                let goods = self.goods();
                total(goods.iter().map(|asin| self.sold.get(*asin)?.quantity))
            }
            _ if self.invoices.is_empty() => Figured::Nothing,
            Figure::Numbers => self.every(
                |invoice| invoice.number.as_ref(),
                |numbers| {
                    let once = each_once(numbers.into_iter());
                    Figured::Value(Value::Codes(once.into_iter().map(str::to_owned).collect()))
                },
            ),
            Figure::Suppliers => self.every(
                |invoice| invoice.supplier.as_ref(),
                |names| {
                    let mut once: Vec<&Words> = Vec::new();
                    for name in names {
                        if !once.contains(&name) {
                            once.push(name);
                        }
                    }
                    Figured::Names(once)
                },
            ),
            Figure::FirstDate => self.dates(|first, _| Some(first)),
            Figure::LastDate => self.dates(|first, last| (last > first).then_some(last)),
            Figure::Quantity => total(self.invoices.iter().map(|invoice| invoice.quantity)),
            Figure::UncoveredAsins => self.every(
                |invoice| invoice.asin.as_ref(),
                |_| match self.uncovered_asins() {
                    none if none.is_empty() => Figured::Nothing,
                    asins => {
                        let asins = asins.into_iter().map(str::to_owned);
                        Figured::Value(Value::Codes(asins.collect()))
                    }
                },
            ),
        }
    }

    /// Something of every invoice, where each has it.
    fn every<'c, T>(
        &'c self,
        of: impl Fn(&'c Invoice) -> Option<T>,
        make: impl FnOnce(Vec<T>) -> Figured<'c>,
    ) -> Figured<'c> {
        let all: Option<Vec<T>> = self.invoices.iter().map(of).collect();
        all.map_or(Figured::Open, make)
    }

    /// A day out of that of the earliest and that of the latest invoice.
    fn dates(&self, pick: impl FnOnce(NaiveDate, NaiveDate) -> Option<NaiveDate>) -> Figured<'_> {
        self.every(
            |invoice| invoice.date,
            |days| {
                let ends = days.iter().min().zip(days.iter().max());
                let day = ends.and_then(|(first, last)| pick(*first, *last));
                day.map_or(Figured::Nothing, |day| Figured::Value(Value::Date(day)))
            },
        )
    }
}

/// The sum, where there is anything to add up and every summand is known.
fn total<'c>(counts: impl Iterator<Item = Option<u64>>) -> Figured<'c> {
    let mut counts = counts.peekable();
    if counts.peek().is_none() {
        return Figured::Nothing;
    }
    let sum = counts.try_fold(0_u64, |sum, count| Some(sum.saturating_add(count?)));
    sum.map_or(Figured::Open, |sum| Figured::Value(Value::Count(sum)))
}
