//! Figures of metrics: which one is the seller's, which one Amazon's.

use std::ops::Range;

use crate::lang::is_cjk;
use crate::notice::Metric;
use crate::notice::recogniser::Words;

/// A metric's name in a text.
#[derive(Debug, Clone)]
pub(in crate::notice) struct Name {
    pub(in crate::notice) id: String,
    pub(in crate::notice) place: Range<usize>,
    /// The sentence it stands in.
    pub(in crate::notice) sentence: Range<usize>,
}

/// Reads the figures beside the names of metrics; one that is only named has none.
pub(in crate::notice) fn metrics(text: &str, names: &[Name], words: &Words) -> Vec<Metric> {
    let mut found: Vec<Metric> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let next = names
            .get(at + 1)
            .map_or(text.len(), |next| next.place.start);
        let first_here = at == 0 || names[at - 1].sentence != name.sentence;
        // Figures before the first name of a sentence belong to it as well: "More than 4% of ...".
        let from = if first_here {
            name.sentence.start
        } else {
            name.place.start
        };
        let mut to = name.sentence.end.min(next);
        let mut figures = percents(text, from..to);
        if figures.is_empty() {
            // A table has its figures below or beside the name.
            to = tail(text, name.sentence.end).min(next);
            figures = percents(text, from..to);
        }
        let mut metric = Metric {
            id: name.id.clone(),
            value: None,
            target: None,
        };
        let mut last = from;
        for (figure, range) in figures {
            let before = &text[last.max(floor(text, range.start.saturating_sub(60)))..range.start];
            let behind = &text[range.end..ceil(text, range.end + 24)];
            let slot = if is_target(before, behind, words) {
                &mut metric.target
            } else {
                &mut metric.value
            };
            if slot.is_none() {
                *slot = Some(figure);
            }
            last = range.end;
        }
        // "… is 7.2%. We ask for less than 4%." The next sentence may name the target, not the value.
        if metric.target.is_none() && to == name.sentence.end {
            let below = to..tail(text, to).min(next.max(to));
            let mut last = below.start;
            for (figure, range) in percents(text, below) {
                let before = &text[last..range.start];
                let behind = &text[range.end..ceil(text, range.end + 24)];
                if metric.target.is_none() && is_target(before, behind, words) {
                    metric.target = Some(figure);
                }
                last = range.end;
            }
        }
        match found.iter_mut().find(|known| known.id == metric.id) {
            Some(known) => {
                known.value = known.value.take().or(metric.value);
                known.target = known.target.take().or(metric.target);
            }
            None => found.push(metric),
        }
    }
    found
}

/// The end of the two lines below a place.
fn tail(text: &str, from: usize) -> usize {
    let mut at = from;
    for _ in 0..2 {
        at += text[at..]
            .find('\n')
            .map_or(text.len() - at, |next| next + 1);
    }
    at.min(ceil(text, from + 80))
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Reports whether a word begins in a text; "over" does not in "coverage".
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let inside = text[..at].ends_with(|c: char| c.is_alphabetic() && !is_cjk(c));
        !inside || !word.starts_with(|c: char| c.is_alphabetic() && !is_cjk(c))
    })
}

/// Reports whether a figure is the one Amazon asks for, by the words around it.
fn is_target(before: &str, behind: &str, words: &Words) -> bool {
    let before = before.to_lowercase();
    let behind = behind.to_lowercase();
    let trimmed = before.trim_end_matches([' ', ',', '\n', '(']);
    if words
        .own_before
        .iter()
        .any(|word| trimmed.ends_with(word.as_str()))
    {
        return false;
    }
    // The nearest clause decides.
    let clause = before
        .rfind([';', '；', '。', '|', '\n', '('])
        .map_or(before.as_str(), |at| &before[at..]);
    if words
        .target_before
        .iter()
        .any(|word| has_word(clause, word))
    {
        return true;
    }
    let clause = behind
        .find([';', '；', '。', '|', '\n', ',', '，', '.', '('])
        .map_or(behind.as_str(), |at| &behind[..at]);
    words
        .target_behind
        .iter()
        .any(|word| clause.trim_start().starts_with(word.as_str()))
}

/// Reports whether a range has a figure of a metric.
pub(in crate::notice) fn has_figure(text: &str, range: Range<usize>) -> bool {
    !percents(text, range).is_empty()
}

/// Length of the words for "in a hundred" at the beginning of a text, those between included.
fn of_hundred(behind: &str) -> Option<usize> {
    const WORDS: [&str; 20] = [
        "in every hundred",
        "in each hundred",
        "in a hundred",
        "in every 100",
        "in 100",
        "out of every hundred",
        "out of a hundred",
        "out of every 100",
        "out of 100",
        "of every hundred",
        "of every 100",
        "per hundred",
        "per 100",
        "von hundert",
        "von 100",
        "sur cent",
        "sur 100",
        "su cento",
        "su 100",
        "de cada cien",
    ];
    // "5.3 orders in every hundred": a word may stand between.
    let word = behind.find(' ').filter(|len| *len <= 12).unwrap_or(0);
    [0, word].into_iter().find_map(|from| {
        let rest = behind[from..].trim_start();
        let words = WORDS.iter().find(|words| rest.starts_with(**words))?;
        Some(behind.len() - rest.len() + words.len())
    })
}

/// Percentages of a range, as `2.3%`.
fn percents(text: &str, range: Range<usize>) -> Vec<(String, Range<usize>)> {
    const SIGNS: [&str; 8] = [
        "%",
        "percent",
        "per cent",
        "prozent",
        "pour cent",
        "por ciento",
        "per cento",
        "パーセント",
    ];
    let part = &text[range.clone()];
    let lower = part.to_ascii_lowercase();
    let bytes = lower.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let inside = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'.');
        if !bytes[at].is_ascii_digit() || inside {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        let mut fraction = "";
        if at + 1 < bytes.len()
            && matches!(bytes[at], b'.' | b',')
            && bytes[at + 1].is_ascii_digit()
        {
            let from = at + 1;
            at = from;
            while at < bytes.len() && bytes[at].is_ascii_digit() {
                at += 1;
            }
            fraction = &lower[from..at];
        }
        let whole = &lower[start..at];
        let whole = whole.split(['.', ',']).next().unwrap_or(whole);
        let behind = lower[at..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        if whole.len() <= 3
            && fraction.len() <= 4
            && let Some(sign) = SIGNS
                .iter()
                .find(|sign| behind.starts_with(**sign))
                .map(|sign| sign.len())
                .or_else(|| of_hundred(behind))
        {
            let end = lower.len() - behind.len() + sign;
            let figure = if fraction.is_empty() {
                format!("{whole}%")
            } else {
                format!("{whole}.{fraction}%")
            };
            found.push((figure, range.start + start..range.start + end));
            at = end;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_forms() {
        let text = "2.30 % / 43,73％ / 1 per cent, 95 Prozent, v1.2.3%, 12345%, \
                    5.3 orders in every hundred, 7 in a row";
        let text = text.replace('％', "%");
        let found: Vec<String> = percents(&text, 0..text.len())
            .into_iter()
            .map(|(f, _)| f)
            .collect();
        assert_eq!(found, ["2.30%", "43.73%", "1%", "95%", "5.3%"]);
    }
}
