package dev.penstock.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Who may import whom: rooms and floors, no package cycles, pure rules, null-marked packages, arrows between modules. */
public final class ArchitectureRules {
    private static final String API = "dev.penstock.api";

    private final Module module;
    private final Map<String, Room> rooms;
    private final Map<String, Room> apiRooms;
    private final JavaClasses classes;

    private ArchitectureRules(Module module) {
        this.module = module;
        this.rooms = Room.in(module.sources());
        this.apiRooms = Room.in(Module.apiSources());
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(module.rootPackage());
    }

    /** Checks a module, named by its package below {@code dev.penstock}; throws an {@link AssertionError} that lists what breaks. */
    public static void check(String module) {
        ArchitectureRules rules = new ArchitectureRules(new Module(module));
        rules.everyPackageIsNullMarked();
        rules.roomsImportDownwards();
        rules.thereAreNoPackageCycles();
        rules.wordsAndRulesArePure();
    }

    private void everyPackageIsNullMarked() {
        for (Path file : module.mainFiles()) {
            Path info = file.resolveSibling("package-info.java");
            if (!Files.exists(info) || !read(info).contains("@NullMarked")) {
                throw new AssertionError(
                        "This package needs a package-info.java with @NullMarked: " + file.getParent());
            }
        }
    }

    private void roomsImportDownwards() {
        classes()
                .should(new ArchCondition<JavaClass>("import only lower floors, their own room, and job-api") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        item.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> !allowed(item, dependency))
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
                    }
                })
                .allowEmptyShould(true)
                .check(classes);
    }

    private boolean allowed(JavaClass from, Dependency dependency) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        Optional<Room> room = roomOf(from.getPackageName(), module.rootPackage(), rooms);
        if (!target.startsWith("dev.penstock.") || room.isEmpty()) {
            return true;
        }
        Optional<Room> sameModule = roomOf(target, module.rootPackage(), rooms);
        if (sameModule.isPresent()) {
            return sameModule.equals(room) || room.get().mayImport(sameModule.get());
        }
        Optional<Room> api = roomOf(target, API, apiRooms);
        return api.isPresent() && api.get().floor() <= room.get().floor();
    }

    private static Optional<Room> roomOf(String packageName, String root, Map<String, Room> rooms) {
        if (!packageName.startsWith(root + ".")) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                rooms.get(packageName.substring(root.length() + 1).split("\\.", -1)[0]));
    }

    private void thereAreNoPackageCycles() {
        slices().matching(module.rootPackage() + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    private void wordsAndRulesArePure() {
        DescribedPredicate<JavaClass> lowFloors = DescribedPredicate.describe(
                "live on floors 0 and 1",
                type -> roomOf(type.getPackageName(), module.rootPackage(), rooms)
                        .filter(room -> room.floor() <= 1)
                        .isPresent());
        classes()
                .that(lowFloors)
                .should(new Purity())
                .because(
                        "words and rules know no clock, no random, no I/O and no framework: time and ids come in the command")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
