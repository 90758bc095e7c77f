/** Where bytes are added to a text’s file, as an offset in its words. */
export interface Insertion {
  readonly offset: number;
  readonly words: string;
}
