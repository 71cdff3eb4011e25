package dev.penstock.stack.postgres;

import java.nio.file.Path;

/**
 * What may be chosen about the local PostgreSQL.
 *
 * @param data its folder; what is in it survives restarts
 * @param logs where its log file goes
 * @param port 0 means any
 * @param exactPort whether that very port was asked for (then a taken one is an error) or only preferred
 * @param durable false in tests: no fsync, faster, and worthless after a power cut
 */
public record PostgresOptions(Path data, Path logs, int port, boolean exactPort, boolean durable) {
    /** The preferred port: beside PostgreSQL's own 5432, so that a server of somebody else is not in the way. */
    public static final int PREFERRED_PORT = 15_432;

    /** Any port, durable, everything under one folder. */
    public static PostgresOptions in(Path folder) {
        return new PostgresOptions(folder.resolve("postgres"), folder.resolve("logs"), 0, false, true);
    }

    public PostgresOptions preferringPort(int preferred) {
        return new PostgresOptions(data, logs, preferred, false, durable);
    }

    public PostgresOptions onPort(int exact) {
        return new PostgresOptions(data, logs, exact, true, durable);
    }

    /** For tests: quick, and gone after a power cut. */
    public PostgresOptions notDurable() {
        return new PostgresOptions(data, logs, port, exactPort, false);
    }
}
