// How much of a title a message shows.

/** Characters shown: enough to know a title by. */
const SHOWN = 24

/** The beginning of a text, whole characters, with … where something was cut. */
export function excerpt(text: string): string {
  const characters = [...text]
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text
}
