import { wallTimeIn } from '@sixfold/domain/wall-time'
import { useSession } from './session.ts'

/** The day where the reader is, `2026-11-23`, by the server's clock: a wrong one on a desk changes nothing. */
export function useToday(): string {
  const now = useSession().data?.now
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return wallTimeIn(now === undefined ? new Date() : new Date(now), zone).date
}
