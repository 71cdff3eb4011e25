package dev.penstock.stack.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Roles and databases. Names are checked, not escaped: they are ours. */
final class Catalogue {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private Catalogue() {}

    static String role(String role, String password) {
        String quoted = "'" + password.replace("'", "''") + "'";
        return "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + checked(role)
                + "') THEN CREATE ROLE " + role + " LOGIN; END IF; END $$; ALTER ROLE " + role + " PASSWORD " + quoted;
    }

    static void ensureDatabase(LocalPostgres postgres, String database, String owner) {
        try (Connection connection = postgres.superuser("postgres");
                Statement statement = connection.createStatement()) {
            boolean there;
            try (var rows =
                    statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + checked(database) + "'")) {
                there = rows.next();
            }
            if (!there) {
                statement.execute("CREATE DATABASE " + database + " OWNER " + checked(owner));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database '" + database + "' could not be made", e);
        }
    }

    static void change(LocalPostgres postgres, String database, String... statements) {
        try (Connection connection = postgres.superuser(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused a change of the catalogue in '" + database + "'", e);
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name for a role or database: lower-case letters, digits and _, at most 63.");
        }
        return name;
    }
}
