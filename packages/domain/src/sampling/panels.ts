import { requireThat, requireWhole } from '../checks.ts'
import { seededRandom } from '../random.ts'

/** Somebody who takes part in a rotating programme. */
export interface PanelMember {
  id: string
  account: string
}

/** By member id: which panel, from 0. */
export type PanelAssignments = Readonly<Record<string, number>>

/**
 * Puts every member into one of `panels`, so that each account has people in as many panels as it can. Who has a panel keeps it, for
 * ever: adjacent waves hold different people, and a panel comes back after `panels` waves. A newcomer joins the panel in which
 * the account has fewest; where several have, chance decides by seed and id, not by the order of the list.
 *
 * @throws RangeError for fewer than two panels, or a known panel that does not exist.
 * @example assignPanels({ members: [{ id: 'c1', account: 'a' }, { id: 'c2', account: 'a' }], panels: 2, known: { c1: 0 }, seed: 's' }) // { c1: 0, c2: 1 }
 */
export function assignPanels({
  members,
  panels,
  known,
  seed,
}: {
  members: readonly PanelMember[]
  panels: number
  known: PanelAssignments
  seed: string
}): PanelAssignments {
  requireWhole('panels', panels, 2)
  const assigned: Record<string, number> = {}
  const sizes = new Map<string, number[]>()
  const sizesOf = (account: string) => {
    const list = sizes.get(account) ?? new Array<number>(panels).fill(0)
    sizes.set(account, list)
    return list
  }
  const join = ({ id, account }: PanelMember, panel: number) => {
    assigned[id] = panel
    const list = sizesOf(account)
    list[panel] = (list[panel] ?? 0) + 1
  }
  const newcomers: PanelMember[] = []
  for (const member of members) {
    const panel = Object.hasOwn(known, member.id) ? known[member.id] : undefined
    if (panel === undefined) {
      newcomers.push(member)
      continue
    }
    requireThat(Number.isInteger(panel) && panel >= 0 && panel < panels, `there is no panel ${panel}`)
    join(member, panel)
  }
  for (const member of newcomers.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const counts = sizesOf(member.account)
    const least = Math.min(...counts)
    const open = [...counts.keys()].filter(panel => counts[panel] === least)
    join(member, open[seededRandom(`${seed}\n${member.id}`).below(open.length)] ?? 0)
  }
  return assigned
}

/**
 * Whose turn it is in the n-th wave of a programme, counted from 0.
 *
 * @example panelOfWave({ wave: 5, panels: 2 }) // 1
 */
export function panelOfWave({ wave, panels }: { wave: number; panels: number }): number {
  requireWhole('wave', wave)
  requireWhole('panels', panels, 2)
  return wave % panels
}
