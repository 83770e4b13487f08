package org.meshbed.nodes.resource;

/** What is moved or copied where; {@code deep}: a folder goes with all that is in it. */
record Transfer(FilePath from, FilePath target, boolean overwrite, boolean deep) {}
