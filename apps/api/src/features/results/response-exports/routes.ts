import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { clearExports, exportResponses } from './service.ts'

export const responseExportsFeature = defineFeature({
  routes: {
    results: {
      responses: forStaff.results.responses.handler(({ context, input }) =>
        exportResponses(context.ctx, context.actor, input),
      ),
    },
  },
  onStart: clearExports,
})
