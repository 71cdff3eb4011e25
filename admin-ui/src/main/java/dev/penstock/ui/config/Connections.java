package dev.penstock.ui.config;

import dev.penstock.ui.fact.ConnectionFact;
import dev.penstock.ui.fact.ConnectionFact.Property;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The connections of this program as people may see them (S0.25): read-only, secrets masked. */
@ApplicationScoped
public class Connections {
    private static final String MASK = "••••";
    private static final Pattern SECRET =
            Pattern.compile("password|secret|token|jaas|key(?!store|\\.serializer)|credential");
    private static final Pattern IN_URL =
            Pattern.compile("(?i)([?&](?:password|sslpassword)=)[^&]*|(//[^/@:]+:)[^/@]+(?=@)");

    private final PenstockConfig config;
    private final KafkaAddress kafka;

    @Inject
    public Connections(PenstockConfig config, KafkaAddress kafka) {
        this.config = config;
        this.kafka = kafka;
    }

    /** Kafka and PostgreSQL, in this order. */
    public List<ConnectionFact> all() {
        return List.of(new ConnectionFact("Kafka", kafkaProperties()), new ConnectionFact("PostgreSQL", database()));
    }

    private List<Property> kafkaProperties() {
        List<Property> shown = new ArrayList<>();
        shown.add(new Property("topic prefix", config.topicPrefix()));
        new TreeMap<>(kafka.kafka().properties()).forEach((name, value) -> shown.add(property(name, value)));
        config.kafka().propertiesFile().ifPresent(file -> shown.add(new Property("properties file", file.toString())));
        return shown;
    }

    private List<Property> database() {
        return List.of(
                new Property("address", maskedUrl(config.uiDb().url())),
                new Property("user", config.uiDb().user()),
                new Property("password", config.uiDb().password().isPresent() ? MASK : "none"),
                new Property("schema", "penstock_read (read-only)"));
    }

    static Property property(String name, String value) {
        return new Property(name, SECRET.matcher(name.toLowerCase(Locale.ROOT)).find() ? MASK : maskedUrl(value));
    }

    /** An address without the passwords that may stand in it. */
    static String maskedUrl(String url) {
        return IN_URL.matcher(url).replaceAll(m -> (m.group(1) == null ? m.group(2) : m.group(1)) + MASK);
    }
}
