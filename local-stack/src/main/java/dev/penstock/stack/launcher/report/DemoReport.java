package dev.penstock.stack.launcher.report;

import dev.penstock.stack.history.Balance;
import dev.penstock.stack.history.Latencies;
import java.time.Duration;
import java.util.Locale;

/**
 * The demo's report as text.
 *
 * @param time how long the load ran
 * @param toPage from an event to the page that shows it
 */
record DemoReport(Duration time, Balance balance, Latencies.Summary toPage) {
    String text() {
        Balance.Standings jobs = balance.standings();
        StringBuilder text = new StringBuilder("\nReport of " + time.toSeconds() + " s, read from the log\n");
        line(text, "submitted", balance.submissions(), "");
        line(text, "completed", jobs.completed(), "");
        line(text, "retried", balance.retries(), "attempts that failed and were followed by another");
        line(text, "dead-lettered", jobs.failed(), "failed for good, each with its dead letter");
        line(text, "still open", jobs.open(), "wait for a later attempt or a later time");
        optional(text, "aborted", jobs.aborted());
        optional(text, "stopped", jobs.stopped());
        optional(text, "deleted", jobs.deleted());
        optional(text, "refused", balance.refused());
        optional(text, "ignored", balance.ignored());
        optional(text, "undecodable", balance.undecodable());
        line(text, "duplicates", balance.faults().duplicates(), "second completions accepted");
        text.append(String.format(Locale.ROOT, "  %-15s %s%n", "pick-up", balance.pickUp()));
        text.append(String.format(Locale.ROOT, "  %-15s %s%n", "event to page", toPage));
        return text.append(verdict(jobs)).toString();
    }

    private String verdict(Balance.Standings jobs) {
        if (balance.closes()) {
            return "The sums close: " + balance.jobs() + " jobs = " + jobs.completed() + " completed + " + jobs.failed()
                    + " dead-lettered + " + jobs.open() + " open"
                    + (rest(jobs) == 0 ? "." : " + " + rest(jobs) + " aborted, stopped or deleted.");
        }
        return "THE SUMS DO NOT CLOSE:\n  " + String.join("\n  ", balance.objections());
    }

    private static long rest(Balance.Standings jobs) {
        return jobs.aborted() + jobs.stopped() + jobs.deleted();
    }

    private static void optional(StringBuilder text, String name, long count) {
        if (count > 0) {
            line(text, name, count, "");
        }
    }

    private static void line(StringBuilder text, String name, long count, String remark) {
        text.append(String.format(Locale.ROOT, "  %-15s %6d  %s", name, count, remark)
                        .stripTrailing())
                .append('\n');
    }
}
