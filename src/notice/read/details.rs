//! What is read letter by letter: codes, days, addresses.

use std::ops::Range;

use crate::notice::extract::{self, Time};
use crate::notice::read::Reading;
use crate::notice::recogniser::Family;
use crate::notice::{Named, Notice};

/// What issues are answered by where a rights owner stands behind them.
const OF_RIGHTS: &str = "intellectual-property";

impl Reading<'_> {
    /// What is read letter by letter.
    pub(super) fn details(&self, notice: &mut Notice) {
        let text = self.text();
        let words = &self.recogniser.words;
        let codes = extract::codes(text);
        notice.marketplace = extract::store(self.recogniser, text, &codes.emails);
        let month_first = match notice.marketplace.as_deref() {
            Some("us") => Some(true),
            Some(_) => Some(false),
            None => None,
        };
        notice.date = extract::notice_date(text, words, month_first);
        let asks = self.recogniser.mark(Family::Context, "seller-question");
        // The figures and times of a seller who asks others are no notice's.
        if notice.issue.is_some() || self.of(Family::Context).all(|(at, _)| Some(at) != asks) {
            let deadline = extract::deadline(text, &self.times(), words, month_first, notice.date);
            notice.deadline = deadline.map(|mut deadline| {
                deadline.place = self.readable.origin(deadline.place);
                deadline
            });
            let limits = &self.recogniser.surroundings.limits;
            notice.metrics = extract::metrics(text, &self.metric_names(notice), words, limits);
        }
        let of_rights = self.is_of_rights(notice);
        notice.complaint_ids = self.complaint_ids(of_rights);
        let amazon = |host: &str| {
            let stores = &self.recogniser.surroundings.stores;
            stores.iter().any(|(domain, _)| {
                host == domain
                    || host
                        .strip_suffix(domain.as_str())
                        .is_some_and(|f| f.ends_with('.'))
            })
        };
        for (address, at) in codes.emails {
            let host = address.split_once('@').map_or("", |(_, host)| host);
            if amazon(host) {
                notice.addresses.push(address);
            } else if self.names_rights_owner(at) || of_rights && !self.is_header(at) {
                notice.rights_owner_emails.push(address);
            }
        }
        notice.asins = codes.asins;
        notice.orders = codes.orders;
        self.look_alikes(&amazon, notice);
    }

    /// Which sentences speak of a time the seller has, and which of another.
    pub(super) fn times(&self) -> Vec<(Range<usize>, Time)> {
        let acts = self.recogniser.mark(Family::Context, "deadline");
        let waits = self.recogniser.mark(Family::Context, "other-time");
        let loss = self.recogniser.mark(Family::Context, "loss");
        let mut times = vec![Time::default(); self.squeezed.sentences.len()];
        for (at, found) in self.of(Family::Context) {
            times[found.sentence].acts |= Some(at) == acts;
            times[found.sentence].waits |= Some(at) == waits;
            times[found.sentence].loses |= Some(at) == loss;
        }
        times
            .into_iter()
            .enumerate()
            .filter(|(_, time)| time.acts || time.loses)
            .map(|(at, time)| (self.sentence(at), time))
            .collect()
    }

    /// Reports whether a rights owner stands behind what is alleged.
    pub(super) fn is_of_rights(&self, notice: &Notice) -> bool {
        notice.issue.iter().chain(&notice.also).any(|id| {
            let issue = self.recogniser.issues.get(id);
            issue.is_some_and(|issue| issue.answered_by.iter().any(|by| by == OF_RIGHTS))
        })
    }

    /// Reports whether a place stands in a line of a mail's header.
    pub(super) fn is_header(&self, at: usize) -> bool {
        let line = self.text()[..at].rsplit('\n').next().unwrap_or_default();
        let line = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
        let line = line.to_lowercase();
        let labels = &self.recogniser.words.mail_labels;
        labels.iter().any(|label| {
            let rest = line.strip_prefix(label.as_str());
            rest.is_some_and(|rest| rest.starts_with(':'))
        })
    }

    /// Numbers behind the words for one; where a rights owner complained, shorter words will do.
    pub(super) fn complaint_ids(&self, of_rights: bool) -> Vec<String> {
        let label = self.recogniser.mark(Family::Context, "complaint-id");
        let short = self.recogniser.mark(Family::Context, "reference");
        let mut ids = Vec::new();
        for (at, found) in self.of(Family::Context) {
            let place = self.place(found);
            let id = if Some(at) == label {
                extract::complaint_id(&self.text()[place.end..])
            } else if Some(at) == short && of_rights {
                // "No." may end the sentence before its number.
                let next = (found.sentence + 1).min(self.squeezed.sentences.len() - 1);
                extract::reference(&self.text()[place.start..self.sentence(next).end])
            } else {
                None
            };
            if let Some(id) = id
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }

    /// Reports whether the lines up to a place speak of a rights owner.
    pub(super) fn names_rights_owner(&self, at: usize) -> bool {
        let label = self.recogniser.mark(Family::Context, "rights-owner");
        self.of(Family::Context).any(|(mark, found)| {
            let place = self.place(found);
            Some(mark) == label && place.start <= at && at - place.start < 400
        })
    }

    /// Hosts that look like Amazon's and are not.
    pub(super) fn look_alikes(&self, amazon: &dyn Fn(&str) -> bool, notice: &mut Notice) {
        let Some(mark) = self.recogniser.marks(Family::Warnings).get("look-alike") else {
            return;
        };
        let mut hosts = extract::hosts(self.text());
        let emails = extract::codes(self.text()).emails;
        hosts.extend(emails.into_iter().filter_map(|(address, at)| {
            let (_, host) = address.split_once('@')?;
            Some((host.to_owned(), at + 1..at + 1 + host.len()))
        }));
        for (host, place) in hosts {
            let words = &self.recogniser.words;
            let known = amazon(&host)
                || words
                    .own_hosts
                    .iter()
                    .any(|own| host == *own || host.ends_with(&format!(".{own}")));
            let alike = words
                .look_alikes
                .iter()
                .any(|part| host.contains(part.as_str()));
            if alike && !known {
                notice.warnings.push(Named {
                    id: "look-alike".to_owned(),
                    title: mark.title.clone(),
                    help: mark.help.clone(),
                    place: self.readable.origin(place),
                });
                break;
            }
        }
    }
}
