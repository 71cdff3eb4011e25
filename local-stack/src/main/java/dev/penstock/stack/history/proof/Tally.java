package dev.penstock.stack.history.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.stack.history.model.Asked;
import dev.penstock.stack.history.model.Hold;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Place;
import dev.penstock.stack.history.model.Stand;
import dev.penstock.stack.history.model.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a walk through the log counts. */
public final class Tally {
    private final Map<String, Long> commands = new TreeMap<>();
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> copies = new TreeMap<>();
    private final Map<String, Long> events = new TreeMap<>();
    private final Map<String, Long> stands = new TreeMap<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Completion> completions = new ArrayList<>();
    private final List<Failed> failures = new ArrayList<>();
    private final Set<String> started = new HashSet<>();
    private final Set<String> unrecovered = new HashSet<>();
    private long recovered;

    /**
     * A lease that was taken from its worker.
     *
     * @param atMs by the log's clock
     * @param cause as the event says it
     */
    public record Loss(String job, String worker, long atMs, String cause, Place place) {}

    /** A completion that was accepted from the holder of a lease. */
    public record Completion(String job, long round, long attempt, long lease, Place place) {}

    /**
     * An attempt that failed.
     *
     * @param stopping whether the job was being stopped
     */
    public record Failed(String job, String error, String message, boolean stopping, Place place) {}

    void asked(Asked asked) {
        commands.merge(asked.name(), 1L, Long::sum);
    }

    void unreadable() {
        commands.merge("unreadable", 1L, Long::sum);
        outcome("dead letters");
    }

    void forwarded() {
        commands.merge("Submit in a wrong partition", 1L, Long::sum);
        outcome("forwarded");
    }

    void copy(Asked asked) {
        copies.merge(asked.name(), 1L, Long::sum);
        outcome("copies");
    }

    void answer(Told told) {
        outcome(told.event().equals("CommandRefused") ? "refused" : "ignored");
    }

    void accepted() {
        outcome("accepted");
    }

    void event(Told told, JobModel job) {
        events.merge(told.event(), 1L, Long::sum);
        Hold lease = Hold.of(told.data());
        if (told.event().equals("AttemptLost") && lease != null) {
            Loss loss = new Loss(job.id(), lease.worker(), told.atMs(), told.text("cause"), told.place());
            losses.add(loss);
            unrecovered.add(job.id());
        }
        if (told.event().equals("AttemptFailed")) {
            JsonNode failure = told.data().path("failure");
            failures.add(new Failed(
                    job.id(),
                    failure.path("error").asText(),
                    failure.path("message").asText(),
                    job.stand() == Stand.STOPPING,
                    told.place()));
        }
        if (told.event().equals("AttemptStarted") && lease != null) {
            started.add(job.id() + "#" + lease.number());
        }
        if (told.event().equals("AttemptStarted") && unrecovered.remove(job.id())) {
            recovered++;
        }
        if (told.event().equals("JobCompleted") && lease != null) {
            completions.add(new Completion(job.id(), lease.round(), lease.attempt(), lease.number(), told.place()));
        }
    }

    private void outcome(String kind) {
        outcomes.merge(kind, 1L, Long::sum);
    }

    void stands(JobModel job) {
        stands.merge(job.stand().name(), 1L, Long::sum);
    }

    /** Commands in the log by name; {@code unreadable} for what nobody could read. */
    public Map<String, Long> commands() {
        return Map.copyOf(commands);
    }

    /** Outcomes by kind: accepted, refused, ignored, copies, dead letters, forwarded. */
    public Map<String, Long> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** Copies of reports, timers and submissions by name. */
    public Map<String, Long> copies() {
        return Map.copyOf(copies);
    }

    /** Events about jobs by name. */
    public Map<String, Long> events() {
        return Map.copyOf(events);
    }

    /** Jobs by where they stand. */
    public Map<String, Long> stands() {
        return Map.copyOf(stands);
    }

    public List<Loss> losses() {
        return List.copyOf(losses);
    }

    /** Whether the log accepted a start of the job under a lease of that number. */
    public boolean wasStarted(String job, long lease) {
        return started.contains(job + "#" + lease);
    }

    /** Jobs that were begun again after a lease was lost. */
    public long recovered() {
        return recovered;
    }

    public List<Failed> failures() {
        return List.copyOf(failures);
    }

    public List<Completion> completions() {
        return List.copyOf(completions);
    }

    /** All of these together. */
    public static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
