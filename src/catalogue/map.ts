import { geoEqualEarth, geoGraticule, geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import coarse from 'world-atlas/land-110m.json' with { type: 'json' };
import fine from 'world-atlas/land-50m.json' with { type: 'json' };

/** A place to show: latitude and longitude in degrees. */
export interface PlaceOnMap {
  readonly id: string;
  readonly coordinates: readonly [number, number];
}

/** A map as paths of SVG, in its own units. It shows land and sea and no borders: those are disputed. */
export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly grid: string;
  readonly points: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

/** Widths of a map of one place beside other things, and of a map of all. */
const WIDTH = { ofOne: 480, ofAll: 900 } as const;
/** Half the height and width of a map of one place, in degrees, and the step by which it moves. */
const AROUND = { latitude: 8, longitude: 15, step: 4 };
/** Beyond this latitude Mercator’s projection shows little but its own distortion. */
const NORTHERNMOST = 78;

interface Window {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** The land and the grid of a window; neighbours share theirs. */
const drawn = new Map<string, Omit<DrawnMap, 'points'>>();

/**
 * A map of the surroundings of a place.
 *
 * @param others further places, shown where they lie within the map
 */
export function mapAround(place: PlaceOnMap, others: readonly PlaceOnMap[]): DrawnMap {
  const { latitude, longitude, step } = AROUND;
  const [lat, lon] = place.coordinates;
  const middle = {
    lat: clamp(Math.round(lat / step) * step, NORTHERNMOST - latitude),
    lon: Math.round(lon / step) * step,
  };
  return draw(
    {
      ...{ south: middle.lat - latitude, north: middle.lat + latitude },
      ...{ west: middle.lon - longitude, east: middle.lon + longitude },
    },
    [place, ...others],
    WIDTH.ofOne,
  );
}

/** A map of all of some places; of the world where they are spread over it. */
export function mapOfAll(places: readonly PlaceOnMap[]): DrawnMap {
  const lats = places.map(({ coordinates: [lat] }) => lat);
  const lons = places.map(({ coordinates: [, lon] }) => lon);
  const { step } = AROUND;
  const down = (value: number): number => Math.floor((value - 2) / step) * step;
  const up = (value: number): number => Math.ceil((value + 2) / step) * step;
  const window = {
    ...{ south: down(lats.reduce(least, 90)), north: up(lats.reduce(most, -90)) },
    ...{ west: down(lons.reduce(least, 180)), east: up(lons.reduce(most, -180)) },
  };
  const isWide = window.east - window.west > 240;
  if (isWide || Math.max(-window.south, window.north) > NORTHERNMOST) return drawWorld(places);
  return draw(inProportion(window), places, WIDTH.ofAll);
}

/** A window that is neither a strip nor a tower, and never smaller than that of one place. */
function inProportion({ south, north, west, east }: Window): Window {
  const height = Math.max(north - south, 2 * AROUND.latitude, (east - west) * 0.4);
  const width = Math.max(east - west, height * 1.4);
  const [lat, lon] = [(south + north) / 2, (west + east) / 2];
  const inner = clamp(lat, NORTHERNMOST - Math.min(height / 2, NORTHERNMOST));
  return {
    ...{ south: inner - height / 2, north: inner + height / 2 },
    ...{ west: lon - width / 2, east: lon + width / 2 },
  };
}

function draw(window: Window, places: readonly PlaceOnMap[], width: number): DrawnMap {
  const { south, north, west, east } = window;
  const top = mercator(north) - mercator(south);
  const across = ((east - west) * Math.PI) / 180;
  const height = Math.round((width * top) / across);
  const projection = geoMercator()
    .rotate([-(west + east) / 2, 0])
    .scale(width / across)
    .translate([width / 2, height / 2 + (width / across) * mercatorMiddle(south, north)])
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
  const isLarge = east - west > 90;
  const step = isLarge ? 15 : 5;
  const key = [south, north, west, east, width].join(' ');
  return withPoints(
    base(key, projection, { width, height, isFine: !isLarge, step }),
    projection,
    places,
  );
}

function mercatorMiddle(south: number, north: number): number {
  return (mercator(north) + mercator(south)) / 2;
}

function mercator(latitude: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
}

function drawWorld(places: readonly PlaceOnMap[]): DrawnMap {
  const [width, height] = [WIDTH.ofAll, 438];
  const projection = geoEqualEarth().fitSize([width, height], { type: 'Sphere' });
  return withPoints(
    base('world', projection, { width, height, isFine: false, step: 30 }),
    projection,
    places,
  );
}

interface BaseOptions {
  readonly width: number;
  readonly height: number;
  readonly isFine: boolean;
  /** Degrees between the lines of the grid. */
  readonly step: number;
}

function base(
  key: string,
  projection: GeoProjection,
  { width, height, isFine, step }: BaseOptions,
): Omit<DrawnMap, 'points'> {
  let found = drawn.get(key);
  if (!found) {
    const path = geoPath(projection).digits(1);
    found = {
      width,
      height,
      land: path(isFine ? FINE : COARSE) ?? '',
      grid: path(geoGraticule().step([step, step])()) ?? '',
    };
    drawn.set(key, found);
  }
  return found;
}

function withPoints(
  map: Omit<DrawnMap, 'points'>,
  projection: GeoProjection,
  places: readonly PlaceOnMap[],
): DrawnMap {
  const points = places.flatMap(({ id, coordinates: [lat, lon] }) => {
    const [x, y] = projection([lon, lat]) ?? [];
    const isOn = x !== undefined && y !== undefined && x >= 0 && x <= map.width;
    return isOn && y >= 0 && y <= map.height ? [{ id, x: round(x), y: round(y) }] : [];
  });
  return { ...map, points };
}

const COARSE = landOf(coarse);
const FINE = landOf(fine);

/** The atlas is typed by its shape as JSON, which is wider than what it holds. */
function landOf(atlas: unknown) {
  if (!isTopology(atlas)) throw new Error('The atlas has no land.');
  const { land } = atlas.objects;
  if (!land) throw new Error('The atlas has no land.');
  return feature(atlas, land);
}

function isTopology(value: unknown): value is Topology {
  return typeof value === 'object' && value !== null && 'arcs' in value && 'objects' in value;
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value));
}

function least(a: number, b: number): number {
  return Math.min(a, b);
}

function most(a: number, b: number): number {
  return Math.max(a, b);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
