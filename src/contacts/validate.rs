//! Raw files to the directory; every problem of every file is collected.

use std::collections::HashMap;

use indexmap::IndexMap;

use crate::contacts::raw::{RawAddress, RawCommon, RawMarketplace, RawSources};
use crate::contacts::{Address, Contacts, Marketplace, PERFORMANCE, Route};
use crate::diagnostic::{Diagnostic, KeyPath, nearest};
use crate::fact::{FactType, RawWords, parse};
use crate::lang::{EN, Lang, Texts, ZH};
use crate::msg;
use crate::source::{SourceFile, Text, TextMap, locate, read};

const COMMON: &str = "_common.yaml";
const SOURCES: &str = "_sources.yaml";

pub(super) fn load(files: &[SourceFile]) -> Result<Contacts, Vec<Diagnostic>> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut common: Option<(&SourceFile, RawCommon)> = None;
    let mut sources: Option<RawSources> = None;
    let mut stores: Vec<(&SourceFile, String, RawMarketplace)> = Vec::new();
    for file in files {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        if file.path.contains("/_schema/") && has_ending(name, "json") {
            continue;
        }
        if name == COMMON {
            match read(file) {
                Ok(raw) => common = Some((file, raw)),
                Err(problems) => found.extend(problems),
            }
        } else if name == SOURCES {
            match read(file) {
                Ok(raw) => sources = Some(raw),
                Err(problems) => found.extend(problems),
            }
        } else if has_ending(name, "yaml") && !name.starts_with('_') {
            let id = name.trim_end_matches(".yaml").to_owned();
            match read(file) {
                Ok(raw) => stores.push((file, id, raw)),
                Err(problems) => found.extend(problems),
            }
        } else {
            let stray = Diagnostic::error(&file.path, KeyPath::root(), msg!("stray-file"));
            found.push(stray.help(msg!("stray-file-help-contacts")));
        }
    }
    let Some((common_file, common)) = common else {
        if found.is_empty() {
            let message = msg!("missing-file", file = COMMON);
            found.push(Diagnostic::error("contacts", KeyPath::root(), message));
        }
        return Err(found);
    };
    let ids: Vec<String> = stores.iter().map(|(_, id, _)| id.clone()).collect();
    let mut names: HashMap<String, String> = HashMap::new();
    let mut addresses: HashMap<String, String> = HashMap::new();
    let mut checks = Checks {
        common: &common,
        sources: sources.as_ref(),
        addresses: &mut addresses,
        found: &mut found,
    };
    let all_stores = stores.len() > 1;
    checks.common(common_file, if all_stores { Some(&ids) } else { None });
    let mut marketplaces: Vec<Marketplace> = Vec::new();
    for (file, id, raw) in &stores {
        checks.store(file, raw);
        let marketplace = model(id, raw, &common);
        for name in marketplace.names() {
            if let Some(other) = names.insert(name.to_lowercase(), id.clone())
                && other != *id
            {
                let message = msg!("name-twice", name = name, other = other);
                checks.found.push(Diagnostic::error(
                    &file.path,
                    KeyPath::root().key("aliases"),
                    message,
                ));
            }
        }
        marketplaces.push(marketplace);
    }
    if found.is_empty() {
        marketplaces.sort_by(|a, b| a.id.cmp(&b.id));
        let purposes = common
            .purposes
            .0
            .iter()
            .map(|(id, t)| (id.clone(), texts(t)))
            .collect();
        return Ok(Contacts {
            marketplaces,
            purposes,
            sources: sources.map(|raw| raw.sources.0).unwrap_or_default(),
        });
    }
    for file in files {
        locate(file, &mut found);
    }
    Err(found)
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, e)| e == ending)
}

struct Checks<'a> {
    common: &'a RawCommon,
    sources: Option<&'a RawSources>,
    addresses: &'a mut HashMap<String, String>,
    found: &'a mut Vec<Diagnostic>,
}

impl Checks<'_> {
    fn common(&mut self, file: &SourceFile, ids: Option<&[String]>) {
        let root = KeyPath::root();
        for (id, texts) in &self.common.purposes.0 {
            self.both(file, &root.key("purposes").key(id), texts);
        }
        for (at, address) in self.common.addresses.iter().enumerate() {
            let path = root.key("addresses").index(at);
            self.address(file, &path, address);
            let Some(ids) = ids else { continue };
            for (n, store) in address.marketplaces.iter().enumerate() {
                if !ids.contains(&store.0) {
                    let path = path.key("marketplaces").index(n);
                    let message = msg!("unknown-marketplace", name = &store.0);
                    let near = nearest(&store.0, ids.iter().map(String::as_str));
                    let help = near.map(|near| msg!("did-you-mean", name = near));
                    self.found
                        .push(Diagnostic::error(&file.path, path, message).maybe_help(help));
                }
            }
        }
    }

    fn store(&mut self, file: &SourceFile, raw: &RawMarketplace) {
        let root = KeyPath::root();
        self.both(file, &root.key("name"), &raw.name);
        self.both(file, &root.key("language-advice"), &raw.language_advice);
        let route = root.key("route");
        self.both(file, &route.key("path"), &raw.route.path);
        self.both(file, &route.key("note"), &raw.route.note);
        self.sources(file, &route.key("sources"), &raw.route.sources);
        for (at, address) in raw.addresses.iter().enumerate() {
            let path = root.key("addresses").index(at);
            self.address(file, &path, address);
            if !address.marketplaces.is_empty() {
                let message = msg!("address-of-several-stores");
                self.found.push(Diagnostic::error(
                    &file.path,
                    path.key("marketplaces"),
                    message,
                ));
            }
        }
    }

    fn address(&mut self, file: &SourceFile, path: &KeyPath, raw: &RawAddress) {
        let address = &raw.address.0;
        if let Err(message) = parse(FactType::Email, &RawWords::One(address.clone())) {
            self.found
                .push(Diagnostic::error(&file.path, path.key("address"), message));
        }
        if let Some(other) = self
            .addresses
            .insert(address.to_lowercase(), file.path.clone())
        {
            let message = msg!("address-twice", address = address, other = other);
            self.found
                .push(Diagnostic::error(&file.path, path.key("address"), message));
        }
        let purposes = &self.common.purposes.0;
        if !purposes.contains_key(&raw.purpose.0) {
            let message = msg!("unknown-purpose", name = &raw.purpose.0);
            let near = nearest(&raw.purpose.0, purposes.keys().map(String::as_str));
            let help = near.map(|near| msg!("did-you-mean", name = near));
            let diagnostic = Diagnostic::error(&file.path, path.key("purpose"), message);
            self.found.push(diagnostic.maybe_help(help));
        }
        self.both(file, &path.key("note"), &raw.note);
        self.sources(file, &path.key("sources"), &raw.sources);
    }

    /// Every text stands in English and in Chinese.
    fn both(&mut self, file: &SourceFile, path: &KeyPath, texts: &TextMap<Text>) {
        for lang in [EN, ZH] {
            if !texts.0.contains_key(lang.as_str()) {
                let message = msg!("untranslated", lang = lang.as_str());
                self.found
                    .push(Diagnostic::error(&file.path, path.clone(), message));
            }
        }
        for code in texts.0.keys().filter(|code| code.parse::<Lang>().is_err()) {
            let message = msg!("expected-language", code = code);
            self.found
                .push(Diagnostic::error(&file.path, path.key(code), message));
        }
    }

    fn sources(&mut self, file: &SourceFile, path: &KeyPath, sources: &[Text]) {
        if sources.is_empty() {
            self.found.push(Diagnostic::error(
                &file.path,
                path.clone(),
                msg!("no-source"),
            ));
        }
        for (at, source) in sources.iter().enumerate() {
            if self
                .sources
                .is_some_and(|known| !known.sources.0.contains_key(&source.0))
            {
                let message = msg!("unknown-source", name = &source.0);
                self.found
                    .push(Diagnostic::error(&file.path, path.index(at), message));
            }
        }
    }
}

fn model(id: &str, raw: &RawMarketplace, common: &RawCommon) -> Marketplace {
    let shared = common
        .addresses
        .iter()
        .filter(|a| a.marketplaces.iter().any(|m| m.0 == id));
    let mut addresses: Vec<Address> = raw.addresses.iter().chain(shared).map(address).collect();
    let order: IndexMap<&str, usize> = common
        .purposes
        .0
        .keys()
        .enumerate()
        .map(|(at, id)| (id.as_str(), at))
        .collect();
    addresses.sort_by_key(|a| {
        (
            a.purpose != PERFORMANCE,
            order.get(a.purpose.as_str()).copied().unwrap_or(usize::MAX),
        )
    });
    let list = |texts: &[Text]| texts.iter().map(|t| t.0.clone()).collect();
    Marketplace {
        id: id.to_owned(),
        name: texts(&raw.name),
        aliases: list(&raw.aliases),
        domain: raw.domain.0.clone(),
        seller_central: raw.seller_central.0.clone(),
        marketplace_id: raw.marketplace_id.0.clone(),
        region: raw.region,
        languages: list(&raw.languages),
        currency: raw.currency.0.clone(),
        paper: raw.paper,
        route: Route {
            path: texts(&raw.route.path),
            link: raw.route.link.0.clone(),
            help: raw.route.help.as_ref().map(|help| help.0.clone()),
            basis: raw.route.basis,
            note: texts(&raw.route.note),
            sources: list(&raw.route.sources),
            checked: raw.route.checked,
        },
        language_advice: texts(&raw.language_advice),
        addresses,
    }
}

fn address(raw: &RawAddress) -> Address {
    Address {
        address: raw.address.0.clone(),
        purpose: raw.purpose.0.clone(),
        status: raw.status,
        note: texts(&raw.note),
        sources: raw.sources.iter().map(|s| s.0.clone()).collect(),
        checked: raw.checked,
    }
}

fn texts(raw: &TextMap<Text>) -> Texts {
    let parsed = raw
        .0
        .iter()
        .filter_map(|(code, text)| Some((code.parse().ok()?, text.0.clone())));
    Texts(parsed.collect())
}
