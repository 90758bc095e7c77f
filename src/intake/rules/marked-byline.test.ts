import { expect, test } from 'vitest';
import { readMarkedByline } from './marked-byline.ts';

test.each([
  ['By Jane Roe', ['Jane Roe'], undefined, 'By'],
  ['by Jane Roe - Apr 16, 2015 8:02 pm UTC', ['Jane Roe'], '2015-04-16T20:02', 'by -'],
  ['By Jane Roe March 18 at 3:57 PM Follow @janeroe', ['Jane Roe'], null, 'By Follow @janeroe'],
  ['on March 10, 2015 by Jane Roe', ['Jane Roe'], '2015-03-10', 'by'],
  ['By Jane Roe\nMarch 25, 2015', ['Jane Roe'], '2015-03-25', 'By'],
  ['By Jane Roe, MA\nHarbour Health News', ['Jane Roe, MA'], undefined, 'By Harbour Health News'],
  ['By Jane Roe and John Doe', ['Jane Roe', 'John Doe'], undefined, 'By and'],
  ['AFP 30 avril 2015 à 07:19', ['AFP'], '2015-04-30T07:19', ''],
  ['بقلم سلمى الخوري', ['سلمى الخوري'], undefined, 'بقلم'],
  ['Jane (J.R.) Roe', ['Jane (J.R.) Roe'], undefined, ''],
  ['harbour', ['harbour'], undefined, ''],
  ['321,046', [], undefined, '321,046'],
  ['Filed to: money', [], undefined, 'Filed to: money'],
  ['ProfileFollowUnfollow', [], undefined, 'ProfileFollowUnfollow'],
  ['Harbour Gazette Reporter', [], undefined, 'Harbour Gazette Reporter'],
] as const)('reads %j', (line, names, date, rest) => {
  const read = readMarkedByline(line);
  expect(read.names).toEqual(names);
  expect(read.dateline?.date).toEqual(date);
  expect(read.rest).toBe(rest);
});
