/** Who made something, as Zotero keeps it: in one field where the name is not divided. */
export interface Creator {
  readonly type: string;
  readonly lastName: string;
  readonly firstName: string;
}

/** An item of Zotero: what it keeps of all that a translator hands it. */
export interface Item {
  readonly type: string;
  readonly creators: readonly Creator[];
  readonly fields: Readonly<Partial<Record<string, string>>>;
  readonly notes: readonly string[];
}

const OF_ALL = ['title', 'abstractNote', 'date', 'language', 'url', 'archive', 'archiveLocation'];

/** The fields of an item’s type (zotero/zotero-schema); what others hold is dropped when it is saved. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  newspaperArticle: [...OF_ALL, 'rights', 'extra', 'publicationTitle'],
  report: [...OF_ALL, 'rights', 'extra', 'institution', 'reportType'],
  manuscript: [...OF_ALL, 'rights', 'extra', 'manuscriptType'],
};

/** What Zotero keeps of a reading. */
export function kept(read: Item): Item {
  const known = FIELDS[read.type];
  if (!known) throw new RangeError(`No type of item \`${read.type}\` is expected here.`);
  const fields = Object.entries(read.fields).filter(
    ([name, value]) => known.includes(name) && value !== undefined && value !== '',
  );
  return { ...read, fields: Object.fromEntries(fields) };
}
