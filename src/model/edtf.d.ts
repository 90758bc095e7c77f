/** The part of `edtf` (which ships no types) that Diptych uses. */
declare module 'edtf' {
  /** An EDTF value; which fields exist depends on `type`. */
  export interface EdtfValue {
    readonly type: string;
    /** Integers, most significant first: year, month (0–11, or a season 21–41), day. */
    readonly values?: readonly (number | null)[];
    readonly precision?: number;
    readonly uncertain?: { readonly value: number };
    readonly approximate?: { readonly value: number };
    readonly lower?: EdtfValue | number | null;
    readonly upper?: EdtfValue | number | null;
    /** First moment, in milliseconds since 1970 UTC. */
    readonly min: number;
    /** Last moment, in milliseconds since 1970 UTC. */
    readonly max: number;
    readonly edtf: string;
  }
  /** Throws on anything that is not EDTF of level 0 to 2. */
  export default function edtf(value: string): EdtfValue;
}
