/** How a stored picture is turned to stand upright: mirrored first, left to right, then turned clockwise. */
export interface Turn {
  readonly mirrored: boolean;
  readonly degrees: 0 | 90 | 180 | 270;
}

const STILL: Turn = { mirrored: false, degrees: 0 };
/** By the value of EXIF's Orientation (tag 0x0112): how the camera was held. Source: CIPA DC-008 (Exif 2.32), 4.6.4. */
const TURNS: Readonly<Record<number, Turn>> = {
  1: STILL,
  2: { mirrored: true, degrees: 0 },
  3: { mirrored: false, degrees: 180 },
  4: { mirrored: true, degrees: 180 },
  5: { mirrored: true, degrees: 270 },
  6: { mirrored: false, degrees: 90 },
  7: { mirrored: true, degrees: 90 },
  8: { mirrored: false, degrees: 270 },
};

/** What brings a picture upright; nothing when it says nothing, or nonsense. */
export function uprightTurn(orientation: number | undefined): Turn {
  return TURNS[orientation ?? 1] ?? STILL;
}

/** Whether width and height change places. */
export const isSideways = ({ degrees }: Turn): boolean => degrees === 90 || degrees === 270;
