import { expect, test } from 'vitest';
import { cutParagraph } from './cut-paragraph.ts';

test('takes a paragraph out with its marker and the notes that only it calls', () => {
  const source = [
    '---',
    'role: original',
    '---',
    'One.[^a] {#k3f9c}',
    '',
    '- two[^b]',
    '- three[^a]',
    '',
    '  ```',
    '  code',
    '  ```',
    '',
    '{#m2p4c #8n8d2}',
    '',
    'Four. {#nhjg8}',
    '',
    '[^a]: Stays.',
    '',
    '[^b]: Goes.',
    '',
  ].join('\r\n');
  const cut = cutParagraph(source, '8n8d2');
  expect(cut?.ids).toEqual(['m2p4c', '8n8d2']);
  expect(cut?.source.split('\r\n')).toEqual([
    ...['---', 'role: original', '---', 'One.[^a] {#k3f9c}', '', 'Four. {#nhjg8}', ''],
    ...['[^a]: Stays.', '', ''],
  ]);
  expect(cut?.removed).toContain('[^b]: Goes.');
  expect(cutParagraph(source, 'zzzzz')).toBeUndefined();
});
