package dev.penstock.ui.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears what the projector says after each batch. One connection for the whole process, whatever the number of pages. */
@ApplicationScoped
public class ChangeListener {
    private static final Logger LOG = Logger.getLogger(ChangeListener.class);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final DataSource database;
    private final Changes changes;
    private final Visibility visibility;
    private final Thread thread = new Thread(this::listen, "change-listener");
    private volatile boolean ended;

    @Inject
    public ChangeListener(DataSource database, Changes changes, Visibility visibility) {
        this.database = database;
        this.changes = changes;
        this.visibility = visibility;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        ended = true;
        thread.interrupt();
    }

    private void listen() {
        boolean silent = false;
        while (!ended) {
            try (Connection connection = database.getConnection()) {
                silent = false;
                hear(connection);
            } catch (SQLException e) {
                // Said once for each outage: the database check says the rest.
                if (!silent && !ended) {
                    LOG.warn("Pages do not refresh by themselves until PostgreSQL answers again: " + e.getMessage());
                }
                silent = true;
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN penstock_changed");
        }
        // What happened before this moment was not heard.
        changes.changed(Change.UNKNOWN);
        PGConnection heard = connection.unwrap(PGConnection.class);
        while (!ended) {
            PGNotification[] notifications = heard.getNotifications((int) WAIT.toMillis());
            if (notifications == null || notifications.length == 0) {
                // A server that is gone without a word is noticed here.
                if (!connection.isValid((int) WAIT.toSeconds())) {
                    throw new SQLException("the connection is lost");
                }
                continue;
            }
            visibility.look(connection);
            for (PGNotification notification : notifications) {
                changes.changed(Change.parse(notification.getParameter()));
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            // Only stop() interrupts; the loop sees it.
            ended = true;
        }
    }
}
