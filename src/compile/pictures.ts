import { didYouMean, type Problem, problem } from '#model/problem.ts';
import type { CompiledText } from './text.ts';

/**
 * The pictures that a text shows and that are not beside it.
 *
 * @param known the file names of the pictures in the article's folder
 */
export function pictureProblems(
  { pictures }: CompiledText,
  file: string,
  known: readonly string[],
): Problem[] {
  return pictures
    .filter(({ name }) => !known.includes(name))
    .map(({ name, line }) => {
      const actual = known.find((other) => other.toLowerCase() === name.toLowerCase());
      if (actual !== undefined) {
        return problem({ file, line }, 'different-picture-case', { name, actual });
      }
      const bare = name.replace(/^.*[/\\]/, '');
      const otherwise =
        bare === name
          ? 'Put the file into the article’s folder.'
          : `Pictures stand beside the text: put the file there and write \`${bare}\`.`;
      const hint = didYouMean(name, known, otherwise);
      return problem({ file, line }, 'missing-picture', { name, hint });
    });
}
