//! A link out of Amazon.

use crate::check::address::{Target, addresses};
use crate::check::excerpt::{Excerpts, cut};
use crate::check::rule::{Check, Context, Place, Rule, Sink};
use crate::diagnostic::Severity;
use crate::message::Fixed;

pub(super) const RULE: Rule = Rule {
    id: "external-link",
    severity: Severity::Error,
    message: Fixed {
        en: "links to a site outside Amazon",
        zh: "含有亚马逊以外的链接",
    },
    help: Fixed {
        en: "take the link out; what the buyer needs is in the Amazon account",
        zh: "删去链接；买家需要的内容都在亚马逊账户里",
    },
    what: Fixed {
        en: "Finds addresses of sites that are not Amazon's, QR codes and invitations to a shop of your own. A carrier's tracking page is left alone.",
        zh: "找出亚马逊以外的网址、二维码以及自有网店的邀请。承运商的查询页面不在此列。",
    },
    why: Fixed {
        en: "Amazon forbids links out of a message, but for those that are needed to complete the order. Whether a carrier's page is needed is argued about, since the order page shows the tracking; this rule lets it pass.",
        zh: "亚马逊禁止在消息中放站外链接，完成订单所必需的除外。订单页面本来就有物流信息，承运商页面是否必需存在争议；本规则不标记。",
    },
    example: Fixed {
        en: "Have a look at www.larkfield.example.com.",
        zh: "请看我们的官网 https://shop.larkfield.example.com。",
    },
    remedy: Fixed {
        en: "Open https://www.amazon.com/your-orders and choose the order.",
        zh: "请打开 https://www.amazon.com/your-orders 选择订单。",
    },
    check: Check::BuyerMessage(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let document = context.document;
    let mut sites = addresses(document.text());
    sites.retain(|address| address.target == Target::Site);
    let hosts = sites.iter().map(|site| site.host.clone());
    let cut = cut(document, hosts);
    let excerpts = Excerpts::of(&cut, context.lexicon);
    let mut told = Vec::new();
    for (at, site) in sites.into_iter().enumerate() {
        if !is_amazon(excerpts.flat(at)) && !excerpts.has("mark:carrier-site", at) {
            told.extend(document.sentence_at(site.range.start));
            sink.push(Place::Text(site.range));
        }
    }
    // An invitation without an address: "scan the QR code".
    for hit in context.own() {
        if told.binary_search(&hit.sentence).is_err() {
            context.flag(sink, &hit.span);
        }
    }
}

/// `www.amazon.co.uk`, `sellercentral.amazon.de`, `amzn.to`; not `amazon.example.com`.
fn is_amazon(host: &str) -> bool {
    let mut labels: Vec<&str> = host.split('.').collect();
    // The end of a country's host may have two parts.
    let country = labels.pop();
    if matches!(labels.last(), Some(&"co" | &"com")) {
        labels.pop();
    }
    match labels.last() {
        Some(&"amazon" | &"media-amazon" | &"ssl-images-amazon") => true,
        Some(&"amzn") => matches!(country, Some("to" | "eu" | "asia" | "com")),
        Some(&"a") => labels.len() == 1 && country == Some("co"),
        _ => false,
    }
}
