package dev.penstock.projector.bench;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.topic.TopicCheck;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.projector.story.Story;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.postgres.LocalPostgres;
import dev.penstock.stack.postgres.PostgresOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the packaged projector against a real broker and a durable PostgreSQL: how fast it folds a log that lies there,
 * and how soon an event is visible at 500 jobs/s. Jobs of three events each (submitted, started, completed), twelve
 * partitions; in the log that lies there a job ends when 6,000 others have been submitted since, as in a busy system.
 *
 * <p>Not part of the build, whose test classes end in Test: build the projector, then
 * {@code ./mvnw -pl state-projector -am -Dtest=SinkBench -Dsurefire.failIfNoSpecifiedTests=false verify}.
 */
class SinkBench {
    private static final int JOBS = Integer.getInteger("jobs", 200_000);
    private static final int OPEN = 6_000;
    private static final int EVENTS_PER_JOB = 3;
    private static final int JOBS_PER_SECOND = 500;
    private static final Duration STEADY = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private final Kafka kafka =
            Kafka.at(TestKafka.shared().bootstrap()).prefix(TestKafka.shared().freshPrefix());

    @Test
    void measure() throws Exception {
        try (Admin admin = kafka.admin();
                LocalPostgres postgres = LocalPostgres.start(PostgresOptions.in(folder))) {
            new TopicCheck(admin, kafka, Sizing.DEMO).ensure();
            postgres.ensureRole("projector", "projector");
            postgres.ensureDatabase("penstock", "projector");
            TestDatabase database = new TestDatabase(postgres.jdbcUrl("penstock"), "projector", "projector");
            run(database);
        }
    }

    private void run(TestDatabase database) throws Exception {
        try (Producer<String, byte[]> producer = producer()) {
            long from = System.nanoTime();
            backlog(producer);
            System.out.printf("log: %,d jobs written in %.1f s%n", JOBS, seconds(from));
            try (ProjectorProcess projector = ProjectorProcess.start(kafka, database, folder)) {
                rate(projector);
                try (Visibility visibility = Visibility.listen(database)) {
                    steady(producer, visibility);
                    System.out.println(visibility.report());
                }
                System.out.printf("RSS %d MB%n", projector.residentMegabytes());
            }
        }
    }

    private void backlog(Producer<String, byte[]> producer) {
        Deque<Story> open = new ArrayDeque<>();
        for (int i = 0; i < JOBS; i++) {
            Story story = story(route(i));
            send(producer, story.events().subList(0, 1));
            open.add(story);
            if (open.size() > OPEN) {
                end(producer, open.remove());
            }
        }
        open.forEach(story -> end(producer, story));
        producer.flush();
    }

    private void end(Producer<String, byte[]> producer, Story story) {
        send(producer, story.events().subList(1, EVENTS_PER_JOB));
    }

    /** As random as those that clients make: what is in order is cheap for an index. */
    private static String route(long i) {
        return Long.toString((i * 0x9E3779B97F4A7C15L) >>> 1, 36);
    }

    private void rate(ProjectorProcess projector) throws Exception {
        long first = 0;
        long from = System.nanoTime();
        while (true) {
            long history = projector.count("SELECT coalesce(sum(completed), 0) FROM penstock_read.statistic");
            if (history > 0 && first == 0) {
                first = history;
                from = System.nanoTime();
            }
            if (history >= JOBS) {
                double took = seconds(from);
                System.out.printf(
                        "sink: %,.0f jobs/s, %,.0f events/s (%.1f s for %,d jobs; %s)%n",
                        (JOBS - first) / took,
                        (JOBS - first) * EVENTS_PER_JOB / took,
                        took,
                        JOBS - first,
                        projector.cpu());
                return;
            }
            Thread.sleep(50);
        }
    }

    private void steady(Producer<String, byte[]> producer, Visibility visibility) throws InterruptedException {
        long start = System.nanoTime();
        long jobs = STEADY.toSeconds() * JOBS_PER_SECOND;
        for (int i = 0; i < jobs; i++) {
            long due = start + i * 1_000_000_000L / JOBS_PER_SECOND;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            String route = route(-1 - i);
            visibility.sent(route + ".0", System.nanoTime());
            send(producer, story(route).events());
        }
        producer.flush();
        visibility.await(Duration.ofSeconds(20));
    }

    private static Story story(String route) {
        return new Story(route + ".0")
                .submitted("email.send", "mail")
                .started("w-1")
                .completed();
    }

    private void send(Producer<String, byte[]> producer, List<EventMessage> events) {
        for (EventMessage event : events) {
            String route = event.key().substring(0, event.key().indexOf('.'));
            var unused = producer.send(new ProducerRecord<>(kafka.topics().events(), route, EventCodec.encode(event)));
        }
    }

    private Producer<String, byte[]> producer() {
        return kafka.producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 2, ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024));
    }

    static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
