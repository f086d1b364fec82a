import express from 'express'

/** Reads a form without files; a page of twenty long texts stays below the limit. */
export const plainForm = express.urlencoded({ extended: false, limit: '500kb', parameterLimit: 2000 })
