/** What a picture is, as far as a signature goes; shares are of all pixels, on a white ground, between 0 and 1. */
export interface SignaturePixels {
  readonly width: number;
  readonly height: number;
  /** Darker than half grey. */
  readonly dark: number;
  /** Clearly lighter than half grey: paper, also by lamplight. */
  readonly light: number;
  /** Plainly coloured. */
  readonly coloured: number;
}

/** Pixels. The app's dialog draws at twice the size of a phone's screen at least, and makes photos no longer than 2,560. */
const SHORTEST = 200;
const LONGER_AT_LEAST = 400;
const LONGEST = 6000;
const MOST_STRETCHED = 10;
/** A short name on a wide tablet leaves a few thousandths; a thumb's print on the glass less than that. */
const LEAST_INK = 0.0005;
const MOST_INK = 0.25;
const LEAST_PAPER = 0.6;
const MOST_COLOUR = 0.25;

const AGAIN = '请在手机的签字框中重新签字，或拍摄纸上的签字';

/** Why a picture is no signature, with what to do; null when it may be one: dark strokes on light paper, of a size the app makes. */
export function signatureFault({ width, height, dark, light, coloured }: SignaturePixels): string | null {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  if (shorter < SHORTEST || longer < LONGER_AT_LEAST || longer > LONGEST || longer / shorter > MOST_STRETCHED) {
    return `图片大小 ${width}×${height} 不像签字；${AGAIN}`;
  }
  if (dark < LEAST_INK) return `签字图片是空白的；${AGAIN}`;
  if (dark > MOST_INK || light < LEAST_PAPER || coloured > MOST_COLOUR) return `这张图片不像签字（应为浅色底上的深色笔迹）；${AGAIN}`;
  return null;
}
