import { inject, Injectable } from '@angular/core';
import { academicYearSlug, type HalfTermDates, type Page, PAGE_LIMIT_MAX } from '@lectern/core';
import {
  ACADEMIC_YEARS_PATH,
  CPD_PROGRAMMES_PATH,
  CPD_SERIES_PATH,
  CPD_SESSIONS_PATH,
  type CpdProgramme,
  type CpdProgrammeChange,
  type CpdProgrammeRequest,
  type CpdSession,
  type CpdSessionRequest,
  type CpdSessionTransition,
  type GapTaskRequest,
  type SeriesChange,
  type SeriesRequest,
  type SeriesWithSessions,
  type Topic,
  type TopicDemand,
  TOPICS_PATH,
  type TopicRequest,
  type YearCalendar,
  type YearPlan,
} from '@lectern/cpd';
import { Api } from '../../platform/api';

/** Topics, programmes, series and sessions of the CPD over HTTP. */
@Injectable({ providedIn: 'root' })
export class PlanningApi {
  private readonly api = inject(Api);

  async topics(): Promise<readonly Topic[]> {
    return (await this.api.get<Page<Topic>>(TOPICS_PATH)).items;
  }

  /** How much each topic is wanted in `2026/27`. */
  async demand(academicYear: string): Promise<readonly TopicDemand[]> {
    return (await this.api.get<Page<TopicDemand>>(`${TOPICS_PATH}/demand`, { academicYear })).items;
  }

  /** Adds a topic, or changes the one with this id. */
  saveTopic(id: string | null, request: TopicRequest): Promise<Topic> {
    return id === null
      ? this.api.post(TOPICS_PATH, request)
      : this.api.patch(`${TOPICS_PATH}/${id}`, request);
  }

  mark(topicId: string): Promise<unknown> {
    return this.api.put(`${TOPICS_PATH}/${topicId}/vote`, {});
  }

  unmark(topicId: string): Promise<void> {
    return this.api.delete(`${TOPICS_PATH}/${topicId}/vote`);
  }

  calendar(academicYear: string): Promise<YearCalendar> {
    return this.api.get(`${ACADEMIC_YEARS_PATH}/${academicYearSlug(academicYear)}/calendar`);
  }

  setCalendar(academicYear: string, halfTerms: readonly HalfTermDates[]): Promise<YearCalendar> {
    return this.api.put(`${ACADEMIC_YEARS_PATH}/${academicYearSlug(academicYear)}/calendar`, { halfTerms });
  }

  async programmes(): Promise<readonly CpdProgramme[]> {
    return (await this.api.get<Page<CpdProgramme>>(CPD_PROGRAMMES_PATH)).items;
  }

  programme(id: string): Promise<CpdProgramme> {
    return this.api.get(`${CPD_PROGRAMMES_PATH}/${id}`);
  }

  createProgramme(request: CpdProgrammeRequest): Promise<CpdProgramme> {
    return this.api.post(CPD_PROGRAMMES_PATH, request);
  }

  changeProgramme(id: string, change: Partial<CpdProgrammeChange>): Promise<CpdProgramme> {
    return this.api.patch(`${CPD_PROGRAMMES_PATH}/${id}`, change);
  }

  plan(programmeId: string): Promise<YearPlan> {
    return this.api.get(`${CPD_PROGRAMMES_PATH}/${programmeId}/plan`);
  }

  /** Every session of a programme, earliest first. */
  async sessions(programmeId: string): Promise<readonly CpdSession[]> {
    const sessions: CpdSession[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<CpdSession> = await this.api.get(CPD_SESSIONS_PATH, {
        programmeId,
        limit: PAGE_LIMIT_MAX,
        ...(cursor === null ? {} : { cursor }),
      });
      sessions.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return sessions;
  }

  session(id: string): Promise<CpdSession> {
    return this.api.get(`${CPD_SESSIONS_PATH}/${encodeURIComponent(id)}`);
  }

  /** Plans a session, or changes the one with this id. */
  saveSession(id: string | null, request: CpdSessionRequest): Promise<CpdSession> {
    return id === null
      ? this.api.post(CPD_SESSIONS_PATH, request)
      : this.api.patch(`${CPD_SESSIONS_PATH}/${id}`, request);
  }

  moveSession(id: string, transition: CpdSessionTransition): Promise<CpdSession> {
    return this.api.post(`${CPD_SESSIONS_PATH}/${id}/transitions`, transition);
  }

  async allSeries(programmeId: string): Promise<readonly SeriesWithSessions[]> {
    return (await this.api.get<Page<SeriesWithSessions>>(CPD_SERIES_PATH, { programmeId })).items;
  }

  series(id: string): Promise<SeriesWithSessions> {
    return this.api.get(`${CPD_SERIES_PATH}/${encodeURIComponent(id)}`);
  }

  createSeries(request: SeriesRequest): Promise<SeriesWithSessions> {
    return this.api.post(CPD_SERIES_PATH, request);
  }

  changeSeries(id: string, change: Partial<SeriesChange>): Promise<SeriesWithSessions> {
    return this.api.patch(`${CPD_SERIES_PATH}/${id}`, change);
  }

  removeSeries(id: string): Promise<void> {
    return this.api.delete(`${CPD_SERIES_PATH}/${id}`);
  }

  /** Adds a gap task, or changes the one with this id. */
  saveTask(seriesId: string, taskId: string | null, request: GapTaskRequest): Promise<SeriesWithSessions> {
    const path = `${CPD_SERIES_PATH}/${seriesId}/gap-tasks`;
    return taskId === null ? this.api.post(path, request) : this.api.patch(`${path}/${taskId}`, request);
  }

  removeTask(seriesId: string, taskId: string): Promise<void> {
    return this.api.delete(`${CPD_SERIES_PATH}/${seriesId}/gap-tasks/${taskId}`);
  }
}
