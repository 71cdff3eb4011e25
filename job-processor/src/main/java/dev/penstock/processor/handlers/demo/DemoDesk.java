package dev.penstock.processor.handlers.demo;

import dev.penstock.processor.handlers.item.Items;
import dev.penstock.processor.handlers.load.DemoLoad;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where the HTTP endpoints find the program, if this process runs it. */
@ApplicationScoped
public class DemoDesk {
    private final AtomicReference<@Nullable DemoProgram> program = new AtomicReference<>();

    /** The role {@code demo} has started. */
    public void open(DemoProgram running) {
        program.set(running);
    }

    Optional<DemoLoad> load() {
        return Optional.ofNullable(program.get()).map(DemoProgram::load);
    }

    Optional<Items> catalogue() {
        return Optional.ofNullable(program.get()).map(DemoProgram::catalogue);
    }
}
