import type { StaffMember } from '@sixfold/contract/staff'
import type { SeatEffect } from '@sixfold/domain/seats/seat-ledger'
import type { Context } from '../../../context.ts'
import { recordAll } from '../../house/audit/service.ts'

/** Who changes the seats of which guest. Whoever else is moved by it, is moved by the system. */
export interface Mover {
  by: StaffMember | 'customer'
  guestId: string
  reason?: string
}

export interface SeatMove {
  by: StaffMember | 'customer' | null
  action: string
  subject: string
  detail: string
}

/** What of a change goes to the audit log: each way in, up, across and out. */
export function movesOf(effects: readonly SeatEffect[], mover?: Mover): SeatMove[] {
  return effects.flatMap(effect => {
    const told = moveOf(effect)
    if (!told || !('invitation' in effect)) return []
    const own = mover?.guestId === effect.invitation ? mover : undefined
    const detail = [told.detail, own?.reason].filter(Boolean).join(': ')
    return { by: own?.by ?? null, action: told.action, subject: `guest:${effect.invitation}`, detail }
  })
}

export const recordMoves = (ctx: Context, moves: readonly SeatMove[]): Promise<void> => recordAll(ctx, moves)

function moveOf(effect: SeatEffect): { action: string; detail: string } | null {
  const { kind, side = 'room' } = effect
  switch (kind) {
    case 'seated':
      return { action: 'seats.seated', detail: `${side}, ${effect.seats}` }
    case 'waitlisted':
      return { action: 'seats.waitlisted', detail: `${side}, ${effect.position}` }
    case 'offered':
      return { action: 'seats.offered', detail: `${side}, ${effect.expiresAt.toISOString()}` }
    case 'offer_expired':
      return { action: 'seats.offer-expired', detail: side }
    case 'released':
      return { action: 'seats.released', detail: '' }
    case 'left_waitlist':
      return { action: 'seats.left-waitlist', detail: '' }
    case 'moved':
      return { action: 'seats.moved', detail: `${effect.position}` }
    case 'side_changed':
      return { action: 'seats.side-changed', detail: effect.to }
    case 'arrived':
      return { action: 'seats.checked-in', detail: `${effect.seats}` }
    case 'arrival_undone':
      return { action: 'seats.check-in-undone', detail: '' }
    default:
      return null
  }
}
