import type { PlaceOnMap } from '#catalogue/map.ts';
import { pageOf } from '#model/schema/entity.ts';
import { allEntities, appearancesOf } from './collections.ts';

/** Entities that have coordinates and a page, those first that texts name most often. */
export function placesOnMap(): PlaceOnMap[] {
  return allEntities()
    .flatMap(({ id, record }) => {
      const { coordinates } = record;
      if (!coordinates || pageOf(record) === 'none') return [];
      const mentions = appearancesOf(id).reduce((sum, one) => sum + one.mentions, 0);
      return [{ id, coordinates, mentions }];
    })
    .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1));
}
