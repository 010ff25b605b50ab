//! Longer than a reviewer reads.

use crate::check::document::Role;
use crate::check::length;
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;
use crate::msg;

pub(super) const RULE: Rule = Rule {
    id: "too-long",
    severity: Severity::Warning,
    message: Fixed {
        en: "is longer than a reviewer reads",
        zh: "篇幅超过审核人员会读的长度",
    },
    help: Fixed {
        en: "keep it under 600 words (1,200 Chinese characters): facts only, one idea an entry",
        zh: "控制在 600 个英文单词（1,200 个汉字）以内：只写事实，每条一个要点",
    },
    what: Fixed {
        en: "Counts the words of the letter, or the characters where the script has no spaces.",
        zh: "统计信的英文单词数；无空格文字统计字数。",
    },
    why: Fixed {
        en: "A reviewer has about five minutes. What stands on page three is not read.",
        zh: "审核人员大约只有五分钟。写在第三页的内容不会有人看。",
    },
    example: Fixed {
        en: "On 4 May 2026 we refunded the 12 orders that were late.\n... x 90",
        zh: "2026年5月4日，我们已为 12 笔迟发订单全额退款。\n... x 90",
    },
    remedy: Fixed {
        en: "On 4 May 2026 we refunded the 12 orders.",
        zh: "2026年5月4日，我们已为 12 笔订单退款。",
    },
    check: Check::Appeal(check),
};

/// Words of a letter that is still read.
const WORDS: usize = 600;
/// Characters, where there are no spaces.
const CHARACTERS: usize = 1200;

fn check(context: &Context<'_>, sink: &mut Sink) {
    let document = context.document;
    let most = if document.cjk() { CHARACTERS } else { WORDS };
    let prose = document.paragraphs.iter().filter(|p| p.role == Role::Prose);
    let length: usize = prose
        .map(|p| length::of(&document.flat()[p.span.clone()], document.cjk()))
        .sum();
    if length > most {
        sink.push_with(
            Place::Whole,
            msg!("rule-too-long", length = length, most = most),
        );
    }
}
