//! What one word or phrase of a language can be.

use super::{Currency, Figure, Thing};

/// A part of the day, to tell 4 from 16.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayHalf {
    Morning,
    Afternoon,
    Evening,
    Noon,
    Midnight,
}

/// What a word is besides its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    One,
    Article,
    Percent,
    Tenths,
    Discount,
    To,
    Clock,
    Stop,
    NotNumber,
    Common,
    /// The first of two words that belong together.
    Lead,
    And,
    Past,
    /// "on", before a day.
    OnDay,
    /// "the", "zum": before the number of a day.
    DayArticle,
    /// "in", "since": before a month.
    BeforeMonth,
    /// "one in three".
    OutOf,
    /// "Septemberhälfte": it has no days of its own.
    PartOfMonth,
    /// "may": a month only where something says so.
    AlsoWord,
    /// "last", before a third that is a part.
    PartBefore,
    /// 中, 均: behind a number, and nothing it counts.
    NoNoun,
    /// "in" and "the", before "afternoon".
    InThe,
    /// "eight per thousand", "one in every fifty".
    OfEvery,
    /// "two days later".
    Later,
    /// 问1: the number behind it labels.
    Label,
    BeforeHour,
    /// "halb": half an hour before the hour that follows.
    HalfBefore,
    Point,
}

impl Word {
    /// Reports whether the word has a role.
    pub(super) fn is(&self, role: Role) -> bool {
        self.roles & (1 << role as u16) != 0
    }

    /// Gives the word a role.
    pub(super) fn add(&mut self, role: Role) {
        self.roles |= 1 << role as u16;
    }
}

/// Everything one word or phrase can be.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    roles: u32,
    pub(super) number: Option<Figure>,
    pub(super) scale: Option<u64>,
    pub(super) month: Option<u8>,
    pub(super) weekday: Option<u8>,
    pub(super) perhaps: Vec<(Figure, Option<Thing>)>,
    pub(super) fraction: Option<u64>,
    pub(super) percent_before: Option<u64>,
    pub(super) percent_behind: Option<u64>,
    pub(super) half: Option<DayHalf>,
    pub(super) era: Option<u64>,
    pub(super) currency: Option<Currency>,
    /// A hundredth part of it.
    pub(super) hundredth: Option<Currency>,
    pub(super) thing: Option<Thing>,
    pub(super) measure: Option<Thing>,
    /// How many days after the last date: one for "the next day".
    pub(super) days: Option<i8>,
    /// Month and day of a day that has a name.
    pub(super) named_day: Option<(u8, u8)>,
}
