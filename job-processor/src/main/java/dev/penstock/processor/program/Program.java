package dev.penstock.processor.program;

import dev.penstock.api.log.ProcessLog;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program: takes its role from the configuration, starts it apart from the HTTP server (so that health answers from the
 * first moment), and ends the process with a sentence if it cannot start.
 */
@ApplicationScoped
public class Program {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    private final Roles roles;
    private final AtomicReference<@Nullable Role> role = new AtomicReference<>();
    private final AtomicReference<@Nullable ProcessLog> log = new AtomicReference<>();

    Program(Roles roles) {
        this.roles = roles;
    }

    void begin(@Observes StartupEvent event) {
        Thread.ofPlatform().name("penstock-start").start(this::start);
    }

    private void start() {
        try {
            log.set(ProcessLog.attach(roles.cluster(), roles.name()));
            if (roles.isToRebuild()) {
                Quarkus.asyncExit(roles.rebuild());
                return;
            }
            role.set(roles.start());
            LOG.info("The {} runs on {}", roles.name(), roles.cluster());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("The {} cannot start: {}", roles.name(), e.getMessage(), e);
            Quarkus.asyncExit(1);
        }
    }

    void end(@Observes ShutdownEvent event) {
        Role running = role.getAndSet(null);
        if (running != null) {
            running.close();
        }
        ProcessLog lines = log.getAndSet(null);
        if (lines != null) {
            lines.close();
        }
    }

    boolean isAlive() {
        return Optional.ofNullable(role.get()).map(Role::isAlive).orElse(true);
    }

    boolean isReady() {
        return Optional.ofNullable(role.get()).map(Role::isReady).orElse(false);
    }

    Map<String, String> facts() {
        return Optional.ofNullable(role.get()).map(Role::facts).orElse(Map.of("role", roles.name() + ", starting"));
    }
}
