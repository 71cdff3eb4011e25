package dev.penstock.stack.program;

import java.nio.file.Path;

/** Where a program's configuration file and its log go. */
public record ProgramFolders(Path configuration, Path logs) {}
