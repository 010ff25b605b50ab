//! `poa odr`: what a seller's figures say against Amazon's targets.

mod text;

use std::path::{Path, PathBuf};

use anyhow::Result;
use chrono::{Days, NaiveDate};
use clap::{ArgGroup, Args};
use fixed_decimal::Decimal;
use serde_json::{Value, json};

use crate::catalogue::Catalogue;
use crate::cli::appeals::{self, by_language};
use crate::cli::{Context, Outcome, Output, Trouble, files, report};
use crate::diagnostic::nearest;
use crate::fact::{self, FactType, RawWords, parse_date};
use crate::lang::{EN, Texts};
use crate::metrics::{
    Counts, LONGEST_WINDOW, Metric, Outlook, Record, RecordError, Target, Window, outlook,
};
use crate::msg;

/// Arguments of `poa odr`.
#[derive(Debug, Args)]
#[command(
    group = ArgGroup::new("figures").required(true).args(["orders", "data", "defect"]),
    after_help = "Examples:
  poa odr 412 7
  poa odr 380 11 --metric late-shipment-rate
  poa odr --data days.csv
  poa odr --defect 2026-10-03 --defect 2026-10-20 --orders-per-day 6

A file of days has the columns date, orders, defects (CSV), or is a list of
{ date: 2026-10-03, orders: 12, defects: 1 } (YAML)."
)]
pub(super) struct Arguments {
    /// Orders in the window
    #[arg(value_name = "ORDERS", display_order = 1, requires = "defects", value_parser = count)]
    orders: Option<u64>,
    /// How many of them have a defect; for the other rates: are late, cancelled, without valid tracking
    #[arg(value_name = "DEFECTS", display_order = 2, value_parser = count)]
    defects: Option<u64>,
    /// Rate: order-defect-rate, late-shipment-rate, cancellation-rate, valid-tracking-rate or on-time-delivery-rate
    #[arg(long, value_name = "RATE", default_value = "order-defect-rate")]
    metric: String,
    /// File with orders and defects day by day, CSV or YAML; - is standard input
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// Day of an order with a defect; give it once for each
    #[arg(long, value_name = "DATE", requires = "orders_per_day", value_parser = day)]
    defect: Vec<NaiveDate>,
    /// Orders on a day: those to come, and with --defect those that were
    #[arg(long, value_name = "N", conflicts_with = "orders", value_parser = count)]
    orders_per_day: Option<u64>,
    /// Day to begin at; else the last day of the file, or today
    #[arg(long, value_name = "DATE", conflicts_with = "orders", value_parser = day)]
    date: Option<NaiveDate>,
    /// Length of the window in days, where your notice names another one
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(1..=i64::from(LONGEST_WINDOW)))]
    window: Option<u16>,
    /// Target in percent, where your notice names another one
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    target: Option<Decimal>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
}

fn one(kind: FactType, text: &str) -> Result<fact::Value, String> {
    fact::parse(kind, &RawWords::One(text.to_owned())).map_err(|message| message.say(EN))
}

fn count(text: &str) -> Result<u64, String> {
    match one(FactType::Count, text)? {
        fact::Value::Count(count) => Ok(count),
        _ => Err(msg!("expected-count").say(EN)),
    }
}

fn day(text: &str) -> Result<NaiveDate, String> {
    parse_date(text).map_err(|message| message.say(EN))
}

fn percent(text: &str) -> Result<Decimal, String> {
    match one(FactType::Percent, text)? {
        fact::Value::Percent(percent) => Ok(percent),
        _ => Err(msg!("expected-percent").say(EN)),
    }
}

/// A rate, its names, and whether the user named its target or window.
struct Rate {
    metric: Metric,
    name: Texts,
    own: bool,
}

/// Figures day by day.
struct Dated {
    record: Record,
    /// Orders on each day behind the record.
    per_day: u64,
    /// That number is the record's own average.
    usual: bool,
    outlook: Outlook,
}

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    let catalogue = appeals::load(ctx, |path| {
        path.starts_with("_common/") || path == "_metrics.yaml"
    })?;
    let rate = rate(&catalogue, arguments)?;
    let plain = arguments.orders.zip(arguments.defects);
    if let Some((orders, defects)) = plain {
        let counts = Counts::new(orders, defects)
            .ok_or_else(|| Trouble::new(msg!("more-defects-than-orders")))?;
        match arguments.format {
            Output::Text => text::counts(&mut ctx.out, &catalogue, &rate, counts)?,
            Output::Json => {
                let answer = as_json(&rate, &[figures(&rate.metric, counts, None)], None);
                ctx.out.line(&serde_json::to_string_pretty(&answer)?)?;
            }
        }
        return Ok(Outcome::Fine);
    }
    let dated = dated(ctx, arguments, &rate.metric)?;
    match arguments.format {
        Output::Text => text::dated(&mut ctx.out, &catalogue, &rate, &dated)?,
        Output::Json => {
            let windows = &dated.outlook.days[0].windows;
            let windows: Vec<Value> = windows
                .iter()
                .map(|window| figures(&rate.metric, window.counts, Some(window)))
                .collect();
            let answer = as_json(&rate, &windows, Some(&dated));
            ctx.out.line(&serde_json::to_string_pretty(&answer)?)?;
        }
    }
    Ok(Outcome::Fine)
}

/// Finds the rate by its id or what the trade calls it, and takes over what the user's notice names.
fn rate(catalogue: &Catalogue, arguments: &Arguments) -> Result<Rate> {
    let wanted = arguments.metric.trim().to_lowercase();
    let known = catalogue.metrics.values();
    let found = known
        .clone()
        .find(|m| m.id == wanted || m.abbreviation.to_lowercase() == wanted);
    let Some(metric) = found else {
        let ids: Vec<&str> = known.clone().map(|m| m.id.as_str()).collect();
        let short: Vec<String> = known.map(|m| m.abbreviation.to_lowercase()).collect();
        let names = ids.iter().copied().chain(short.iter().map(String::as_str));
        let help = match nearest(&wanted, names) {
            Some(near) => msg!("did-you-mean", name = near),
            None => msg!("known-are", names = ids.join(", ")),
        };
        let message = msg!("unknown-metric", name = &arguments.metric);
        return Err(Trouble::new(message).help(help).into());
    };
    let mut metric = metric.clone();
    if let Some(days) = arguments.window {
        metric.windows = vec![days];
    }
    if let Some(percent) = &arguments.target {
        metric.target = Target::new(metric.target.comparison(), percent.clone())
            .ok_or_else(|| Trouble::new(msg!("expected-percent")))?;
    }
    let name = |language: &crate::catalogue::Language| {
        let name = language.metrics.get(&metric.id)?;
        Some((language.lang, name.clone()))
    };
    let name = Texts(catalogue.languages.values().filter_map(name).collect());
    let own = arguments.window.is_some() || arguments.target.is_some();
    Ok(Rate { metric, name, own })
}

fn dated(ctx: &mut Context, arguments: &Arguments, metric: &Metric) -> Result<Dated> {
    let longest = metric.windows.iter().copied().max().unwrap_or(1);
    if let Some(path) = &arguments.data {
        let record = read(ctx, path)?;
        let day = arguments.date.or(record.last()).unwrap_or(ctx.today);
        let usual = arguments.orders_per_day.is_none();
        let per_day = arguments
            .orders_per_day
            .unwrap_or_else(|| record.usual_orders(longest));
        let outlook = outlook(metric, &record, per_day, day);
        return Ok(Dated {
            record,
            per_day,
            usual,
            outlook,
        });
    }
    let day = arguments.date.unwrap_or(ctx.today);
    let per_day = arguments.orders_per_day.unwrap_or_default();
    let back = Days::new(u64::from(metric.delay) + u64::from(longest));
    let first = day.checked_sub_days(back).unwrap_or(day);
    let record = Record::steady(per_day, &arguments.defect, first, day);
    let record = record.map_err(|error| match error {
        RecordError::Outside(late) => {
            let message = msg!("after-day", date = late.to_string(), day = day.to_string());
            Trouble::new(message).help(msg!("after-day-help"))
        }
        RecordError::Twice(day) => Trouble::new(msg!("day-twice", day = day.to_string())),
        RecordError::MoreDefects(day) => {
            let message = msg!("more-defects-than-orders");
            Trouble::new(message).help(msg!("more-defects-help", day = day.to_string()))
        }
    })?;
    let outlook = outlook(metric, &record, per_day, day);
    Ok(Dated {
        record,
        per_day,
        usual: false,
        outlook,
    })
}

fn read(ctx: &mut Context, path: &Path) -> Result<Record> {
    let (files, found) = match files::read(path)? {
        Ok(file) => match Record::read(&file) {
            Ok(record) => return Ok(record),
            Err(found) => (vec![file], found),
        },
        Err(diagnostic) => (Vec::new(), vec![*diagnostic]),
    };
    report::diagnostics(&mut ctx.err, &files, &found)?;
    let trouble = Trouble::new(msg!("days-unusable", problems = found.len()));
    Err(trouble.help(msg!("no-days-help")).into())
}

/// What follows from counts: the rate, the verdict, what is allowed, what would dilute it.
fn figures(metric: &Metric, counts: Counts, window: Option<&Window>) -> Value {
    let target = &metric.target;
    let number =
        |number: u128| u64::try_from(number).map_or(json!(number.to_string()), Value::from);
    json!({
        "from": window.map(|w| w.from.to_string()),
        "to": window.map(|w| w.to.to_string()),
        "orders": counts.orders(),
        "defects": counts.defects(),
        "percent": target.rate(counts).map(|rate| rate.to_string()),
        "verdict": target.judge(counts).as_str(),
        "defects_allowed": target.allowed(counts.orders()),
        "good_orders_needed": target.dilution(counts).map(number),
    })
}

fn as_json(rate: &Rate, windows: &[Value], dated: Option<&Dated>) -> Value {
    let metric = &rate.metric;
    json!({
        "metric": metric.id,
        "abbreviation": metric.abbreviation,
        "name": by_language(&rate.name),
        "target": {
            "comparison": metric.target.comparison().as_str(),
            "percent": metric.target.percent().to_string(),
            "windows": metric.windows,
            "delay_days": metric.delay,
            // What the user named comes from the user's notice.
            "source": (!rate.own).then_some(&metric.source),
            "checked": (!rate.own).then(|| metric.checked.to_string()),
        },
        "note": by_language(&metric.note),
        "windows": windows,
        "outlook": dated.map(|dated| json!({
            "orders_per_day": dated.per_day,
            "record_from": dated.record.first().map(|day| day.to_string()),
            "record_to": dated.record.last().map(|day| day.to_string()),
            "met_from": dated.outlook.met_from.map(|day| day.to_string()),
            "days": dated.outlook.days.iter().map(|figures| json!({
                "date": figures.day.to_string(),
                "met": figures.met(),
                "windows": figures.windows.iter().map(|window| json!({
                    "from": window.from.to_string(),
                    "to": window.to.to_string(),
                    "orders": window.counts.orders(),
                    "defects": window.counts.defects(),
                    "percent": metric.target.rate(window.counts).map(|rate| rate.to_string()),
                    "verdict": window.verdict.as_str(),
                })).collect::<Vec<Value>>(),
            })).collect::<Vec<Value>>(),
        })),
    })
}
