import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ErrorCode } from '@sixfold/contract/errors'
import type { PortalPage } from '@sixfold/contract/portal'
import type { UiLanguage } from '@sixfold/contract/words'
import type { AnswerProblem } from '@sixfold/domain/survey/answers'
import type { Question } from '@sixfold/domain/survey/question'
import { AppError } from '../errors.ts'

const dist = join(import.meta.dirname, '../../../response-portal/dist')
const entry = join(dist, 'server/entry.js')
const manifest = join(dist, 'client/.vite/manifest.json')
const liveManifest = join(dist, 'live/.vite/manifest.json')
const blindManifest = join(dist, 'blind/.vite/manifest.json')

/** Where the built browser files lie. */
export const portalAssets = [
  join(dist, 'client/assets'),
  join(dist, 'blind/assets'),
  join(dist, 'live/assets'),
]

/** The part of the built portal that runs here. */
export interface Portal {
  /** How the policy of a page calls the style that stands in it. */
  styleSource: string
  render(page: PortalPage): string
  /** What is wrong with an answer, in the words of the page. */
  problemText(problem: AnswerProblem, question: Question | undefined, language: UiLanguage): string
  /** Why a file was not taken, in the words of the page. */
  fileProblemText(code: ErrorCode, name: string, question: Question | undefined, language: UiLanguage): string
}

/** What to tell an operator when the portal is not built; null when it is. */
export function portalFault(): string | null {
  return [entry, manifest, blindManifest, liveManifest].every(existsSync)
    ? null
    : 'The response portal is not built, so customers see no pages. Run: npm run build -w @sixfold/response-portal'
}

let loading: Promise<Portal> | null = null

/** The renderer, loaded once from the portal's build. Without a build every page is `unavailable`. */
export function loadPortal(): Promise<Portal> {
  if (loading) return loading
  if (portalFault()) return Promise.reject(new AppError('unavailable', { retryAfterSeconds: 30 }))
  loading = load()
  return loading
}

interface Built {
  render(page: PortalPage, assets: Assets): string
  problemText: Portal['problemText']
  fileProblemText: Portal['fileProblemText']
}

interface Assets {
  style: string
  scripts: Record<'survey' | 'guest' | 'ballot' | 'blind' | 'live', string>
}

async function load(): Promise<Portal> {
  const { render, ...words } = (await import(pathToFileURL(entry).href)) as Built
  const assets = readAssets()
  const styleSource = `'sha256-${createHash('sha256').update(assets.style).digest('base64')}'`
  return { ...words, styleSource, render: page => render(page, assets) }
}

interface ManifestEntry {
  file: string
  src?: string
  css?: string[]
}

function readAssets(): Assets {
  const files = [manifest, blindManifest, liveManifest].flatMap(path =>
    Object.values(JSON.parse(readFileSync(path, 'utf8')) as Record<string, ManifestEntry>),
  )
  const entryOf = (source: string) => {
    const found = files.find(({ src }) => src === source)
    if (!found) throw new Error(`no ${source} in ${manifest}`)
    return found
  }
  const survey = entryOf('src/entry-survey.ts')
  const style = survey.css?.[0]
  if (!style) throw new Error(`no style sheet in ${manifest}`)
  return {
    style: readFileSync(join(dist, 'client', style), 'utf8'),
    scripts: {
      survey: `/portal/${survey.file}`,
      guest: `/portal/${entryOf('src/entry-guest.ts').file}`,
      ballot: `/portal/${entryOf('src/entry-ballot.ts').file}`,
      blind: `/portal/${entryOf('src/entry-blind.ts').file}`,
      live: `/portal/${entryOf('src/entry-live.ts').file}`,
    },
  }
}
