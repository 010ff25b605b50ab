//! A gap of a template that nobody filled.

use std::ops::Range;

use crate::check::bracket::{Bracket, Shape};
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::lang::is_cjk;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "placeholder-left",
    severity: Severity::Error,
    message: Fixed {
        en: "a gap of a template is not filled",
        zh: "模板的空白处没有填写",
    },
    help: Fixed {
        en: "put the fact in, or delete the sentence",
        zh: "填入事实，或删去整句",
    },
    what: Fixed {
        en: "Finds [store name], {date}, XXX, ____, TODO and the like. What stands in square brackets and is no gap, such as [size M] or [sic], is left alone.",
        zh: "找出 [店铺名称]、{日期}、XXX、____、TODO、“2026年X月X日”等未填的空白。方括号里不是空白的内容（如【三双装】、[size M]）不在此列。",
    },
    why: Fixed {
        en: "It proves that the letter is a template, and the fact that was asked for is missing.",
        zh: "这说明信是套用模板写成的，而且缺少亚马逊要的事实。",
    },
    example: Fixed {
        en: "On [date] we refunded XXX orders.",
        zh: "2026年X月X日，我们已为【数量】笔订单退款。",
    },
    remedy: Fixed {
        en: "On 4 May 2026 we refunded 12 orders.",
        zh: "2026年5月4日，我们已为 12 笔订单退款。",
    },
    check: Check::Any(check),
};

/// What people write where something is still to do; in capitals only.
const TODO: [&str; 5] = ["TODO", "TBD", "TBC", "FIXME", "TBA"];

/// What is longer stands for nothing that is missing.
const LONGEST: usize = 240;

fn check(context: &Context<'_>, sink: &mut Sink) {
    let text = context.document.text();
    let mut found = in_brackets(context);
    runs(text, &mut found);
    for word in TODO {
        let places = text.match_indices(word);
        let left = places.filter_map(|(at, _)| alone(text, at..at + word.len()));
        found.extend(left.filter(|range| !quotes_more(context, range)));
    }
    forms_of_dates(context, &mut found);
    let own = context.own().iter();
    found.extend(own.map(|hit| context.document.source(&hit.span)));
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in found {
        match joined.last_mut() {
            // "X月X日", "XX/XX/2026".
            Some(last) if range.start <= last.end || near(&text[last.end..range.start]) => {
                last.end = last.end.max(range.end);
            }
            _ => joined.push(range),
        }
    }
    for range in joined {
        sink.push(Place::Text(range));
    }
}

/// Whether a word stands in a quotation that says more: `a row with "TODO: colour" is refused`.
fn quotes_more(context: &Context<'_>, range: &Range<usize>) -> bool {
    let mut quotes = context.quotes.iter();
    quotes.any(|quote| {
        let inside = quote.start <= range.start && range.end <= quote.end;
        let words = &context.document.text()[quote.clone()];
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        inside && letters(words) > range.len()
    })
}

fn near(gap: &str) -> bool {
    gap.len() <= '月'.len_utf8()
        && gap
            .chars()
            .all(|c| is_cjk(c) || matches!(c, '/' | '-' | ':'))
}

fn alone(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let letter = |c: char| !is_cjk(c) && c.is_alphanumeric() || matches!(c, '_');
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    (!before.is_some_and(letter) && !after.is_some_and(letter)).then_some(range)
}

fn in_brackets(context: &Context<'_>) -> Vec<Range<usize>> {
    let text = context.document.text();
    let excerpts = context.brackets.excerpts;
    let mut found = Vec::new();
    for (at, bracket) in context.brackets.all.iter().enumerate() {
        if bracket.inside.len() > LONGEST {
            continue;
        }
        let sure = || excerpts.has("mark:gap-sure", at);
        let order = || sure() || excerpts.has("mark:gap-order", at);
        let name = || excerpts.has("mark:gap-name", at) && !is_label(text, bracket);
        let words = &text[bracket.inside.clone()];
        let gap = match bracket.shape {
            Shape::Curly => !words.contains('\n') && words.len() <= 80,
            Shape::Square => {
                let checkbox = at_line_start(text, bracket.range.start) && words.trim().len() <= 1;
                // A link of Markdown is another rule's.
                let link = text[bracket.range.end..].starts_with('(');
                !checkbox && !link && (order() || name() || blank(words))
            }
            Shape::Black | Shape::Angle => name() || order() || blank(words),
            Shape::Round => sure() || (blank(words) && !words.trim().is_empty()),
            Shape::Editor => false,
        };
        if gap {
            found.push(bracket.range.clone());
        }
    }
    found
}

/// Nothing but signs that stand for something: `[ ]`, `[___]`, `(XX)`; `[...]` leaves words out.
fn blank(words: &str) -> bool {
    let words = words.trim();
    words.chars().all(|c| {
        matches!(
            c,
            '_' | 'x' | 'X' | '?' | '？' | ' ' | '○' | '×' | '*' | '＿' | '-'
        )
    }) && !matches!(words, "x" | "*" | "**" | "***" | "-" | "?" | "？" | "--")
}

fn at_line_start(text: &str, at: usize) -> bool {
    // The indentation of an item is short.
    let mut before = text[..at].chars().rev().take(24);
    let end =
        before.find(|c| *c == '\n' || !(c.is_whitespace() || matches!(c, '-' | '*' | '•' | '·')));
    end.is_none_or(|c| c == '\n')
}

/// "【日期】2026年5月4日", "[Store] Acme": a label, and what it is for stands behind it.
fn is_label(text: &str, bracket: &Bracket) -> bool {
    if !at_line_start(text, bracket.range.start) {
        return false;
    }
    let rest = &text[bracket.range.end..];
    let rest = rest.trim_start_matches([' ', '　', '\t']);
    match rest.chars().next() {
        // Nothing behind it, or a sentence that goes on.
        None
        | Some(
            '\n' | '\r' | ',' | '，' | '、' | '.' | '。' | '于' | '在' | '是' | '因' | '的' | '收'
            | '已' | '被' | '为' | '将' | '有',
        ) => false,
        Some(':' | '：') => {
            let value = rest.trim_start_matches([':', '：', ' ', '　']);
            !(value.is_empty() || value.starts_with(['\n', '\r']))
        }
        Some(c) => is_cjk(c) || c.is_uppercase() || c.is_ascii_digit(),
    }
}

/// Runs of one sign: `XXX`, `____`, `××`, `○○`, `??`.
fn runs(text: &str, found: &mut Vec<Range<usize>>) {
    let mut chars = text.char_indices().peekable();
    let mut before = None;
    while let Some((start, c)) = chars.next() {
        if !matches!(
            c,
            'x' | 'X' | 'Ｘ' | '×' | '_' | '＿' | '?' | '○' | '〇' | '◯' | '●'
        ) {
            before = Some(c);
            continue;
        }
        let mut count = 1;
        while chars.next_if(|(_, next)| *next == c).is_some() {
            count += 1;
        }
        let end = start + count * c.len_utf8();
        let run = Run {
            text,
            range: start..end,
            count,
            before,
            after: text[end..].chars().next(),
        };
        let gap = match c {
            'x' | 'X' | 'Ｘ' => run.letters(c),
            '×' => count >= 2 && !run.beside(|c| c.is_ascii_digit()),
            '_' | '＿' => count >= 3 && run.line(),
            '?' => count >= 2 && run.stands_apart(),
            _ => (2..=4).contains(&count) && run.circles(),
        };
        if gap {
            found.push(run.token(c));
        }
        before = Some(c);
    }
}

/// A sign, several times.
struct Run<'t> {
    text: &'t str,
    range: Range<usize>,
    count: usize,
    before: Option<char>,
    after: Option<char>,
}

impl Run<'_> {
    fn beside(&self, fits: impl Fn(char) -> bool) -> bool {
        self.before.is_some_and(&fits) || self.after.is_some_and(&fits)
    }

    /// `XXX`, `XX%`, `X月`, `B0XXXXXXXX`; not XXL, 2XX, XX-Large or a card number that is masked.
    fn letters(&self, c: char) -> bool {
        let ascii = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let rest = &self.text[self.range.end..];
        // A masked number is short.
        let near: String = rest.chars().take(24).collect();
        let figures = near.trim_start_matches(['-', ' ', '*', 'X', 'x']);
        let digits = figures.bytes().take_while(u8::is_ascii_digit).count();
        let year = digits == 4 && (figures.starts_with("20") || figures.starts_with("19"));
        if digits >= 3 && !year && !rest.starts_with("  ") {
            return false;
        }
        if self.beside(ascii) {
            // A code with most of it left open.
            return self.count >= 4 && c != 'x' && !matches!(self.after, Some('L' | 'S'));
        }
        if self.before.is_some_and(|c| matches!(c, '\'' | '’')) {
            return false;
        }
        match self.count {
            1 => {
                let unit = self
                    .after
                    .is_some_and(|c| "年月日号个件位单元笔名天％%条".contains(c));
                let counted = self.before.is_none_or(|c| is_cjk(c) || c.is_whitespace());
                c != 'x' && unit && counted
            }
            2 => {
                // "XX-Large"; in small letters only before what is counted.
                let size = rest.strip_prefix('-').is_some_and(|rest| {
                    rest.starts_with(|c: char| c.is_alphanumeric() && !matches!(c, 'X' | 'x'))
                });
                let open = c != 'x' || self.beside(is_cjk) || rest.starts_with(['%', '/']);
                !size && open
            }
            _ => true,
        }
    }

    /// No part of a name, and not a line that divides.
    fn line(&self) -> bool {
        let line_start = self.text[..self.range.start].ends_with('\n') || self.range.start == 0;
        let rest = &self.text[self.range.end..];
        let line_end = rest.is_empty() || rest.starts_with(['\n', '\r']);
        let word = |c: char| c.is_ascii_alphanumeric();
        let inside = self.before.is_some_and(word) && self.after.is_some_and(word);
        let divides = line_start && line_end;
        !divides && !inside
    }

    fn stands_apart(&self) -> bool {
        let free =
            |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '/' | '%' | '$');
        self.before.is_none_or(free) && self.after.is_none_or(free)
    }

    /// `○○公司`; in 二〇〇五 the circles are noughts.
    fn circles(&self) -> bool {
        let numeral = |c: char| "一二三四五六七八九十〇".contains(c);
        // "店舗名:○○○○" ends the line.
        let field = matches!(self.before, Some(':' | '：')) && self.after.is_none_or(|c| c == '\n');
        (field || self.beside(is_cjk)) && !self.beside(numeral)
    }

    /// With the rest of the code: `B0XXXXXXXX`, `XXX-XXXXXXX`.
    fn token(&self, c: char) -> Range<usize> {
        if !matches!(c, 'x' | 'X') || self.count < 3 {
            return self.range.clone();
        }
        let word = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-';
        let bytes = self.text.as_bytes();
        let before = bytes[..self.range.start].iter().rev().take(20);
        let after = bytes[self.range.end..].iter().take(20);
        self.range.start - before.take_while(|b| word(b)).count()
            ..self.range.end + after.take_while(|b| word(b)).count()
    }
}

/// `DD/MM/YYYY`, unless the sentence speaks of how days are written.
fn forms_of_dates(context: &Context<'_>, found: &mut Vec<Range<usize>>) {
    let document = context.document;
    for form in ["DD/MM/", "MM/DD/", "YYYY-MM", "YYYY/MM", "DD-MM-"] {
        for (at, _) in document.text().match_indices(form) {
            let told = document
                .sentence_at(at)
                .is_some_and(|sentence| context.marked("form-of-date", sentence));
            if !told {
                let rest = &document.text()[at..];
                let length = rest
                    .bytes()
                    .take("DD/MM/YYYY".len())
                    .take_while(|b| matches!(b, b'D' | b'M' | b'Y' | b'/' | b'-'))
                    .count();
                found.push(at..at + length);
            }
        }
    }
}
