package dev.penstock.processor.program;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.trigger.Source;
import dev.penstock.api.trigger.TriggerMapping;
import dev.penstock.processor.program.ProgramConfig.TriggerConfig;
import dev.penstock.processor.trigger.TopicTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The triggers that the configuration asks for. */
final class Triggers implements AutoCloseable {
    private final List<TopicTrigger> triggers;

    private Triggers(List<TopicTrigger> triggers) {
        this.triggers = triggers;
    }

    /**
     * Starts those that have a topic.
     *
     * @throws IllegalArgumentException if one is not well configured; the sentence names the setting
     */
    static Triggers start(Kafka kafka, Map<String, TriggerConfig> configured) {
        Map<String, TriggerMapping> mappings = new TreeMap<>();
        configured.forEach((name, config) -> mappings.put(name, mapping(name, config)));
        List<TopicTrigger> started = new ArrayList<>();
        mappings.forEach((name, mapping) -> Optional.ofNullable(configured.get(name))
                .flatMap(TriggerConfig::topic)
                .ifPresent(topic -> started.add(TopicTrigger.start(kafka, topic, mapping))));
        return new Triggers(started);
    }

    static TriggerMapping mapping(String name, TriggerConfig config) {
        String prefix = "penstock.triggers." + name + ".";
        Map<String, Source> payload = new TreeMap<>();
        config.payload().forEach((field, text) -> payload.put(field, source(prefix + "payload." + field, text)));
        return new TriggerMapping(
                name,
                config.type(),
                config.queue().orElse(null),
                payload,
                config.runBy().map(text -> source(prefix + "run-by", text)).orElse(null),
                config.tags().orElse(List.of()),
                config.idempotencyKey()
                        .map(text -> source(prefix + "idempotency-key", text))
                        .orElse(null));
    }

    private static Source source(String setting, String text) {
        try {
            return new Source(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
        }
    }

    boolean isAlive() {
        return triggers.stream().allMatch(TopicTrigger::isAlive);
    }

    /** For the health page. */
    String facts() {
        return triggers.isEmpty()
                ? "none"
                : triggers.stream().map(TopicTrigger::facts).collect(Collectors.joining("; "));
    }

    @Override
    public void close() {
        triggers.forEach(TopicTrigger::close);
    }
}
