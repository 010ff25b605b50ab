//! Chinese writing or full-width punctuation in a letter in another language.

use std::ops::Range;

use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::lang::is_cjk;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "cjk-in-english",
    severity: Severity::Warning,
    message: Fixed {
        en: "Chinese characters or full-width punctuation in a letter in another language",
        zh: "外文信中有汉字或全角标点",
    },
    help: Fixed {
        en: "type it in the language of the letter, with its punctuation",
        zh: "改用信的语言书写，并使用半角标点",
    },
    what: Fixed {
        en: "Finds Chinese, Japanese and Korean characters and full-width signs (，。（）) in a letter in a Latin script. The registered name of a company, and a person's name in brackets behind its Latin form, are left alone.",
        zh: "在拉丁字母书写的信中找出中日韩文字和全角符号（，。（））。公司注册名称，以及紧跟在拉丁拼写之后、括号中的人名不在此列。",
    },
    why: Fixed {
        en: "The form of some stores shows such characters as question marks, and a reviewer who does not read Chinese cannot check the sentence.",
        zh: "部分站点的表单会把这些字符显示成问号，不懂中文的审核人员也无法核对这句话。",
    },
    example: Fixed {
        en: "On 4 May 2026 we refunded the 12 orders，and the 仓库主管 told the buyers.",
        zh: "On 4 May 2026 we refunded the 12 orders，and the 仓库主管 told the buyers.",
    },
    remedy: Fixed {
        en: "On 4 May 2026 we refunded the 12 orders, and the warehouse supervisor told the buyers.",
        zh: "On 4 May 2026 we refunded the 12 orders, and the warehouse supervisor told the buyers.",
    },
    check: Check::Any(check),
};

/// Two places this near are one finding: the brackets around a word.
const NEAR: usize = 24;

/// How registered names of companies end.
const COMPANIES: [&str; 8] = [
    "公司",
    "集团",
    "厂",
    "株式会社",
    "合同会社",
    "有限会社",
    "商行",
    "经营部",
];

fn check(context: &Context<'_>, sink: &mut Sink) {
    let document = context.document;
    if document.cjk() {
        return;
    }
    let text = document.text();
    let mut open: Option<Range<usize>> = None;
    for place in places(text) {
        match &mut open {
            Some(last)
                if place.start - last.end <= NEAR && one_line(text, last.end..place.start) =>
            {
                last.end = place.end;
            }
            _ => {
                if let Some(done) = open.replace(place) {
                    push(text, done, sink);
                }
            }
        }
    }
    if let Some(done) = open {
        push(text, done, sink);
    }
}

fn one_line(text: &str, gap: Range<usize>) -> bool {
    !text[gap].contains('\n')
}

/// Stretches of characters that do not belong, without names.
fn places(text: &str) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        if !is_cjk(c) {
            continue;
        }
        let end = at + c.len_utf8();
        match places.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => places.push(at..end),
        }
    }
    places.retain(|place| !is_company(&text[place.clone()]) && !is_person(text, place));
    places
}

fn is_company(words: &str) -> bool {
    let words = words.trim_end_matches(['）', '，', '。', '　']);
    words.chars().count() >= 4
        && COMPANIES.iter().any(|end| words.ends_with(end))
        && !words.contains(['，', '。', '：', '、', '；'])
}

/// "Li Hua (李华)": two to four characters in brackets behind a name.
fn is_person(text: &str, place: &Range<usize>) -> bool {
    let name = &text[place.clone()];
    let before = text[..place.start].strip_suffix('(').map(str::trim_end);
    // The first letter of the word in front; names are short.
    let word = before.and_then(|before| {
        let letters = before.chars().rev().take(24);
        letters.take_while(|c| !c.is_whitespace()).last()
    });
    (2..=4).contains(&name.chars().count())
        && text[place.end..].starts_with(')')
        && word.is_some_and(|c| c.is_ascii_uppercase())
}

/// Flags a stretch with the words around it; where it is punctuation alone, offers the change.
fn push(text: &str, place: Range<usize>, sink: &mut Sink) {
    let signs_only = text[place.clone()]
        .chars()
        .all(|c| !is_cjk(c) || half(c).is_some());
    if !signs_only {
        sink.push(Place::Text(place));
        return;
    }
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '\'' | '’' | '-' | '%' | '.');
    let before = text[..place.start]
        .bytes()
        .rev()
        .take(40)
        .take_while(|b| word(char::from(*b)))
        .count();
    let after = text[place.end..]
        .bytes()
        .take(40)
        .take_while(|b| word(char::from(*b)))
        .count();
    let range = place.start - before..place.end + after;
    let rewrite = rewritten(&text[range.clone()], text[range.end..].chars().next());
    sink.push_rewrite(Place::Text(range), rewrite);
}

/// The sign a full-width one stands for.
fn half(c: char) -> Option<char> {
    Some(match c {
        '　' => ' ',
        '。' | '｡' => '.',
        '、' => ',',
        '「' | '」' | '『' | '』' | '《' | '》' | '〈' | '〉' | '〝' | '〞' => '"',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '〜' => '-',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0)?,
        _ => return None,
    })
}

fn rewritten(words: &str, next: Option<char>) -> String {
    let mut out = String::with_capacity(words.len() + 4);
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let Some(sign) = half(c) else {
            out.push(c);
            continue;
        };
        let opens = matches!(c, '（' | '【' | '〔' | '「' | '『' | '《' | '〈');
        let word_before =
            out.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '.' | '%'));
        if opens && word_before {
            out.push(' ');
        }
        // The sign replaces itself and a space of its width: "，　".
        if sign != ' ' || !out.ends_with(' ') {
            out.push(sign);
        }
        let follows = chars.peek().copied().or(next);
        let ends = matches!(
            c,
            '，' | '。' | '；' | '：' | '！' | '？' | '、' | '）' | '】' | '」' | '』' | '》'
        );
        let time = c == '：'
            && out
                .trim_end_matches(':')
                .ends_with(|c: char| c.is_ascii_digit())
            && follows.is_some_and(|c| c.is_ascii_digit());
        if ends
            && !time
            && follows.is_some_and(|c| c.is_alphanumeric() || matches!(c, '"' | '(' | '（' | '“'))
        {
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::rewritten;

    #[test]
    fn the_change_is_mechanical() {
        assert_eq!(rewritten("Hello，first", Some(' ')), "Hello, first");
        assert_eq!(rewritten("（owner）", None), "(owner)");
        assert_eq!(rewritten("Gannet（owner）and", None), "Gannet (owner) and");
        assert_eq!(rewritten("9：00", None), "9:00");
        assert_eq!(rewritten("team：", Some('\n')), "team:");
        assert_eq!(rewritten("12％", None), "12%");
        assert_eq!(rewritten("done，　then", None), "done, then");
    }
}
