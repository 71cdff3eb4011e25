package dev.penstock.stack.launcher;

import dev.penstock.stack.assembly.StackPlan;
import dev.penstock.stack.launcher.option.StackOptions;
import dev.penstock.stack.launcher.report.DemoReport;
import dev.penstock.stack.launcher.report.DemoRun;
import dev.penstock.stack.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole system with a worker and a steady load of real jobs. */
@Command(
        name = "demo",
        description = "Start everything on this machine, with real jobs flowing, and print the address of the page.",
        mixinStandardHelpOptions = true,
        showDefaultValues = false)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    StackOptions options = new StackOptions();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "End by itself after this time (60s, 5m) with a report; exit code 0 only if its sums close.")
    @Nullable
    Duration time;

    @Option(
            names = "--faults",
            description =
                    "With --for: kill -9 the worker, with three brokers one of them, and the processor, one after the other.")
    boolean faults;

    @Option(names = "--json", paramLabel = "FILE", description = "With --for: write the report as JSON, too.")
    @Nullable
    Path json;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        try (Console console = Console.start("Penstock demo", options.plan(StackPlan.DEMO), out, Console.CTRL_C)) {
            if (time != null) {
                return report(console, time);
            }
            console.stack().start(Program.DEMO_LOAD);
            console.waitForEver();
            return 0;
        }
    }

    private int report(Console console, Duration length) throws InterruptedException, IOException {
        DemoReport report = new DemoRun(console.stack(), console::say).run(length, faults);
        console.say(report.text());
        if (json != null) {
            Files.writeString(json, report.json() + "\n");
        }
        return report.closes() ? 0 : 1;
    }
}
