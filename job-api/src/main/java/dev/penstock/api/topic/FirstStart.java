package dev.penstock.api.topic;

import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * The partition count of the first start, written down in {@code jobs.settings} as {@code format/partitions}: somebody may
 * enlarge all topics alike, and then they fit each other but no longer the jobs in them (failure scenario C1).
 */
final class FirstStart {
    private static final String PARTITIONS = "partitions";

    private final Kafka kafka;

    FirstStart(Kafka kafka) {
        this.kafka = kafka;
    }

    void agree(int partitions) {
        Setting.Format now = new Setting.Format(PARTITIONS, partitions);
        Setting.Format first = read().get(now.key());
        if (first == null) {
            write(now);
        } else if (first.level() != partitions) {
            throw new TopicMisfit(List.of("This installation (" + kafka + ") began with " + first.level()
                    + " partitions and now has " + partitions + ": jobs would no longer be found where they lie."
                    + " A Kafka topic cannot shrink: restore " + kafka.topics().submissions() + ", "
                    + kafka.topics().commands() + ", " + kafka.topics().events() + " and "
                    + kafka.topics().state()
                    + " with " + first.level() + " partitions"));
        }
    }

    private Map<String, Setting.Format> read() {
        Map<String, Setting.Format> formats = new HashMap<>();
        try (TopicFollower settings = TopicFollower.of(kafka, kafka.topics().settings(), record -> {
            byte[] value = record.value();
            if (value != null && record.key().equals(Setting.key("format", PARTITIONS))) {
                formats.put(record.key(), format(value));
            }
        })) {
            settings.readToEnd();
        }
        return formats;
    }

    private static Setting.Format format(byte[] value) {
        try {
            return Wire.read(value, Setting.Format.class);
        } catch (UndecodableException e) {
            throw new TopicMisfit(
                    List.of("The partition count written down in jobs.settings cannot be read: " + e.getMessage()));
        }
    }

    private void write(Setting.Format format) {
        try (KafkaProducer<String, byte[]> producer = kafka.producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 0))) {
            producer.send(new ProducerRecord<>(kafka.topics().settings(), format.key(), Wire.write(format)))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("The partition count could not be written down", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while writing the partition count down", e);
        }
    }
}
