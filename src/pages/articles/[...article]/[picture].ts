import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { readPicture } from '#astro/pictures.ts';

/** The pictures beside an article’s texts, byte for byte. */
export async function getStaticPaths() {
  const articles = await getCollection('articles');
  return articles.flatMap(({ data: { id, folder, pictures } }) =>
    pictures.map((picture) => ({ params: { article: id, picture }, props: { folder } })),
  );
}

export const GET: APIRoute<{ folder: string }> = async ({ params, props }) =>
  readPicture(props.folder, params.picture ?? '');
