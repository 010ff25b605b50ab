//! The `poa` program: hands the arguments to [`poa::cli`] and its answer to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    poa::cli::run(std::env::args_os())
}
