import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { noteInterests, placePerson, proposeTables, readTables, saveTables } from './service.ts'

const { tablePlans } = forStaff

export const tablePlansFeature = defineFeature({
  routes: {
    tablePlans: {
      get: tablePlans.get.handler(({ context, input }) => readTables(context.ctx, context.actor, input.id)),
      save: tablePlans.save.handler(({ context, input }) => saveTables(context.ctx, context.actor, input)),
      propose: tablePlans.propose.handler(({ context, input }) =>
        proposeTables(context.ctx, context.actor, input),
      ),
      place: tablePlans.place.handler(({ context, input }) => placePerson(context.ctx, context.actor, input)),
      consider: tablePlans.consider.handler(({ context, input }) =>
        noteInterests(context.ctx, context.actor, input),
      ),
    },
  },
})
