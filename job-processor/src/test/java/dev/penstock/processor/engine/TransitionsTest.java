package dev.penstock.processor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.JobCommand;
import dev.penstock.api.command.Report;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Lease;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.EveryCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the rules can do, random lives of jobs really did: a transition or an event that none of them visits fails the build. */
class TransitionsTest {
    private static final int MOST_LIVES = 60_000;
    private static final int STEPS = 40;
    private static final long SEED = Long.getLong("penstock.seed", 20261122L);
    private static final JobId ROOT = new JobId("r1.0");
    private static final Path TABLE = Path.of("..", "docs", "lifecycle.md");
    /** Told by their own tests: they need another job that is unique. */
    private static final Set<String> ELSEWHERE = Set.of("PredecessorAwaited", "AnswerRequested");

    private static final String OF = ",\"subject\":\"" + EveryCommand.SUBJECT + "\"}";

    /** What ends no job: behind it lie the rare ones. */
    private static final List<String> LONG_LIFE = List.of("Started", "Spawn", "AwaitChildren", "Stop", "Attach");

    private final Set<String> visited = new TreeSet<>();
    private final Set<String> events = new TreeSet<>();
    /** How often a command met a status: what was tried least comes next, so that rare paths are walked too. */
    private final Map<String, Integer> tried = new HashMap<>();

    @Test
    void every_transition_of_the_rules_is_visited_by_random_lives() throws IOException {
        Set<String> transitions = transitions();
        Set<String> kinds = kinds();
        for (int i = 0; i < MOST_LIVES && !(visited.containsAll(transitions) && events.containsAll(kinds)); i++) {
            live(new Random(SEED + i));
        }
        assertThat(visited).as("cells of docs/lifecycle.md").containsAll(transitions);
        assertThat(events).as("kinds of events").containsAll(kinds);
    }

    private void live(Random random) {
        World world = new World().withType("t", policy(1));
        submitted(world.submit(ROOT, spec(random)));
        for (int step = 0; step < STEPS && !world.jobs.isEmpty(); step++) {
            world.pass(Duration.ofMillis(random.nextInt(60_000)));
            List<JobId> ids = Stream.concat(world.jobs.keySet().stream(), world.stubs.keySet().stream())
                    .sorted()
                    .toList();
            JobId id = ids.get(random.nextInt(ids.size()));
            one(world, id, random);
            if (random.nextBoolean()) {
                world.settle();
            }
            if (random.nextInt(STEPS) == 0) {
                world.withType("t", policy(2));
            }
        }
    }

    private static JobPolicy policy(int version) {
        JobPolicy d = JobPolicy.DEFAULT;
        return new JobPolicy(
                version,
                new JobPolicy.Capabilities(true, true, true, false, false),
                2,
                d.backoff(),
                Duration.ofSeconds(20),
                d.onExhausted(),
                d.onLeaseLost(),
                JobPolicy.OnChildFailed.CONTINUE,
                d.deleteAfter(),
                d.artifactRetention());
    }

    private static String spec(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "{\"type\":\"t\",\"runAt\":\"2026-11-22T03:05:00Z\"" + OF;
            case 1 -> "{\"type\":\"t\",\"startBefore\":\"2026-11-22T03:00:20Z\"" + OF;
            case 2 ->
                "{\"type\":\"t\",\"runAt\":\"2026-11-22T03:05:00Z\",\"startBefore\":\"2026-11-22T03:20:00Z\"" + OF;
            default -> "{\"type\":\"t\"" + OF;
        };
    }

    /** A command of a random row, with what fits the job more often than not. */
    private void one(World world, JobId id, Random random) {
        Job before = world.folded(id);
        if (before == null) {
            return;
        }
        Lease lease = lease(world, before, random);
        long timer = before.run().waiting() == null ? 7 : before.run().waiting().timer();
        Map<String, JobCommand> rows = EveryCommand.about(id, lease, timer);
        List<String> names = List.copyOf(rows.keySet());
        String name = switch (random.nextInt(3)) {
            case 0 -> names.get(random.nextInt(names.size()));
            case 1 -> LONG_LIFE.get(random.nextInt(LONG_LIFE.size()));
            default ->
                names.stream()
                        .min(Comparator.comparing(row -> tried.getOrDefault(row + before.status(), 0)))
                        .orElseThrow();
        };
        tried.merge(name + before.status(), 1, Integer::sum);
        Command command = name.equals("Spawn") ? spawn(id, lease, random) : rows.get(name);
        if (name.equals("RetentionDue") || name.equals("ArtifactDue")) {
            world.pass(Duration.ofDays(60));
        }
        note(name, id, before, world.send(command));
    }

    private static Command spawn(JobId id, Lease lease, Random random) {
        return new Report.Spawn(
                id, lease, List.of(new Report.Child("c" + random.nextInt(3), World.spec("{\"type\":\"t\"}"))));
    }

    private static Lease lease(World world, Job job, Random random) {
        if (job.run().holder() != null) {
            return random.nextInt(8) > 0 ? job.run().holder().lease() : new Lease(1, 1, 3, "w9");
        }
        return job.run().dispatch() == null ? new Lease(1, 1, 7, "w1") : World.lease(world.order(job.id()), "w1");
    }

    private void submitted(List<Output> outputs) {
        World.names(outputs).forEach(events::add);
    }

    /** Where the command itself led the job. */
    private void note(String name, JobId id, Job before, List<Output> outputs) {
        Job after = before;
        boolean changed = false;
        for (Output output : outputs) {
            if (output instanceof Output.Event e && e.message().body() instanceof JobEvent body) {
                events.add(body.getClass().getSimpleName());
                if (e.message().key().equals(id.value()) && e.message().version() > 0) {
                    after = evolve(after, e.message());
                    changed = true;
                }
            }
        }
        if (changed) {
            visited.add(name + ": " + before.status() + " to " + (after == null ? "deleted" : after.status()));
        }
    }

    private static Job evolve(Job job, EventMessage event) {
        return dev.penstock.api.lifecycle.Evolution.evolve(job, event);
    }

    /** The cells of the table in which something changes. */
    private static Set<String> transitions() throws IOException {
        List<String[]> rows = Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(2).split(" *\\| *"))
                .toList();
        String[] statuses = rows.get(0);
        Set<String> all = new TreeSet<>();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int i = 1; i < row.length; i++) {
                String to = row[i].replace("*", "");
                if (!to.equals("refused") && !to.equals("–")) {
                    all.add(row[0] + ": " + statuses[i] + " to " + (to.equals("✓") ? statuses[i] : to));
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(60);
        return all;
    }

    private static Set<String> kinds() {
        Set<String> all = new TreeSet<>();
        Arrays.stream(JobEvent.class.getPermittedSubclasses())
                .flatMap(room -> Arrays.stream(room.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .filter(kind -> !ELSEWHERE.contains(kind))
                .forEach(all::add);
        return all;
    }
}
