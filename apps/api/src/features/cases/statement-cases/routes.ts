import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { openFromStatement } from './service.ts'

export const statementCasesFeature = defineFeature({
  routes: {
    requirements: {
      openCase: forStaff.requirements.openCase.handler(({ context, input }) =>
        openFromStatement(context.ctx, context.actor, input),
      ),
    },
  },
})
