// How a span of time is written, the same as dev.penstock.ui.chart.Spans on the server: test/spans.json holds both to it.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A coarse span: "12 s", "4 m", "3 h", "5 d". */
export function coarse(millis: number): string {
  if (millis < MINUTE) return `${Math.floor(millis / SECOND)} s`;
  if (millis < HOUR) return `${Math.floor(millis / MINUTE)} m`;
  if (millis < 2 * DAY) return `${Math.floor(millis / HOUR)} h`;
  return `${Math.floor(millis / DAY)} d`;
}

/** A moment as seen from now: "just now", "12 s ago", "in 42 s". */
export function relative(millisAgo: number): string {
  if (millisAgo < 0) return `in ${coarse(-millisAgo + SECOND - 1)}`;
  return millisAgo < SECOND ? "just now" : `${coarse(millisAgo)} ago`;
}

/** A span that still grows: "12 s", "1:04", "1:02:03", "2 d 3 h". */
export function running(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / SECOND));
  if (seconds < 60) return `${seconds} s`;
  if (millis >= DAY) return `${Math.floor(millis / DAY)} d ${Math.floor((millis % DAY) / HOUR)} h`;
  const two = (n: number) => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return seconds < 3600
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
