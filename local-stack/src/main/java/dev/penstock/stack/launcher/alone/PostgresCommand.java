package dev.penstock.stack.launcher.alone;

import dev.penstock.stack.assembly.FolderLock;
import dev.penstock.stack.launcher.option.DataOption;
import dev.penstock.stack.postgres.LocalPostgres;
import dev.penstock.stack.postgres.PostgresOptions;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A PostgreSQL server alone. */
@Command(
        name = "postgres",
        description = "Run a real PostgreSQL alone, in the foreground, on 127.0.0.1.",
        mixinStandardHelpOptions = true)
public final class PostgresCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Option(
            names = {"--port", "--postgres-port"},
            paramLabel = "N",
            defaultValue = "0",
            description = "Default: 15432, or the next that is free.")
    int port;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        var folder = data.folder();
        PostgresOptions options = new PostgresOptions(
                folder.postgres(), folder.logs(), port == 0 ? PostgresOptions.PREFERRED_PORT : port, port != 0, true);
        return Alone.run(
                folder.lock(FolderLock.Part.POSTGRES),
                out,
                () -> LocalPostgres.start(options),
                server -> server.jdbcUrl("postgres") + " (user postgres, password in "
                        + folder.postgres().resolve("superuser.password") + ")");
    }
}
