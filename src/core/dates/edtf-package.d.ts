/** Types for the part of the package `edtf` that is used here; the package has none. */
declare module 'edtf' {
  export interface Parsed {
    /** Dates inside intervals that have masked digits come without a type. */
    readonly type?: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'List' | 'Set';
    readonly values: readonly unknown[];
    /** One bit for each digit of YYYYMMDD, the first year digit lowest. */
    readonly unspecified?: number;
    readonly uncertain?: number | boolean;
    readonly approximate?: number | boolean;
    /** Minutes ahead of UTC; 0 where no zone is written, too. */
    readonly offset?: number;
    /** Absent if no zone is written. */
    readonly timeZone?: string;
    /** `Y1950S2`: the number of digits that count. */
    readonly significant?: number;
    /** A set or list open to the past or the future. */
    readonly earlier?: boolean;
    readonly later?: boolean;
  }

  /** Throws on a string that is not EDTF at the given level. */
  export function parse(text: string, constraints?: { level?: number }): Parsed;
}
