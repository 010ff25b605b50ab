//! Byte strings one behind the other, each found by its number.
//!
//! Stored as they stand and borrowed when they are read, so that a program which needs a few of
//! thousands reads no others. The build script uses this file too.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Bytes of a number in the table of ends.
const WIDTH: usize = 4;

/// Byte strings by number.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Records<'a> {
    /// Where each ends; it begins where the one before it ends.
    #[serde(borrow)]
    ends: Cow<'a, [u8]>,
    #[serde(borrow)]
    bytes: Cow<'a, [u8]>,
}

impl Records<'_> {
    /// Adds one.
    pub(super) fn push(&mut self, record: &[u8]) {
        let bytes = self.bytes.to_mut();
        bytes.extend_from_slice(record);
        let end = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        self.ends.to_mut().extend(end.to_le_bytes());
    }

    /// Returns one; nothing behind the last.
    pub(super) fn get(&self, number: usize) -> &[u8] {
        let start = number.checked_sub(1).map_or(0, |before| self.end(before));
        self.bytes.get(start..self.end(number)).unwrap_or_default()
    }

    fn end(&self, number: usize) -> usize {
        let bytes = self.ends.get(number * WIDTH..(number + 1) * WIDTH);
        bytes.map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
    }
}

impl Records<'static> {
    /// Returns one that is part of the program; nothing where they were made while it runs.
    pub(super) fn built_in(&self, number: usize) -> Option<&'static [u8]> {
        let Cow::Borrowed(bytes) = self.bytes else {
            return None;
        };
        let start = number.checked_sub(1).map_or(0, |before| self.end(before));
        bytes.get(start..self.end(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found_by_its_number_also_after_it_was_stored() {
        let mut records = Records::default();
        for record in ["late", "", "退款"] {
            records.push(record.as_bytes());
        }
        let bytes: &'static [u8] = postcard::to_allocvec(&records).unwrap().leak();
        let stored: Records<'static> = postcard::from_bytes(bytes).unwrap();
        for (at, record) in ["late", "", "退款", ""].into_iter().enumerate() {
            assert_eq!(records.get(at), record.as_bytes());
            assert_eq!(stored.get(at), record.as_bytes());
        }
        assert_eq!(stored.built_in(2), Some("退款".as_bytes()));
        assert_eq!(stored.built_in(3), None);
        assert_eq!(records.built_in(0), None);
    }
}
