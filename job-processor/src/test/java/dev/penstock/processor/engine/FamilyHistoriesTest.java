package dev.penstock.processor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.kin.FamilyBook;
import dev.penstock.processor.kin.Kin;
import dev.penstock.processor.kin.KinInMemory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ten thousand random families, seeded: they spawn, wait, are stopped, given up, resumed and retried at any moment. */
class FamilyHistoriesTest {
    private static final int HISTORIES = 10_000;
    private static final int STEPS = 60;
    private static final long SEED = Long.getLong("penstock.seed", 20261122L);
    private static final JobId ROOT = new JobId("r1.0");

    @Test
    void every_family_keeps_the_laws() {
        for (int i = 0; i < HISTORIES; i++) {
            long seed = SEED + i;
            World world = live(new Random(seed));
            try {
                check(world);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + " (-Dpenstock.seed=" + seed + ")\n" + story(world), e);
            }
        }
    }

    @Test
    void deciding_again_after_a_crash_gives_the_same_families() {
        for (int i = 0; i < 300; i++) {
            World first = live(new Random(SEED + i));
            World second = world(new Random(SEED + i));
            first.inputs.forEach(second::handle);
            assertThat(second.log).as("seed %d", SEED + i).isEqualTo(first.log);
        }
    }

    private static String story(World world) {
        StringBuilder story = new StringBuilder();
        world.events().forEach(e -> story.append(e.command() + " " + e.key() + " " + e.body() + "\n"));
        return story.toString();
    }

    private static World world(Random random) {
        JobPolicy d = JobPolicy.DEFAULT;
        JobPolicy.OnChildFailed rule = List.of(JobPolicy.OnChildFailed.values()).get(random.nextInt(3));
        JobPolicy.Capabilities can = new JobPolicy.Capabilities(
                random.nextInt(6) > 0, random.nextInt(6) > 0, random.nextBoolean(), false, false);
        JobPolicy policy = new JobPolicy(
                1,
                can,
                2,
                d.backoff(),
                null,
                d.onExhausted(),
                d.onLeaseLost(),
                rule,
                d.deleteAfter(),
                d.artifactRetention());
        World world = new World().withType("t", policy);
        world.share = random.nextBoolean() ? 1 : null;
        world.settings.put(
                "queue/default", new Setting.Queue("default", false, "", null, 3, random.nextBoolean() ? 2 : null));
        return world;
    }

    static World live(Random random) {
        World world = world(random);
        world.submit(ROOT, "{\"type\":\"t\"}");
        for (int step = 0; step < STEPS; step++) {
            world.pass(Duration.ofMillis(random.nextInt(30_000)));
            List<JobId> ids = world.jobs.keySet().stream().sorted().toList();
            if (ids.isEmpty()) {
                break;
            }
            JobId id = ids.get(random.nextInt(ids.size()));
            world.send(command(world, world.job(id), random));
            if (random.nextInt(3) == 0) {
                world.settle();
            }
            notWithoutItsChildren(world);
        }
        world.settle();
        return world;
    }

    private static Command command(World world, Job job, Random random) {
        JobId id = job.id();
        Lease lease = lease(world, job, random);
        Failure failure =
                new Failure(random.nextInt(3) == 0 ? Failure.Kind.PERMANENT : Failure.Kind.TRANSIENT, "E", "m", "s");
        Report.Await await = random.nextBoolean() ? Report.Await.ALL : Report.Await.EACH;
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> new Report.Started(id, lease, World.delivery(), false);
            case 4, 5, 6, 7 -> new Report.Spawn(id, lease, children(random));
            case 8, 9 -> new Report.AwaitChildren(id, lease, await, Duration.ofMillis(2));
            case 10, 11, 12 ->
                new Report.Succeeded(
                        id,
                        lease,
                        World.delivery(),
                        Duration.ofMillis(3),
                        Json.EMPTY,
                        random.nextInt(4) == 0 ? children(random) : List.of(),
                        random.nextInt(8) == 0);
            case 13 -> new Report.Failed(id, lease, World.delivery(), Duration.ofMillis(3), failure, null, false);
            case 14 -> new Act.Stop(id);
            case 15 ->
                random.nextBoolean() ? new Act.ForceStop(id) : new Report.Stopped(id, lease, Duration.ofMillis(3));
            case 16 -> new Act.Resume(id);
            case 17 -> new Act.Abort(id);
            case 18 -> random.nextBoolean() ? new Act.Retry(id) : new Act.Restart(id);
            case 19 -> random.nextBoolean() ? new Act.Delete(id) : new Act.EditPayload(id, Json.EMPTY);
            case 20 -> new Timer.WorkerLost(id, lease);
            case 21 -> new Act.SetPriority(id, List.of(Priority.values()).get(random.nextInt(3)));
            case 22 ->
                new Timer.DelayElapsed(
                        id,
                        job.run().waiting() == null ? 1 : job.run().waiting().timer());
            default ->
                random.nextBoolean()
                        ? new Report.Attach(id, lease, new Artifact("a", "b", 1, "00", "c"))
                        : new Report.HandedBack(id, lease, "why", random.nextBoolean());
        };
    }

    private static Lease lease(World world, Job job, Random random) {
        if (job.run().holder() != null && random.nextInt(8) > 0) {
            return job.run().holder().lease();
        }
        List<WorkOrder> orders = world.orders(job.id());
        return orders.isEmpty()
                ? new Lease(1, 1, random.nextInt(200), "w1")
                : World.lease(
                        orders.get(random.nextInt(4) == 0 ? random.nextInt(orders.size()) : orders.size() - 1),
                        "w" + random.nextInt(2));
    }

    private static List<Report.Child> children(Random random) {
        return random.ints(1 + random.nextInt(5), 0, 8)
                .distinct()
                .mapToObj(n -> new Report.Child("c" + n, World.spec("{\"type\":\"t\"}")))
                .toList();
    }

    /** A parent that waits has children that have not ended, or has just been told to go on. */
    private static void notWithoutItsChildren(World world) {
        world.jobs.values().stream()
                .filter(job -> job.status() == Status.WAITING_FOR_CHILDREN)
                .forEach(job -> assertThat(job.children().open())
                        .as("%s waits for somebody", job.id())
                        .isPositive());
    }

    private static void check(World world) {
        Map<String, Job> folded = fold(world.events());
        world.jobs.forEach((id, job) -> assertThat(folded.get(id.value()))
                .as("replay equals the incremental fold")
                .isEqualTo(job));
        countsEqualARecount(world);
        bookEqualsARecount(world);
        assertThat(world.log)
                .noneMatch(o -> o instanceof Output.Event e
                        && e.message().body() instanceof Outcome.CommandRefused r
                        && r.kind() == RefusalKind.INTERNAL);
    }

    private static Map<String, Job> fold(List<EventMessage> events) {
        Map<String, Job> jobs = new HashMap<>();
        Map<String, Long> versions = new HashMap<>();
        for (EventMessage e : events) {
            if (e.version() > 0) {
                assertThat(e.version()).isEqualTo(versions.merge(e.key(), 1L, Long::sum));
                Job before = jobs.get(e.key());
                waitsForItsChildren(jobs, before, e);
                jobs.put(e.key(), Evolution.evolve(before, e));
            }
        }
        return jobs;
    }

    /** A parent that waits never completes, fails or is given up before its children. */
    private static void waitsForItsChildren(Map<String, Job> jobs, Job before, EventMessage e) {
        boolean ends = e.body() instanceof Ending.JobCompleted || e.body() instanceof Ending.JobFailed;
        if (before != null && ends && before.children().callsOrFirst().waits()) {
            assertThat(jobs.values())
                    .filteredOn(j -> j != null && before.id().equals(j.parent()))
                    .filteredOn(j -> j.birth().generation()
                            == before.children().callsOrFirst().generation())
                    .allMatch(j -> j.status().isEnd() && j.status() != Status.STOPPED);
        }
    }

    private static void countsEqualARecount(World world) {
        world.jobs.values().stream()
                .filter(parent ->
                        parent.children().calls() != null && !parent.status().isEnd())
                .forEach(parent -> {
                    int generation = parent.children().calls().generation();
                    List<Job> live = world.jobs.values().stream()
                            .filter(j ->
                                    parent.id().equals(j.parent()) && j.birth().generation() == generation)
                            .toList();
                    assertThat(live.stream().filter(j -> !j.status().isEnd() || j.status() == Status.STOPPED))
                            .as("open children of %s", parent.id())
                            .hasSize(parent.children().open());
                    assertThat(live.stream().filter(j -> j.status() == Status.STOPPED))
                            .as("stopped children of %s", parent.id())
                            .hasSize(parent.children().calls().stopped());
                });
    }

    private static void bookEqualsARecount(World world) {
        TreeMap<String, Kin> again = new TreeMap<>();
        FamilyBook book = new FamilyBook(new KinInMemory(again), (tenant, spec) -> "");
        world.jobs.values().forEach(job -> book.moved(null, job));
        TreeMap<String, Kin> kept = new TreeMap<>(world.kin);
        kept.keySet().removeIf(key -> key.startsWith("n/"));
        assertThat(kept).isEqualTo(again);
    }
}
