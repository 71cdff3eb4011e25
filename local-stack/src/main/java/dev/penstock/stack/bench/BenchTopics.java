package dev.penstock.stack.bench;

import dev.penstock.api.topic.Leaders;
import dev.penstock.api.topic.TopicNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics of the bench's own, which no processor listens to. */
final class BenchTopics {
    static final String RAW = "bench.raw";
    static final TopicNames ALONE = new TopicNames("bench.jobs.");

    private BenchTopics() {}

    static void create(Map<String, Object> client, int partitions) {
        List<NewTopic> topics = Stream.of(RAW, ALONE.submissions(), ALONE.signals())
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList();
        try (Admin admin = Admin.create(client)) {
            Leaders.create(admin, topics);
        }
    }
}
