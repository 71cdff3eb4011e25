package dev.penstock.projector.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Starts the projector with the program and closes it with it. */
@ApplicationScoped
public class Program {
    private final ReadSideKeeper keeper;

    @Inject
    public Program(ProjectorConfig config, DataSource database, ProjectorMetrics metrics) {
        keeper = new ReadSideKeeper(
                new ReadSideSettings(
                        config.log(),
                        database,
                        config.reader(),
                        config.dataDir().resolve("projector"),
                        config.projector().threads()),
                metrics);
        metrics.watch(keeper);
    }

    void start(@Observes StartupEvent event) {
        keeper.start();
    }

    void stop(@Observes ShutdownEvent event) {
        keeper.close();
    }

    ReadSideKeeper keeper() {
        return keeper;
    }
}
