package dev.penstock.stack.bench.worker;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.assembly.DataFolder;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * What measurements share that look at when jobs begin.
 *
 * @param client that submits
 * @param say gets one line for each round
 */
public record Lab(Kafka kafka, DataFolder data, JobClient client, Consumer<String> say) {
    /** The queue of {@link Mark}. */
    public static final String QUEUE = "bench-mark";

    private static final AtomicLong NAMES = new AtomicLong();
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** A worker of the usual queue that writes down what begins; its log keeps what it wrote. */
    public WorkerProcess worker(String kind, int slots) throws InterruptedException {
        return worker(kind, slots, QUEUE);
    }

    /** One of these queues. */
    public WorkerProcess worker(String kind, int slots, String... queues) throws InterruptedException {
        return WorkerProcess.marking(kind + "-" + NAMES.incrementAndGet(), kafka, data, slots, queues);
    }

    /** Numbers that no other job has, in the order in which their jobs shall be submitted. */
    public static List<Long> numbers(int jobs) {
        long first = NUMBERS.getAndAdd(jobs);
        return LongStream.range(first, first + jobs).boxed().toList();
    }

    /** Submits jobs that go on for so long, acknowledged; returns their numbers. */
    public List<Long> submit(int jobs, int millis) {
        return submit(jobs, millis, job -> job);
    }

    /** Waits until the programs have nothing left to do of what was submitted. */
    public void calm() throws InterruptedException {
        Calm.await(kafka);
    }

    /** The same, and what was dispatched has begun in these workers: nothing has, for two seconds. */
    public void calm(Marks marks) throws InterruptedException {
        calm();
        do {
            Thread.sleep(2_000);
        } while (!marks.fresh().isEmpty());
    }

    /** Submits jobs with something said about each. */
    public List<Long> submit(int jobs, int millis, UnaryOperator<NewJob> more) {
        List<Long> numbers = numbers(jobs);
        client.submitAll(numbers.stream()
                .map(number -> more.apply(NewJob.of(new Mark(number, millis))))
                .toList());
        return numbers;
    }
}
