import type { TimelineKind } from './entry.ts'

/** What one sends to many people at a time, so that it stands as one line. */
const SENT_TO_MANY: readonly TimelineKind[] = [
  'survey_sent',
  'reminder_sent',
  'event_sent',
  'message_sent',
  'held_back',
]

interface Line {
  kind: TimelineKind
  title: string
  detail: string | null
  at: string
}

/**
 * Entries that follow each other on one day and say the same to different people, as one group; every other entry is a group of
 * its own. Order is kept and nothing is lost.
 *
 * @param dayOf The day of an entry, as who reads it counts days.
 * @example gatherAlike(lines, dayOf)[0]?.length // 4: the survey went to four people
 */
export function gatherAlike<Entry extends Line>(
  entries: readonly Entry[],
  dayOf: (entry: Entry) => string,
): [Entry, ...Entry[]][] {
  const groups: [Entry, ...Entry[]][] = []
  for (const entry of entries) {
    const group = groups.at(-1)
    if (group && areAlike(group[0], entry) && dayOf(group[0]) === dayOf(entry)) group.push(entry)
    else groups.push([entry])
  }
  return groups
}

function areAlike(one: Line, other: Line): boolean {
  return (
    SENT_TO_MANY.includes(one.kind) &&
    one.kind === other.kind &&
    one.title === other.title &&
    one.detail === other.detail
  )
}
