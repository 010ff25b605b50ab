//! Which store a notice comes from.

use crate::notice::extract::hosts;
use crate::notice::recogniser::Recogniser;

/// The host of Seller Central that all European stores share.
const EUROPE: &str = "sellercentral-europe.amazon.com";

/// Returns the store most links, addresses and names speak for; `eu` where only Europe is named.
pub(in crate::notice) fn store(
    recogniser: &Recogniser,
    text: &str,
    emails: &[(String, usize)],
) -> Option<String> {
    let stores = &recogniser.surroundings.stores;
    let mut votes: Vec<(&str, usize)> = Vec::new();
    let mut vote = |id, weight| match votes.iter_mut().find(|(known, _)| *known == id) {
        Some((_, sum)) => *sum += weight,
        None => votes.push((id, weight)),
    };
    // The longest domain is meant: amazon.com.mx is not amazon.com.
    let of = |host: &str| {
        stores
            .iter()
            .filter(|(domain, _)| {
                host == domain.as_str()
                    || host
                        .strip_suffix(domain.as_str())
                        .is_some_and(|front| front.ends_with('.'))
            })
            .max_by_key(|(domain, _)| domain.len())
            .map(|(_, id)| id.as_str())
    };
    let mut europe = 0;
    for (host, _) in hosts(text) {
        if host == EUROPE {
            europe += 3;
        } else if let Some(id) = of(&host) {
            vote(id, 3);
        }
    }
    for (address, _) in emails {
        if let Some((_, host)) = address.split_once('@')
            && let Some(id) = of(host)
        {
            vote(id, 2);
        }
    }
    let lower = text.to_ascii_lowercase();
    for (at, _) in lower.match_indices("amazon.") {
        let before = lower[..at].chars().next_back();
        if before.is_some_and(|c| c.is_ascii_alphanumeric() || "./-@".contains(c)) {
            continue;
        }
        let len = lower[at..]
            .bytes()
            .take(24)
            .take_while(|b| b.is_ascii_alphanumeric() || *b == b'.' || *b == b'-')
            .count();
        if let Some(id) = of(lower[at..at + len].trim_end_matches(['.', '-'])) {
            vote(id, 2);
        }
    }
    for (name, id) in &recogniser.words.stores {
        if lower.contains(name.as_str()) {
            if id == "eu" {
                europe += 2;
            } else {
                vote(id, 4);
            }
        }
    }
    // Many European notices link to amazon.com as well.
    let best = votes.iter().max_by_key(|(_, sum)| *sum).copied();
    match best {
        Some((id, sum)) if id != "us" || sum >= europe => Some(id.to_owned()),
        _ if europe > 0 => Some("eu".to_owned()),
        _ => None,
    }
}
