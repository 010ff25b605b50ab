//! How a rate moves from day to day while its window does, if no further defect comes.

use chrono::{Days, NaiveDate};

use crate::metrics::{Counts, Metric, Record, Verdict};

/// One window as it stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// What lies in it.
    pub counts: Counts,
    /// Whether that meets the target.
    pub verdict: Verdict,
}

/// All windows of a rate on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayFigures {
    /// The day.
    pub day: NaiveDate,
    /// The windows, in the order of [`Metric::windows`].
    pub windows: Vec<Window>,
}

impl DayFigures {
    /// Reports whether the target is met in every window.
    pub fn met(&self) -> bool {
        self.windows.iter().all(|w| w.verdict == Verdict::Met)
    }
}

/// The days to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook {
    /// From the day that was asked about until nothing recorded is left in any window. Never empty.
    pub days: Vec<DayFigures>,
    /// The first day from which the target is met on every day that follows.
    pub met_from: Option<NaiveDate>,
}

/// Moves the windows on from a day until all that was recorded has left them.
///
/// Days behind the record are taken to bring `per_day` orders each, without a defect; days the
/// record leaves out before its end, none.
pub fn outlook(metric: &Metric, record: &Record, per_day: u64, day: NaiveDate) -> Outlook {
    let on = |day: NaiveDate| match record.last() {
        Some(last) if day <= last => record.on(day),
        _ => Counts::new(per_day, 0).unwrap_or_default(),
    };
    let longest = metric.windows.iter().copied().max().unwrap_or(1);
    let last_defect = record.last_defect().unwrap_or(day).max(day);
    let end = later(last_defect, u64::from(metric.delay) + u64::from(longest));
    let mut moving: Vec<Moving> = metric
        .windows
        .iter()
        .map(|length| Moving::start(day, *length, metric.delay, &on))
        .collect();
    let mut days = Vec::new();
    for day in day.iter_days().take_while(|day| *day <= end) {
        let windows = moving
            .iter()
            .map(|window| Window {
                from: window.from,
                to: window.to,
                counts: window.counts,
                verdict: metric.target.judge(window.counts),
            })
            .collect();
        days.push(DayFigures { day, windows });
        for window in &mut moving {
            window.step(&on);
        }
    }
    let met = days.iter().rev().take_while(|day| day.met()).last();
    let met_from = met.map(|day| day.day);
    Outlook { days, met_from }
}

/// A window that keeps its sum while it moves, so that a day costs the same however long it is.
struct Moving {
    from: NaiveDate,
    to: NaiveDate,
    counts: Counts,
}

impl Moving {
    fn start(day: NaiveDate, length: u16, delay: u16, on: &impl Fn(NaiveDate) -> Counts) -> Self {
        let to = earlier(day, u64::from(delay));
        let from = earlier(to, u64::from(length.saturating_sub(1)));
        let counts = from
            .iter_days()
            .take_while(|day| *day <= to)
            .fold(Counts::default(), |sum, day| sum.plus(on(day)));
        Self { from, to, counts }
    }

    fn step(&mut self, on: &impl Fn(NaiveDate) -> Counts) {
        self.counts = self.counts.minus(on(self.from));
        self.from = later(self.from, 1);
        self.to = later(self.to, 1);
        self.counts = self.counts.plus(on(self.to));
    }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days))
        .unwrap_or(NaiveDate::MAX)
}

fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days))
        .unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lang::Texts;
    use crate::metrics::{Comparison, Target};

    fn metric(percent: &str, windows: &[u16], delay: u16) -> Metric {
        Metric {
            id: "order-defect-rate".into(),
            abbreviation: "ODR".into(),
            target: Target::new(Comparison::Below, percent.parse().unwrap()).unwrap(),
            windows: windows.to_vec(),
            delay,
            orders: Texts::default(),
            defects: Texts::default(),
            note: Texts::default(),
            source: "test".into(),
            checked: day(0),
        }
    }

    fn day(n: i32) -> NaiveDate {
        let start = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        start + chrono::Duration::days(i64::from(n))
    }

    #[test]
    fn the_rate_falls_on_the_day_the_defects_leave_the_window() {
        // Ten orders a day for 60 days are 600: the target allows 5 defects.
        let defects = [day(3), day(10), day(10), day(20), day(50), day(58), day(59)];
        let record = Record::steady(10, &defects, day(0), day(59)).unwrap();
        let found = outlook(&metric("1", &[60], 0), &record, 10, day(59));
        let first = &found.days[0].windows[0];
        assert_eq!((first.from, first.to), (day(0), day(59)));
        assert_eq!((first.counts.orders(), first.counts.defects()), (600, 7));
        // Day 3 is in the window of day 62 and out of that of day 63, day 10 out of that of day 70.
        assert_eq!(found.met_from, Some(day(70)));
        assert_eq!(found.days.last().unwrap().windows[0].counts.defects(), 0);
    }

    #[test]
    fn every_window_counts_and_the_newest_days_may_not() {
        let record = Record::steady(10, &[day(29)], day(0), day(29)).unwrap();
        // 300 orders with one defect are fine, 100 with one are 1 %.
        let found = outlook(&metric("1", &[10, 30], 0), &record, 10, day(29));
        let verdicts: Vec<_> = found.days[0].windows.iter().map(|w| w.verdict).collect();
        assert_eq!(verdicts, [Verdict::Missed, Verdict::Met]);
        assert_eq!(found.met_from, Some(day(39)));
        // With a delay of seven days the defect enters on day 36 and leaves on day 46.
        let found = outlook(&metric("1", &[10], 7), &record, 10, day(29));
        assert!(found.days[0].met() && !found.days[7].met());
        assert_eq!(found.met_from, Some(day(46)));
    }

    #[test]
    fn without_orders_the_rate_does_not_recover_it_ends() {
        let record = Record::steady(5, &[day(0)], day(0), day(9)).unwrap();
        let found = outlook(&metric("1", &[10], 0), &record, 0, day(9));
        assert_eq!(found.met_from, None);
        let last = found.days.last().unwrap();
        assert_eq!(last.windows[0].verdict, Verdict::NoOrders);
    }

    proptest! {
        #[test]
        fn a_moving_window_is_the_sum_of_its_days(
            counts in prop::collection::vec((0..50_u64, 0..3_u64), 1..40),
            per_day in 0..20_u64,
            length in 1..30_u16,
            delay in 0..9_u16,
        ) {
            let days = counts.iter().enumerate().map(|(n, (orders, defects))| {
                let counts = Counts::new(orders + defects, *defects).unwrap();
                (day(i32::try_from(n).unwrap()), counts)
            });
            let record: Record = Record::new(days).unwrap();
            let (metric, today) = (metric("4", &[length], delay), record.last().unwrap());
            let found = outlook(&metric, &record, per_day, today);
            for figures in &found.days {
                let window = &figures.windows[0];
                let (mut orders, mut defects) = (0, 0);
                for at in 0..length {
                    let day = window.to - chrono::Duration::days(i64::from(at));
                    if day > today { orders += per_day } else {
                        orders += record.on(day).orders();
                        defects += record.on(day).defects();
                    }
                }
                prop_assert_eq!(window.counts, Counts::new(orders, defects).unwrap());
                prop_assert_eq!(figures.day - window.to, chrono::Duration::days(i64::from(delay)));
            }
            // From the day that is named on the target is met, and the day before it is not.
            for pair in found.days.windows(2) {
                if Some(pair[1].day) == found.met_from {
                    prop_assert!(!pair[0].met());
                }
                if found.met_from.is_some_and(|from| pair[1].day >= from) {
                    prop_assert!(pair[1].met());
                }
            }
            if per_day > 0 {
                prop_assert!(found.met_from.is_some());
            }
        }
    }
}
