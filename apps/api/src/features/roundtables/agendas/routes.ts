import { attachment } from '../../../http/attachment.ts'
import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { addMaterial, openMaterial, proposeFor, readAgenda, saveAgenda } from './service.ts'

export const agendasFeature = defineFeature({
  routes: {
    agendas: {
      get: forStaff.agendas.get.handler(({ context, input }) =>
        readAgenda(context.ctx, context.actor, input.id),
      ),
      propose: forStaff.agendas.propose.handler(({ context, input }) =>
        proposeFor(context.ctx, context.actor, input.id),
      ),
      save: forStaff.agendas.save.handler(({ context, input }) =>
        saveAgenda(context.ctx, context.actor, input),
      ),
      addMaterial: forStaff.agendas.addMaterial.handler(({ context, input }) =>
        addMaterial(context.ctx, context.actor, input),
      ),
      readMaterial: forStaff.agendas.readMaterial.handler(async ({ context, input }) => {
        const body = await openMaterial(context.ctx, context.actor, input)
        const headers = {
          'content-disposition': attachment(body.name),
          'content-security-policy': "sandbox; default-src 'none'",
        }
        return { headers, body }
      }),
    },
  },
})
