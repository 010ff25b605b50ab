//! What the lines of a text that anybody wrote are: paragraphs, items, headings,
//! salutation and signature.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::document::{Document, Role, Section};
use super::lexicon::Lexicon;

/// A line that is wider than this goes on in the next one, unless it ends a sentence.
const WRAPPED: usize = 44;
/// Columns of a line that is a heading because a list stands under it.
const OVER: usize = 32;
/// Columns a heading or a line of a signature may have.
const SHORT: usize = 64;

/// A paragraph that was found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) item: bool,
    /// It is a short line and ends no sentence.
    pub(super) short: bool,
}

/// Finds the paragraphs: an empty line, a list mark or a short line ends one.
pub(super) fn paragraphs(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut open = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let trimmed = line.trim();
        if trimmed.is_empty() {
            open = false;
            continue;
        }
        let from = at + line.len() - line.trim_start().len();
        let range = from..from + trimmed.len();
        let item = is_item(trimmed);
        match found.last_mut() {
            Some(last) if open && !item && goes_on(&text[last.range.clone()], trimmed) => {
                last.range.end = range.end;
            }
            _ => found.push(Found {
                range,
                item,
                short: false,
            }),
        }
        open = true;
    }
    for paragraph in &mut found {
        let line = &text[paragraph.range.clone()];
        let plain = line.trim_end_matches(['*', '_', ' ']);
        let ends = plain.ends_with(['.', '!', '?', '。', '！', '？', '；', ';']);
        paragraph.short = !line.contains('\n') && !ends && line.width() <= SHORT;
    }
    found
}

/// Whether a paragraph goes on in the next line: its last line is long, and either ends no
/// sentence or is as long as lines of wrapped text are.
fn goes_on(text: &str, next: &str) -> bool {
    let last = text.lines().next_back().unwrap_or_default().trim_end();
    let width = last.width();
    // "Box 3. The steps you have taken" over a long line: broken where the next word had room.
    let word = next.split_whitespace().next().unwrap_or_default();
    let room = width + 1 + word.width() < next.width();
    let begins = word.starts_with(char::is_uppercase);
    if room && begins && !text.contains('\n') && last.starts_with(char::is_uppercase) {
        return false;
    }
    let ends = last.ends_with(['.', '!', '?', '。', '！', '？', ':', '：', '；']);
    (WRAPPED..=100).contains(&width) && (!ends || text.contains('\n'))
}

/// Whether a line begins with a number or a bullet.
fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('•' | '●' | '◦' | '▪' | '·' | '■' | '○' | '–' | '—' | '①'..='⑳') => {
            true
        }
        Some('-' | '*' | '+') => chars.next().is_some_and(char::is_whitespace),
        // "a) ..."
        Some('a'..='z') => chars.next() == Some(')') && chars.next() == Some(' '),
        Some('(' | '（') => {
            let inside: String = chars
                .by_ref()
                .take_while(|c| !matches!(c, ')' | '）'))
                .collect();
            (1..=3).contains(&inside.chars().count()) && inside.chars().all(char::is_alphanumeric)
        }
        Some('一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') => {
            line.chars().take(4).any(|c| matches!(c, '、' | '．' | '.'))
        }
        Some(c) if c.is_ascii_digit() || c.is_ascii_uppercase() => {
            let label = line.len()
                - line
                    .trim_start_matches(|c: char| {
                        c.is_ascii_digit() || c == '.' || c.is_ascii_uppercase()
                    })
                    .len();
            let mark = &line[..label];
            let rest = &line[label..];
            let letters = mark.bytes().filter(u8::is_ascii_uppercase).count();
            let roman = mark
                .trim_end_matches('.')
                .bytes()
                .all(|b| b"IVX".contains(&b));
            let numbered = mark.len() <= 6 && (letters <= 1 || roman);
            let closed = mark.ends_with('.')
                || mark.contains('.')
                || rest.starts_with([')', '）', '、', '．']);
            // "1.5 kg" and "2026.11.20" are no labels; neither is "A. Smith" that far inside a line.
            numbered
                && closed
                && (rest.starts_with([' ', '\t', ')', '）', '、', '．'])
                    || rest.chars().next().is_some_and(crate::lang::is_cjk))
        }
        _ => false,
    }
}

/// Tells headings from lines and gives every paragraph the part it belongs to.
pub(super) fn name(document: &mut Document<'_>, lexicon: &Lexicon) {
    let mut section = Section::Opening;
    let last = document.paragraphs.len();
    for at in 0..last {
        if at > 0 && at + 2 >= last && is_initialled(flat_source(document, at)) {
            // "J. Hollin" under a letter is a name, not entry J.
            document.paragraphs[at].item = false;
        }
        let paragraph = &document.paragraphs[at];
        let flat = &document.flat()[paragraph.span.clone()];
        let words = unnumbered(flat);
        let known = lexicon.section(words);
        let later = known.is_none();
        let known = known.or_else(|| named_later(document, at, words, lexicon));
        if paragraph.role == Role::Line {
            let prose_follows = document.paragraphs[at + 1..]
                .iter()
                .take(2)
                .any(|p| p.role == Role::Prose || p.item);
            let heading =
                known.is_some() || (heading_like(document, at) && prose_follows && at > 0);
            if heading {
                section = known.map_or(Section::Other, |(section, _)| section);
                document.paragraphs[at].role = Role::Heading;
            } else if document.paragraphs[at].item {
                // An item of a list without a full stop says something all the same.
                document.paragraphs[at].role = Role::Prose;
            }
        } else if let (Some((found, length)), Some(end)) = (
            known,
            run_in(flat, words, known)
                .filter(|end| {
                    let heading = &flat[flat.len() - words.len()..*end];
                    !is_remark(document, at, known, heading)
                })
                .or((later || asks(flat)).then_some(flat.len())),
        ) {
            // "Root cause: orders were …"; or, with nothing behind it, "What has been done."
            section = found;
            if (end >= flat.len() || later) && length > 0 && at + 1 < last {
                document.paragraphs[at].role = Role::Heading;
            } else {
                document.pass_heading(at, end);
            }
        }
        document.paragraphs[at].section = section;
    }
}

/// Whether a paragraph is one short question, as forms have over their boxes.
fn asks(flat: &str) -> bool {
    flat.ends_with('?') && flat.width() <= SHORT && flat.matches(['.', '?', '!']).count() <= 2
}

/// Whether what reads like the heading of the papers is a sentence of its own: "Proof is
/// attached." with no list behind it.
fn is_remark(
    document: &Document<'_>,
    at: usize,
    known: Option<(Section, usize)>,
    heading: &str,
) -> bool {
    let listed = document.paragraphs.get(at + 1).is_some_and(|p| p.item);
    let words = heading.split_whitespace().count();
    // "4. Attached files." is nothing but the name of the part.
    let rest = known.and_then(|(_, length)| heading.get(length..));
    let whole = rest.is_some_and(|rest| !rest.contains(char::is_alphanumeric));
    // Chinese has no spaces by which to count.
    let says = words > 1 || heading.contains(crate::lang::is_cjk);
    known.is_some_and(|(section, _)| section == Section::Evidence)
        && !whole
        && heading.ends_with(['.', '。'])
        && says
        && !listed
}

/// What a heading names behind other words: "Box 3. Steps you have taken to prevent it", or a
/// question of a form with its answer on the next line.
fn named_later(
    document: &Document<'_>,
    at: usize,
    words: &str,
    lexicon: &Lexicon,
) -> Option<(Section, usize)> {
    let paragraph = &document.paragraphs[at];
    let next = document.paragraphs.get(at + 1)?;
    let between = document
        .text()
        .get(paragraph.source.end..next.source.start)?;
    let line = words.trim_end();
    let answered = !between.trim_matches(' ').contains("\n\n") && line.ends_with(['?', '？']);
    let numbered = paragraph.role == Role::Line && line.contains(|c: char| c.is_ascii_digit());
    // "Here is what we have done:" over a list.
    let opens = paragraph.role == Role::Line && line.ends_with(':') && next.item;
    if line.width() > 90 || !(answered || numbered || opens) {
        return None;
    }
    line.match_indices([' ', '.', ':'])
        .filter_map(|(space, _)| lexicon.section(&line[space + 1..]))
        .max_by_key(|(_, length)| *length)
}

/// Takes the number of an entry and signs of markup off: "2.1 ", "(b) ", "## ", "三、".
fn unnumbered(flat: &str) -> &str {
    let bare = flat.trim_start_matches(|c: char| !c.is_alphabetic());
    let chinese = bare.trim_start_matches(|c: char| "一二三四五六七八九十第".contains(c));
    if chinese.len() < bare.len()
        && chinese.starts_with(['、', '.', '．', '：', ' ', '）', ')', '部'])
    {
        let rest = chinese.trim_start_matches('部').trim_start_matches('分');
        return rest.trim_start_matches(|c: char| !c.is_alphabetic());
    }
    // "b. ", "iv) "
    let letters = bare.len()
        - bare
            .trim_start_matches(|c: char| c.is_ascii_lowercase())
            .len();
    let (mark, rest) = bare.split_at(letters);
    let label = letters == 1 || (letters <= 4 && mark.bytes().all(|b| b"ivx".contains(&b)));
    if label && rest.starts_with(['.', ')']) {
        return rest.trim_start_matches(|c: char| !c.is_alphabetic());
    }
    bare
}

fn flat_source<'d>(document: &'d Document<'_>, at: usize) -> &'d str {
    &document.text()[document.paragraphs[at].source.clone()]
}

/// Whether a line is a name with its first letter before it.
fn is_initialled(line: &str) -> bool {
    // "S. Malik, pharmacist": the post stands behind the name.
    let name = line.split([',', '(']).next().unwrap_or_default();
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    let name = |word: &str| word.starts_with(char::is_uppercase);
    let rest: Vec<&str> = words.collect();
    first.len() == 2
        && first.ends_with('.')
        && (1..=2).contains(&rest.len())
        && rest.iter().all(|word| name(word))
        && !line.ends_with(['.', ':'])
}

/// Words that may stand between the name of a part and the full stop behind it: "How it | could
/// happen." is a heading, "The reason | is a single setting." is a sentence.
const BESIDE: usize = 2;

/// Where a heading at the beginning of a paragraph ends: "Root cause: ...", "What we did. ...".
fn run_in(flat: &str, words: &str, known: Option<(Section, usize)>) -> Option<usize> {
    let (_, length) = known?;
    // The number of an entry is not yet the heading.
    let start = flat.len() - words.len();
    let end = start + words.find([':', '：', '.', '。'])?;
    let sign = flat[end..].chars().next()?;
    let heading = if matches!(sign, ':' | '：') {
        flat[start..end].width() <= 48
    } else {
        let beside = words.get(length..end - start).unwrap_or_default();
        let cjk = beside.chars().filter(|c| crate::lang::is_cjk(*c)).count();
        beside.split_whitespace().count() <= BESIDE && cjk <= BESIDE * 2
    };
    heading.then_some(end + sign.len_utf8())
}

/// Whether a short line looks like a heading of its own making.
fn heading_like(document: &Document<'_>, at: usize) -> bool {
    let paragraph = &document.paragraphs[at];
    let line = &document.text()[paragraph.source.clone()];
    let plain = line.trim_matches(['*', '#', '_', ' ']);
    // An entry among entries says something, and a bullet never names a part.
    let follows = document.paragraphs.get(at + 1).is_some_and(|p| p.item);
    let bullet = line.starts_with(['-', '*', '+', '•', '●', '◦', '▪', '·', '■', '○', '–', '—']);
    let entry = paragraph.item && (follows || bullet) && !plain.ends_with([':', '：']);
    let salutation = plain.ends_with([',', '，']);
    let pair = plain
        .split_once([':', '：'])
        .is_some_and(|(_, value)| !value.trim().is_empty());
    let marked = line.starts_with('#')
        || line.starts_with("**")
        || is_item(line)
        || plain.ends_with([':', '：']);
    // A short line right over a list, in whatever words.
    let over =
        !paragraph.item && follows && line.width() <= OVER && between_is_one_line(document, at);
    !salutation && !pair && !entry && (marked || over)
}

/// Whether the next paragraph stands on the next line.
fn between_is_one_line(document: &Document<'_>, at: usize) -> bool {
    let end = document.paragraphs[at].source.end;
    let next = document
        .paragraphs
        .get(at + 1)
        .map_or(end, |p| p.source.start);
    let gap = &document.text()[end..next];
    gap.matches('\n').count() == 1
}

/// Whether a text ends in the middle of a sentence.
pub(super) fn breaks_off(document: &Document<'_>) -> bool {
    let text = document.text().trim_end();
    let Some(paragraph) = document.paragraphs.last() else {
        return false;
    };
    let line = &document.text()[paragraph.source.clone()];
    if text.ends_with(['…', ',', '，', '、', '-']) || text.ends_with("...") {
        // A closing such as "Kind regards," ends with a comma too.
        return line.width() > 28 || text.ends_with("...") || text.ends_with('…');
    }
    let ends = text.ends_with([
        '.', '!', '?', '。', '！', '？', '"', '”', ')', '）', ':', '：', ';', '；', '」', '*', '_',
        '|', ']', '】',
    ]);
    // A file or an e-mail address at the end is no broken sentence.
    let last = line.split_whitespace().next_back().unwrap_or_default();
    // (A line of Chinese is one word; what counts is how it ends.)
    let name = if last.chars().any(crate::lang::is_cjk) {
        text.ends_with(|c: char| c.is_ascii_alphanumeric())
    } else {
        last.contains('.') || last.contains('@') || last.chars().any(|c| c.is_ascii_digit())
    };
    let words = line.split_whitespace().count();
    let cjk = line
        .chars()
        .filter(|c| crate::lang::is_cjk(*c) && c.is_alphanumeric())
        .count();
    // A comma inside says that it is no title and no signature.
    let sentence = line.contains(['，', '、']) && cjk >= 10;
    let own = document.paragraphs.len() > 1;
    !ends && !name && (words >= 7 || cjk >= 18 || sentence) && !(own && signs(line))
}

/// Words of a signature in a script without spaces.
const SIGNING: [&str; 12] = [
    "公司",
    "店铺",
    "卖家编号",
    "法定代表",
    "法人",
    "经办人",
    "负责人",
    "经理",
    "株式会社",
    "合同会社",
    "店舗",
    "責任者",
];

/// Whether a line names who signs: most words begin with a capital, or it says so.
pub(super) fn signs(line: &str) -> bool {
    if line.chars().any(crate::lang::is_cjk) {
        let sentence = line.contains(['，', '。', '、', '；']);
        return !sentence && SIGNING.iter().any(|word| line.contains(word));
    }
    let begins = |fits: fn(char) -> bool| {
        let words = line.split_whitespace();
        words.filter(|word| word.starts_with(fits)).count()
    };
    let parted = line.contains([',', '(', '|']);
    parted && begins(char::is_uppercase) >= begins(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, bool, bool)]) {
        let found: Vec<_> = paragraphs(text)
            .iter()
            .map(|p| (&text[p.range.clone()], p.item, p.short))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        check(
            "Dear team,\n\nOn 4 May we refunded the twelve orders that were\nlisted in your notice.\nWe did more.\n\n1. First\n2. Second",
            &[
                ("Dear team,", false, true),
                (
                    "On 4 May we refunded the twelve orders that were\nlisted in your notice.",
                    false,
                    false,
                ),
                ("We did more.", false, false),
                ("1. First", true, true),
                ("2. Second", true, true),
            ],
        );
    }

    #[test]
    fn a_line_broken_where_the_next_word_had_room_is_one_of_its_own() {
        check(
            "Box 3. The steps you have taken to prevent it again\nThe packing lead has compared each label with the order since 4 May 2026.",
            &[
                (
                    "Box 3. The steps you have taken to prevent it again",
                    false,
                    true,
                ),
                (
                    "The packing lead has compared each label with the order since 4 May 2026.",
                    false,
                    false,
                ),
            ],
        );
    }

    #[test]
    fn labels_of_entries() {
        for line in [
            "1. a",
            "1.2 a",
            "(3) a",
            "A) b",
            "a) b",
            "- a",
            "• a",
            "一、原因",
            "1、原因",
            "①原因",
        ] {
            assert!(is_item(line), "{line}");
        }
        for line in ["1.5kg", "2026-11-20 a", "ASIN B0", "a-b", "-5", "十分抱歉"] {
            assert!(!is_item(line), "{line}");
        }
    }
}
