import type { OfferMade, PresenterOffer } from '@lectern/cpd';
import type { PresenterOfferRequest } from '@lectern/cpd/requests';
import type { Caller, TestApp } from '../../app.harness';

export const OUTLINE = 'We begin with what pupils get wrong, then draw it.';

/** Somebody with their account’s id. */
export interface Person {
  readonly caller: Caller;
  readonly id: string;
}

/** A trainee of a name, whose suitability somebody confirmed unless it is said otherwise. */
export const aTrainee = async (
  test: TestApp,
  mentor: Caller,
  { name, suitable = true }: { readonly name?: string; readonly suitable?: boolean } = {},
): Promise<Person> => {
  const caller = await test.as('trainee');
  const { body } = await caller.get('/session');
  const id = body.account.id as string;
  if (name) {
    await test.database.transaction(() =>
      test.database.execute('UPDATE accounts SET name = ? WHERE id = ?', [name, id]),
    );
  }
  if (suitable) await confirmSuitability(mentor, id);
  return { caller, id };
};

export const confirmSuitability = (mentor: Caller, accountId: string) =>
  mentor.post(`/cpd/suitability/${accountId}`, { confirmedBy: 'Imogen Hale', confirmedOn: '2026-09-14' });

/** Offers to give a session; the answer is there to be looked at. */
export const offerFor = (by: Caller, sessionId: string, change: Partial<PresenterOfferRequest> = {}) =>
  by.post<OfferMade & { code?: string; detail?: string }>(`/cpd/sessions/${sessionId}/offers`, {
    outline: OUTLINE,
    ...change,
  });

/** An offer that was taken, as its trainee sees it. */
export const anOffer = async (
  by: Caller,
  sessionId: string,
  change: Partial<PresenterOfferRequest> = {},
): Promise<PresenterOffer> => {
  const made = await offerFor(by, sessionId, change);
  if (made.status !== 201) throw new Error(`The offer was refused: ${String(made.body.detail)}`);
  return (await by.get<PresenterOffer>(`/cpd/offers/${made.body.id}`)).body;
};

export const decide = (by: Caller, offerId: string, decision: string, note?: string) =>
  by.post(`/cpd/offers/${offerId}/decisions`, { decision, ...(note === undefined ? {} : { note }) });

/** An offer of a trainee alone that a mentor has approved. */
export const anApprovedOffer = async (
  test: TestApp,
  mentor: Caller,
  sessionId: string,
): Promise<{ readonly offer: PresenterOffer; readonly trainee: Person }> => {
  const trainee = await aTrainee(test, mentor);
  const offer = await anOffer(trainee.caller, sessionId);
  return { trainee, offer: (await decide(mentor, offer.id, 'approve')).body as PresenterOffer };
};
