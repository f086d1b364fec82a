import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import {
  createProgramme,
  excludeFrom,
  includeAgain,
  listExclusionsOf,
  listProgrammes,
  readProgramme,
  saveProgramme,
} from './service.ts'

export const programmesFeature = defineFeature({
  routes: {
    programmes: {
      list: forStaff.programmes.list.handler(async ({ context }) => ({
        items: await listProgrammes(context.ctx, context.actor),
      })),
      get: forStaff.programmes.get.handler(({ context, input }) =>
        readProgramme(context.ctx, context.actor, input.id),
      ),
      create: forStaff.programmes.create.handler(({ context, input }) =>
        createProgramme(context.ctx, context.actor, input),
      ),
      save: forStaff.programmes.save.handler(({ context, input }) =>
        saveProgramme(context.ctx, context.actor, input),
      ),
      exclusions: forStaff.programmes.exclusions.handler(({ context, input }) =>
        listExclusionsOf(context.ctx, context.actor, input),
      ),
      exclude: forStaff.programmes.exclude.handler(({ context, input }) =>
        excludeFrom(context.ctx, context.actor, input),
      ),
      include: forStaff.programmes.include.handler(({ context, input }) =>
        includeAgain(context.ctx, context.actor, input),
      ),
    },
  },
})
