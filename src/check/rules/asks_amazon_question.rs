//! A question to Amazon, or another matter.

use crate::check::document::Role;
use crate::check::rule::{Check, Context, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "asks-amazon-question",
    severity: Severity::Warning,
    message: Fixed {
        en: "asks Amazon what to do, or brings up another matter",
        zh: "向亚马逊提问，或提及其他事项",
    },
    help: Fixed {
        en: "answer what the notice asks; other matters go into a case of their own",
        zh: "只回答通知提出的要求；其他问题另开案例",
    },
    what: Fixed {
        en: "Finds questions to Amazon (what to do, which papers, how long, why) and references to other support cases.",
        zh: "找出向亚马逊提出的问题（该怎么做、要什么材料、要多久、为什么），以及对其他案例的提及。",
    },
    why: Fixed {
        en: "Amazon's guidance asks to leave out other questions and open cases. A question hands the task back to the reviewer, and reads as if the notice had not been understood.",
        zh: "亚马逊的指引要求不要夹带其他问题和案例。提问等于把任务推回给审核人员，也显得没有看懂通知。",
    },
    example: Fixed {
        en: "Please let us know what we should do to get our account back.",
        zh: "请告诉我们应该怎么做才能恢复账户。",
    },
    remedy: Fixed {
        en: "We ask for the listing to be reinstated on the basis of the three invoices (Evidence 1 to 3).",
        zh: "我们请求根据三张发票（证据1至证据3）恢复该商品信息。",
    },
    check: Check::Appeal(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for hit in context.own() {
        if context.said(&hit.span) && !heads_answer(context, hit.sentence) {
            context.flag(sink, &hit.span);
        }
    }
    let document = context.document;
    for sentence in 0..document.sentences.len() {
        let text = document.sentence(sentence);
        let asks = text
            .trim_end_matches(['"', ')', '!', ' '])
            .ends_with(['?', '？']);
        // Most sentences ask nothing, and are not looked at for these words.
        if !asks || document.paragraph_of(sentence).role != Role::Prose {
            continue;
        }
        // Words that say whom it is put to; others only where nothing is listed: "checks: who owns
        // it?"
        let named = context.hits.hit_of_mark("question", sentence);
        let listed = text.contains([':', '：']);
        let hit = named.or_else(|| {
            let other = || context.hits.hit_of_mark("asked", sentence);
            (!listed).then(other).flatten()
        });
        let Some(hit) = hit else { continue };
        let known = context.hits.in_sentence(context.rule.id, sentence)
            || context.marked("form-question", sentence)
            || labelled(context, sentence)
            || heads_answer(context, sentence)
            || is_answered(context, sentence);
        // "wrote to us: "Who are these people?" is the buyer's question.
        let start = document.sentences[sentence].span.start;
        let own = text
            .rfind(['?', '？'])
            .is_none_or(|at| context.said(&(start + at..start + at + 1)));
        if !known && own && context.said(&hit.span) {
            context.flag_sentence(sink, sentence);
        }
    }
}

/// Whether a question stands on a line of its own above its answer, and addresses the seller, in a
/// text that has another question of the form: "How will you keep it from happening again?"
fn heads_answer(context: &Context<'_>, sentence: usize) -> bool {
    let document = context.document;
    let span = &document.sentences[sentence].span;
    let paragraph = document.paragraph_of(sentence);
    let asks = document
        .sentence(sentence)
        .trim_end()
        .ends_with(['?', '？']);
    let source = document.source(span);
    let text = document.text();
    let begins = text[..source.start].trim_end_matches(' ').ends_with('\n') || source.start == 0;
    let alone = text[source.end..].trim_start_matches(' ').starts_with('\n');
    let mut others = context.marks("form-question").iter();
    asks && begins
        && alone
        && sentence == paragraph.sentences.start
        && others.any(|hit| hit.sentence != sentence)
}

/// How many questions with their answers make a text one of questions and answers.
const ANSWERED: usize = 3;

/// Whether a paragraph begins with a question and goes on with its answer, in a text that has
/// several such: "Who makes the tea? Hallam Blending Ltd." Nobody who answers asks in the first
/// person.
fn is_answered(context: &Context<'_>, sentence: usize) -> bool {
    const FIRST: [&str; 12] = [
        "i", "we", "my", "our", "us", "me", "ich", "wir", "mein", "unser", "uns", "mir",
    ];
    let document = context.document;
    let answered = |at: usize| {
        let paragraph = document.paragraph_of(at);
        let question = document.sentence(at);
        let mut words = question.split(|c: char| !c.is_alphabetic());
        let own = words.any(|word| FIRST.contains(&word)) || question.contains(['我', '私', '弊']);
        at == paragraph.sentences.start && paragraph.sentences.len() > 1 && !own && context.asks(at)
    };
    let starts = document.paragraphs.iter().map(|p| p.sentences.start);
    let last = document.sentences.len();
    answered(sentence) && starts.filter(|at| *at < last && answered(*at)).count() >= ANSWERED
}

/// Whether a sentence is a question of Amazon's form, copied in front of the answer: "Q3. What
/// ...?", "问：...".
fn labelled(context: &Context<'_>, sentence: usize) -> bool {
    let document = context.document;
    let paragraph = document.paragraph_of(sentence);
    // Behind the label alone, or with it in one sentence.
    if sentence > paragraph.sentences.start + 1 {
        return false;
    }
    let text = document.flat()[paragraph.span.clone()].trim_start();
    let label = |name: &str| {
        let rest = text.strip_prefix(name)?.trim_start();
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        Some(rest.starts_with(['.', ':', ')', '：', '、']))
    };
    [
        "question", "box", "q", "问题", "问", "栏", "質問", "frage", "feld",
    ]
    .into_iter()
    .any(|name| label(name).unwrap_or(false))
}
