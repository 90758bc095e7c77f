/** Where the search page leaves, for the page that a hit leads to, what is to be marked there. */
const KEY = 'diptych-found';

/** What was found at an address. */
interface FoundThere {
  readonly href: string;
  readonly spellings: readonly string[];
}

/** Remembers what is to be marked, until the next hit is opened; the address stays as it is. */
export function leaveSpellings(href: string, spellings: readonly string[]): void {
  const there: FoundThere = { href, spellings };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(there));
  } catch {
    // Without storage the paragraph is shown and nothing in it is marked.
  }
}

/** The spellings to be marked at an address. */
export function spellingsFor(href: string): readonly string[] {
  try {
    const there: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return isFoundThere(there) && there.href === href ? there.spellings : [];
  } catch {
    return [];
  }
}

function isFoundThere(value: unknown): value is FoundThere {
  return (
    typeof value === 'object' &&
    value !== null &&
    'href' in value &&
    'spellings' in value &&
    Array.isArray(value.spellings)
  );
}
