//! How long a text is to a reader.

use crate::lang::{is_cjk, is_letter};

/// Counts words, or the characters of a script without spaces (a number or a Latin word is one).
pub(super) fn of(text: &str, cjk: bool) -> usize {
    let mut count = 0;
    let mut inside = false;
    for c in text.chars() {
        let character = cjk && is_cjk(c) && is_letter(c);
        let word = !character && (is_letter(c) || (inside && matches!(c, '\'' | '-' | '.' | ',')));
        if character || (word && !inside) {
            count += 1;
        }
        inside = word;
    }
    count
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_and_characters() {
        assert_eq!(super::of("we didn't sell 1,200 B0EXAMPL17.", false), 5);
        assert_eq!(super::of("我们已退款 12 笔。", true), 7);
    }
}
