package dev.penstock.api.link;

import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicFollower;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The settings as they are now: {@code jobs.settings}, read to its end at the start and followed (failure scenario B13). */
public final class SettingsView implements AutoCloseable {
    private final Map<String, Setting> settings = new ConcurrentHashMap<>();
    private final TopicFollower follower;

    public SettingsView(Kafka kafka) {
        follower =
                TopicFollower.of(kafka, kafka.topics().settings(), this::read).readToEnd();
    }

    public Setting.@Nullable Queue queue(String name) {
        return settings.get(Setting.key("queue", name)) instanceof Setting.Queue queue ? queue : null;
    }

    public Setting.@Nullable Type type(String name) {
        return settings.get(Setting.key("type", name)) instanceof Setting.Type type ? type : null;
    }

    public Setting.@Nullable Template template(String name) {
        return settings.get(Setting.key("template", name)) instanceof Setting.Template template ? template : null;
    }

    public Setting.@Nullable Schedule schedule(String name) {
        return settings.get(Setting.key("schedule", name)) instanceof Setting.Schedule schedule ? schedule : null;
    }

    /** Whether an administrator has paused the queue. */
    public boolean isPaused(String queue) {
        Setting.Queue known = queue(queue);
        return known != null && known.paused();
    }

    private void read(ConsumerRecord<String, byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null) {
            settings.remove(record.key());
            return;
        }
        try {
            settings.put(record.key(), Wire.read(value, Setting.class));
        } catch (UndecodableException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
