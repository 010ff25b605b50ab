//! A text to a notice: readable, squeezed, signs, decision, details.

use std::ops::Range;

use crate::lang::is_cjk;
use crate::notice::extract::{self, Name, Time};
use crate::notice::find::{self, Found, Spread};
use crate::notice::mapped::Mapped;
use crate::notice::recogniser::{Class, Family, Recogniser, Trust};
use crate::notice::squeeze::{Squeezed, squeeze};
use crate::notice::{Document, Matched, Named, Notice, Stance, answer, decide, mail};

/// The longest stretch shown as the words that decided.
const SHOWN: usize = 160;
/// How many stretches are shown for an issue.
const STRETCHES: usize = 6;
/// No word goes on for longer than this.
const LONGEST_WORD: usize = 30;
/// What is quoted below an answer counts this much.
const QUOTED: f32 = 0.4;
/// So many sentences open a text, its subject among them; they say what it is about.
const OPENING: usize = 4;
/// What the opening counts.
const OPENS: f32 = 1.15;
/// What a list of help pages names counts this much.
const LINKED: f32 = 0.3;
/// From so many links on they are such a list.
const LINKS: usize = 3;
/// What a sentence says is not the matter counts this much.
const BESIDE_THE_MATTER: f32 = 0.0;
/// What is threatened, or would follow, counts this much.
const THREATENED: f32 = 0.6;
/// What issues are answered by where a rights owner stands behind them.
const OF_RIGHTS: &str = "intellectual-property";

/// What the parts of reading share.
struct Reading<'r> {
    recogniser: &'r Recogniser,
    readable: Mapped,
    squeezed: Squeezed,
    found: Vec<Found>,
}

pub(super) fn read(recogniser: &Recogniser, given: &str) -> Notice {
    // Places are kept in 32 bits; no notice is that long.
    let given = &given[..floor(given, given.len().min(u32::MAX as usize / 2))];
    let readable = tidy(mail::readable(given));
    let squeezed = squeeze(readable.text());
    let found = find::signs(recogniser, &squeezed);
    let reading = Reading {
        recogniser,
        readable,
        squeezed,
        found,
    };
    reading.notice()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Turns full-width letters, digits and signs and odd spaces and hyphens into ordinary ones.
fn tidy(from: Mapped) -> Mapped {
    let odd = |c: char| matches!(c, '\u{FF01}'..='\u{FF5E}' | '\u{3000}' | '\u{00A0}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\r');
    if from.text().is_ascii() && !from.text().contains('\r') || !from.text().contains(odd) {
        return from;
    }
    let mut out = Mapped::default();
    let mut at = 0;
    for (place, c) in from.text().char_indices().filter(|(_, c)| odd(*c)) {
        out.copy(&from, at..place);
        at = place + c.len_utf8();
        let ordinary = match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(' '),
            '\u{3000}' | '\u{00A0}' | '\r' => ' ',
            _ => '-',
        };
        out.replace(ordinary.encode_utf8(&mut [0; 4]), &from, place..at);
    }
    out.copy(&from, at..from.text().len());
    out
}

impl Reading<'_> {
    fn text(&self) -> &str {
        self.readable.text()
    }

    fn class(&self, found: &Found) -> Class {
        self.recogniser.signs[found.sign].class
    }

    /// Signs of a kind of marks, with the place of the mark.
    fn of(&self, family: Family) -> impl Iterator<Item = (usize, &Found)> {
        self.found
            .iter()
            .filter_map(move |found| match self.class(found) {
                Class::Mark(of, at) if of == family => Some((at, found)),
                _ => None,
            })
    }

    /// Where a sentence stands in the readable text.
    fn sentence(&self, at: usize) -> Range<usize> {
        let sentences = &self.squeezed.sentences;
        let end = sentences
            .get(at + 1)
            .map_or(self.text().len(), |next| next.from);
        sentences[at].from..end
    }

    /// Where a sign stands in the readable text.
    fn place(&self, found: &Found) -> Range<usize> {
        self.squeezed.origin(found.start..found.end, self.text())
    }

    /// The same to the end of its last word, of which a sign may have the beginning only.
    fn whole_words(&self, found: &Found) -> Range<usize> {
        let place = self.place(found);
        let rest = &self.text()[place.end..];
        let cut = self.text()[..place.end].ends_with(|c: char| c.is_alphabetic() && !is_cjk(c));
        let more: usize = rest
            .chars()
            .take(if cut { LONGEST_WORD } else { 0 })
            .take_while(|c| c.is_alphabetic() && !is_cjk(*c))
            .map(char::len_utf8)
            .sum();
        place.start..place.end + more
    }

    /// Where a sign stands in the given text.
    fn given(&self, found: &Found) -> Range<usize> {
        self.readable.origin(self.whole_words(found))
    }

    fn notice(&self) -> Notice {
        let sections = find::sections(self.recogniser, &self.squeezed, &self.found);
        let factor = self.factors(&sections);
        let language = extract::language(self.text(), &self.recogniser.words);
        let spoken = language.as_deref().and_then(|lang| lang.parse().ok());
        let weights = decide::weigh(self.recogniser, &self.found, &factor, spoken);
        let decision = decide::decide(self.recogniser, &weights, &self.found);
        let id = |at: usize| {
            let (id, _) = self
                .recogniser
                .issues
                .get_index(at)
                .expect("a place of the list");
            id.clone()
        };
        let mut notice = Notice {
            issue: decision.issue.map(id),
            also: decision.also.iter().copied().map(id).collect(),
            language,
            ..Notice::default()
        };
        for at in decision
            .issue
            .into_iter()
            .chain(decision.also.iter().copied())
        {
            self.matched(at, &factor, &mut notice.matched);
        }
        if let Some(issue) = &notice.issue {
            notice.appeal_types = self.recogniser.appeal_types(issue);
        }
        self.demands(&mut notice);
        self.details(&mut notice);
        self.doubt(&mut notice);
        notice
    }

    /// Takes back what is alleged, and by when, where the text asks for a password or only looks
    /// like one of Amazon's.
    fn doubt(&self, notice: &mut Notice) {
        let warnings = self.recogniser.marks(Family::Warnings);
        let scam = |warning: &Named| {
            let mark = warnings.get(&warning.id);
            mark.is_some_and(|mark| mark.trust == Trust::None)
        };
        if !notice.warnings.iter().any(scam) {
            return;
        }
        if let Some(issue) = notice.issue.take() {
            notice.also.retain(|also| *also != issue);
            notice.also.insert(0, issue);
        }
        notice.appeal_types.clear();
        notice.deadline = None;
    }

    /// How much each sentence counts: by the heading it stands under, more at the beginning, less
    /// where it is quoted below an answer, lists help pages, threatens or names what is not meant.
    fn factors(&self, sections: &[Option<usize>]) -> Vec<f32> {
        let sentences = &self.squeezed.sentences;
        let own = sentences.iter().filter(|s| !s.quoted).count();
        let talk = self.recogniser.mark(Family::Context, "seller-talk");
        let asks = self
            .of(Family::Context)
            .any(|(at, found)| Some(at) == talk && !sentences[found.sentence].quoted);
        // A seller who asks others quotes the notice; Amazon's answer quotes the seller.
        let quotes_other = own >= 3 && own < sentences.len() && !asks;
        let marks = self.recogniser.marks(Family::Sections);
        let under = |section: &Option<usize>| {
            let mark = section.and_then(|at| marks.get_index(at));
            mark.map_or(1.0, |(_, mark)| mark.factor)
        };
        let links = self.text().matches("://").count();
        let excluded = self.recogniser.mark(Family::Context, "not-the-matter");
        let threatened = self.recogniser.mark(Family::Context, "threat");
        let mut factors: Vec<f32> = sentences
            .iter()
            .zip(sections)
            .enumerate()
            .map(|(at, (sentence, section))| {
                let quoted = if quotes_other && sentence.quoted {
                    QUOTED
                } else {
                    1.0
                };
                let opens = if at < OPENING { OPENS } else { 1.0 };
                let linked = if links >= LINKS && self.text()[self.sentence(at)].contains("://") {
                    LINKED
                } else {
                    1.0
                };
                quoted * opens * linked * under(section)
            })
            .collect();
        for (at, found) in self.of(Family::Context) {
            let most = match Some(at) {
                at if at == excluded || at == talk => BESIDE_THE_MATTER,
                at if at == threatened => THREATENED,
                _ => continue,
            };
            let factor = &mut factors[found.sentence];
            *factor = factor.min(most);
        }
        factors
    }

    /// The words that speak most for an issue, in the order of the text.
    fn matched(&self, issue: usize, factor: &[f32], out: &mut Vec<Matched>) {
        let (id, _) = self
            .recogniser
            .issues
            .get_index(issue)
            .expect("a place of the list");
        let weight = |f: &Found| self.recogniser.signs[f.sign].weight * factor[f.sentence];
        let mut speaking: Vec<&Found> = self
            .found
            .iter()
            .filter(|f| self.class(f) == Class::Issue(issue) && f.spread == Spread::Sentence)
            .filter(|f| weight(f) > 0.0)
            .collect();
        speaking.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.start.cmp(&b.start)));
        let mut places: Vec<Range<usize>> = Vec::new();
        for found in speaking {
            let place = self.given(found);
            let overlaps = places
                .iter()
                .any(|p| p.start < place.end && place.start < p.end);
            if place.len() <= SHOWN && !overlaps && !place.is_empty() {
                places.push(place);
            }
            if places.len() == STRETCHES {
                break;
            }
        }
        places.sort_by_key(|place| place.start);
        out.extend(places.into_iter().map(|place| Matched {
            issue: id.clone(),
            place,
        }));
    }

    /// The marks of a kind that were found, each once, in the order of the data.
    fn named(&self, family: Family) -> Vec<Named> {
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
    fn demands(&self, notice: &mut Notice) {
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

    /// What is read letter by letter.
    fn details(&self, notice: &mut Notice) {
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
        notice.deadline = extract::deadline(text, &self.times(), words, month_first, notice.date);
        if let Some(deadline) = &mut notice.deadline {
            deadline.place = self.readable.origin(deadline.place.clone());
        }
        let asks = self.recogniser.mark(Family::Context, "seller-question");
        // The figures of a seller who asks others are no notice's.
        if notice.issue.is_some() || self.of(Family::Context).all(|(at, _)| Some(at) != asks) {
            notice.metrics = extract::metrics(text, &self.metric_names(notice), words);
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
    fn times(&self) -> Vec<(Range<usize>, Time)> {
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
    fn is_of_rights(&self, notice: &Notice) -> bool {
        notice.issue.iter().chain(&notice.also).any(|id| {
            let issue = self.recogniser.issues.get(id);
            issue.is_some_and(|issue| issue.answered_by.iter().any(|by| by == OF_RIGHTS))
        })
    }

    /// Reports whether a place stands in a line of a mail's header.
    fn is_header(&self, at: usize) -> bool {
        let line = self.text()[..at].rsplit('\n').next().unwrap_or_default();
        let line = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
        let line = line.to_lowercase();
        let labels = &self.recogniser.words.mail_labels;
        labels.iter().any(|label| {
            let rest = line.strip_prefix(label.as_str());
            rest.is_some_and(|rest| rest.starts_with(':'))
        })
    }

    /// The issue a sentence speaks most for, of those a metric measures, and that metric.
    fn measured(&self) -> Vec<Option<(usize, f32)>> {
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
    fn described(&self, notice: &Notice, named: &[Name]) -> Vec<Name> {
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
                if known || !extract::has_figure(self.text(), sentence.clone()) {
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
    fn metric_names(&self, notice: &Notice) -> Vec<Name> {
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

    /// Numbers behind the words for one; where a rights owner complained, shorter words will do.
    fn complaint_ids(&self, of_rights: bool) -> Vec<String> {
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
    fn names_rights_owner(&self, at: usize) -> bool {
        let label = self.recogniser.mark(Family::Context, "rights-owner");
        self.of(Family::Context).any(|(mark, found)| {
            let place = self.place(found);
            Some(mark) == label && place.start <= at && at - place.start < 400
        })
    }

    /// Hosts that look like Amazon's and are not.
    fn look_alikes(&self, amazon: &dyn Fn(&str) -> bool, notice: &mut Notice) {
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
