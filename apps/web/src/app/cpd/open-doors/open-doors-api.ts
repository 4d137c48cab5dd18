import { inject, Injectable } from '@angular/core';
import { type Page, PAGE_LIMIT_MAX } from '@lectern/core';
import {
  OPEN_DOOR_PATH,
  type OpenDoorLesson,
  type OpenDoorLessonRequest,
  type Topic,
  TOPICS_PATH,
  type Visit,
  type VisitAction,
  VISITS_PATH,
} from '@lectern/cpd';
import { Api } from '../../platform/api';

const lesson = (id: string): string => `${OPEN_DOOR_PATH}/${encodeURIComponent(id)}`;
const visit = (id: string): string => `${VISITS_PATH}/${encodeURIComponent(id)}`;

/** Open-door lessons and visits over HTTP. */
@Injectable({ providedIn: 'root' })
export class OpenDoorsApi {
  private readonly api = inject(Api);

  /** Lessons of other schools that are to come, the next one first. */
  toCome(cursor: string | null): Promise<Page<OpenDoorLesson>> {
    return this.api.get(OPEN_DOOR_PATH, { limit: PAGE_LIMIT_MAX, ...(cursor ? { cursor } : {}) });
  }

  /** Lessons of the reader’s own school from an instant on, the earliest first. */
  ofOwnSchool(from: string): Promise<Page<OpenDoorLesson>> {
    return this.api.get(OPEN_DOOR_PATH, { of: 'own', from, limit: PAGE_LIMIT_MAX });
  }

  see(id: string): Promise<OpenDoorLesson> {
    return this.api.get(lesson(id));
  }

  offer(request: OpenDoorLessonRequest): Promise<OpenDoorLesson> {
    return this.api.post(OPEN_DOOR_PATH, request);
  }

  change(id: string, request: OpenDoorLessonRequest): Promise<OpenDoorLesson> {
    return this.api.patch(lesson(id), request);
  }

  cancel(id: string, reason: string): Promise<OpenDoorLesson> {
    return this.api.post(`${lesson(id)}/cancellation`, { reason });
  }

  /** Everybody who asked to visit a lesson, for its school and staff. */
  visitsTo(id: string): Promise<Page<Visit>> {
    return this.api.get(`${lesson(id)}/visits`);
  }

  ask(id: string): Promise<Visit> {
    return this.api.post(`${lesson(id)}/visits`, {});
  }

  ownVisits(): Promise<Page<Visit>> {
    return this.api.get(VISITS_PATH, { limit: PAGE_LIMIT_MAX });
  }

  visit(id: string): Promise<Visit> {
    return this.api.get(visit(id));
  }

  step(id: string, action: VisitAction, reason: string | null = null): Promise<Visit> {
    return this.api.post(`${visit(id)}/steps`, { action, ...(reason ? { reason } : {}) });
  }

  reflect(id: string, text: string): Promise<Visit> {
    return this.api.put(`${visit(id)}/reflection`, { text });
  }

  async topics(): Promise<readonly Topic[]> {
    return (await this.api.get<Page<Topic>>(TOPICS_PATH)).items;
  }
}

/** Where a visitor downloads the entry for their calendar. */
export const visitCalendarAddress = ({ id }: Pick<Visit, 'id'>): string =>
  `/api/${VISITS_PATH}/${id}/calendar.ics`;
