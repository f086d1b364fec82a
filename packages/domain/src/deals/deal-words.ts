import type { Read } from '../customers/import-values.ts'
import { foldText } from '../text/fold.ts'
import type { DealReason, DealResult, DealStage } from './deal.ts'
import { DEAL_STAGES, MOST_REASONS } from './deal.ts'

const results: Readonly<Record<DealResult, readonly string[]>> = {
  won: ['won', 'win', 'closed won', 'thang'],
  lost: ['lost', 'loss', 'closed lost', 'thua'],
  no_decision: ['no decision', 'no_decision', 'none', 'khong mua'],
}

/** @example readResult('Closed Won') // { ok: true, value: 'won' } */
export function readResult(text: string): Read<DealResult> {
  const folded = foldText(text)
  const found = (Object.keys(results) as DealResult[]).find(result => results[result].includes(folded))
  return found ? { ok: true, value: found } : { ok: false, fault: 'unknown_result' }
}

/** @example readStage('First talk') // { ok: true, value: 'first_talk' } */
export function readStage(text: string): Read<DealStage> {
  const name = foldText(text).replace(/[\s-]+/g, '_')
  const found = DEAL_STAGES.find(stage => stage === name)
  return found ? { ok: true, value: found } : { ok: false, fault: 'unknown_stage' }
}

/**
 * Coded reasons as files write them, side by side: the factor, an attribute after a colon, `+` for or `-` against us, `!` where it
 * decided the matter.
 *
 * @example readReasons('delivery:on-time -!; company-image +')
 *   // { ok: true, value: [{ factor: 'delivery', attribute: 'on-time', spoke: 'against', decisive: true }, ...] }
 */
export function readReasons(text: string): Read<DealReason[]> {
  const parts = text
    .split(/[;,|]/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const reasons = parts.map(part => SHAPE.exec(part.toLowerCase()))
  if (reasons.length > MOST_REASONS || reasons.includes(null)) return { ok: false, fault: 'not_reasons' }
  return {
    ok: true,
    value: reasons.flatMap(found =>
      found
        ? {
            factor: found[1] ?? '',
            attribute: found[2] ?? null,
            spoke: found[3] === '+' ? ('for' as const) : ('against' as const),
            decisive: found[4] === '!',
          }
        : [],
    ),
  }
}

const SHAPE = /^([a-z0-9][a-z0-9_-]*?)(?::([a-z0-9][a-z0-9_-]*?))?\s*([+-])\s*(!?)$/

/**
 * Reasons as `readReasons` reads them back.
 *
 * @example reasonText([{ factor: 'delivery', attribute: null, spoke: 'against', decisive: true }]) // 'delivery -!'
 */
export function reasonText(reasons: readonly DealReason[]): string {
  return reasons
    .map(
      ({ factor, attribute, spoke, decisive }) =>
        `${factor}${attribute === null ? '' : `:${attribute}`} ${spoke === 'for' ? '+' : '-'}${decisive ? '!' : ''}`,
    )
    .join('; ')
}
