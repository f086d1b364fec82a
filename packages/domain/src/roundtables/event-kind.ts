/** A region's yearly conference and the round tables between; the cadence of each is kept by itself. */
export const EVENT_KINDS = ['round_table', 'conference'] as const
export type EventKind = (typeof EVENT_KINDS)[number]
