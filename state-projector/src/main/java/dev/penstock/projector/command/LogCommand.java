package dev.penstock.projector.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The log for analysts: every command below reads the events and writes nothing to Kafka. */
@Command(
        name = "log",
        description = {
            "Ask the log: follow it, tell one job's history, show the whole system as of a moment.",
            "",
            "Reads jobs.events of any Kafka cluster, read committed, without a consumer group: nothing is committed and nothing"
                    + " is written to Kafka. None of Penstock's programs has to run."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            TailCommand.class,
            ShowCommand.class,
            AtCommand.class,
            ExportCommand.class,
            SqlCommand.class,
            VerifyCommand.class,
            ReplayCommand.class
        })
public final class LogCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
    }
}
