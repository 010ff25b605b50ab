//! What the paragraphs of a text that anybody wrote are: headings, lines, salutation and
//! signature, and which part of the letter each belongs to.

use unicode_width::UnicodeWidthStr;

use super::document::{Document, Role, Section};
use super::lexicon::Lexicon;
use super::paragraphs::is_item;

/// Columns of a line that is a heading because a list stands under it.
const OVER: usize = 32;
/// Columns a heading or a line of a signature may have.
pub(super) const SHORT: usize = 64;

/// Tells headings from lines and gives every paragraph the part it belongs to.
pub(super) fn name(document: &mut Document<'_>, lexicon: &Lexicon) {
    let (mut section, mut led) = (Section::Opening, false);
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
        if document.paragraphs[at].role == Role::Heading {
            led = false;
        } else if let Some(lead) = lead(document, at) {
            // One of words nobody knows ends the part another one opened.
            match (leads_to(lead, lexicon), led) {
                (Some(to), _) => (section, led) = (to, true),
                (None, true) => (section, led) = (Section::Opening, false),
                (None, false) => {}
            }
        }
    }
}

/// Columns of a sentence that opens a list.
const LEAD: usize = 200;
/// Bytes of the words in it that name a part: "the problem" stands in sentences of any kind.
const NAMING: usize = 12;

/// The sentence that opens a list, at the end of a paragraph.
fn lead<'d>(document: &'d Document<'_>, at: usize) -> Option<&'d str> {
    let paragraph = &document.paragraphs[at];
    let next = document.paragraphs.get(at + 1)?;
    let last = document
        .sentences
        .get(paragraph.sentences.clone().next_back()?)?;
    let line = &document.flat()[last.span.clone()];
    // "2. ... were late. If you restore our account, we will do the following:"
    let ends_entry = paragraph.item && paragraph.sentences.len() > 1;
    let opens = paragraph.role == Role::Prose && (!paragraph.item || ends_entry) && next.item;
    (opens && line.ends_with([':', '：']) && line.width() <= LEAD).then_some(line)
}

/// The part such a sentence opens: "To prevent this in future we have drawn up the following
/// measures:" is itself no heading, and what follows is the part on prevention.
fn leads_to(line: &str, lexicon: &Lexicon) -> Option<Section> {
    let starts = line.char_indices().filter(|(at, c)| {
        let before = line[..*at].chars().next_back();
        crate::lang::is_cjk(*c) || before.is_none_or(|c| !c.is_alphanumeric())
    });
    starts
        .filter_map(|(at, _)| lexicon.section(&line[at..]))
        .filter(|(_, length)| *length >= NAMING)
        .max_by_key(|(_, length)| *length)
        .map(|(section, _)| section)
}

/// Whether a paragraph is one short question, as forms have over their boxes.
fn asks(flat: &str) -> bool {
    flat.ends_with(['?', '？'])
        && flat.width() <= SHORT
        && flat.matches(['.', '?', '!']).count() <= 2
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
    let digit = line.contains(|c: char| c.is_ascii_digit());
    let numbered = paragraph.role == Role::Line && (digit || paragraph.item);
    // "Here is what we have done:" over a list.
    let opens = paragraph.role == Role::Line && line.ends_with([':', '：']) && next.item;
    if line.width() > 90 || !(answered || numbered || opens) {
        return None;
    }
    let later = line
        .match_indices([' ', '.', ':'])
        .filter_map(|(space, _)| lexicon.section(&line[space + 1..]))
        .max_by_key(|(_, length)| *length);
    // 收到通知后我们做了以下工作： has no spaces between its words.
    let chinese = || leads_to(line, lexicon).map(|section| (section, NAMING));
    later.or_else(|| chinese().filter(|_| opens))
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
    let below = document.paragraphs.get(at + 1).filter(|_| follows);
    let over_others =
        below.is_some_and(|next| counts(line) != counts(&document.text()[next.source.clone()]));
    // The last of a list is an entry like those above it.
    let above = at.checked_sub(1).map(|at| &document.paragraphs[at]);
    let last = above.is_some_and(|above| {
        let text = &document.text()[above.source.clone()];
        above.item && counts(text) == counts(line) && between_is_one_line(document, at - 1)
    });
    let listed = bullet || last || (follows && !over_others);
    let entry = paragraph.item && listed && !plain.ends_with([':', '：']);
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

/// How the entries of a list are counted: 二、 over 1、 is the heading of a list of its own.
fn counts(line: &str) -> Option<Count> {
    let first = line
        .chars()
        .find(|c| !matches!(c, '(' | '（' | '第' | ' '))?;
    Some(match first {
        '0'..='9' => Count::Figures,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => Count::Han,
        'A'..='Z' | 'a'..='z' => Count::Letters,
        _ => Count::Signs,
    })
}

/// What entries are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Count {
    Figures,
    Han,
    Letters,
    Signs,
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
