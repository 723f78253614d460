// The two writing directions and the axes of a page.
//
//             horizontal                      vertical
//   inline →  along the line, rightwards      along the line, downwards
//   block  →  line to line, downwards         line to line, leftwards
//
// Everything up to filling a page is in inline and block offsets; page/place.ts alone turns them into x and y.

export type Direction = 'horizontal' | 'vertical'

/** Which side the book is bound on; vertical books are bound on the right and open right to left. */
export type Binding = 'left' | 'right'
