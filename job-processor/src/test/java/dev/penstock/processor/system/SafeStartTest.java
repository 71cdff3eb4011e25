package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.TopicMisfit;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.app.WriteSideSettings;
import dev.penstock.processor.decide.setting.Levels;
import dev.penstock.processor.fence.Fencing;
import dev.penstock.processor.stream.StreamMeter;
import dev.penstock.processor.stream.StreamSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeStartTest {
    @TempDir
    Path folder;

    private Rig rig;
    private Admin admin;

    @BeforeEach
    void open() throws InterruptedException {
        rig = new Rig(folder, 2);
        admin = Admin.create(rig.kafka.client(Map.of()));
        WriteSide processor = rig.processor();
        rig.queue("mail");
        processor.close();
    }

    @AfterEach
    void close() {
        admin.close();
        rig.close();
    }

    @Test
    @DisplayName("A11: with events but without committed offsets the processor refuses to start and says what to do")
    void withoutCommittedOffsetsItRefusesToStart() throws Exception {
        String group = StreamSettings.applicationId(rig.kafka);
        Rig.await("the group is gone", () -> deleted(group));
        assertThatThrownBy(() -> start(rig.settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no committed offset")
                .hasMessageContaining("the group " + group)
                .hasMessageContaining("penstock processor --rebuild mend");
    }

    @Test
    @DisplayName("B14: a processor does not start over stores that a newer version may have written")
    void aProcessorDoesNotStartOverNewerStores() {
        rig.post(
                rig.kafka.topics().settings(),
                "format/state",
                Wire.write(new Setting.Format("state", Levels.LATEST + 1)));
        assertThatThrownBy(() -> start(rig.settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("format level " + (Levels.LATEST + 1))
                .hasMessageContaining("start the newer version again");
    }

    @Test
    @DisplayName("C1: a topic that grew stops the processor with a sentence")
    void aTopicThatGrewStopsTheProcessor() throws Exception {
        admin.createPartitions(Map.of(rig.kafka.topics().commands(), NewPartitions.increaseTo(3)))
                .all()
                .get();
        assertThatThrownBy(() -> start(rig.settings))
                .isInstanceOf(TopicMisfit.class)
                .hasMessageContaining(rig.kafka.topics().commands() + " has 3 partitions and must have 2");
    }

    @Test
    @DisplayName("A1: the open transaction of a processor that is gone is fenced, and nobody else's")
    void theTransactionOfAGoneProcessorIsFenced() throws Exception {
        String application = StreamSettings.applicationId(rig.kafka);
        String gone = application + "-" + UUID.randomUUID() + "-1";
        String foreign = "other-" + application + "-1";
        try (KafkaProducer<String, byte[]> first = opened(gone);
                KafkaProducer<String, byte[]> second = opened(foreign)) {
            Fencing fencing = new Fencing(admin, application);
            Rig.await("it is fenced", () -> fenced(fencing).contains(gone));
            assertThatThrownBy(first::commitTransaction).isInstanceOf(org.apache.kafka.common.KafkaException.class);
            second.commitTransaction();
        }
        assertThat(admin.listTransactions().all().get())
                .filteredOn(t -> t.transactionalId().equals(gone))
                .noneMatch(t -> t.state() == org.apache.kafka.clients.admin.TransactionState.ONGOING);
    }

    private KafkaProducer<String, byte[]> opened(String id) {
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                rig.kafka.client(Map.of("transactional.id", id, "transaction.timeout.ms", 300_000)),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        var unused = producer.send(new ProducerRecord<>(rig.kafka.topics().logs(), "k", new byte[1]));
        producer.flush();
        return producer;
    }

    private static List<String> fenced(Fencing fencing) {
        try {
            return fencing.fenceTheGone();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean deleted(String group) {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(WriteSideSettings settings) throws InterruptedException {
        WriteSide.start(settings, StreamMeter.NONE).close();
    }
}
