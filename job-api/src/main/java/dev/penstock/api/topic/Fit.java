package dev.penstock.api.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/** Compares a topic that exists with the plan: one sentence for each difference that loses or delays jobs. */
final class Fit {
    private static final Set<String> AT_LEAST = Set.of(
            TopicConfig.RETENTION_MS_CONFIG, TopicConfig.RETENTION_BYTES_CONFIG, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    /** A matter of tidiness, not of truth: whoever made the topic may have had reasons. */
    private static final Set<String> FREE = Set.of(TopicConfig.SEGMENT_BYTES_CONFIG, TopicConfig.SEGMENT_MS_CONFIG);

    private Fit() {}

    static List<String> misfits(PlannedTopic topic, TopicDescription found, Config config) {
        List<String> sentences = new ArrayList<>();
        int partitions = found.partitions().size();
        if (topic.fixed() && partitions != topic.partitions()) {
            sentences.add("Topic " + topic.name() + " has " + partitions + " partitions and must have "
                    + topic.partitions() + ": job ids find their partition by this count, so it can never change."
                    + " Set the number of partitions to " + partitions + " if it was made so, or restore the topic");
        }
        int copies = found.partitions().stream()
                .mapToInt(p -> p.replicas().size())
                .min()
                .orElse(0);
        if (copies < topic.sizing().replication()) {
            sentences.add("Topic " + topic.name() + " has " + copies + " copies of each partition and needs "
                    + topic.sizing().replication() + ": with fewer an accepted job can be lost with one broker."
                    + " Reassign its partitions, or say replication=" + copies + " if that is meant");
        }
        settings(topic, config, sentences);
        return sentences;
    }

    private static void settings(PlannedTopic topic, Config config, List<String> sentences) {
        for (Map.Entry<String, String> planned : topic.configs().entrySet()) {
            if (!FREE.contains(planned.getKey())) {
                check(topic, config, planned.getKey(), planned.getValue(), sentences);
            }
        }
        if (topic.sizing().replication() > 1) {
            check(topic, config, TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false", sentences);
            String enough = Integer.toString(topic.sizing().minInsync());
            if (number(value(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)) < number(enough)) {
                sentences.add(sentence(topic, config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, enough));
            }
        }
    }

    private static void check(PlannedTopic topic, Config config, String name, String planned, List<String> sentences) {
        String found = value(config, name);
        boolean fits = AT_LEAST.contains(name)
                ? isUnlimitedOr(found, number(planned))
                : sameWords(found).equals(sameWords(planned));
        if (!fits) {
            sentences.add(sentence(topic, config, name, planned));
        }
    }

    private static boolean isUnlimitedOr(String found, long planned) {
        long number = number(found);
        return number == -1 || (planned != -1 && number >= planned);
    }

    private static Set<String> sameWords(String list) {
        return Set.of(list.split(","));
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }

    private static String value(Config config, String name) {
        ConfigEntry entry = config.get(name);
        return entry == null || entry.value() == null ? "" : entry.value();
    }

    private static String sentence(PlannedTopic topic, Config config, String name, String planned) {
        return "Topic " + topic.name() + " has " + name + "=" + value(config, name) + " and needs " + planned
                + ": kafka-configs.sh --alter --topic " + topic.name() + " --add-config " + name + "=" + planned;
    }
}
