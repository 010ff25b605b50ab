//! The rate today does not meet the target.

use crate::check::rule::{Check, Place, Rule, Sink};
use crate::check::subject::Subject;
use crate::diagnostic::KeyPath;
use crate::diagnostic::Severity;
use crate::fact::Value;
use crate::letter::Part;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "metric-still-failing",
    severity: Severity::Warning,
    message: Fixed {
        en: "the rate given for today does not meet the target, and nothing shows that it is falling",
        zh: "信中给出的当前指标仍未达标，也没有内容表明其正在下降",
    },
    help: Fixed {
        en: "give the result of the orders since the measures began, or wait until the window has moved on (`poa odr` works it out)",
        zh: "补写措施开始后新订单的结果，或等统计窗口移动后再提交（可用 `poa odr` 计算）",
    },
    what: Fixed {
        en: "Compares the rates in the part on how things stand with the target of the appeal type. Silent where that part also gives the result of the orders since.",
        zh: "把“当前状况”部分的比率与该申诉类型的目标比较；若该部分同时给出此后订单的结果，则不提示。",
    },
    why: Fixed {
        en: "A window of 30 or 60 days keeps a rate high long after the cause is gone. A failing rate without a sign of effect reads as a plan that does not work. Some advise to appeal at once all the same, because the deadline runs.",
        zh: "30 天或 60 天的统计窗口会让指标在原因消除后很久仍然偏高。只写未达标的数字而没有见效的迹象，会被看作计划无效。也有人建议期限临近时仍应立即提交。",
    },
    example: Fixed {
        en: "facts:\n  current-rate: 12.5  # target: below 2.5",
        zh: "facts:\n  current-rate: 12.5  # 目标：低于 2.5",
    },
    remedy: Fixed {
        en: "facts:\n  current-rate: 2.1",
        zh: "facts:\n  current-rate: 2.1",
    },
    check: Check::Case(check),
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let Some(target) = &subject.appeal_type.target else {
        return;
    };
    // A second sentence of the part says how things have gone since.
    let told = subject.letter.section(Part::Status);
    if told.is_none_or(|section| section.blocks.len() > 1) {
        return;
    }
    let facts = subject.appeal_type.status.iter().flat_map(|s| &s.variables);
    for id in facts {
        if let Some(Value::Percent(rate)) = subject.case.facts.get(id)
            && !target.target.is_met_by(rate)
        {
            sink.push(Place::Entry(KeyPath::root().key("facts").key(id)));
        }
    }
}
