package dev.penstock.processor.simulate;

import dev.penstock.api.command.Submit;
import dev.penstock.api.job.Backoff;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Priority;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.simulate.change.Changes;
import dev.penstock.processor.simulate.measure.Figures;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.measure.QueueFigures;
import dev.penstock.processor.simulate.measure.Stretch;
import dev.penstock.processor.simulate.past.Arrival;
import dev.penstock.processor.simulate.past.AttemptKey;
import dev.penstock.processor.simulate.past.Brood;
import dev.penstock.processor.simulate.past.Deed;
import dev.penstock.processor.simulate.past.End;
import dev.penstock.processor.simulate.past.Pickups;
import dev.penstock.processor.simulate.past.Presence;
import dev.penstock.processor.simulate.past.Ran;
import dev.penstock.processor.simulate.past.Recording;
import dev.penstock.processor.simulate.world.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A past that is made up: jobs of a queue with given arrivals, service times and ends, and a worker. */
final class Past {
    static final String QUEUE = "q";
    static final long BEGIN = Micros.of(Instant.parse("2026-03-01T10:00:00Z"));

    final Map<String, Setting> settings = new TreeMap<>();
    final Map<AttemptKey, List<Brood>> broods = new HashMap<>();
    final List<Deed> deeds = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Ran> attempts = new ArrayList<>();
    private final List<Presence> workers = new ArrayList<>();
    private final long length;

    /** @param length of the stretch, microseconds */
    Past(long length, int slots) {
        this.length = length;
        settings.put("queue/q", Setting.Queue.named(QUEUE, ""));
        workers.add(new Presence("w1", List.of(QUEUE), slots, BEGIN, BEGIN + length + 1, true));
    }

    Past type(String name, int maxAttempts) {
        Backoff backoff = new Backoff(Duration.ofMillis(100), 2, Duration.ofHours(1), 0);
        JobPolicy policy = JobPolicy.DEFAULT.with(1, maxAttempts, backoff, null);
        settings.put("type/" + name, new Setting.Type(name, "", QUEUE, policy, Map.of()));
        return this;
    }

    /** A job that comes so long after the beginning. */
    JobId job(String type, long at) {
        JobId id = JobId.of("r" + arrivals.size(), "0");
        arrivals.add(new Arrival(BEGIN + at, new Submit(id, null, spec(type))));
        return id;
    }

    static JobSpec spec(String type) {
        return new JobSpec(
                type,
                1,
                Json.EMPTY,
                QUEUE,
                Priority.NORMAL,
                null,
                null,
                null,
                null,
                null,
                Origin.SYSTEM,
                null,
                null,
                null,
                List.of(),
                Map.of(),
                List.of(),
                null,
                null,
                null,
                JobSpec.Overrides.NONE,
                null);
    }

    /** What its attempt took and how it ended. */
    Past ran(JobId job, String type, int attempt, long took, End.How how) {
        return ran(job, type, attempt, took, new End(how, null, false));
    }

    Past ran(JobId job, String type, int attempt, long took, End end) {
        AttemptKey key = new AttemptKey(job, 1, attempt);
        attempts.add(new Ran(key, type, QUEUE, Priority.NORMAL, "w1", false, BEGIN, BEGIN, took, end));
        return this;
    }

    Recording recording() {
        return new Recording(
                new Stretch(BEGIN, BEGIN + length),
                List.of(),
                settings,
                arrivals,
                List.of(),
                deeds,
                attempts,
                broods,
                workers,
                Pickups.NONE);
    }

    Figures simulated(String... set) {
        return simulated(1, set);
    }

    Figures simulated(long seed, String... set) {
        return Simulation.run(recording(), Changes.parse(List.of(set)), seed, now -> {});
    }

    QueueFigures figures(String... set) {
        return Objects.requireNonNull(simulated(set).queues().get(QUEUE));
    }
}
