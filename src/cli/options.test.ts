import { afterEach, describe, expect, test, vi } from 'vitest';
import { FLAG, readOptions, UsageError } from './options.ts';

const call = (...args: string[]) =>
  readOptions(args, ['content', 'out'], { original: 'LANG', quiet: FLAG }, 'FILE …');
const OPTIONS = 'Options: FILE …  --content DIR  --out DIR  --original LANG  --quiet';

describe('an option', () => {
  test('has its value behind it or behind an equals sign; of two the last counts', () => {
    const { content, own, files } = call(
      ...['a.txt', '--content', '/one', '--content=/two', '--quiet', '--', '--b.txt'],
    );
    expect(content).toBe('/two');
    expect(own).toEqual({ quiet: FLAG });
    expect(files.map((file) => file.replace(/^.*\//, ''))).toEqual(['a.txt', '--b.txt']);
  });

  test.each([
    [['--contnt', '/one'], 'Unknown option `--contnt`. Did you mean `--content`?'],
    [['--verbose'], 'Unknown option `--verbose`.'],
    [['-c', '/one'], 'Unknown option `-c`.'],
    [['--content'], '`--content` lacks its value: `--content DIR`.'],
    [['--content='], '`--content` lacks its value: `--content DIR`.'],
    [['--content', '--out', '/one'], '`--content` lacks its value: `--content DIR`.'],
    [['--quiet=yes'], '`--quiet` takes no value.'],
  ])('%j is told in our own words, with the options that there are', (args, words) => {
    expect(() => call(...args)).toThrow(new UsageError(`${words}\n${OPTIONS}`));
  });

  test('stands alone where a command takes no files', () => {
    expect(() => readOptions(['letter.txt'], ['content'], {})).toThrow(
      new UsageError(
        '`letter.txt` is no option, and nothing stands beside options.\nOptions: --content DIR',
      ),
    );
  });
});

describe('an option that npm kept, because no `--` stood before it', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('is told with the command as it should have been', () => {
    vi.stubEnv('npm_config_content', 'true');
    vi.stubEnv('npm_config_original', 'ar');
    vi.stubEnv('npm_lifecycle_event', 'import');
    expect(() => call('my-archive', 'letter.txt')).toThrow(
      new UsageError(
        'npm kept `--content`, `--original` for itself. Write `--` before what is for the command: ' +
          `\`npm run import -- --content … --original …\`.\n${OPTIONS}`,
      ),
    );
  });

  test('is none of ours where the command knows no such option', () => {
    vi.stubEnv('npm_config_registry', 'https://registry.npmjs.org/');
    expect(call('letter.txt').beside).toEqual(['letter.txt']);
  });
});
