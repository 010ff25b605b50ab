//! Asking for praise.

use crate::check::ranges::covers;
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "asks-positive-review",
    severity: Severity::Error,
    message: Fixed {
        en: "asks for a good review, or for a review only from the satisfied",
        zh: "索要好评，或只请满意的买家评论",
    },
    help: Fixed {
        en: "leave it out; Amazon's button `Request a Review` asks once, in neutral words",
        zh: "删去；用亚马逊的“请求评论”按钮，以中性措辞请求一次",
    },
    what: Fixed {
        en: "Finds requests for positive or five-star reviews, for reviews only if the buyer is happy, and requests to write to the seller instead of reviewing.",
        zh: "找出索要好评、五星评价，只请满意的买家评论，或请不满意的买家不要评论而联系卖家的句子。",
    },
    why: Fixed {
        en: "A review may be asked for once and in neutral words. Steering the happy to the review and the unhappy to the mailbox is manipulation in Amazon's eyes.",
        zh: "评论只能以中性措辞请求一次。让满意的去评论、不满意的来私信，在亚马逊看来就是操纵评论。",
    },
    example: Fixed {
        en: "If you are happy with the lamp, please leave us a 5-star review.",
        zh: "如果喜欢，麻烦给个五星好评。",
    },
    remedy: Fixed {
        en: "The lamp was delivered on 4 May 2026; you wrote that its switch is loose.",
        zh: "台灯已于2026年5月4日送达，您来信说开关松动。",
    },
    check: Check::BuyerMessage(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    context.flag_done(sink);
    // "Love it? Tell Amazon. Not happy? Don't rate yet."
    for hit in context.marks("rate-now") {
        let divided = hit.sentence > 0 && context.marked("pleased-or-not", hit.sentence - 1);
        if divided && !context.hits.in_sentence(RULE.id, hit.sentence) {
            context.flag(sink, &hit.span);
        }
    }
    let text = context.document.text();
    for (at, stars) in text.match_indices("★★★★★") {
        if !covers(context.quotes, &(at..at + stars.len())) {
            sink.push(Place::Text(at..at + stars.len()));
        }
    }
}
