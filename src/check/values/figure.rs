//! A number as a value: 12.50 and 12.5 are the same one.

use std::fmt;

/// Millionths in a whole.
const WHOLE: i128 = 1_000_000;

/// A number of six decimals at most, exact where a letter's numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure(i128);

impl Figure {
    /// Zero.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(WHOLE);
    /// A half.
    pub const HALF: Self = Self(WHOLE / 2);
    /// A hundred.
    pub const HUNDRED: Self = Self(100 * WHOLE);

    /// Makes a whole number.
    pub fn whole(number: u64) -> Self {
        Self(i128::from(number).saturating_mul(WHOLE))
    }

    /// Makes a fraction, rounded to six decimals; `None` for a denominator of zero.
    pub fn ratio(over: Self, under: Self) -> Option<Self> {
        let exact = over.0.checked_mul(WHOLE)?.checked_div(under.0)?;
        Some(Self(exact))
    }

    /// Reads digits and an optional fraction: `12`, `0.5`; nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let mut figure = Self::whole(whole.parse().ok()?);
        for (place, digit) in fraction.chars().enumerate() {
            figure.push_decimal(place, digit.to_digit(10)?);
        }
        Some(figure)
    }

    /// Adds a digit behind the point; `place` 0 is the tenths. Past six decimals it changes nothing.
    pub(super) fn push_decimal(&mut self, place: usize, digit: u32) {
        if let Some(weight) = u32::try_from(place)
            .ok()
            .and_then(|place| 5_u32.checked_sub(place))
        {
            self.0 += i128::from(digit) * 10_i128.pow(weight);
        }
    }

    /// Multiplies, at most up to the largest number.
    #[must_use]
    pub fn times(self, factor: u64) -> Self {
        Self(self.0.saturating_mul(i128::from(factor)))
    }

    /// Adds.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Returns the whole number it is.
    pub fn integer(self) -> Option<u64> {
        if self.0 % WHOLE == 0 {
            u64::try_from(self.0 / WHOLE).ok()
        } else {
            None
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0 / WHOLE)?;
        let rest = self.0 % WHOLE;
        if rest == 0 {
            return Ok(());
        }
        let decimals = format!("{rest:06}");
        write!(f, ".{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_short_and_compared_by_value() {
        assert_eq!(Figure::parse("12.50"), Figure::parse("12.5"));
        assert_eq!(Figure::parse("12.50").unwrap().to_string(), "12.5");
        assert_eq!(Figure::whole(480).to_string(), "480");
        assert_eq!(Figure::parse("0.05").unwrap().to_string(), "0.05");
        assert_eq!(Figure::parse("x"), None);
        let third = Figure::ratio(Figure::whole(2), Figure::whole(3)).unwrap();
        assert_eq!(third.to_string(), "0.666666");
        assert_eq!(Figure::ratio(Figure::ONE, Figure::ZERO), None);
        assert_eq!(Figure::whole(u64::MAX).times(u64::MAX).integer(), None);
    }
}
