package dev.penstock.processor.handlers;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the demo's handlers: a schema of their own in a PostgreSQL that others may use too. */
public final class DemoDatabase {
    /** Owned by the handlers' role. */
    public static final String SCHEMA = "penstock_demo";

    private static final int PATIENCE_SECONDS = 10;

    private DemoDatabase() {}

    /** Connections to {@code url} in that role; each is a new one: the demo opens a few a minute. */
    public static Supplier<DataSource> at(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setCurrentSchema(SCHEMA);
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setSocketTimeout(60);
        source.setApplicationName("penstock-demo");
        return () -> source;
    }
}
