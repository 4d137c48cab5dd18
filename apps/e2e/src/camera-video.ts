import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toFile } from 'qrcode';

/** Chromium plays a file of JPEGs at this rate, whatever it was made for. */
const RATE = 30;

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'lectern-camera-'));

/** The first page of a PDF as a picture, as a printer would show it. */
export const firstPage = (pdf: string): string => {
  const stem = pdf.replace(/\.pdf$/, '');
  execFileSync('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', '-singlefile', '-png', pdf, stem]);
  return `${stem}.png`;
};

/** A picture of a code that nobody's printer made. */
export const pictureOf = async (folder: string, text: string): Promise<string> => {
  const file = join(folder, 'made-up.png');
  await toFile(file, text, { width: 380, margin: 4, errorCorrectionLevel: 'M' });
  return file;
};

const clip = (folder: string, name: string, seconds: number, picture: string | null): string => {
  const file = join(folder, `${name}.mjpeg`);
  const grey = ['-f', 'lavfi', '-i', `color=c=gray:s=640x480:r=${RATE}:d=${seconds}`];
  const held = picture ? ['-loop', '1', '-t', String(seconds), '-i', picture] : [];
  const noise = '[0:v]noise=alls=6:allf=t[wall]';
  const scene = picture
    ? `${noise};[1:v]scale=-1:440[badge];[wall][badge]overlay=x='(W-w)/2+12*sin(2*t)':y='(H-h)/2+6*cos(t)':shortest=1,format=yuvj420p[out]`
    : `${noise};[wall]format=yuvj420p[out]`;
  execFileSync('ffmpeg', [
    ...['-y', '-hide_banner', '-loglevel', 'error', ...grey, ...held],
    ...['-filter_complex', scene, '-map', '[out]', '-r', String(RATE), '-c:v', 'mjpeg', '-q:v', '8', file],
  ]);
  return file;
};

/** A picture held up for some seconds; null is a bare wall. */
export interface Scene {
  readonly picture: string | null;
  readonly seconds: number;
}

/** What a phone's camera sees: one scene after the other, over and over. */
export const cameraVideo = (folder: string, scenes: readonly Scene[]): string => {
  const clips = new Map<string, string>();
  const clipOf = ({ picture, seconds }: Scene): string => {
    const key = `${picture} ${seconds}`;
    const made = clips.get(key) ?? clip(folder, `scene-${clips.size}`, seconds, picture);
    clips.set(key, made);
    return made;
  };
  // A file of JPEGs is nothing but one after the other, so films are joined by joining their bytes.
  const video = join(folder, 'camera.mjpeg');
  writeFileSync(video, Buffer.concat(scenes.map((scene) => readFileSync(clipOf(scene)))));
  return video;
};
