//! Figures of metrics: which one is the seller's, which one Amazon's.

use std::ops::Range;

use crate::lang::is_cjk;
use crate::notice::Metric;
use crate::notice::extract::percents::percents;
use crate::notice::extract::spans::spans;
use crate::notice::recogniser::Words;

/// A metric's name in a text.
#[derive(Debug, Clone)]
pub(in crate::notice) struct Name {
    pub(in crate::notice) id: String,
    pub(in crate::notice) place: Range<usize>,
    /// The sentence it stands in.
    pub(in crate::notice) sentence: Range<usize>,
}

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// The seller's, by the word right before it.
    Own,
    /// What Amazon asks for, by the words around it.
    Target,
    /// Some words say the one, some the other.
    Either,
    /// What the seller's was before.
    Former,
    /// Nothing is said.
    Plain,
}

/// A figure of a metric.
#[derive(Debug)]
struct Figure {
    text: String,
    at: usize,
    role: Role,
    /// The days it was counted over, where they are named.
    window: Option<u32>,
}

/// Reads the figures beside the names of metrics; one that is only named has none. Each window a
/// metric was counted over has a figure of its own. `limits` are what Amazon usually asks for.
pub(in crate::notice) fn metrics(
    text: &str,
    names: &[Name],
    words: &Words,
    limits: &[(String, String)],
) -> Vec<Metric> {
    let mut figures: Vec<(&str, Vec<Figure>)> = Vec::new();
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
        let found = beside(text, name, from, next, words);
        match figures.iter_mut().find(|(id, _)| *id == name.id) {
            Some((_, known)) => {
                for figure in found {
                    if known.iter().all(|known| known.at != figure.at) {
                        known.push(figure);
                    }
                }
            }
            None => figures.push((&name.id, found)),
        }
    }
    figures
        .into_iter()
        .flat_map(|(id, figures)| {
            let usual = limits.iter().find(|(metric, _)| metric == id);
            told_apart(id, figures, usual.map(|(_, figure)| figure.as_str()))
        })
        .collect()
}

/// The figures of one place where a metric is named.
fn beside(text: &str, name: &Name, from: usize, next: usize, words: &Words) -> Vec<Figure> {
    let mut to = name.sentence.end.min(next);
    let mut found = read(text, from..to, words);
    if found.is_empty() {
        // A table has its figures below or beside the name.
        to = tail(text, name.sentence.end).min(next);
        found = read(text, from..to, words);
    }
    // "… is 7.2%. We ask for less than 4%." The next sentence may name the target, not the value.
    if to == name.sentence.end && found.iter().all(|figure| figure.role != Role::Target) {
        let below = to..tail(text, to).min(next.max(to));
        let below = read(text, below, words);
        found.extend(below.into_iter().filter(|f| f.role == Role::Target));
    }
    found
}

/// Reads the figures of a range and what they are.
fn read(text: &str, range: Range<usize>, words: &Words) -> Vec<Figure> {
    let figures = percents(text, range.clone(), words);
    let mut last = range.start;
    let mut found: Vec<Figure> = Vec::new();
    // Windows stand before all figures or behind all of them.
    let mut leading = true;
    for (nth, (figure, place)) in figures.iter().enumerate() {
        let next = figures.get(nth + 1).map_or(range.end, |(_, p)| p.start);
        let before = &text[last.max(floor(text, place.start.saturating_sub(60)))..place.start];
        let behind = &text[place.end..ceil(text, place.end + 60).min(next.max(place.end))];
        if nth == 0 {
            leading = window(before, words).is_some();
        }
        let rest = &text[place.end..ceil(text, place.end + 60)];
        found.push(Figure {
            text: figure.clone(),
            at: place.start,
            role: role(before, rest, words),
            window: window(if leading { before } else { behind }, words),
        });
        last = place.end;
    }
    found
}

/// Tells the seller's figures of a metric from Amazon's.
fn told_apart(id: &str, figures: Vec<Figure>, usual: Option<&str>) -> Vec<Metric> {
    let is_usual = |figure: &Figure| {
        usual.is_some_and(|usual| thousandths(usual) == thousandths(&figure.text))
    };
    // What Amazon always asks for is its figure, unless the notice says that it is the seller's.
    let known = figures.iter().find(|f| f.role != Role::Own && is_usual(f));
    let by_words = figures.iter().find(|f| f.role == Role::Target);
    let target = known.or(by_words).map(|f| f.text.clone());
    let has_usual = known.is_some();
    let mut values: Vec<Figure> = Vec::new();
    for figure in figures {
        let own = match figure.role {
            Role::Own => true,
            Role::Former => false,
            // Beside the usual one, "above 7%" is what the seller has come to.
            Role::Target => has_usual && values.is_empty() && !is_usual(&figure),
            Role::Either | Role::Plain => !is_usual(&figure),
        };
        let further = values.iter().all(|known| {
            known.text != figure.text && figure.window.is_some() && known.window != figure.window
        });
        if own && further {
            values.push(figure);
        }
    }
    let metric = |value| Metric {
        id: id.to_owned(),
        value,
        target: target.clone(),
    };
    if values.is_empty() {
        return vec![metric(None)];
    }
    values.into_iter().map(|f| metric(Some(f.text))).collect()
}

/// A figure like `2.50%` in thousandths of a percent.
fn thousandths(figure: &str) -> Option<u32> {
    let figure = figure.trim_end_matches('%');
    let (whole, fraction) = figure.split_once('.').unwrap_or((figure, ""));
    let fraction = format!("{fraction:0<3}");
    Some(whole.parse::<u32>().ok()? * 1000 + fraction.get(..3)?.parse::<u32>().ok()?)
}

/// Returns the first length of time of a text, in days.
fn window(text: &str, words: &Words) -> Option<u32> {
    spans(&text.to_lowercase(), words)
        .find(|span| span.hours >= 24)
        .map(|span| span.hours / 24)
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

/// Where a word begins in a text last; "over" does not in "coverage".
fn begins(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let inside = text[..at].ends_with(|c: char| c.is_alphabetic() && !is_cjk(c));
        !inside || !word.starts_with(|c: char| c.is_alphabetic() && !is_cjk(c))
    })
}

/// What ends a clause.
const CLAUSES: [char; 9] = [';', '；', '。', '|', '\n', '(', ',', '，', '/'];

/// Tells by the words around a figure what it is.
fn role(before: &str, behind: &str, words: &Words) -> Role {
    let before = before.to_lowercase();
    let behind = behind.to_lowercase();
    let targets = &words.targets;
    let trimmed = before.trim_end_matches([' ', ',', '\n', '(']);
    let ends = |word: &String| {
        trimmed.strip_suffix(word.as_str()).is_some_and(|front| {
            !word.starts_with(|c: char| c.is_ascii_alphabetic())
                || !front.ends_with(|c: char| c.is_ascii_alphabetic())
        })
    };
    if targets.former.iter().any(ends) {
        return Role::Former;
    }
    let own = targets.own.iter().any(ends);
    // The nearest clause decides.
    let clause = before
        .trim_end_matches([' ', ',', '\n', '('])
        .rfind(CLAUSES)
        .map_or(before.as_str(), |at| &before[at..]);
    // "Over the last 30 days" sets no limit, nor does "over 30 days".
    let mut clause = clause.to_owned();
    for phrase in &targets.idle {
        clause = clause.replace(phrase.as_str(), " ");
    }
    let timed: Vec<Range<usize>> = spans(&clause, words).map(|span| span.place).collect();
    for place in timed.into_iter().rev() {
        let front = clause[..place.start].trim_end();
        let word = front.rfind(' ').map_or(0, |at| at + 1);
        clause.replace_range(word..place.end, " ");
    }
    if targets.before.iter().any(|word| begins(&clause, word)) {
        return if own { Role::Either } else { Role::Target };
    }
    if own {
        return Role::Own;
    }
    let clause = behind
        .find([';', '；', '。', '|', '\n', ',', '，', '.', '('])
        .map_or(behind.as_str(), |at| &behind[..at]);
    let starts = |clause: &str, list: &[String]| {
        list.iter()
            .any(|word| clause.trim_start().starts_with(word.as_str()))
    };
    // "1%, the most we permit", and no other figure that this could be said of.
    let apposed = behind
        .strip_prefix([',', '，'])
        .map(|rest| rest.split(['.', ';', '。', '\n']).next().unwrap_or(rest))
        .is_some_and(|rest| {
            starts(rest, &targets.apposed) && !rest.contains(|c: char| c.is_ascii_digit())
        });
    if apposed || starts(clause, &targets.behind) {
        Role::Target
    } else {
        Role::Plain
    }
}
