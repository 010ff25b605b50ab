//! When two values of different languages are the same.

use crate::check::values::{Date, Figure, Half, Length, Thing, Time, Value};

/// A code up to this length may be written in parts: a standard, a financial year.
const SHORT_CODE: usize = 8;
/// Minutes in half a day.
pub(super) const HALF_DAY: u16 = 12 * 60;

/// Reports whether two values can be translations of each other.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    one_way(a, b) || one_way(b, a)
}

fn one_way(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Date(a), Value::Date(b)) => dates(a, b),
        (Value::Weekday(a), Value::Weekday(b)) => a == b,
        (Value::Time(a), Value::Time(b)) => times(*a, *b),
        (Value::Percent(a), Value::Percent(b)) => a == b,
        (
            Value::Money { currency, amount },
            Value::Money {
                currency: other,
                amount: much,
            },
        ) => amount == much && currency.meets(*other),
        (Value::Number { value, what }, Value::Number { value: v, what: w }) => {
            numbers((*value, *what), (*v, *w))
        }
        (Value::Number { value, .. }, Value::Percent(figure)) => {
            Figure::ratio(*figure, Figure::HUNDRED) == Some(*value)
        }
        // the second of "$300 to 500" has no sign of its own
        (Value::Number { value, what: None }, Value::Money { amount, .. }) => value == amount,
        (Value::Number { value, what }, Value::Date(date)) => number_and_date(*value, *what, date),
        // "from nine to five": the hour alone, of either half of the day
        (Value::Number { value, what: None }, Value::Time(time)) => {
            let hour = u64::from(time.minutes / 60);
            let on_the_hour = time.minutes % 60 == 0;
            let half = hour.checked_sub(12).filter(|hour| *hour > 0);
            on_the_hour && [Some(hour), half].contains(&value.integer())
        }
        (Value::Asin(a), Value::Asin(b))
        | (Value::Order(a), Value::Order(b))
        | (Value::Email(a), Value::Email(b)) => a == b,
        (Value::Code(a), Value::Code(b) | Value::Asin(b) | Value::Order(b)) => codes(a, b),
        (Value::Code(code), Value::Number { value, .. }) => has_figure(code, *value),
        (Value::Code(code), Value::Date(date)) => {
            let year = date.year.and_then(|year| u64::try_from(year).ok());
            date.day.is_none() && year.is_some_and(|year| has_figure(code, Figure::whole(year)))
        }
        _ => false,
    }
}

/// A full date needs its day on the other side; a year that stands once in a paragraph is enough.
fn dates(a: &Date, b: &Date) -> bool {
    let years = a.year.is_none() || b.year.is_none() || a.year == b.year;
    let parts = |a: &Date, b: &Date| {
        let month = a.month == b.month || a.month.is_none() || b.month.is_none();
        a.day == b.day && month && (a.day.is_some() || a.month == b.month)
    };
    let turned = |date: &Date| Date {
        month: date.day,
        day: date.month,
        ..*date
    };
    let last = |end: &Date, day: &Date| {
        let month = end.month.or(Some(12));
        end.ends && month == day.month && is_last(day)
    };
    years
        && (parts(a, b)
            || last(a, b)
            || last(b, a)
            || (a.ambiguous && parts(&turned(a), b))
            || (b.ambiguous && parts(a, &turned(b))))
}

/// Reports whether a day is the last one of its month, of any year where none is named.
fn is_last(day: &Date) -> bool {
    let next = |year| Date {
        year: Some(year),
        day: day.day.and_then(|day| day.checked_add(1)),
        ..*day
    };
    let years = day.year.map_or(vec![2023, 2024], |year| vec![year]);
    let mut years = years.into_iter().map(next);
    day.day.is_some() && years.any(|next| next.full().is_none())
}

/// Reports whether a value is part of another that says more: "in May" of "5 May 2026".
pub(super) fn is_part_of(part: &Value, whole: &Value) -> bool {
    let (Value::Date(part), Value::Date(whole)) = (part, whole) else {
        return false;
    };
    let fits = |a: Option<i32>, b: Option<i32>| a.is_none() || b.is_none() || a == b;
    let month = |date: &Date| date.month.map(i32::from);
    part.day.is_none()
        && fits(part.year, whole.year)
        && fits(month(part), month(whole))
        && (part.month.is_none() || whole.month.is_some())
        && (part.month.is_some() || whole.year.is_some())
}

fn times(a: Time, b: Time) -> bool {
    if a.minutes == b.minutes {
        return true;
    }
    let open = |a: Half, b: Half| a == Half::Open || (a == Half::Colon && b == Half::Marked);
    a.minutes % HALF_DAY == b.minutes % HALF_DAY && (open(a.half, b.half) || open(b.half, a.half))
}

fn numbers(a: (Figure, Option<Thing>), b: (Figure, Option<Thing>)) -> bool {
    let (Some(x), Some(y)) = (a.1, b.1) else {
        return a.0 == b.0 || is_length(a, b) || is_length(b, a);
    };
    // three days are no three hours, and no three parcels
    let apart = (x.is_time() || y.is_time()) && x.and(y).is_empty();
    if a.0 != b.0 || apart {
        return lasts((a.0, x)).is_some_and(|long| Some(long) == lasts((b.0, y)));
    }
    true
}

/// "18 months, and the software was set to 24": two years.
fn is_length(bare: (Figure, Option<Thing>), other: (Figure, Option<Thing>)) -> bool {
    let long = other.1.and_then(|unit| lasts((other.0, unit)));
    let months = long.filter(|(seconds, _)| !seconds).map(|(_, long)| long);
    bare.1.is_none() && months == Some(bare.0)
}

/// How long a number of units is: 24 hours and one day are the same.
pub(super) fn lasts((value, unit): (Figure, Thing)) -> Option<(bool, Figure)> {
    match unit.length()? {
        Length::Seconds(seconds) => Some((true, value.times(seconds))),
        Length::Months(months) => Some((false, value.times(months))),
    }
}

/// 30日 may be thirty days, 5日 the fifth, and 2025 a year.
fn number_and_date(value: Figure, what: Option<Thing>, date: &Date) -> bool {
    let is = |part: u64| value == Figure::whole(part);
    match (date.year, date.month, date.day) {
        (Some(year), None, None) => u64::try_from(year).is_ok_and(is),
        (None, None, Some(day)) => is(day.into()) && what.is_none_or(Thing::is_time),
        _ => false,
    }
}

fn codes(a: &str, b: &str) -> bool {
    a == b || plain(a) == plain(b)
}

/// An identifier without its hyphens.
pub(super) fn plain(code: &str) -> String {
    let kept = code.chars().filter(char::is_ascii_alphanumeric);
    kept.map(|c| c.to_ascii_uppercase()).collect()
}

/// "EN71-1" on one side, "EN 71-1" on the other.
fn has_figure(code: &str, value: Figure) -> bool {
    if code.len() > SHORT_CODE {
        return false;
    }
    let mut groups = code.split(|c: char| !c.is_ascii_digit());
    groups.any(|group| Figure::parse(group) == Some(value))
}
