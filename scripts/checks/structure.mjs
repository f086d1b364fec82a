import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/project.mjs'
import { verdict } from './scheduler.mjs'

/** What may stand in `apps/api/src/features/<area>/<noun>/`: the file name says what the file does. */
const featureFiles = /^(routes|service|sources|store|jobs|live|pages|feature|words)\.tsx?$/
const featureFolders = /^(mails|pages)$/
const testFiles = /\.(test|api-test)\.tsx?$/

/** Closed file names in a feature of the api, and a domain that never looks at a clock, a die or the environment. */
export async function structure() {
  return verdict([
    ...foreignFiles(join(root, 'apps/api/src/features')),
    ...impurities(join(root, 'packages/domain/src')),
  ])
}

export function foreignFiles(features) {
  return foldersOf(features).flatMap(area =>
    readdirSync(join(features, area), { withFileTypes: true }).flatMap(entry =>
      entry.isDirectory()
        ? foreignFilesOf(features, join(area, entry.name))
        : [
            `apps/api/src/features/${area}/${entry.name}: an area holds features only. Give the file a feature.`,
          ],
    ),
  )
}

function foreignFilesOf(features, feature) {
  return readdirSync(join(features, feature), { withFileTypes: true })
    .filter(
      entry =>
        !(entry.isDirectory() ? featureFolders : featureFiles).test(entry.name) &&
        !testFiles.test(entry.name),
    )
    .map(
      entry =>
        `apps/api/src/features/${feature}/${entry.name}: a feature has only routes, service, sources, store, jobs, live, pages and words, tests beside them, mails/ and pages/. Put a rule into packages/domain, a step into service.ts, a query into store.ts.`,
    )
}

const foldersOf = folder =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)

const impure = [
  [/\bnew Date\(\)|\bDate\.now\(/, 'reads the clock'],
  [/\bMath\.random\(|\bcrypto\./, 'draws a random number'],
  [/\bprocess\.|\bconsole\./, 'reaches for its host'],
]

export function impurities(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .filter(file => /\.ts$/.test(file) && !testFiles.test(file))
    .flatMap(file =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          /^\s*(\*|\/\/|\/\*)/.test(line)
            ? []
            : impure
                .filter(([pattern]) => pattern.test(line))
                .map(
                  ([, what]) =>
                    `packages/domain/src/${file}:${index + 1} ${what}: let the caller pass it in.`,
                ),
        ),
    )
}
