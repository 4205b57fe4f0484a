package xundang.desktop.platform.fx;

import xundang.desktop.platform.tasks.BackgroundTasks;

/**
 * What every screen needs.
 *
 * @param texts the words, in the language switched on
 * @param tasks everything that blocks goes through here
 * @param pictures asks for a picture file
 */
public record UiContext(UiTexts texts, BackgroundTasks tasks, PictureChooser pictures) {}
