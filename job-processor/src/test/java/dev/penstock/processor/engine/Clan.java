package dev.penstock.processor.engine;

import dev.penstock.api.command.Report;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Lease;
import dev.penstock.api.lifecycle.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A family in a world: what its tests have in common. */
abstract class Clan {
    static final JobId PARENT = new JobId("r1.0");
    final World world = new World();

    static JobPolicy ignoring() {
        JobPolicy d = JobPolicy.DEFAULT;
        return new JobPolicy(
                1,
                d.capabilities(),
                5,
                d.backoff(),
                null,
                d.onExhausted(),
                d.onLeaseLost(),
                JobPolicy.OnChildFailed.IGNORE,
                d.deleteAfter(),
                d.artifactRetention());
    }

    static dev.penstock.api.setting.Setting.Queue window(int most) {
        return new dev.penstock.api.setting.Setting.Queue("default", false, "anything", null, most, null);
    }

    Lease parent() {
        world.submit(PARENT, "{\"type\":\"t\"}");
        return world.start(PARENT, "w1");
    }

    List<JobId> spawn(Lease lease, int count) {
        world.send(new Report.Spawn(PARENT, lease, wanted(count)));
        return IntStream.range(0, count).mapToObj(i -> child(PARENT, i)).toList();
    }

    List<JobId> spawn(Lease lease, int count, int piece) {
        List<Report.Child> all = wanted(count);
        world.send(new Report.Spawn(PARENT, lease, all.subList(0, piece)));
        world.send(new Report.Spawn(PARENT, lease, all.subList(piece, count)));
        return IntStream.range(0, count).mapToObj(i -> child(PARENT, i)).toList();
    }

    JobId child(JobId parent, int number) {
        return world.jobs.values().stream()
                .filter(j -> parent.equals(j.parent()) && j.birth().number() == number + 1)
                .map(Job::id)
                .findFirst()
                .orElseThrow();
    }

    static List<Report.Child> wanted(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Report.Child("child-" + i, spec("{\"type\":\"t\"}")))
                .toList();
    }

    static JobSpec spec(String json) {
        return World.spec(json);
    }

    List<JobId> lying(List<JobId> children) {
        return children.stream()
                .filter(c -> world.jobs.containsKey(c))
                .filter(c -> world.job(c).run().dispatch() != null
                        && world.job(c).run().holder() == null)
                .toList();
    }

    long revoked(List<JobId> children) {
        Map<JobId, Long> last = new java.util.HashMap<>();
        world.log.forEach(o -> {
            if (o instanceof Output.Revoke r && children.contains(r.job())) {
                last.put(r.job(), r.revocation().firstGood());
            }
        });
        return last.values().stream().filter(first -> first == Long.MAX_VALUE).count();
    }

    List<Output> complete(JobId job) {
        return world.succeed(job, World.lease(world.order(job), "w1"));
    }

    void completeIfLive(JobId job) {
        Job live = world.jobs.get(job);
        if (live != null) {
            Lease lease =
                    live.run().holder() != null ? live.run().holder().lease() : World.lease(world.order(job), "w1");
            world.succeed(job, lease);
        }
    }

    void fail(JobId job, Failure.Kind kind) {
        Failure failure = new Failure(kind, "E", "no such address", "s");
        world.send(new Report.Failed(
                job,
                World.lease(world.order(job), "w1"),
                World.delivery(),
                Duration.ofMillis(3),
                failure,
                null,
                false));
    }
}
