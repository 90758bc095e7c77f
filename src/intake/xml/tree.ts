import sax from 'sax';

/** An element of XML, light: what a reader of an export asks for. */
export interface XmlElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The words that stand directly in it, CDATA sections among them, one after the other. */
  readonly text: string;
  /** The line in which its content begins, from 1. */
  readonly line: number;
  /** What stands between its tags, as an excerpt of the words that were read. */
  readonly from: number;
  readonly to: number;
}

/** Why words are no XML. */
export interface XmlFault {
  readonly line: number;
  readonly reason: string;
}

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  readonly words: string[];
  readonly line: number;
  readonly from: number;
}

const REASONS: Readonly<Record<string, string>> = {
  'Unexpected close tag': 'an element ends that is not the last one opened',
  'Unmatched closing tag': 'an element ends that was not opened',
  'Unclosed root tag': 'an element does not end',
  'Unexpected end': 'it ends in the middle of a tag, a comment or a CDATA section',
  'Unencoded <': '`<` stands where no tag begins',
  'Unquoted attribute value': 'the value of an attribute is not in quotes',
  'Attribute without value': 'an attribute has no value',
  'Invalid attribute name': 'an attribute has a name that cannot be one',
  'Malformed comment': 'a comment has `--` inside',
};

/**
 * Reads one element of XML, strictly. No entity is known but the five of XML and those by number;
 * a document’s own are never looked at.
 *
 * @param words with `\n` as the end of a line
 * @param firstLine the line of the file in which they begin
 */
export function readXml(
  words: string,
  firstLine: number,
):
  | { readonly element: XmlElement; readonly fault: null }
  | { readonly element: null; readonly fault: XmlFault } {
  const parser = sax.parser(true);
  const open: Growing[] = [];
  const roots: XmlElement[] = [];

  parser.onopentag = ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, value]): [string, string] => [
      key,
      String(value),
    ]);
    open.push({
      name,
      attributes: Object.fromEntries(values),
      children: [],
      words: [],
      line: firstLine + parser.line,
      from: parser.position,
    });
  };
  parser.ontext = (text) => void open.at(-1)?.words.push(text);
  parser.oncdata = (text) => void open.at(-1)?.words.push(text);
  parser.onclosetag = () => {
    const done = open.pop();
    if (!done) return;
    const { words: texts, ...rest } = done;
    const to = Math.max(done.from, parser.startTagPosition - 1);
    const element = { ...rest, text: texts.join(''), to };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else roots.push(element);
  };
  parser.onerror = (error) => {
    throw error;
  };

  try {
    parser.write(words).close();
  } catch (error) {
    return { element: null, fault: { line: firstLine + parser.line, reason: reasonOf(error) } };
  }
  const [root] = roots;
  if (!root) return { element: null, fault: { line: firstLine, reason: 'it is empty' } };
  return { element: root, fault: null };
}

function reasonOf(error: unknown): string {
  const [message = ''] = error instanceof Error ? error.message.split('\n') : [];
  const [beginning = ''] = message.split(':');
  return REASONS[beginning] ?? 'its markup cannot be read';
}

/** The first child of a name; names are compared without prefixes where `name` has none. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The children of a name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The words of the first child of a name, without spaces around them; empty where there is none. */
export function textOf(element: XmlElement, name: string): string {
  return childOf(element, name)?.text.trim() ?? '';
}
