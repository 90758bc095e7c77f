import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { ROOMS } from './scripts/rooms.ts';

/** Modules by which a pure room would reach the machine that it runs on. */
const NODE = '^node:';
const OUTSIDE = '^(?:node:|astro(?!/zod$)(?:[:/]|$))';

/** The rooms that may use the one file that knows the order. */
const PIPELINE = new Set(['astro', 'cli']);

/** Each room knows the rooms that the table gives it and no other. */
const arrows = Object.entries(ROOMS).map(([room, { knows, isPure, isFace = false, reads }]) => ({
  files: [`src/${room}/**/*.{ts,astro}`],
  ignores: ['**/*.test.ts', ...(reads ?? []).map((file) => `src/${room}/${file}`)],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(isPure || isFace
            ? [{ regex: isFace ? NODE : OUTSIDE, message: `src/${room} is pure.` }]
            : []),
          {
            regex: `^#(?!(?:${[room, ...knows].join('|')})/${PIPELINE.has(room) ? '|pipeline\\.ts$' : ''})`,
            message: `src/${room} knows only ${knows.join(', ') || 'itself'}.`,
          },
          {
            // Within `src/model` the schemas are a folder of their own.
            regex: room === 'model' ? '^\.\./(?![a-z-]+\.ts$)' : '^\.\./',
            message: 'Another room is imported by its name: `#room/file.ts`.',
          },
        ],
      },
    ],
    ...(isPure && {
      'no-restricted-globals': [
        'error',
        ...['process', 'performance', 'fetch', 'setTimeout', 'globalThis', 'crypto'],
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression', message: 'A pure room imports at its head only.' },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'A pure room has no clock.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'A pure room has no clock.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'A pure room has no dice.',
        },
      ],
    }),
  },
}));

export default defineConfig(
  { ignores: ['dist/', 'offline/', '.astro/', '.cache/', 'node_modules/', '**/.*.next/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      'no-restricted-imports': 'off',
    },
  },
  { files: ['**/*.astro'], extends: [astro.configs['flat/recommended']] },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  ...arrows,
);
