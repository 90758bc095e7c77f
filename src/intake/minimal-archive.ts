/**
 * An `archive.yaml` for an archive that has none: it passes `check`, and everything in it is for
 * the owner to replace.
 */
export const MINIMAL_ARCHIVE = `title: { en: "Untitled archive", ar: "أرشيف بلا عنوان" }
url: https://archive.example.org
languages: [en, ar]
publisher: { name: "Unnamed publisher" }
licence: CC-BY-4.0
`;
