package dev.penstock.stack.chaos;

import dev.penstock.stack.chaos.site.Site;
import dev.penstock.stack.history.proof.Row;
import dev.penstock.stack.process.Await;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** The read side, once it has caught up. */
final class Readers {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String BEHIND = "SELECT behind_records FROM penstock_read.freshness_now"
            + " WHERE updated_at > now() - interval '2 seconds'";

    private Readers() {}

    /** Until the projector says that nothing is left to read, some seconds after the last record was written. */
    static void awaitProjector(Site site) throws InterruptedException {
        Thread.sleep(3_000);
        Await.until(PATIENCE, Duration.ofMillis(500), () -> isUpToDate(site));
    }

    private static boolean isUpToDate(Site site) {
        try (Connection database = site.database();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(BEHIND)) {
            return found.next() && found.getLong(1) == 0;
        } catch (SQLException e) {
            return false;
        }
    }

    static Map<String, Row> table(Site site) throws SQLException {
        try (Connection database = site.database()) {
            return Row.table(database);
        }
    }
}
