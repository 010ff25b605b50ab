//! One sign of the data: phrases that stand together in a sentence.

use crate::notice::squeeze::squeeze_phrase;

/// A sign as it is written, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pattern<'t> {
    /// Parts that all stand in the sentence, each with its alternatives.
    pub(super) parts: Vec<Vec<Alternative<'t>>>,
    /// Parts of which none stands there.
    pub(super) without: Vec<Vec<Alternative<'t>>>,
}

/// One of the words a part can be.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Alternative<'t> {
    /// A phrase.
    Phrase(Atom),
    /// A word group, by its name.
    Group(&'t str),
}

/// A phrase to look for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Atom {
    /// The phrase, squeezed.
    pub(super) text: String,
    /// A word may go on behind it.
    pub(super) open: bool,
}

/// What is wrong with a sign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum SignFault {
    /// A part has no letters.
    Empty,
    /// More parts than can be counted.
    TooMany,
    /// Only parts that must not stand there.
    OnlyWithout,
}

/// The most parts of a sign.
pub(super) const MOST_PARTS: usize = 8;

/// Reads a sign.
pub(super) fn parse(text: &str) -> Result<Pattern<'_>, SignFault> {
    let mut pattern = Pattern {
        parts: Vec::new(),
        without: Vec::new(),
    };
    for part in text.split(" + ") {
        let part = part.trim();
        let (part, without) = match part.strip_prefix('!') {
            Some(rest) => (rest, true),
            None => (part, false),
        };
        let mut alternatives = Vec::new();
        for phrase in part.split(" / ") {
            let phrase = phrase.trim();
            let group = phrase.strip_prefix('{').and_then(|p| p.strip_suffix('}'));
            alternatives.push(match group {
                Some(name) => Alternative::Group(name),
                None => Alternative::Phrase(atom(phrase).ok_or(SignFault::Empty)?),
            });
        }
        if without {
            pattern.without.push(alternatives);
        } else {
            pattern.parts.push(alternatives);
        }
    }
    if pattern.parts.is_empty() {
        return Err(SignFault::OnlyWithout);
    }
    if pattern.parts.len() > MOST_PARTS || pattern.without.len() > MOST_PARTS {
        return Err(SignFault::TooMany);
    }
    Ok(pattern)
}

/// Reads a phrase of a sign or of a word group.
pub(super) fn atom(phrase: &str) -> Option<Atom> {
    let open = phrase.ends_with('*');
    let text = squeeze_phrase(phrase);
    (!text.is_empty()).then_some(Atom { text, open })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_taken_apart() {
        let sign = parse("{late} / over-due + ship* + !will").unwrap();
        let phrase = |text: &str| Alternative::Phrase(atom(text).unwrap());
        assert_eq!(
            sign.parts,
            [
                vec![Alternative::Group("late"), phrase("overdue")],
                vec![phrase("ship*")]
            ]
        );
        assert_eq!(sign.without, [vec![phrase("will")]]);
        assert!(atom("ship*").unwrap().open && !atom("ship").unwrap().open);
    }

    #[test]
    fn faults_are_named() {
        assert_eq!(parse("a + -"), Err(SignFault::Empty));
        assert_eq!(parse("!a"), Err(SignFault::OnlyWithout));
        assert_eq!(
            parse("a + b + c + d + e + f + g + h + i"),
            Err(SignFault::TooMany)
        );
    }
}
