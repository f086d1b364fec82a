/**
 * Runs checks as room allows. Each takes some of the cores (`cores`, 1 unless told) and waits for those it needs
 * (`needs`); it fails without running when one of these failed. `report` hears each outcome as it comes.
 */
export async function runAll(checks, cores, report) {
  const waiting = [...checks]
  const outcome = new Map()
  const running = new Map()
  let free = cores

  while (waiting.length > 0 || running.size > 0) {
    for (const check of startable()) {
      const need = Math.min(check.cores ?? 1, cores)
      if (need > free) continue
      free -= need
      waiting.splice(waiting.indexOf(check), 1)
      running.set(
        check.name,
        carryOut(check).then(() => {
          free += need
        }),
      )
    }
    await Promise.race(running.values())
  }
  return outcome

  function startable() {
    return waiting.filter(({ needs = [] }) => needs.every(name => outcome.has(name)))
  }

  async function carryOut(check) {
    const started = Date.now()
    const result = await outcomeOf(check)
    outcome.set(check.name, result)
    report(check, result, Date.now() - started)
    running.delete(check.name)
  }

  async function outcomeOf(check) {
    const broken = (check.needs ?? []).filter(name => outcome.get(name).failed > 0)
    if (broken.length > 0) return failure(`Not run, because ${broken.join(' and ')} failed.`)
    try {
      return await check.run()
    } catch (error) {
      return failure(error.stack)
    }
  }
}

export const success = (output = '') => ({ passed: 1, failed: 0, output })
export const failure = output => ({ passed: 0, failed: 1, output })

/** One passed check when nothing was found, else one failed check that lists the findings. */
export const verdict = faults => (faults.length === 0 ? success() : failure(faults.join('\n')))
