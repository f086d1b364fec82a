import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises'

/** A part shorter than this needs no pause: nobody waits for it. */
const SHORT_MS = 5
/** However slow a part was, work goes on after this. */
const LONGEST_MS = 250

/**
 * For long work in the background, called between its parts: customers go first. Each pause is as long as the part before it took,
 * so that whoever asks meanwhile finds the process free half of the time, however much there is to do.
 *
 * @example const giveWay = politeness(); for await (const page of pages) { count(page); await giveWay() }
 */
export function politeness(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    const took = performance.now() - began
    if (took < SHORT_MS) await breathe()
    else await wait(Math.min(took, LONGEST_MS))
    began = performance.now()
  }
}

/** Carries out long work of the domain, which stops after each part, without keeping customers waiting. */
export async function inSteps<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  const giveWay = politeness()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await giveWay()
  }
}
