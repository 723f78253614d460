// Where the program is installed: the folder that holds package.json, layouts/, fonts/ and schemas/.

import { fileURLToPath } from 'node:url'

/** With its slash; the same from src/cli and from dist/cli. */
export const PACKAGE_ROOT: string = fileURLToPath(new URL('../../', import.meta.url))
