//! ASINs, order ids, complaint ids, addresses and hosts.

use std::ops::Range;

/// Codes of a text, each once, in its order.
#[derive(Debug, Default, PartialEq)]
pub(in crate::notice) struct Codes {
    pub(in crate::notice) asins: Vec<String>,
    pub(in crate::notice) orders: Vec<String>,
    /// E-mail addresses and where they stand.
    pub(in crate::notice) emails: Vec<(String, usize)>,
}

/// Reads the codes of a text.
pub(in crate::notice) fn codes(text: &str) -> Codes {
    let mut codes = Codes::default();
    // Nothing but codes and commas since the word ASIN.
    let mut labelled = false;
    let mut last_line = 0;
    for range in words(text) {
        let word = &text[range.clone()];
        if text[last_line..range.start].contains('\n') {
            // A list of ASINs has one a line; a label without any leads to the next line too.
            labelled = labelled && codes_only(&text[last_line..range.start]);
        }
        last_line = range.end;
        if covered(text, &range) {
            labelled = false;
            continue;
        }
        if word.eq_ignore_ascii_case("asin") || word.eq_ignore_ascii_case("asins") {
            labelled = true;
            continue;
        }
        if is_order(word) {
            add(&mut codes.orders, word.to_owned());
            continue;
        }
        let mut any = false;
        for piece in word.split('-') {
            if is_asin(piece, labelled) {
                add(&mut codes.asins, piece.to_ascii_uppercase());
                any = true;
            }
        }
        labelled = labelled && any;
    }
    for (address, at) in emails(text) {
        if !codes.emails.iter().any(|(known, _)| *known == address) {
            codes.emails.push((address, at));
        }
    }
    codes
}

fn codes_only(between: &str) -> bool {
    between
        .chars()
        .all(|c| c.is_whitespace() || ",;:：，、-–•·*>".contains(c))
}

fn add(list: &mut Vec<String>, code: String) {
    if !list.contains(&code) {
        list.push(code);
    }
}

/// Runs of ASCII letters, digits and hyphens.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let is = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !is(bytes[at]) {
            at += 1;
        }
        let start = at;
        while at < bytes.len() && is(bytes[at]) {
            at += 1;
        }
        (start < at).then_some(start..at)
    })
}

/// Reports whether part of a code was covered by who pasted it: stars or dots right beside it.
fn covered(text: &str, range: &Range<usize>) -> bool {
    let cover = |c: char| matches!(c, '*' | '●' | '○' | '•' | '…' | '■' | '□' | '×' | '#' | '_');
    text[range.end..].starts_with(cover)
        || text[..range.start].ends_with(cover) && {
            // A star before a code with a gap before the star is a bullet.
            let before = text[..range.start].trim_end_matches(cover);
            !(before.is_empty() || before.ends_with(char::is_whitespace))
        }
}

fn is_asin(word: &str, labelled: bool) -> bool {
    let bytes = word.as_bytes();
    let shape = bytes.iter().all(u8::is_ascii_alphanumeric);
    let upper = !bytes.iter().any(u8::is_ascii_lowercase);
    if !shape || !(upper || labelled) {
        return false;
    }
    let covered = word.to_ascii_uppercase().contains("XXX");
    let digits = bytes[1.min(bytes.len())..]
        .iter()
        .filter(|b| b.is_ascii_digit())
        .count();
    let begins = bytes.starts_with(b"B0") || bytes.starts_with(b"b0");
    // Nine are one too few; behind the word ASIN they are still what was pasted.
    let length = bytes.len() == 10 || labelled && bytes.len() == 9;
    if begins && length && !covered && (digits > 1 || labelled) {
        return true;
    }
    labelled && is_isbn(bytes)
}

/// Books have their ISBN-10 for an ASIN.
fn is_isbn(bytes: &[u8]) -> bool {
    if bytes.len() != 10 || !bytes[..9].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let last = match bytes[9] {
        b'X' | b'x' => 10,
        digit if digit.is_ascii_digit() => u32::from(digit - b'0'),
        _ => return false,
    };
    let sum: u32 = (2..=10)
        .rev()
        .zip(&bytes[..9])
        .map(|(weight, byte)| weight * u32::from(byte - b'0'))
        .sum();
    (sum + last).is_multiple_of(11) && bytes[..9].iter().any(|b| *b != bytes[0])
}

fn is_order(word: &str) -> bool {
    let groups: Vec<&str> = word.splitn(4, '-').collect();
    groups.len() == 3
        && [3, 7, 7].iter().zip(&groups).all(|(length, group)| {
            group.len() == *length && group.bytes().all(|b| b.is_ascii_digit())
        })
}

/// Reads a complaint's id behind its label.
pub(in crate::notice) fn complaint_id(behind: &str) -> Option<String> {
    let rest =
        behind.trim_start_matches(|c: char| c.is_whitespace() || ":：#-=是为は)]".contains(c));
    let end = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .unwrap_or(rest.len());
    let id = rest[..end].trim_matches('-');
    let digits = id.bytes().filter(u8::is_ascii_digit).count();
    let open = rest[end..].starts_with(['*', '…', '●', '•']);
    let covered = id.to_ascii_lowercase().contains("xx");
    (digits >= 5 && digits * 2 > id.len() && id.len() <= 40 && !open && !covered)
        .then(|| id.to_owned())
}

/// Reads the number of a complaint that stands in a sentence behind a word like "case": digits
/// alone, more than a patent or a registration has.
pub(in crate::notice) fn reference(sentence: &str) -> Option<String> {
    words(sentence)
        .filter(|range| !covered(sentence, range))
        .map(|range| &sentence[range])
        .find(|word| (9..=13).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit()))
        .map(str::to_owned)
}

/// E-mail addresses with the place of their `@`; covered ones are none.
fn emails(text: &str) -> Vec<(String, usize)> {
    let local = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let domain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        // No address has a longer name; a longer run would be looked at again for every sign.
        let mut from = at;
        for c in text[..at].chars().rev().take(64) {
            if !local(c) {
                break;
            }
            from -= c.len_utf8();
        }
        let to = text[at + 1..]
            .chars()
            .take(255)
            .take_while(|c| domain(*c))
            .map(char::len_utf8)
            .sum::<usize>()
            + at
            + 1;
        let name = text[from..at].trim_start_matches('.');
        let host = text[at + 1..to].trim_end_matches(['.', '-']);
        let before = text[..from].chars().next_back();
        let covered = before.is_some_and(|c| matches!(c, '*' | '●' | '•' | '#'))
            || text[to..].starts_with('*')
            || name.to_ascii_lowercase().contains("xxx")
            || host.to_ascii_lowercase().contains("xxx");
        let ending = host.rsplit('.').next().unwrap_or_default();
        let fits = host.contains('.')
            && !host.contains("..")
            && ending.len() >= 2
            && ending.bytes().all(|b| b.is_ascii_alphabetic());
        if !name.is_empty() && fits && !covered {
            found.push((format!("{name}@{}", host.to_ascii_lowercase()), at));
        }
    }
    found
}

/// Hosts of links, and where they stand.
pub(in crate::notice) fn hosts(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("://") {
        let start = at + 3;
        let len: usize = text[start..]
            .chars()
            .take(255)
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '.' || *c == '-')
            .map(char::len_utf8)
            .sum();
        let host = text[start..start + len].trim_end_matches(['.', '-']);
        if host.contains('.') {
            found.push((host.to_ascii_lowercase(), start..start + host.len()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, asins: &[&str], orders: &[&str]) {
        let codes = codes(text);
        assert_eq!(
            (codes.asins, codes.orders),
            (
                asins.iter().map(ToString::to_string).collect::<Vec<_>>(),
                orders.iter().map(ToString::to_string).collect::<Vec<_>>(),
            )
        );
    }

    #[test]
    fn asins_and_orders() {
        check(
            "ASIN: B0EXAMPL17, B0EXAMPL25\nB0EXAMPL33",
            &["B0EXAMPL17", "B0EXAMPL25", "B0EXAMPL33"],
            &[],
        );
        check(
            "订单111-1234567-1234567中的B0EXAMPL17",
            &["B0EXAMPL17"],
            &["111-1234567-1234567"],
        );
        check("* B0EXAMPL17", &["B0EXAMPL17"], &[]);
        check("ASIN: 316148410X and 0306406152", &["316148410X"], &[]);
    }

    #[test]
    fn what_is_covered_or_no_code_stays_out() {
        check("B0******** B07M8XXXX3P B0XXXXXXXX B012*****", &[], &[]);
        check("0306406152 call 1-800-1234567-1234567", &[], &[]);
        check("BASEBALLCA BUTTERFLY1 B0OOOOOOOO", &[], &[]);
        check("112-61170**-2643469", &[], &[]);
    }

    #[test]
    fn addresses() {
        let found =
            codes("x: rights@brand.example.com. [email protected] xxx@xxxx.com a***@b.com").emails;
        assert_eq!(
            found.iter().map(|(a, _)| a.as_str()).collect::<Vec<_>>(),
            ["rights@brand.example.com"]
        );
        assert_eq!(complaint_id(": 12345678901"), Some("12345678901".into()));
        assert_eq!(complaint_id(": xxxxxxx"), None);
        assert_eq!(complaint_id("s: see below"), None);
        assert_eq!(hosts("http://a.example.com/x").len(), 1);
        assert_eq!(
            reference("case opened by the owner, no. 12345678901"),
            Some("12345678901".into())
        );
        assert_eq!(reference("case of patent 9,123,456 or 1234567"), None);
    }
}
