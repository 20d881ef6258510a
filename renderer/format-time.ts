/** Moments in the words of the title bar and the library: "14:02" today, "12 Nov" this year, "12 Nov 2025" before. Local time. */

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const two = (number: number): string => String(number).padStart(2, "0");

const clockText = (at: number): string => `${two(new Date(at).getHours())}:${two(new Date(at).getMinutes())}`;

/** "12 Nov", with the year where it is not the year of `now`. */
export function dayText(at: number, now: number): string {
  const date = new Date(at);
  const day = `${date.getDate()} ${MONTHS[date.getMonth()] ?? ""}`;
  return date.getFullYear() === new Date(now).getFullYear() ? day : `${day} ${date.getFullYear()}`;
}

/** A moment after `now` counts as today: `now` is up to a minute old. */
const isToday = (at: number, now: number): boolean => new Date(at).toDateString() === new Date(Math.max(at, now)).toDateString();

/** Behind a verb: "saved 14:02", "saved 12 Nov". */
export const whenText = (at: number, now: number): string => (isToday(at, now) ? clockText(at) : dayText(at, now));

/** Alone in a column: "Today 14:02", "12 Nov". */
export const momentText = (at: number, now: number): string => (isToday(at, now) ? `Today ${clockText(at)}` : dayText(at, now));

/** With the time whatever the day: "today 14:02", "12 Nov 14:02". */
export const momentClockText = (at: number, now: number): string => `${isToday(at, now) ? "today" : dayText(at, now)} ${clockText(at)}`;
