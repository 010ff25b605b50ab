//! Addresses in a text: sites, e-mail addresses, names of files. Their full stops end no sentence.

use std::ops::Range;

/// What an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// A site.
    Site,
    /// A mailbox.
    Mail,
    /// A file, or a name with an underscore or a backslash in it.
    File,
}

/// An address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) target: Target,
    pub(super) range: Range<usize>,
    /// Of a site its host, of a mailbox what stands behind the `@`.
    pub(super) host: Range<usize>,
}

/// How hosts end that are no words of a sentence.
const HOSTS: [&str; 62] = [
    "ae", "ai", "app", "at", "au", "be", "biz", "br", "ca", "ch", "click", "cn", "co", "com", "cz",
    "de", "dev", "dk", "edu", "es", "eu", "example", "fi", "fr", "gov", "gr", "hk", "id", "ie",
    "in", "info", "io", "it", "jp", "kr", "me", "mx", "my", "net", "nl", "no", "nz", "online",
    "org", "ph", "pl", "pt", "ru", "sa", "se", "sg", "shop", "site", "store", "test", "tr", "tw",
    "uk", "us", "vip", "vn", "xyz",
];

/// Ends of hosts that are also words: such a host needs a path or more parts.
const WORDS: [&str; 9] = ["at", "be", "in", "it", "me", "my", "no", "us", "id"];

/// How names of files end.
const FILES: [&str; 41] = [
    "7z", "bmp", "csv", "doc", "docm", "docx", "eml", "gif", "heic", "htm", "html", "jpeg", "jpg",
    "js", "json", "key", "log", "md", "mov", "mp3", "mp4", "msg", "numbers", "odt", "ods", "pages",
    "pdf", "png", "ppt", "pptx", "rar", "raw", "rtf", "tif", "tiff", "tsv", "txt", "xls", "xlsm",
    "xlsx", "zip",
];

/// Finds the addresses of a text, in order.
pub(super) fn addresses(text: &str) -> Vec<Address> {
    let mut found = Vec::new();
    let mut start = None;
    // A space at the end closes the last word.
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '(' | ')' | '|');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                word(text, from..at, &mut found);
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn word(text: &str, range: Range<usize>, found: &mut Vec<Address>) {
    let whole = &text[range.clone()];
    if !whole.contains(['.', '@', '_', '\\']) && !whole.contains("://") {
        return;
    }
    if whole.contains("://") || starts_with(whole, "www.") {
        let bare = whole.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ']', '}']);
        let range = range.start..range.start + bare.len();
        let host = host(text, &range);
        found.push(Address {
            target: Target::Site,
            range,
            host,
        });
        return;
    }
    // "a.pdf,b.pdf": a comma divides what is no link.
    let mut from = range.start;
    for part in whole.split([',', ';']) {
        let edge = |c: char| {
            matches!(
                c,
                '.' | ':' | '!' | '?' | '\'' | '[' | ']' | '{' | '}' | '*'
            )
        };
        let bare = part.trim_start_matches(|c| c != '*' && edge(c));
        let start = from + part.len() - bare.len();
        let bare = bare.trim_end_matches(edge);
        from += part.len() + 1;
        found.extend(address(text, start..start + bare.len()));
    }
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

/// Where the host of a link stands.
fn host(text: &str, range: &Range<usize>) -> Range<usize> {
    let link = &text[range.clone()];
    let start = link.find("://").map_or(0, |at| at + 3);
    let rest = &link[start..];
    let end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
    range.start + start..range.start + start + end
}

fn address(text: &str, range: Range<usize>) -> Option<Address> {
    let part = &text[range.clone()];
    let as_target = |target| {
        Some(Address {
            target,
            range: range.clone(),
            host: range.clone(),
        })
    };
    if let Some(at) = part.find('@') {
        let domain = &part[at + 1..];
        let named = part[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '*');
        let dot = domain.find('.').is_some_and(|dot| dot > 0) && !domain.contains('@');
        return (named && dot).then(|| Address {
            target: Target::Mail,
            range: range.clone(),
            host: range.start + at + 1..range.end,
        });
    }
    let host = part.split(['/', '?', '#', ':']).next().unwrap_or(part);
    let labels = host.split('.').count();
    let label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    // "Then" is a word where "then" could be the end of a host.
    let plain = last.bytes().all(|b| b.is_ascii_lowercase())
        || last.bytes().all(|b| b.is_ascii_uppercase());
    let last = last.to_ascii_lowercase();
    let file = part.rsplit(['.']).next().unwrap_or_default();
    if part.contains('.') && FILES.contains(&file.to_ascii_lowercase().as_str()) {
        return as_target(Target::File);
    }
    if labels >= 2 && host.split('.').all(label) && plain && HOSTS.contains(&last.as_str()) {
        let amazon = host
            .split('.')
            .any(|label| label.eq_ignore_ascii_case("amazon"));
        if WORDS.contains(&last.as_str()) && labels == 2 && host == part && !amazon {
            return None;
        }
        return Some(Address {
            target: Target::Site,
            range: range.clone(),
            host: range.start..range.start + host.len(),
        });
    }
    if part.contains('\\') || (part.contains('_') && part.contains('.')) {
        return as_target(Target::File);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Target, &str, &str)]) {
        let found = addresses(text);
        let found: Vec<_> = found
            .iter()
            .map(|a| (a.target, &text[a.range.clone()], &text[a.host.clone()]))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sites_mailboxes_and_files() {
        check(
            "Open https://www.amazon.com/your-orders, or (shop.example.com/a?b=1). Write to sue.h@example.com.",
            &[
                (
                    Target::Site,
                    "https://www.amazon.com/your-orders",
                    "www.amazon.com",
                ),
                (Target::Site, "shop.example.com/a?b=1", "shop.example.com"),
                (Target::Mail, "sue.h@example.com", "example.com"),
            ],
        );
        check(
            "我们的官网https://shop.example.com比平台便宜",
            &[(Target::Site, "https://shop.example.com", "shop.example.com")],
        );
        check(
            "template_before.png,list.csv",
            &[
                (Target::File, "template_before.png", "template_before.png"),
                (Target::File, "list.csv", "list.csv"),
            ],
        );
    }

    #[test]
    fn words_without_a_space_are_no_addresses() {
        check(
            "we sent it.then NorthPeakGear.we found.It was done.in time 1.5 a.m.",
            &[],
        );
        check("on Amazon.it", &[(Target::Site, "Amazon.it", "Amazon.it")]);
    }
}
