import { inject, Injectable } from '@angular/core';
import { DeviceStore } from '../device/device-store';
import { phoneAbilities } from '../platform/abilities';
import type { Tone } from './verdict-view';

interface Note {
  readonly hertz: number;
  readonly at: number;
  readonly for: number;
}

/** Three sounds told apart by direction and rhythm, not only by pitch: up, twice the same, long and low. */
const SOUNDS: Record<Tone, { readonly wave: OscillatorType; readonly notes: readonly Note[] }> = {
  go: {
    wave: 'sine',
    notes: [
      { hertz: 660, at: 0, for: 0.09 },
      { hertz: 990, at: 0.1, for: 0.16 },
    ],
  },
  wait: {
    wave: 'triangle',
    notes: [
      { hertz: 440, at: 0, for: 0.14 },
      { hertz: 440, at: 0.24, for: 0.14 },
    ],
  },
  stop: { wave: 'sawtooth', notes: [{ hertz: 150, at: 0, for: 0.5 }] },
  note: { wave: 'triangle', notes: [{ hertz: 520, at: 0, for: 0.1 }] },
};

const VIBRATIONS: Record<Tone, number[]> = {
  go: [90],
  wait: [90, 90, 90],
  stop: [400],
  note: [40, 60, 40],
};

/** Tells a verdict to ears and hands. */
@Injectable({ providedIn: 'root' })
export class Chime {
  private readonly devices = inject(DeviceStore);
  private audio: AudioContext | undefined;

  /** Browsers let a page sound only after a touch: call this from one. */
  wake(): void {
    this.audio ??= 'AudioContext' in globalThis ? new AudioContext() : undefined;
    if (this.audio?.state === 'suspended') void this.audio.resume().catch(() => undefined);
  }

  play(tone: Tone): void {
    phoneAbilities().vibrate?.(VIBRATIONS[tone]);
    const audio = this.audio;
    if (!audio || audio.state !== 'running' || !this.devices.settings().sound) return;
    const { wave, notes } = SOUNDS[tone];
    for (const note of notes) {
      const start = audio.currentTime + note.at;
      const end = start + note.for;
      const volume = audio.createGain();
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(0.5, start + 0.01);
      volume.gain.setValueAtTime(0.5, end - 0.03);
      // Fading out rather than stopping, which would click.
      volume.gain.linearRampToValueAtTime(0, end);
      const voice = new OscillatorNode(audio, { type: wave, frequency: note.hertz });
      voice.connect(volume).connect(audio.destination);
      voice.start(start);
      voice.stop(end);
    }
  }
}
