//! No space behind a full stop or a comma.

use std::ops::Range;

use crate::check::address::addresses;
use crate::check::ranges::covers;
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::lang::is_cjk;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "missing-space",
    severity: Severity::Info,
    message: Fixed {
        en: "no space behind a full stop or a comma",
        zh: "句点或逗号后缺少空格",
    },
    help: Fixed {
        en: "put a space behind it",
        zh: "在标点后加一个空格",
    },
    what: Fixed {
        en: "In letters in a Latin script, finds a full stop or a comma between two words without a space. Numbers, addresses, names of files and abbreviations are left alone.",
        zh: "在拉丁字母书写的信中，找出两个单词之间句点或逗号后没有空格的地方。数字、网址、文件名和缩写不在此列。",
    },
    why: Fixed {
        en: "It makes the letter harder to read and looks written in haste; some programs take the two words for the address of a site.",
        zh: "这会让信难以阅读、显得仓促；有的程序还会把连在一起的两个词当成网址。",
    },
    example: Fixed {
        en: "On 4 May 2026 we refunded the 12 orders,and we told the buyers.Nothing else was open.",
        zh: "On 4 May 2026 we refunded the 12 orders,and we told the buyers.Nothing else was open.",
    },
    remedy: Fixed {
        en: "On 4 May 2026 we refunded the 12 orders, and we told the buyers. Nothing else was open.",
        zh: "On 4 May 2026 we refunded the 12 orders, and we told the buyers. Nothing else was open.",
    },
    check: Check::Any(check),
};

/// What is written together with the word behind it: Co.,Ltd, St.Gallen, Mr.Li.
const SHORT: [&str; 14] = [
    "co", "st", "mr", "mrs", "ms", "dr", "no", "nos", "nr", "prof", "vs", "ltd", "inc", "fig",
];

fn check(context: &Context<'_>, sink: &mut Sink) {
    if context.document.cjk() {
        return;
    }
    let text = context.document.text();
    let mut found: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, sign) in text.match_indices(['.', ',']) {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let missing = match sign {
            "." => stop(before, after),
            _ => comma(before, after),
        };
        if missing {
            let start = at - word_length(before.chars().rev());
            let end = at + 1 + word_length(after.chars());
            found.push((start..end, at + 1));
        }
    }
    if found.is_empty() {
        return;
    }
    let names: Vec<_> = addresses(text).into_iter().map(|a| a.range).collect();
    for (range, at) in found {
        // Between two names of files a comma needs no space.
        let listed = names
            .binary_search_by_key(&at, |name| name.start)
            .is_ok_and(|next| next > 0 && names[next - 1].end == at - 1);
        if !listed && !covers(&names, &(at - 1..at)) {
            let rewrite = format!("{} {}", &text[range.start..at], &text[at..range.end]);
            sink.push_rewrite(Place::Text(range), rewrite);
        }
    }
}

fn of_word(c: char) -> bool {
    (!is_cjk(c) && c.is_alphanumeric()) || matches!(c, '\'' | '’')
}

/// How many bytes of a word stand here.
fn word_length(chars: impl Iterator<Item = char>) -> usize {
    chars
        .take_while(|c| of_word(*c))
        .take(40)
        .map(char::len_utf8)
        .sum()
}

fn word_behind(after: &str) -> &str {
    &after[..word_length(after.chars())]
}

fn word_before(before: &str) -> &str {
    &before[before.len() - word_length(before.chars().rev())..]
}

fn capitals(word: &str) -> bool {
    word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// "refunded.Then": a word on both sides; "e.g.", "1.5", "U.S.A" and "Dr.Lee" are none.
fn stop(before: &str, after: &str) -> bool {
    let Some(next) = after
        .chars()
        .next()
        .filter(|c| c.is_alphabetic() && !is_cjk(*c))
    else {
        return false;
    };
    let second = word_behind(after);
    if before.ends_with([')', '%', '”']) {
        return next.is_uppercase() && second.chars().nth(1).is_some_and(char::is_lowercase);
    }
    let first = word_before(before);
    if numbers_an_entry(before, first) {
        return next.is_uppercase()
            && (second.chars().nth(1).is_some_and(char::is_lowercase)
                || (matches!(second, "I" | "A") && after[1..].starts_with(' ')));
    }
    let letters = |word: &str| {
        word.chars()
            .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'))
    };
    let single = second.chars().count() == 1;
    // "We sent it.I wrote": a word of one letter.
    let one = single && matches!(second, "I" | "A") && after[1..].starts_with(' ');
    letters(first)
        && letters(second)
        && first.chars().count() >= 2
        && (!single || one)
        && !(capitals(first) && capitals(second))
        && !SHORT.contains(&first.to_lowercase().as_str())
        // A part of a name with more stops: "com.shop.order", "z.B.wenn".
        && !(next.is_lowercase() && chained(before, first, after, second))
}

/// "1.We": a number in front of an entry, at the beginning of a line or behind a colon.
fn numbers_an_entry(before: &str, first: &str) -> bool {
    let counts = (1..=2).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_digit());
    let earlier = before[..before.len() - first.len()].trim_end_matches(' ');
    counts && (earlier.is_empty() || earlier.ends_with(['\n', ':', '.', ';']))
}

/// Whether more parts with full stops hang on: then it is a name, not the end of a sentence.
fn chained(before: &str, first: &str, after: &str, second: &str) -> bool {
    let earlier = &before[..before.len() - first.len()];
    let hangs = earlier
        .strip_suffix('.')
        .is_some_and(|rest| rest.ends_with(of_word));
    let rest = &after[second.len()..];
    let goes_on = rest
        .strip_prefix('.')
        .is_some_and(|rest| rest.starts_with(of_word));
    hangs || goes_on || rest.starts_with(['_', '@', '/', '('])
}

/// "review,a": letters behind; "1,150", "S,M,L" and "Co.,Ltd" are none.
fn comma(before: &str, after: &str) -> bool {
    let next = after.chars().next();
    let second = word_behind(after);
    let first = word_before(before);
    if next.is_some_and(|c| c.is_ascii_digit()) {
        // "May 4,2026": a year behind a day.
        let day = (1..=2).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_digit());
        let year = second.len() == 4 && second.starts_with("20");
        let month = before[..before.len() - first.len()].ends_with(' ');
        return day && year && month;
    }
    if !next.is_some_and(|c| c.is_alphabetic() && !is_cjk(c)) {
        return false;
    }
    let behind_sign = before.ends_with([')', '%', '”']);
    let listed = capitals(first) && capitals(second) && !matches!(second, "I" | "A");
    (behind_sign || (!first.is_empty() && !listed)) && !second.is_empty()
}
