/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** Folder of the files in which the integration writes the archive’s records. */
  readonly DIPTYCH_RECORDS: string;
  /** Folder of the owner’s MDX pages. */
  readonly DIPTYCH_PAGES: string;
}
