interface Wording {
  readonly severity: 'error' | 'warning';
  /** What is wrong, naming the thing; `{blanks}` are filled from the problem's arguments. */
  readonly wrong: string;
  /** What the editor does about it. */
  readonly remedy: string;
}

/** Every problem that an archive can have, and the one place where each is put into words. */
export const PROBLEMS = {
  // Files and folders
  'no-archive': {
    severity: 'error',
    wrong: 'There is no archive here: `archive.yaml` is missing.',
    remedy:
      'Name the archive’s folder with `--content DIR`, or write `archive.yaml` with title, url, languages, publisher and licence.',
  },
  'not-utf8': {
    severity: 'error',
    wrong: 'The file is not UTF-8: what stands behind “{before}” cannot be read.',
    remedy: 'Open it in your editor and save it with the encoding UTF-8.',
  },
  'symbolic-link': {
    severity: 'error',
    wrong: '`{name}` is a symbolic link.',
    remedy: 'Put the file itself here: an archive holds all that it publishes.',
  },
  'bad-file-name': {
    severity: 'error',
    wrong: '`{name}` cannot be part of an address.',
    remedy: 'Rename it with a-z, 0-9 and hyphens only, such as `{suggestion}`.',
  },
  'reserved-name': {
    severity: 'error',
    wrong: '`{name}` is reserved for an address of the site’s own.',
    remedy: 'Choose another name.',
  },
  'nested-article': {
    severity: 'error',
    wrong: 'Article `{inner}` stands inside article `{outer}`.',
    remedy: 'Move one of them: a folder that holds texts cannot hold articles.',
  },
  'article-without-text': {
    severity: 'error',
    wrong: 'Article `{article}` has no text.',
    remedy: 'Add a text, for example `ar.md`, or remove the folder.',
  },
  'file-ignored': {
    severity: 'warning',
    wrong: '`{name}` is not published: {reason}.',
    remedy:
      'Move it out of the archive, or give it a name that the manual knows (docs/content-format.md).',
  },

  // Front matter and YAML
  'no-front-matter': {
    severity: 'error',
    wrong: 'The file does not begin with a record between two lines `---`.',
    remedy: 'Write `---`, the record’s keys, and `---` above the text.',
  },
  'front-matter-open': {
    severity: 'error',
    wrong: 'The record that begins here with `---` does not end.',
    remedy: 'Write a line `---` between the record and the text.',
  },
  'bad-yaml': {
    severity: 'error',
    wrong: 'The record cannot be read: {reason}',
    remedy: '{hint}',
  },
  'comment-in-value': {
    severity: 'warning',
    wrong: 'After `{key}` everything from `#` on is left out as a comment: `#{comment}`.',
    remedy:
      'Put the value in quotes if `#` belongs to it; else move the comment to a line of its own.',
  },
  'unknown-key': {
    severity: 'error',
    wrong: '`{key}` is not a key of {of}.',
    remedy: '{hint}',
  },
  'missing-key': {
    severity: 'error',
    wrong: '`{key}` is missing from {of}.',
    remedy: '{help}',
  },
  'wrong-shape': {
    severity: 'error',
    wrong: '`{key}` must be {expected}.',
    remedy: '{help}',
  },
  'empty-value': {
    severity: 'error',
    wrong: '`{key}` is empty.',
    remedy: 'Write a value, or remove the key if it is not required.',
  },
  'not-one-of': {
    severity: 'error',
    wrong: '`{key}` cannot be `{value}`.',
    remedy: '{hint}',
  },
  'bad-date': {
    severity: 'error',
    wrong: '`{value}` is not a date that can be read.',
    remedy:
      'Write it as EDTF: 2023-10-30, 2023-10, 2023, 1931?, 1931~, 1927/1931. What is printed otherwise goes to `published_as`.',
  },
  'no-such-date': {
    severity: 'error',
    wrong: '`{value}` is not in the calendar or not on the clock.',
    remedy: 'Look at the day, the month and the time again.',
  },
  'date-with-zone': {
    severity: 'error',
    wrong: '`{value}` gives a time zone.',
    remedy: 'Write the date and time as they are printed, without a zone: {suggestion}',
  },
  'bad-language': {
    severity: 'error',
    wrong: '`{value}` is not a language tag.',
    remedy: 'Write a BCP 47 tag such as `ar`, `en`, `fa` or `ar-Latn`{where}.',
  },
  'bad-url': {
    severity: 'error',
    wrong: '`{value}` is not an address that `{key}` can have.',
    remedy: 'Write the whole address, beginning with {schemes}.',
  },
  'bad-coordinates': {
    severity: 'error',
    wrong: '`{value}` is no place on earth.',
    remedy: 'Write [latitude, longitude] in degrees: −90 to 90 and −180 to 180.',
  },
  'bad-rights': {
    severity: 'error',
    wrong: '`{value}` is no rights status.',
    remedy:
      '{hint}It is an SPDX licence (CC-BY-4.0) or a code of RightsStatements.org (InC, UND, CNE, NoC-NC …).',
  },
  'bad-licence': {
    severity: 'error',
    wrong: '`{value}` is no licence.',
    remedy: '{hint}It is an SPDX identifier such as CC-BY-4.0.',
  },
  'bad-sha256': {
    severity: 'error',
    wrong: '`{value}` is not a SHA-256.',
    remedy: 'Write the 64 digits (0-9, a-f) of the file’s SHA-256.',
  },
  'bad-style': {
    severity: 'error',
    wrong: 'This citation style cannot be used: {reason}',
    remedy: 'Download an independent style from the CSL project (zotero.org/styles) again.',
  },
  'bad-id': {
    severity: 'error',
    wrong: '`{value}` is not an id.',
    remedy: 'An id is made of a-z, 0-9 and hyphens.',
  },
  'path-leaves-archive': {
    severity: 'error',
    wrong: '`{path}` leads out of the article’s folder.',
    remedy: 'Put the file into the article’s folder and name it from there.',
  },
  'no-contact': {
    severity: 'warning',
    wrong: 'The archive names no `contact`.',
    remedy: 'Add a mail address or URL, so that people can ask about rights and send corrections.',
  },
  'no-dictionary': {
    severity: 'error',
    wrong: 'There is no interface in the language `{language}`.',
    remedy: 'Choose among {known}, or add a dictionary in `src/interface`.',
  },
  'language-twice': {
    severity: 'error',
    wrong: 'The interface language `{language}` is listed twice.',
    remedy: 'Remove one of them.',
  },

  // Articles and texts
  'two-originals': {
    severity: 'error',
    wrong: 'The article has two originals, `{first}` and `{second}`.',
    remedy: 'Make one of them a `translation` or a `version`.',
  },
  'missing-original': {
    severity: 'error',
    wrong: 'This translation has no original: no text of the article has the role `original`.',
    remedy:
      'Add the original, name the text that this one renders with `of`, or give it the role `version`.',
  },
  'translation-of-nothing': {
    severity: 'error',
    wrong: '`of: {of}` names no text of this article.',
    remedy: '{hint}',
  },
  'of-itself': {
    severity: 'error',
    wrong: '`of: {of}` leads back to this text itself.',
    remedy: 'Name the text that this one renders.',
  },
  'missing-translator': {
    severity: 'error',
    wrong: 'The translation does not say who translated it.',
    remedy:
      'Add `translator`: a list of names, `unknown`, `withheld`, or `{machine: engine}` with the engine’s name.',
  },
  'supplied-what': {
    severity: 'error',
    wrong: '`supplied` speaks of `{what}`, which this text does not have.',
    remedy: '{hint}',
  },
  'unknown-entity': {
    severity: 'error',
    wrong: 'There is no entity `{entity}`.',
    remedy: '{hint}',
  },
  'unknown-article': {
    severity: 'error',
    wrong: 'There is no article `{article}`.',
    remedy: '{hint}',
  },
  'unknown-paragraph': {
    severity: 'error',
    wrong: 'Article `{article}` has no paragraph “{paragraph}”.',
    remedy: '{hint}',
  },
  'address-twice': {
    severity: 'error',
    wrong: 'The address `{address}` is used twice: here and in `{other}`.',
    remedy: 'Rename one of them: each address is one page.',
  },
  'bad-mdx': {
    severity: 'error',
    wrong: 'The page is not MDX: {reason}.',
    remedy:
      'Write `{` and `<` as `\\{` and `\\<` where they are meant as signs; paragraph ids do not belong on pages.',
  },
  'undefined-name': {
    severity: 'error',
    wrong: '`{name}` is not defined: what stands in braces on a page is code.',
    remedy: 'Write `\\{` where the brace is meant as a sign, or define the name on the page.',
  },
  'unknown-component': {
    severity: 'error',
    wrong: '`<{name}>` is neither an element of HTML nor defined on the page.',
    remedy: 'Write `\\<` where the sign is meant, or import or define the component.',
  },
  'unknown-import': {
    severity: 'error',
    wrong: 'The page imports `{source}`, and there is no such file.',
    remedy: 'Write its path from the folder of the page, with its ending.',
  },
  'page-fails': {
    severity: 'error',
    wrong: 'The code of the page fails: {reason}.',
    remedy: 'Look at what stands in braces on it; `npm run dev` shows where it fails.',
  },
  'redirect-in-use': {
    severity: 'error',
    wrong: 'The address `{address}` is moved or gone, but `{other}` still stands there.',
    remedy: 'Remove this line, or rename what stands there.',
  },
  'redirect-to-nowhere': {
    severity: 'error',
    wrong: 'The address `{to}`, to which this one leads, does not exist.',
    remedy: '{hint}',
  },
  'redirect-loop': {
    severity: 'error',
    wrong: 'From `{address}` redirects lead in a circle.',
    remedy: 'Let one of them lead to a page that stands.',
  },
  'bad-permalink': {
    severity: 'error',
    wrong: 'This line of the register cannot be read: `{line}`.',
    remedy:
      'Restore it as `npm run seal` wrote it: `articles/letter/ar/ k3f9c m2p4c`, an address that ends in `/` and the paragraph ids of a text.',
  },
  'permalink-twice': {
    severity: 'error',
    wrong: 'The address `{address}` is registered twice, first in line {first}.',
    remedy: 'Join the two lines: the address once, and behind it the ids of both.',
  },
  'permalink-lost': {
    severity: 'error',
    wrong: 'Nothing answers at `{address}`, which was published as permanent.',
    remedy:
      'Put back what stood there, say in `redirects.yaml` where it went (`{address}: /new/address/`), or that it is gone (`{address}: {gone: REASON}`).',
  },
  'paragraph-lost': {
    severity: 'error',
    wrong: 'Nothing answers at `{address}`: the paragraph was published as permanent.',
    remedy:
      'Put its id back into the marker of the paragraph that holds its words, say in `redirects.yaml` which paragraph succeeds it (`{address}: /new/address/#id`), or that it is gone (`{address}: {gone: REASON}`).',
  },
  'bad-history': {
    severity: 'error',
    wrong: 'This line of the history cannot be read: `{line}`.',
    remedy: 'Restore the file as `npm run seal` wrote it: it is not meant to be edited.',
  },
  'history-missing': {
    severity: 'error',
    wrong: 'An edition has this text, and its history `{file}` is not there.',
    remedy: 'Restore that file: it holds what was sealed of the text, and when.',
  },
  'edition-missing': {
    severity: 'error',
    wrong: 'Edition {missing} was sealed, and `history/editions/{missing}.txt` is not there.',
    remedy: 'Restore that file: without it, its number would be given again.',
  },
  'edition-changed': {
    severity: 'error',
    wrong: 'This edition is not as it was sealed: line {line} of `history/editions.txt` says so.',
    remedy: 'Restore the file as `npm run seal` wrote it: it is not meant to be edited.',
  },
  'edition-unlisted': {
    severity: 'warning',
    wrong: '`history/editions.txt` does not name edition {edition}.',
    remedy:
      'Restore that file: without it nobody notices when an edition is lost. If it never was there, the next `npm run seal` writes it.',
  },
  'register-missing': {
    severity: 'error',
    wrong: 'Editions were sealed, and `permalinks.txt` registers nothing.',
    remedy: 'Restore that file: it holds every address that this archive has promised.',
  },
  'permalink-unregistered': {
    severity: 'error',
    wrong: 'Edition {edition} has `{address}`, and `permalinks.txt` does not register it.',
    remedy: 'Restore that file: no address is ever taken out of it.',
  },
  'revision-changed': {
    severity: 'error',
    wrong: 'Edition {edition} did not seal revision {revision} with this date and SHA-256.',
    remedy: 'Restore the file as `npm run seal` wrote it: it is not meant to be edited.',
  },
  'no-editions': {
    severity: 'warning',
    wrong: '`permalinks.txt` registers addresses, and no edition is there.',
    remedy:
      'Restore the folder `history/` if this archive was ever sealed; else the next `npm run seal` makes its first edition.',
  },
  'page-language': {
    severity: 'error',
    wrong: '`{language}` is no interface language of this archive.',
    remedy: '{hint}',
  },
  'source-missing': {
    severity: 'warning',
    wrong: 'The source `{path}` is not there.',
    remedy: 'Put it back, or remove `source` if nothing was imported.',
  },
  'source-changed': {
    severity: 'error',
    wrong: 'The source `{path}` is not the file that was imported: its SHA-256 is {actual}.',
    remedy: 'Restore the imported file, or write the SHA-256 of the new one.',
  },
  'different-picture-case': {
    severity: 'error',
    wrong: 'There is no picture `{name}`, but one that is written `{actual}`.',
    remedy: 'Write its name exactly so: capitals and small letters are different in an address.',
  },
  'missing-picture': {
    severity: 'error',
    wrong: 'There is no picture `{name}` beside the text.',
    remedy: '{hint}',
  },
  'remote-picture': {
    severity: 'error',
    wrong: 'The picture `{url}` is on another host.',
    remedy: 'Put it into the article’s folder: no page asks anything of another host.',
  },
  'picture-in-note': {
    severity: 'error',
    wrong: 'The picture `{name}` stands in a note.',
    remedy: 'Show it in a text or on a page of `pages/`: notes hold words only.',
  },
  'unsafe-svg': {
    severity: 'error',
    wrong: 'The picture holds {what}.',
    remedy:
      'Export it again as a plain SVG, without scripts and without references to other files.',
  },

  // Bodies and paragraph ids
  'no-paragraphs': {
    severity: 'warning',
    wrong: 'The text has no paragraphs.',
    remedy: 'Write the text below the record.',
  },
  'too-deep': {
    severity: 'error',
    wrong: 'Lists, quotations or emphasis stand inside each other more than a hundred times.',
    remedy: 'Look at the signs in this line: so many are hardly meant.',
  },
  unnumbered: {
    severity: 'error',
    wrong: 'Paragraphs without an id: {count}, the first of them here.',
    remedy: 'Run `npm run number`; if a marker is reported as well, mend that first.',
  },
  'row-misfit': {
    severity: 'warning',
    wrong: 'This paragraph shares the id `{id}` with {other}, but {reason}.',
    remedy:
      'See whether they render each other. If not, move the marker to the paragraph that does and run `npm run number`; if they do, leave it.',
  },
  'cannot-number': {
    severity: 'error',
    wrong: 'No marker can be written behind this paragraph: it would be read as something else.',
    remedy:
      'Look whether a code block is not closed or a line of the paragraph is indented too far; then run `npm run number` again.',
  },
  'bad-paragraph-id': {
    severity: 'error',
    wrong: '`{id}` is not a paragraph id.',
    remedy:
      'An id is five of 0-9 b-z without vowels, l and y. Remove it and run `npm run number`, or copy the id that was meant.',
  },
  'wrong-check-character': {
    severity: 'warning',
    wrong: '`{id}` looks mistyped: an id that begins with these four would end in `{check}`.',
    remedy: 'Compare all five with the id that was meant.',
  },
  'id-twice': {
    severity: 'error',
    wrong: '`{id}` stands twice in this text, first in line {first}.',
    remedy: 'Remove one of them and run `npm run number`.',
  },
  'unknown-mark': {
    severity: 'error',
    wrong: '`.{mark}` is not a mark that a paragraph can have.',
    remedy: '{hint}',
  },
  'marker-garbled': {
    severity: 'error',
    wrong: 'The marker `{marker}` cannot be read.',
    remedy: 'A marker is `{#k3f9c}`, with more ids or marks after a space: `{#k3f9c .caption}`.',
  },
  'marker-misplaced': {
    severity: 'error',
    wrong: 'The marker `{marker}` stands where no paragraph ends.',
    remedy: 'Move it to the end of its paragraph, with nothing behind it.',
  },
  'marker-alone': {
    severity: 'error',
    wrong: 'The marker `{marker}` belongs to no paragraph.',
    remedy: 'Move it to the end of its paragraph.',
  },
  'marker-twice': {
    severity: 'error',
    wrong: 'The paragraph has two markers; the second is `{marker}`.',
    remedy: 'Write one marker; several ids go into it as `{#k3f9c #m2p4c}`.',
  },
  'marker-on-earlier-item': {
    severity: 'error',
    wrong: 'The marker `{marker}` does not stand at the end of its list.',
    remedy: 'Move it to the end of the last item: a list has one id.',
  },
  'marker-in-note': {
    severity: 'error',
    wrong: 'The marker `{marker}` stands in a footnote.',
    remedy: 'Remove it: a note belongs to the paragraph that calls it.',
  },
  'marker-in-record': {
    severity: 'error',
    wrong: 'The marker `{marker}` stands in `{key}`, which has a fixed id.',
    remedy: 'Remove it.',
  },
  'marker-in-table': {
    severity: 'error',
    wrong: 'The marker `{marker}` has become part of the table.',
    remedy: 'Put a blank line between the table and its marker.',
  },
  'marker-in-code': {
    severity: 'error',
    wrong: 'The marker `{marker}` has become part of the code.',
    remedy: 'Put it on a line of its own, after the closing fence and a blank line.',
  },
  'missing-note': {
    severity: 'warning',
    wrong: 'The note `[^{label}]` is called here and is not there.',
    remedy: 'Write `[^{label}]: …` on a line of its own.',
  },
  'note-twice': {
    severity: 'error',
    wrong: 'The note `[^{label}]` is there twice, first in line {first}: only one would be shown.',
    remedy: 'Give one of them another name.',
  },
  'note-not-called': {
    severity: 'warning',
    wrong: 'No words call the note `[^{label}]`, so it is not shown.',
    remedy: 'Write `[^{label}]` where it belongs, or remove it.',
  },
  'marker-after-closing-hashes': {
    severity: 'warning',
    wrong: 'The heading’s marker stands after the closing `#`s, which become part of the heading.',
    remedy: 'Move the marker before the closing `#`s.',
  },
  'raw-html': {
    severity: 'warning',
    wrong: 'Raw HTML is dropped: `{html}`.',
    remedy:
      'Write it as Markdown: words between tags within a line are kept; comments, and the words of a whole block, are left out.',
  },
  'unsafe-link': {
    severity: 'warning',
    wrong: 'The link to “{url}” is dropped.',
    remedy: 'A link begins with http:, https:, mailto:, entity:, article: or #.',
  },
  'bidi-control': {
    severity: 'warning',
    wrong: 'The invisible direction control {name} stands in the text.',
    remedy:
      'Delete the words around it and write them again: it cannot be seen, and the archive sets directions itself.',
  },
  'unbalanced-quotes': {
    severity: 'warning',
    wrong: 'Quotation marks do not balance: {marks}.',
    remedy: 'Compare with the source; where the source has it so, leave it.',
  },

  // Names
  'ambiguous-name': {
    severity: 'warning',
    wrong: '“{form}” may be {entities}{count}, so it is linked to none.',
    remedy:
      'Say in the text which is meant: `[{form}](entity:{entity})`, or that none is: `[{form}](entity:none)`.',
  },
  'name-twice': {
    severity: 'warning',
    wrong: '“{name}” is listed for `{other}` as well.',
    remedy:
      'It counts only in articles that name one of the two unmistakably. Take it out of one list, or move it to `short`.',
  },
  'name-not-findable': {
    severity: 'warning',
    wrong:
      '“{name}” cannot be found in a text: it is no more than signs, a letter, a small number, or what is written before other words.',
    remedy: 'Write the whole name, or take it out.',
  },
  'name-is-number': {
    severity: 'warning',
    wrong:
      '“{name}” is a number: wherever a text has it, even as a year, it is taken for this name.',
    remedy: 'Move it to `short`, so that it counts beside a full name only, or take it out.',
  },
  'name-quotation-open': {
    severity: 'warning',
    wrong: 'A quotation mark stands alone in the name “{name}”.',
    remedy:
      'Write the one that belongs to it as well, or leave it out: texts may have both or none.',
  },
  'related-to-itself': {
    severity: 'warning',
    wrong: '`{entity}` is related to itself.',
    remedy: 'Write the other entity, or take the line out.',
  },
  'entity-not-mentioned': {
    severity: 'warning',
    wrong: 'No text names `{entity}`, and no record refers to it.',
    remedy: 'If texts write its name in another way, add that to `variants`.',
  },

  // Import
  'import-not-there': {
    severity: 'error',
    wrong: 'There is no file `{name}`.',
    remedy: '{hint}',
  },
  'import-no-file': {
    severity: 'error',
    wrong: '`{name}` is {kind}.',
    remedy: 'Name the files themselves, for example `folder/*.txt`.',
  },
  'import-unreadable': {
    severity: 'error',
    wrong: '`{name}` cannot be read: {reason}.',
    remedy: 'Look at it with another program, or copy it anew.',
  },
  'import-empty': {
    severity: 'error',
    wrong: '`{name}` holds no words.',
    remedy:
      'Look at it again: it may have been saved empty, or hold only pictures that do not lie beside it.',
  },
  'import-too-large': {
    severity: 'error',
    wrong: '`{name}` has {size} MB, and a text that people read has less than {most}.',
    remedy: 'Divide it, or look whether it is what its name says.',
  },
  'import-other-kind': {
    severity: 'error',
    wrong: '`{name}` is {kind}, which is not imported.',
    remedy: '{hint}',
  },
  'import-not-unicode': {
    severity: 'error',
    wrong: 'The file is not UTF-8: what stands {where} cannot be read.',
    remedy: '{hint}',
  },
  'import-own-text': {
    severity: 'error',
    wrong: '`{name}` is a text of an archive already: its record says `role: {role}`.',
    remedy:
      'Copy it into the folder of its article, then run `npm run number` and `npm run check`.',
  },
  'import-bad-article': {
    severity: 'error',
    wrong: '`{article}` cannot be an article’s id.',
    remedy: 'Write it with a-z, 0-9 and hyphens, in one or several segments: `{suggestion}`.',
  },
  'import-nested-article': {
    severity: 'error',
    wrong:
      'Article `{article}` and article `{other}`, which is there, would stand inside each other.',
    remedy: 'Choose another id with `--article`: articles do not nest.',
  },
  'import-two-originals': {
    severity: 'error',
    wrong: 'The article would have two originals, {first} and {second}.',
    remedy: '{hint}',
  },
  'import-no-original': {
    severity: 'error',
    wrong: 'No text is in `{language}`, the language of the original; there are {found}.',
    remedy: 'Name one of these with `--original`, or add the file that holds the original.',
  },
  'import-changed': {
    severity: 'error',
    wrong: '`{name}` was imported before, to `{article}`, and has changed since.',
    remedy: 'Nothing was overwritten. Compare it with `{source}`, and correct the text by hand.',
  },
  'import-lost-words': {
    severity: 'error',
    wrong: 'The import would lose or repeat characters: {characters}.',
    remedy:
      'This is a defect of the software; nothing was written. Please report it with the file.',
  },

  // Import: HTML
  'page-too-big': {
    severity: 'error',
    wrong: 'The page has more than {elements} elements.',
    remedy: 'Divide it, or copy its words into a text file and import that.',
  },
  'page-too-deep': {
    severity: 'error',
    wrong: 'More than {depth} elements of the page stand inside each other.',
    remedy:
      'No browser shows that: save the page anew, or copy its words into a text file and import that.',
  },

  // Import: exports of blogs
  'export-cut-off': {
    severity: 'error',
    wrong: 'The file breaks off here: `<{element}>`, which begins in line {begin}, does not end.',
    remedy: 'Make the export again and import it again: what was complete has been read.',
  },
  'export-not-xml': {
    severity: 'error',
    wrong: 'This part of the export is not XML: {reason}.',
    remedy: 'Mend this line, or make the export again; the other posts have been read.',
  },
  'export-element-too-large': {
    severity: 'error',
    wrong: 'The post that begins here has more than {megabytes} MB.',
    remedy: 'Look at what it holds; take the text itself to a file of its own and import that.',
  },
  'export-not-decodable': {
    severity: 'error',
    wrong: 'The post that begins here has bytes that are not {encoding}.',
    remedy: 'Make the export again, or write the damaged words anew in an editor.',
  },
  'export-unknown-encoding': {
    severity: 'error',
    wrong: 'The file says that its encoding is `{encoding}`, which is not known here.',
    remedy: 'Open it in your editor and save it with the encoding UTF-8.',
  },
  'export-own-entity': {
    severity: 'error',
    wrong: 'The post uses `&{entity};`, for which the file declares words of its own.',
    remedy:
      'No blog exports such a file, and such words can grow without end: write the words themselves in the post, or leave it out.',
  },
  'export-without-posts': {
    severity: 'error',
    wrong: 'The export has no published post: {count} of its entries are of other kinds.',
    remedy: 'Export the blog’s posts and pages; drafts and private posts are never taken.',
  },

  // The folder for readers without a server
  'offline-same-path': {
    severity: 'error',
    wrong: '`{path}` and `{other}` are one file on Windows and macOS.',
    remedy: 'Rename one of them, so that they differ in more than capital letters.',
  },
  'offline-long-path': {
    severity: 'warning',
    wrong:
      '`{path}` is {length} characters long with the name of the folder: Windows, which takes 260 with all folders above, may not unpack it.',
    remedy: 'Tell readers to unpack it near the top of a drive, or shorten names.',
  },
  'offline-impossible-path': {
    severity: 'error',
    wrong:
      '`{path}` is {length} characters long with the name of the folder: Windows takes 260, and cannot have it anywhere.',
    remedy: 'Shorten the name of the file or of a folder around it.',
  },
} as const satisfies Record<string, Wording>;
