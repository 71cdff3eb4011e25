package dev.penstock.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    @TempDir
    Path folder;

    @Test
    void aRoomImportsLowerFloorsAndTheNeighboursItNames() {
        Room wire = new Room("wire", 3, "Floor 3. Imports {@code topic}.");
        assertThat(wire.mayImport(new Room("job", 0, ""))).isTrue();
        assertThat(wire.mayImport(new Room("topic", 3, ""))).isTrue();
        assertThat(wire.mayImport(new Room("client", 3, ""))).isFalse();
        assertThat(wire.mayImport(new Room("app", 4, ""))).isFalse();
    }

    @Test
    void aRuleThatReadsTheClockOrPrintsIsNotPure() {
        assertThat(pure(Pure.class)).isTrue();
        assertThat(pure(ReadsTheClock.class)).isFalse();
        assertThat(pure(Prints.class)).isFalse();
    }

    @Test
    void nestingCountsBlocksInBlocksAndElseIfAsOne() throws IOException {
        assertThat(
                        methods(
                                "class A { void a(int i) { if (i > 0) {} else if (i < 0) {} else { for (;;) { if (i > 9) {} } } } }"))
                .extracting(SourceFacts.Method::nesting)
                .containsExactly(3);
    }

    @Test
    void constructorParametersCountForClassesAndNotForRecords() throws IOException {
        assertThat(methods("class A { A(int a, int b) {} void m(int c) {} }"))
                .extracting(SourceFacts.Method::parameters)
                .containsExactly(2, 0);
        assertThat(methods("record A(int a, int b) { A(int a, int b) { this.a = a; this.b = b; } }"))
                .extracting(SourceFacts.Method::parameters)
                .containsExactly(0);
    }

    private List<SourceFacts.Method> methods(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("A.java"), source);
        return SourceFacts.methods(List.of(file));
    }

    private static boolean pure(Class<?> type) {
        return !classes()
                .should(new Purity())
                .evaluate(new ClassFileImporter().importClasses(type))
                .hasViolation();
    }

    record Pure(Instant at) {
        boolean before(Instant other) {
            return at.isBefore(other);
        }
    }

    static final class ReadsTheClock {
        Instant now() {
            return Instant.now();
        }
    }

    static final class Prints {
        void print() {
            System.out.println();
        }
    }
}
