//! A way around Amazon's messages: an e-mail address, a telephone number, a social account.

use std::ops::Range;

use crate::check::address::{Target, addresses};
use crate::check::phone;
use crate::check::ranges::covers;
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "contact-details",
    severity: Severity::Error,
    message: Fixed {
        en: "gives contact details of your own",
        zh: "留下了自己的联系方式",
    },
    help: Fixed {
        en: "take them out; the buyer answers through Amazon",
        zh: "删去；买家会通过亚马逊站内信回复",
    },
    what: Fixed {
        en: "Finds e-mail addresses, telephone numbers and social accounts, also written out in words or with spaces. The number of a carrier and the buyer's own number are left alone.",
        zh: "找出邮箱、电话和社交账号，包括用文字拼写或加空格的写法。承运商的电话和买家自己的号码不在此列。",
    },
    why: Fixed {
        en: "Amazon forbids to lead buyers away from its messages. What is agreed elsewhere cannot be shown in a claim.",
        zh: "亚马逊禁止把买家引到站外联系。站外谈好的内容在索赔中也无法作为证据。",
    },
    example: Fixed {
        en: "Please write to care@larkfield.example.com or call +1 555 0142.",
        zh: "请加微信 larkfield88，或拨打电话 0571-5550188。",
    },
    remedy: Fixed {
        en: "Please answer this message with the number of the part that is missing.",
        zh: "请直接回复本消息，告诉我们缺少哪个零件。",
    },
    check: Check::BuyerMessage(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let document = context.document;
    let text = document.text();
    let mut found: Vec<Range<usize>> = addresses(text)
        .into_iter()
        .filter(|address| address.target == Target::Mail)
        .map(|address| address.range)
        .collect();
    found.extend(handles(text));
    found.extend(spelt_mail(text));
    for number in phone::numbers(text) {
        let sentence = document.sentence_at(number.range.start);
        let marked = |name| sentence.is_some_and(|sentence| context.marked(name, sentence));
        let told = marked("phone-word");
        let plain = number.plain && !covers(context.quotes, &number.range);
        if (told || plain) && !marked("not-own-number") {
            found.push(number.range);
        }
    }
    found.extend(phone::spelt(text));
    let own = context.own().iter();
    let own = own.filter(|hit| !context.marked("told-of", hit.sentence));
    found.extend(own.map(|hit| document.source(&hit.span)));
    for range in found {
        sink.push(Place::Text(range));
    }
    sink.drop_inner();
}

/// `@larkfield.home`.
fn handles(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let free = text[..at]
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '_' | '-' | '*'));
        let rest = &text[at + 1..];
        let length = rest
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.'))
            .count();
        let letters = rest[..length].bytes().any(|b| b.is_ascii_alphabetic());
        if free && length >= 3 && letters {
            found.push(at..at + 1 + length);
        }
        // "c a r e @ larkfield . com"
        if let Some(length) = spaced_host(rest) {
            found.push(at..at + 1 + length);
        }
    }
    found
}

/// Returns how far a host goes behind the sign of an address, where spaces hide it.
fn spaced_host(rest: &str) -> Option<usize> {
    let word = |text: &str| {
        let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let end = end.unwrap_or(text.len());
        let letters = text[..end].starts_with(|c: char| c.is_ascii_alphabetic());
        (letters && end > 1).then_some(end)
    };
    let host = rest.trim_start_matches(' ');
    let dot = &host[word(host)?..];
    let behind = dot.trim_start_matches(' ').strip_prefix('.')?;
    let last = behind.trim_start_matches(' ');
    let hidden = host.len() < rest.len() && dot.starts_with([' ', '.']);
    let end = word(last)?;
    (hidden && !last.starts_with(char::is_uppercase)).then(|| rest.len() - last.len() + end)
}

/// "care at larkfield dot com", "care (at) larkfield.com".
fn spelt_mail(text: &str) -> Vec<Range<usize>> {
    const ENDS: [&str; 9] = ["com", "net", "org", "de", "cn", "co", "info", "shop", "eu"];
    let mut found = Vec::new();
    let mut words: Vec<(Range<usize>, &str)> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from..at, &text[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    for window in words.windows(4) {
        let [name, at, host, end] = window else {
            continue;
        };
        let bracketed = text[..at.0.start].ends_with(['(', '[', '{']);
        if bracketed && at.1.eq_ignore_ascii_case("at") {
            // "care(at)larkfield.com", "care[at]larkfield[dot]com"
            let between = &text[host.0.end..end.0.start];
            let known = between == "." && end.1.len() > 1;
            if known || end.1.eq_ignore_ascii_case("dot") || ENDS.contains(&end.1) {
                found.push(name.0.start..end.0.end);
            }
        }
        // "at larkfield dot com" behind the name.
        let dot = host.1.eq_ignore_ascii_case("dot") && ENDS.contains(&end.1);
        if dot && name.1.eq_ignore_ascii_case("at") {
            found.push(name.0.start..end.0.end);
        }
    }
    found
}
