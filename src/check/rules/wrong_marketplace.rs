//! Another store's site.

use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "wrong-marketplace",
    severity: Severity::Error,
    message: Fixed {
        en: "names another Amazon store than the one it goes to",
        zh: "提到的亚马逊站点与收信站点不一致",
    },
    help: Fixed {
        en: "name the store of the notice, or leave the name out",
        zh: "改为通知所涉站点，或删去站点名称",
    },
    what: Fixed {
        en: "Finds sites of other Amazon stores (amazon.de in a letter to amazon.com). Asks for the store: the case has it, for a text `--marketplace` gives it.",
        zh: "找出其他亚马逊站点的网址（如寄往 amazon.com 的信中出现 amazon.de）。需要知道站点：申诉文件中已有，文本用 `--marketplace` 指定。",
    },
    why: Fixed {
        en: "It shows that the letter was written for another account or copied.",
        zh: "这说明信是为其他账户所写，或是抄来的。",
    },
    example: Fixed {
        en: "Please restore our account on Amazon.co.uk. Our store sells on amazon.com.",
        zh: "请恢复我们在 Amazon.co.uk 的账户。我们的店铺在 amazon.com 销售。",
    },
    remedy: Fixed {
        en: "Please restore our account on Amazon.com.",
        zh: "请恢复我们在 Amazon.com 的账户。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let Some(own) = context.domain else {
        return;
    };
    let flat = context.document.flat();
    for (at, _) in flat.match_indices("amazon.") {
        let before = flat[..at].chars().next_back();
        // Seller Central's own hosts are no stores: sellercentral-europe.amazon.com.
        if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '@')) {
            continue;
        }
        let rest = &flat[at..];
        let end = rest
            .find(|c: char| !(c.is_ascii_lowercase() || c == '.'))
            .unwrap_or(rest.len());
        let site = rest[..end].trim_end_matches('.');
        let known = site.len() > "amazon.".len() && SITES.contains(&&site["amazon.".len()..]);
        if known && site != own {
            context.flag(sink, &(at..at + site.len()));
        }
    }
}

/// How the addresses of Amazon's stores end.
const SITES: [&str; 23] = [
    "com", "ca", "com.mx", "com.br", "co.uk", "de", "fr", "it", "es", "nl", "se", "pl", "com.be",
    "ie", "com.tr", "ae", "sa", "eg", "in", "sg", "com.au", "co.jp", "co.za",
];
