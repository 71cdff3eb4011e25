package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.command.Act;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.KeysFile;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.rebuild.Difference;
import dev.penstock.processor.rebuild.Findings;
import dev.penstock.processor.rebuild.Rebuild;
import dev.penstock.processor.stream.StreamSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stores of a real processor are made again from the events on a real broker. */
class RebuildTest {
    private static final int JOBS = 30;

    @TempDir
    Path folder;

    private Rig rig;
    private String application;
    private final List<JobId> jobs = new ArrayList<>();

    @BeforeEach
    void open() throws InterruptedException {
        rig = new Rig(folder, 2);
        application = StreamSettings.applicationId(rig.kafka);
        WriteSide processor = rig.processor();
        rig.queue("mail");
        for (int i = 0; i < JOBS; i++) {
            jobs.add(rig.submit("r" + i, "\"type\":\"t\",\"queue\":\"mail\",\"payload\":" + i));
        }
        jobs.forEach(id -> rig.events.await("submitted " + id, e -> e.key().equals(id.value())));
        List<String> aborts = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i += 3) {
            aborts.add(rig.send(new Act.Abort(jobs.get(i))));
        }
        aborts.forEach(id -> rig.events.await("aborted", e -> e.command().equals(id)));
        processor.close();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    @DisplayName(
            "A11: change logs and stores that are gone are made again from the events, and the processor goes on with them")
    void fromNothing() throws Exception {
        assertThat(check().isClean()).as("before").isTrue();
        forgetEverything();
        Findings lost = check();
        assertThat(lost.differences()).isGreaterThanOrEqualTo(jobs.size());
        assertThat(lost.first()).allMatch(difference -> difference.kind() == Difference.Kind.MISSING);
        assertThat(lost.lostOffsets())
                .anyMatch(place -> place.contains(rig.kafka.topics().submissions()));
        try (Rebuild rebuild = rebuild()) {
            assertThat(rebuild.mend(done -> {})).isEqualTo(lost);
        }
        assertThat(check().isClean()).as("after").isTrue();

        rig.processor();
        String again = rig.send(new Act.Retry(jobs.get(0)));
        rig.events.await("an aborted job is known", e -> e.command().equals(again) && e.version() > 0);
        String abort = rig.send(new Act.Abort(jobs.get(1)));
        rig.events.await("a queued job is known", e -> e.command().equals(abort) && e.version() > 0);
        jobs.forEach(id -> assertThat(rig.events.events())
                .filteredOn(e -> e.key().equals(id.value()) && e.version() == 1)
                .as("submitted once")
                .hasSize(1));
    }

    @Test
    @DisplayName("A11: an entry that differs, one that is missing and one too many are named, and mended")
    void threeThatDiffer() throws Exception {
        String topic = application + "-jobs-changelog";
        JobId missing = jobs.get(1);
        JobId other = jobs.get(2);
        try (KafkaProducer<String, byte[]> hand =
                new KafkaProducer<>(rig.kafka.client(Map.of()), new StringSerializer(), new ByteArraySerializer())) {
            ConsumerRecord<String, byte[]> first = newest(topic, missing);
            hand.send(new ProducerRecord<>(topic, first.partition(), missing.value(), null))
                    .get();
            ConsumerRecord<String, byte[]> second = newest(topic, other);
            hand.send(new ProducerRecord<>(topic, second.partition(), other.value(), first.value()))
                    .get();
            hand.send(new ProducerRecord<>(topic, second.partition(), "nobody.0", second.value()))
                    .get();
        }
        Findings findings = check();
        assertThat(findings.first())
                .extracting(difference -> difference.key() + " " + difference.kind())
                .containsExactlyInAnyOrder(missing + " MISSING", other + " OTHER", "nobody.0 LEFT_OVER");
        assertThat(findings.differences()).isEqualTo(3);
        try (Rebuild rebuild = rebuild()) {
            rebuild.mend(done -> {});
        }
        assertThat(check().isClean()).isTrue();
        // Its stores are still in its folder, as they were: the corrections come to them.
        rig.processor();
        for (JobId mended : List.of(missing, other)) {
            String abort = rig.send(new Act.Abort(mended));
            rig.events.await("it is known again", e -> e.command().equals(abort) && e.version() > 0);
        }
    }

    @Test
    void notWhileAProcessorRuns() throws Exception {
        rig.processor();
        assertThatThrownBy(this::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stop the processors first");
    }

    private Findings check() {
        try (Rebuild rebuild = rebuild()) {
            return rebuild.check(done -> {});
        }
    }

    private Rebuild rebuild() {
        return new Rebuild(rig.kafka, new KeysFile(rig.settings.keysFile()).readOrCreate(), application, 1);
    }

    private ConsumerRecord<String, byte[]> newest(String topic, JobId job) {
        try (Topic log = new Topic(rig.kafka, topic, true)) {
            return log.all().stream()
                    .filter(record -> job.value().equals(record.key()) && record.value() != null)
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
    }

    /** The change logs, the group with its offsets, and the folder of the stores. */
    private void forgetEverything() throws Exception {
        try (Admin admin = rig.kafka.admin()) {
            List<String> logs = Stream.of("jobs", "stubs", "kin", "settings")
                    .map(store -> application + "-" + store + "-changelog")
                    .toList();
            admin.deleteTopics(logs).all().get();
            Rig.await("the group is gone", () -> deleted(admin));
            Rig.await("the change logs are gone", () -> none(admin, logs));
        }
        try (Stream<Path> files = Files.walk(rig.settings.dataDir())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean deleted(Admin admin) {
        try {
            admin.deleteConsumerGroups(List.of(application)).all().get();
            return true;
        } catch (ExecutionException | InterruptedException e) {
            return false;
        }
    }

    private static boolean none(Admin admin, List<String> topics) {
        try {
            return admin.listTopics().names().get().stream().noneMatch(topics::contains);
        } catch (ExecutionException | InterruptedException e) {
            return false;
        }
    }
}
