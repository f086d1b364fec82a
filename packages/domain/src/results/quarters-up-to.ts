/**
 * The quarters that a trend of one wave is read from: those before it in the history that it is part of, then itself. A wave of
 * another kind, such as a blind one, is part of none: what others asked of others before says nothing of its course.
 *
 * @param history One wave a quarter, the oldest first.
 * @example quartersUpTo([{ waveId: 'q1' }, { waveId: 'q2' }, { waveId: 'q3' }], { waveId: 'q2' }) // [{ waveId: 'q1' }, { waveId: 'q2' }]
 */
export function quartersUpTo<View extends { waveId: string }>(history: readonly View[], view: View): View[] {
  const at = history.findIndex(({ waveId }) => waveId === view.waveId)
  return [...history.slice(0, Math.max(0, at)), view]
}
