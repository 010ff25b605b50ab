# What the program says in English. One entry a sentence; see mod.rs.

## Files and their form (src/source)

not-utf8 = { $encoding ->
    [unknown] this file is not UTF-8 text
   *[other] this file is not UTF-8 text; it looks like { $encoding }
  }
not-utf8-help = open it in an editor and save it again with the encoding UTF-8
too-large = this file has { $kilobytes } KB
too-large-help = files up to { $limit } KB are read; a case takes about 10 KB
too-deep = brackets or lists are nested more than { $limit } deep
too-deep-help = look for brackets that are never closed
forbidden-character = the character { $code } must not stand in a letter
forbidden-character-help = it is invisible or changes the direction of writing, and often comes in by pasting; delete it
yaml-syntax = this is no YAML: { $info }
yaml-syntax-help = compare the line with the ones around it
yaml-syntax-help-tab = indent with spaces, never with tabs
yaml-syntax-help-colon = put a text that holds a colon or begins with a bracket between quotes
empty-file = there is nothing in this file
empty-file-help = start from an example, or let `poa new` write the file
duplicate-key = the key `{ $key }` stands here a second time
duplicate-key-help = keep one of the two
unknown-key = there is no key `{ $key }` here
missing-key = the key `{ $key }` is missing
missing-key-help = add a line `{ $key }:`
unknown-value = `{ $value }` is not one of the values known here
did-you-mean = did you mean `{ $name }`?
known-are = known are: { $names }
wrong-type = expected { $expected }, found { $found }
a-text = a text
a-text-help = write one value behind the colon
a-number = a number
a-number-help = write digits only, without words
a-flag = `true` or `false`
a-flag-help = write `true` or `false`
a-list = a list
a-list-help = write each entry on a line of its own behind `- `, or all between [ and ]
a-mapping = keys with values
a-mapping-help = write `key: value` lines
empty-text = there is no text here
empty-text-help = write the text, or take the line out; `~` and `null` are no text
not-fitting = this value does not fit: { $reason }

files-checked = { $files ->
    [one] { $files } file checked
   *[other] { $files } files checked
  }, { $problems ->
    [0] no problem found
    [one] { $problems } problem found
   *[other] { $problems } problems found
  }

## Facts (src/fact)

expected-one-value = one value is expected here
expected-both-languages = own words are needed in each language: { "{ en: ..., zh: ... }" }
expected-language = `{ $code }` is no language code such as en or zh
expected-shorter = this text has { $length } characters; at most { $limit } fit, since a reviewer has five minutes for the whole letter
expected-some-text = there is no text here
expected-date = write the date as year-month-day, for example 2026-01-23
no-such-date = there is no day { $date }
expected-time = write the time as hours:minutes, for example 15:30
expected-count = write a whole number, for example 12
expected-percent = write a percentage from 0 to 100, for example 43.73
expected-money = write the amount and its currency, for example 480.00 USD
expected-email = write one e-mail address, for example name@example.com
expected-list = write a list
expected-asin = `{ $value }` is no ASIN: B0 and eight letters or digits, or an ISBN of ten digits
expected-order = `{ $value }` is no Amazon order id: 3, 7 and 7 digits, for example 111-1234567-1234567
expected-code = `{ $value }` is no identifier: letters, digits and signs without spaces

## Data folders (src/catalogue, src/contacts)

stray-file = this file does not belong here
stray-file-help-appeals = appeals/ holds _common/<lang>.yaml, <family>/<slug>.yaml and <family>/<slug>.<lang>.yaml
stray-file-help-contacts = contacts/ holds _common.yaml and one <store>.yaml for each store
missing-file = the file { $file } is missing
missing-translation = the translation { $file } is missing
translation-of-nothing = this is a translation into { $lang } of { $id }, which does not exist
untranslated = the text is missing in the language { $lang }
untranslated-id = the text of `{ $id }` is missing
translates-nothing = `{ $id }` does not exist in the English file
other-length = { $here } paragraphs or entries here, { $there } in the English file
unknown-marketplace = there is no store `{ $name }`
unknown-purpose = there is no purpose `{ $name }` in _common.yaml
unknown-source = there is no source `{ $name }` in _common.yaml
no-source = a fact about Amazon needs at least one source
address-twice = the address { $address } stands in { $other } already
address-of-several-stores = an address of several stores belongs into _common.yaml
name-twice = the name `{ $name }` belongs to { $other } already
unknown-locale = there is no locale `{ $name }`
unknown-pattern = `{ $pattern }` is no date or time pattern
unknown-family = there is no family `{ $name }` in _common/en.yaml
unknown-metric = there is no metric `{ $name }` in _common/en.yaml
unknown-id = there is no entry `{ $id }` to refer to
ill-formed-id = `{ $id }` is no id: small letters, digits and hyphens, beginning with a letter, and not with own-
id-twice = the id `{ $id }` stands here a second time
reserved-fact = `{ $id }` is the name of a value every letter has
options-and-choice = a fact of type choice has options, and only such a fact
unused-fact = no sentence names the fact `{ $id }`
unanswered-cause = the root cause `{ $id }` has no answer in this list
answers-nothing = no root cause names `{ $id }`
template-syntax = the braces in this sentence do not close (near column { $column })
template-plural = write { "{{plural name \"one form\" \"other form\"}}" }
template-other = a sentence may hold { "{{name}}" } and { "{{plural name ...}}" } only
template-help = facts stand in double braces, for example { "{{late-rate}}" }
unknown-variable = there is no fact `{ $id }`
variable-missing = the English sentence names `{ $id }`, this one does not
variable-added = this sentence names `{ $id }`, the English one does not
variable-required = this sentence has to name `{ $id }`
optional-in-entry = `{ $id }` need not be given, so only a paragraph that can be left out may name it
not-countable = `{ $id }` has no number a plural form could go by
sentence-without-fact = nothing of the seller's stands in “{ $sentence }”

## The terminal (src/cli)

severity-error = error
severity-warning = warning
severity-info = note
severity-help = help
program-language = the program does not speak `{ $lang }`
program-language-help = it speaks en (English) and zh (中文)
cannot-read = cannot read { $file }: { $reason }
cannot-read-help = look whether the name is right and the file may be opened
cannot-write = cannot write { $file }: { $reason }
cannot-write-help = choose a folder you may write to, with room left on the disk; nothing was changed
catalogue-unusable = { $problems ->
    [one] the appeal types cannot be used: { $problems } problem
   *[other] the appeal types cannot be used: { $problems } problems
  }
catalogue-unusable-help = correct the lines shown above; `poa appeals --validate { $folder }` checks again
contacts-unusable = the built-in contacts cannot be read: { $list }

appeals-next = `poa appeals TYPE` shows one with its causes and evidence, `poa new` drafts a letter.
unknown-appeal = there is no appeal type `{ $name }`
unknown-appeal-help = `poa appeals` lists them all
appeal-not-when = When something else is right
appeal-target = What Amazon asks for
appeal-asks = What you will be asked
appeal-optional = {" "}(may be left out)
appeal-causes = Root causes to choose from
appeal-actions = Corrective actions
appeal-measures = Preventive measures
appeal-evidence = Evidence
evidence-accepted = + accepted:{" "}
evidence-refused = - refused:{"  "}
appeal-next = Only what you confirm gets into the letter. `poa new` starts it.
target-below = { $metric } below { $percent }, { $window }
target-at-least = { $metric } of at least { $percent }, { $window }
source-checked = Source: { $source }; last checked { $day }

unknown-store = there is no Amazon store `{ $name }`
contacts-next = `poa contacts STORE` shows how an appeal reaches the performance team there.
contacts-route = How an appeal gets there
contacts-help-page = Amazon's page on it: { $link }
contacts-language = Which language to write in
contacts-performance = The performance team's address
contacts-no-address = No address of the performance team is attested for this store, and none is made up here. Use the route above.
contacts-others = Other addresses in circulation
contacts-purpose = Purpose: { $purpose }
contacts-stale = This was last checked more than { $days } days ago; look it up in Seller Central before you rely on it.
status-current = In use for its purpose.
status-notice-only = Write here only if your own notice names this address.
status-rights-owner-only = For rights owners only, not for your appeal.
status-legacy = Was in use; another address has taken over.
status-obsolete = Out of use for appeals: a form in Seller Central has replaced it.
status-closed = Out of use: its programme has ended.
status-unverified = Not verified: only lists that circulate, or one weak source, name it.
status-disputed = The mailbox exists; whether it has any effect is disputed.
status-risky = Careful: the advice that goes around with this address is dangerous.
cli-usage = Usage:
cli-commands = Commands
cli-command = COMMAND
cli-arguments = Arguments
cli-options = Options
cli-help = Print help
cli-version = Print version

## Cases (src/case)

expected-one-line = this has to be one line
same-languages = the letter language and the reading language are the same
no-letters-in = there are no letters in the language `{ $lang }`
notice-after-letter = the notice is dated after the letter of { $day }
unknown-fact = this appeal type asks for no fact `{ $id }`
unknown-option = `{ $id }` is not one of the options
unknown-entry = this appeal type has no entry `{ $id }`; own words stand under own-1, own-2 and so on
words-for-known = `{ $id }` has its words in the catalogue; own words stand under own-1, own-2 and so on
after-letter = { $date } lies after the letter of { $day }
after-letter-help = only what is done and in place is written; do it first, or take it out
unknown-term = `{ $id }` is not one of the words known here; own words are written { "{ en: ..., zh: ... }" }
expected-file-name = write the name of one file
case-unusable = { $problems ->
    [one] the case cannot be used: { $problems } problem
   *[other] the case cannot be used: { $problems } problems
  }
case-unusable-help = correct the places shown above and run the command again; the file was not changed

## poa build

no-appeal-yet = the case does not say yet what the appeal is about
no-marketplace-yet = the case does not say yet for which Amazon store it is
go-on-help = `poa new { $file }` goes on where something is open
missing-answers = { $count ->
    [one] The letter is not complete. One answer is missing:
   *[other] The letter is not complete. { $count } answers are missing:
  }
missing-answer = missing: { $what }
draft-help = `--draft` writes the letter anyway, with every gap marked.
draft-written = { $gaps ->
    [one] This is a draft with { $gaps } gap; do not send it.
   *[other] This is a draft with { $gaps } gaps; do not send it.
  }
dated-today = The case has no date of its own; the letter is dated { $day }.
exists = there already: { $files }
exists-help = `--force` replaces what is there, `--out` names another folder
one-format = only one format can be printed
one-format-help = add `--format txt` or `--format form`, or name a folder with `--out`
docx-on-terminal = a DOCX file is not for a terminal
send-route = How to send it: { $path } ({ $link }).
send-no-address = No address of the performance team is attested for { $store }, so the e-mail has no To: line. Use the route above.
send-old-address = The e-mail is addressed to { $address }. { $status } Use the route above.

## Command line mistakes, for languages other than English

cli-unknown-argument = there is no argument { $name }
cli-unknown-command = there is no command { $name }
cli-no-value = { $name } needs a value
cli-wrong-value = { $name } cannot be `{ $value }`
cli-missing-argument = { $name } is missing
cli-conflict = { $name } cannot be used with { $other }
cli-wrong = the command line is not right: { $text }
cli-see-help = `--help` shows how it is used
