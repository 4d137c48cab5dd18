import { SetMetadata } from '@nestjs/common';
import type { DeviceRole } from '@lectern/check-in';
import type { Permission } from '@lectern/identity';

export const ACCESS = 'lectern:access';

/** Who may call a route at all. The service asks again with the object in hand. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'device'; readonly roles: readonly DeviceRole[] };

/** Anyone may call this route; somebody signed in is still known. */
export const Public = () => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);

/** Somebody signed in who could hold this permission. */
export const RequirePermission = (permission: Permission) =>
  SetMetadata(ACCESS, { kind: 'permission', permission } satisfies Access);

/** A paired device in one of these roles. */
export const ForDevice = (...roles: DeviceRole[]) =>
  SetMetadata(ACCESS, { kind: 'device', roles } satisfies Access);

export const UNKEYED = 'lectern:unkeyed';

/**
 * A POST that cannot happen twice anyway and whose answer must leave no trace beside the answer: of an Idempotency-Key
 * the moment and a fingerprint of what was sent are kept, which would tell whose it is.
 */
export const Unkeyed = () => SetMetadata(UNKEYED, true);
