package dev.penstock.projector.command.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

/**
 * Which PostgreSQL holds the read model. Settings are called as those of the projector. No password stands on a command line, where
 * everybody on the machine could read it.
 */
public final class DatabaseOptions {
    private static final String SETTING = "penstock.read-db.";
    private static final int PATIENCE_SECONDS = 10;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "Read model: a JDBC address such as jdbc:postgresql://db/penstock. Default: that of the running stack,"
                            + " else $PENSTOCK_READ_DB_URL.")
    @Nullable
    String url;

    @Option(
            names = "--database-user",
            paramLabel = "ROLE",
            description =
                    "A role that may read penstock_read. Default: that of the running stack, else $PENSTOCK_READ_DB_USER.")
    @Nullable
    String user;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the role's password. Default: that of the running stack, else"
                    + " $PENSTOCK_READ_DB_PASSWORD.")
    @Nullable
    Path passwordFile;

    @Option(names = "--no-database", description = "Leave PostgreSQL alone.")
    boolean none;

    /** Whether somebody asked for just this database, so that being without it is a failure. */
    public boolean isNamed() {
        return url != null && !none;
    }

    /** Whether somebody asked to leave it alone. */
    public boolean isUnwanted() {
        return none;
    }

    /** The database that is meant; nothing if none is named and no stack runs. */
    public Optional<DataSource> source(ClusterOptions cluster) {
        return source(url == null ? cluster.stack() : Map.of(), System.getenv());
    }

    private Optional<DataSource> source(Map<String, String> stack, Map<String, String> environment) {
        String address = url != null ? url : setting("url", stack, environment);
        if (none || address == null) {
            return Optional.empty();
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address);
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setApplicationName("penstock log");
        String role = user != null ? user : setting("user", stack, environment);
        String password = passwordFile != null ? firstLine(passwordFile) : setting("password", stack, environment);
        if (role != null) {
            source.setUser(role);
        }
        if (password != null) {
            source.setPassword(password);
        }
        return Optional.of(source);
    }

    private static @Nullable String setting(String name, Map<String, String> stack, Map<String, String> environment) {
        String told = stack.get(SETTING + name);
        return told != null ? told : environment.get("PENSTOCK_READ_DB_" + name.toUpperCase(Locale.ROOT));
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The file with the password, " + file + ", cannot be read", e);
        }
    }
}
