import { expect, test } from '@jest/globals'
import type { AnySchema } from '@orpc/contract'
import type { ProcedureMeta } from './common.ts'
import { contract } from './contract.ts'

interface Procedure {
  name: string
  input: AnySchema | undefined
  output: AnySchema | undefined
  access: ProcedureMeta['access']
}

const procedures: Procedure[] = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]) => {
    const { inputSchema, outputSchema, meta } = procedure['~orpc'] as {
      inputSchema?: AnySchema
      outputSchema?: AnySchema
      meta: ProcedureMeta
    }
    return { name: `${noun}.${verb}`, input: inputSchema, output: outputSchema, access: meta.access }
  }),
)

interface Part {
  path: string
  keys: string[]
  strict: boolean
}

/** What a schema of Zod knows of itself, as far as it holds others. */
interface Definition {
  type: string
  shape: Record<string, unknown>
  catchall?: { def: Definition }
  options: unknown[]
  element: unknown
  valueType: unknown
  innerType: unknown
  in: unknown
}

/** Every object of a schema, with its keys, however deep it lies. A kind of schema that is not known here is a fault. */
function objectsOf(schema: unknown, path: string): Part[] {
  const { def } = schema as { def: Definition }
  switch (def.type) {
    case 'object':
      return [
        { path, keys: Object.keys(def.shape), strict: def.catchall?.def.type === 'never' },
        ...Object.entries(def.shape).flatMap(([key, inner]) => objectsOf(inner, `${path}.${key}`)),
      ]
    case 'union':
      return def.options.flatMap(one => objectsOf(one, path))
    case 'array':
      return objectsOf(def.element, `${path}[]`)
    case 'record':
      return objectsOf(def.valueType, `${path}{}`)
    case 'pipe':
      return objectsOf(def.in, path)
    case 'optional':
    case 'nullable':
    case 'default':
      return objectsOf(def.innerType, path)
    case 'string':
    case 'number':
    case 'boolean':
    case 'enum':
    case 'literal':
    case 'file':
      return []
    default:
      throw new Error(`${path}: this test does not know what a ${def.type} takes`)
  }
}

test('R5: every procedure knows what it takes key by key, however deep, and refuses all else', () => {
  const loose = procedures.flatMap(({ name, input }) =>
    input ? objectsOf(input, name).filter(({ strict }) => !strict) : [],
  )
  expect(loose.map(({ path }) => path)).toEqual([])
})

const invited =
  'answer answerBy checkInAt closed contactName description endsAt full heldUntil joining language lapsed largestParty ' +
  'organisation remote seats side startsAt state title venue waitlistPosition zone'
const ballot =
  'closesAt contactName dates decided description endsAt id language note organisation ownZone startsAt state title venue ' +
  'vote votedAt zone'
const member = 'email id language name regions role'

// Pages and live rooms are pinned where they are made. A survey itself, as its author published it, is left out here.
test('R6: an answer to somebody without an account has these keys and no others', () => {
  const told = procedures
    .filter(({ access }) => access === 'public')
    .map(({ name, output }) => {
      const parts = (output ? objectsOf(output, name) : []).filter(({ path }) => !/definition[.[]/.test(path))
      expect([name, parts.filter(({ strict }) => !strict)]).toEqual([name, []])
      return [name, [...new Set(parts.flatMap(({ keys }) => keys))].sort().join(' ')]
    })
  expect(Object.fromEntries(told)).toEqual({
    'setup.welcome': 'demonstration needsSetup organisation',
    'setup.complete': member,
    'passwordResets.ask': '',
    'passwordResets.complete': '',
    'staff.readInvitation': 'email language organisation role',
    'staff.join': member,
    'blind.key': 'publicKey',
    'blind.issue': 'signature',
    'blind.cast': 'taken',
    'responses.get':
      'answers closesAt contactName defaultLanguage definition factorModel language languages organisation pages ' +
      'question revision state thanks title value welcome',
    'responses.save': 'answers question revision value',
    'responses.submit': 'submittedAt',
    'responses.optOut': 'optedOut',
    'roundtables.readInvitation': invited,
    'roundtables.answer': invited,
    'datePolls.readBallot': ballot,
    'datePolls.vote': ballot,
  })
})
