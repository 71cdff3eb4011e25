package dev.penstock.ui.own;

import dev.penstock.ui.trouble.Diagnosis;
import dev.penstock.ui.trouble.Trouble;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Brings {@code penstock_ui} up to date, with a history of its own. Several programs may do so at once: one does it, the others
 * wait.
 */
final class OwnSchema {
    static final String NAME = "penstock_ui";
    private static final String LOCATION = "classpath:db/ui";

    private final DataSource database;
    private volatile boolean ready;

    OwnSchema(DataSource database) {
        this.database = database;
    }

    /**
     * Makes what is missing, the first time that the database answers.
     *
     * @throws Trouble with a sentence, if it cannot
     */
    void ensure() {
        if (!ready) {
            migrate();
        }
    }

    private synchronized void migrate() {
        if (ready) {
            return;
        }
        try {
            Flyway.configure(OwnSchema.class.getClassLoader())
                    .dataSource(database)
                    .locations(LOCATION)
                    .schemas(NAME)
                    .defaultSchema(NAME)
                    .createSchemas(true)
                    .load()
                    .migrate();
            ready = true;
        } catch (FlywayException e) {
            throw Trouble.away(sentence(e));
        }
    }

    private static String sentence(FlywayException e) {
        SQLException sql = sql(e);
        boolean away = sql != null
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57"));
        boolean unreachable =
                sql == null && e.getMessage() != null && e.getMessage().contains("connection");
        return away || unreachable
                ? Diagnosis.databaseSentence(sql)
                : "The schema " + NAME + " cannot be brought up to date: "
                        + (sql == null ? e.getMessage() : sql.getMessage())
                        + ". Its owner must be the role of penstock.ui-db.user: CREATE SCHEMA " + NAME
                        + " AUTHORIZATION <that role>.";
    }

    private static @Nullable SQLException sql(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (t instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
