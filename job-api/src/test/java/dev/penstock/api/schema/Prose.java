package dev.penstock.api.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the sources say of each record and of its components: the descriptions in the schemas. */
final class Prose {
    private final Map<String, String> texts = new HashMap<>();

    private Prose() {}

    /** Reads the comments of all sources below some folders. */
    static Prose of(Path... folders) {
        Prose prose = new Prose();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = Stream.of(folders).flatMap(Prose::sources).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees comments = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                prose.new Reader(comments, unit.getPackageName().toString()).scan(unit, null);
            }
            return prose;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said of a type; empty if nothing. */
    String of(Class<?> type) {
        return texts.getOrDefault(type.getCanonicalName(), "");
    }

    /** What is said of a component of a record; empty if nothing. */
    String of(Class<?> type, String component) {
        return texts.getOrDefault(type.getCanonicalName() + "#" + component, "");
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final DocTrees comments;
        private String place;

        Reader(DocTrees comments, String place) {
            this.comments = comments;
            this.place = place;
        }

        @Override
        public Void visitClass(ClassTree node, Void nothing) {
            String outer = place;
            place = outer + "." + node.getSimpleName();
            keep(getCurrentPath());
            for (Tree member : node.getMembers()) {
                if (member instanceof ClassTree) {
                    scan(member, null);
                }
            }
            place = outer;
            return null;
        }

        private void keep(TreePath path) {
            DocCommentTree comment = comments.getDocCommentTree(path);
            if (comment == null) {
                return;
            }
            texts.put(place, plain(comment.getFullBody()));
            for (DocTree tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree param) {
                    texts.put(place + "#" + param.getName(), plain(param.getDescription()));
                }
            }
        }
    }

    private static String plain(List<? extends DocTree> trees) {
        StringBuilder text = new StringBuilder();
        trees.forEach(tree -> text.append(tree));
        return text.toString()
                .replaceAll("\\{@code ((?:[^{}]|\\{[^}]*})*)}", "$1")
                .replaceAll("\\{@link(?:plain)? (?:[\\w.]*[.#])?(\\w+)}", "$1")
                .replaceAll("<[^>]*>", " ")
                .replaceAll(
                        "\\s*\\((?:failure scenario |binding )?[ABCS]\\d+(?:\\.\\d+)?(?:, [ABCS]\\d+(?:\\.\\d+)?)*\\)",
                        "")
                .replaceAll("\\bnull(?=[: ])", "absent")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
