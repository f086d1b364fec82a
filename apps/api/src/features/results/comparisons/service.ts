import type { ComparisonView } from '@sixfold/contract/comparisons'
import type { StaffMember } from '@sixfold/contract/staff'
import type { SurveyVersion } from '@sixfold/contract/surveys'
import type { ConfidenceLevel } from '@sixfold/contract/waves'
import { factorIndex } from '@sixfold/domain/factor-model'
import type { LocalText } from '@sixfold/domain/local-text'
import type { Wording } from '@sixfold/domain/results/comparability'
import type { ComparedPair, CountedPart, ResultFigure } from '@sixfold/domain/results/compare-results'
import { compareResults, meanGap, resultFigure } from '@sixfold/domain/results/compare-results'
import type { ItemLink } from '@sixfold/domain/results/item-links'
import { factorWording, itemLinks } from '@sixfold/domain/results/item-links'
import { itemEffectKey } from '@sixfold/domain/results/judged-difference'
import type { SegmentCounts } from '@sixfold/domain/scoreboard'
import { EVERYBODY, factorsOf } from '@sixfold/domain/scoreboard'
import { hiddenSegments } from '@sixfold/domain/scoreboard-disclosure'
import { isComparable } from '@sixfold/domain/scoreboard-view'
import type { RatedItem } from '@sixfold/domain/survey/definition'
import { ratedItems } from '@sixfold/domain/survey/definition'
import type { Context } from '../../../context.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { linesBetween, publishedVersion } from '../../surveys/survey-versions/service.ts'
import { listProgrammes } from '../../waves/programmes/service.ts'
import { peopleInBoth } from '../compared-people/service.ts'
import type { Side } from '../compared-sides/service.ts'
import { readSide } from '../compared-sides/service.ts'
import type { Rated, RatedPair } from '../paired-waves/service.ts'
import { judgedLinks } from '../question-equivalences/service.ts'
import { confidenceOf } from '../scoreboards/service.ts'
import { readEstimates } from '../wave-estimates/service.ts'

export interface ComparisonOf {
  first: string
  second: string
  firstPart?: string | undefined
  secondPart?: string | undefined
  confidence?: ConfidenceLevel | undefined
}

/** Two results on the same factors: from what is counted already, never from the responses. */
export async function readComparison(
  ctx: Context,
  actor: StaffMember,
  of: ComparisonOf,
): Promise<ComparisonView> {
  const name = async (id: string) => (await listProgrammes(ctx, actor)).find(one => one.id === id)?.name
  const [first, second] = await Promise.all([
    readSide(ctx, actor, { ref: of.first, part: of.firstPart ?? EVERYBODY, name }),
    readSide(ctx, actor, { ref: of.second, part: of.secondPart ?? EVERYBODY, name }),
  ])
  const confidence = confidenceOf(of.confidence)
  const { minimumCell } = first
  const [{ links, mapRevision }, model, otherModel] = await Promise.all([
    linksOf(ctx, first, second),
    findFactorModel(ctx, versionOf(first).definition.factorModel),
    findFactorModel(ctx, versionOf(second).definition.factorModel),
  ])
  if (!model || !otherModel) throw new Error('the factor model of a wave is gone')
  const sameModel = model.key === otherModel.key
  const rated = new Set(factorsOf(versionOf(second).definition))
  const factors = factorsOf(versionOf(first).definition).filter(factor => sameModel && rated.has(factor))
  const asFactor = (factor: string): RatedPair => ({ first: { factor }, second: { factor } })
  const asItems = (link: ItemLink): RatedPair => ({
    first: { item: link.first },
    second: { item: link.second },
  })
  const [effects, { people, bothOf }] = await Promise.all([
    effectsOf(ctx, [first, second]),
    peopleInBoth(ctx, { first, second, rated: [...factors.map(asFactor), ...links.map(asItems)] }),
  ])
  const figureOf = (side: Side, of: Rated) =>
    resultFigure({ parts: partsOf(side, of, effects), minimumCell, confidence })
  const pairOf = (key: string, of: RatedPair, wording: Wording) => {
    const [one, other] = [figureOf(first, of.first), figureOf(second, of.second)]
    return { key, first: one, second: other, wording, both: inBoth(one, other, n => bothOf(of, n)) }
  }
  const compare = (pairs: Parameters<typeof compareResults>[0]['pairs']) =>
    compareResults({ pairs, first: first.gathering, second: second.gathering, minimumCell, confidence })
  const definitions = { first: versionOf(first).definition, second: versionOf(second).definition }
  const compared = compare(
    factors.map(factor => pairOf(factor, asFactor(factor), factorWording({ ...definitions, links, factor }))),
  )
  const items = compare(links.map((link, at) => pairOf(String(at), asItems(link), link.wording)))
  const [here, there] = [itemsOf(first), itemsOf(second)]
  return {
    first: sideView(first),
    second: sideView(second),
    minimumCell,
    confidence,
    sameModel,
    people,
    factors: compared.map(({ key, ...pair }) => ({
      factor: key,
      name: { ...model.factors.find(factor => factor.key === key)?.name },
      index: factorIndex(model, key),
      ...pair,
    })),
    items: items.flatMap(({ key, ...pair }, at) => {
      const link = links[at]
      const [one, other] = [here.get(link?.first ?? key), there.get(link?.second ?? key)]
      return link && one && other ? [{ firstItem: one, secondItem: other, by: link.by, ...pair }] : []
    }),
    gap: gapOf(first, second, compared, confidence),
    unlinked: {
      first: [...here.values()].filter(({ key }) => !links.some(link => link.first === key)),
      second: [...there.values()].filter(({ key }) => !links.some(link => link.second === key)),
    },
    mapRevision,
  }
}

/** Nothing is said of people in both where one side is hidden. */
function inBoth<Pairs>(
  first: ResultFigure | null,
  second: ResultFigure | null,
  find: (n: { now: number; before: number }) => Pairs | null,
): Pairs | null {
  return first && second && find({ now: first.n, before: second.n })
}

type EffectOf = (waveId: string, segment: string, key: string) => number | null

/** How alike people of one account answer in each wave of the sides, as far as it was worked out. */
async function effectsOf(ctx: Context, sides: readonly Side[]): Promise<EffectOf> {
  const standing = sides.flatMap(({ waves }) =>
    waves.map(({ wave, revision, inSteps, readsAnswers }) => ({
      waveId: wave.id,
      revision,
      inSteps,
      readsAnswers,
    })),
  )
  const estimates = await readEstimates(ctx, standing)
  return (waveId, segment, key) => estimates.get(waveId)?.effects[segment]?.[key] ?? null
}

const versionOf = ({ waves: [{ version }] }: Side): SurveyVersion => version

/** Which questions stand for each other, and at which revision the map between the two surveys stands. */
async function linksOf(
  ctx: Context,
  first: Side,
  second: Side,
): Promise<{ links: ItemLink[]; mapRevision: number | null }> {
  const [one, other] = [versionOf(first), versionOf(second)]
  const definitions = { first: one.definition, second: other.definition }
  const lines = await historyBetween(ctx, one, other)
  if (one.surveyId === other.surveyId)
    return { links: itemLinks({ ...definitions, lines, judged: [] }), mapRevision: null }
  const { revision, links: judged } = await judgedLinks(ctx, { first: one, second: other })
  // Factors of different models may bear one name by chance: there, only what somebody judged counts.
  const strangers = one.definition.factorModel.key !== other.definition.factorModel.key
  const links = itemLinks({ ...definitions, lines: strangers ? {} : lines, judged })
  return { links, mapRevision: revision }
}

/** What the authors of the versions between the two said; null: neither was made from the other. */
async function historyBetween(ctx: Context, one: SurveyVersion, other: SurveyVersion) {
  if (await isMadeFrom(ctx, other, one)) return linesBetween(ctx, one, other)
  if (!(await isMadeFrom(ctx, one, other))) return null
  const lines = await linesBetween(ctx, other, one)
  return Object.fromEntries(
    Object.entries(lines).flatMap(([key, line]) =>
      line.earlier === null ? [] : [[line.earlier, { change: line.change, earlier: key }]],
    ),
  )
}

const MOST_STEPS = 40

async function isMadeFrom(ctx: Context, later: SurveyVersion, earlier: SurveyVersion): Promise<boolean> {
  let step: SurveyVersion | null = later
  for (let n = 0; step && n < MOST_STEPS; n += 1) {
    if (step.surveyId === earlier.surveyId && step.number === earlier.number) return true
    step = step.before && (await publishedVersion(ctx, step.before))
  }
  return false
}

/** Of the waves that are put together only those that asked in the words of the latest (law 1). */
function partsOf({ waves }: Side, of: Rated, effectOf: EffectOf): CountedPart[] {
  const [latest] = waves
  return waves.flatMap(({ wave, board, segment, version, lines }): CountedPart[] => {
    if ('factor' in of) {
      const { factor } = of
      const same =
        lines === null || isComparable(version.definition, latest.version.definition, factor, lines)
      return same ? [{ board, segment, of, designEffect: effectOf(wave.id, segment, factor) }] : []
    }
    const effectOfItem = (item: string) => effectOf(wave.id, segment, itemEffectKey(item))
    if (lines === null) return [{ board, segment, of, designEffect: effectOfItem(of.item) }]
    const line = lines[of.item]
    return line?.change === 'same' && line.earlier !== null
      ? [{ board, segment, of: { item: line.earlier }, designEffect: effectOfItem(line.earlier) }]
      : []
  })
}

function itemsOf(side: Side): Map<string, { key: string; text: LocalText; factor: string | null }> {
  return new Map(
    ratedItems(versionOf(side).definition).map(item => [
      item.key,
      { key: item.key, text: textOf(item), factor: item.measures?.factor ?? null },
    ]),
  )
}

const textOf = ({ question, row }: RatedItem): LocalText => ({ ...(row?.text ?? question.text) })

/** The own survey less the blind one, whichever was named first. */
function gapOf(
  first: Side,
  second: Side,
  pairs: readonly ComparedPair[],
  confidence: number,
): ComparisonView['gap'] {
  const isBlind = ({ gathering }: Side) => gathering.anonymity === 'blind'
  if (isBlind(first) === isBlind(second)) return null
  const gap = meanGap(pairs, confidence)
  if (!gap || isBlind(second)) return gap
  return { ...gap, points: 0 - gap.points, low: 0 - gap.high, high: 0 - gap.low }
}

const answered = (counted: SegmentCounts | undefined) => counted?.responses ?? 0

function sideView(side: Side): ComparisonView['first'] {
  const { ref, part, name, waves, gathering } = side
  const [{ wave, version }] = waves
  const shown = waves.filter(
    ({ board, segment }) =>
      answered(board[segment]) >= side.minimumCell &&
      !hiddenSegments({ board, validOf: answered, minimumCell: side.minimumCell }).has(segment),
  )
  return {
    ref,
    part,
    name,
    kind: wave.kind,
    waves: waves.map(one => ({ id: one.wave.id, name: one.wave.name, quarter: one.wave.quarter })),
    survey: { id: version.surveyId, version: version.number, title: { ...version.definition.title } },
    responses:
      shown.length === 0
        ? null
        : shown.reduce((sum, { board, segment }) => sum + answered(board[segment]), 0),
    anonymity: gathering.anonymity,
    selfSelected: gathering.selfSelected,
  }
}
