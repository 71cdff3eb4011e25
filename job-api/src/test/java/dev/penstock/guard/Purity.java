package dev.penstock.guard;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** What floors 0 and 1 may touch: values and collections of the JDK, the language's own, and each other. */
final class Purity extends ArchCondition<JavaClass> {
    /** Package prefixes; the libraries are pure functions and are named where a rule needs them. */
    private static final List<String> PURE = List.of(
            "java.lang.",
            "java.util.",
            "java.time.",
            "java.math.",
            "java.text.",
            "java.nio.charset.",
            "java.io.Serializable",
            "java.io.ObjectStreamException",
            "java.net.URI",
            "java.security.MessageDigest",
            "java.security.NoSuchAlgorithmException",
            "java.security.InvalidKeyException",
            "java.security.GeneralSecurityException",
            "javax.crypto.Mac",
            "javax.crypto.spec.SecretKeySpec",
            "org.jspecify.",
            "dev.penstock.",
            // Quantile sketches: values that merge.
            "com.datadoghq.sketch.",
            // Cron expressions: next fire time of a given time.
            "com.cronutils.");

    private static final Set<String> IMPURE = Set.of(
            "java.lang.Thread",
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.System",
            "java.time.Clock",
            "java.util.Random",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.Timer",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.concurrent.Executors");

    private static final Set<String> IMPURE_PACKAGES =
            Set.of("java.util.logging", "java.lang.reflect", "java.lang.management");

    Purity() {
        super("be pure");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            if (!pure(dependency.getTargetClass().getBaseComponentType())) {
                events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
            }
        }
        for (JavaMethodCall call : item.getMethodCallsFromSelf()) {
            if (asksTheWorld(call.getTargetOwner().getName(), call.getName())) {
                events.add(SimpleConditionEvent.violated(item, call.getDescription()));
            }
        }
    }

    private static boolean pure(JavaClass type) {
        return type.isPrimitive()
                || (PURE.stream().anyMatch(prefix -> type.getName().startsWith(prefix))
                        && !IMPURE.contains(type.getName())
                        && !IMPURE_PACKAGES.contains(type.getPackageName()));
    }

    private static boolean asksTheWorld(String owner, String method) {
        return (owner.startsWith("java.time.") && method.equals("now"))
                || (owner.equals("java.util.UUID") && method.equals("randomUUID"))
                || (owner.equals("java.lang.Math") && method.equals("random"));
    }
}
