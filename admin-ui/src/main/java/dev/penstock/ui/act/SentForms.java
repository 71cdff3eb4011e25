package dev.penstock.ui.act;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Forms that were sent lately, with the command that each became, so that a double click or a reload acts once. After a
 * restart, or through another instance, the job's version guards in its place (B5).
 */
final class SentForms {
    private static final int REMEMBERED = 1_000;

    private final Map<String, CompletableFuture<String>> commands = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The command that this form became; sends it if it is the first. A second one waits for the first one's answer. */
    String once(@Nullable String form, Supplier<String> send) {
        if (form == null) {
            return send.get();
        }
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> first;
        synchronized (commands) {
            first = commands.putIfAbsent(form, mine);
        }
        return first == null ? send(form, mine, send) : joined(first);
    }

    private String send(String form, CompletableFuture<String> mine, Supplier<String> send) {
        try {
            String command = send.get();
            mine.complete(command);
            return command;
        } catch (RuntimeException e) {
            synchronized (commands) {
                commands.remove(form, mine);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static String joined(CompletableFuture<String> first) {
        try {
            return first.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
