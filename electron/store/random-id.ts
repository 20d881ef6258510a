/** Ids of stored things: 60 random bits in Crockford's base 32, short enough to be typed from a log. */
import { randomBytes } from "node:crypto";

const CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

/** Twelve characters, "4k7m2q9xw0rt". */
export const randomId = (): string => Array.from(randomBytes(12), (byte) => CROCKFORD[byte & 31]).join("");
