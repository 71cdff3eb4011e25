package dev.penstock.ui.e2e;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.assembly.LocalStack;
import dev.penstock.stack.assembly.StackPlan;
import dev.penstock.stack.program.Program;
import dev.penstock.ui.fixture.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The whole system as {@code ./penstock demo} starts it, with the demo's load, and a browser. Started once for all classes of a
 * run: whoever stops a program of it starts it again.
 */
@ExtendWith(DemoStack.Started.class)
abstract class DemoStack {
    static Path data;
    static LocalStack stack;
    static String base;
    static String token;
    static Http http;

    @RegisterExtension
    final Chromium chromium = new Chromium(token);

    /** Its beginning, and its end behind the last class. */
    static final class Started implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot()
                    .getStore(Namespace.create(DemoStack.class))
                    .computeIfAbsent("stack", key -> start(), AutoCloseable.class);
        }

        private static AutoCloseable start() {
            try {
                data = Files.createTempDirectory("penstock-whole-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            stack = LocalStack.start(
                    new StackPlan(new DataFolder(data), 1, StackPlan.DEMO, 0, 0, 0), System.out::println);
            stack.start(Program.DEMO_LOAD);
            base = stack.url(Program.UI) + "/";
            token = Objects.requireNonNull(stack.settings().get("penstock.ui.local-token"));
            http = new Http(URI.create(base), token);
            return DemoStack::stop;
        }
    }

    private static void stop() throws IOException {
        stack.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
