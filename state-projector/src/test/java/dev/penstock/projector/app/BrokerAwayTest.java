package dev.penstock.projector.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.store.ReadSchema;
import dev.penstock.projector.story.Dump;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.stack.broker.LocalBroker;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.fixture.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker is away for longer than producers usually wait, at the worst moment. */
class BrokerAwayTest {
    private static final int JOBS = 300;
    private static final long MANY = 200;
    /** Longer than the delivery time-out, shorter than the group's session. */
    private static final long AWAY_MILLIS = 3_500;

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "The broker freezes between rows and records of several partitions: every state is published all the same")
    void whatWasNotSentIsNotLost() throws Exception {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        try (LocalBroker broker = TestKafka.ownBroker(folder.resolve("broker"))) {
            Map<String, String> client = new HashMap<>();
            client.put("bootstrap.servers", broker.bootstrap());
            client.put("delivery.timeout.ms", "1500");
            client.put("request.timeout.ms", "1000");
            Rig rig = Rig.on(new Kafka(client, Kafka.at(broker.bootstrap()).topics()));
            AtomicBoolean once = new AtomicBoolean();
            Rig patient = Rig.on(Kafka.at(broker.bootstrap()));
            ReadSideMeter freezing = new Watched(records -> {
                // All come with one transaction, in all partitions.
                if (records >= MANY && once.compareAndSet(false, true)) {
                    broker.pause();
                    var thaw = CompletableFuture.runAsync(
                            broker::resume, CompletableFuture.delayedExecutor(AWAY_MILLIS, TimeUnit.MILLISECONDS));
                    assertThat(thaw).isNotNull();
                }
            });
            ReadSideSettings settings = new ReadSideSettings(
                    rig.kafka,
                    Dump.source(database),
                    ReadSchema.NAME,
                    ReadSchema.Reader.EXISTING,
                    folder.resolve("projector"),
                    1,
                    Duration.ofDays(1));
            try (ReadSideKeeper keeper = new ReadSideKeeper(settings, freezing)) {
                keeper.start();
                Rig.await(() -> keeper.present() != null && keeper.present().isSettled());
                List<EventMessage> events = events();
                patient.write(events, events.size());
                Rig.await(once::get);
                Rig.awaitCaughtUp(keeper, database, JOBS);
                long jobs = Rig.number(database, "SELECT count(*) FROM penstock_read.job");
                Rig.await(() -> rig.compacted(rig.kafka.topics().state()).size() == jobs);
            }
        }
    }

    /** Hears of each batch that is in the rows. */
    private record Watched(LongConsumer batch) implements ReadSideMeter {
        @Override
        public void wrote(long records, long rows, long nanos) {
            batch.accept(records);
        }

        @Override
        public void away(String why) {}

        @Override
        public void back() {}

        @Override
        public void unreadable() {}
    }

    private static List<EventMessage> events() {
        List<EventMessage> events = new ArrayList<>();
        for (LogEntry entry : EventLog.random(11, 0, JOBS).entries()) {
            events.add(((LogEntry.Fact) entry).event());
        }
        return events;
    }
}
