package dev.penstock.api.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
    private final TopicPlan plan = new TopicPlan(TopicNames.DEFAULT, Sizing.PRODUCTION);

    @Test
    @DisplayName("A7: a route's partition is the one Java's producer chooses")
    void a_route_lies_where_the_java_producer_puts_it() {
        for (String route : List.of("a", "k0123", "queue/mail", "añá", "0123456789")) {
            byte[] key = route.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(Partition.of(route, 12)).isEqualTo(BuiltInPartitioner.partitionForKey(key, 12));
        }
    }

    @Test
    @DisplayName("A9: where strangers write and where waits are in line, the brokers' clock stamps")
    void the_clock_of_decisions_is_the_brokers() {
        assertThat(plan.core().stream()
                        .filter(t -> "LogAppendTime".equals(t.configs().get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG)))
                        .map(PlannedTopic::name))
                .containsExactlyInAnyOrder(
                        "jobs.submissions",
                        "jobs.commands",
                        "jobs.gates",
                        "jobs.workers",
                        "jobs.retry.1s",
                        "jobs.retry.10s",
                        "jobs.retry.1m",
                        "jobs.retry.10m",
                        "jobs.retry.1h");
    }

    @Test
    @DisplayName("C3: work and retry topics lose nothing by age or size")
    void what_waits_is_never_deleted_by_time() {
        List<PlannedTopic> waiting = new java.util.ArrayList<>(plan.work("mail"));
        plan.core().stream().filter(t -> t.name().contains(".retry.")).forEach(waiting::add);
        assertThat(waiting).hasSize(8).allSatisfy(topic -> {
            assertThat(topic.configs()).containsEntry(TopicConfig.RETENTION_MS_CONFIG, "-1");
            assertThat(topic.configs()).containsEntry(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
            assertThat(topic.configs()).containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
        });
        assertThat(plan.work("mail").getFirst().partitions()).isEqualTo(4);
    }

    @Test
    @DisplayName("C1: topics that are found by route have one partition count for life")
    void the_fixed_ones() {
        assertThat(plan.core().stream()
                        .filter(t -> t.fixed() && t.partitions() == 48)
                        .map(PlannedTopic::name))
                .containsExactlyInAnyOrder("jobs.submissions", "jobs.commands", "jobs.events", "jobs.state");
        assertThatThrownBy(() -> new Sizing(12, 1, 2, 4)).hasMessageContaining("replication");
    }
}
