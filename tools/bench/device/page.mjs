// What runs in the browser: the door's own services, without its screens. It is bundled by ../device.mjs, which also
// says where `#door` is.
import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { CodeReader } from '#door/door/code-reader';
import { DeviceStore } from '#door/device/device-store';
import { DoorStorage } from '#door/platform/door-storage';
import { openDoorStorage } from '#door/platform/sealed-storage';
import { NoConnection, StewardApi } from '#door/platform/steward-api';
import { DoorSync } from '#door/roster/door-sync';
import { Roster } from '#door/roster/roster';
import { ScanQueue } from '#door/scans/scan-queue';
import { Verdicts } from '#door/scans/verdicts';
import { create } from 'qrcode';
import { readBarcodes } from 'zxing-wasm/reader';

const PAGE = 1000;
const FRAME = { width: 1280, height: 720 };
/** The frame as the scanner takes it. */
const LOOKED_AT = { width: 800, height: 450 };

/** A server that gives the lists once and is away from then on. */
class GoneApi extends StewardApi {
  constructor(day) {
    super();
    this.day = day;
    this.here = true;
  }
  gone() {
    if (!this.here) throw new NoConnection();
  }
  async pair() {
    return this.day.device;
  }
  async contact() {
    this.gone();
    return this.day.state;
  }
  async roster(_token, cursor) {
    this.gone();
    const at = Number(cursor ?? 0);
    const upserts = this.day.roster.slice(at, at + PAGE);
    const more = at + PAGE < this.day.roster.length;
    return { upserts, removals: [], cursor: String(at + upserts.length), full: at === 0, more };
  }
  async admissions() {
    this.gone();
    return { upserts: [], cursor: 'a', full: true, more: false };
  }
  async sendScans() {
    throw new NoConnection();
  }
}

const timed = async (work) => {
  const began = performance.now();
  const result = await work();
  return { took: performance.now() - began, result };
};

let door;

/** Starts the door's services over the phone's storage, as the app does. */
const start = async (day) => {
  const storage = await openDoorStorage();
  if (!storage.durable) throw new Error('This browser has no sealed storage to measure.');
  const api = new GoneApi(day);
  const app = await createApplication({
    providers: [
      provideZonelessChangeDetection(),
      { provide: DoorStorage, useValue: storage },
      { provide: StewardApi, useValue: api },
    ],
  });
  const get = (token) => app.injector.get(token);
  door = { storage, api, app, verdicts: get(Verdicts), roster: get(Roster), reader: new CodeReader() };
  const { took: loaded } = await timed(async () => {
    await get(DeviceStore).load();
    await Promise.all([get(ScanQueue).load(), get(DoorSync).load()]);
  });
  return { ...door, devices: get(DeviceStore), sync: get(DoorSync), loaded };
};

/** Pairs, gets the whole list, loses the server. */
const pair = async (day) => {
  const { devices, sync, roster, api } = await start(day);
  await devices.pair('AAAA-AAAA', 'Sam');
  const { took } = await timed(async () => {
    await sync.now();
    while (!roster.complete || roster.entries.size < day.roster.length) await sync.now();
  });
  api.here = false;
  return { took, people: roster.entries.size };
};

/** The same phone, started again without a server. */
const restart = async (day) => {
  door?.app.destroy();
  const { loaded, roster, api } = await start(day);
  api.here = false;
  return { loaded, people: roster.entries.size };
};

/** A camera's picture of a badge: near or far, straight or not, sharp or not, in light or in shade. */
const drawFrame = (code, at) => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, FRAME);
  const brush = canvas.getContext('2d');
  const picture = brush.createImageData(FRAME.width, FRAME.height);
  // Noise that is the same in every run.
  let seed = at + 1;
  for (let byte = 0; byte < picture.data.length; byte += 4) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const grey = 96 + ((seed >> 16) % 48);
    picture.data.set([grey, grey, grey, 255], byte);
  }
  brush.putImageData(picture, 0, 0);
  const { modules } = create(code, { errorCorrectionLevel: 'M' });
  const across = 230 + (at % 5) * 60;
  const module = across / (modules.size + 8);
  brush.translate(FRAME.width / 2 + (at % 7) * 20 - 60, FRAME.height / 2 + (at % 3) * 20 - 20);
  brush.rotate((((at * 7) % 41) - 20) * (Math.PI / 180));
  brush.filter = at % 4 === 3 ? 'blur(1px)' : 'none';
  brush.fillStyle = at % 2 ? '#d8d4c8' : '#ffffff';
  brush.fillRect(-across / 2, -across / 2, across, across);
  brush.fillStyle = at % 2 ? '#383430' : '#000000';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      brush.fillRect(
        -across / 2 + (column + 4) * module,
        -across / 2 + (row + 4) * module,
        module + 0.3,
        module + 0.3,
      );
    }
  }
  // What the scanner asks a video for.
  Object.assign(canvas, { videoWidth: FRAME.width, videoHeight: FRAME.height });
  return canvas;
};

const look = document.createElement('canvas');
Object.assign(look, LOOKED_AT);
const lens = look.getContext('2d', { willReadFrequently: true });

/** The floor: the decoder alone, on the same picture at the same size. */
const decodeOnly = async (frame) => {
  lens.drawImage(frame, 0, 0, LOOKED_AT.width, LOOKED_AT.height);
  const image = lens.getImageData(0, 0, LOOKED_AT.width, LOOKED_AT.height);
  const [found] = await readBarcodes(image, {
    formats: ['QRCode'],
    maxNumberOfSymbols: 1,
    tryHarder: true,
  });
  return found?.isValid ? found.text : null;
};

/** The product: from the picture to the verdict on the screen, kept on the disk. */
const decodeAndDecide = async (frame) => {
  const text = await door.reader.read(frame);
  if (text === null) return null;
  await door.verdicts.judge({ code: text });
  return text;
};

const outcomeShown = () => {
  const shown = door.verdicts.shown();
  return shown?.kind === 'answered' ? shown.result.outcome : (shown?.kind ?? 'nothing');
};

const frames = async (codes, rounds) => {
  await door.reader.warm();
  const pictures = codes.map(drawFrame);
  const taken = { product: [], floor: [], read: 0, decided: 0 };
  for (let round = 0; round <= rounds; round++) {
    for (const [at, picture] of pictures.entries()) {
      const sides = [
        ['product', decodeAndDecide],
        ['floor', decodeOnly],
      ];
      if ((round + at) % 2) sides.reverse();
      for (const [side, work] of sides) {
        const { took, result } = await timed(() => work(picture));
        if (side === 'product') {
          if (result === codes[at]) taken.read++;
          if (['admitted', 'already-in'].includes(outcomeShown())) taken.decided++;
          door.verdicts.dismiss();
        }
        // The first round only warms up.
        if (round > 0) taken[side].push({ at, took });
      }
    }
  }
  return { ...taken, shown: pictures.length * (rounds + 1) };
};

const verdicts = async (codes) => {
  const took = [];
  let decided = 0;
  for (const code of codes) {
    const one = await timed(() => door.verdicts.judge({ code }));
    took.push(one.took);
    if (outcomeShown() === 'admitted') decided++;
    door.verdicts.dismiss();
  }
  return { took, decided };
};

window.lecternBench = { pair, restart, frames, verdicts };
