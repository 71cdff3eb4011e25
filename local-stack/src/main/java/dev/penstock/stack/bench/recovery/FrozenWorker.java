package dev.penstock.stack.bench.recovery;

import dev.penstock.api.job.Priority;
import dev.penstock.stack.bench.worker.Lab;
import dev.penstock.stack.bench.worker.Marks;
import dev.penstock.stack.bench.worker.Steady;
import dev.penstock.stack.bench.worker.WorkerProcess;
import dev.penstock.stack.process.Await;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/**
 * What a frozen worker had fetched and not yet begun lies under the share group's lock: 5 s on our broker, 15 s on one that allows
 * no less. 800 short jobs a second (or half of what the machine bears, if that is less) while one of two workers is frozen: from then
 * until the last of those that were submitted before runs in the other.
 */
final class FrozenWorker {
    private static final int SLOTS = 40;
    private static final double PER_SECOND = 800;
    private static final int TRIAL = 4_000;
    private static final Duration TRIAL_PATIENCE = Duration.ofMinutes(2);
    /** Longer than any of the locks, and than the claim that follows. */
    private static final Duration WATCHED = Duration.ofSeconds(25);

    private final Lab lab;

    FrozenWorker(Lab lab) {
        this.lab = lab;
    }

    Rounds measure(int rounds, Duration lock) throws InterruptedException, ExecutionException {
        Rounds took = new Rounds();
        for (int round = 0; round < rounds; round++) {
            try (WorkerProcess victim = lab.worker("frozen", SLOTS);
                    WorkerProcess other = lab.worker("other", SLOTS);
                    Marks marks = Marks.of(victim, other)) {
                setLock(lock);
                lab.calm(marks);
                double rate = rate(marks);
                took.add(round(marks, victim, other, rate));
                lab.say()
                        .accept("  frozen worker, share lock of " + lock.toSeconds() + " s, " + Math.round(rate)
                                + " jobs a second: " + took);
                victim.kill();
            } finally {
                setLock(Duration.ofSeconds(5));
            }
        }
        return took;
    }

    /** What is too much for the machine would only wait in line. */
    private double rate(Marks marks) throws InterruptedException {
        long begin = System.nanoTime();
        lab.submit(TRIAL, 0);
        int[] begun = {0};
        if (!Await.until(TRIAL_PATIENCE, () -> (begun[0] += marks.fresh().size()) >= TRIAL)) {
            throw new IllegalStateException(
                    begun[0] + " of " + TRIAL + " jobs have begun in " + TRIAL_PATIENCE + ": nothing can be measured.");
        }
        double bears = TRIAL * 1e9 / (System.nanoTime() - begin);
        return Math.min(PER_SECOND, bears / 2);
    }

    private double round(Marks marks, WorkerProcess victim, WorkerProcess other, double rate)
            throws InterruptedException {
        try (Steady load = Steady.start(lab.client(), rate)) {
            Thread.sleep(8_000);
            victim.freeze();
            long frozen = WorkerProcess.now();
            Thread.sleep(WATCHED);
            return load.lastBeginOf(marks, other.name(), frozen);
        }
    }

    private void setLock(Duration lock) throws InterruptedException, ExecutionException {
        Map<String, Object> client = Map.of(
                "bootstrap.servers",
                Objects.requireNonNull(lab.kafka().properties().get("bootstrap.servers")));
        String group = lab.kafka().topics().shareGroup(lab.kafka().topics().work(Lab.QUEUE, Priority.NORMAL));
        Collection<AlterConfigOp> set = List.of(new AlterConfigOp(
                new ConfigEntry("share.record.lock.duration.ms", Long.toString(lock.toMillis())),
                AlterConfigOp.OpType.SET));
        try (Admin admin = Admin.create(client)) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, group), set))
                    .all()
                    .get();
        }
    }
}
