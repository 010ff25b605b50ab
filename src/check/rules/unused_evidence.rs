//! A document that proves nothing in the letter.

use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "unused-evidence",
    severity: Severity::Warning,
    message: Fixed {
        en: "a document that is named as proof of nothing",
        zh: "有文件没有被任何内容引用为证明",
    },
    help: Fixed {
        en: "name it as the proof of an action, a measure or a statement, or take it out",
        zh: "把它指定为某项措施或事实的证明，或删去",
    },
    what: Fixed {
        en: "Looks at every document of the case for an entry that names it.",
        zh: "检查案件中每份文件是否被某项内容引用。",
    },
    why: Fixed {
        en: "A document the letter does not mention is not opened, and one too many hides the one that counts.",
        zh: "信中没有提到的文件不会被打开；文件过多会掩盖真正重要的那一份。",
    },
    example: Fixed {
        en: "evidence:\n  own-9:\n    title: { en: Packing list, zh: 装箱单 }\n    shows: { en: What was packed., zh: 装箱内容。 }\n    file: 09-packing-list.pdf",
        zh: "evidence:\n  own-9:\n    title: { en: Packing list, zh: 装箱单 }\n    shows: { en: What was packed., zh: 装箱内容。 }\n    file: 09-packing-list.pdf",
    },
    remedy: Fixed {
        en: "actions:\n  ACTION: { proof: [own-9] }\nevidence:\n  own-9:\n    title: { en: Packing list, zh: 装箱单 }\n    shows: { en: What was packed., zh: 装箱内容。 }\n    file: 09-packing-list.pdf",
        zh: "actions:\n  ACTION: { proof: [own-9] }\nevidence:\n  own-9:\n    title: { en: Packing list, zh: 装箱单 }\n    shows: { en: What was packed., zh: 装箱内容。 }\n    file: 09-packing-list.pdf",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let named = subject.case.named_evidence();
    for id in subject.case.evidence.keys() {
        if !named.contains(&id.as_str()) {
            let path = KeyPath::root().key("evidence").key(id);
            sink.push(Place::Entry(path));
        }
    }
}
