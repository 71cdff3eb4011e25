package dev.penstock.processor.handlers.script;

import java.util.List;

/** A process with all that it has started. */
final class ProcessTree {
    private ProcessTree() {}

    /**
     * Kills a process and its descendants. A parent goes before its children, for it could start new ones; they are listed
     * before it goes, for then nobody knows whose they were.
     */
    static void kill(ProcessHandle process) {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        children.forEach(ProcessTree::kill);
    }
}
