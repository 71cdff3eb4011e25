package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobId;
import dev.penstock.processor.engine.Incoming;
import dev.penstock.processor.engine.Output;
import dev.penstock.processor.stream.StreamMeter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dpenstock.garbage=1000000} for a million; it prints what that costs. */
class MassesOfGarbageTest {
    private static final int GARBAGE = Integer.getInteger("penstock.garbage", 50_000);
    private static final int GOOD = 100;
    private static final Duration LONG = Duration.ofMinutes(8);
    private static final List<byte[]> KINDS = List.of(
            bytes("not JSON"),
            bytes("[1, 2]"),
            bytes("{\"payload\":{}}"),
            bytes("{\"command\":\"Explode\",\"id\":\"x\",\"actor\":\"user:eve\",\"data\":{}}"),
            bytes("{\"type\":\"email.send\",\"v\":99}"),
            new byte[] {0, -1, 7, -128});

    private final AtomicInteger unreadable = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    @DisplayName("A1: garbage through both doors is counted, letter by letter, and stops no job among it")
    void garbageIsCountedAndStopsNothing() throws Exception {
        try (Rig rig = new Rig(folder, 4)) {
            rig.processor(new Counting());
            rig.queue("mail");
            Hand hand = rig.hand("mail").beating();
            JobId early = rig.submit("early", "\"type\":\"email.send\",\"queue\":\"mail\"");
            var order = hand.dispatch(early, 1);

            long begun = System.nanoTime();
            List<JobId> good = new ArrayList<>();
            for (int i = 0; i < GARBAGE; i++) {
                String door = i % 5 == 0
                        ? rig.kafka.topics().commands()
                        : rig.kafka.topics().submissions();
                rig.postLater(door, "g" + i, KINDS.get(i % KINDS.size()));
                if (i % (GARBAGE / GOOD) == 0) {
                    good.add(rig.submit("good" + i, "\"type\":\"email.send\",\"queue\":\"mail\""));
                }
            }
            hand.succeeded(order);
            long sent = System.nanoTime();
            Rig.await(
                    LONG,
                    "the report is decided",
                    () -> rig.events.of(early).stream().anyMatch(Ending.JobCompleted.class::isInstance));
            long reported = System.nanoTime();
            Rig.await(LONG, "every good job is there", () -> submitted(rig).containsAll(good));
            long submitted = System.nanoTime();
            Rig.await(LONG, "all garbage is counted", () -> unreadable.get() >= GARBAGE);
            long counted = System.nanoTime();
            assertThat(unreadable).hasValue(GARBAGE);
            assertThat(letters(rig)).isEqualTo(GARBAGE);
            rig.events.await(rig.submit("late", "\"type\":\"email.send\",\"queue\":\"mail\""), JobSubmitted.class);
            System.out.printf(
                    "%,d garbage records: sent in %d ms; after that a report was decided within %d ms, the last good"
                            + " submission within %d ms, all garbage within %d ms (%,d records/s from the first)%n",
                    GARBAGE,
                    millis(begun, sent),
                    millis(sent, reported),
                    millis(sent, submitted),
                    millis(sent, counted),
                    1_000L * GARBAGE / Math.max(1, millis(begun, counted)));
        }
    }

    private static List<JobId> submitted(Rig rig) {
        return rig.events.events().stream()
                .filter(e -> e.body() instanceof JobSubmitted)
                .map(e -> new JobId(e.key()))
                .toList();
    }

    /** Read and counted, not kept: they may be a million. */
    private static int letters(Rig rig) {
        try (KafkaConsumer<String, byte[]> letters = rig.kafka.consumer(Map.of(
                "isolation.level", "read_committed", "auto.offset.reset", "earliest", "max.poll.records", 20_000))) {
            List<TopicPartition> partitions = letters
                    .partitionsFor(rig.kafka.topics().deadLetter())
                    .stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            letters.assign(partitions);
            int[] count = {0};
            Rig.await(LONG, "every letter is committed and read", () -> {
                count[0] += letters.poll(Duration.ofMillis(100)).count();
                return count[0] >= GARBAGE;
            });
            Map<TopicPartition, Long> ends = letters.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> letters.position(end.getKey()) < end.getValue())) {
                count[0] += letters.poll(Duration.ofMillis(100)).count();
            }
            return count[0];
        }
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class Counting implements StreamMeter {
        @Override
        public void decided(Incoming in, List<Output> outputs) {}

        @Override
        public void unreadable(String topic) {
            unreadable.incrementAndGet();
        }

        @Override
        public void ahead() {}

        @Override
        public void forwarded() {}
    }
}
