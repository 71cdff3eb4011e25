package dev.penstock.ui.e2e;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.assembly.LocalStack;
import dev.penstock.stack.assembly.StackPlan;
import dev.penstock.stack.program.Program;
import dev.penstock.ui.fixture.Http;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole system as {@code ./penstock demo} starts it, with the demo's load, and a browser. */
abstract class DemoStack {
    @TempDir
    static Path data;

    private static LocalStack stack;
    static String base;
    static String token;
    static Http http;

    @RegisterExtension
    final Chromium chromium = new Chromium(token);

    @BeforeAll
    static void start() {
        stack = LocalStack.start(new StackPlan(new DataFolder(data), 1, StackPlan.DEMO, 0, 0, 0), System.out::println);
        stack.start(Program.DEMO_LOAD);
        base = stack.url(Program.UI) + "/";
        token = Objects.requireNonNull(stack.settings().get("penstock.ui.local-token"));
        http = new Http(URI.create(base), token);
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }
}
