package dev.penstock.processor.program;

import dev.penstock.api.key.KeysFile;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.app.WriteSideSettings;
import dev.penstock.processor.handlers.demo.DemoDesk;
import dev.penstock.processor.observe.Timing;
import dev.penstock.processor.rebuild.Findings;
import dev.penstock.processor.rebuild.Rebuild;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts what the configuration asks for. */
@ApplicationScoped
class Roles {
    private static final Logger LOG = LoggerFactory.getLogger(Roles.class);
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

    /** Whether it is not to run, but to look at the stores. */
    boolean isToRebuild() {
        return config.role() == ProgramConfig.Kind.PROCESSOR
                && config.processor().rebuild() != ProgramConfig.Rebuilding.NO;
    }

    /** Compares the stores with the log, or mends them; returns the exit code: 1 if something differs. */
    int rebuild() {
        boolean mend = config.processor().rebuild() == ProgramConfig.Rebuilding.MEND;
        WriteSideSettings settings = writeSide();
        try (Rebuild rebuild = new Rebuild(
                cluster(),
                new KeysFile(settings.keysFile()).read(),
                settings.applicationId(),
                settings.sizing().replication())) {
            IntConsumer progress = done -> LOG.info("Partition {} is compared", done);
            Findings findings = mend ? rebuild.mend(progress) : rebuild.check(progress);
            LOG.info(
                    "{} events make {} entries of the stores; {} {}",
                    findings.events(),
                    findings.entries(),
                    findings.differences(),
                    mend ? "were mended" : "differ");
            findings.first().forEach(difference -> LOG.warn("{}", difference));
            findings.lostOffsets()
                    .forEach(place -> LOG.warn("{} {}", mend ? "Committed" : "No committed offset of", place));
            return mend || findings.isClean() ? 0 : 1;
        }
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
