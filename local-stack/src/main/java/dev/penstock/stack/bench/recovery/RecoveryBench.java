package dev.penstock.stack.bench.recovery;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.bench.figure.Figure;
import dev.penstock.stack.bench.worker.Lab;
import dev.penstock.stack.bench.worker.WorkerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * How long work stands still after kill -9 of a worker, of one of two processors, of the only one; after a worker froze; and the
 * same with finished jobs in the store. Broker, processors and workers run, and nothing else.
 */
public final class RecoveryBench {
    private static final int WORKER_ROUNDS = 5;
    private static final int FROZEN_ROUNDS = 3;
    private static final int PROCESSOR_ROUNDS = 4;
    private static final int ALONE_ROUNDS = 2;

    private final Kafka kafka;
    private final Map<String, String> settings;
    private final DataFolder data;
    private final Consumer<String> say;
    private final List<Figure> figures = new ArrayList<>();
    private double worst;

    public RecoveryBench(Kafka kafka, Map<String, String> settings, DataFolder data, Consumer<String> say) {
        this.kafka = kafka;
        this.settings = settings;
        this.data = data;
        this.say = say;
    }

    /** Measures on a system in which nothing but broker and PostgreSQL runs. */
    public List<Figure> measure() throws InterruptedException, ExecutionException {
        try (JobClient client = JobClient.at(kafka);
                Processors processors = Processors.two(settings, data)) {
            Lab lab = new Lab(kafka, data, client, say);
            losses(lab, processors, "", "");
            frozen(lab);
            alone(lab, processors, "", "");
        }
        return List.copyOf(figures);
    }

    /** Measures the losses again, with so many finished jobs in the store. */
    public List<Figure> again(long finished) throws InterruptedException {
        figures.clear();
        try (JobClient client = JobClient.at(kafka);
                Processors processors = Processors.two(settings, data)) {
            Lab lab = new Lab(kafka, data, client, say);
            String store = String.format(Locale.ROOT, ", %,d finished jobs in the store", finished);
            losses(lab, processors, "Finished", store);
            alone(lab, processors, "Finished", store);
        }
        return List.copyOf(figures);
    }

    /** The worst of what must be under ten seconds: a worker's jobs run elsewhere, and a processor's are dispatched again. */
    public double worstSeconds() {
        return worst;
    }

    private void losses(Lab lab, Processors processors, String key, String where) throws InterruptedException {
        Rounds worker = new WorkerLoss(lab).measure("a worker killed", WORKER_ROUNDS, WorkerProcess::kill);
        add("workerKilled" + key, "kill -9 of a worker until its jobs run in another" + where, worker);
        Rounds processor = new ProcessorLoss(lab, processors).ofTwo(PROCESSOR_ROUNDS);
        add(
                "processorKilled" + key,
                "kill -9 of one of two processors until the last of its partitions goes on" + where,
                processor);
        worst = Math.max(worst, Math.max(worker.worst(), processor.worst()));
    }

    private void frozen(Lab lab) throws InterruptedException, ExecutionException {
        Rounds leased = new WorkerLoss(lab).measure("a worker frozen", FROZEN_ROUNDS, WorkerProcess::freeze);
        add("workerFrozen", "SIGSTOP of a worker until the jobs that it ran run in another", leased);
        FrozenWorker fetched = new FrozenWorker(lab);
        for (int lock : new int[] {5, 15}) {
            add(
                    "workerFrozenLock" + lock,
                    "the same for jobs that it had fetched and not begun, share lock of " + lock + " s",
                    fetched.measure(FROZEN_ROUNDS, Duration.ofSeconds(lock)));
        }
    }

    private void alone(Lab lab, Processors processors, String key, String where) throws InterruptedException {
        processors.stopSecond();
        Rounds alone = new ProcessorLoss(lab, processors).ofOne(ALONE_ROUNDS);
        add("onlyProcessorRestarted" + key, "kill -9 of the only processor, started again at once" + where, alone);
    }

    private void add(String key, String name, Rounds rounds) {
        figures.add(
                new Figure(key + "WorstSeconds", Math.round(rounds.worst() * 100) / 100.0, name, rounds.toString()));
    }
}
