package dev.penstock.ui.app;

import dev.penstock.api.key.Ids;
import dev.penstock.api.log.ProcessLog;
import dev.penstock.ui.config.KafkaAddress;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** This process's warnings and errors in {@code jobs.logs} (S0.24). */
@ApplicationScoped
public class Journal {
    private static final Logger LOG = Logger.getLogger(Journal.class);

    private final KafkaAddress kafka;
    private @Nullable ProcessLog lines;

    @Inject
    public Journal(KafkaAddress kafka) {
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent event) {
        try {
            lines = ProcessLog.attach(kafka.kafka(), Ids.process("ui"));
        } catch (KafkaException e) {
            LOG.warnf("Warnings and errors of this process are in this log only: %s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (lines != null) {
            lines.close();
        }
    }
}
