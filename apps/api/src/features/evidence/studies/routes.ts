import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { changeStudy, createStudy, listStudies, readStudy, scoreStudy, setStudyState } from './service.ts'

export const studiesFeature = defineFeature({
  routes: {
    studies: {
      list: forStaff.studies.list.handler(({ context, input }) =>
        listStudies(context.ctx, context.actor, input),
      ),
      get: forStaff.studies.get.handler(({ context, input }) =>
        readStudy(context.ctx, context.actor, input.id),
      ),
      create: forStaff.studies.create.handler(({ context, input }) =>
        createStudy(context.ctx, context.actor, input),
      ),
      change: forStaff.studies.change.handler(({ context, input }) =>
        changeStudy(context.ctx, context.actor, input),
      ),
      setState: forStaff.studies.setState.handler(({ context, input }) =>
        setStudyState(context.ctx, context.actor, input),
      ),
      score: forStaff.studies.score.handler(({ context, input }) =>
        scoreStudy(context.ctx, context.actor, input),
      ),
    },
  },
})
