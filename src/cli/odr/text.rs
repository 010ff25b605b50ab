//! `poa odr` for people.

use anyhow::Result;
use fixed_decimal::Decimal;
use unicode_width::UnicodeWidthStr;

use crate::catalogue::{Catalogue, Language};
use crate::cli::odr::{Dated, Rate};
use crate::cli::screen::{BAD, CARE, FAINT, GOOD, STRONG, Screen};
use crate::lang::{EN, Formats};
use crate::message::Message;
use crate::metrics::{Counts, DayFigures, Verdict, Window};
use crate::msg;

/// Columns of a label and its number; with the verdict behind it a line has less than 60.
const ROW: usize = 42;

fn language<'c>(out: &Screen, catalogue: &'c Catalogue) -> &'c Language {
    catalogue
        .languages
        .get(&out.lang())
        .unwrap_or_else(|| catalogue.language(EN))
}

/// Shows what follows from the counts of one window.
pub(super) fn counts(
    out: &mut Screen,
    catalogue: &Catalogue,
    rate: &Rate,
    counts: Counts,
) -> Result<()> {
    let language = language(out, catalogue);
    heading(out, language, rate)?;
    out.blank()?;
    rows(out, &language.formats, rate, counts)?;
    let mut remarks = remarks(&language.formats, rate, &[counts]);
    if rate.metric.windows.len() > 1 {
        remarks.push(msg!("odr-each-window"));
    }
    say_all(out, &remarks)?;
    sources(out, rate)
}

/// Shows the windows of a day, and how they move.
pub(super) fn dated(
    out: &mut Screen,
    catalogue: &Catalogue,
    rate: &Rate,
    dated: &Dated,
) -> Result<()> {
    let language = language(out, catalogue);
    let formats = &language.formats;
    heading(out, language, rate)?;
    let today = &dated.outlook.days[0];
    for window in &today.windows {
        out.blank()?;
        let days = msg!(
            "odr-window",
            from = formats.date(window.from),
            to = formats.date(window.to)
        );
        out.say(&days)?;
        rows(out, formats, rate, window.counts)?;
    }
    let all: Vec<Counts> = today.windows.iter().map(|w| w.counts).collect();
    say_all(out, &remarks(formats, rate, &all))?;
    outlook(out, formats, rate, dated)?;
    sources(out, rate)
}

fn heading(out: &mut Screen, language: &Language, rate: &Rate) -> Result<()> {
    let name = rate.name.get(language.lang);
    let asks = rate.metric.asks(name, &language.formats).say(out.lang());
    let abbreviation = &rate.metric.abbreviation;
    let heading = msg!("odr-heading", abbreviation = abbreviation, asks = asks);
    out.heading(&heading.say(out.lang()))?;
    if rate.metric.delay > 0 {
        out.say(&msg!("odr-delay", days = usize::from(rate.metric.delay)))?;
    }
    Ok(())
}

fn rows(out: &mut Screen, formats: &Formats, rate: &Rate, counts: Counts) -> Result<()> {
    let lang = out.lang();
    let (metric, target) = (&rate.metric, &rate.metric.target);
    let number = |number: u128| formats.number(&Decimal::from(number));
    let dash = || "-".to_owned();
    let verdict = match target.judge(counts) {
        Verdict::Met => format!("  {GOOD}{}{GOOD:#}", msg!("odr-met").say(lang)),
        Verdict::Missed => format!("  {BAD}{}{BAD:#}", msg!("odr-missed").say(lang)),
        Verdict::NoOrders => format!("  {CARE}{}{CARE:#}", msg!("odr-no-orders").say(lang)),
    };
    let percent = target.rate(counts).map(|rate| formats.percent(&rate));
    row(
        out,
        metric.orders.get(lang),
        &number(counts.orders().into()),
        "",
    )?;
    row(
        out,
        metric.defects.get(lang),
        &number(counts.defects().into()),
        "",
    )?;
    row(
        out,
        &msg!("odr-rate").say(lang),
        &percent.unwrap_or_else(dash),
        &verdict,
    )?;
    let allowed = target
        .allowed(counts.orders())
        .map(|most| number(most.into()));
    row(
        out,
        &msg!("odr-allowed").say(lang),
        &allowed.unwrap_or_else(dash),
        "",
    )?;
    if target.judge(counts) == Verdict::Missed {
        let needed = target.dilution(counts).map(number);
        row(
            out,
            &msg!("odr-needed").say(lang),
            &needed.unwrap_or_else(dash),
            "",
        )?;
    }
    Ok(())
}

fn row(out: &mut Screen, label: &str, number: &str, behind: &str) -> Result<()> {
    let gap = ROW.saturating_sub(label.width() + number.width()).max(1);
    out.line(&format!("  {label}{}{number}{behind}", " ".repeat(gap)))?;
    Ok(())
}

/// What the numbers mean, where they do not say it themselves.
fn remarks(formats: &Formats, rate: &Rate, all: &[Counts]) -> Vec<Message> {
    let mut remarks = Vec::new();
    let target = &rate.metric.target;
    let few = all.iter().any(|c| target.allowed(c.orders()) == Some(0));
    if few && let Some(orders) = target.orders_for(1) {
        let orders = formats.number(&Decimal::from(orders));
        remarks.push(msg!("odr-single", orders = orders));
    }
    if all.iter().any(|c| target.judge(*c) == Verdict::Missed) {
        remarks.push(msg!("odr-dilution"));
    }
    remarks
}

/// Says messages under an empty line, where there are any.
fn say_all(out: &mut Screen, messages: &[Message]) -> Result<()> {
    if !messages.is_empty() {
        out.blank()?;
    }
    for message in messages {
        out.say(message)?;
    }
    Ok(())
}

fn outlook(out: &mut Screen, formats: &Formats, rate: &Rate, dated: &Dated) -> Result<()> {
    let (lang, days) = (out.lang(), &dated.outlook.days);
    out.blank()?;
    out.heading(&msg!("odr-outlook").say(lang))?;
    let per_day = formats.number(&Decimal::from(dated.per_day));
    if let Some(last) = dated.record.last() {
        let after = formats.date(last);
        out.say(&if dated.usual {
            msg!("odr-usual", orders = per_day, day = after)
        } else {
            msg!("odr-per-day", orders = per_day, day = after)
        })?;
    }
    let window_from = days[0].windows.iter().map(|w| w.from).min();
    if let (Some(first), Some(from)) = (dated.record.first(), window_from)
        && first > from
    {
        let message = msg!(
            "odr-short-record",
            first = formats.date(first),
            from = formats.date(from)
        );
        out.paragraph(&format!("{CARE}{}{CARE:#}", message.say(lang)), "", "")?;
    }
    let first = days[0].day;
    let end = dated.outlook.met_from.unwrap_or(days[days.len() - 1].day);
    if end > first {
        out.blank()?;
        table(out, formats, rate, days.iter().take_while(|d| d.day <= end))?;
        out.blank()?;
    }
    let conclusion = match dated.outlook.met_from {
        Some(day) if day == first => msg!("odr-stays", day = formats.date(day)),
        Some(day) => msg!("odr-met-from", day = formats.date(day)),
        None => msg!("odr-never"),
    };
    let conclusion = conclusion.say(lang);
    out.paragraph(&format!("{STRONG}{conclusion}{STRONG:#}"), "", "")?;
    Ok(())
}

/// A line a day: how many of how many, and the rate, for each window.
fn table<'d>(
    out: &mut Screen,
    formats: &Formats,
    rate: &Rate,
    days: impl Iterator<Item = &'d DayFigures>,
) -> Result<()> {
    let lang = out.lang();
    let number = |number: u64| formats.number(&Decimal::from(number));
    let share = |window: &Window| {
        let (defects, orders) = (window.counts.defects(), window.counts.orders());
        format!("{}/{}", number(defects), number(orders))
    };
    let percent = |window: &Window| {
        let rate = rate.metric.target.rate(window.counts);
        rate.map_or_else(|| "-".to_owned(), |rate| formats.percent(&rate))
    };
    let lines: Vec<(&DayFigures, Vec<[String; 2]>)> = days
        .map(|day| {
            let cells = day.windows.iter().map(|w| [share(w), percent(w)]);
            (day, cells.collect())
        })
        .collect();
    let heads: Vec<String> = rate
        .metric
        .windows
        .iter()
        .map(|days| msg!("odr-days", days = usize::from(*days)).say(lang))
        .collect();
    let widest = |part: usize| {
        let cells = lines.iter().flat_map(|(_, cells)| cells);
        cells.map(|cell| cell[part].width()).max().unwrap_or(0)
    };
    let widths = [widest(0), widest(1)];
    let mut head = right(&msg!("odr-day").say(lang), 10, true);
    for text in &heads {
        head += &right(text, widths[0] + widths[1] + 4, false);
    }
    out.line(&format!("{FAINT}{head}{FAINT:#}"))?;
    for (day, cells) in &lines {
        let mut line = day.day.to_string();
        for [share, percent] in cells {
            line += &right(share, widths[0] + 2, false);
            line += &right(percent, widths[1] + 2, false);
        }
        let verdict = if day.met() {
            format!("{GOOD}{}{GOOD:#}", msg!("odr-met-short").say(lang))
        } else {
            format!("{BAD}{}{BAD:#}", msg!("odr-missed-short").say(lang))
        };
        out.line(&format!("{line}  {verdict}"))?;
    }
    Ok(())
}

/// Fills a text with spaces to a width, behind it or before it.
fn right(text: &str, width: usize, behind: bool) -> String {
    let gap = " ".repeat(width.saturating_sub(text.width()));
    if behind {
        format!("{text}{gap}")
    } else {
        format!("{gap}{text}")
    }
}

fn sources(out: &mut Screen, rate: &Rate) -> Result<()> {
    let lang = out.lang();
    out.blank()?;
    let note = rate.metric.note.get(lang).to_owned();
    if !note.is_empty() {
        out.paragraph(&note, "", "")?;
    }
    let source = if rate.own {
        msg!("odr-own-target")
    } else {
        msg!(
            "source-checked",
            source = &rate.metric.source,
            day = rate.metric.checked.to_string()
        )
    };
    out.paragraph(&format!("{FAINT}{}{FAINT:#}", source.say(lang)), "", "")?;
    Ok(())
}
