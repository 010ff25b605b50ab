//! An e-mail file as the text a person reads in it: headers, transfer encodings, HTML.

use std::ops::Range;

use encoding_rs::Encoding;

use crate::notice::html;
use crate::notice::mapped::Mapped;

/// How deep parts within parts are followed.
const DEPTH: usize = 6;

/// Makes the readable text of what was given: a mail file, a page of HTML or plain text.
pub(super) fn readable(given: &str) -> Mapped {
    let whole = Mapped::plain(given);
    let text = match head(given) {
        Some(body) if is_mail(&given[..body]) => message(&whole, given, body),
        _ => whole,
    };
    if html::looks_like(text.text()) {
        html::strip(&text)
    } else {
        text
    }
}

/// Finds the end of a block of `Name: value` lines at the start.
fn head(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare.is_empty() {
            return (at > 0).then_some(at + line.len());
        }
        let folded = line.starts_with([' ', '\t']) && at > 0;
        let named = bare.split_once(':').is_some_and(|(name, _)| {
            !name.is_empty()
                && name.len() < 60
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        });
        if !folded && !named && !bare.starts_with("From ") {
            return None;
        }
        at += line.len();
    }
    None
}

/// A mail file says how its body is written; the headers of a forwarded mail do not.
fn is_mail(head: &str) -> bool {
    field(head, "content-type").is_some()
        || field(head, "content-transfer-encoding").is_some()
        || field(head, "mime-version").is_some()
        || (field(head, "from").is_some() && field(head, "received").is_some())
}

/// Returns a header's value, its continued lines joined.
fn field(head: &str, name: &str) -> Option<String> {
    let mut value: Option<String> = None;
    for line in head.lines() {
        if let Some(value) = &mut value {
            if line.starts_with([' ', '\t']) {
                value.push(' ');
                value.push_str(line.trim());
                continue;
            }
            break;
        }
        if let Some((key, rest)) = line.split_once(':')
            && key.eq_ignore_ascii_case(name)
        {
            value = Some(rest.trim().to_owned());
        }
    }
    value
}

/// Returns a parameter of a header: `boundary`, `charset`.
fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        key.trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.trim().trim_matches('"').to_owned())
    })
}

/// The subject and the date, which a reader sees above the text, and the text.
fn message(whole: &Mapped, given: &str, body: usize) -> Mapped {
    let mut out = Mapped::default();
    let head = &given[..body];
    for name in ["From", "Subject", "Date"] {
        if let Some(value) = field(head, name) {
            let lower = head.to_ascii_lowercase();
            let needle = format!("{}:", name.to_ascii_lowercase());
            let start = lower
                .match_indices(&needle)
                .map(|(at, _)| at)
                .find(|at| *at == 0 || lower.as_bytes()[at - 1] == b'\n')
                .unwrap_or(0);
            let end = start + head[start..].find('\n').unwrap_or(head.len() - start);
            out.push(&format!("{name}: {}\n", words(&value)), start..end);
        }
    }
    out.push("\n", body.saturating_sub(1)..body);
    part(whole, given, head, body..given.len(), DEPTH, &mut out);
    out
}

/// Adds what is readable of a part.
fn part(
    whole: &Mapped,
    given: &str,
    head: &str,
    body: Range<usize>,
    depth: usize,
    out: &mut Mapped,
) {
    let kind = field(head, "content-type").unwrap_or_else(|| "text/plain".to_owned());
    let lower = kind.to_ascii_lowercase();
    if lower.starts_with("multipart/") && depth > 0 {
        let Some(boundary) = parameter(&kind, "boundary") else {
            return out.copy(whole, body);
        };
        let parts = split(given, body.clone(), &boundary);
        if parts.is_empty() {
            return out.copy(whole, body);
        }
        let head_of = |range: &Range<usize>| head_end(given, range.clone());
        let is = |range: &Range<usize>, wanted: &str| {
            let head = &given[range.start..head_of(range)];
            field(head, "content-type")
                .is_none_or(|kind| kind.to_ascii_lowercase().starts_with(wanted))
        };
        // Of alternatives the plain one is the one without tags.
        let alternative = lower.starts_with("multipart/alternative");
        let plain = parts.iter().position(|range| is(range, "text/plain"));
        for (at, range) in parts.iter().enumerate() {
            if alternative && plain.is_some_and(|plain| plain != at) {
                continue;
            }
            let end = head_of(range);
            part(
                whole,
                given,
                &given[range.start..end],
                end..range.end,
                depth - 1,
                out,
            );
        }
        return;
    }
    if lower.starts_with("message/rfc822") && depth > 0 {
        let end = head_end(given, body.clone());
        return part(
            whole,
            given,
            &given[body.start..end],
            end..body.end,
            depth - 1,
            out,
        );
    }
    if !lower.starts_with("text/") {
        return;
    }
    let charset = parameter(&kind, "charset").unwrap_or_default();
    let encoding = field(head, "content-transfer-encoding")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let decoded = match encoding.as_str() {
        "quoted-printable" => decode(given, body, &charset, quoted_printable),
        "base64" => decode(given, body, &charset, base64),
        _ => {
            let mut copy = Mapped::default();
            copy.copy(whole, body);
            copy
        }
    };
    let text = if lower.starts_with("text/html") {
        html::strip(&decoded)
    } else {
        decoded
    };
    out.copy(&text, 0..text.text().len());
    out.push("\n", 0..0);
}

/// Where the headers of a part end.
fn head_end(given: &str, range: Range<usize>) -> usize {
    let text = &given[range.clone()];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        if line.trim_end().is_empty() {
            return range.start + at;
        }
    }
    range.end
}

/// The parts between the lines of a boundary.
fn split(given: &str, body: Range<usize>, boundary: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = body.start;
    for line in given[body.clone()].split_inclusive('\n') {
        if let Some(rest) = line.strip_prefix("--")
            && let Some(rest) = rest.strip_prefix(boundary)
        {
            if let Some(start) = open.take() {
                parts.push(start..at);
            }
            if rest.starts_with("--") {
                return parts;
            }
            open = Some(at + line.len());
        }
        at += line.len();
    }
    // A mail that was cut off has no last line.
    parts.extend(open.map(|start| start..at));
    parts
}

type Decoder = fn(&[u8], usize, &mut Vec<(u8, usize)>);

/// Decodes a transfer encoding, then the characters; every character knows its place.
fn decode(given: &str, body: Range<usize>, charset: &str, decoder: Decoder) -> Mapped {
    let mut bytes = Vec::new();
    decoder(&given.as_bytes()[body.clone()], body.start, &mut bytes);
    let raw: Vec<u8> = bytes.iter().map(|(byte, _)| *byte).collect();
    let place = |range: Range<usize>| {
        let start = bytes.get(range.start).map_or(body.end, |(_, at)| *at);
        let end = bytes.get(range.end).map_or(body.end, |(_, at)| *at);
        start..end.max(start)
    };
    let mut out = Mapped::default();
    let encoding = Encoding::for_label(charset.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    if encoding == encoding_rs::UTF_8 {
        let mut at = 0;
        for chunk in raw.utf8_chunks() {
            for (offset, c) in chunk.valid().char_indices() {
                let start = at + offset;
                out.push(
                    c.encode_utf8(&mut [0; 4]),
                    place(start..start + c.len_utf8()),
                );
            }
            at += chunk.valid().len();
            if !chunk.invalid().is_empty() {
                out.push("\u{FFFD}", place(at..at + chunk.invalid().len()));
                at += chunk.invalid().len();
            }
        }
        return out;
    }
    // Other encodings may carry a state from line to line only where they begin each line anew.
    let mut at = 0;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        let (text, _) = encoding.decode_without_bom_handling(line);
        out.push(&text, place(at..at + line.len()));
        at += line.len();
    }
    out
}

fn quoted_printable(body: &[u8], start: usize, out: &mut Vec<(u8, usize)>) {
    let mut at = 0;
    while at < body.len() {
        if body[at] == b'=' {
            let rest = &body[at + 1..];
            if rest.starts_with(b"\r\n") {
                at += 3;
                continue;
            }
            if rest.starts_with(b"\n") {
                at += 2;
                continue;
            }
            let digit = |i: usize| rest.get(i).and_then(|b| char::from(*b).to_digit(16));
            if let (Some(high), Some(low)) = (digit(0), digit(1)) {
                let byte = u8::try_from(high * 16 + low).unwrap_or(b'?');
                out.push((byte, start + at));
                at += 3;
                continue;
            }
        }
        out.push((body[at], start + at));
        at += 1;
    }
}

fn base64(body: &[u8], start: usize, out: &mut Vec<(u8, usize)>) {
    let mut bits = 0u32;
    let mut count = 0;
    for (at, byte) in body.iter().enumerate() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            let byte = u8::try_from((bits >> count) & 0xFF).unwrap_or(b'?');
            out.push((byte, start + at));
        }
    }
}

/// Decodes `=?UTF-8?B?…?=` words of a header.
fn words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some(at) = rest.find("=?") {
        let mut parts = rest[at + 2..].splitn(4, '?');
        let word = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(charset), Some(kind), Some(text), Some(tail)) => tail
                .strip_prefix('=')
                .and_then(|tail| Some((word(charset, kind, text)?, tail))),
            _ => None,
        };
        let Some((text, tail)) = word else {
            break;
        };
        // White space between two encoded words belongs to neither.
        if !rest[..at].trim().is_empty() || out.is_empty() {
            out.push_str(&rest[..at]);
        }
        out.push_str(&text);
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn word(charset: &str, kind: &str, text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    match kind {
        "B" | "b" => base64(text.as_bytes(), 0, &mut bytes),
        "Q" | "q" => quoted_printable(text.replace('_', " ").as_bytes(), 0, &mut bytes),
        _ => return None,
    }
    let raw: Vec<u8> = bytes.into_iter().map(|(byte, _)| byte).collect();
    let encoding = Encoding::for_label(charset.as_bytes())?;
    Some(encoding.decode_without_bom_handling(&raw).0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_file_is_read_as_its_text() {
        let mail = "From: a@example.com\r\nSubject: =?UTF-8?B?6YCa55+l?= one\r\nMIME-Version: 1.0\r\n\
            Content-Type: multipart/alternative; boundary=\"x\"\r\n\r\n--x\r\n\
            Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
            caf=C3=A9 is=\r\n closed\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n--x--\r\n";
        let text = readable(mail);
        assert!(text.text().contains("Subject: 通知 one"), "{}", text.text());
        assert!(text.text().contains("café is closed"), "{}", text.text());
        assert!(!text.text().contains("no"), "{}", text.text());
        let at = text.text().find("café").unwrap();
        let origin = text.origin(at..at + "café".len());
        assert_eq!(&mail[origin], "caf=C3=A9");
    }

    #[test]
    fn base64_in_another_alphabet() {
        let mail = "Content-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: base64\n\n1tDOxA==\n";
        assert!(readable(mail).text().contains("中文"));
    }

    #[test]
    fn what_is_no_mail_stays() {
        for text in [
            "",
            "Hello,\n\nYour account",
            "Date: today\n\nx",
            "From: a\nSubject: b\n\nx",
        ] {
            assert_eq!(readable(text).text(), text);
        }
    }
}
