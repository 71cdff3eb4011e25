package dev.penstock.processor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ten thousand random histories, seeded: workers that die, lie, repeat themselves and come late; people who act at will. */
class HistoriesTest {
    private static final int HISTORIES = 10_000;
    private static final int STEPS = 40;
    private static final long SEED = Long.getLong("penstock.seed", 20261122L);

    private final List<JobId> ids = List.of(new JobId("r1.0"), new JobId("r2.0"), new JobId("r3.0"));

    @Test
    void every_history_keeps_the_laws() {
        for (int i = 0; i < HISTORIES; i++) {
            long seed = SEED + i;
            try {
                check(live(new Random(seed)));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + " (-Dpenstock.seed=" + seed + ")", e);
            }
        }
    }

    @Test
    void deciding_again_after_a_crash_gives_the_same_events() {
        for (int i = 0; i < 500; i++) {
            World first = live(new Random(SEED + i));
            World second = world();
            first.inputs.forEach(second::handle);
            assertThat(second.log).as("seed %d", SEED + i).isEqualTo(first.log);
        }
    }

    private static World world() {
        return new World().withType("t", JobPolicy.DEFAULT.with(1, 2, JobPolicy.DEFAULT.backoff(), null));
    }

    World live(Random random) {
        World world = world();
        List<CommandMessage> sent = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            world.pass(Duration.ofMillis(random.nextInt(30_000)));
            JobId id = ids.get(random.nextInt(ids.size()));
            if (random.nextInt(8) == 0) {
                String replyTo = random.nextBoolean() ? "" : ",\"replyTo\":\"c" + random.nextInt(2) + "\"";
                world.submit(id, "{\"type\":\"t\",\"payload\":" + random.nextInt(2) + replyTo + "}");
            } else if (!sent.isEmpty() && random.nextInt(6) == 0) {
                world.handle(Incoming.Door.COMMANDS, sent.get(random.nextInt(sent.size())));
            } else {
                CommandMessage message =
                        CommandMessage.of("m" + step, Actor.system("test"), command(world, id, random));
                sent.add(message);
                world.handle(Incoming.Door.COMMANDS, message);
            }
        }
        return world;
    }

    private static Command command(World world, JobId id, Random random) {
        List<WorkOrder> orders = world.orders(id);
        Lease lease = orders.isEmpty()
                ? new Lease(1, 1, random.nextInt(200), "w1")
                : World.lease(orders.get(recent(orders.size(), random)), "w" + random.nextInt(2));
        Failure failure =
                new Failure(random.nextInt(4) == 0 ? Failure.Kind.PERMANENT : Failure.Kind.TRANSIENT, "E", "m", "s");
        Job job = world.jobs.get(id);
        long timer =
                job != null && job.run().waiting() != null ? job.run().waiting().timer() : random.nextInt(200);
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> new Report.Started(id, lease, World.delivery(), random.nextInt(5) == 0);
            case 3, 4 ->
                new Report.Succeeded(id, lease, World.delivery(), Duration.ofMillis(3), Json.EMPTY, List.of(), false);
            case 5, 6 -> new Report.Failed(id, lease, World.delivery(), Duration.ofMillis(3), failure, null, false);
            case 7 -> new Report.Checkpoint(id, lease, Json.EMPTY);
            case 8 -> new Report.HandedBack(id, lease, "why", random.nextBoolean());
            case 9 -> new Report.StaleDropped(id, lease);
            case 10 -> new Report.DeliveriesUsedUp(id, lease);
            case 11, 12 -> new Timer.DelayElapsed(id, timer);
            case 13 -> new Timer.WorkerLost(id, lease);
            case 14 -> new Timer.DispatchLost(id, lease.number());
            case 15 -> new Act.Retry(id);
            case 16 -> random.nextInt(4) == 0 ? new Act.Delete(id) : new Act.Abort(id);
            default -> new Report.Snooze(id, lease, World.delivery(), Duration.ofSeconds(5));
        };
    }

    private static int recent(int size, Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(size) : size - 1;
    }

    private void check(World world) {
        for (JobId id : ids) {
            Job live = world.jobs.get(id);
            Job folded = world.folded(id);
            if (live != null) {
                assertThat(folded).as("replay equals the incremental fold").isEqualTo(live);
            } else if (world.stubs.containsKey(id) && folded != null) {
                assertThat(folded.version()).isEqualTo(world.stubs.get(id).version());
            }
            versionsAreGapless(world.events(), id);
            oneCompletionARound(world.events(), id);
            endsAreLeftOnlyByWhatBeginsOrRemoves(world.events(), id);
        }
        oneOutcomeACommand(world);
        assertThat(world.log)
                .noneMatch(o -> o instanceof Output.Event e
                        && e.message().body() instanceof Outcome.CommandRefused r
                        && r.kind() == dev.penstock.api.event.RefusalKind.INTERNAL);
    }

    private static void versionsAreGapless(List<EventMessage> events, JobId id) {
        long last = 0;
        for (EventMessage e : events) {
            if (e.key().equals(id.value()) && e.version() > 0) {
                assertThat(e.version()).isEqualTo(last + 1);
                last = e.version();
            }
        }
    }

    private static void oneCompletionARound(List<EventMessage> events, JobId id) {
        Set<Integer> completed = new HashSet<>();
        int round = 1;
        for (EventMessage e : events) {
            if (e.key().equals(id.value())) {
                round = e.body() instanceof Submission.JobRequeued r ? r.round() : round;
                if (e.body() instanceof Ending.JobCompleted) {
                    assertThat(completed.add(round))
                            .as("one completion in round %d", round)
                            .isTrue();
                }
            }
        }
    }

    private static void endsAreLeftOnlyByWhatBeginsOrRemoves(List<EventMessage> events, JobId id) {
        Job job = null;
        for (EventMessage e : events) {
            Job before = job;
            job = e.key().equals(id.value()) ? Evolution.evolve(job, e) : job;
            if (job != null && e.last()) {
                leaseAndWaitFitTheStatus(job);
            }
            if (before != null && before.status().isEnd() && (job == null || job.status() != before.status())) {
                assertThat(e.body())
                        .isInstanceOfAny(
                                Submission.JobRequeued.class, Ending.JobDeleted.class, Ending.JobAborted.class);
                assertThat(before.status() == Status.FAILED || !(e.body() instanceof Ending.JobAborted))
                        .isTrue();
            }
        }
    }

    /** At most one live lease, and none but where a worker runs; a wait only where one waits. */
    private static void leaseAndWaitFitTheStatus(Job job) {
        Job.Run run = job.run();
        assertThat(run.holder() != null).as("%s: holder", job.status()).isEqualTo(job.status() == Status.RUNNING);
        assertThat(run.waiting() != null)
                .as("%s: waiting", job.status())
                .isEqualTo(job.status() == Status.RETRYING || job.status() == Status.SCHEDULED);
        assertThat(run.dispatch() != null)
                .as("%s: dispatch", job.status())
                .isEqualTo(job.status() == Status.RUNNING || job.status() == Status.QUEUED);
    }

    /** Each command has at most one last event, except copies sent on purpose, each of which has its own. */
    private static void oneOutcomeACommand(World world) {
        Map<String, Long> sent = world.inputs.stream()
                .collect(Collectors.groupingBy(i -> i.message().id(), HashMap::new, Collectors.counting()));
        Map<String, Long> ended = world.events().stream()
                .filter(EventMessage::last)
                .collect(Collectors.groupingBy(EventMessage::command, Collectors.counting()));
        ended.forEach((command, count) -> assertThat(count).isLessThanOrEqualTo(sent.get(command)));
    }
}
