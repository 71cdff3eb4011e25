package dev.penstock.api.worker;

import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A signal of the operating system to this process. The JDK has it in {@code jdk.unsupported} only, so it is looked for at run
 * time: where it is missing, or where the system has no such signal (Windows), the process goes on without.
 */
final class ProcessSignal {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessSignal.class);

    private ProcessSignal() {}

    /** Does something when the signal comes, such as {@code TSTP}, in place of what the system does by default. */
    static boolean on(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Object handling = MethodHandleProxies.asInterfaceInstance(
                    handler,
                    MethodHandles.dropArguments(
                            lookup.findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                                    .bindTo(action),
                            0,
                            signal));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
            return true;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.info("This process does not listen to SIG{}: {}", name, e.toString());
            return false;
        }
    }
}
