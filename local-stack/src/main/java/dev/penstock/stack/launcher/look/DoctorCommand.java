package dev.penstock.stack.launcher.look;

import dev.penstock.api.topic.TopicNames;
import dev.penstock.stack.assembly.StackFile;
import dev.penstock.stack.doctor.Examination;
import dev.penstock.stack.doctor.Finding;
import dev.penstock.stack.doctor.Finding.Weight;
import dev.penstock.stack.launcher.option.DataOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a cluster lacks. Exit code 1 when something breaks Penstock, 0 when the rest is a matter of price. */
@Command(
        name = "doctor",
        description = "Say what a Kafka cluster lacks for Penstock, what each lack costs, and what mends it.",
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka cluster. Default: the stack that runs on the data folder.")
    @Nullable
    String bootstrap;

    @Option(
            names = "--properties",
            paramLabel = "FILE",
            description = "Kafka client properties, such as security.protocol and sasl.jaas.config.")
    @Nullable
    Path properties;

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            defaultValue = "jobs.",
            description = "First part of the names of the installation's topics. Default: jobs.")
    String prefix = TopicNames.DEFAULT.prefix();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Finding> findings = Examination.of(client(), prefix);
        for (Finding finding : findings) {
            out.printf(Locale.ROOT, "%-7s %s%n", word(finding.weight()), finding.what());
            if (!finding.effect().isEmpty()) {
                out.printf(Locale.ROOT, "        -> %s%n", finding.effect());
            }
            if (!finding.mend().isEmpty()) {
                out.printf(Locale.ROOT, "        do: %s%n", finding.mend());
            }
        }
        boolean breaks = findings.stream().anyMatch(finding -> finding.weight() == Weight.BREAKS);
        out.println(
                breaks
                        ? "\nPenstock does not work on this cluster until what is marked 'breaks' is changed."
                        : "\nPenstock works on this cluster.");
        return breaks ? 1 : 0;
    }

    private Map<String, Object> client() throws IOException {
        Map<String, Object> client =
                new HashMap<>(Map.of("default.api.timeout.ms", 15_000, "request.timeout.ms", 10_000));
        if (properties != null) {
            Properties file = new Properties();
            try (var in = Files.newBufferedReader(properties)) {
                file.load(in);
            }
            file.stringPropertyNames().forEach(name -> client.put(name, file.getProperty(name)));
        }
        String address = bootstrap != null
                ? bootstrap
                : StackFile.read(data.folder())
                        .map(stack -> stack.settings().get("penstock.kafka.bootstrap"))
                        .orElse(null);
        if (address != null) {
            client.put("bootstrap.servers", address);
        }
        if (!client.containsKey("bootstrap.servers")) {
            throw new IllegalStateException(
                    "Which cluster? No stack runs on " + data.folder().top()
                            + "; name one with --bootstrap HOST:PORT or bootstrap.servers in --properties FILE.");
        }
        return client;
    }

    private static String word(Weight weight) {
        return switch (weight) {
            case GOOD -> "good";
            case COSTS -> "costs";
            case BREAKS -> "breaks";
        };
    }
}
