import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { capture } from './command.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** The browser of the tests: the one named, an installed one, Playwright's own, else the distribution's package. */
export async function findChromium() {
  return (
    process.env.CHROMIUM_PATH ||
    onPath() ||
    (await playwrights()) ||
    (await download()) ||
    (await installPackage())
  )
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable)
}

/** Where Playwright keeps its own browser, if it is there. */
async function playwrights() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return isExecutable(path) ? path : undefined
}

async function download() {
  console.log('No Chromium found: fetching the one of Playwright …')
  const { code } = await capture('playwright-core', ['install', 'chromium'], { limit: 3 * 60_000 })
  return code === 0 ? playwrights() : undefined
}

async function installPackage() {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return undefined
  console.log('Installing the package chromium …')
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  await capture('apt-get', ['update'], { environment, limit: 3 * 60_000 })
  const { code, output } = await capture(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium'],
    { environment, limit: 5 * 60_000 },
  )
  if (code !== 0) console.log(output)
  return onPath()
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
