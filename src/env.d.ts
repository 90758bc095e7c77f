/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** Folder of the files in which the integration writes the archive’s records. */
  readonly DIPTYCH_RECORDS: string;
  /** The base path, with `/` at both ends. (`BASE_URL` can be overruled by the environment.) */
  readonly DIPTYCH_BASE: string;
  /** Whether the archive is being edited (`npm run dev`) and not built. */
  readonly DIPTYCH_EDITING: boolean;
  /** Folder of the archive. */
  readonly DIPTYCH_CONTENT: string;
  /** Folder of the owner’s MDX pages. */
  readonly DIPTYCH_PAGES: string;
}
