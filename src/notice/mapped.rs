//! A text made from another one that knows where each of its bytes came from.

use std::ops::Range;

/// A text and, for each byte of it, the place in the given text it stands for.
#[derive(Debug, Clone, Default)]
pub(super) struct Mapped {
    text: String,
    runs: Vec<Run>,
}

/// A stretch whose bytes stand side by side in the given text too.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// Where it begins in the made text.
    at: usize,
    /// Where it begins in the given text.
    origin: usize,
    /// How many bytes of the given text one byte of it stands for at most; more than one where
    /// the given text is encoded.
    end: usize,
}

impl Mapped {
    /// Takes a text as it is.
    pub(super) fn plain(text: &str) -> Self {
        let mut mapped = Self::default();
        mapped.push(text, 0..text.len());
        mapped
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds a text that stands for a range of the given one.
    pub(super) fn push(&mut self, text: &str, origin: Range<usize>) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        self.text.push_str(text);
        if let Some(last) = self.runs.last_mut()
            && at - last.at == last.end - last.origin
            && last.end == origin.start
            && origin.len() == text.len()
        {
            last.end = origin.end;
            return;
        }
        self.runs.push(Run {
            at,
            origin: origin.start,
            end: origin.end,
        });
    }

    /// Adds a range of another mapped text as it is.
    pub(super) fn copy(&mut self, from: &Self, range: Range<usize>) {
        let mut at = range.start;
        let mut run = from.run(at);
        while at < range.end && run < from.runs.len() {
            let stop = from.runs.get(run + 1).map_or(from.text.len(), |r| r.at);
            let stop = stop.min(range.end);
            let Run {
                at: begin,
                origin,
                end,
            } = from.runs[run];
            let alike =
                from.runs.get(run + 1).map_or(from.text.len(), |r| r.at) - begin == end - origin;
            let place = if alike {
                origin + (at - begin)..origin + (stop - begin)
            } else {
                origin..end
            };
            self.push(&from.text[at..stop], place);
            at = stop;
            run += 1;
        }
    }

    /// Adds other text in place of a range of another mapped text.
    pub(super) fn replace(&mut self, text: &str, from: &Self, range: Range<usize>) {
        let origin = from.origin(range);
        self.push(text, origin);
    }

    fn run(&self, at: usize) -> usize {
        self.runs
            .partition_point(|run| run.at <= at)
            .saturating_sub(1)
    }

    /// Returns the range of the given text that a range of this one stands for.
    pub(super) fn origin(&self, range: Range<usize>) -> Range<usize> {
        let Some(first) = self.runs.get(self.run(range.start)) else {
            return 0..0;
        };
        let start = (first.origin + (range.start - first.at)).min(first.end);
        if range.is_empty() {
            return start..start;
        }
        let at = self.run(range.end - 1);
        let last = self.runs[at];
        let stop = self.runs.get(at + 1).map_or(self.text.len(), |r| r.at);
        let alike = stop - last.at == last.end - last.origin;
        let end = if alike {
            last.origin + (range.end - last.at)
        } else {
            last.end
        };
        let start = if at == self.run(range.start) && !alike {
            last.origin
        } else {
            start
        };
        start.min(end)..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_keep_their_origin() {
        let given = "a&amp;b<br>c";
        let one = Mapped::plain(given);
        let mut two = Mapped::default();
        two.copy(&one, 0..1);
        two.replace("&", &one, 1..6);
        two.copy(&one, 6..7);
        two.replace("\n", &one, 7..11);
        two.copy(&one, 11..12);
        assert_eq!(two.text(), "a&b\nc");
        assert_eq!(two.origin(0..3), 0..7);
        assert_eq!(two.origin(1..2), 1..6);
        assert_eq!(two.origin(4..5), 11..12);
        let mut three = Mapped::default();
        three.copy(&two, 0..5);
        assert_eq!(three.origin(1..3), 1..7);
        assert_eq!(three.origin(2..3), 6..7);
    }
}
