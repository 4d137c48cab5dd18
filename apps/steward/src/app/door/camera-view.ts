import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { phoneAbilities } from '../platform/abilities';
import { CodeReader } from './code-reader';

export type CameraState = 'starting' | 'running' | 'denied' | 'absent' | 'busy' | 'no-decoder';

/** Between two looks; a person at a door is not faster. */
const LOOK_EVERY_MS = 90;

const stateOf = (error: unknown): CameraState => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'absent';
};

/** Whether the camera has a lamp; neither the question nor the answer is known to every browser. */
const hasTorch = (track: Partial<MediaStreamTrack>): boolean => {
  const capabilities: MediaTrackCapabilities & { readonly torch?: boolean } = track.getCapabilities?.() ?? {};
  return capabilities.torch === true;
};

/** The camera's picture and the codes it sees. It rests while the page is hidden. */
@Component({
  selector: 'lectern-camera-view',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<video
    #video
    playsinline
    muted
    autoplay
    aria-hidden="true"
    [hidden]="state() !== 'running'"
    [class.mirror]="front()"
  ></video>`,
  styles: `
    video {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    .mirror {
      transform: scaleX(-1);
    }
    video[hidden] {
      display: none;
    }
  `,
  host: { '(document:visibilitychange)': 'onVisibility()' },
})
export class CameraView {
  private readonly video = viewChild.required<ElementRef<HTMLVideoElement>>('video');
  private readonly reader = new CodeReader();
  private stream: MediaStream | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private gone = false;

  readonly torch = input(false);
  /** Whether to look out of the screen's side, as a tablet on a stand does. */
  readonly front = input(false);
  readonly read = output<string>();
  readonly state = signal<CameraState>('starting');
  readonly hasTorch = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      this.stop();
    });
    effect(() => this.lightTorch(this.torch()));
    // Once with the camera that is wanted, and again when another is.
    effect(() => {
      this.front();
      untracked(() => void this.start());
    });
  }

  async start(): Promise<void> {
    this.stop();
    this.state.set('starting');
    const cameras = phoneAbilities().mediaDevices;
    if (!cameras) return this.state.set('absent');
    try {
      const stream = await cameras.getUserMedia({
        audio: false,
        video: {
          facingMode: { ideal: this.front() ? 'user' : 'environment' },
          width: { ideal: 1280 },
          height: { ideal: 720 },
        },
      });
      if (this.gone) return stream.getTracks().forEach((track) => track.stop());
      this.stream = stream;
      const [track] = stream.getVideoTracks();
      track?.addEventListener('ended', () => this.state.set('busy'));
      this.hasTorch.set(track !== undefined && hasTorch(track));
      const video = this.video().nativeElement;
      video.srcObject = stream;
      await video.play();
    } catch (error) {
      this.stop();
      return this.state.set(stateOf(error));
    }
    this.state.set('running');
    await this.reader.warm().then(
      () => this.look(),
      () => this.state.set('no-decoder'),
    );
  }

  protected onVisibility(): void {
    if (document.visibilityState === 'hidden') this.stop();
    else if (!this.stream && this.state() !== 'denied') void this.start();
  }

  private async look(): Promise<void> {
    if (!this.isOpen()) return;
    const text = await this.reader.read(this.video().nativeElement).catch(() => null);
    if (!this.isOpen()) return;
    if (text !== null) this.read.emit(text);
    this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS);
  }

  private isOpen(): boolean {
    return this.stream !== null;
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = null;
  }

  private lightTorch(on: boolean): void {
    const [track] = this.stream?.getVideoTracks() ?? [];
    if (!track || !this.hasTorch()) return;
    // The lamp is not in the standard types yet.
    void track
      .applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
      .catch(() => undefined);
  }
}
