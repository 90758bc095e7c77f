import { describe, expect, it } from 'vitest';
import { pathsOf, picturesAtHand } from './pictures.ts';

const SITES = new Set(['almanac.example']);
const BASE = 'https://almanac.example/2012/05/first-press/';

describe('pathsOf', () => {
  it('looks by path, by folder of uploads, by what follows it, by name, and for what is unscaled', () => {
    const paths = pathsOf('/wp-content/uploads/2012/05/quay-300x200.jpg', BASE, SITES);
    expect(paths).toEqual([
      'wp-content/uploads/2012/05/quay-300x200.jpg',
      'uploads/2012/05/quay-300x200.jpg',
      '2012/05/quay-300x200.jpg',
      'quay-300x200.jpg',
      'wp-content/uploads/2012/05/quay.jpg',
      'uploads/2012/05/quay.jpg',
      '2012/05/quay.jpg',
      'quay.jpg',
    ]);
  });

  it('sees through the services that make pictures smaller', () => {
    const paths = pathsOf(
      'https://i0.wp.com/almanac.example/wp-content/uploads/a%20b.png?w=60',
      BASE,
      SITES,
    );
    expect(paths[0]).toBe('wp-content/uploads/a b.png');
    expect(pathsOf('https://almanac.files.wordpress.com/2012/05/x.png', BASE, SITES)).toContain(
      'uploads/2012/05/x.png',
    );
  });

  it('does not take a name for a picture of another site, nor what is no picture', () => {
    expect(pathsOf('https://elsewhere.example/logo.png', BASE, SITES)).toEqual([]);
    expect(pathsOf('/wp-content/uploads/table.pdf', BASE, SITES)).toEqual([]);
    expect(pathsOf('javascript:x.png', BASE, SITES)).toEqual([]);
  });
});

describe('picturesAtHand', () => {
  it('gives pictures names that an archive can hold, and each file one name', async () => {
    const files: Readonly<Record<string, Uint8Array>> = {
      'wp-content/uploads/a b.png': new Uint8Array([1]),
      'wp-content/uploads/old/a b.png': new Uint8Array([2]),
    };
    const addresses = [
      '/wp-content/uploads/a%20b.png',
      '/wp-content/uploads/a%20b-10x10.png',
      '/wp-content/uploads/old/a%20b.png',
      '/gone.png',
    ];
    const beside = (path: string): Promise<Uint8Array | null> =>
      Promise.resolve(files[path] ?? null);
    const { pictures, nameOf } = await picturesAtHand({ beside }, addresses, BASE, SITES);
    expect(addresses.map(nameOf)).toEqual(['a-b.png', 'a-b.png', 'a-b-2.png', null]);
    expect(pictures.map(({ name, bytes }) => [name, ...bytes])).toEqual([
      ['a-b.png', 1],
      ['a-b-2.png', 2],
    ]);
  });
});
