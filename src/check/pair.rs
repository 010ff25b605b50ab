//! Two texts that should say the same in two languages.

/// The two sides, as they were given.
#[derive(Debug)]
pub struct Pair<'p> {
    /// The first text.
    pub left: &'p str,
    /// The second text.
    pub right: &'p str,
}
