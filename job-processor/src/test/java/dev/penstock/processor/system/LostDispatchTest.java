package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Waiting.DispatchVanished;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostDispatchTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "A3: dispatches that a share group passed over, or that went with a deleted group, are found and made again")
    void lostDispatchesAreFoundAndMadeAgain() throws Exception {
        try (Rig rig = new Rig(folder, 4);
                Admin admin = Admin.create(rig.kafka.client(Map.of()))) {
            rig.processor();
            rig.queue("mail");
            String topic = rig.kafka.topics().work("mail", Priority.NORMAL);
            String group = rig.kafka.topics().shareGroup(topic);
            JobId job = rig.submit("lost", "\"type\":\"email.send\",\"queue\":\"mail\"");
            Hand hand = rig.hand("mail").beating();
            WorkOrder first = hand.dispatch(job, 1);
            join(rig, group, topic);
            skip(admin, group, topic);

            rig.events.await(job, DispatchVanished.class);
            WorkOrder second = hand.dispatch(job, 2);
            assertThat(second.number()).isGreaterThan(first.number());
            assertThat(second.attempt()).isEqualTo(first.attempt());

            // The group goes, and what it had left goes with it: whoever joins next begins at the end.
            admin.deleteShareGroups(List.of(group)).all().get();
            join(rig, group, topic);
            skip(admin, group, topic);
            hand.succeeded(hand.dispatch(job, 3));
            rig.events.await(job, Ending.JobCompleted.class);
        }
    }

    /** A worker that joins and leaves without taking anything: the group begins to be. */
    private static void join(Rig rig, String group, String topic) {
        try (KafkaShareConsumer<String, String> consumer = new KafkaShareConsumer<>(
                rig.kafka.client(Map.of("group.id", group, "share.acknowledgement.mode", "explicit")),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Rig.await("the share group hands out", () -> {
                var records = consumer.poll(Duration.ofMillis(200));
                records.forEach(
                        r -> consumer.acknowledge(r, org.apache.kafka.clients.consumer.AcknowledgeType.RELEASE));
                return !records.isEmpty();
            });
        }
    }

    private static void skip(Admin admin, String group, String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .forEach(p -> partitions.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(partitions).all().get().forEach((p, end) -> ends.put(p, end.offset()));
        Rig.await("nobody is in the share group", () -> altered(admin, group, ends));
    }

    private static boolean altered(Admin admin, String group, Map<TopicPartition, Long> ends) {
        try {
            admin.alterShareGroupOffsets(group, ends).all().get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
