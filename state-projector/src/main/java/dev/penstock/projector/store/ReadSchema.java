package dev.penstock.projector.store;

import dev.penstock.projector.table.Session;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The schema {@code penstock_read}: where its migrations are and what they are told. */
public final class ReadSchema {
    public static final String NAME = Session.SCHEMA;
    public static final String LOCATION = "db/read";

    private ReadSchema() {}

    /**
     * The role that the UI reads with.
     *
     * @param name granted SELECT if it exists
     * @param create make it if it does not exist; the projector's own role needs CREATEROLE for that
     * @param password of a role made here
     */
    public record Reader(String name, boolean create, String password) {
        /** Grants to {@code penstock_ui} if somebody made it. */
        public static final Reader EXISTING = new Reader("penstock_ui", false, "");

        Map<String, String> placeholders() {
            return Map.of("ui_role", name, "ui_role_create", String.valueOf(create), "ui_role_password", password);
        }
    }

    /** Brings the schema up to date; makes it if it is missing. */
    public static void migrate(DataSource database, Reader reader) {
        migrate(database, reader, NAME);
    }

    /** The same with a schema of another name, which is to take its place. */
    public static void migrate(DataSource database, Reader reader, String schema) {
        configured(reader, schema).dataSource(database).load().migrate();
    }

    private static FluentConfiguration configured(Reader reader, String schema) {
        return Flyway.configure(ReadSchema.class.getClassLoader())
                .locations("classpath:" + LOCATION)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .placeholders(reader.placeholders());
    }
}
