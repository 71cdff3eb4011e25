package dev.penstock.stack.page;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A source file as the compiler's parser sees it: the methods of its types, with their comments, which no class file keeps. */
final class JavaSource {
    /** A method in a type of the file; {@code comment} is empty where there is none. */
    record Method(MethodTree tree, String comment) {
        String name() {
            return tree.getName().toString();
        }

        String type() {
            return String.valueOf(tree.getReturnType());
        }

        /** The text of an annotation such as {@code @WithDefault("48")}. */
        Optional<String> annotation(String simpleName) {
            ModifiersTree modifiers = tree.getModifiers();
            return modifiers.getAnnotations().stream()
                    .filter(annotation ->
                            annotation.getAnnotationType().toString().endsWith(simpleName))
                    .map(JavaSource::value)
                    .findFirst();
        }
    }

    private final DocTrees trees;
    private final CompilationUnitTree unit;

    private JavaSource(DocTrees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.unit = unit;
    }

    static JavaSource read(Path file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjects(file);
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
            return new JavaSource(
                    DocTrees.instance(task), task.parse().iterator().next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The type that the file is named after. */
    ClassTree top() {
        return (ClassTree) unit.getTypeDecls().get(0);
    }

    /** A type nested in the top one. */
    Optional<ClassTree> nested(String name) {
        return top().getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> type.getSimpleName().contentEquals(name))
                .findFirst();
    }

    List<Method> methods(ClassTree type) {
        TreePath here = TreePath.getPath(unit, type);
        List<Method> methods = new ArrayList<>();
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                String comment = trees.getDocComment(new TreePath(here, method));
                methods.add(new Method(method, comment == null ? "" : plain(comment)));
            }
        }
        return methods;
    }

    private static String value(AnnotationTree annotation) {
        ExpressionTree argument = annotation.getArguments().get(0);
        ExpressionTree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
        return String.valueOf(((LiteralTree) value).getValue());
    }

    /** The description without block tags, in one line of Markdown. */
    private static String plain(String comment) {
        return comment.replaceAll("(?s)(?m)^\\s*@\\w.*", "")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link(?:plain)? #?([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
