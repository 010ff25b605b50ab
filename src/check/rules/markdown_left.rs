//! Marks of Markdown or HTML that were not turned into a format.

use std::ops::Range;

use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "markdown-left",
    severity: Severity::Warning,
    message: Fixed {
        en: "marks of Markdown or HTML are left in",
        zh: "残留 Markdown 或 HTML 标记",
    },
    help: Fixed {
        en: "take the marks out; the form and the e-mail show them as they are",
        zh: "删去标记；表单和邮件会原样显示这些符号",
    },
    what: Fixed {
        en: "Finds `**bold**`, `__bold__`, headings with `#`, links as `[text](address)`, `code`, rows of tables with `|`, and HTML tags. Lists with a dash or a bullet are fine.",
        zh: "找出 **加粗**、__加粗__、# 标题、[文字](链接)、`代码`、| 表格行和 HTML 标签。用短横线或圆点的列表没有问题。",
    },
    why: Fixed {
        en: "Amazon's form shows plain text: the reader sees the asterisks, and sees that the text was copied from a chat program.",
        zh: "亚马逊的表单只显示纯文本：审核人员会看到星号，也会看出文字是从聊天工具复制来的。",
    },
    example: Fixed {
        en: "## Root cause\nThe pick list of Monday was printed at noon, and **12 orders** were not in it.",
        zh: "## 根本原因\n周一的拣货单在中午打印，**12 笔订单**不在其中。",
    },
    remedy: Fixed {
        en: "Root cause\nThe pick list of Monday was printed at noon, and 12 orders were not in it.",
        zh: "根本原因\n周一的拣货单在中午打印，12 笔订单不在其中。",
    },
    check: Check::Any(check),
};

/// Tags that word processors and shop pages leave behind.
const TAGS: [&str; 18] = [
    "br", "br/", "br /", "p", "/p", "b", "/b", "i", "/i", "strong", "/strong", "em", "/em", "u",
    "/u", "ul", "li", "/li",
];

fn check(context: &Context<'_>, sink: &mut Sink) {
    let text = context.document.text();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        start += line.len();
        if text[range.clone()].trim_start().starts_with("```") {
            sink.push(Place::Text(range));
        } else if let Some(words) = heading(&text[range.clone()]) {
            sink.push_rewrite(Place::Text(range), words);
        } else if row(&text[range.clone()]) {
            sink.push(Place::Text(range));
        }
    }
    // A stretch may go over the end of a line, but not of a paragraph.
    for paragraph in &context.document.paragraphs {
        stretches(text, paragraph.source.clone(), sink);
    }
    // Two rules may not flag the same words twice: "## **Cause**".
    sink.drop_inner();
}

/// The words of a heading marked with `#`.
fn heading(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = line.trim_start_matches('#');
    let marks = line.len() - rest.len();
    let words = rest.strip_prefix(' ')?.trim();
    let words = words.trim_end_matches('#').trim_end();
    // "# 3" is a number.
    let number = marks == 1 && words.starts_with(|c: char| c.is_ascii_digit());
    ((1..=6).contains(&marks) && !words.is_empty() && !number).then(|| words.trim_matches('*'))
}

/// A row of a table: `| a | b |`, `|---|---|`.
fn row(line: &str) -> bool {
    let line = line.trim();
    let ruled = line.contains("---|") || line.contains("|---") || line.contains("|:--");
    let bars = line.bytes().filter(|b| *b == b'|').count();
    ruled || (bars >= 3 && line.starts_with('|') && line.ends_with('|'))
}

fn stretches(text: &str, paragraph: Range<usize>, sink: &mut Sink) {
    let part = &text[paragraph.clone()];
    let mark = |b: u8| matches!(b, b'*' | b'_' | b'~' | b'`' | b'[' | b'<' | b'&');
    if !part.bytes().any(mark) {
        return;
    }
    for mark in ["**", "__", "~~", "`"] {
        let mut at = 0;
        while let Some(open) = part[at..].find(mark).map(|found| at + found) {
            let inside = open + mark.len();
            at = inside;
            if !opens(part, open, inside) {
                // A run of marks is one thing: "*****", "____".
                let same = |c: char| mark.contains(c);
                at += part[inside..].len() - part[inside..].trim_start_matches(same).len();
                continue;
            }
            let Some(close) = part[inside..].find(mark).map(|found| inside + found) else {
                break;
            };
            let end = close + mark.len();
            if closes(part, close, end) {
                let range = paragraph.start + open..paragraph.start + end;
                sink.push_rewrite(Place::Text(range), &part[inside..close]);
                at = end;
            }
        }
    }
    link(part, paragraph.start, sink);
    tags(part, paragraph.start, sink);
}

fn opens(part: &str, open: usize, inside: usize) -> bool {
    let before = part[..open].chars().next_back();
    let after = part[inside..].chars().next();
    let free = !before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '*' | '_' | '`'));
    free && after.is_some_and(|c| !c.is_whitespace() && !matches!(c, '*' | '_' | '`' | '.' | ','))
}

fn closes(part: &str, close: usize, end: usize) -> bool {
    let before = part[..close].chars().next_back();
    let after = part[end..].chars().next();
    let free = !after.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '*' | '_' | '`'));
    free && before.is_some_and(|c| !c.is_whitespace())
}

/// `[text](address)`.
fn link(part: &str, offset: usize, sink: &mut Sink) {
    let mut from = 0;
    for (middle, _) in part.match_indices("](") {
        let before = from;
        from = middle;
        let inside = &part[middle + 2..];
        let address = inside.starts_with("http")
            || inside.starts_with("www.")
            || inside.starts_with("mailto:");
        let Some(open) = part[before..middle].rfind('[').filter(|_| address) else {
            continue;
        };
        let open = before + open;
        let end = inside.find([')', '\n', ' ']).unwrap_or(inside.len());
        let end = middle + 2 + end + usize::from(inside[end..].starts_with(')'));
        sink.push_rewrite(
            Place::Text(offset + open..offset + end),
            &part[open + 1..middle],
        );
    }
}

fn tags(part: &str, offset: usize, sink: &mut Sink) {
    for (open, _) in part.match_indices('<') {
        let rest = &part[open + 1..];
        // The longest tag has seven letters.
        let Some(close) = rest.bytes().take(9).position(|b| b == b'>') else {
            continue;
        };
        if TAGS.contains(&rest[..close].to_ascii_lowercase().as_str()) {
            sink.push(Place::Text(offset + open..offset + open + close + 2));
        }
    }
    for (at, entity) in part.match_indices("&nbsp;") {
        sink.push_rewrite(Place::Text(offset + at..offset + at + entity.len()), " ");
    }
}
