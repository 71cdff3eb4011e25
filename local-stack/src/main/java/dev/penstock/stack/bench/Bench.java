package dev.penstock.stack.bench;

import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.assembly.LocalStack;
import dev.penstock.stack.assembly.SignIn;
import dev.penstock.stack.assembly.StackPlan;
import dev.penstock.stack.bench.family.FamilyBench;
import dev.penstock.stack.bench.figure.Figure;
import dev.penstock.stack.bench.figure.Machine;
import dev.penstock.stack.bench.read.ReadBench;
import dev.penstock.stack.bench.recovery.RecoveryBench;
import dev.penstock.stack.bench.spread.SpreadBench;
import dev.penstock.stack.bench.worker.WorkerProcess;
import dev.penstock.stack.history.Latencies;
import dev.penstock.stack.history.PageWatch;
import dev.penstock.stack.program.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Measures, phase by phase: Kafka alone, submissions alone, latencies of the whole system at a modest rate, then throughput of the
 * write side without the read side, which never slows it (law 5) but shares this machine's processors.
 */
public final class Bench {
    private static final int MODEST_RATE = 100;
    private static final int BRISK_RATE = 500;
    private static final int PARTITIONS = 12;
    private static final int SLOTS = 400;
    private static final int FEW = 100_000;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private final LocalStack stack;
    private final DataFolder data;
    private final Plan plan;
    private final Consumer<String> say;
    private final Map<String, Object> client;
    private final Kafka kafka;
    private final Map<String, Long> memory = new TreeMap<>();
    private final List<Figure> more = new ArrayList<>();
    private @Nullable Double recoverySeconds;
    private final Books books;

    /**
     * What to measure.
     *
     * @param time of each phase, without its warm-up
     * @param longestDelay of a delayed job; the phase of delays takes as long
     * @param finished jobs that are put into the store before recovery is measured a second time; 0: it is not. As many are put
     *     into the log before the read side is measured; 0: {@value #FEW}
     * @param events up to which the history is filled before lists are asked, and then freshness is measured; 0: neither
     */
    public record Plan(Set<Phase> phases, Duration time, Duration longestDelay, long finished, long events) {}

    private Bench(LocalStack stack, DataFolder data, Plan what, Consumer<String> say) {
        this.stack = stack;
        this.data = data;
        this.plan = what;
        this.say = say;
        String bootstrap = Objects.requireNonNull(stack.settings().get("penstock.kafka.bootstrap"));
        this.client = Map.of("bootstrap.servers", bootstrap);
        this.kafka = Kafka.at(bootstrap);
        this.books = new Books(client, kafka.topics(), say);
    }

    /** Runs the phases on a fresh data folder. */
    public static BenchResult run(DataFolder data, Plan what, Consumer<String> say)
            throws InterruptedException, ExecutionException {
        try (LocalStack stack = LocalStack.start(new StackPlan(data, 1, List.of(), 0, 0, 0), say)) {
            return new Bench(stack, data, what, say).measure();
        }
    }

    private BenchResult measure() throws InterruptedException, ExecutionException {
        BenchTopics.create(client, PARTITIONS);
        RawKafka raw = null;
        Double submitted = null;
        if (begins(Phase.RAW, "Kafka alone ...")) {
            raw = RawKafka.measure(client, BenchTopics.RAW, plan.time().dividedBy(2));
        }
        if (begins(Phase.SUBMIT, "submissions alone ...")) {
            submitted = Submitting.alone(kafka, plan.time().dividedBy(2));
        }
        StackPlan.SYSTEM.forEach(stack::start);
        Throughput throughput = new Throughput(kafka, client, plan.time(), data.broker());
        Latencies.Summary[] latencies = {new Latencies().summary(), new Latencies().summary()};
        Latencies.Summary late = new Latencies().summary();
        try (WorkerProcess worker = WorkerProcess.start(BenchWorkerMain.class, kafka, data, SLOTS)) {
            if (begins(Phase.LATENCY, "latencies at " + MODEST_RATE + " jobs/s ...")) {
                latencies = latencies(worker, MODEST_RATE);
                remember(worker);
            }
            if (begins(Phase.THROUGHPUT, "throughput ...")) {
                throughput(worker, throughput);
            }
            if (begins(Phase.DELAYS, "delays from 1 s to " + plan.longestDelay().toSeconds() + " s ...")) {
                late = new Delays(kafka, client).measure(plan.longestDelay());
            }
        }
        Map<String, String> families = Map.of();
        if (begins(Phase.FAMILIES, "families ...")) {
            families = families();
        }
        if (begins(Phase.SPIKE, "a spike of 50,000 ...")) {
            count(new SpreadBench(kafka, stack.settings(), data, say)::measureSpike);
        }
        if (begins(Phase.SPREAD, "workers, queues and lanes ...")) {
            count(new SpreadBench(kafka, stack.settings(), data, say)::measure);
        }
        if (begins(Phase.RECOVERY, "recovery ...")) {
            recovery();
        }
        if (begins(Phase.READ, "the read side ...")) {
            StackPlan.SYSTEM.reversed().forEach(stack::stop);
            fill(plan.finished() > 0 ? plan.finished() : FEW);
            more.addAll(new ReadBench(stack, say).measure(plan.events()));
            freshness();
        }
        return new BenchResult(
                Machine.description(),
                throughput.jobsPerSecond(),
                submitted,
                latencies[0],
                latencies[1],
                late,
                books.duplicates(),
                raw,
                memory,
                throughput.diskPerJob(),
                throughput.microsPerJob(),
                families,
                recoverySeconds,
                more);
    }

    private void recovery() throws InterruptedException, ExecutionException {
        StackPlan.SYSTEM.reversed().forEach(stack::stop);
        RecoveryBench recovery = new RecoveryBench(kafka, stack.settings(), data, say);
        count(recovery::measure);
        if (plan.finished() > 0) {
            fill(plan.finished()); // not counted: books of a million would not fit
            count(() -> recovery.again(plan.finished()));
        }
        recoverySeconds = Math.round(recovery.worstSeconds() * 100) / 100.0;
    }

    private interface Measuring {
        List<Figure> measure() throws InterruptedException, ExecutionException;
    }

    /** Measures, and counts duplicates in the log of the time. */
    private void count(Measuring measuring) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> mark = books.mark();
        more.addAll(measuring.measure());
        books.count(mark);
    }

    private void fill(long jobs) throws InterruptedException {
        say.accept(String.format(Locale.ROOT, "  %,d jobs are submitted and completed ...", jobs));
        stack.start(Program.PROCESSOR);
        WorkerProcess worker = WorkerProcess.start(BenchWorkerMain.class, kafka, data, SLOTS);
        try {
            Throughput.finish(kafka, client, jobs);
        } finally {
            worker.close();
            stack.stop(Program.PROCESSOR);
        }
    }

    private Map<String, String> families() throws InterruptedException {
        Map<TopicPartition, Long> mark = books.mark();
        Map<String, String> figures = new FamilyBench(kafka, data, say)
                .measure(() -> stack.memory().forEach((name, bytes) -> memory.merge(name, bytes, Math::max)));
        books.count(mark);
        return figures;
    }

    private boolean begins(Phase phase, String announcement) {
        boolean wanted = plan.phases().contains(phase);
        if (wanted) {
            say.accept(announcement);
        }
        return wanted;
    }

    private void throughput(WorkerProcess worker, Throughput throughput) throws InterruptedException {
        stack.stop(Program.UI);
        stack.stop(Program.PROJECTOR);
        Map<TopicPartition, Long> mark = books.mark();
        throughput.measure(() -> processorTime(worker));
        remember(worker);
        books.count(mark);
    }

    private Map<String, Duration> processorTime(WorkerProcess worker) {
        Map<String, Duration> spent = new TreeMap<>(stack.processorTime());
        spent.put("worker", worker.processorTime());
        spent.put("bench", ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
        return spent;
    }

    /** With all that the phase before has put into the tables; only if they were filled. */
    private void freshness() throws InterruptedException, ExecutionException {
        if (plan.events() == 0) {
            return;
        }
        say.accept("event to page at " + BRISK_RATE + " jobs/s ...");
        StackPlan.SYSTEM.forEach(stack::start);
        try (WorkerProcess worker = WorkerProcess.start(BenchWorkerMain.class, kafka, data, SLOTS)) {
            Latencies.Summary seen = latencies(worker, BRISK_RATE)[1];
            say.accept("  " + seen);
            more.add(new Figure("eventToPageBriskP99Ms", seen.p99(), "event to page at 500 jobs/s", seen.toString()));
        }
    }

    private Latencies.Summary[] latencies(WorkerProcess worker, int rate) throws InterruptedException {
        try (Submitting submitting = new Submitting(kafka);
                PageWatch watch =
                        new PageWatch(client, kafka.topics(), stack.url(Program.UI), SignIn.token(stack.settings()))) {
            submitting.evenly(MODEST_RATE * 3, WARM_UP, NoWork::any);
            submitting.evenly(rate, SETTLING, NoWork::any);
            Map<TopicPartition, Long> mark = books.mark();
            watch.start();
            try (Completions completions =
                    new Completions(client, kafka.topics().events())) {
                completions.await(submitting.evenly(rate, plan.time(), NoWork::timed));
            }
            books.count(mark);
            Latencies pickUp = new Latencies();
            worker.began().forEach(pickUp::add);
            return new Latencies.Summary[] {pickUp.summary(), watch.summary()};
        }
    }

    private void remember(WorkerProcess worker) {
        stack.memory().forEach((name, bytes) -> memory.merge(name, bytes, Math::max));
        memory.merge("worker", worker.memory(), Math::max);
    }
}
