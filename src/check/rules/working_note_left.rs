//! A note of the author or the translator that was not taken out.

use std::ops::Range;

use crate::check::bracket::{Bracket, Shape};
use crate::check::document::Kind;
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::lang::is_cjk;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "working-note-left",
    severity: Severity::Error,
    message: Fixed {
        en: "a note among colleagues is left in",
        zh: "内部备注没有删除",
    },
    help: Fixed {
        en: "settle what it asks, then delete it",
        zh: "先把备注里的问题处理好，再删除备注",
    },
    what: Fixed {
        en: "Finds remarks of an author, a translator or a chat program: questions to a colleague in brackets, \"old ending, take out\", what really happened in front of a message to a buyer.",
        zh: "找出作者、译者或聊天工具留下的话：括号里问同事的问题、“正确版本”“这段删掉”、写给买家的消息前面说明真实情况的备注。",
    },
    why: Fixed {
        en: "It shows the reader how the letter was made, and sometimes that what it says is not true.",
        zh: "这会让收信人看到信是怎么写出来的，有时还会暴露信中所写不实。",
    },
    example: Fixed {
        en: "On 4 May 2026 we refunded the 12 orders (Anna: is it 12 or 13? please check before sending).",
        zh: "2026年5月4日，我们已为 12 笔订单退款（小陈：是 12 还是 13？发之前核对一下）。",
    },
    remedy: Fixed {
        en: "On 4 May 2026 we refunded the 12 orders (refund report, file 1).",
        zh: "2026年5月4日，我们已为 12 笔订单退款（见附件1退款报告）。",
    },
    check: Check::Any(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for bracket in notes(context) {
        sink.push(Place::Text(bracket.range));
    }
    for hit in context.own() {
        if context.said(&hit.span) {
            sink.push(Place::Text(context.document.source(&hit.span)));
        }
    }
    for range in signs(context) {
        sink.push(Place::Text(range));
    }
    sink.drop_inner();
}

/// Finds the notes that stand in brackets.
pub(super) fn notes(context: &Context<'_>) -> Vec<Bracket> {
    let text = context.document.text();
    let excerpts = context.brackets.excerpts;
    let brackets = context.brackets.all.iter().enumerate();
    // "(a)" and "(3)" are labels.
    let noted =
        brackets.filter(|(_, bracket)| bracket.inside.len() > 3 && bracket.shape != Shape::Curly);
    let noted = noted.filter(|(number, bracket)| {
        let number = *number;
        let words = &text[bracket.inside.clone()];
        // ("Do not ...") says what is written elsewhere.
        if is_quoted(words) {
            return false;
        }
        let asked = words.contains(['?', '？']) || excerpts.has("mark:note-hint", number);
        // Above a message to a buyer: what really happened.
        let fact = context.document.kind == Kind::BuyerMessage
            && a_line(text, &bracket.range)
            && excerpts.has("mark:not-shipped", number);
        fact || bracket.shape == Shape::Editor
            || (!context.document.cjk()
                && is_remark_of_drafter(words)
                && !excerpts.has("mark:company", number))
            || excerpts.has("mark:note", number)
            || (asked && addressed(words))
    });
    noted.map(|(_, bracket)| bracket.clone()).collect()
}

/// Finds what only drafts are marked with: a line behind `//`, an arrow to a remark, doubled
/// question marks.
fn signs(context: &Context<'_>) -> Vec<Range<usize>> {
    let text = context.document.text();
    let paragraphs = context.document.paragraphs.iter();
    let lines = paragraphs.filter_map(|paragraph| {
        let line = &text[paragraph.source.clone()];
        let from = if line.starts_with("//") {
            0
        } else if !line.contains(['<', '←', '?', '？']) {
            return None;
        } else {
            let arrow = ["<--", "<==", "<<<", "←"].iter();
            let doubt = ["??", "？？"].iter();
            arrow.chain(doubt).find_map(|sign| line.find(sign))?
        };
        Some(paragraph.source.start + from..paragraph.source.end)
    });
    // What a buyer is asked is the buyer's.
    if context.document.kind == Kind::Appeal {
        lines.collect()
    } else {
        Vec::new()
    }
}

/// Characters of a remark, shorter than which it may be a name.
const REMARK: usize = 8;

/// Whether words in an English letter may be a remark in Chinese:
/// "(讲清楚没包装运输过程中导致产品损坏)". The name of a company stands in brackets too.
fn is_remark_of_drafter(words: &str) -> bool {
    let cjk = words.chars().filter(|c| is_cjk(*c)).count();
    cjk >= REMARK && cjk * 4 > words.chars().count() * 3
}

/// Whether words stand in quotation marks as a whole.
fn is_quoted(words: &str) -> bool {
    let words = words.trim();
    words.starts_with(['"', '“', '「', '\'', '‘']) && words.ends_with(['"', '”', '」', '\'', '’'])
}

/// Whether nothing else stands on the line.
fn a_line(text: &str, range: &Range<usize>) -> bool {
    let ends = |c: Option<char>| c.is_none_or(|c| c == '\n');
    let before = text[..range.start].chars().rev();
    let after = text[range.end..].chars();
    ends(before.take(24).find(|c| *c == '\n' || !c.is_whitespace()))
        && ends(after.take(24).find(|c| *c == '\n' || !c.is_whitespace()))
}

/// "Kevin: ...", "@Anna ...", "小陈：...": somebody is spoken to.
fn addressed(words: &str) -> bool {
    let words = words.trim_start();
    if let Some(name) = words.strip_prefix('@') {
        return name.starts_with(char::is_alphabetic);
    }
    let Some((name, _)) = words.split_once([':', '：']) else {
        return false;
    };
    let name = name.trim();
    if name.chars().all(is_cjk) {
        // （改前：…；改后：…） is no name.
        let label = name.ends_with([
            '前', '后', '为', '即', '如', '例', '原', '新', '旧', '号', '期',
        ]);
        return (1..=4).contains(&name.chars().count()) && !label;
    }
    let mut parts = name.split(' ');
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| c.is_lowercase() || c == '.')
    };
    name.len() <= 24 && parts.clone().count() <= 3 && parts.all(capital)
}
