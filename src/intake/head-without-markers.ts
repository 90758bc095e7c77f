import { strayMarker } from '#compile/marker.ts';
import type { Draft } from './draft.ts';

/** A title or summary without what looks like a marker, for nothing in a record escapes one. */
export function wordsWithoutMarkers(words: string): { words: string; markers: string[] } {
  const markers: string[] = [];
  const kept: string[] = [];
  let rest = words;
  for (let stray = strayMarker(rest); stray; stray = strayMarker(rest)) {
    markers.push(stray.marker);
    kept.push(stray.before);
    rest = rest.slice(stray.before.length + stray.marker.length);
  }
  if (markers.length === 0) return { words, markers };
  return { words: [...kept, rest].join('').replaceAll(/\s+/g, ' ').trim(), markers };
}

/** A text whose title and summary hold nothing like a marker; what was taken out is in `dropped`. */
export function headWithoutMarkers(draft: Draft): Draft {
  const { title, lede, ...others } = draft;
  const head = wordsWithoutMarkers(title ?? '');
  const summary = wordsWithoutMarkers(lede ?? '');
  const markers = [...head.markers, ...summary.markers];
  if (markers.length === 0) return draft;
  return {
    ...others,
    ...(head.words !== '' && { title: head.words }),
    ...(summary.words !== '' && { lede: summary.words }),
    dropped: [...draft.dropped, ...markers],
  };
}
