import { type DatedTask, firstTasks, gatherTasks, type TaskSource } from './next-task.rules';

const task = (id: string, at: string): DatedTask => ({
  id,
  at,
  sentence: `Do ${id}.`,
  when: '',
  isLate: false,
  button: 'Do it',
  link: ['/'],
});

describe('the next things of a home', () => {
  it('are five at most, soonest first, and what is on now before every date', () => {
    const days = [7, 3, 5, 1, 9, 8].map((day) => task(`d${day}`, `2027-02-0${day}T12:00:00.000Z`));
    expect(firstTasks([...days, task('now', '')]).map(({ id }) => id)).toEqual([
      'now',
      'd1',
      'd3',
      'd5',
      'd7',
    ]);
  });

  it('come from every source, and one that fails keeps none of the others back', async () => {
    const sources: TaskSource<number>[] = [
      { tasks: (n) => [task(`a${n}`, '2027-02-02')] },
      { tasks: () => Promise.reject(new Error('away')) },
      { tasks: (n) => Promise.resolve([task(`b${n}`, '2027-02-01')]) },
    ];
    const { tasks, isPartial } = await gatherTasks(sources, 7);
    expect(tasks.map(({ id }) => id)).toEqual(['b7', 'a7']);
    expect(isPartial).toBe(true);
    expect((await gatherTasks(sources.slice(0, 1), 7)).isPartial).toBe(false);
  });
});
