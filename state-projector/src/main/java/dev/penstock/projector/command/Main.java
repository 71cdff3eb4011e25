package dev.penstock.projector.command;

import dev.penstock.projector.command.cluster.Rate;
import io.quarkus.runtime.configuration.DurationConverter;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the script {@code penstock} runs for {@code ./penstock log}: the projector's classes and libraries without the projector. */
@Command(name = "penstock", subcommands = LogCommand.class)
public final class Main {
    /** Something was asked for that cannot be done; a sentence on standard error says what. */
    static final int FAILED = 2;

    private static final String[] FOOTER = {
        "",
        "Two more are other programs, which the script runs:",
        "  what-if  Run a stretch of the log through the real decider in simulated time,",
        "             with other policies, priorities, limits or numbers of workers.",
        "  rebuild  Make the read model in PostgreSQL anew beside the present one.",
        "",
        "Examples of each: docs/analysts.md. All options: docs/log-commands.md."
    };

    private Main() {}

    /** Runs the words that stood behind {@code penstock}, the first of which is {@code log}, and ends with the exit code. */
    public static void main(String[] words) {
        // What Kafka's clients log is no answer.
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(commandLine().execute(words));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        CommandLine log = below(line, "log");
        log.getCommandSpec().usageMessage().footer(FOOTER);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // "-1h" is a moment, not an option.
        below(log, "at").setUnmatchedOptionsArePositionalParams(true);
        line.registerConverter(Duration.class, DurationConverter::parseDuration);
        line.registerConverter(Rate.class, Rate::parse);
        line.setExecutionExceptionHandler((e, commandLine, parsed) -> complain(e, commandLine.getErr()));
        return line;
    }

    private static CommandLine below(CommandLine line, String name) {
        return Objects.requireNonNull(line.getSubcommands().get(name), name);
    }

    private static int complain(Exception e, PrintWriter err) {
        err.println("penstock: " + e.getMessage());
        // A person can act on our own sentences; anything else is a defect, and its trace is worth more than its
        // message.
        if (!(e instanceof IllegalStateException || e instanceof IllegalArgumentException || e.getMessage() != null)
                || Boolean.getBoolean("penstock.debug")) {
            e.printStackTrace(err);
        }
        return FAILED;
    }
}
