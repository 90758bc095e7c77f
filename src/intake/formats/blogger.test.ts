import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OutsideDocument, OutsideFile, UnreadableDocument } from '#intake/document.ts';
import { blogger } from './blogger.ts';
import { fileInMemory, told } from './outside-file-in-memory.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const BACKUP = fixture('harbour.blogger.xml');
const TAKEOUT = fixture('harbour.blogger-takeout.atom');

const documentsIn = (file: OutsideFile): Promise<(OutsideDocument | UnreadableDocument)[]> =>
  Array.fromAsync(blogger.read(file));

describe('an export of Blogger', () => {
  it('is known in both its forms, and no other feed is', () => {
    expect(blogger.fits(BACKUP, 'blog-05-03-2012.xml')).toBe(true);
    expect(blogger.fits(TAKEOUT, 'feed.atom')).toBe(true);
    expect(
      blogger.fits('<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>', 'feed.atom'),
    ).toBe(false);
  });

  it('comes to one document a published post or page, from the old backup', async () => {
    const beside = { 'rope store.jpg': new Uint8Array(400) };
    const documents = await documentsIn(fileInMemory(BACKUP, { beside }));
    expect(documents.map(told).join('\n\n')).toMatchInlineSnapshot(`
      "# ropes (ropes.xml)
      title: Ropes & knots <old>
      author: Nadia Karim
      published: 2012-05-03T23:20:00
      publisher: Harbour Notes
      url: http://harbour.blogspot.example/2012/05/ropes.html
      subject: tides
      subject: موانئ
      slug: ropes
      at /2012/05/ropes.html
      20 picture | ![](rope-store.jpg)
      20 paragraph | A rope store.
      20 paragraph | مخزن الحبال.
      picture rope-store.jpg
      ? export-not-published {"status":"draft","count":"1","names":"“Not yet”"}
      ? export-entries-left-out {"kind":"template","count":"1"}
      ? export-entries-left-out {"kind":"settings","count":"1"}
      ? export-comments-left-out {"count":"1","posts":"1"}
      ? 14 comments-left-out {"count":"1"}

      # hours (hours.xml)
      published: 2011-01-01T08:00:00
      publisher: Harbour Notes
      url: http://harbour.blogspot.example/p/hours.html
      slug: hours
      at /p/hours.html
      28 paragraph | Opening **hours**
      - Unknown"
    `);
  });

  it('comes to the same from the feed of a Takeout', async () => {
    const documents = await documentsIn(fileInMemory(TAKEOUT));
    expect(documents.map(told).join('\n\n')).toMatchInlineSnapshot(`
      "# keepers-lamp (keepers-lamp.xml)
      title: The keeper's lamp
      lede: About a lamp
      author: Nadia Karim
      published: 2019-02-03T21:30:00Z
      publisher: Harbour Notes
      subject: lamps
      slug: keepers-lamp
      at /2019/02/keepers-lamp.html
      18 paragraph | A lamp on the pier.
      18 paragraph | مصباح على الرصيف.
      - Aden
      ? export-not-published {"status":"trashed","count":"1","names":"“thrown-away”"}
      ? export-not-published {"status":"draft","count":"1","names":"“Half a page”"}
      ? export-comments-left-out {"count":"1","posts":"1"}
      ? 12 comments-left-out {"count":"1"}"
    `);
  });

  it('is the same wherever its chunks end, and read again', async () => {
    for (const words of [BACKUP, TAKEOUT]) {
      const whole = await documentsIn(fileInMemory(words));
      for (const chunk of [1, 11, 300]) {
        expect(await documentsIn(fileInMemory(words, { chunk }))).toEqual(whole);
      }
    }
  });

  it('takes no draft, nothing from the bin, no comment and no setting', async () => {
    const words = JSON.stringify([
      ...(await documentsIn(fileInMemory(BACKUP))),
      ...(await documentsIn(fileInMemory(TAKEOUT))),
    ]);
    for (const secret of ['A draft.', 'Gone.', 'Half.', 'A comment.', 'I saw it there', 'b:skin']) {
      expect(words).not.toContain(secret);
    }
  });

  it('does not take an entry whose standing it does not know', async () => {
    const unknown = TAKEOUT.replaceAll('<blogger:status>LIVE</blogger:status>', '');
    expect((await documentsIn(fileInMemory(unknown))).map(told)).toEqual([
      '# export.xml\n! 1 export-without-posts {"count":"3"}',
    ]);
  });

  it('says where a file breaks off', async () => {
    const cut = BACKUP.slice(0, BACKUP.indexOf('Opening'));
    expect((await documentsIn(fileInMemory(cut))).map(told).at(-1)).toBe(
      '# export.xml\n! 28 export-cut-off {"element":"entry","begin":"24"}',
    );
  });
});
