#!/usr/bin/env node
// The program as it is called from a shell.

import { run } from './run.ts'
import { processWorld } from './world.ts'

process.exitCode = await run(process.argv.slice(2), processWorld())
