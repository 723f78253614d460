// The version of the program, as package.json has it (a test holds the two together).

export const VERSION: string = '0.1.0'

/** What a file says made it. */
export const PRODUCER: string = `banxin ${VERSION}`
