import { canMakeBallots } from '@sixfold/ui/blind-ballot'
import { readBallot } from './features/survey/blind/ballot-store.ts'
import { earnBallot } from './features/survey/blind/earn-ballot.ts'
import type { Ticket, TicketState } from './features/survey/blind/ticket-state.ts'
import { TICKET } from './features/survey/blind/ticket-state.ts'

/** Earns the ballot of a blind survey. All words stand in the page: this shows what is the case. */
function openTicket(place: HTMLElement): void {
  const ticket = JSON.parse(place.getAttribute(TICKET) ?? '') as Ticket

  const show = (state: TicketState) => {
    for (const part of document.querySelectorAll<HTMLElement>('[data-state]'))
      part.hidden = part.dataset.state !== state
    const foot = document.querySelector<HTMLElement>('footer')
    if (foot) foot.hidden = !foot.querySelector('[data-state]:not([hidden])')
  }

  const start = async () => {
    show('working')
    const outcome = await earnBallot(ticket, (url, options) => fetch(url, options))
    if (outcome === 'earned') location.assign(ticket.questionsAt)
    else if (outcome === 'ended') location.reload()
    else show(outcome)
  }

  for (const button of document.querySelectorAll('[data-start]'))
    button.addEventListener('click', () => void start())

  const kept = readBallot(ticket.waveId)
  if (kept && !('blank' in kept)) show('resume')
  else if (ticket.earned && !kept) show('elsewhere')
  else show(canMakeBallots() ? 'ready' : 'insecure')
}

const place = document.querySelector<HTMLElement>(`[${TICKET}]`)
if (place) openTicket(place)
