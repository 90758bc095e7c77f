import { z } from 'astro/zod';
import { choose } from './choose.ts';
import { date, isMap, words } from './fields.ts';
import { raise } from './raise.ts';

/** Why something was withdrawn. */
export const REASONS = ['copyright', 'law', 'privacy', 'safety', 'error', 'owner'] as const;

const ADDRESS = /^\/(?!\/)[^\s#\\]*(?:#[^\s#]+)?$/;

/** Whether a value is an address of this site: it begins with `/` and leads nowhere else. */
export function isAddress(value: string): boolean {
  return ADDRESS.test(value) && !value.split('/').some((step) => step === '..' || step === '.');
}

/** What stands at an address whose page was withdrawn. */
export const tombstone = z.strictObject({
  gone: z.enum(REASONS).describe('Why: copyright, law, privacy, safety, error or owner.'),
  date: date.optional().describe('When it was withdrawn (EDTF).'),
  copy: z.enum(['yes', 'no']).optional().describe('Whether a closed copy exists.'),
  note: words.optional().describe('What else readers should know.'),
});

/** That something was withdrawn, and why. */
export type Tombstone = z.output<typeof tombstone>;

/** What has become of an address: it moved, or it is gone. */
export type Redirect = { readonly to: string } | Tombstone;

const successor = z.string().transform((to, context): Redirect => {
  if (isAddress(to)) return { to };
  raise(context, 'wrong-shape', {
    expected: 'an address or a reason',
    help: 'Write `/old/address/: /new/address/`, or `/old/address/: {gone: REASON}`.',
  });
  return z.NEVER;
});

const redirect = choose<Redirect>((value) => (isMap(value) ? tombstone : successor));

/** `redirects.yaml`: former addresses of the archive, each with its successor or its end. */
export const redirectsSchema = z.record(z.string(), redirect).meta({ title: 'redirects.yaml' });

export type Redirects = z.output<typeof redirectsSchema>;
