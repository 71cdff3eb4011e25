package dev.penstock.projector.inside;

import dev.penstock.projector.analyst.duck.Limits;
import dev.penstock.projector.analyst.live.LiveTables;
import dev.penstock.projector.app.ProjectorConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The log's tables in this projector's data folder, as its settings say. */
@ApplicationScoped
public class SqlTables {
    /** Characters of a value: a payload is read elsewhere. */
    private static final int CELL = 4_000;

    private final LiveTables tables;

    @Inject
    public SqlTables(ProjectorConfig config) {
        ProjectorConfig.Sql sql = config.projector().sql();
        tables = new LiveTables(
                config.log(),
                config.dataDir().resolve("projector").resolve("sql"),
                new Limits(sql.time(), sql.memory(), sql.rows(), CELL),
                sql.patience());
    }

    LiveTables tables() {
        return tables;
    }

    @PreDestroy
    void close() {
        tables.close();
    }
}
