package dev.penstock.processor.program;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.app.WriteSideSettings;
import dev.penstock.processor.handlers.demo.DemoDesk;
import dev.penstock.processor.observe.Timing;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Starts what the configuration asks for. */
@ApplicationScoped
class Roles {
    private static final int LANE_PARTITIONS = 4;

    private final ProgramConfig config;
    private final MeterRegistry meters;
    private final OpenTelemetry telemetry;
    private final DemoDesk desk;

    Roles(ProgramConfig config, MeterRegistry meters, OpenTelemetry telemetry, DemoDesk desk) {
        this.config = config;
        this.meters = meters;
        this.telemetry = telemetry;
        this.desk = desk;
    }

    Kafka cluster() {
        return config.cluster();
    }

    String name() {
        return config.role().name().toLowerCase(Locale.ROOT);
    }

    Role start() throws Exception {
        return switch (config.role()) {
            case PROCESSOR -> processor();
            case WORKER -> WorkerRole.start(config, new CountedWork(meters), new TracedAttempt(telemetry));
            case DEMO -> DemoRole.start(config, desk);
        };
    }

    private Role processor() throws InterruptedException {
        WriteSide writeSide = WriteSide.start(writeSide(), new TracedStream(new CountedStream(meters), telemetry));
        try {
            return new Processor(writeSide, Triggers.start(cluster(), config.triggers()));
        } catch (RuntimeException e) {
            writeSide.close();
            throw e;
        }
    }

    private WriteSideSettings writeSide() {
        int copies = config.replicationFactor();
        return new WriteSideSettings(
                cluster(),
                new Sizing(config.partitions(), copies, Math.max(1, copies - 1), LANE_PARTITIONS),
                config.dataDir(),
                config.keys(),
                config.processor().standbys(),
                config.processor().threads(),
                config.processor().commitInterval(),
                new Timing(
                        Timing.DEFAULT.pulse(),
                        Timing.DEFAULT.lease(),
                        config.processor().dispatchLostAfter()));
    }

    /** The role processor. */
    private record Processor(WriteSide writeSide, Triggers triggers) implements Role {
        @Override
        public boolean isAlive() {
            return writeSide.isAlive() && triggers.isAlive();
        }

        @Override
        public boolean isReady() {
            return writeSide.isReady();
        }

        @Override
        public Map<String, String> facts() {
            Map<String, String> facts = new TreeMap<>(writeSide.facts());
            facts.put("triggers", triggers.facts());
            return facts;
        }

        @Override
        public void close() {
            triggers.close();
            writeSide.close();
        }
    }
}
