//! Capitals, exclamation marks and pictures in place of facts.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::check::excerpt::{Excerpts, cut};
use crate::check::ranges::covers;
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::lang::is_cjk;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "shouting",
    severity: Severity::Warning,
    message: Fixed {
        en: "shouts: capitals, exclamation marks or a picture",
        zh: "用大写、连续感叹号或表情符号来强调",
    },
    help: Fixed {
        en: "write it in small letters with a full stop; let the number or the day speak",
        zh: "改用小写和句号，让数字和日期说话",
    },
    what: Fixed {
        en: "Finds words in capitals that only stress, two and more exclamation marks, and emoji. Headings, abbreviations, brands, codes, sizes and quoted words are left alone.",
        zh: "找出仅为强调而大写的单词、连续两个以上的感叹号和表情符号。标题、缩写、品牌、编码、尺码和引用的文字不在此列。",
    },
    why: Fixed {
        en: "Amazon asks for facts without emotion. Stress reads as anger or as begging, and it hides that no fact stands there.",
        zh: "亚马逊要求只写事实、不带情绪。强调读起来像发火或哀求，反而暴露出此处没有事实。",
    },
    example: Fixed {
        en: "We have NEVER sold a used item!!",
        zh: "我们从来没有卖过二手商品！！！",
    },
    remedy: Fixed {
        en: "Our 212 offers of the last 365 days were for new items; the inventory report is attached (file 1).",
        zh: "过去365天我们的 212 个报价均为全新商品，见库存报告（附件1）。",
    },
    check: Check::Any(check),
};

/// From so many words on capitals are no name.
const MANY: usize = 6;
/// A heading is no wider than this.
const HEADING: usize = 64;

fn check(context: &Context<'_>, sink: &mut Sink) {
    let text = context.document.text();
    let mut loud = Vec::new();
    signs(text, &mut loud);
    if !context.document.cjk() {
        capitals(context, &mut loud);
    }
    if loud.is_empty() {
        return;
    }
    loud.retain(|range| !covers(context.quotes, range));
    loud.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in loud {
        match joined.last_mut() {
            Some(last) if range.start <= last.end + 1 => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    for range in joined {
        sink.push(Place::Text(range));
    }
}

/// Exclamation marks, with the word they stand behind, and pictures.
fn signs(text: &str, loud: &mut Vec<Range<usize>>) {
    let mut word = None;
    let mut marks = 0;
    let mut start = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_ascii_lowercase() && marks == 0 {
            word = word.or(Some(at));
            continue;
        }
        if matches!(c, '!' | '！') {
            if marks == 0 {
                start = word.unwrap_or(at);
            }
            marks += 1;
            continue;
        }
        if marks > 1 {
            loud.push(start..at);
        }
        marks = 0;
        if is_picture(c) {
            loud.push(at..at + c.len_utf8());
        }
        if is_cjk(c) || !c.is_alphanumeric() {
            word = None;
        } else if word.is_none() {
            word = Some(at);
        }
    }
}

/// Emoji, with the signs that belong to one; no ticks, stars, arrows or bullets, which lists use.
fn is_picture(c: char) -> bool {
    matches!(c,
        '\u{1F000}'..='\u{1FAFF}'
        | '\u{FE0F}'
        | '\u{2705}' | '\u{2728}' | '\u{274C}' | '\u{2753}'..='\u{2757}' | '\u{2763}' | '\u{2764}'
        | '\u{2B50}' | '\u{2639}' | '\u{263A}' | '\u{26A1}' | '\u{26D4}' | '\u{231B}' | '\u{23F0}'
        | '\u{2795}'..='\u{2797}' | '\u{270A}'..='\u{270D}' | '\u{203C}' | '\u{2049}')
}

/// Words in capitals that stand together.
struct Run {
    range: Range<usize>,
    words: usize,
    /// A word in small letters stands beside it.
    among_small: bool,
    /// It is a heading, or the beginning of a line up to a colon.
    heading: bool,
    /// An exclamation mark follows.
    exclaimed: bool,
}

fn capitals(context: &Context<'_>, loud: &mut Vec<Range<usize>>) {
    let text = context.document.text();
    let mut runs = Vec::new();
    for paragraph in &context.document.paragraphs {
        let mut start = paragraph.source.start;
        for line in text[paragraph.source.clone()].split_inclusive('\n') {
            if may_shout(line) {
                runs_of(text, start..start + line.trim_end().len(), &mut runs);
            }
            start += line.len();
        }
    }
    if runs.is_empty() {
        return;
    }
    let places = runs.iter().map(|run| run.range.clone());
    let cut = cut(context.document, places);
    let excerpts = Excerpts::of(&cut, context.lexicon);
    for (at, run) in runs.into_iter().enumerate() {
        if run.heading || context.lexicon.section(excerpts.flat(at)).is_some() && !run.among_small {
            continue;
        }
        let loud_word = excerpts.has("mark:loud-word", at);
        let alone = run.words == 1 && run.among_small && excerpts.has("mark:loud-alone", at);
        let sentence = run.words >= 3 && excerpts.has("mark:loud-sentence", at);
        let exclaimed = run.words >= 2 && run.exclaimed;
        if loud_word || alone || sentence || exclaimed || run.words >= MANY {
            loud.push(run.range);
        }
    }
}

/// What a word is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    Capitals,
    /// One capital, which may be a word or a label.
    One,
    Small,
    /// With a digit, an underscore: no word.
    Code,
}

fn letters(word: &str) -> Letters {
    if word.contains(|c: char| c.is_ascii_digit() || matches!(c, '_' | '@' | '/' | '\\' | '#')) {
        return Letters::Code;
    }
    let mut count = 0;
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        if !c.is_uppercase() {
            return Letters::Small;
        }
        count += 1;
    }
    match count {
        0 => Letters::Code,
        1 => Letters::One,
        _ => Letters::Capitals,
    }
}

/// Whether two capitals stand side by side; most lines need no closer look.
fn may_shout(line: &str) -> bool {
    let capital = |byte: &u8| byte.is_ascii_uppercase() || !byte.is_ascii();
    let mut pairs = line.as_bytes().windows(2);
    pairs.any(|pair| pair.iter().all(capital))
}

fn runs_of(text: &str, line: Range<usize>, runs: &mut Vec<Run>) {
    let words = words(text, &line);
    let small = words.iter().any(|(_, letters)| *letters == Letters::Small);
    let content = &text[line.clone()];
    let ends = content.ends_with(['.', '!']);
    let heading = !small && !ends && content.width() <= HEADING;
    let mut at = 0;
    while at < words.len() {
        if words[at].1 != Letters::Capitals {
            at += 1;
            continue;
        }
        let first = at;
        let mut last = at;
        while at + 1 < words.len() && together(text, &words[at].0, &words[at + 1]) {
            at += 1;
            if words[at].1 == Letters::Capitals {
                last = at;
            }
        }
        at = last + 1;
        let range = words[first].0.start..words[last].0.end;
        let count = words[first..=last]
            .iter()
            .filter(|(_, letters)| *letters == Letters::Capitals)
            .count();
        let beside = |at: Option<usize>| {
            at.and_then(|at| words.get(at))
                .is_some_and(|(_, letters)| *letters == Letters::Small)
        };
        let label = words[..first]
            .iter()
            .all(|(_, letters)| matches!(letters, Letters::Code | Letters::One));
        let behind = &text[range.end..line.end];
        runs.push(Run {
            among_small: beside(first.checked_sub(1)) || beside(Some(last + 1)),
            heading: heading || (label && count <= MANY && behind.starts_with([':', '：'])),
            exclaimed: behind.starts_with(['!', '！']),
            words: count,
            range,
        });
    }
}

/// Whether the next word goes on in capitals, with nothing but a space or a comma between.
fn together(text: &str, word: &Range<usize>, next: &(Range<usize>, Letters)) -> bool {
    let gap = &text[word.end..next.0.start];
    matches!(next.1, Letters::Capitals | Letters::One)
        && gap.chars().all(|c| matches!(c, ' ' | ',' | '\'' | '’'))
}

/// The words of a line; codes are one word: `USB-C`, `no_scan`, `#1`.
fn words(text: &str, line: &Range<usize>) -> Vec<(Range<usize>, Letters)> {
    let mut words = Vec::new();
    let mut start = None;
    let part = &text[line.clone()];
    for (at, c) in part.char_indices().chain([(part.len(), ' ')]) {
        let inside = (!is_cjk(c) && c.is_alphanumeric())
            || matches!(c, '_' | '@' | '/' | '\\' | '#' | '\'' | '’' | '-');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let range = line.start + from..line.start + at;
                let letters = letters(&text[range.clone()]);
                words.push((range, letters));
                start = None;
            }
            _ => {}
        }
    }
    words
}
