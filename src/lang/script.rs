//! Which script a character belongs to.
//!
//! The build script uses this file too; it depends on nothing.

/// Reports whether a character is Chinese, Japanese or Korean writing or full-width punctuation.
///
/// Such a character has no place in a letter written in a Latin script.
pub fn is_cjk(c: char) -> bool {
    // Most of what is asked about is Latin.
    c >= '\u{1100}'
        && matches!(c,
        '\u{4E00}'..='\u{9FFF}'    // most of Chinese
        | '\u{1100}'..='\u{11FF}'      // Hangul jamo
        | '\u{2E80}'..='\u{303E}'    // radicals, CJK punctuation
        | '\u{3041}'..='\u{A4CF}'    // kana, bopomofo, compatibility, ideographs, Yi
        | '\u{AC00}'..='\u{D7A3}'    // Hangul
        | '\u{F900}'..='\u{FAFF}'    // compatibility ideographs
        | '\u{FE30}'..='\u{FE4F}'    // vertical and compatibility forms
        | '\u{FF01}'..='\u{FFEF}'    // full-width and half-width forms
        | '\u{20000}'..='\u{3FFFD}') // supplementary ideographs
}

/// Reports whether a character belongs to words or numbers, of any script.
///
/// The same as [`char::is_alphanumeric`], but Chinese is answered without a search.
pub fn is_letter(c: char) -> bool {
    match c {
        '\u{4E00}'..='\u{9FFF}' => true,
        '，' | '。' | '、' | '：' => false,
        _ => c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_punctuation_counts_as_cjk() {
        for c in "晨，。（）「」！％カ한𠀀".chars() {
            assert!(is_cjk(c), "{c}");
        }
        for c in "aé—“”…°€😀".chars() {
            assert!(!is_cjk(c), "{c}");
        }
    }

    #[test]
    fn letters_are_those_of_the_standard() {
        for c in '\0'..='\u{FFFF}' {
            assert_eq!(is_letter(c), c.is_alphanumeric(), "{c}");
        }
    }
}
