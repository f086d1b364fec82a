import { accessSync } from 'node:fs'
import { chromiumPath } from '../../packages/testkit/src/chromium-path.ts'
import { capture } from './command.mjs'
import { failure, success } from './scheduler.mjs'

/** Sees to a browser for the journeys: one that is there, else Playwright's own, else the distribution's package. */
export async function chromium() {
  const path = chromiumPath() ?? (await download()) ?? (await installPackage())
  if (!path) return failure('There is no Chromium: set CHROMIUM_PATH, or install chromium or google-chrome.')
  process.env.CHROMIUM_PATH = path
  return success()
}

async function download() {
  console.log('No Chromium found: fetching the one of Playwright …')
  await capture('playwright-core', ['install', 'chromium'], { limit: 3 * 60_000 })
  return chromiumPath()
}

async function installPackage() {
  if (process.getuid?.() !== 0 || !canRun('/usr/bin/apt-get')) return undefined
  console.log('Installing the package chromium …')
  const options = { environment: { DEBIAN_FRONTEND: 'noninteractive' }, limit: 5 * 60_000 }
  await capture('apt-get', ['update'], options)
  const { code, output } = await capture('apt-get', ['install', '-y', 'chromium'], options)
  if (code !== 0) console.log(output)
  return chromiumPath()
}

function canRun(path) {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
