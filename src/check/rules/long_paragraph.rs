//! A paragraph too long to take in.

use crate::check::document::Role;
use crate::check::length;
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;
use crate::msg;

pub(super) const RULE: Rule = Rule {
    id: "long-paragraph",
    severity: Severity::Warning,
    message: Fixed {
        en: "a paragraph too long to take in",
        zh: "段落过长，难以阅读",
    },
    help: Fixed {
        en: "split it: one idea a paragraph or entry, up to 120 words (240 characters)",
        zh: "拆分：每段或每条一个要点，不超过 120 个英文单词（240 个汉字）",
    },
    what: Fixed {
        en: "Counts the words of each paragraph, or the characters where the script has no spaces.",
        zh: "统计每段的英文单词数；无空格文字统计字数。",
    },
    why: Fixed {
        en: "Reviewers skim; lists are read, blocks of text are not.",
        zh: "审核人员是浏览式阅读；条目会看，大段文字不会看。",
    },
    example: Fixed {
        en: "On 4 May 2026 we refunded the 12 orders that were late. ... x 90",
        zh: "2026年5月4日，我们已为 12 笔迟发订单全额退款。 ... x 90",
    },
    remedy: Fixed {
        en: "On 4 May 2026 we refunded the 12 orders.",
        zh: "2026年5月4日，我们已为 12 笔订单退款。",
    },
    check: Check::Appeal(check),
};

/// Words of a paragraph that is taken in at a glance.
const WORDS: usize = 120;
/// Characters, where there are no spaces.
const CHARACTERS: usize = 240;

fn check(context: &Context<'_>, sink: &mut Sink) {
    let document = context.document;
    let most = if document.cjk() { CHARACTERS } else { WORDS };
    // Each word takes a byte at least.
    let long = document.paragraphs.iter().filter(|p| p.span.len() > most);
    for paragraph in long.filter(|p| p.role == Role::Prose) {
        let length = length::of(&document.flat()[paragraph.span.clone()], document.cjk());
        if length > most {
            let place = Place::Text(paragraph.source.clone());
            sink.push_with(place, msg!("rule-too-long", length = length, most = most));
        }
    }
}
