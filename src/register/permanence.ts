import { type AddressBook, addressBook } from '#catalogue/address-book.ts';
import { articleAddress, entityAddress, feedAddress, textAddress } from '#catalogue/addresses.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import type { RedirectsFile } from '#compile/settings.ts';
import type { Survey } from '#compile/survey.ts';
import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import type { FormerFile, FormerPage } from '#model/permanence.ts';
import type { Problem } from '#model/problem.ts';
import { pageOf } from '#model/schema/entity.ts';
import { type Answerer, answerer } from './answer.ts';
import { checkPermalinks, checkRedirects } from './check.ts';
import type { Edition } from './edition.ts';
import { type Former, formerAddresses } from './former.ts';
import type { Register } from './register.ts';
import { nothingSealed, type SealedMemory, sealedPromises, sealedTexts } from './sealed-texts.ts';
import { type Standing, standingPages } from './standing.ts';

/** What an archive has promised, and how it keeps it. */
export interface Permanence {
  readonly register: Register;
  readonly editions: readonly Edition[];
  readonly standing: Standing;
  /** The addresses that the site will answer, but for what is no longer there. */
  readonly addresses: AddressBook;
  readonly answer: Answerer;
  /** Pages for what moved or is gone. */
  readonly former: readonly FormerPage[];
  /** Files that stood beside them. */
  readonly formerFiles: readonly FormerFile[];
  /** The articles, with what was sealed of their texts and what is no longer on their pages. */
  readonly articles: readonly ArticleSummary[];
  readonly problems: readonly Problem[];
}

/** What permanence is judged by: the archive as it stands now. */
export interface Present {
  readonly files: ArchiveFiles;
  readonly found: Survey;
  readonly catalogue: Omit<Catalogue, 'archive'>;
  readonly languages: readonly string[];
  readonly redirects: RedirectsFile;
  /** SHA-256 of each text’s file, by its path. */
  readonly digests: ReadonlyMap<string, string>;
  /** What was sealed of it and is read already; what is read now is added. */
  readonly sealed?: SealedMemory | undefined;
  /** The addresses that it had before an edit. */
  readonly addressesBefore?: AddressBook | undefined;
}

/** Reads what was sealed of an archive and holds what stands now against it. */
export async function readPermanence(present: Present): Promise<Permanence> {
  const { files, found, catalogue, languages, sealed = nothingSealed() } = present;
  const { redirects, addresses: lines, isUnread } = present.redirects;
  const promised = await sealedPromises(files, sealed);
  const { register, editions } = promised;
  const standing = standingPages(found, catalogue.articles, catalogue.entities, languages);
  const texts = { files, articles: catalogue.articles, digests: present.digests };
  const { articles: sealedArticles, problems: ofTexts } = await sealedTexts(
    texts,
    promised,
    sealed,
  );
  const addresses = addressBook(
    { ...catalogue, articles: sealedArticles, languages },
    present.addressesBefore,
  );
  const feeds = new Set(
    catalogue.entities.flatMap(({ id, record }) =>
      pageOf(record) === 'full' ? feedAddress(entityAddress(id)) : [],
    ),
  );
  const hasPage = (address: string): boolean => addresses.owners.has(address) || feeds.has(address);
  const answer = answerer({ standing, register, redirects, isUnread, hasPage });
  const promises = { register, standing, redirects, lines, answer };
  const former = formerAddresses(register, redirects, standing, answer);
  const articles = sealedArticles.map((article) => withFormer(article, former));
  const problems: readonly Problem[] = [
    ...promised.problems,
    ...checkPermalinks(promises),
    ...checkRedirects(promises),
    ...ofTexts,
  ];
  const { pages, files: formerFiles } = former;
  return {
    ...{ register, editions, standing, addresses, answer },
    ...{ former: pages, formerFiles, articles, problems },
  };
}

/** An article with what is no longer on its pages: itself where all still is. */
function withFormer(article: ArticleSummary, former: Former): ArticleSummary {
  const paragraphsAt = (address: string) => former.paragraphs.get(address);
  const address = articleAddress(article.id);
  const paragraphs = paragraphsAt(address);
  const formerTexts = former.texts.get(address);
  const ofTexts = article.texts.map(({ id }) => paragraphsAt(textAddress(article.id, id)));
  if (!paragraphs && !formerTexts && ofTexts.every((some) => some === undefined)) return article;
  return {
    ...article,
    texts: article.texts.map((text, index): TextSummary => {
      const own = ofTexts[index];
      return own ? { ...text, former: own } : text;
    }),
    ...(paragraphs && { former: paragraphs }),
    ...(formerTexts && { formerTexts }),
  };
}
