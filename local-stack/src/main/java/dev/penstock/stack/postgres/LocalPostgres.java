package dev.penstock.stack.postgres;

import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.LogFile;
import dev.penstock.stack.process.NativeProgram;
import dev.penstock.stack.process.Ports;
import dev.penstock.stack.process.Supervised;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL server on this machine, a child process that can be stopped, killed and frozen. It listens on 127.0.0.1 only,
 * asks everybody for a password, keeps its data, and does not outlive this process.
 */
public final class LocalPostgres implements Supervised, AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final int PORT_TRIES = 3;

    private final Cluster cluster;
    private final int port;
    private ChildProcess process;

    private LocalPostgres(Cluster cluster, int port, ChildProcess process) {
        this.cluster = cluster;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts the server, after making its data folder if there is none, and returns when it answers.
     *
     * @throws dev.penstock.stack.process.PortTaken when the very port asked for is in use
     * @throws IllegalStateException when it does not come up; the message ends with the last lines of its log
     */
    public static LocalPostgres start(PostgresOptions options) {
        Path binaries = PostgresBinaries.folder();
        Cluster cluster = new Cluster(options.data().toAbsolutePath());
        cluster.create(binaries);
        StaleServer.end(cluster.data());
        for (int attempt = 1; ; attempt++) {
            int port = options.exactPort()
                    ? Ports.exactly(options.port(), "PostgreSQL", "--postgres-port")
                    : Ports.freeFrom(options.port());
            var postgres = new LocalPostgres(cluster, port, launch(binaries, cluster, options, port));
            if (postgres.becomesReady()) {
                return postgres;
            }
            postgres.kill();
            String log = LogFile.tail(postgres.process.command().log(), 30);
            if (!log.contains("Address already in use") || options.exactPort() || attempt == PORT_TRIES) {
                throw new IllegalStateException("PostgreSQL does not answer; the end of "
                        + postgres.process.command().log() + ":\n" + log);
            }
        }
    }

    public int port() {
        return port;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<ChildProcess> processes() {
        return List.of(process);
    }

    /** The JDBC address of a database. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    /** The JDBC address of a database with the superuser's credentials in it: for tools and tests, not for logs. */
    public String superuserUrl(String database) {
        return jdbcUrl(database) + "?user=" + Cluster.SUPERUSER + "&password=" + cluster.password();
    }

    /** A connection as superuser; the caller closes it. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(superuserUrl(database));
    }

    /** Makes a role that may log in, or gives it this password if it is there. */
    public void ensureRole(String role, String password) {
        Catalogue.change(this, "postgres", Catalogue.role(role, password));
    }

    /** Makes a database that this role owns, unless it is there. */
    public void ensureDatabase(String database, String owner) {
        Catalogue.ensureDatabase(this, database, owner);
    }

    /** Runs statements as superuser in one database. */
    public void execute(String database, String... statements) {
        Catalogue.change(this, database, statements);
    }

    /** A fast shutdown: connections are cut, what is committed is safe. */
    @Override
    public void stop() {
        process.stop(STOP_PATIENCE);
    }

    /** SIGKILL; the next start recovers from the write-ahead log. */
    public void kill() {
        process.kill();
    }

    /** SIGSTOP to the server and all its backends: clients wait. */
    public void pause() {
        process.pauseAll();
    }

    /** SIGCONT. */
    public void resume() {
        process.resumeAll();
    }

    /** Starts it again on the same data and port. */
    @Override
    public void restart() {
        StaleServer.end(cluster.data());
        process = ChildProcess.start(process.command());
        if (!becomesReady()) {
            throw new IllegalStateException("PostgreSQL did not come back; the end of its log:\n"
                    + LogFile.tail(process.command().log(), 30));
        }
    }

    @Override
    public void close() {
        stop();
    }

    private boolean becomesReady() {
        return Await.until(START_PATIENCE, () -> !process.isAlive() || answers()) && process.isAlive();
    }

    private boolean answers() {
        try (Connection connection = superuser("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private static ChildProcess launch(Path binaries, Cluster cluster, PostgresOptions options, int port) {
        List<String> words = new ArrayList<>(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                cluster.data().toString()));
        settings(options, port).forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        Path log = options.logs().resolve("postgres.log");
        return ChildProcess.start(new NativeProgram(AsOrdinaryUser.words(words), "INT").command("postgres", log));
    }

    private static Map<String, String> settings(PostgresOptions options, int port) {
        String safe = options.durable() ? "on" : "off";
        return Map.of(
                "listen_addresses",
                HOST,
                "port",
                Integer.toString(port),
                "unix_socket_directories",
                "",
                "max_connections",
                "60",
                "shared_buffers",
                "64MB",
                "fsync",
                safe,
                "synchronous_commit",
                safe,
                "full_page_writes",
                safe,
                "timezone",
                "UTC",
                "log_timezone",
                "UTC");
    }
}
