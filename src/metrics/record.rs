//! What a seller's own reports say, day by day.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::diagnostic::{Diagnostic, KeyPath};
use crate::fact::{FactType, RawWords, Value, parse, parse_date};
use crate::message::Message;
use crate::metrics::Counts;
use crate::metrics::rows::{self, Row};
use crate::msg;
use crate::source::{SourceFile, locate};

/// Orders and defects by day; days that are not named had none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    days: BTreeMap<NaiveDate, Counts>,
}

/// Why days make no record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// A day stands in it twice.
    #[error("{0} twice")]
    Twice(NaiveDate),
    /// A day has more defects than orders.
    #[error("more defects than orders on {0}")]
    MoreDefects(NaiveDate),
    /// A defect lies outside the days that are looked at.
    #[error("{0} is out of range")]
    Outside(NaiveDate),
}

impl Record {
    /// Makes a record of days.
    pub fn new(days: impl IntoIterator<Item = (NaiveDate, Counts)>) -> Result<Self, RecordError> {
        let mut record = Self::default();
        for (day, counts) in days {
            if record.days.insert(day, counts).is_some() {
                return Err(RecordError::Twice(day));
            }
        }
        Ok(record)
    }

    /// Makes a record of equal days with the same number of orders, and defects on some of them.
    ///
    /// Defects before the first day are left out: they have left every window.
    pub fn steady(
        per_day: u64,
        defects: &[NaiveDate],
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Self, RecordError> {
        if let Some(late) = defects.iter().find(|day| **day > last) {
            return Err(RecordError::Outside(*late));
        }
        let mut record = Self::default();
        for day in first.iter_days().take_while(|day| *day <= last) {
            let bad = defects.iter().filter(|defect| **defect == day).count();
            let counts = Counts::new(per_day, u64::try_from(bad).unwrap_or(u64::MAX));
            record
                .days
                .insert(day, counts.ok_or(RecordError::MoreDefects(day))?);
        }
        Ok(record)
    }

    /// Reads a CSV or YAML file of days: date, orders, defects. Everything wrong with it is said.
    ///
    /// A CSV file has the three columns in this order, with or without a line of names above, and
    /// commas, semicolons or tabs between them; a YAML file is a list of `{ date, orders, defects }`.
    pub fn read(file: &SourceFile) -> Result<Self, Vec<Diagnostic>> {
        let mut found = Vec::new();
        let rows = rows::read(file, &mut found)?;
        let mut record = Self::default();
        for row in rows {
            if let Err((key, message)) = record.add(&row) {
                let diagnostic = Diagnostic::error(&file.path, row.path.key(key), message);
                found.push(row.place(file, diagnostic));
            }
            if found.len() >= rows::MOST {
                break;
            }
        }
        if found.is_empty() && record.days.is_empty() {
            let empty = Diagnostic::error(&file.path, KeyPath::root(), msg!("no-days"));
            found.push(empty.help(msg!("no-days-help")));
        }
        if found.is_empty() {
            return Ok(record);
        }
        locate(file, &mut found);
        found.sort_by_key(|d| d.location.span.map_or(0, |span| span.start));
        Err(found)
    }

    fn add(&mut self, row: &Row) -> Result<(), (&'static str, Message)> {
        let [date, orders, defects] = &row.cells;
        let day = parse_date(date).map_err(|message| ("date", message))?;
        let orders = count(orders).map_err(|message| ("orders", message))?;
        let defects = count(defects).map_err(|message| ("defects", message))?;
        let counts = Counts::new(orders, defects)
            .ok_or_else(|| ("defects", msg!("more-defects-than-orders")))?;
        if self.days.insert(day, counts).is_some() {
            return Err(("date", msg!("day-twice", day = day.to_string())));
        }
        Ok(())
    }

    /// Returns what is recorded for a day; nothing for one that is not named.
    pub fn on(&self, day: NaiveDate) -> Counts {
        self.days.get(&day).copied().unwrap_or_default()
    }

    /// Returns the first day.
    pub fn first(&self) -> Option<NaiveDate> {
        self.days.keys().next().copied()
    }

    /// Returns the last day.
    pub fn last(&self) -> Option<NaiveDate> {
        self.days.keys().next_back().copied()
    }

    /// Returns the last day with a defect.
    pub fn last_defect(&self) -> Option<NaiveDate> {
        let mut days = self.days.iter().rev();
        days.find(|(_, counts)| counts.defects() > 0)
            .map(|(day, _)| *day)
    }

    /// Returns the orders of a day on average, rounded down, over the last `days` days of the record
    /// or as many as it has.
    pub fn usual_orders(&self, days: u16) -> u64 {
        let (Some(first), Some(last)) = (self.first(), self.last()) else {
            return 0;
        };
        let back = Days::new(u64::from(days.saturating_sub(1)));
        let from = last.checked_sub_days(back).unwrap_or(first).max(first);
        let orders: u128 = self
            .days
            .range(from..)
            .map(|(_, counts)| u128::from(counts.orders()))
            .sum();
        let length = u128::try_from((last - from).num_days() + 1).unwrap_or(1);
        u64::try_from(orders / length).unwrap_or(u64::MAX)
    }
}

fn count(text: &str) -> Result<u64, Message> {
    match parse(FactType::Count, &RawWords::One(text.to_owned()))? {
        Value::Count(count) => Ok(count),
        _ => Err(msg!("expected-count")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::EN;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u64, u64)]) {
        let record = Record::read(&SourceFile::new("days", text)).unwrap();
        let found: Vec<_> = record
            .days
            .iter()
            .map(|(day, c)| (day.to_string(), c.orders(), c.defects()))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(day, orders, defects)| ((*day).to_owned(), *orders, *defects))
            .collect();
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn refused(text: &str, expected: &[&str]) {
        let found = Record::read(&SourceFile::new("days", text)).unwrap_err();
        let lines: Vec<String> = found.iter().map(|d| d.to_line(EN)).collect();
        assert_eq!(lines.len(), expected.len(), "{lines:#?}");
        for (line, start) in lines.iter().zip(expected) {
            assert!(line.starts_with(start), "{line} / {start}");
        }
    }

    #[test]
    fn tables_and_lists_say_the_same() {
        let days = [("2026-10-01", 12, 0), ("2026-10-03", 1_240, 2)];
        check(
            "date,orders,defects\n2026-10-01,12,0\n2026-10-03,\"1,240\",2\n",
            &days,
        );
        check("2026-10-03;1240;2\n2026/10/1;12;0\n", &days);
        check(
            "# 十月\n日期\t订单\t缺陷\n\n2026年10月1日\t12\t0\n2026-10-03\t1240\t2\n",
            &days,
        );
        check(
            "- { date: 2026-10-01, orders: 12, defects: 0 }\n- date: 2026-10-03\n  orders: 1240\n  defects: 2\n",
            &days,
        );
    }

    #[test]
    fn what_does_not_fit_has_its_line() {
        refused(
            "date,orders,defects\n2026-09-30,1,0\n2026-10-01,12\n2026-10-02,2,3\n03/10/2026,4,0\n2026-10-04,x,0\n2026-10-04,5,0\n2026-10-04,5,0\n",
            &[
                "error[three-columns] days:3:1:",
                "error[more-defects-than-orders] days:4:1:",
                "error[expected-date] days:5:1:",
                "error[expected-count] days:6:1:",
                "error[day-twice] days:8:1:",
            ],
        );
        refused(
            "- { date: 2026-10-01, orders: 1, defects: 2 }\n- { date: 2026-02-30, orders: 1, defects: 0 }\n",
            &[
                "error[more-defects-than-orders] days:1:43:",
                "error[no-such-date] days:2:11:",
            ],
        );
        refused(
            "- { date: 2026-10-01, order: 1 }\n",
            &["error[missing-key]", "error[unknown-key]"],
        );
        refused("title: a\ndate: b\n", &["error[three-columns] days:2:1:"]);
        refused("date,orders,defects\n", &["error[no-days]"]);
        refused("", &["error[no-days]"]);
    }

    #[test]
    fn usual_orders_are_rounded_down_over_the_days_there_are() {
        let counts = |orders| Counts::new(orders, 0).unwrap();
        let record = Record::new([
            (day("2026-10-01"), counts(100)),
            (day("2026-10-08"), counts(7)),
            (day("2026-10-10"), counts(4)),
        ])
        .unwrap();
        assert_eq!(record.usual_orders(3), 3);
        assert_eq!(record.usual_orders(60), 11);
        assert_eq!(Record::default().usual_orders(60), 0);
    }

    #[test]
    fn defects_on_equal_days() {
        let (first, last) = (day("2026-10-01"), day("2026-10-10"));
        let bad = [day("2026-10-02"), day("2026-10-02"), day("2026-09-01")];
        let record = Record::steady(5, &bad, first, last).unwrap();
        assert_eq!(record.on(day("2026-10-02")), Counts::new(5, 2).unwrap());
        assert_eq!(record.last_defect(), Some(day("2026-10-02")));
        assert_eq!(
            Record::steady(1, &bad, first, last),
            Err(RecordError::MoreDefects(day("2026-10-02")))
        );
        assert_eq!(
            Record::steady(1, &[day("2026-10-11")], first, last),
            Err(RecordError::Outside(day("2026-10-11")))
        );
    }

    proptest::proptest! {
        #[test]
        fn any_text_gets_an_answer(text in "[-0-9,;\t\n\" a-c年{}\\[\\]:#é]{0,200}") {
            let _ = Record::read(&SourceFile::new("days", text));
        }
    }
}
