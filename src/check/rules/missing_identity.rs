//! Nobody says who writes.

use crate::check::document::Role;
use crate::check::layout;
use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::lang::is_cjk;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "missing-identity",
    severity: Severity::Warning,
    message: Fixed {
        en: "does not say which store writes, or who signs",
        zh: "没有写明是哪家店铺、由谁签署",
    },
    help: Fixed {
        en: "end with store name, merchant token, name and post of who signs",
        zh: "信末写明店铺名称、卖家记号、签署人姓名及职务",
    },
    what: Fixed {
        en: "Looks for a store, a merchant token, a business or a name under the letter.",
        zh: "查找信中的店铺、卖家记号、公司名称或信末署名。",
    },
    why: Fixed {
        en: "A letter that several stores could have sent looks like a template, and cannot be matched to an account by hand.",
        zh: "看不出是哪家店铺的信像是模板，人工处理时也无法对应到账户。",
    },
    example: Fixed {
        en: "Root cause\nOrders placed after 15:00 on Friday were not in the pick list of Monday, because the list was printed at noon.\nActions taken\nOn 4 May 2026 we refunded the 12 late orders.\nMeasures\nSince 5 May 2026 the warehouse supervisor compares the open orders with the scans every working day.",
        zh: "根本原因\n周五 15:00 之后的订单没有进入周一的拣货单，因为拣货单在中午就已打印。\n已采取的措施\n2026年5月4日，我们已为 12 笔迟发订单退款。\n预防措施\n自2026年5月5日起，仓库主管每个工作日核对未结订单。",
    },
    remedy: Fixed {
        en: "Root cause\nOrders placed after 15:00 on Friday were not in the pick list of Monday, because the list was printed at noon.\nActions taken\nOn 4 May 2026 we refunded the 12 late orders.\nSince 5 May 2026 the warehouse supervisor compares the open orders with the carrier's scans every working day at 16:00.\nStore: Larkfield Home",
        zh: "根本原因\n周五 15:00 之后的订单没有进入周一的拣货单，因为拣货单在中午就已打印。\n已采取的措施\n2026年5月4日，我们已为 12 笔迟发订单退款。\n自2026年5月5日起，仓库主管每个工作日 16:00 将未结订单与承运人扫描记录逐一核对。\n店铺：云雀家居",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let told = filled(context) || named(context) || signed(context) || token(context);
    if !told && !context.document.fragment {
        sink.whole();
    }
}

/// Whether a word for the name or the number stands there, and not as a field to be filled in.
fn filled(context: &Context<'_>) -> bool {
    let flat = context.document.flat();
    context.marks("identity").iter().any(|hit| {
        let before = flat[..hit.span.start].trim_end();
        let behind = flat[hit.span.end..].trim_start_matches([' ', ':', '：', '#', ',', '"']);
        !before.ends_with(OPENING) && !behind.starts_with(OPENING) && !behind.starts_with("__")
    })
}

/// Whether a merchant token stands somewhere: capitals and digits, with an A in front.
fn token(context: &Context<'_>) -> bool {
    let text = context.document.text();
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| {
            (10..=16).contains(&word.len())
                && word.starts_with('A')
                && word
                    .bytes()
                    .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
                && word.bytes().any(|b| b.is_ascii_digit())
        })
}

/// What opens a field to be filled in.
const OPENING: [char; 5] = ['[', '{', '【', '<', '｛'];

/// Whether a name in quotation marks follows a word for it: our store "Tansy & Thread".
fn named(context: &Context<'_>) -> bool {
    let flat = context.document.flat();
    context.marks("names").iter().any(|hit| {
        let behind = flat[hit.span.end..].trim_start();
        behind.starts_with(['"', '「', '《'])
    })
}

/// Whether a short line that could be a name stands under the last sentence.
fn signed(context: &Context<'_>) -> bool {
    let document = context.document;
    // "Kind regards, Anna Weber, operations manager" and a line too long for one name.
    let run_on = document.paragraphs.iter().skip(1).next_back();
    if run_on.is_some_and(|paragraph| {
        let line = document.text()[paragraph.source.clone()].trim();
        let bare = !line.contains('\n') && !line.ends_with(['.', '。', ',', '，', '!', '?']);
        let nobody = |at| context.marked("nobody", at) && !context.marked("identity", at);
        bare && line.matches([',', '(', '，', ' ']).count() >= 2
            && layout::signs(line)
            && !paragraph.sentences.clone().any(nobody)
    }) {
        return true;
    }
    let last = document
        .paragraphs
        .iter()
        .rposition(|p| p.role == Role::Prose);
    let below = last.map_or(0, |last| last + 1);
    document.paragraphs[below..].iter().any(|paragraph| {
        let line = document.text()[paragraph.source.clone()].trim();
        let closing = line.ends_with([',', '，'])
            || paragraph
                .sentences
                .clone()
                .any(|at| context.marked("closing", at) || context.marked("nobody", at));
        paragraph.role == Role::Line
            && !closing
            && !line.starts_with(OPENING)
            && is_whole_name(line)
            && !is_phrase(line)
    })
}

/// Whether a line is more than a first name: two words, or two characters of Chinese.
fn is_whole_name(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic());
    let cjk = letters.filter(|c| is_cjk(*c)).count();
    let words = line.split_whitespace();
    let words = words.filter(|word| word.contains(char::is_alphabetic));
    cjk >= 2 || words.count() >= 2
}

/// Small words that names of people, posts and companies have.
const PARTICLES: [&str; 14] = [
    "of", "de", "da", "di", "von", "van", "der", "and", "the", "for", "at", "in", "e", "y",
];

/// Whether a line is a greeting or a remark rather than a name: four words or more, most of them
/// small.
fn is_phrase(line: &str) -> bool {
    let words = || line.split_whitespace();
    let small = |word: &&str| word.starts_with(char::is_lowercase) && !PARTICLES.contains(word);
    let capital = words().filter(|word| word.starts_with(char::is_uppercase));
    let bare = !line.contains([',', ':', '|']);
    bare && words().count() >= 4 && words().filter(small).count() >= capital.count()
}
