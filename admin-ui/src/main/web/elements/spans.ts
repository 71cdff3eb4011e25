// How a span of time is written, the same as dev.penstock.ui.chart.Spans on the server: test/spans.json holds both to it.
import { say } from "./words";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A coarse span: "12 s", "4 m", "3 h", "5 d". */
export function coarse(millis: number): string {
  if (millis < MINUTE) return say("seconds", "% s", Math.floor(millis / SECOND));
  if (millis < HOUR) return say("minutes", "% m", Math.floor(millis / MINUTE));
  if (millis < 2 * DAY) return say("hours", "% h", Math.floor(millis / HOUR));
  return say("days", "% d", Math.floor(millis / DAY));
}

/** A moment as seen from now: "just now", "12 s ago", "in 42 s". */
export function relative(millisAgo: number): string {
  if (millisAgo < 0) return say("in", "in %", coarse(-millisAgo + SECOND - 1));
  return millisAgo < SECOND ? say("now", "just now") : say("ago", "% ago", coarse(millisAgo));
}

/** A span that still grows: "12 s", "1:04", "1:02:03", "2 d 3 h". */
export function running(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / SECOND));
  if (seconds < 60) return say("seconds", "% s", seconds);
  if (millis >= DAY) return `${say("days", "% d", Math.floor(millis / DAY))} ${say("hours", "% h", Math.floor((millis % DAY) / HOUR))}`;
  const two = (n: number) => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return seconds < 3600
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
