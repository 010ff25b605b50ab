//! A measure without a rhythm or a trigger.

use crate::check::document::Section;
use crate::check::measures;
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "measure-without-frequency",
    severity: Severity::Warning,
    message: Fixed {
        en: "a measure that does not say how often or when",
        zh: "预防措施没有写明频率或触发条件",
    },
    help: Fixed {
        en: "say how often, before what, or from which figure on",
        zh: "写明多久一次、在什么之前，或达到什么数值时执行",
    },
    what: Fixed {
        en: "Looks in the part on prevention for a rhythm, a trigger or a threshold in every entry.",
        zh: "在预防措施部分逐条查找频率、触发条件或阈值。",
    },
    why: Fixed {
        en: "\"We check the stock\" cannot be audited; \"every Friday before 12:00\" can.",
        zh: "“我们会检查库存”无法核查；“每周五 12:00 前”可以核查。",
    },
    example: Fixed {
        en: "Preventive measures\n1. The warehouse supervisor monitors the stock.",
        zh: "预防措施\n1. 由仓库主管监控库存。",
    },
    remedy: Fixed {
        en: "Preventive measures\n1. The warehouse supervisor counts the stock every Friday.",
        zh: "预防措施\n1. 仓库主管每周五盘点库存。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    measures::without(context, sink, &["rhythm", "limit"]);
    measures::unheaded(context, sink, &["rhythm", "limit", "cycle"]);
    // "From time to time somebody opens a few parcels": how often is said, and left open. Under
    // the heading also a control in one short sentence without a word of when.
    let document = context.document;
    for at in document.prose() {
        let section = document.paragraph_of(at).section;
        let loose = context.marked("loose-rhythm", at)
            && context.marked("keeps-watch", at)
            && matches!(
                section,
                Section::Measures | Section::Opening | Section::Other | Section::Status
            );
        let bare = section == Section::Measures && context.marked("bare-control", at);
        let place = document.source(&document.sentences[at].span);
        let known = sink
            .found
            .iter()
            .any(|found| matches!(&found.place, Place::Text(range) if range.start == place.start));
        if (loose || bare) && !known && !context.asks(at) {
            context.flag_sentence(sink, at);
        }
    }
}
