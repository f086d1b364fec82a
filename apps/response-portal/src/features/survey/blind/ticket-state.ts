/** The attribute that carries what the script of a ballot's page needs, as JSON. */
export const TICKET = 'data-ticket'

export interface Ticket {
  waveId: string
  token: string
  /** The questions' address, the same for everybody. */
  questionsAt: string
  earned: boolean
}

/** What the page shows below its explanation; each stands in the page, hidden, as `data-state`. */
export type TicketState =
  | 'loading'
  | 'ready'
  | 'working'
  | 'resume'
  | 'elsewhere'
  | 'insecure'
  | 'storage'
  | 'offline'
