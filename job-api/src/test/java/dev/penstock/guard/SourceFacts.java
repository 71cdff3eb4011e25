package dev.penstock.guard;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the compiler's parser sees in the sources of a module: methods with their sizes. */
final class SourceFacts extends TreeScanner<@Nullable Void, String> {
    /**
     * A method or constructor.
     *
     * @param name {@code Type.method}
     * @param lines from its first line to its closing brace
     * @param parameters 0 unless it is a constructor of a class that is no record
     * @param nesting the deepest block inside blocks
     */
    record Method(String name, int lines, int parameters, int nesting) {}

    private final List<Method> methods = new ArrayList<>();
    private final Trees trees;
    private final CompilationUnitTree unit;
    private boolean inRecord;

    private SourceFacts(Trees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.unit = unit;
    }

    static List<Method> methods(Collection<Path> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
            List<Method> all = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                SourceFacts facts = new SourceFacts(Trees.instance(task), unit);
                facts.scan(unit, "");
                all.addAll(facts.methods);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String outer) {
        boolean before = inRecord;
        inRecord = type.getKind() == Tree.Kind.RECORD;
        super.visitClass(
                type,
                type.getSimpleName().isEmpty() ? outer : type.getSimpleName().toString());
        inRecord = before;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, String type) {
        if (method.getBody() != null) {
            var positions = trees.getSourcePositions();
            var lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
            boolean counted = method.getReturnType() == null && !inRecord;
            methods.add(new Method(
                    type + "." + method.getName(),
                    (int) (last - first + 1),
                    counted ? method.getParameters().size() : 0,
                    new Depth().of(method)));
        }
        return super.visitMethod(method, type);
    }

    /** The deepest block inside blocks; {@code else if} is no deeper than its {@code if}, a local class starts anew. */
    private static final class Depth extends TreeScanner<@Nullable Void, Integer> {
        private int deepest;

        int of(MethodTree method) {
            scan(method.getBody(), 0);
            return deepest;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, Integer depth) {
            boolean deeper = tree instanceof IfTree
                    || tree instanceof ForLoopTree
                    || tree instanceof EnhancedForLoopTree
                    || tree instanceof WhileLoopTree
                    || tree instanceof DoWhileLoopTree
                    || tree instanceof SwitchTree
                    || tree instanceof SwitchExpressionTree
                    || tree instanceof TryTree;
            int here = deeper ? depth + 1 : depth;
            deepest = Math.max(deepest, here);
            return super.scan(tree, here);
        }

        @Override
        public @Nullable Void visitIf(IfTree choice, Integer depth) {
            scan(choice.getCondition(), depth);
            scan(choice.getThenStatement(), depth);
            // scan() adds one for the IfTree of an "else if": take it back.
            scan(choice.getElseStatement(), choice.getElseStatement() instanceof IfTree ? depth - 1 : depth);
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, Integer depth) {
            return null;
        }
    }
}
