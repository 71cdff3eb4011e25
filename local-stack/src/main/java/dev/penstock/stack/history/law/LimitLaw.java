package dev.penstock.stack.history.law;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.stack.history.model.Asked;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.model.Hold;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Never do more jobs run than the limit of their queue or key allows, over all partitions, and never do more begin within a time than
 * its rate allows. A limit that was changed counts as the widest it ever was.
 */
final class LimitLaw implements Law {
    private static final long NEVER = Long.MAX_VALUE;

    private final Findings findings;
    private final Map<String, Bound> bounds = new HashMap<>();
    private final Map<String, List<Span>> spans = new TreeMap<>();
    private final Map<String, Open> open = new HashMap<>();
    private final Map<String, Long> dispatched = new HashMap<>();

    /** @param rate 0: there is none */
    private record Bound(long maxRunning, long rate, long perMs) {}

    private record Open(long number, List<Span> spans) {}

    LimitLaw(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void group(@Nullable Asked cause, List<Told> group, Map<String, JobModel> jobs) {
        for (Told told : group) {
            JsonNode setting = told.data().path("setting");
            String name = setting.path("name").asText();
            long most = setting.path("maxRunning").asLong(NEVER);
            if (setting.path("kind").asText().equals("queue")) {
                widen("queue:" + name, new Bound(most, 0, 1));
            } else if (setting.path("kind").asText().equals("limit")) {
                long rate = setting.path("rate").asLong(0);
                widen("key:" + name, new Bound(most, rate, setting.path("per").asLong(1)));
            }
        }
    }

    private void widen(String gate, Bound bound) {
        bounds.merge(
                gate,
                bound,
                (a, b) -> new Bound(
                        Math.max(a.maxRunning, b.maxRunning), Math.max(a.rate, b.rate), Math.min(a.perMs, b.perMs)));
    }

    @Override
    public void after(JobModel job, Told told) {
        if (told.data().path("dispatch").isObject()) {
            dispatched.put(job.id(), told.atMs());
        }
        Hold holder = job.holder();
        Open before = open.get(job.id());
        if (before != null && (holder == null || holder.number() != before.number())) {
            before.spans().forEach(span -> span.endMs = told.atMs());
            open.remove(job.id());
        }
        if (holder != null
                && !open.containsKey(job.id())
                && !job.terms().limits().isEmpty()) {
            open.put(job.id(), new Open(holder.number(), begins(job, told)));
        }
    }

    private List<Span> begins(JobModel job, Told told) {
        String reckoned = told.text("startedAt");
        long from = reckoned.isEmpty() ? told.atMs() : Instant.parse(reckoned).toEpochMilli();
        List<Span> begun = new ArrayList<>();
        for (String gate : job.terms().limits()) {
            Span span = new Span(job.id(), told, dispatched.getOrDefault(job.id(), from), from);
            spans.computeIfAbsent(gate, name -> new ArrayList<>()).add(span);
            begun.add(span);
        }
        return begun;
    }

    @Override
    public void conclude() {
        spans.forEach((gate, all) -> {
            Bound bound = bound(gate);
            if (bound != null && bound.maxRunning < NEVER) {
                Crowd.tooMany(all, bound.maxRunning)
                        .ifPresent(span -> report(gate, span, "more than " + bound.maxRunning + " run"));
            }
            if (bound != null && bound.rate > 0) {
                Crowd.tooFast(all, bound.rate, bound.perMs)
                        .ifPresent(span -> report(
                                gate, span, "more than " + bound.rate + " have begun within " + bound.perMs + " ms"));
            }
        });
    }

    /** A limit by key has a gate for each key; its bounds stand under what is before the colon. */
    private @Nullable Bound bound(String gate) {
        int colon = gate.startsWith("key:") ? gate.indexOf(':', 4) : -1;
        return bounds.get(colon < 0 ? gate : gate.substring(0, colon));
    }

    private void report(String gate, Span span, String what) {
        findings.add(Kind.OVER_LIMIT, span.job, span.told + " came when, with it, " + what + " of the limit " + gate);
    }
}
