export interface Totals {
  merges: number;
  conflicts: number;
  unreadable: number;
  lost: number;
  duplicated: number;
  lostEdits: number;
}
export function simulate(pairs: number, withDriver: boolean): Totals;
