import { createWords, uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import type { Side } from '@sixfold/domain/seats/seat-ledger'
import type { Seating } from '@sixfold/domain/seats/seating'

const words = createWords({
  en: { later: 'Online; we tell you before the event how to join' },
  vi: { later: 'Trực tuyến; chúng tôi sẽ báo cách tham gia trước buổi gặp' },
})

/** Where a guest goes, or how one who takes part from elsewhere joins, in one line. */
export function placeText(
  { venue, seating }: { venue: string; seating?: Seating },
  side: Side,
  language: string,
): string {
  if (side === 'room') return venue
  const joining = textIn(seating?.remote?.joining ?? {}, language, 'en').trim()
  return joining === '' ? words(uiLanguageFor(language))('later') : joining.replaceAll(/\s*\n\s*/g, ', ')
}

/** What changes when the guest's side does, or the way to join; empty for the room, whose place is the event's own. */
export function placeMark({ seating }: { seating?: Seating }, side: Side): string {
  return side === 'room' ? '' : `remote ${JSON.stringify(seating?.remote?.joining ?? {})}`
}
