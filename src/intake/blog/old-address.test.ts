import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAddress } from '#model/schema/redirects.ts';
import { oldAddress, sameAddress } from './old-address.ts';

const SITES = new Set(['almanac.example']);

describe('oldAddress', () => {
  it.each([
    ['https://almanac.example/2012/05/first-press/', '/2012/05/first-press/'],
    ['http://www.almanac.example/2012/05/first-press', '/2012/05/first-press'],
    ['https://almanac.example/?p=17', '/?p=17'],
    ['https://almanac.example/blog/?page_id=2', '/blog/?page_id=2'],
    ['https://almanac.example/2012/%D9%85%D8%B7%D8%A8%D8%B9%D8%A9/', '/2012/مطبعة/'],
    ['https://almanac.example/2012/%d9%85%d8%b7%d8%a8%d8%b9%d8%a9/', '/2012/مطبعة/'],
    ['https://almanac.example/2012/مطبعة/', '/2012/مطبعة/'],
    ['/2012/05/first-press.html', '/2012/05/first-press.html'],
    ['https://almanac.example/2012//05///tide', '/2012/05/tide'],
  ])('reads %s as %s', (written, address) => {
    expect(oldAddress(written, SITES)).toBe(address);
  });

  it('keeps encoded what would be unreadable or mean something else', () => {
    expect(oldAddress('https://almanac.example/a%20b%23c%3Fd%25e%2Ff', SITES)).toBe(
      '/a%20b%23c%3Fd%25e%2Ff',
    );
  });

  it('keeps encoded what was cut off in the middle of a letter', () => {
    expect(oldAddress('https://almanac.example/%d9%85%d8', SITES)).toBe('/م%D8');
  });

  it('takes no front page, no other host and nothing that is no page', () => {
    expect(oldAddress('https://almanac.example/', SITES)).toBeNull();
    expect(oldAddress('https://elsewhere.example/2012/05/first-press/', SITES)).toBeNull();
    expect(oldAddress('mailto:printer@almanac.example', SITES)).toBeNull();
    expect(oldAddress('tag:almanac.example,2012:17', SITES)).toBeNull();
    expect(oldAddress('https://almanac.example/%2e%2e/%2e%2e/etc', SITES)).toBe('/etc');
  });

  it('is an address of an archive, and stays as it is when it is read again', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('%d9', '%2e%2e', '?p=', '#', '//'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const address = oldAddress(`https://almanac.example/${parts.join('/')}`, SITES);
        if (address === null) return;
        expect(isAddress(address)).toBe(true);
        expect(oldAddress(address, SITES)).toBe(address);
      }),
    );
  });
});

describe('sameAddress', () => {
  it('holds for one page with and without its last slash, encoded and decoded', () => {
    const forms = ['/2012/مطبعة/', '/2012/مطبعة', '/2012/%D9%85%D8%B7%D8%A8%D8%B9%D8%A9/'];
    expect(new Set(forms.map(sameAddress)).size).toBe(1);
    expect(sameAddress('/?p=17')).not.toBe(sameAddress('/?p=18'));
    expect(sameAddress('/Tide/')).not.toBe(sameAddress('/tide/'));
  });
});
