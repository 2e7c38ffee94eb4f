// @ts-check
// Property tests draw the same cases in every run, unless RESTITCH_SEED says otherwise (the nightly run takes others each time).
'use strict';
const { configureGlobal } = require('fast-check');

configureGlobal({ seed: Number(process.env['RESTITCH_SEED'] ?? 1) });
