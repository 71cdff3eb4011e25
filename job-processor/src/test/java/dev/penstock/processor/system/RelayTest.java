package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Submission.JobDispatched;
import dev.penstock.api.event.Waiting.RetryScheduled;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.Ids;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.topic.TopicCheck;
import dev.penstock.api.topic.TopicNames.Rung;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.timer.KeyRing;
import dev.penstock.processor.timer.PlainSender;
import dev.penstock.processor.timer.TimerToken;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.JavaProgram;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayTest {
    private static final int WAITS = 2_000;

    @TempDir
    Path folder;

    @Test
    @DisplayName("B9: a relay that is killed while waits pass through it loses none")
    void aKilledRelayLosesNone() {
        try (Rig rig = new Rig(folder, 2)) {
            topics(rig);
            Instant now = Instant.now();
            for (int i = 0; i < WAITS; i++) {
                Duration wait = Duration.ofMillis(500 + 6L * i);
                RetryPointer pointer = new RetryPointer(JobId.of("wait" + i, "0"), i, now.plus(wait));
                rig.postLater(
                        rig.kafka.topics().retry(Rung.fitting(wait)),
                        pointer.job().route(),
                        Wire.write(pointer));
            }
            Topic commands = rig.topic(rig.kafka.topics().commands(), false);
            ChildProcess first = relay(rig, "relay-1");
            Rig.await("waits end", () -> commands.all().size() > 100);
            first.kill();
            int before = commands.all().size();
            relay(rig, "relay-2");
            Rig.await("every wait ends", () -> ended(commands).size() == WAITS);
            assertThat(before).isLessThan(WAITS);
            assertThat(early(commands, now)).isEmpty();
        }
    }

    @Test
    @DisplayName("B9: a delay that elapses twice starts one attempt")
    void aDelayThatElapsesTwiceStartsOneAttempt() throws Exception {
        try (Rig rig = new Rig(folder, 2);
                PlainSender sender = new PlainSender(rig.kafka, new TimerToken(new KeyRing(keysOf(rig))))) {
            rig.processor();
            rig.queue("mail");
            JobId job = rig.submit("twice", "\"type\":\"email.send\",\"queue\":\"mail\"");
            Hand hand = rig.hand("mail").beating();
            hand.failed(hand.dispatch(job, 1), Duration.ofSeconds(1));
            RetryScheduled wait =
                    (RetryScheduled) rig.events.await(job, RetryScheduled.class).body();
            sender.timer(new Timer.DelayElapsed(job, wait.timer()));
            sender.timer(new Timer.DelayElapsed(job, wait.timer()));
            WorkOrder second = hand.dispatch(job, 2);
            // The relay ends the same wait once more, a second later.
            Topic commands = rig.topic(rig.kafka.topics().commands(), false);
            Rig.await(
                    "the relay's own",
                    () -> ended(commands).size() == 1
                            && commands.all().stream()
                                            .filter(r -> timer(r) != null)
                                            .count()
                                    == 3);
            hand.succeeded(second);
            rig.events.await(job, dev.penstock.api.event.Ending.JobCompleted.class);
            assertThat(hand.dispatches(job)).hasSize(2);
            assertThat(rig.events.of(job))
                    .filteredOn(e -> e instanceof JobDispatched)
                    .hasSize(1);
        }
    }

    private static dev.penstock.api.key.Keys keysOf(Rig rig) {
        return new dev.penstock.api.key.KeysFile(rig.settings.keysFile()).readOrCreate();
    }

    private static void topics(Rig rig) {
        keysOf(rig);
        try (Admin admin = Admin.create(rig.kafka.client(Map.of()))) {
            new TopicCheck(admin, rig.kafka, Sizing.DEMO.withPartitions(2)).ensure();
        }
    }

    private static ChildProcess relay(Rig rig, String name) {
        Path log = rig.settings.dataDir().resolveSibling(name + ".log");
        return rig.opened(ChildProcess.start(new JavaProgram(
                        RelayMain.class.getName(),
                        List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
                        List.of("-Xmx128m", "-XX:+UseSerialGC"),
                        List.of(
                                rig.kafka.properties().get("bootstrap.servers"),
                                rig.kafka.topics().prefix(),
                                rig.settings.keysFile().toString()))
                .command(name, log)));
    }

    private static Set<JobId> ended(Topic commands) {
        Set<JobId> jobs = new HashSet<>();
        commands.all().forEach(r -> {
            Timer.DelayElapsed timer = timer(r);
            if (timer != null) {
                jobs.add(timer.job());
            }
        });
        return jobs;
    }

    private static List<String> early(Topic commands, Instant begin) {
        return commands.all().stream()
                .filter(r -> {
                    Timer.DelayElapsed timer = timer(r);
                    return timer != null
                            && r.timestamp()
                                    < begin.plusMillis(500 + 6 * timer.timer()).toEpochMilli();
                })
                .map(ConsumerRecord::key)
                .toList();
    }

    private static Timer.@org.jspecify.annotations.Nullable DelayElapsed timer(ConsumerRecord<String, byte[]> record) {
        try {
            return CommandCodec.decode(record.value()).body() instanceof Timer.DelayElapsed t ? t : null;
        } catch (UndecodableException e) {
            throw new IllegalStateException(Ids.command(), e);
        }
    }
}
