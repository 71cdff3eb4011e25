package dev.penstock.projector.analyst.picture;

import dev.penstock.api.job.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Pictures as text for people. */
public final class PictureText {
    private static final int RUNNING = 50;
    private static final String QUEUES = "%-24s %8s %10s %8s %8s %8s %8s";

    private PictureText() {}

    /** One moment. */
    public static List<String> of(Picture picture) {
        List<String> lines = new ArrayList<>();
        lines.add("As of " + picture.asOf() + ", last event " + picture.lastEventAt());
        lines.add("");
        picture.statuses().forEach((status, jobs) -> lines.add(String.format(Locale.ROOT, "%-24s %8d", status, jobs)));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT, QUEUES, "queue", "depth", "dispatched", "waiting", "running", "parents", "ended"));
        for (QueueLine q : picture.queues()) {
            lines.add(String.format(
                    Locale.ROOT,
                    QUEUES,
                    q.queue() + (q.paused() ? " (paused)" : ""),
                    q.depth(),
                    q.dispatched(),
                    q.waiting(),
                    q.running(),
                    q.parents(),
                    q.ended()));
        }
        running(lines, picture);
        lines.add("");
        figures(picture).forEach((name, value) -> lines.add(String.format(Locale.ROOT, "%-24s %8d", name, value)));
        return lines;
    }

    private static void running(List<String> lines, Picture picture) {
        lines.add("");
        lines.add(picture.running().size() + " leases, held by "
                + picture.workers().size() + " workers");
        Instant now = picture.lastEventAt();
        for (Holding h : picture.running().stream().limit(RUNNING).toList()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-24s %-20s %-12s %-8s on %s, round %d attempt %d, lease %d, since %s (%s)",
                    h.job(),
                    h.type(),
                    h.queue(),
                    h.status(),
                    h.worker(),
                    h.round(),
                    h.attempt(),
                    h.lease(),
                    h.since(),
                    now == null ? "" : Duration.between(h.since(), now).toMillis() + " ms"));
        }
        if (picture.running().size() > RUNNING) {
            lines.add("  and " + (picture.running().size() - RUNNING) + " more; --json names all");
        }
    }

    /** Two moments: what stands beside what, and the change. */
    public static List<String> of(Picture before, Picture after) {
        List<String> lines = new ArrayList<>();
        lines.add("From " + before.asOf() + ", last event " + before.lastEventAt());
        lines.add("to   " + after.asOf() + ", last event " + after.lastEventAt());
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-32s %10s %10s %10s", "", "then", "later", "change"));
        Map<String, Long> then = figures(before);
        Map<String, Long> later = figures(after);
        statuses(before.statuses(), then);
        statuses(after.statuses(), later);
        before.queues().forEach(q -> then.put("depth of " + q.queue(), q.depth()));
        after.queues().forEach(q -> later.put("depth of " + q.queue(), q.depth()));
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(later.keySet());
        for (String name : names) {
            long from = then.getOrDefault(name, 0L);
            long to = later.getOrDefault(name, 0L);
            lines.add(String.format(Locale.ROOT, "%-32s %10d %10d %+10d", name, from, to, to - from));
        }
        return lines;
    }

    private static void statuses(Map<Status, Long> statuses, Map<String, Long> figures) {
        statuses.forEach((status, jobs) -> figures.put("jobs " + status, jobs));
    }

    private static Map<String, Long> figures(Picture picture) {
        Totals t = picture.totals();
        Map<String, Long> figures = new TreeMap<>();
        figures.put("total events", t.events());
        figures.put("total jobs submitted", t.submitted());
        figures.put("total jobs deleted", t.deleted());
        figures.put("total rounds completed", t.completed());
        figures.put("total rounds failed", t.failed());
        figures.put("total attempts", t.attempts());
        figures.put("total attempts failed", t.failedAttempts());
        figures.put("total leases lost", t.lostLeases());
        figures.put("total commands refused", t.refused());
        figures.put("running leases", (long) picture.running().size());
        return figures;
    }
}
