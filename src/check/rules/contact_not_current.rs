//! A mailbox in the letter that is no longer right.

use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::contacts::Status;
use crate::diagnostic::Severity;
use crate::message::Fixed;
use crate::msg;

pub(super) const RULE: Rule = Rule {
    id: "contact-not-current",
    severity: Severity::Warning,
    message: Fixed {
        en: "the letter names a mailbox the directory does not call current",
        zh: "信中提到的邮箱在通讯录中并非现用",
    },
    help: Fixed {
        en: "name the route used (`poa contacts STORE` shows it first), or leave the mailbox out",
        zh: "改写实际使用的途径（`poa contacts 站点` 首先列出），或删去该邮箱",
    },
    what: Fixed {
        en: "Looks up every mailbox of the store that stands in the letter.",
        zh: "查询信中出现的该站点邮箱的状态。",
    },
    why: Fixed {
        en: "Amazon takes appeals in Seller Central, and most mailboxes in circulation are old; a letter that leans on one looks copied. Some sellers report answers from old mailboxes: the directory shows what is attested and when it was checked.",
        zh: "亚马逊在卖家平台受理申诉，流传的邮箱大多已过时；依赖旧邮箱的信看起来像是抄来的。也有卖家称旧邮箱曾有答复：通讯录标明了有据可查的状态和核对日期。",
    },
    example: Fixed {
        en: "actions:\n  own-1:\n    own: { en: We sent the invoices to MAILBOX., zh: 我们已把发票发送至 MAILBOX。 }",
        zh: "actions:\n  own-1:\n    own: { en: We sent the invoices to MAILBOX., zh: 我们已把发票发送至 MAILBOX。 }",
    },
    remedy: Fixed {
        en: "actions:\n  own-1:\n    own: { en: We uploaded the invoices in Seller Central., zh: 我们已在卖家平台上传发票。 }",
        zh: "actions:\n  own-1:\n    own: { en: We uploaded the invoices in Seller Central., zh: 我们已在卖家平台上传发票。 }",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for address in &subject.marketplace.addresses {
        // A rights owner is rightly told of the mailbox for rights owners.
        if matches!(
            address.status,
            Status::Current | Status::NoticeOnly | Status::RightsOwnerOnly
        ) {
            continue;
        }
        for block in subject.blocks_naming(&address.address) {
            let detail = msg!("text", text = &address.address);
            sink.push_with(Place::Entry(block.origin.path.clone()), detail);
        }
    }
}
