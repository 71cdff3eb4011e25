package dev.penstock.stack.launcher.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.stack.history.Balance;
import dev.penstock.stack.history.Latencies;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The demo's report.
 *
 * @param time how long the load ran
 * @param toPage from an event to the page that shows it
 * @param atRest memory before there was load
 * @param most memory at the moment when it was most
 */
public record DemoReport(Duration time, Balance balance, Latencies.Summary toPage, MemoryUse atRest, MemoryUse most) {
    /** The report for programs: counts, milliseconds, bytes. */
    public String json() {
        Balance.Standings jobs = balance.standings();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seconds", time.toSeconds()).put("closes", balance.closes());
        json.put("submitted", balance.submissions()).put("completed", jobs.completed());
        json.put("retried", balance.retries())
                .put("deadLettered", jobs.failed())
                .put("open", jobs.open());
        json.put("aborted", jobs.aborted()).put("stopped", jobs.stopped()).put("deleted", jobs.deleted());
        json.put("refused", balance.refused()).put("ignored", balance.ignored());
        json.put("undecodable", balance.undecodable());
        json.put("duplicatesAccepted", balance.faults().duplicates());
        json.put("pickupP50Ms", measured(balance.pickUp(), balance.pickUp().p50()));
        json.put("pickupP99Ms", measured(balance.pickUp(), balance.pickUp().p99()));
        json.put("eventToVisibleP50Ms", measured(toPage, toPage.p50()));
        json.put("eventToVisibleP99Ms", measured(toPage, toPage.p99()));
        atRest.bytes().forEach(json.putObject("bytesAtRest")::put);
        most.bytes().forEach(json.putObject("bytesUnderLoad")::put);
        balance.objections().forEach(json.putArray("objections")::add);
        return json.toPrettyString();
    }

    private static @Nullable Double measured(Latencies.Summary latencies, double value) {
        return latencies.count() == 0 ? null : value;
    }

    /** Whether nothing is missing and nothing is wrong. */
    public boolean closes() {
        return balance.closes();
    }

    /** The report for people. */
    public String text() {
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
        memory(text);
        return text.append(verdict(jobs)).toString();
    }

    private void memory(StringBuilder text) {
        if (most.total() == 0) {
            return;
        }
        text.append("  memory, at rest and when it was most, in MB\n");
        for (String process : new TreeSet<>(most.bytes().keySet())) {
            memory(text, process, atRest.megabytes(process), most.megabytes(process));
        }
        memory(text, "together", atRest.total() >> 20, most.total() >> 20);
    }

    private static void memory(StringBuilder text, String process, long atRest, long most) {
        text.append(String.format(Locale.ROOT, "    %-13s %6d %6d%n", process, atRest, most));
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
