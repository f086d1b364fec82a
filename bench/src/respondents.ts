import { Agent, request } from 'node:http'
import { NOT_APPLICABLE } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf } from '@sixfold/domain/survey/definition'

export interface LoadResult {
  completed: number
  seconds: number
  /** Milliseconds from opening the page to seeing the end page, one a respondent. */
  times: number[]
}

/**
 * Lets `parallel` respondents at a time, without thinking time, open their page, send all answers and see the end page.
 * Any answer but success ends the measurement.
 */
export async function respond(
  url: string,
  tokens: readonly string[],
  definition: SurveyDefinition,
  parallel: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: parallel })
  const times: number[] = []
  let next = 0
  const began = performance.now()
  const worker = async (): Promise<void> => {
    for (let index = next++; index < tokens.length; index = next++) {
      const started = performance.now()
      await respondOnce(agent, url, tokens[index] ?? '', definition, index)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: parallel }, worker))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return { completed: times.length, seconds, times }
}

async function respondOnce(
  agent: Agent,
  url: string,
  token: string,
  definition: SurveyDefinition,
  index: number,
): Promise<void> {
  await call(agent, 'GET', `${url}/r/${token}`)
  await call(
    agent,
    'POST',
    `${url}/api/respond/${token}/submit`,
    JSON.stringify({ answers: answers(definition, index) }),
  )
  await call(agent, 'GET', `${url}/r/${token}`)
}

/** What one respondent says to every question: satisfied or not in turn. */
export function answers(definition: SurveyDefinition, index: number) {
  return questionsOf(definition).map((question, place) => {
    const turn = index + place
    const value =
      question.kind === 'satisfaction'
        ? turn % 17 === 0 && question.offerNotApplicable
          ? NOT_APPLICABLE
          : (turn % 5) + 1
        : question.kind === 'nps'
          ? turn % 11
          : 'Delivery was on time, the papers were not complete.'
    return { question: question.id, value, revision: 1 }
  })
}

function call(agent: Agent, method: string, url: string, body?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // As browsers do.
    const packed = { 'accept-encoding': 'gzip, deflate, br' }
    const headers =
      body === undefined
        ? packed
        : { ...packed, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const outgoing = request(url, { method, agent, headers }, response => {
      response.resume()
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${method} answered ${response.statusCode}`)),
      )
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}
