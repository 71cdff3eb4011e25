package dev.penstock.api.worker;

import dev.penstock.api.job.Failure;
import dev.penstock.api.seal.KeyGone;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.worker.outcome.AbortJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which exceptions are worth another attempt.
 *
 * <p>The first of the exception and its causes that a rule names decides, the rule of its nearest class first. By default
 * {@code IOException}, {@code TimeoutException}, {@code InterruptedException} and {@code OutOfMemoryError} are transient;
 * {@code IllegalArgumentException} (so also {@code NumberFormatException}), {@code NullPointerException},
 * {@code ClassCastException}, {@code IndexOutOfBoundsException}, {@code ArithmeticException},
 * {@code UnsupportedOperationException}, {@code DateTimeException}, unreadable payloads, those of an erased subject and every other {@code Error} are
 * permanent. What no rule names is transient: trying again is the smaller mistake.
 */
public final class FailureRules {
    /** The rules above. */
    public static final FailureRules DEFAULT = new FailureRules(defaults());

    private final Map<Class<?>, Failure.Kind> kinds;

    private FailureRules(Map<Class<?>, Failure.Kind> kinds) {
        this.kinds = kinds;
    }

    private static Map<Class<?>, Failure.Kind> defaults() {
        Map<Class<?>, Failure.Kind> kinds = new LinkedHashMap<>();
        for (Class<?> type : new Class<?>[] {
            TransientFailure.class,
            IOException.class,
            UncheckedIOException.class,
            TimeoutException.class,
            InterruptedException.class,
            OutOfMemoryError.class
        }) {
            kinds.put(type, Failure.Kind.TRANSIENT);
        }
        for (Class<?> type : new Class<?>[] {
            PermanentFailure.class,
            AbortJob.class,
            IllegalArgumentException.class,
            NullPointerException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            ArithmeticException.class,
            UnsupportedOperationException.class,
            java.time.DateTimeException.class,
            UndecodableException.class,
            KeyGone.class,
            Error.class
        }) {
            kinds.put(type, Failure.Kind.PERMANENT);
        }
        return kinds;
    }

    /** These rules with {@code type} and its subclasses tried again. */
    public FailureRules retrying(Class<? extends Throwable> type) {
        return with(type, Failure.Kind.TRANSIENT);
    }

    /** These rules with {@code type} and its subclasses failing at once. */
    public FailureRules failing(Class<? extends Throwable> type) {
        return with(type, Failure.Kind.PERMANENT);
    }

    private FailureRules with(Class<?> type, Failure.Kind kind) {
        Map<Class<?>, Failure.Kind> more = new LinkedHashMap<>(kinds);
        more.put(type, kind);
        return new FailureRules(more);
    }

    /** What is reported of an exception. */
    public Failure failure(Throwable thrown) {
        return failure(thrown, text -> text);
    }

    /**
     * What is reported of an exception.
     *
     * @param said covers what must not be said; before the texts are shortened, which would leave it half a value
     */
    Failure failure(Throwable thrown, UnaryOperator<String> said) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        return new Failure(
                kind(thrown),
                thrown.getClass().getName(),
                thrown.getMessage() == null ? "" : said.apply(thrown.getMessage()),
                said.apply(stack.toString()));
    }

    Failure.Kind kind(Throwable thrown) {
        for (Throwable t = thrown; t != null && t.getCause() != t; t = t.getCause()) {
            Failure.Kind kind = ruleFor(t.getClass());
            if (kind != null) {
                return kind;
            }
        }
        return Failure.Kind.TRANSIENT;
    }

    private Failure.@Nullable Kind ruleFor(Class<?> thrown) {
        for (Class<?> type = thrown; type != null; type = type.getSuperclass()) {
            Failure.Kind kind = kinds.get(type);
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }
}
