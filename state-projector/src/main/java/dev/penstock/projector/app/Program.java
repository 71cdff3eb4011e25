package dev.penstock.projector.app;

import dev.penstock.api.key.Ids;
import dev.penstock.api.log.ProcessLog;
import dev.penstock.projector.store.ReadSchema;
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
    private final ReadSideSettings settings;
    private final ReadSideMeter metrics;
    private final ReadSideKeeper keeper;
    private @Nullable RebuildTask rebuilding;
    private @Nullable ProcessLog log;

    @Inject
    public Program(ProjectorConfig config, DataSource database, ProjectorMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
        settings = new ReadSideSettings(
                config.log(),
                database,
                ReadSchema.NAME,
                config.reader(),
                config.dataDir().resolve("projector"),
                config.projector().threads(),
                config.projector().logsKept());
        keeper = new ReadSideKeeper(settings, metrics);
        metrics.watch(keeper);
    }

    void start(@Observes StartupEvent event) {
        log = ProcessLog.attach(config.log(), Ids.process("projector"));
        if (config.projector().rebuild()) {
            rebuilding = new RebuildTask(settings, metrics);
            rebuilding.start();
        } else {
            keeper.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (rebuilding != null) {
            rebuilding.close();
        }
        keeper.close();
        if (log != null) {
            log.close();
        }
    }

    ReadSideKeeper keeper() {
        return keeper;
    }
}
