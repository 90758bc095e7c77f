import type { APIRoute } from 'astro';
import { articleById } from '#astro/collections.ts';
import { everyArticleOnce } from '#astro/routes.ts';
import { rowsOf } from '#astro/rows-file.ts';

export const getStaticPaths = everyArticleOnce;

/** The article’s texts and rows as data. */
export const GET: APIRoute = async ({ params }) =>
  Response.json(await rowsOf(articleById(params.article ?? '')));
