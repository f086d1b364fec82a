import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readQuestionResults } from './service.ts'

export const resultsFeature = defineFeature({
  routes: {
    results: {
      questions: forStaff.results.questions.handler(({ context, input }) =>
        readQuestionResults(context.ctx, context.actor, input),
      ),
    },
  },
})
