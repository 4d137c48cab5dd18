import type { CpdSession, GapTask, SeriesWithSessions } from '@lectern/cpd';
import type { CpdSeriesEntity, GapTaskEntity } from './cpd-programme.entity';

export const gapTaskView = ({ id, afterSessionId, title, task }: GapTaskEntity): GapTask => ({
  id,
  afterSessionId,
  title,
  text: task,
});

/** A series with those of its sessions that may be seen, and the tasks that these set. */
export const seriesView = (
  series: CpdSeriesEntity,
  programmeLabel: string,
  sessions: readonly CpdSession[],
  tasks: readonly GapTaskEntity[],
): SeriesWithSessions => {
  const order = sessions.map(({ id }) => id);
  return {
    id: series.id,
    programmeId: series.programmeId,
    programmeLabel,
    title: series.title,
    summary: series.summary,
    sessionsExpected: series.sessionsExpected,
    gapTasks: tasks
      .filter(({ seriesId, afterSessionId }) => seriesId === series.id && order.includes(afterSessionId))
      .sort((a, b) => order.indexOf(a.afterSessionId) - order.indexOf(b.afterSessionId))
      .map(gapTaskView),
    sessions,
  };
};
