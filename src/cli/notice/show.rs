//! A notice, or a health report, for people.

use anyhow::Result;

use crate::cli::contacts::status_words;
use crate::cli::notice::{Directory, Reader, text_at};
use crate::cli::screen::{BAD, CARE, FAINT, GOOD, STRONG, Screen};
use crate::contacts::Status;
use crate::message::Message;
use crate::msg;
use crate::notice::{Document, HealthReport, Named, Notice, Stance};

/// Everything the sections are written from.
pub(super) struct Page<'p> {
    pub(super) out: &'p mut Screen,
    pub(super) reader: &'p Reader,
    pub(super) directory: &'p Directory,
    pub(super) notice: &'p Notice,
    /// What was given.
    pub(super) text: &'p str,
}

impl Page<'_> {
    pub(super) fn show(&mut self) -> Result<()> {
        self.warnings()?;
        self.issue()?;
        self.answers()?;
        self.asked()?;
        self.documents()?;
        self.deadline()?;
        self.named()?;
        self.route()?;
        self.next()
    }

    /// The part that comes before an interview.
    pub(super) fn summary(&mut self) -> Result<()> {
        self.out.blank()?;
        self.warnings()?;
        self.issue()?;
        self.answers()?;
        self.asked()?;
        self.deadline()
    }

    fn heading(&mut self, message: &Message) -> Result<()> {
        let lang = self.out.lang();
        self.out.heading(&message.say(lang))?;
        Ok(())
    }

    fn line(&mut self, text: &str) -> Result<()> {
        self.out.paragraph(text, "  ", "    ")?;
        Ok(())
    }

    fn faint(&mut self, text: &str) -> Result<()> {
        for line in self.out.wrap(text, "    ", "    ") {
            self.out.line(&format!("{FAINT}{line}{FAINT:#}"))?;
        }
        Ok(())
    }

    /// A quotation from the notice, on one line and not too long.
    fn quoted(&mut self, place: &std::ops::Range<usize>) -> Result<()> {
        let quote = one_line(text_at(self.text, place));
        let lang = self.out.lang();
        let text = msg!("notice-quote", text = quote).say(lang);
        self.faint(&text)
    }

    fn warnings(&mut self) -> Result<()> {
        if self.notice.warnings.is_empty() {
            return Ok(());
        }
        self.heading(&msg!("notice-warnings"))?;
        let lang = self.out.lang();
        for warning in &self.notice.warnings {
            for line in self.out.wrap(warning.title.get(lang), "  ! ", "    ") {
                self.out.line(&format!("{BAD}{line}{BAD:#}"))?;
            }
            self.quoted(&warning.place)?;
            if let Some(help) = &warning.help {
                self.out.paragraph(help.get(lang), "    ", "    ")?;
            }
        }
        self.line(&msg!("notice-warnings-note").say(lang))?;
        self.out.blank()?;
        Ok(())
    }

    fn issue(&mut self) -> Result<()> {
        let lang = self.out.lang();
        let issues = self.reader.recogniser.issues();
        self.heading(&msg!("notice-alleged"))?;
        let alleged = self.notice.issue.as_ref();
        if let Some((id, issue)) = alleged.and_then(|id| Some((id, issues.get(id)?))) {
            let name = issue.name.get(lang);
            self.out.line(&format!(
                "  {STRONG}{name}{STRONG:#} {FAINT}({id}){FAINT:#}"
            ))?;
            self.line(issue.means.get(lang))?;
            self.matched(id)?;
        } else {
            let text = msg!("notice-unknown").say(lang);
            for line in self.out.wrap(&text, "  ", "  ") {
                self.out.line(&format!("{CARE}{line}{CARE:#}"))?;
            }
        }
        let label = if self.notice.issue.is_some() {
            msg!("notice-also")
        } else {
            msg!("notice-maybe")
        };
        for (at, id) in self.notice.also.iter().enumerate() {
            if at == 0 {
                self.line(&label.say(lang))?;
            }
            if let Some(issue) = issues.get(id) {
                let name = issue.name.get(lang);
                self.out
                    .line(&format!("  - {name} {FAINT}({id}){FAINT:#}"))?;
                self.matched(id)?;
            }
        }
        self.out.blank()?;
        Ok(())
    }

    /// The words that decided, at most three stretches of them.
    fn matched(&mut self, id: &str) -> Result<()> {
        let words = self.notice.matched.iter().filter(|m| m.issue == id);
        for matched in words.take(3) {
            self.quoted(&matched.place)?;
        }
        Ok(())
    }

    fn answers(&mut self) -> Result<()> {
        if self.notice.answers.is_empty() {
            return Ok(());
        }
        self.heading(&msg!("notice-answers"))?;
        self.entries(&self.notice.answers)?;
        self.out.blank()?;
        Ok(())
    }

    fn entries(&mut self, list: &[Named]) -> Result<()> {
        let lang = self.out.lang();
        for named in list {
            self.out.paragraph(named.title.get(lang), "  - ", "    ")?;
            self.quoted(&named.place)?;
            if let Some(help) = &named.help {
                self.out.paragraph(help.get(lang), "    ", "    ")?;
            }
        }
        Ok(())
    }

    fn asked(&mut self) -> Result<()> {
        let lang = self.out.lang();
        self.heading(&msg!("notice-asked"))?;
        self.line(&stance(self.notice.stance).say(lang))?;
        self.entries(&self.notice.asked)?;
        let issues = self.reader.recogniser.issues();
        let issue = self.notice.issue.as_ref().and_then(|id| issues.get(id));
        if let Some(advice) = issue.and_then(|issue| issue.advice.as_ref()) {
            for line in self.out.wrap(advice.get(lang), "  ", "  ") {
                self.out.line(&format!("{CARE}{line}{CARE:#}"))?;
            }
        }
        self.out.blank()?;
        Ok(())
    }

    fn documents(&mut self) -> Result<()> {
        let lang = self.out.lang();
        let (named, usual): (Vec<&Document>, Vec<&Document>) = self
            .notice
            .documents
            .iter()
            .partition(|d| d.place.is_some());
        for (message, list) in [
            (msg!("notice-documents"), named),
            (msg!("notice-documents-usual"), usual),
        ] {
            if list.is_empty() {
                continue;
            }
            self.heading(&message)?;
            for document in list {
                self.out
                    .paragraph(document.title.get(lang), "  - ", "    ")?;
            }
            self.out.blank()?;
        }
        if !self.notice.conditions.is_empty() {
            self.heading(&msg!("notice-conditions"))?;
            self.entries(&self.notice.conditions)?;
            self.out.blank()?;
        }
        Ok(())
    }

    fn deadline(&mut self) -> Result<()> {
        let lang = self.out.lang();
        self.heading(&msg!("notice-deadline"))?;
        let Some(deadline) = &self.notice.deadline else {
            self.line(&msg!("notice-no-deadline").say(lang))?;
            self.out.blank()?;
            return Ok(());
        };
        let message = match (deadline.days, deadline.date) {
            (Some(days), Some(date)) => {
                msg!(
                    "notice-deadline-both",
                    days = days as usize,
                    date = date.to_string()
                )
            }
            (Some(days), None) => msg!("notice-deadline-days", days = days as usize),
            (None, Some(date)) => msg!("notice-deadline-date", date = date.to_string()),
            (None, None) => msg!("notice-no-deadline"),
        };
        let text = message.say(lang);
        for line in self.out.wrap(&text, "  ", "  ") {
            self.out.line(&format!("{CARE}{line}{CARE:#}"))?;
        }
        self.quoted(&deadline.place)?;
        self.out.blank()?;
        Ok(())
    }

    /// What it names: store, day, codes, figures, addresses.
    fn named(&mut self) -> Result<()> {
        let lang = self.out.lang();
        let notice = self.notice;
        let mut lines: Vec<Message> = Vec::new();
        if let Some(store) = self.directory.store(notice) {
            lines.push(msg!("notice-store", name = store.name.get(lang)));
        }
        if let Some(date) = notice.date {
            lines.push(msg!("notice-date", date = date.to_string()));
        }
        let join = |list: &[String]| list.join(", ");
        for (list, message) in [
            (
                &notice.asins,
                msg!("notice-asins", list = join(&notice.asins)),
            ),
            (
                &notice.orders,
                msg!("notice-orders", list = join(&notice.orders)),
            ),
            (
                &notice.complaint_ids,
                msg!("notice-complaints", list = join(&notice.complaint_ids)),
            ),
            (
                &notice.rights_owner_emails,
                msg!(
                    "notice-rights-owners",
                    list = join(&notice.rights_owner_emails)
                ),
            ),
        ] {
            if !list.is_empty() {
                lines.push(message);
            }
        }
        for metric in &notice.metrics {
            let name = self.reader.metric(&metric.id, lang);
            let value = metric.value.clone();
            lines.push(match (value, metric.target.clone()) {
                (Some(value), Some(target)) => {
                    msg!(
                        "notice-metric-both",
                        name = name,
                        value = value,
                        target = target
                    )
                }
                (Some(value), None) => msg!("notice-metric-value", name = name, value = value),
                (None, Some(target)) => msg!("notice-metric-target", name = name, target = target),
                (None, None) => continue,
            });
        }
        if lines.is_empty() && notice.addresses.is_empty() {
            return Ok(());
        }
        self.heading(&msg!("notice-names"))?;
        for line in lines {
            self.line(&line.say(lang))?;
        }
        for address in &notice.addresses {
            self.address(address)?;
        }
        self.out.blank()?;
        Ok(())
    }

    fn address(&mut self, address: &str) -> Result<()> {
        let lang = self.out.lang();
        self.line(address)?;
        let status = self.directory.address(address).map(|known| known.status);
        let (style, message) = match status {
            None => (CARE, msg!("notice-address-unknown")),
            Some(status) => {
                let style = match status {
                    Status::Current => GOOD,
                    Status::Risky => BAD,
                    _ => CARE,
                };
                (style, status_words(status))
            }
        };
        for line in self.out.wrap(&message.say(lang), "    ", "    ") {
            self.out.line(&format!("{style}{line}{style:#}"))?;
        }
        Ok(())
    }

    fn route(&mut self) -> Result<()> {
        let lang = self.out.lang();
        self.heading(&msg!("notice-route"))?;
        match self.directory.store(self.notice) {
            Some(store) => {
                self.line(store.route.path.get(lang))?;
                self.out.line(&format!("  {}", store.route.link))?;
                self.faint(store.route.note.get(lang))?;
            }
            None => self.line(&msg!("notice-no-store").say(lang))?,
        }
        self.out.blank()?;
        Ok(())
    }

    fn next(&mut self) -> Result<()> {
        let lang = self.out.lang();
        self.heading(&msg!("notice-next"))?;
        let papers = matches!(
            self.notice.stance,
            Stance::Documents | Stance::Retraction | Stance::Identity
        );
        if papers {
            self.line(&msg!("notice-next-papers").say(lang))?;
        }
        if self.notice.appeal_types.is_empty() {
            if !papers {
                self.line(&msg!("notice-next-none").say(lang))?;
            }
            return Ok(());
        }
        if !papers {
            self.line(&msg!("notice-next-types").say(lang))?;
            for id in &self.notice.appeal_types {
                self.out.line(&format!("  - {GOOD}{id}{GOOD:#}"))?;
            }
            self.line(&msg!("notice-next-new").say(lang))?;
        }
        Ok(())
    }
}

/// Shows a health report.
pub(super) fn health(out: &mut Screen, reader: &Reader, report: &HealthReport) -> Result<()> {
    let lang = out.lang();
    out.heading(&msg!("health-accounts").say(lang))?;
    for account in &report.accounts {
        out.line(&format!("  {}  {}", account.marketplace_id, account.status))?;
    }
    out.blank()?;
    out.heading(&msg!("health-failing").say(lang))?;
    if report.failing.is_empty() {
        out.paragraph(&msg!("health-none").say(lang), "  ", "  ")?;
    }
    let issues = reader.recogniser.issues();
    for metric in &report.failing {
        let issue = metric.issue.as_ref().and_then(|id| issues.get(id));
        let name = issue.map_or(metric.name.as_str(), |issue| issue.name.get(lang));
        out.line(&format!(
            "  {STRONG}{name}{STRONG:#} {FAINT}({}){FAINT:#}",
            metric.name
        ))?;
        if let Some(rate) = metric.rate {
            let target = metric.target.map_or_else(|| "?".to_owned(), percent);
            let text = msg!("health-rate", rate = percent(rate), target = target);
            out.paragraph(&text.say(lang), "    ", "    ")?;
        }
        let count = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        if let Some(defects) = metric.defects {
            let text = match metric.orders {
                Some(orders) => {
                    msg!(
                        "health-defects-of",
                        defects = count(defects),
                        orders = count(orders)
                    )
                }
                None => msg!("health-defects", defects = count(defects)),
            };
            out.paragraph(&text.say(lang), "    ", "    ")?;
        }
        if let Some(needed) = metric.orders_needed {
            let text = msg!("health-needed", orders = count(needed));
            out.paragraph(&text.say(lang), "    ", "    ")?;
        }
    }
    Ok(())
}

/// A part of one as a percentage, without needless zeros.
fn percent(part: f64) -> String {
    let text = format!("{:.2}", part * 100.0);
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

fn stance(stance: Stance) -> Message {
    match stance {
        Stance::Plan => msg!("stance-plan"),
        Stance::Documents => msg!("stance-documents"),
        Stance::Choice => msg!("stance-choice"),
        Stance::Quiz => msg!("stance-quiz"),
        Stance::Retraction => msg!("stance-retraction"),
        Stance::Identity => msg!("stance-identity"),
        Stance::Funds => msg!("stance-funds"),
        Stance::Nothing => msg!("stance-nothing"),
        Stance::Unknown => msg!("stance-unknown"),
    }
}

/// The longest quotation shown, in characters.
const LONGEST: usize = 200;

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let mut short: String = line.chars().take(LONGEST).collect();
    short.push('…');
    short
}
