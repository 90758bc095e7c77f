/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** The base path, with `/` at both ends. (`BASE_URL` can be overruled by the environment.) */
  readonly DIPTYCH_BASE: string;
  /** Whether the archive is being edited (`npm run dev`) and not built. */
  readonly DIPTYCH_EDITING: boolean;
  /** Folder of the archive. */
  readonly DIPTYCH_CONTENT: string;
  /** Folder of the owner’s MDX pages. */
  readonly DIPTYCH_PAGES: string;
}
