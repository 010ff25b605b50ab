//! Weighs the signs and decides what a notice alleges, or that it does not know.

use crate::lang::{EN, Lang};
use crate::notice::find::{Found, Spread};
use crate::notice::recogniser::{Class, Family, Kind, Recogniser, Sign};

/// What was decided.
#[derive(Debug, Default)]
pub(super) struct Decision {
    /// The issue named first, by its place in the list.
    pub(super) issue: Option<usize>,
    /// Others that are named, the strongest first.
    pub(super) also: Vec<usize>,
}

/// How much the second, third … sign of an issue still counts: signs often say the same twice.
const FADE: f32 = 0.65;
/// The same for words of the subject, of which many have to come together.
const FADE_OF_TOPICS: f32 = 0.9;
/// A sign spread over two sentences counts this much.
const OVER_TWO: f32 = 0.5;
/// An issue that yields stays first where it weighs this many times the one it yields to.
const OUTWEIGHS: f32 = 1.3;
/// The same where nothing is asked for that such an issue is answered by: it is a consequence.
const OUTWEIGHS_UNASKED: f32 = 3.0;
/// What is named beside another weighs at least this part of it.
const SHARE: f32 = 0.25;
/// An issue that weighs this many times what is needed is certain.
const CERTAIN: f32 = 1.8;
/// Without a word of action against the account or a listing an issue has to weigh this much more.
const UNLESS_ENFORCED: f32 = 1.1;

/// Reports whether a sign means in a text of a language what it means in its own: "brand" is a fire
/// in German. English terms stand in texts of every language, English words in those that are told
/// from it by their script.
fn means(recogniser: &Recogniser, sign: &Sign, language: Option<Lang>) -> bool {
    let Some(language) = language else {
        return true;
    };
    let by_words = |lang: Lang| {
        let known = &recogniser.words.languages;
        known.iter().any(|(id, _)| *id == lang.as_str())
    };
    sign.lang == language || sign.lang == EN && (sign.kind == Kind::Sign || !by_words(language))
}

/// Returns what each issue weighs in a text of a language. `factor` says how much a sentence counts.
pub(super) fn weigh(
    recogniser: &Recogniser,
    found: &[Found],
    factor: &[f32],
    language: Option<Lang>,
) -> Vec<f32> {
    let mut best: Vec<f32> = vec![0.0; recogniser.signs.len()];
    for sign in found {
        let known = &recogniser.signs[sign.sign];
        if matches!(known.class, Class::Issue(_)) && means(recogniser, known, language) {
            let spread = match sign.spread {
                Spread::Sentence => 1.0,
                Spread::Two => OVER_TWO,
            };
            let weight = known.weight * factor[sign.sentence] * spread;
            // A sign that stands twice does not say more; the weightier place counts.
            if weight.abs() > best[sign.sign].abs() {
                best[sign.sign] = weight;
            }
        }
    }
    let issues = recogniser.issues.len();
    let mut signs: Vec<Vec<f32>> = vec![Vec::new(); issues];
    let mut topics: Vec<Vec<f32>> = vec![Vec::new(); issues];
    let mut weights = vec![0.0; issues];
    for (sign, weight) in recogniser.signs.iter().zip(&best) {
        if let Class::Issue(at) = sign.class {
            match sign.kind {
                _ if *weight < 0.0 => weights[at] += weight,
                Kind::Topic => topics[at].push(*weight),
                Kind::Sign => signs[at].push(*weight),
            }
        }
    }
    for ((sum, signs), topics) in weights.iter_mut().zip(signs).zip(topics) {
        *sum += faded(signs, FADE) + faded(topics, FADE_OF_TOPICS);
    }
    weights
}

/// Adds up weights, the largest first, each next one for less.
fn faded(mut weights: Vec<f32>, fade: f32) -> f32 {
    weights.sort_by(|a, b| b.total_cmp(a));
    let mut share = 1.0;
    let mut sum = 0.0;
    for weight in weights {
        sum += weight * share;
        share *= fade;
    }
    sum
}

/// Decides by the weights.
pub(super) fn decide(recogniser: &Recogniser, weights: &[f32], found: &[Found]) -> Decision {
    let limits = recogniser.weights;
    let context = |id: &str| {
        let at = recogniser.mark(Family::Context, id);
        found
            .iter()
            .filter(|f| match recogniser.signs[f.sign].class {
                Class::Mark(Family::Context, mark) => Some(mark) == at,
                _ => false,
            })
            .count()
    };
    let enforced = context("enforcement");
    let other = context("no-notice") + context("seller-question");
    if other > 0 && enforced < 2 * other {
        return Decision::default();
    }
    let mut named = limits.named;
    if enforced == 0 {
        named *= UNLESS_ENFORCED;
    }
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|a, b| weights[*b].total_cmp(&weights[*a]).then(a.cmp(b)));
    let yields = |a: usize, b: usize| {
        let (_, issue) = recogniser.issues.get_index(a).expect("a place of the list");
        let (id, _) = recogniser.issues.get_index(b).expect("a place of the list");
        issue.yields_to.contains(id)
    };
    let asks = recogniser.marks(Family::Asks);
    let asked = |id: &String| {
        let at = asks.get_index_of(id);
        found.iter().any(|f| match recogniser.signs[f.sign].class {
            Class::Mark(Family::Asks, mark) => Some(mark) == at,
            _ => false,
        })
    };
    let outweighs = |a: usize| {
        let (_, issue) = recogniser.issues.get_index(a).expect("a place of the list");
        if issue.asked_by.is_empty() || issue.asked_by.iter().any(asked) {
            OUTWEIGHS
        } else {
            OUTWEIGHS_UNASKED
        }
    };
    let gives_way = |a: usize| {
        order.iter().any(|b| {
            *b != a
                && weights[*b] >= limits.beside
                && yields(a, *b)
                && !yields(*b, a)
                && weights[a] < outweighs(a) * weights[*b]
        })
    };
    let mut standing = order.iter().copied().filter(|at| !gives_way(*at));
    let first = standing.next();
    let second = standing.next();
    let mut decision = Decision::default();
    if let Some(first) = first
        && weights[first] >= named
    {
        let rival = second.map_or(0.0, |second| weights[second]);
        let clear = weights[first] >= limits.margin * rival;
        // Two that are both certain are two issues of one notice, and both are named.
        if clear || rival < limits.beside || rival >= CERTAIN * named {
            decision.issue = Some(first);
        }
    }
    let top = order.first().map_or(0.0, |at| weights[*at]);
    let beside = if decision.issue.is_some() {
        limits.beside.max(top * SHARE)
    } else {
        limits.beside
    };
    decision.also = order
        .into_iter()
        .filter(|at| {
            // What yields stands beside the first by its nature: the balance beside a violation.
            let by_nature = decision.issue.is_some_and(|first| yields(*at, first));
            let least = if by_nature { limits.beside } else { beside };
            Some(*at) != decision.issue && weights[*at] >= least
        })
        .collect();
    decision
}
