//! One sign of the data: phrases that stand together in a sentence.

use crate::notice::squeeze::squeeze_phrase;

/// A sign as it is written, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pattern {
    /// Parts that all stand in the sentence.
    pub(super) parts: Vec<Vec<Atom>>,
    /// Parts of which none stands there.
    pub(super) without: Vec<Vec<Atom>>,
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
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SignFault {
    /// A part has no letters.
    Empty,
    /// A word group of that name does not exist in the language.
    UnknownGroup(String),
    /// More parts than can be counted.
    TooMany,
    /// Only parts that must not stand there.
    OnlyWithout,
}

/// The most parts of a sign.
pub(super) const MOST_PARTS: usize = 8;

/// Reads a sign; `group` gives the phrases of a word group.
pub(super) fn parse<'g>(
    text: &str,
    group: &dyn Fn(&str) -> Option<&'g [Atom]>,
) -> Result<Pattern, SignFault> {
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
        let mut atoms = Vec::new();
        for phrase in part.split(" / ") {
            let phrase = phrase.trim();
            if let Some(name) = phrase.strip_prefix('{').and_then(|p| p.strip_suffix('}')) {
                let known = group(name).ok_or_else(|| SignFault::UnknownGroup(name.to_owned()))?;
                atoms.extend_from_slice(known);
            } else {
                atoms.push(atom(phrase).ok_or(SignFault::Empty)?);
            }
        }
        if without {
            pattern.without.push(atoms);
        } else {
            pattern.parts.push(atoms);
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

    fn read(text: &str) -> Result<Pattern, SignFault> {
        let late = [atom("late").unwrap(), atom("delay*").unwrap()];
        let late: &'static [Atom] = Vec::leak(late.to_vec());
        parse(text, &|name| (name == "late").then_some(late))
    }

    #[test]
    fn signs_are_taken_apart() {
        let sign = read("{late} / over-due + ship* + !will").unwrap();
        let texts: Vec<Vec<&str>> = sign
            .parts
            .iter()
            .map(|p| p.iter().map(|a| a.text.as_str()).collect())
            .collect();
        assert_eq!(texts, [vec!["late", "delay", "overdue"], vec!["ship"]]);
        assert!(sign.parts[0][1].open && sign.parts[1][0].open && !sign.parts[0][0].open);
        assert_eq!(sign.without[0][0].text, "will");
    }

    #[test]
    fn faults_are_named() {
        assert_eq!(read("{lat}"), Err(SignFault::UnknownGroup("lat".into())));
        assert_eq!(read("a + -"), Err(SignFault::Empty));
        assert_eq!(read("!a"), Err(SignFault::OnlyWithout));
        assert_eq!(
            read("a + b + c + d + e + f + g + h + i"),
            Err(SignFault::TooMany)
        );
    }
}
