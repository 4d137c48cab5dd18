import { inject, Injectable } from '@angular/core';
import { CONFERENCES_PATH } from '@lectern/conferences';
import type {
  AllocationBoard,
  AllocationPublication,
  AllocationTrial,
  AllocationTrialRequest,
  PlaceRules,
  PlaceRulesChange,
  SchoolFacts,
  WaitingList,
} from '@lectern/registrations';
import { Api } from '../platform/api';

/** How a conference gives its places, over HTTP. */
@Injectable({ providedIn: 'root' })
export class AllocationApi {
  private readonly api = inject(Api);

  rules(idOrSlug: string): Promise<PlaceRules> {
    return this.api.get(`${pathOf(idOrSlug)}/place-rules`);
  }

  changeRules(id: string, change: PlaceRulesChange): Promise<PlaceRules> {
    return this.api.put(`${pathOf(id)}/place-rules`, change);
  }

  waitingList(id: string): Promise<WaitingList> {
    return this.api.get(`${pathOf(id)}/waiting-list`);
  }

  board(id: string): Promise<AllocationBoard> {
    return this.api.get(`${pathOf(id)}/allocation`);
  }

  tryOut(id: string, request: AllocationTrialRequest): Promise<AllocationTrial> {
    return this.api.post(`${pathOf(id)}/allocation-trials`, request);
  }

  publish(id: string, publication: AllocationPublication): Promise<AllocationBoard> {
    return this.api.post(`${pathOf(id)}/allocation`, publication);
  }

  changeFacts({ urn, ...change }: SchoolFacts): Promise<SchoolFacts> {
    return this.api.put(`schools/${urn}/allocation-facts`, change);
  }
}

const pathOf = (idOrSlug: string): string => `${CONFERENCES_PATH}/${encodeURIComponent(idOrSlug)}`;
