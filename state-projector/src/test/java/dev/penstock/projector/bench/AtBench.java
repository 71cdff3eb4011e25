package dev.penstock.projector.bench;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.topic.TopicCheck;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Scan;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.story.Story;
import dev.penstock.stack.fixture.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures {@code ./penstock log at} against a real broker, in a process of its own as the script starts it: reading alone, the
 * whole log folded, and with snapshots near by. The log is a day of a busy system: twelve partitions, transactions, 6,000 jobs open at
 * any time; of a hundred jobs 88 need one attempt, ten a second one, two fail.
 *
 * <p>Not part of the build, whose test classes end in Test:
 * {@code ./mvnw -o -pl state-projector -am -Dtest=AtBench -Dsurefire.failIfNoSpecifiedTests=false -Devents=10000000 test}.
 */
class AtBench {
    private static final long EVENTS = Long.getLong("events", 200_000);
    private static final int OPEN = 6_000;
    private static final int TRANSACTION = 5_000;
    private static final Duration DAY = Duration.ofDays(1);
    private static final String PAYLOAD =
            "{\"template\":\"licence-key\",\"to\":\"ana-662618@example.com\",\"values\":{\"key\":"
                    + "\"SOUND-7E1FB-BAF8A\",\"product\":\"Sound Studio\",\"order\":\"O-18936\"}}";

    @TempDir
    private Path folder;

    private final Kafka kafka =
            Kafka.at(TestKafka.shared().bootstrap()).prefix(TestKafka.shared().freshPrefix());
    private final Random random = new Random(7);
    private long written;

    @Test
    void measure() throws Exception {
        try (Admin admin = kafka.admin()) {
            new TopicCheck(admin, kafka, Sizing.DEMO).ensure();
        }
        long from = System.nanoTime();
        write();
        System.out.printf("log: %,d events written in %.0f s%n", written, seconds(from));
        double alone = reading(2);
        System.out.printf("reading alone, one consumer: %.1f s%n", reading(1));
        System.out.printf("reading alone, two consumers: %.1f s, then again %.1f s%n", alone, reading(2));
        String near = time(0.6);
        double cold = at("cold, without snapshots", "now", "--snapshots", "none");
        System.out.printf("cold is %.1f times reading alone%n", cold / alone);
        at("cold, snapshots kept", "now");
        at("the same moment again", "now");
        at("another moment of the day", near);
        at("that moment again", near);
        at("five minutes later", time(0.6 + 300.0 / DAY.toSeconds()));
        at("the five minutes compared", near, "--diff", time(0.6 + 300.0 / DAY.toSeconds()));
        for (int i = 0; i < 3; i++) {
            at("any moment", time(random.nextDouble()));
        }
        System.out.printf("snapshots: %s%n", sizes());
    }

    private static String time(double part) {
        return Story.START.plusMillis((long) (DAY.toMillis() * part)).toString();
    }

    private double reading(int consumers) {
        AtomicLong bytes = new AtomicLong();
        try (EventLog log = new EventLog(kafka)) {
            Stretch all = new Stretch(log.beginning(), log.end());
            long from = System.nanoTime();
            Scan.of(kafka, all, consumers, (partition, offset, value) -> bytes.addAndGet(value.length), more -> {});
            return seconds(from);
        } finally {
            System.out.printf("%,d bytes an event%n", bytes.get() / written);
        }
    }

    private double at(String what, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx3g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.penstock.projector.command.Main",
                "log",
                "at",
                "--json",
                "--bootstrap",
                kafka.properties().getOrDefault("bootstrap.servers", ""),
                "--prefix",
                kafka.topics().prefix()));
        command.addAll(List.of(words));
        if (!command.contains("--snapshots")) {
            command.addAll(List.of("--snapshots", folder.resolve("snapshots").toString()));
        }
        Path err = folder.resolve("err");
        long from = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(err.toFile())
                .start();
        long kilobytes = 0;
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            kilobytes = Math.max(kilobytes, resident(process.pid()));
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        double took = seconds(from);
        List<String> said = Files.readAllLines(err);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join("\n", said));
        }
        System.out.printf(
                "%s: %.1f s (%.1f s of CPU), %d MB resident; %s%n",
                what,
                took,
                cpu.toMillis() / 1e3,
                kilobytes / 1024,
                said.isEmpty() ? "all was read" : said.get(said.size() - 1));
        return took;
    }

    private static long resident(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (UncheckedIOException | NoSuchFileException e) {
            return 0;
        }
    }

    private String sizes() throws IOException {
        long bytes = 0;
        int count = 0;
        try (Stream<Path> files = Files.walk(folder.resolve("snapshots"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
                count++;
            }
        }
        return "%,d files, %,d bytes".formatted(count, bytes);
    }

    private void write() {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            Deque<Story> open = new ArrayDeque<>();
            for (long i = 0; written < EVENTS; i++) {
                Story story = story(i);
                send(producer, story.events().subList(0, 1));
                open.add(story);
                if (open.size() > OPEN) {
                    List<EventMessage> events = open.remove().events();
                    send(producer, events.subList(1, events.size()));
                }
            }
            producer.commitTransaction();
        }
    }

    /** As random as those that clients make. */
    private Story story(long i) {
        String id = Long.toString((i * 0x9E3779B97F4A7C15L) >>> 1, 36) + ".0";
        String type = "bench.type-" + i % 20;
        Story story = new Story(id)
                .after(Duration.ofMillis(DAY.toMillis() * written / EVENTS))
                .submitted(Story.spec(type, "queue-" + i % 8, PAYLOAD, null))
                .started("w-" + i % 12);
        int kind = random.nextInt(100);
        if (kind < 10) {
            return story.failed("refused")
                    .retryScheduled()
                    .dispatched()
                    .started("w-0")
                    .completed();
        }
        if (kind < 12) {
            return story.failed("550 no such user").exhausted();
        }
        return kind < 20 ? story.progress(5).completed() : story.completed();
    }

    private void send(KafkaProducer<String, byte[]> producer, List<EventMessage> events) {
        for (EventMessage event : events) {
            Instant time = Story.START.plusMillis(DAY.toMillis() * written / EVENTS);
            var unused = producer.send(new ProducerRecord<>(
                    kafka.topics().events(), null, time.toEpochMilli(), event.route(), EventCodec.encode(event)));
            if (++written % TRANSACTION == 0) {
                producer.commitTransaction();
                producer.beginTransaction();
            }
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return kafka.producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                kafka.topics().prefix() + "bench",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                2,
                ProducerConfig.BATCH_SIZE_CONFIG,
                64 * 1024));
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
