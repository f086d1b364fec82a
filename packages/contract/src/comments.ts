import { z } from 'zod'
import { id, key, language, localText, staffProcedure } from './common.ts'

const commentPart = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ masked: z.enum(['name', 'mail', 'phone']) }),
])

const tagOnComment = z.strictObject({ id, name: z.string(), by: z.enum(['hand', 'rule']) })

/** What somebody said, without who and without when. */
export const comment = z.strictObject({
  id,
  question: key,
  /** Of the survey's factor model; null: of none. */
  factor: key.nullable(),
  parts: z.array(commentPart),
  language: language.nullable(),
  /** Null: of none, or of one that is too small to be named. */
  regionId: id.nullable(),
  /** Who said it agreed to be quoted. */
  quotable: z.boolean(),
  tags: z.array(tagOnComment),
})
export type CommentView = z.infer<typeof comment>

/** What goes on is counted up to a limit. */
const found = z.strictObject({ count: z.int(), more: z.boolean() })

export const commentPage = z.strictObject({
  waveId: id,
  /** `coming`: they are being gathered. `suppressed`: too few people answered. `none`: the survey asks for no words. `until_closed`: the wave runs, and only who may read single answers sees them. */
  state: z.enum(['ready', 'coming', 'suppressed', 'none', 'until_closed']),
  minimumCell: z.int(),
  /** Answers have come since they were gathered. */
  outdated: z.boolean(),
  found,
  items: z.array(comment),
  next: z.string().nullable(),
  /** What they were asked for, and which factors that is about. */
  questions: z.array(z.strictObject({ id: key, text: localText })),
  factors: z.array(z.strictObject({ key, name: localText, index: z.int() })),
  /** Every tag, and how many of what is shown carry it. */
  tags: z.array(z.strictObject({ id, name: z.string(), ...found.shape })),
  /** Whether the survey asks for a consent to be quoted. */
  asksConsent: z.boolean(),
})
export type CommentPage = z.infer<typeof commentPage>

const tagName = z.string().trim().min(1).max(60)
/** Phrases, divided by commas or lines; empty: nothing is tagged by rule. */
const tagRule = z.string().trim().max(1000)

export const commentTag = z.strictObject({ id, name: tagName, rule: tagRule, revision: z.int().min(1) })
export type CommentTag = z.infer<typeof commentTag>

const tags = ['comments']

export const comments = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/comments',
      tags,
      summary:
        'What people said in words of their own: found by words, factor and tag, in an order of chance',
    })
    .input(
      z.strictObject({
        id,
        regionId: id.optional(),
        search: z.string().max(200).optional(),
        factor: key.optional(),
        question: key.optional(),
        tag: id.optional(),
        quotable: z.literal('yes').optional(),
        cursor: z.string().max(200).optional(),
        limit: z.coerce.number().int().min(1).max(100).optional(),
      }),
    )
    .output(commentPage),
  tag: staffProcedure()
    .route({
      method: 'PUT',
      path: '/waves/{id}/comments/{commentId}/tags/{tagId}',
      tags,
      summary: 'Tag a comment by hand, or take a tag off it, also one that a rule gave',
    })
    .input(z.strictObject({ id, commentId: id, tagId: id, on: z.boolean() }))
    .output(comment),
  tags: staffProcedure()
    .route({ method: 'GET', path: '/comment-tags', tags, summary: 'All tags of comments, with their rules' })
    .output(z.strictObject({ items: z.array(commentTag) })),
  addTag: staffProcedure('already_exists', 'wrong_state')
    .route({ method: 'POST', path: '/comment-tags', tags, summary: 'Make a tag for comments' })
    .input(z.strictObject({ name: tagName, rule: tagRule }))
    .output(commentTag),
  changeTag: staffProcedure('already_exists', 'revision_conflict')
    .route({
      method: 'PATCH',
      path: '/comment-tags/{tagId}',
      tags,
      summary: 'Rename a tag, or change its rule',
    })
    .input(z.strictObject({ tagId: id, revision: z.int().min(1), name: tagName, rule: tagRule }))
    .output(commentTag),
  removeTag: staffProcedure()
    .route({ method: 'DELETE', path: '/comment-tags/{tagId}', tags, summary: 'Take a tag off every comment' })
    .input(z.strictObject({ tagId: id })),
  tryRule: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/comment-rule',
      tags,
      summary: 'What a rule would find among the comments of a wave, before it is kept',
    })
    .input(z.strictObject({ id, regionId: id.optional(), rule: tagRule }))
    .output(z.strictObject({ found, examples: z.array(comment) })),
}
