//! The figure Amazon asks for, and exact answers about it.
//!
//! Nothing here is decided with floating point: a rate is a pair of whole
//! numbers, and two fractions are compared by multiplying crosswise.

use std::cmp::Ordering;

use fixed_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which side of a target is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// The rate counts what went wrong and has to lie below the figure; the figure itself fails.
    Below,
    /// The rate counts what went right and has to reach the figure; the figure itself passes.
    AtLeast,
}

impl Comparison {
    /// Returns the name used in data files and answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::AtLeast => "at-least",
        }
    }
}

/// How many orders there were, and on how many of them something went wrong.
///
/// An order with several defects counts once, so the second is never more than the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    orders: u64,
    defects: u64,
}

impl Counts {
    /// Makes counts; `None` where there are more defects than orders.
    pub fn new(orders: u64, defects: u64) -> Option<Self> {
        (defects <= orders).then_some(Self { orders, defects })
    }

    /// Returns the orders.
    pub fn orders(self) -> u64 {
        self.orders
    }

    /// Returns the orders on which something went wrong.
    pub fn defects(self) -> u64 {
        self.defects
    }

    /// Adds a day's counts. A sum beyond what 64 bits hold stays at the largest number.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            orders: self.orders.saturating_add(other.orders),
            defects: self.defects.saturating_add(other.defects),
        }
    }

    /// Takes a day's counts off again, which were added before.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self {
            orders: self.orders.saturating_sub(other.orders),
            defects: self.defects.saturating_sub(other.defects),
        }
    }
}

/// What a rate says against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The target is met.
    Met,
    /// The target is missed.
    Missed,
    /// There are no orders, so there is no rate.
    NoOrders,
}

impl Verdict {
    /// Returns the name programs read.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::NoOrders => "no-orders",
        }
    }
}

/// A figure a rate is held against, such as "below 1 %" or "at least 95 %".
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    comparison: Comparison,
    percent: Decimal,
    /// The figure as a fraction: so many of so many.
    limit: u64,
    of: u64,
}

/// More decimals than this no target has.
const DECIMALS: usize = 4;

/// The most decimals a rate needs to lie visibly on its side of a target: two fractions with
/// 64-bit parts and a target of [`DECIMALS`] decimals differ by more than half a unit of the 26th.
const PLACES: u32 = 26;

impl Target {
    /// Makes a target; `None` where the percentage is not from 0 to 100 or has more than four decimals.
    pub fn new(comparison: Comparison, percent: Decimal) -> Option<Self> {
        let text = percent.to_string();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        if decimals.len() > DECIMALS || whole.len() > 3 {
            return None;
        }
        let limit: u64 = format!("{whole}{decimals}").parse().ok()?;
        let of = 100 * 10_u64.pow(u32::try_from(decimals.len()).ok()?);
        (limit <= of).then_some(Self {
            comparison,
            percent,
            limit,
            of,
        })
    }

    /// Returns which side is good.
    pub fn comparison(&self) -> Comparison {
        self.comparison
    }

    /// Returns the figure, in percent, with the digits it was given in.
    pub fn percent(&self) -> &Decimal {
        &self.percent
    }

    /// Holds counts against the target.
    pub fn judge(&self, counts: Counts) -> Verdict {
        if counts.orders == 0 {
            return Verdict::NoOrders;
        }
        let rate = u128::from(self.counted(counts)) * u128::from(self.of);
        let limit = u128::from(self.limit) * u128::from(counts.orders);
        let met = match self.comparison {
            Comparison::Below => rate < limit,
            Comparison::AtLeast => rate >= limit,
        };
        if met { Verdict::Met } else { Verdict::Missed }
    }

    /// Reports whether a rate, in percent, is on the good side.
    pub fn is_met_by(&self, rate: &Decimal) -> bool {
        match self.comparison {
            Comparison::Below => compare(rate, &self.percent) == Ordering::Less,
            Comparison::AtLeast => compare(rate, &self.percent) != Ordering::Less,
        }
    }

    /// Returns what the rate counts: defects where it has to be low, the others where it has to be high.
    fn counted(&self, counts: Counts) -> u64 {
        match self.comparison {
            Comparison::Below => counts.defects,
            Comparison::AtLeast => counts.orders - counts.defects,
        }
    }

    /// Returns the most defects with which so many orders meet the target; `None` where none would do.
    pub fn allowed(&self, orders: u64) -> Option<u64> {
        let limit = u128::from(self.limit) * u128::from(orders);
        let of = u128::from(self.of);
        let most = match self.comparison {
            _ if orders == 0 => return None,
            Comparison::Below => limit.checked_sub(1)? / of,
            Comparison::AtLeast => u128::from(orders) - limit.div_ceil(of),
        };
        u64::try_from(most).ok().map(|most| most.min(orders))
    }

    /// Returns the fewest orders that meet the target with so many defects among them; `None` where
    /// no number does.
    pub fn orders_for(&self, defects: u64) -> Option<u128> {
        let (limit, of) = (u128::from(self.limit), u128::from(self.of));
        let defects = u128::from(defects);
        let orders = match self.comparison {
            Comparison::Below => (defects * of).checked_div(limit)? + 1,
            Comparison::AtLeast if defects == 0 => 1,
            Comparison::AtLeast => match of - limit {
                0 => return None,
                bad => (defects * of).div_ceil(bad),
            },
        };
        // As many orders as defects there are at least.
        Some(orders.max(defects))
    }

    /// Returns how many further orders without a defect it takes until the target is met: 0 where it
    /// is met already, `None` where no number will do.
    pub fn dilution(&self, counts: Counts) -> Option<u128> {
        let orders = self.orders_for(counts.defects)?;
        Some(orders.saturating_sub(u128::from(counts.orders)))
    }

    /// Returns the rate in percent to at least two decimals, and to so many that it lies on the side
    /// of the target it is on; `None` without orders.
    pub fn rate(&self, counts: Counts) -> Option<Decimal> {
        if counts.orders == 0 {
            return None;
        }
        let (counted, orders) = (u128::from(self.counted(counts)), u128::from(counts.orders));
        let (limit, of) = (u128::from(self.limit), u128::from(self.of));
        let exact = (counted * of).cmp(&(limit * orders));
        let (mut digits, mut rest) = (counted * 100 / orders, counted * 100 % orders);
        for places in 1..=PLACES {
            digits = digits * 10 + rest * 10 / orders;
            rest = rest * 10 % orders;
            let rounded = digits + u128::from(rest * 2 >= orders);
            let scale = 10_u128.pow(places);
            let same_side = (rounded * of).cmp(&(limit * 100 * scale)) == exact;
            if places >= 2 && (same_side || places == PLACES) {
                let mut rate = Decimal::from(rounded);
                rate.multiply_pow10(-i16::try_from(places).ok()?);
                return Some(rate);
            }
        }
        None
    }
}

/// Compares two numbers that are not negative by value: 4 and 4.00 are equal.
fn compare(a: &Decimal, b: &Decimal) -> Ordering {
    let top = (*a.magnitude_range().end()).max(*b.magnitude_range().end());
    let bottom = (*a.magnitude_range().start()).min(*b.magnitude_range().start());
    let digits = |number: &Decimal| {
        let places = (bottom..=top).rev();
        places.map(|at| number.digit_at(at)).collect::<Vec<u8>>()
    };
    digits(a).cmp(&digits(b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn target(comparison: Comparison, percent: &str) -> Target {
        Target::new(comparison, percent.parse().unwrap()).unwrap()
    }

    #[track_caller]
    fn check(target: &Target, orders: u64, defects: u64, expected: (Verdict, &str, Option<u128>)) {
        let counts = Counts::new(orders, defects).unwrap();
        let rate = target.rate(counts).map(|rate| rate.to_string());
        let found = (target.judge(counts), rate.as_deref().unwrap_or("none"));
        assert_eq!(found, (expected.0, expected.1));
        assert_eq!(target.dilution(counts), expected.2);
    }

    #[test]
    fn below_fails_at_the_figure_and_at_least_passes_there() {
        let odr = target(Comparison::Below, "1");
        check(&odr, 100, 1, (Verdict::Missed, "1.00", Some(1)));
        check(&odr, 101, 1, (Verdict::Met, "0.99", Some(0)));
        check(&odr, 412, 7, (Verdict::Missed, "1.70", Some(289)));
        check(&odr, 12, 0, (Verdict::Met, "0.00", Some(0)));
        check(&odr, 0, 0, (Verdict::NoOrders, "none", Some(1)));
        let cancelled = target(Comparison::Below, "2.5");
        check(&cancelled, 40, 1, (Verdict::Missed, "2.50", Some(1)));
        check(&cancelled, 41, 1, (Verdict::Met, "2.44", Some(0)));
        let tracked = target(Comparison::AtLeast, "95");
        check(&tracked, 20, 1, (Verdict::Met, "95.00", Some(0)));
        check(&tracked, 19, 1, (Verdict::Missed, "94.74", Some(1)));
        check(&tracked, 3, 3, (Verdict::Missed, "0.00", Some(57)));
    }

    #[test]
    fn how_many_defects_the_target_allows() {
        let odr = target(Comparison::Below, "1");
        for (orders, allowed) in [(1, 0), (100, 0), (101, 1), (200, 1), (201, 2), (412, 4)] {
            assert_eq!(odr.allowed(orders), Some(allowed), "{orders}");
        }
        let tracked = target(Comparison::AtLeast, "95");
        for (orders, allowed) in [(1, 0), (19, 0), (20, 1), (39, 1), (40, 2)] {
            assert_eq!(tracked.allowed(orders), Some(allowed), "{orders}");
        }
        assert_eq!(odr.allowed(0), None);
        assert_eq!(odr.orders_for(1), Some(101));
        assert_eq!(target(Comparison::Below, "0").allowed(5), None);
        assert_eq!(target(Comparison::Below, "0").orders_for(0), None);
        assert_eq!(target(Comparison::AtLeast, "100").allowed(5), Some(0));
        assert_eq!(target(Comparison::AtLeast, "100").orders_for(1), None);
        assert_eq!(target(Comparison::AtLeast, "0").allowed(5), Some(5));
    }

    #[test]
    fn a_rate_beside_the_target_is_not_rounded_onto_it() {
        let odr = target(Comparison::Below, "1");
        check(&odr, 100_001, 1_000, (Verdict::Met, "0.99999", Some(0)));
        check(&odr, 99_999, 1_000, (Verdict::Missed, "1.00001", Some(2)));
        let most = u64::MAX;
        let counts = Counts::new(most, most / 100 + 1).unwrap();
        assert_eq!(odr.judge(counts), Verdict::Missed);
        assert!(odr.rate(counts).unwrap().to_string().as_str() > "1.00");
        assert_eq!(odr.allowed(most), Some(most / 100));
        let all = Counts::new(most, most).unwrap();
        assert_eq!(odr.dilution(all), Some(u128::from(most) * 99 + 1));
    }

    #[test]
    fn a_rate_is_compared_by_value() {
        let odr = target(Comparison::Below, "1");
        let tracked = target(Comparison::AtLeast, "95.0");
        for (target, rate, met) in [
            (&odr, "0.99", true),
            (&odr, "1.00", false),
            (&odr, "10", false),
            (&tracked, "95", true),
            (&tracked, "94.99", false),
            (&tracked, "100", true),
        ] {
            assert_eq!(target.is_met_by(&rate.parse().unwrap()), met, "{rate}");
        }
    }

    #[test]
    fn what_is_no_target_or_no_count() {
        assert_eq!(Counts::new(3, 4), None);
        for percent in ["100.01", "101", "0.00001"] {
            let percent = percent.parse().unwrap();
            assert_eq!(Target::new(Comparison::Below, percent), None);
        }
    }

    fn any_target() -> impl Strategy<Value = Target> {
        (any::<bool>(), 0_u32..=10_000).prop_map(|(below, hundredths)| {
            let comparison = if below {
                Comparison::Below
            } else {
                Comparison::AtLeast
            };
            let mut percent = Decimal::from(hundredths);
            percent.multiply_pow10(-2);
            Target::new(comparison, percent).unwrap()
        })
    }

    fn any_counts() -> impl Strategy<Value = Counts> {
        prop_oneof![0..2_000_u64, any::<u64>()]
            .prop_flat_map(|orders| (Just(orders), 0..=orders))
            .prop_map(|(orders, defects)| Counts::new(orders, defects).unwrap())
    }

    proptest! {
        #[test]
        fn what_is_allowed_passes_and_one_more_fails(target in any_target(), orders in prop_oneof![1..2_000_u64, 1..u64::MAX]) {
            match target.allowed(orders) {
                None => prop_assert_eq!(target.judge(Counts::new(orders, 0).unwrap()), Verdict::Missed),
                Some(most) => {
                    prop_assert_eq!(target.judge(Counts::new(orders, most).unwrap()), Verdict::Met);
                    if let Some(more) = Counts::new(orders, most + 1) {
                        prop_assert_eq!(target.judge(more), Verdict::Missed);
                    }
                }
            }
        }

        #[test]
        fn dilution_is_enough_and_one_less_is_not(target in any_target(), counts in any_counts()) {
            let after = |more: u128| {
                let orders = u64::try_from(u128::from(counts.orders()) + more).ok()?;
                Some(target.judge(Counts::new(orders, counts.defects()).unwrap()))
            };
            if let Some(more) = target.dilution(counts) {
                prop_assert!(after(more).is_none_or(|v| v == Verdict::Met));
                if more > 0 {
                    prop_assert!(after(more - 1).is_none_or(|v| v != Verdict::Met));
                }
            } else {
                prop_assert!(after(1_000_000).is_none_or(|v| v == Verdict::Missed));
            }
        }

        #[test]
        fn the_shown_rate_lies_on_the_side_of_the_verdict(target in any_target(), counts in any_counts()) {
            let Some(rate) = target.rate(counts) else {
                prop_assert_eq!(target.judge(counts), Verdict::NoOrders);
                return Ok(());
            };
            let shown = rate.to_string();
            let decimals = shown.split_once('.').map_or(0, |(_, d)| d.len());
            prop_assert!(decimals >= 2);
            prop_assert_eq!(target.is_met_by(&rate), target.judge(counts) == Verdict::Met);
            // Both as whole numbers of the same unit.
            let unit = |text: &str| -> u128 {
                let (whole, part) = text.split_once('.').unwrap_or((text, ""));
                format!("{whole}{part:0<26}").parse().unwrap()
            };
            let (shown, limit) = (unit(&shown), unit(&target.percent().to_string()));
            let met = match target.comparison() {
                Comparison::Below => shown < limit,
                Comparison::AtLeast => shown >= limit,
            };
            prop_assert_eq!(met, target.judge(counts) == Verdict::Met);
        }
    }
}
