// What marks are made of: lines, boxes and rings, in points from the lower left of the sheet.

export type Mark =
  | {
      readonly kind: 'line'
      readonly from: Point
      readonly to: Point
      /** Thin where nothing is said. */
      readonly style?: 'dashed' | 'bold'
    }
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  | { readonly kind: 'ring'; readonly centre: Point; readonly radius: number }

export type Point = readonly [x: number, y: number]
