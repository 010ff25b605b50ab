//! What is asked for, and which papers.

use crate::notice::find::Found;
use crate::notice::read::Reading;
use crate::notice::recogniser::Family;
use crate::notice::{Document, Named, Notice, Stance, answer};

impl Reading<'_> {
    /// The marks of a kind that were found, each once, in the order of the data.
    pub(super) fn named(&self, family: Family) -> Vec<Named> {
        let marks = self.recogniser.marks(family);
        let mut first: Vec<Option<&Found>> = vec![None; marks.len()];
        for (at, found) in self.of(family) {
            first[at].get_or_insert(found);
        }
        let needless: Vec<&String> = marks
            .values()
            .zip(&first)
            .filter(|(_, found)| found.is_some())
            .flat_map(|(mark, _)| &mark.instead_of)
            .collect();
        marks
            .iter()
            .zip(&first)
            .filter_map(|((id, mark), found)| {
                let found = (*found)?;
                (!needless.contains(&id)).then(|| Named {
                    id: id.clone(),
                    title: mark.title.clone(),
                    help: mark.help.clone(),
                    place: self.given(found),
                })
            })
            .collect()
    }

    /// What is asked for.
    pub(super) fn demands(&self, notice: &mut Notice) {
        notice.asked = self.named(Family::Asks);
        notice.conditions = self.named(Family::Conditions);
        notice.answers = self.named(Family::Answers);
        notice.warnings = self.named(Family::Warnings);
        notice.documents = self
            .named(Family::Documents)
            .into_iter()
            .map(|named| Document {
                id: named.id,
                title: named.title,
                place: Some(named.place),
            })
            .collect();
        let asked: Vec<&str> = notice.asked.iter().map(|n| n.id.as_str()).collect();
        let papers = !notice.documents.is_empty();
        notice.stance = answer::stance(notice.issue.as_deref(), &asked, papers);
        // The balance may be asked for once everything else has failed; that is no demand.
        if notice.stance != Stance::Funds {
            notice.asked.retain(|asked| asked.id != "funds-request");
        }
        // A list of papers is a demand, whatever words introduce it.
        if notice.stance == Stance::Documents
            && notice.asked.iter().all(|asked| asked.id != "documents")
            && let Some(mark) = self.recogniser.marks(Family::Asks).get("documents")
            && let Some(place) = notice.documents.iter().find_map(|d| d.place.clone())
        {
            notice.asked.insert(
                0,
                Named {
                    id: "documents".to_owned(),
                    title: mark.title.clone(),
                    help: mark.help.clone(),
                    place,
                },
            );
        }
        let known = self.recogniser.marks(Family::Documents);
        let usual = notice
            .issue
            .as_ref()
            .and_then(|issue| self.recogniser.issues.get(issue))
            .map(|issue| issue.documents.as_slice());
        for id in usual.unwrap_or_default() {
            if notice.documents.iter().all(|d| d.id != *id)
                && let Some(mark) = known.get(id)
            {
                notice.documents.push(Document {
                    id: id.clone(),
                    title: mark.title.clone(),
                    place: None,
                });
            }
        }
    }
}
