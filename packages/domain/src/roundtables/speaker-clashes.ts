/** An event with the people who speak at it, as instants: zones play no part. */
export interface SpokenEvent {
  id: string
  startsAt: Date
  endsAt: Date
  speakerIds: readonly string[]
}

/** Something else that a speaker has to do; `eventId` where it is an event itself. */
export interface SpeakerTime {
  speakerId: string
  eventId: string | null
  title: string
  from: Date
  until: Date
}

export interface SpeakerClash {
  eventId: string
  speakerId: string
  /** What the speaker has to do at the same time. */
  with: SpeakerTime
}

/**
 * Speakers who are somewhere else while they should speak. What ends when the event begins does not clash.
 *
 * @example speakerClashes([{ id: 'n', startsAt: nine, endsAt: noon, speakerIds: ['mai'] }], [{ speakerId: 'mai', eventId: 's', ... }])
 *   // [{ eventId: 'n', speakerId: 'mai', with: { eventId: 's', ... } }]
 */
export function speakerClashes(
  events: readonly SpokenEvent[],
  times: readonly SpeakerTime[],
): SpeakerClash[] {
  const bySpeaker = Map.groupBy(times, ({ speakerId }) => speakerId)
  return events.flatMap(({ id, startsAt, endsAt, speakerIds }) =>
    speakerIds.flatMap(speakerId =>
      (bySpeaker.get(speakerId) ?? [])
        .filter(({ eventId, from, until }) => eventId !== id && from < endsAt && startsAt < until)
        .map(time => ({ eventId: id, speakerId, with: time })),
    ),
  )
}
