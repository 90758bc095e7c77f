import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getCollection } from 'astro:content';
import { rowsOf } from '#astro/rows-file.ts';

export async function getStaticPaths() {
  const articles = await getCollection('articles');
  return articles.map(({ data: article }) => ({
    params: { article: article.id },
    props: { article },
  }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

/** The article’s texts and rows as data. */
export const GET: APIRoute<Props> = async ({ props }) => Response.json(await rowsOf(props.article));
