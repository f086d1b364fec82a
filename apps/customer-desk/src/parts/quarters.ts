import { addQuarters, formatQuarter } from '@sixfold/domain/quarter'
import { useSession } from '@sixfold/ui/session'

const SHOWN = 12

/** Quarters to choose from, the present one first; by the calendar year, as the wire writes them. */
export function useQuarters(): string[] {
  const now = useSession().data?.now ?? new Date().toISOString()
  const [year = 2026, month = 1] = now.split('-').map(Number)
  const present = { year, quarter: (Math.floor((month - 1) / 3) + 1) as 1 | 2 | 3 | 4 }
  return Array.from({ length: SHOWN }, (_, back) => formatQuarter(addQuarters(present, -back)))
}
