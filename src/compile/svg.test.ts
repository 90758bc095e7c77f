import { expect, test } from 'vitest';
import { checkSvg } from './svg.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const problems = (inside: string): number => checkSvg(`<svg ${SVG}>${inside}</svg>`).length;

test.each([
  '<path d="M0 0h9" style="fill:url(#a)"/>',
  '<path d="M0 0h9" fill="url( &quot;#a&quot;)"/>',
  '<use href="#a"/><use xlink:href="#a"/>',
  '<image href="data:image/png;base64,AAAA"/>',
  '<style>path { fill: red }</style>',
  '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>',
  "<text>5 o'clock, see https://example.org</text>",
])('lets a plain picture be: %s', (inside) => {
  expect(problems(inside)).toBe(0);
});

test('lets the document type of SVG 1.1 be, which many programs write', () => {
  const type =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  expect(checkSvg(`${type}<svg ${SVG}/>`)).toEqual([]);
});

test.each([
  '<script>alert(1)</script>',
  '<path onload="alert(1)"/>',
  '<foreignObject><p/></foreignObject>',
  '<a href="javascript:alert(1)"><path/></a>',
  '<image href="https://a.example/x.png"/>',
  '<path style="fill:url(https://a.example/x)"/>',
  '<path style="fill:image-set(\'https://a.example\' 1x)"/>',
  '<path style="fill:u\\72l(https://a.example)"/>',
  '<style>@\\69mport "https://a.example";</style>',
  '<style><![CDATA[@import "https://a.example";]]></style>',
  '<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh"/>',
  '<set attributeName="href" to="javascript:alert(1)"/>',
])('names what is unsafe: %s', (inside) => {
  expect(problems(inside)).toBeGreaterThan(0);
});

test('names documents of another kind', () => {
  expect(checkSvg('<html><form action="https://a.example"/></html>')).not.toEqual([]);
  expect(checkSvg(`<!DOCTYPE svg SYSTEM "https://a.example/x"><svg ${SVG}/>`)).not.toEqual([]);
  expect(checkSvg('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')).not.toEqual([]);
  expect(checkSvg('<svg')).not.toEqual([]);
});
