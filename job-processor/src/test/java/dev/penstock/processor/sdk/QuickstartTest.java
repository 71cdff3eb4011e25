package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.app.WriteSideSettings;
import dev.penstock.processor.observe.Timing;
import dev.penstock.processor.stream.StreamMeter;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.process.Await;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles what the quickstart shows and runs it against a real broker and a real processor. */
class QuickstartTest {
    private static final Pattern JAVA =
            Pattern.compile("```java\\n(package hello;.*?public class (\\w+).*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void whatItShowsCompilesAndRuns() throws Exception {
        String page = Files.readString(Path.of("../docs/quickstart.md"));
        List<Path> sources = sources(page);
        compile(sources);
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()})) {
            assertThat(printed(classes, "hello.HelloCheck")).isEqualTo("Hello, Ana! Greeting Ana");
            Kafka kafka = Kafka.at(TestKafka.shared().bootstrap());
            WriteSideSettings settings = settings(kafka);
            WriteSide processor = WriteSide.start(settings, StreamMeter.NONE);
            try {
                assertThat(Await.until(Duration.ofMinutes(3), processor::isReady))
                        .isTrue();
                assertThat(printed(
                                classes,
                                "hello.Hello",
                                kafka.properties().get("bootstrap.servers"),
                                settings.keysFile().toString()))
                        .contains("Hello, Ana!");
            } finally {
                processor.close();
            }
        }
    }

    @Test
    void itsProgramIsShort() throws Exception {
        Matcher block = JAVA.matcher(Files.readString(Path.of("../docs/quickstart.md")));
        assertThat(block.find()).isTrue();
        assertThat(block.group(1).lines()).hasSizeLessThan(60);
    }

    private List<Path> sources(String page) throws Exception {
        List<Path> sources = new ArrayList<>();
        for (Matcher block = JAVA.matcher(page); block.find(); ) {
            Path file = folder.resolve(block.group(2) + ".java");
            Files.writeString(file, block.group(1));
            sources.add(file);
        }
        return sources;
    }

    private void compile(List<Path> sources) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                Files.createDirectories(folder.resolve("classes")).toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none"));
        sources.forEach(file -> arguments.add(file.toString()));
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private static String printed(ClassLoader classes, String main, String... args) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            classes.loadClass(main).getMethod("main", String[].class).invoke(null, (Object) args);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private WriteSideSettings settings(Kafka kafka) {
        return new WriteSideSettings(
                kafka,
                Sizing.DEMO.withPartitions(2),
                folder.resolve("data"),
                folder.resolve("keys"),
                0,
                1,
                WriteSideSettings.COMMIT_INTERVAL,
                new Timing(Duration.ofMillis(300), Duration.ofSeconds(2), Duration.ofSeconds(3)));
    }
}
