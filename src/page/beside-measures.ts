// Where dots, lines, frames and 注音 stand beside a line and how thick they are, in ems of the character they belong to.
// Drawing goes by these, and so does the check whether they have room.

/** From the character frame to the middle of a dot, and where a line runs between the two. */
export const DOT_OFF = 0.17
export const DOT_OUTSIDE_OFF = 0.34
export const DOT_RADIUS = 0.075

/** From the character frame to the middle of a line beside it. */
export const SIDE_LINE_OFF = 0.13
export const SIDE_LINE_WEIGHT = 0.05

/** 书名号甲式: from the middle of the wave to its crest, a whole wave, and the pen. */
export const WAVE_HEIGHT = 0.05
export const WAVE_LENGTH = 0.25
export const WAVE_PEN = 0.045

/** Weight of a frame, which stands right outside the character frame. */
export const FRAME_WEIGHT = 0.06

/** 注音 is a column of half an em (CLREQ 5.5.3: 15 parts of 30); from the edge of its character to its middle. */
export const ZHUYIN_WIDTH: number = 1 / 2
export const ZHUYIN_OFF: number = 5 / 30
