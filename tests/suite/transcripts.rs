//! Transcripts of the command line: `tests/cli/*.md`, and the commands of the READMEs.

#[test]
fn transcripts() {
    let cases = trycmd::TestCases::new();
    cases
        .register_bin("poa", std::path::Path::new(env!("CARGO_BIN_EXE_poa")))
        .env("NO_COLOR", "1")
        .env("POA_LANG", "en")
        .case("tests/cli/*.md")
        .case("README.md")
        .case("README.zh.md");
    cases.run();
}
