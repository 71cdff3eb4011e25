package dev.penstock.stack.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.topic.TopicCheck;
import dev.penstock.api.topic.TopicMisfit;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.process.Await;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TopicCheckTest {
    private static final Sizing SMALL = new Sizing(3, 1, 1, 2);

    private final TestKafka server = TestKafka.shared();
    private final Kafka kafka = Kafka.at(server.bootstrap()).prefix(server.freshPrefix());
    private final Admin admin = Admin.create(kafka.client(Map.of()));

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void what_is_missing_is_made_and_a_second_start_finds_it_good() throws Exception {
        new TopicCheck(admin, kafka, SMALL).ensure();
        new TopicCheck(admin, kafka, SMALL).ensure();
        assertThat(admin.listTopics().names().get())
                .filteredOn(name -> name.startsWith(kafka.topics().prefix()))
                .hasSize(19)
                .contains(kafka.topics().submissions(), kafka.topics().settings());
    }

    @Test
    @DisplayName("A3: a worker refuses a queue whose share group would skip what waits")
    void a_queue_is_ready_only_after_a_processor_made_it_so() throws Exception {
        TopicCheck check = new TopicCheck(admin, kafka, SMALL);
        assertThatThrownBy(() -> check.verifyQueue("mail"))
                .isInstanceOf(TopicMisfit.class)
                .hasMessageContaining("work.mail.high")
                .hasMessageContaining("let a processor run");
        check.ensureQueue("mail");
        assertThatCode(() -> check.verifyQueue("mail")).doesNotThrowAnyException();
        String group = kafka.topics().work("mail").getFirst();
        alter(ConfigResource.Type.GROUP, group, "share.auto.offset.reset", "latest");
        assertThatThrownBy(() -> check.verifyQueue("mail"))
                .hasMessageContaining("share.auto.offset.reset=latest")
                .hasMessageContaining("skip the jobs that wait");
        check.ensureQueue("mail");
        check.verifyQueue("mail");
        assertThat(groupSettings(group))
                .containsEntry("share.record.lock.duration.ms", "5000")
                .containsEntry("share.delivery.count.limit", "10")
                .containsEntry("share.partition.max.record.locks", "4000")
                .containsEntry("share.isolation.level", "read_uncommitted");
    }

    @Test
    @DisplayName("C2, C3: a topic with wrong settings stops the start, with a sentence for each")
    void misfits_are_named_each_with_its_cure() throws Exception {
        String commands = kafka.topics().commands();
        admin.createTopics(List.of(new NewTopic(commands, 5, (short) 1)
                        .configs(Map.of("retention.ms", "1000", "cleanup.policy", "compact"))))
                .all()
                .get();
        assertThatThrownBy(() -> new TopicCheck(admin, kafka, SMALL).ensure())
                .isInstanceOf(TopicMisfit.class)
                .hasMessageContaining(commands + " has 5 partitions and must have 3")
                .hasMessageContaining("has cleanup.policy=compact and needs delete")
                .hasMessageContaining("has retention.ms=1000 and needs 604800000")
                .hasMessageContaining("has message.timestamp.type=CreateTime and needs LogAppendTime")
                .hasMessageContaining("--add-config retention.ms=604800000");
    }

    @Test
    @DisplayName("C1: topics that all grew alike since the first start stop the processor with a sentence")
    void the_partition_count_of_the_first_start_is_for_life() throws Exception {
        new TopicCheck(admin, kafka, SMALL).ensure();
        Map<String, NewPartitions> more = new HashMap<>();
        for (String topic : List.of("submissions", "commands", "events", "state")) {
            more.put(kafka.topics().prefix() + topic, NewPartitions.increaseTo(6));
        }
        admin.createPartitions(more).all().get();
        // The controller has them; the broker that is asked may learn of them a moment later.
        assertThat(Await.until(
                        Duration.ofSeconds(30),
                        () -> partitionsOf(more.keySet()).equals(Set.of(6))))
                .isTrue();
        assertThatThrownBy(() -> new TopicCheck(admin, kafka, SMALL).ensure())
                .hasMessageContaining("has 6 partitions and must have 3");
        assertThatThrownBy(() -> new TopicCheck(admin, kafka, SMALL.withPartitions(6)).ensure())
                .isInstanceOf(TopicMisfit.class)
                .hasMessageContaining("began with 3 partitions and now has 6")
                .hasMessageContaining("cannot shrink");
    }

    private Set<Integer> partitionsOf(Set<String> topics) {
        return admin
                .describeTopics(topics)
                .allTopicNames()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .values()
                .stream()
                .map(topic -> topic.partitions().size())
                .collect(Collectors.toSet());
    }

    private void alter(ConfigResource.Type type, String name, String config, String value) throws Exception {
        Collection<AlterConfigOp> set =
                List.of(new AlterConfigOp(new ConfigEntry(config, value), AlterConfigOp.OpType.SET));
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(type, name), set))
                .all()
                .get();
    }

    private Map<String, String> groupSettings(String group) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        Map<String, String> settings = new HashMap<>();
        admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .values()
                .forEach(config -> config.entries().forEach(entry -> settings.put(entry.name(), entry.value())));
        return settings;
    }
}
