export interface GroupedFault<Column extends string, Fault extends string> {
  column: Column
  value: string
  fault: Fault
  line: number
}

export interface FaultGroup<Column extends string, Fault extends string> {
  column: Column
  fault: Fault
  /** Where all faults of the group have the same value; null: they differ. */
  value: string | null
  count: number
  firstLine: number
}

/**
 * Counts faults by column and kind as they come, so that a thousand slips of one kind read as one. Faults whose value is what
 * has to be corrected, such as the name of a region, are kept apart by value.
 *
 * @example
 * const groups = faultGroups(['unknown_region'])
 * groups.add({ column: 'region', fault: 'unknown_region', value: 'Nrth', line: 2 })
 * groups.list(10) // [{ column: 'region', fault: 'unknown_region', value: 'Nrth', count: 1, firstLine: 2 }]
 */
export function faultGroups<Column extends string, Fault extends string>(
  apartByValue: readonly Fault[],
): {
  add(fault: GroupedFault<Column, Fault>): void
  list(most: number): FaultGroup<Column, Fault>[]
} {
  const groups = new Map<string, FaultGroup<Column, Fault>>()
  return {
    add({ column, fault, value, line }) {
      const isApart = apartByValue.includes(fault) && groups.size < MOST_GROUPS
      const key = JSON.stringify([column, fault, isApart ? value : null])
      const known = groups.get(key)
      if (!known) groups.set(key, { column, fault, value, count: 1, firstLine: line })
      else {
        known.count += 1
        if (known.value !== value) known.value = null
      }
    },
    list: most =>
      [...groups.values()].sort((a, b) => b.count - a.count || a.firstLine - b.firstLine).slice(0, most),
  }
}

/** A column of nothing but wrong names must not fill the memory with groups of one. */
const MOST_GROUPS = 200
