/** A site that was built, which is made into a folder that needs no server. */
export interface BuiltSite {
  /** Where it lies. */
  readonly folder: string;
  /** The path under which it would be served, with `/` at both ends. */
  readonly base: string;
  /** Where it is published. */
  readonly url: string;
  /** Its files, relative and with `/`, in order. */
  readonly files: ReadonlySet<string>;
}
