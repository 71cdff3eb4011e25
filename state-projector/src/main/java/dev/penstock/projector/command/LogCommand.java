package dev.penstock.projector.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The log for analysts: every command below reads the events, and all but {@code redrive} write nothing to Kafka. */
@Command(
        name = "log",
        description = {
            "Ask the log: follow it, tell one job's history, show the whole system as of a moment; retry what has died.",
            "",
            "Reads jobs.events of any Kafka cluster, read committed, without a consumer group: nothing is committed and, but"
                    + " for the acts of redrive, nothing is written to Kafka. None of Penstock's programs has to run for the others."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            TailCommand.class,
            ShowCommand.class,
            AtCommand.class,
            ExportCommand.class,
            SqlCommand.class,
            VerifyCommand.class,
            ReplayCommand.class,
            RedriveCommand.class
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
