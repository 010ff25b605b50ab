//! The directory of stores and mailboxes.

use std::collections::BTreeSet;

use poa::contacts::{Status, is_stale};

use crate::helpers::{contacts, today};

#[test]
fn the_stores_are_there_and_found_by_any_name() {
    let contacts = contacts();
    assert_eq!(contacts.marketplaces.len(), 23);
    for name in [
        "us",
        "US",
        "amazon.com",
        "www.amazon.com",
        "美国",
        "United States",
        " usa ",
        "ATVPDKIKX0DER",
    ] {
        assert_eq!(
            contacts.find(name).map(|m| m.id.as_str()),
            Ok("us"),
            "{name}"
        );
    }
    assert_eq!(contacts.find("日本").map(|m| m.id.as_str()), Ok("jp"));
    assert!(
        contacts
            .find("germny")
            .is_err_and(|near| near.contains(&"de".to_owned()))
    );
}

#[test]
fn the_workbooks_addresses_are_there_once() {
    let contacts = contacts();
    let mut all: Vec<&str> = Vec::new();
    for marketplace in &contacts.marketplaces {
        all.extend(marketplace.addresses.iter().map(|a| a.address.as_str()));
    }
    for address in [
        "jeff@amazon.com",
        "notice@amazon.com",
        "seller-evaluation@amazon.com",
        "pq-review@amazon.com",
        "account-confirmation@amazon.com",
        "cn-seller-verification-enquiry@amazon.co.uk",
        "vendorexpress@amazon.com",
        "seller-performance-policy@amazon.com",
        "copyright@amazon.com",
        "payments-funds@amazon.com",
        "investigate@amazon.com",
        "payments-investigate@amazon.com",
        "seller-performance@amazon.com",
        "seller-performance@amazon.co.uk",
        "performance-vendeur@amazon.fr",
        "verkaeufer-performance@amazon.de",
        "alliance@amazon.co.jp",
        "performance-vendedor@amazon.es",
        "performance-venditore@amazon.it",
        "seller-performance@amazon.ca",
        "jeff@amazon.co.jp",
        "notice@amazon.co.jp",
        "seller-evaluation@amazon.co.jp",
        "pq-review@amazon.co.jp",
        "account-confirmation@amazon.co.jp",
        "cn-seller-verification-enquiry@amazon.co.jp",
        "vendorexpress@amazon.co.jp",
        "seller-performance-policy@amazon.co.jp",
        "copyright@amazon.co.jp",
        "payments-funds@amazon.co.jp",
        "merchant-reserve-inquiry@amazon.co.jp",
        "investigate@amazon.co.jp",
    ] {
        assert!(all.contains(&address), "{address}");
    }
}

#[test]
fn a_performance_address_is_attested_or_not_there() {
    let contacts = contacts();
    let with: BTreeSet<&str> = contacts
        .marketplaces
        .iter()
        .filter(|m| m.performance_address().is_some())
        .map(|m| m.id.as_str())
        .collect();
    assert_eq!(
        with,
        BTreeSet::from(["us", "uk", "fr", "de", "es", "it", "ca", "jp"])
    );
    for marketplace in &contacts.marketplaces {
        for address in &marketplace.addresses {
            // No appeal goes by e-mail today; nothing may say it does.
            let current = address.status == Status::Current && address.purpose == "performance";
            assert!(!current, "{}", address.address);
        }
    }
}

#[test]
fn old_entries_are_old_after_180_days() {
    let checked = today() - chrono::Days::new(180);
    assert!(!is_stale(checked, today()));
    assert!(is_stale(checked - chrono::Days::new(1), today()));
}
