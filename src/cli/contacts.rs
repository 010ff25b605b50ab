//! `poa contacts`: the stores, and how an appeal reaches each.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use crate::cli::appeals::by_language;
use crate::cli::screen::{BAD, CARE, FAINT, GOOD, STRONG, Screen};
use crate::cli::{Context, Outcome, Output, Trouble};
use crate::contacts::{
    Address, Contacts, Marketplace, PERFORMANCE, STALE_AFTER_DAYS, Status, is_stale,
};
use crate::message::Message;
use crate::msg;
use crate::source;

/// Arguments of `poa contacts`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  poa contacts
  poa contacts us
  poa contacts amazon.de --purpose funds
  poa contacts 日本 --format json")]
pub(super) struct Arguments {
    /// Store, by id, domain or name; all are listed without one
    #[arg(value_name = "STORE")]
    store: Option<String>,
    /// Show addresses of one purpose only, for example performance or funds
    #[arg(long, value_name = "PURPOSE", requires = "store")]
    purpose: Option<String>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
}

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    let Some(name) = &arguments.store else {
        let contacts = load(|_| true)?;
        match arguments.format {
            Output::Text => list(&mut ctx.out, &contacts)?,
            Output::Json => {
                let all: Vec<Value> = contacts
                    .marketplaces
                    .iter()
                    .map(|m| as_json(m, &contacts, ctx.today, None))
                    .collect();
                ctx.out.line(&serde_json::to_string_pretty(&all)?)?;
            }
        }
        return Ok(Outcome::Fine);
    };
    let contacts = load_for(name, true)?;
    let marketplace = find(&contacts, name)?;
    let purpose = arguments.purpose.as_deref();
    if let Some(wanted) = purpose
        && !contacts.purposes.contains_key(wanted)
    {
        let known: Vec<&str> = contacts.purposes.keys().map(String::as_str).collect();
        let trouble = Trouble::new(msg!("unknown-purpose", name = wanted));
        return Err(trouble
            .help(msg!("known-are", names = known.join(", ")))
            .into());
    }
    match arguments.format {
        Output::Text => show(&mut ctx.out, marketplace, &contacts, ctx.today, purpose)?,
        Output::Json => {
            let answer = as_json(marketplace, &contacts, ctx.today, purpose);
            ctx.out.line(&serde_json::to_string_pretty(&answer)?)?;
        }
    }
    Ok(Outcome::Fine)
}

/// Loads one store where its id is given, else all, for the name may be anybody's.
///
/// Where the facts come from is only loaded to be shown.
pub(super) fn load_for(name: &str, with_sources: bool) -> Result<Contacts> {
    let own = format!("{}.yaml", name.trim().to_lowercase());
    let known = !source::contacts(|path| path == own).is_empty();
    load(|path| match path {
        "_sources.yaml" => with_sources,
        "_common.yaml" => true,
        _ => !known || path == own,
    })
}

pub(super) fn load(wanted: impl Fn(&str) -> bool) -> Result<Contacts> {
    Contacts::load(&source::contacts(wanted)).map_err(|found| {
        let lines: Vec<String> = found.iter().map(|d| d.to_line(crate::lang::EN)).collect();
        Trouble::new(msg!("contacts-unusable", list = lines.join("\n"))).into()
    })
}

/// Returns the domain of a store by what the user called it.
pub(super) fn domain_of(name: &str) -> Result<String> {
    let contacts = load_for(name, false)?;
    Ok(find(&contacts, name)?.domain.clone())
}

/// Finds a store by what the user called it.
pub(super) fn find<'c>(contacts: &'c Contacts, name: &str) -> Result<&'c Marketplace> {
    contacts.find(name).map_err(|near| {
        let trouble = Trouble::new(msg!("unknown-store", name = name));
        let ids: Vec<&str> = contacts
            .marketplaces
            .iter()
            .map(|m| m.id.as_str())
            .collect();
        let help = if near.is_empty() {
            msg!("known-are", names = ids.join(", "))
        } else {
            msg!("did-you-mean", name = near.join(", "))
        };
        trouble.help(help).into()
    })
}

fn list(out: &mut Screen, contacts: &Contacts) -> Result<()> {
    let lang = out.lang();
    for marketplace in &contacts.marketplaces {
        let label = format!("{:<4}{:<15} ", marketplace.id, marketplace.domain);
        let id = format!(
            "{GOOD}{:<4}{GOOD:#}{:<15} ",
            marketplace.id, marketplace.domain
        );
        debug_assert_eq!(label.len(), 20);
        out.line(&format!("{id}{}", marketplace.name.get(lang)))?;
    }
    out.blank()?;
    out.say(&msg!("contacts-next"))?;
    Ok(())
}

fn show(
    out: &mut Screen,
    marketplace: &Marketplace,
    contacts: &Contacts,
    today: NaiveDate,
    purpose: Option<&str>,
) -> Result<()> {
    let lang = out.lang();
    let route = &marketplace.route;
    out.heading(&format!(
        "{} ({})",
        marketplace.name.get(lang),
        marketplace.domain
    ))?;
    out.blank()?;
    out.heading(&msg!("contacts-route").say(lang))?;
    out.paragraph(route.path.get(lang), "  ", "    ")?;
    out.line(&format!("  {}", route.link))?;
    if let Some(help) = &route.help {
        out.paragraph(
            &msg!("contacts-help-page", link = help).say(lang),
            "  ",
            "    ",
        )?;
    }
    out.paragraph(route.note.get(lang), "  ", "  ")?;
    checked(out, &route.sources, route.checked, today, "  ")?;
    out.blank()?;
    out.heading(&msg!("contacts-language").say(lang))?;
    out.paragraph(marketplace.language_advice.get(lang), "  ", "  ")?;
    out.blank()?;
    let (performance, others): (Vec<&Address>, Vec<&Address>) = marketplace
        .addresses
        .iter()
        .filter(|a| purpose.is_none_or(|wanted| a.purpose == wanted))
        .partition(|a| a.purpose == PERFORMANCE);
    if purpose.is_none_or(|wanted| wanted == PERFORMANCE) {
        out.heading(&msg!("contacts-performance").say(lang))?;
        if performance.is_empty() {
            out.paragraph(&msg!("contacts-no-address").say(lang), "  ", "  ")?;
        }
        for address in performance {
            show_address(out, address, contacts, today)?;
        }
    }
    if !others.is_empty() {
        out.blank()?;
        out.heading(&msg!("contacts-others").say(lang))?;
        for address in others {
            show_address(out, address, contacts, today)?;
        }
    }
    Ok(())
}

fn show_address(
    out: &mut Screen,
    address: &Address,
    contacts: &Contacts,
    today: NaiveDate,
) -> Result<()> {
    let lang = out.lang();
    let style = match address.status {
        Status::Current => GOOD,
        Status::Risky => BAD,
        _ => CARE,
    };
    out.line(&format!("  {STRONG}{}{STRONG:#}", address.address))?;
    let status = status_words(address.status).say(lang);
    for line in out.wrap(&status, "    ", "    ") {
        out.line(&format!("{style}{line}{style:#}"))?;
    }
    let purpose = contacts
        .purposes
        .get(&address.purpose)
        .map_or("", |p| p.get(lang));
    out.paragraph(
        &msg!("contacts-purpose", purpose = purpose).say(lang),
        "    ",
        "    ",
    )?;
    out.paragraph(address.note.get(lang), "    ", "    ")?;
    checked(out, &address.sources, address.checked, today, "    ")?;
    Ok(())
}

/// A mailbox's status in plain words.
pub(super) fn status_words(status: Status) -> Message {
    match status {
        Status::Current => msg!("status-current"),
        Status::NoticeOnly => msg!("status-notice-only"),
        Status::RightsOwnerOnly => msg!("status-rights-owner-only"),
        Status::Legacy => msg!("status-legacy"),
        Status::Obsolete => msg!("status-obsolete"),
        Status::Closed => msg!("status-closed"),
        Status::Unverified => msg!("status-unverified"),
        Status::Disputed => msg!("status-disputed"),
        Status::Risky => msg!("status-risky"),
    }
}

fn checked(
    out: &mut Screen,
    sources: &[String],
    day: NaiveDate,
    today: NaiveDate,
    indent: &str,
) -> Result<()> {
    let lang = out.lang();
    let text = msg!(
        "source-checked",
        source = sources.join(", "),
        day = day.to_string()
    )
    .say(lang);
    for line in out.wrap(&text, indent, indent) {
        out.line(&format!("{FAINT}{line}{FAINT:#}"))?;
    }
    if is_stale(day, today) {
        let text = msg!(
            "contacts-stale",
            days = usize::try_from(STALE_AFTER_DAYS).unwrap_or(0)
        )
        .say(lang);
        for line in out.wrap(&text, indent, indent) {
            out.line(&format!("{CARE}{line}{CARE:#}"))?;
        }
    }
    Ok(())
}

fn as_json(
    marketplace: &Marketplace,
    contacts: &Contacts,
    today: NaiveDate,
    purpose: Option<&str>,
) -> Value {
    let sources = |ids: &[String]| -> Vec<Value> {
        ids.iter()
            .filter_map(|id| Some((id, contacts.sources.get(id)?)))
            .map(|(id, source)| {
                json!({
                    "id": id,
                    "title": source.title.0,
                    "url": source.url.as_ref().map(|url| &url.0),
                    "date": source.date.0,
                })
            })
            .collect()
    };
    let addresses: Vec<Value> = marketplace
        .addresses
        .iter()
        .filter(|a| purpose.is_none_or(|wanted| a.purpose == wanted))
        .map(|a| {
            json!({
                "address": a.address,
                "purpose": a.purpose,
                "status": a.status.as_str(),
                "checked": a.checked.to_string(),
                "sources": sources(&a.sources),
                "note": by_language(&a.note),
            })
        })
        .collect();
    json!({
        "marketplace": marketplace.id,
        "name": by_language(&marketplace.name),
        "domain": marketplace.domain,
        "seller_central": marketplace.seller_central,
        "marketplace_id": marketplace.marketplace_id,
        "route": {
            "path": by_language(&marketplace.route.path),
            "link": marketplace.route.link,
            "help": marketplace.route.help,
            "basis": match marketplace.route.basis {
                crate::contacts::Basis::Official => "official",
                crate::contacts::Basis::Repost => "repost",
                crate::contacts::Basis::Inferred => "inferred",
            },
            "note": by_language(&marketplace.route.note),
            "sources": sources(&marketplace.route.sources),
            "checked": marketplace.route.checked.to_string(),
        },
        "languages": marketplace.languages,
        "currency": marketplace.currency,
        "language_advice": by_language(&marketplace.language_advice),
        "stale": marketplace.is_stale(today),
        "addresses": addresses,
    })
}
