//! Where metrics are named or only described.

use crate::notice::Notice;
use crate::notice::extract::{self, Name};
use crate::notice::find::Spread;
use crate::notice::read::Reading;
use crate::notice::recogniser::{Class, Family};

impl Reading<'_> {
    /// The issue a sentence speaks most for, of those a metric measures, and that metric.
    pub(super) fn measured(&self) -> Vec<Option<(usize, f32)>> {
        let metrics = self.recogniser.marks(Family::Metrics);
        let stem = |id: &str| id.trim_end_matches("-rate").to_owned();
        let of: Vec<Option<usize>> = self
            .recogniser
            .issues
            .keys()
            .map(|issue| metrics.keys().position(|id| stem(id) == stem(issue)))
            .collect();
        let mut best: Vec<Option<(usize, f32)>> = vec![None; self.squeezed.sentences.len()];
        for found in self.found.iter().filter(|f| f.spread == Spread::Sentence) {
            let Class::Issue(issue) = self.class(found) else {
                continue;
            };
            let weight = self.recogniser.signs[found.sign].weight;
            if let Some(metric) = of[issue]
                && weight > best[found.sentence].map_or(0.0, |(_, most)| most)
            {
                best[found.sentence] = Some((metric, weight));
            }
        }
        best
    }

    /// Places where a metric is described and not named: sentences with a figure that speak for
    /// its issue or, where the issue is such a one, for none.
    pub(super) fn described(&self, notice: &Notice, named: &[Name]) -> Vec<Name> {
        let metrics = self.recogniser.marks(Family::Metrics);
        let stem = |id: &str| id.trim_end_matches("-rate").to_owned();
        let of = |issue: &str| metrics.keys().position(|id| stem(id) == stem(issue));
        let alleged: Vec<usize> = notice
            .issue
            .iter()
            .chain(&notice.also)
            .filter_map(|issue| of(issue))
            .collect();
        let Some(first) = alleged.first().copied().filter(|_| notice.issue.is_some()) else {
            return Vec::new();
        };
        // "… were late; the limit is 4%": what speaks for none goes on with the one before.
        let mut last = first;
        self.measured()
            .into_iter()
            .enumerate()
            .filter_map(|(at, best)| {
                if let Some((metric, _)) = best.filter(|(metric, _)| alleged.contains(metric)) {
                    last = metric;
                }
                let sentence = self.sentence(at);
                let known = named.iter().any(|name| name.sentence == sentence);
                if known
                    || !extract::has_figure(self.text(), sentence.clone(), &self.recogniser.words)
                {
                    return None;
                }
                let metric = best.map_or(last, |(metric, _)| metric);
                let (id, _) = metrics.get_index(metric)?;
                alleged.contains(&metric).then(|| Name {
                    id: id.clone(),
                    place: sentence.start..sentence.start,
                    sentence,
                })
            })
            .collect()
    }

    /// The metrics' names in the order of the text, and where they are only described.
    pub(super) fn metric_names(&self, notice: &Notice) -> Vec<Name> {
        let marks = self.recogniser.marks(Family::Metrics);
        let mut names: Vec<Name> = self
            .of(Family::Metrics)
            .filter_map(|(at, found)| {
                let (id, _) = marks.get_index(at)?;
                Some(Name {
                    id: id.clone(),
                    place: self.place(found),
                    sentence: self.sentence(found.sentence),
                })
            })
            .collect();
        names.sort_by_key(|name| (name.place.start, std::cmp::Reverse(name.place.end)));
        // "On-time delivery rate" within "unit on-time delivery rate" is no name of its own.
        let mut end = 0;
        names.retain(|name| {
            let own = name.place.start >= end;
            end = end.max(name.place.end);
            own
        });
        let described = self.described(notice, &names);
        names.extend(described);
        names.sort_by_key(|name| name.place.start);
        names
    }
}
