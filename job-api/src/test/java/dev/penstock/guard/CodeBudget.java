package dev.penstock.guard;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures a module's sources against {@link Budget}. */
public final class CodeBudget {
    private final Module module;
    private final List<String> broken = new ArrayList<>();

    private CodeBudget(Module module) {
        this.module = module;
    }

    /** Checks a module, named by its package below {@code dev.penstock}; throws an {@link AssertionError} that lists what breaks. */
    public static void check(String module) {
        CodeBudget budget = new CodeBudget(new Module(module));
        budget.files();
        budget.packages();
        budget.methods();
        if (!budget.broken.isEmpty()) {
            throw new AssertionError(
                    String.join("\n", budget.broken)
                            + "\nSplit what is too big; where that would make it worse, raise the budget in Exemption, with the reason.");
        }
    }

    private void files() {
        List<Integer> sizes = new ArrayList<>();
        for (Path file : module.mainFiles()) {
            sizes.add(lines(file));
        }
        sizes.sort(Comparator.naturalOrder());
        if (!sizes.isEmpty()) {
            int median = sizes.get(sizes.size() / 2);
            expect(Budget.FILE_MEDIAN, module.rootPackage(), median);
        }
        Stream.concat(module.mainFiles().stream(), module.testFiles().stream())
                .forEach(file -> expect(Budget.FILE_LINES, file.toString(), lines(file)));
    }

    private void packages() {
        Map<Path, Long> types = module.mainFiles().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(groupingBy(file -> file.toAbsolutePath().getParent(), counting()));
        types.forEach((folder, count) -> expect(Budget.TYPES_IN_PACKAGE, folder.toString(), count.intValue()));
    }

    private void methods() {
        List<SourceFacts.Method> methods = SourceFacts.methods(module.mainFiles());
        for (SourceFacts.Method method : methods) {
            expect(Budget.CONSTRUCTOR_PARAMETERS, method.name(), method.parameters());
            expect(Budget.NESTING, method.name(), method.nesting());
        }
        List<SourceFacts.Method> tooLong = methods.stream()
                .filter(method -> method.lines() > Exemption.limit(Budget.METHOD_P99, method.name()))
                .toList();
        if (tooLong.size() > Math.max(1, methods.size() / 100)) {
            tooLong.forEach(method -> expect(Budget.METHOD_P99, method.name(), method.lines()));
        }
    }

    private void expect(Budget budget, String where, int measured) {
        int limit = Exemption.limit(budget, where);
        if (measured > limit) {
            broken.add(budget + " of " + where + " is " + measured + ", at most " + limit);
        }
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
