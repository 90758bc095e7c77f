import { fromXml } from 'xast-util-from-xml';

/*
 * What RFC 4287 demands of a feed, for what ours can hold. The validators of feeds that are kept
 * are services and not packages, so the rules are written down here with their sections.
 */

type Element = Extract<
  ReturnType<typeof fromXml>['children'][number],
  { readonly type: 'element' }
>;

/** Elements that stand once, of a feed (4.1.1) and of an entry (4.1.2), and those that may. */
const ONCE = ['id', 'title', 'updated'];
const AT_MOST_ONCE = ['published', 'summary', 'subtitle', 'rights', 'generator'];
/** A construct of a date (3.3): RFC 3339 with a capital T and Z, or an offset. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** What is wrong with a feed; nothing where all is right. */
export function faultsOfAtom(xml: string): string[] {
  const root = fromXml(xml).children.find((node) => node.type === 'element');
  if (root?.name !== 'feed' || root.attributes.xmlns !== 'http://www.w3.org/2005/Atom') {
    return ['is no feed of Atom'];
  }
  const faults = faultsOf(root, 'the feed');
  const entries = named(root, 'entry');
  for (const entry of entries) {
    faults.push(...faultsOf(entry, words(named(entry, 'id')[0])));
    const [published, updated] = ['published', 'updated'].map((name) =>
      Date.parse(words(named(entry, name)[0])),
    );
    if (published !== undefined && updated !== undefined && published > updated) {
      faults.push('was updated before it was published');
    }
  }
  const ids = entries.map((entry) => words(named(entry, 'id')[0]));
  if (new Set(ids).size < ids.length) faults.push('names an entry twice (4.1.1)');
  const hasAuthor = [root, ...entries].some((one) => named(one, 'author').length > 0);
  if (!hasAuthor) faults.push('has no author (4.1.1)');
  if (linksOf(root, 'self').length !== 1) faults.push('does not say where it stands (4.1.1)');
  return faults;
}

function faultsOf(element: Element, what: string): string[] {
  const faults: string[] = [];
  for (const name of ONCE) {
    const found = named(element, name);
    if (found.length !== 1 || words(found[0]).trim() === '') faults.push(`lacks one ${name}`);
  }
  for (const name of AT_MOST_ONCE) {
    if (named(element, name).length > 1) faults.push(`has ${name} twice`);
  }
  for (const date of [...named(element, 'updated'), ...named(element, 'published')]) {
    if (!DATE.test(words(date))) faults.push(`has no moment in ${words(date)} (3.3)`);
  }
  for (const author of named(element, 'author')) {
    if (named(author, 'name').length !== 1) faults.push('has an author without one name (3.2)');
  }
  // Without content an entry leads to what it is of (4.1.2), and to no two of one kind (4.1.1).
  const alternates = linksOf(element, 'alternate');
  if (alternates.length !== 1) faults.push('does not lead to one page');
  const addresses = [...named(element, 'link')].map(({ attributes }) => attributes.href ?? '');
  for (const address of [...addresses, words(named(element, 'id')[0])]) {
    if (!/^https?:\/\/[!-~]+$/.test(address)) faults.push(`has no whole address in ${address}`);
  }
  return faults.map((fault) => `${what} ${fault}`);
}

function linksOf(element: Element, rel: string): Element[] {
  return named(element, 'link').filter(({ attributes }) => attributes.rel === rel);
}

function named(element: Element, name: string): Element[] {
  return element.children.flatMap((child) =>
    child.type === 'element' && child.name === name ? [child] : [],
  );
}

function words(element: Element | undefined): string {
  return (element?.children ?? []).map((child) => ('value' in child ? child.value : '')).join('');
}
