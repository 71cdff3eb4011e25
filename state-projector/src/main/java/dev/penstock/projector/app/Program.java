package dev.penstock.projector.app;

import dev.penstock.api.key.Ids;
import dev.penstock.api.log.ProcessLog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Starts the projector with the program and closes it with it; its warnings go to {@code jobs.logs} (S0.24). */
@ApplicationScoped
public class Program {
    private final ProjectorConfig config;
    private final ReadSideKeeper keeper;
    private @Nullable ProcessLog log;

    @Inject
    public Program(ProjectorConfig config, DataSource database, ProjectorMetrics metrics) {
        this.config = config;
        keeper = new ReadSideKeeper(
                new ReadSideSettings(
                        config.log(),
                        database,
                        config.reader(),
                        config.dataDir().resolve("projector"),
                        config.projector().threads(),
                        config.projector().logsKept()),
                metrics);
        metrics.watch(keeper);
    }

    void start(@Observes StartupEvent event) {
        log = ProcessLog.attach(config.log(), Ids.process("projector"));
        keeper.start();
    }

    void stop(@Observes ShutdownEvent event) {
        keeper.close();
        if (log != null) {
            log.close();
        }
    }

    ReadSideKeeper keeper() {
        return keeper;
    }
}
