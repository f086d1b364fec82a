import type { SayGroups } from '../../words/groups.ts'

const OWN_WORDS = [
  'seniority:executive',
  'seniority:manager',
  'seniority:specialist',
  'mode:web',
  'mode:phone',
  'mode:round_table',
] as const

/** What a group is called: as the record has it, or in the words of the page. */
export function groupName(
  { segment, name }: { segment: string; name: string | null },
  say: SayGroups,
): string {
  const known = OWN_WORDS.find(one => one === segment)
  return name ?? (known ? say(`group.${known}`) : say(segment === '' ? 'unrecorded' : 'unnamed'))
}
