import type * as Zxing from 'zxing-wasm/reader';

type Reader = typeof Zxing;

/** A frame is read at this many pixels across at most: enough for a badge at arm's length, and quick. */
const ACROSS_MAX = 800;

let loading: Promise<Reader> | undefined;

const loadReader = async (): Promise<Reader> => {
  const reader = await import('zxing-wasm/reader');
  await reader.prepareZXingModule({
    // Our own copy beside the app: the package would fetch it from elsewhere.
    overrides: { locateFile: (path: string) => new URL(`zxing/${path}`, document.baseURI).href },
    fireImmediately: true,
  });
  return reader;
};

const reader = (): Promise<Reader> => {
  loading ??= loadReader().catch((error: unknown) => {
    // Not remembered, so that the next look tries again.
    loading = undefined;
    throw error;
  });
  return loading;
};

/** Reads QR codes from a camera's frames. */
export class CodeReader {
  private canvas: HTMLCanvasElement | undefined;

  /** Fetches the decoder ahead of the first frame; fails where it cannot be had. */
  async warm(): Promise<void> {
    await reader();
  }

  /** The text of a code in the frame, or null. */
  async read(video: HTMLVideoElement): Promise<string | null> {
    const frame = this.frameOf(video);
    if (!frame) return null;
    const { readBarcodes } = await reader();
    const [found] = await readBarcodes(frame, {
      formats: ['QRCode'],
      maxNumberOfSymbols: 1,
      tryHarder: true,
    });
    return found?.isValid ? found.text : null;
  }

  private frameOf(video: HTMLVideoElement): ImageData | null {
    const { videoWidth, videoHeight } = video;
    if (videoWidth === 0 || videoHeight === 0) return null;
    const scale = Math.min(1, ACROSS_MAX / Math.max(videoWidth, videoHeight));
    const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
    this.canvas ??= document.createElement('canvas');
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    const brush = this.canvas.getContext('2d', { willReadFrequently: true });
    brush?.drawImage(video, 0, 0, width, height);
    return brush?.getImageData(0, 0, width, height) ?? null;
  }
}
