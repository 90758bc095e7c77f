import { rolldown } from 'rolldown';

/**
 * Makes a module with all that it imports one classic script, which runs where modules are refused.
 *
 * @param path the module’s file
 */
export async function toClassicScript(path: string): Promise<string> {
  const bundle = await rolldown({ input: path, logLevel: 'silent' });
  try {
    const { output } = await bundle.generate({
      format: 'iife',
      minify: true,
      codeSplitting: false,
    });
    const [script, ...others] = output;
    if (others.length > 0) throw new Error(`${path} became more than one script.`);
    return script.code;
  } finally {
    await bundle.close();
  }
}
