package dev.penstock.stack.process;

import java.nio.file.Path;
import java.util.List;

/** A parent in a JVM of its own: starts a Java child and a native child, prints their process ids, and waits to be killed. */
public final class ParentMain {
    private ParentMain() {}

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        var java = new JavaProgram(
                SleeperMain.class.getName(),
                List.of(System.getProperty("java.class.path")),
                List.of("-Xmx32m"),
                List.of());
        ChildProcess first = ChildProcess.start(java.command("java", folder.resolve("java.log")));
        var sleep = new NativeProgram(List.of("sleep", "600"), "INT");
        ChildProcess second = ChildProcess.start(sleep.command("native", folder.resolve("native.log")));
        System.out.println(first.pid() + " " + second.pid());
        Thread.sleep(600_000);
    }
}
