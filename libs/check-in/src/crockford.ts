/** The alphabet of the door's codes; other areas use it too, so it lives in core. */
export { decodeCrockford, encodeCrockford } from '@lectern/core';
