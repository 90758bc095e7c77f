import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { FILE_CALL, fileScript } from './file-script.ts';

test('the script of a file gives its content, whatever signs it holds', () => {
  for (const content of ['{"a":"b\'c"}', '\\\'"`${x}\n\r\u2028\u2029\0', '</script>', '']) {
    const given: unknown[] = [];
    const call = (...parts: unknown[]): void => void given.push(...parts);
    runInNewContext(fileScript("a/b'c.json", content), { [FILE_CALL]: call });
    expect(given).toEqual(["a/b'c.json", content]);
  }
});
