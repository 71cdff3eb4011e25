package dev.penstock.stack.launcher;

import dev.penstock.stack.launcher.alone.BrokerCommand;
import dev.penstock.stack.launcher.alone.PostgresCommand;
import dev.penstock.stack.launcher.alone.ProgramCommand;
import dev.penstock.stack.launcher.look.DoctorCommand;
import dev.penstock.stack.launcher.look.KeysCommand;
import dev.penstock.stack.launcher.look.LogsCommand;
import dev.penstock.stack.launcher.look.StatusCommand;
import dev.penstock.stack.launcher.option.DurationConverter;
import dev.penstock.stack.program.Program;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The launcher: what the script {@code penstock} runs once it has found a JDK and built what was missing. One command is not here:
 * {@code log} belongs to the projector, and the script runs that one's {@code command.Main}.
 */
@Command(
        name = "penstock",
        description = "Background jobs on Kafka: the log is the product.",
        mixinStandardHelpOptions = true,
        version = "Penstock 0.1.0-SNAPSHOT",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DoctorCommand.class,
            KeysCommand.class,
            BenchCommand.class,
            ChaosCommand.class,
            BrokerCommand.class,
            PostgresCommand.class,
        })
public final class Main {
    /** Something was asked for that cannot be done, or did not come up; a sentence on standard error says what. */
    static final int FAILED = 2;

    private static final String FOOTER =
            "Every setting, its default and its environment variable: docs/configuration.md";

    private Main() {}

    public static void main(String[] args) {
        int code = commandLine().execute(args);
        System.exit(code);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        for (Program program : new Program[] {Program.PROCESSOR, Program.WORKER, Program.PROJECTOR, Program.UI}) {
            line.addSubcommand(program.word(), ProgramCommand.line(program));
        }
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().usageMessage().footer("", FOOTER));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(java.time.Duration.class, new DurationConverter());
        line.setExecutionExceptionHandler((e, commandLine, parsed) -> complain(e, commandLine.getErr()));
        return line;
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
