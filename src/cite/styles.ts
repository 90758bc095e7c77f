/** A citation style that readers can choose. */
export interface Style {
  /** Its id in the CSL project, or the name of its file in `content/styles/`. */
  readonly id: string;
  /** Its short name; not translated, as styles are known by it. */
  readonly name: string;
}

/** The styles that every archive offers. A file in `content/styles/` of the same id wins. */
export const STYLES: readonly Style[] = [
  { id: 'chicago-fullnote-bibliography', name: 'Chicago (notes)' },
  { id: 'chicago-author-date', name: 'Chicago (author-date)' },
  { id: 'modern-language-association', name: 'MLA' },
  { id: 'apa', name: 'APA' },
];
