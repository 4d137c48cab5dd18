import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ArrivalCount } from '@lectern/check-in';
import { londonClock } from '@lectern/core';
import { arrivalBars, niceTop } from './arrivals.rules';

const WIDTH = 720;
const HEIGHT = 200;
const LEFT = 36;
const TOP = 12;
const BOTTOM = 36;
const LABELS = 8;

/** Arrivals over time as bars; the busiest is labelled, and every figure is in the table under it. */
@Component({
  selector: 'app-arrivals-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './arrivals-chart.html',
  styleUrl: './arrivals-chart.scss',
})
export class ArrivalsChart {
  readonly arrivals = input.required<readonly ArrivalCount[]>();
  protected readonly box = `0 0 ${WIDTH} ${HEIGHT}`;
  protected readonly edges = { left: LEFT, right: WIDTH, base: HEIGHT - BOTTOM, text: HEIGHT - 10 };

  protected readonly table = computed(() =>
    arrivalBars(this.arrivals()).map((bar) => ({ ...bar, clock: londonClock(bar.from) })),
  );
  private readonly top = computed(() => niceTop(Math.max(0, ...this.table().map((bar) => bar.admitted))));
  protected readonly lines = computed(() =>
    (this.top() > 1 ? [0.5, 1] : [1]).map((share) => ({
      y: this.heightAt(share * this.top()),
      words: String(share * this.top()),
    })),
  );
  protected readonly bars = computed(() => {
    const table = this.table();
    const step = (WIDTH - LEFT) / Math.max(table.length, 6);
    const every = Math.ceil(table.length / LABELS);
    const busiest = Math.max(...table.map((bar) => bar.admitted));
    const busiestAt = table.findIndex((bar) => bar.admitted === busiest);
    return table.map((bar, index) => {
      const y = this.heightAt(bar.admitted);
      return {
        x: LEFT + index * step + 2,
        width: Math.max(step - 4, 1),
        middle: LEFT + index * step + step / 2,
        y,
        height: HEIGHT - BOTTOM - y,
        clock: index % every === 0 ? bar.clock : '',
        // On phones every other time is left out: there is room for half of them.
        between: (index / every) % 2 === 1,
        figure: index === busiestAt && busiest > 0 ? String(bar.admitted) : '',
        from: bar.from,
      };
    });
  });
  /** The chart in one sentence, for those who hear it. */
  protected readonly sentence = computed(() => {
    const table = this.table();
    const [busiest] = [...table].sort((a, b) => b.admitted - a.admitted);
    return busiest
      ? `Arrivals from ${table[0]?.clock} to ${table.at(-1)?.clock}. Most came from ${busiest.clock}: ${busiest.admitted}.`
      : '';
  });

  private heightAt(count: number): number {
    return HEIGHT - BOTTOM - (count / this.top()) * (HEIGHT - BOTTOM - TOP);
  }
}
