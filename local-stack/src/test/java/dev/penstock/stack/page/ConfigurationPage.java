package dev.penstock.stack.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import picocli.CommandLine;

/** {@code docs/configuration.md}, printed from the sources of all programs. */
public final class ConfigurationPage {
    private static final String API = "job-api/src/main/java/dev/penstock/api/";
    private static final Map<String, String> PROGRAMS = programs();

    private final Path top;
    private final CommandLine line;
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

    /** The page for the sources below {@code top} and a launcher with these commands. */
    public ConfigurationPage(Path top, CommandLine line) {
        this.top = top;
        this.line = line;
        PROGRAMS.forEach((module, file) -> entries.put(module, ConfigSource.read(top.resolve(file))));
    }

    private static Map<String, String> programs() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("job-processor", "job-processor/src/main/java/dev/penstock/processor/program/ProgramConfig.java");
        files.put("state-projector", "state-projector/src/main/java/dev/penstock/projector/app/ProjectorConfig.java");
        files.put("admin-ui", "admin-ui/src/main/java/dev/penstock/ui/config/PenstockConfig.java");
        return files;
    }

    /** The whole page. */
    public String text() {
        Document page = new Document().say(Prose.HEAD);
        page.say("## Every program").settings(of("job-processor", this::inAll));
        page.say(Prose.QUARKUS);
        page.table(List.of("name", "default", "what it is for"), quarkus());
        page.say("## Processor and worker").settings(of("job-processor", name -> !inAll(name) && !role(name)));
        page.say("## Processor").settings(of("job-processor", name -> name.startsWith("penstock.processor.")));
        page.say("## Triggers").say("Processors run them; [triggers.md](triggers.md) has an example.");
        page.settings(of("job-processor", name -> name.startsWith("penstock.triggers.")));
        page.say("## Worker").settings(of("job-processor", name -> name.startsWith("penstock.worker.")));
        page.say("## Demo load").settings(of("job-processor", name -> name.startsWith("penstock.demo.")));
        page.say("## Projector").settings(of("state-projector", name -> !inAll(name)));
        page.say("## Admin UI")
                .settings(of(
                        "admin-ui",
                        name -> !inAll(name) && !names("job-processor").contains(name)));
        return launcher(page).text();
    }

    /** Names of the settings of all programs, as in a properties file. */
    public List<String> names() {
        return PROGRAMS.keySet().stream()
                .flatMap(module -> names(module).stream())
                .distinct()
                .toList();
    }

    /** What programs that share a setting say of it differently, or what nobody has explained: nothing, if all is well. */
    public List<String> objections() {
        Map<String, Entry> first = new LinkedHashMap<>();
        List<String> objections = new ArrayList<>();
        entries.forEach((module, list) -> list.forEach(entry -> {
            Entry other = first.putIfAbsent(entry.name(), entry);
            if (other != null && !other.equals(entry)) {
                objections.add(module + " says " + entry + ", another program says " + other);
            }
            if (entry.text().isEmpty()) {
                objections.add(module + " does not say what " + entry.name() + " is for: give it a comment");
            }
        }));
        return objections;
    }

    /** The names that stand on the page because somebody wrote them there, not because a source declares them. */
    public static List<String> handWritten() {
        return java.util.stream.Stream.of(Variables.LAUNCHER, Variables.CONTAINERS, Variables.BUILD)
                .flatMap(List::stream)
                .map(row -> row.get(0).replaceAll("`|-D", ""))
                .toList();
    }

    private Document launcher(Document page) {
        page.say(Prose.LAUNCHER).table(List.of("command", "option", "what it is for"), Options.rows(line));
        page.table(List.of("environment variable", "default", "what it is for"), Variables.LAUNCHER);
        List<String> method = List.of("method", "what it is for");
        page.say(Prose.LIBRARY).say("### `Kafka`").table(method, Library.chained(api("topic/Kafka.java")));
        page.say("### `JobClient.builder(kafka)`").table(method, Library.chained(api("client/JobClientBuilder.java")));
        page.say("### `JobWorker.builder(kafka)`").table(method, Library.chained(api("worker/JobWorkerBuilder.java")));
        List<String> attribute = List.of("attribute", "default", "what it is for");
        page.say(Prose.TYPES).table(attribute, Library.attributes(api("payload/JobType.java"), ""));
        page.say("### `@JobType.Policy`").table(attribute, Library.attributes(api("payload/JobType.java"), "Policy"));
        List<String> variable = List.of("name", "default", "what it is for");
        return page.say("## Containers")
                .table(variable, Variables.CONTAINERS)
                .say("## Building and testing")
                .table(variable, Variables.BUILD);
    }

    private Path api(String file) {
        return top.resolve(API + file);
    }

    private List<Entry> of(String module, Predicate<String> wanted) {
        return entries.get(module).stream()
                .filter(entry -> wanted.test(entry.name()))
                .toList();
    }

    private List<String> names(String module) {
        return entries.get(module).stream().map(Entry::name).toList();
    }

    private boolean inAll(String name) {
        return PROGRAMS.keySet().stream().allMatch(module -> names(module).contains(name));
    }

    private static boolean role(String name) {
        return name.matches("penstock\\.(processor|worker|demo|triggers)\\..*");
    }

    /** Settings of Quarkus that people set; their defaults are ours, from the programs' own files. */
    private List<List<String>> quarkus() {
        return Prose.QUARKUS_SETTINGS.entrySet().stream()
                .map(entry -> List.of("`" + entry.getKey() + "`", preset(entry.getKey()), entry.getValue()))
                .toList();
    }

    private String preset(String name) {
        Map<String, List<String>> programsByValue = new LinkedHashMap<>();
        for (String module : PROGRAMS.keySet()) {
            String value = properties(module).getProperty(name, "");
            programsByValue.computeIfAbsent(value, any -> new ArrayList<>()).add(module);
        }
        if (programsByValue.size() == 1) {
            String only = programsByValue.keySet().iterator().next();
            return only.isEmpty() ? "" : "`" + only + "`";
        }
        List<String> words = new ArrayList<>();
        programsByValue.forEach((value, modules) -> {
            if (!value.isEmpty()) {
                words.add("`" + value + "` (" + String.join(", ", modules) + ")");
            }
        });
        return String.join(", ", words);
    }

    private Properties properties(String module) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(top.resolve(module + "/src/main/resources/application.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
