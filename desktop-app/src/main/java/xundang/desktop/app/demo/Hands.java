package xundang.desktop.app.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;
import xundang.desktop.platform.fx.FxExecutor;
import xundang.desktop.platform.fx.Snapshots;

/**
 * A person's hands and eyes: presses keys, clicks, waits until something is seen. Called from the story's thread only; everything is done on
 * the interface's thread through the same events that a keyboard and a mouse make.
 */
final class Hands {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double RESTING_X = 700;
    private static final double RESTING_Y = 4;
    private static final String SHIFTED = "!@#$%^&*()_+{}|:\"<>?~";

    private final Stage stage;
    private final FxExecutor interfaceThread;
    private final Path pictures;

    Hands(Stage stage, FxExecutor interfaceThread, Path pictures) {
        this.stage = stage;
        this.interfaceThread = interfaceThread;
        this.pictures = pictures;
    }

    /** Moves the pointer to where it touches nothing. */
    private void restThePointer() {
        see(() -> {
            Point2D rest = scene().getRoot().localToScreen(RESTING_X, RESTING_Y);
            Robot robot = new Robot();
            robot.mouseMove(rest);
            // The first move may only enter the window; the second one is seen by what lies under it.
            robot.mouseMove(rest.add(1, 1));
            return true;
        });
    }

    /** Presses and releases keys; all but the last are held meanwhile. */
    void press(KeyCode... keys) {
        see(() -> {
            Robot robot = new Robot();
            for (int i = 0; i < keys.length - 1; i++) {
                robot.keyPress(keys[i]);
            }
            robot.keyType(keys[keys.length - 1]);
            for (int i = keys.length - 2; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
            return true;
        });
        settle();
    }

    /** Puts text where the cursor is: pasted, because a keyboard has no Chinese keys. */
    void paste(String text) {
        see(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            return Clipboard.getSystemClipboard().setContent(content);
        });
        press(KeyCode.CONTROL, KeyCode.V);
    }

    /** Types digits, letters, dots and minus signs key by key, as on a keyboard. */
    void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SHIFTED.indexOf(c) >= 0) {
                paste(String.valueOf(c));
            } else if (Character.isUpperCase(c)) {
                press(KeyCode.SHIFT, KeyCode.getKeyCode(String.valueOf(c)));
            } else {
                press(keyOf(c));
            }
        }
    }

    private static KeyCode keyOf(char c) {
        return switch (c) {
            case '.' -> KeyCode.PERIOD;
            case '-' -> KeyCode.MINUS;
            case '/' -> KeyCode.SLASH;
            case ' ' -> KeyCode.SPACE;
            default -> KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(c)));
        };
    }

    /** Clicks the middle of a node. */
    void click(String id) {
        waitFor(id);
        see(() -> {
            Node node = find(id).orElseThrow();
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            Robot robot = new Robot();
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        });
        settle();
    }

    /** Puts the cursor into a node, as Tab would. */
    void focus(String id) {
        waitFor(id);
        see(() -> {
            find(id).orElseThrow().requestFocus();
            return true;
        });
        settle();
    }

    /** Clears a text field and puts text into it. */
    void fill(String id, String text) {
        focus(id);
        press(KeyCode.CONTROL, KeyCode.A);
        paste(text);
    }

    /** All text that a node shows, inputs included. */
    String textOf(String id) {
        waitFor(id);
        return see(() -> collect(find(id).orElseThrow()));
    }

    /** Everything that the window says. */
    String windowText() {
        return see(() -> collect(scene().getRoot()));
    }

    /** Whether a visible node with that id exists now. */
    boolean shows(String id) {
        return see(() -> find(id).isPresent());
    }

    /** The id of the node that has the cursor, or an empty text. */
    String focused() {
        return see(() -> {
            for (Node node = scene().getFocusOwner(); node != null; node = node.getParent()) {
                if (node.getId() != null) {
                    return node.getId();
                }
            }
            return "";
        });
    }

    void waitFor(String id) {
        until("'" + id + "' to appear", () -> shows(id));
    }

    void waitForText(String text) {
        until("the words '" + text + "'", () -> windowText().contains(text));
    }

    /** Waits for a condition; a story that waits too long has failed. */
    void until(String what, BooleanSupplier condition) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > limit) {
                snapshot("failed");
                throw new DemoFailure("waited in vain for " + what + "; the window says: " + windowText());
            }
            settle();
        }
    }

    /** Takes a picture of the window. */
    void snapshot(String name) {
        restThePointer();
        settle();
        BufferedImage picture = see(() -> Snapshots.take(scene()));
        try {
            Snapshots.write(picture, pictures.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the interface do what is queued, and animations of 120 ms end. */
    void settle() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
        see(() -> true);
    }

    /** Runs on the interface's thread and returns what it saw. */
    <T> T see(Callable<T> look) {
        FutureTask<T> task = new FutureTask<>(look);
        interfaceThread.execute(task);
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new DemoFailure("the window did not answer: " + e, e);
        }
    }

    private Scene scene() {
        return stage.getScene();
    }

    private Optional<Node> find(String id) {
        return scene().getRoot().lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .filter(Hands::visible)
                .findFirst();
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String collect(Node node) {
        if (!node.isVisible()) {
            return "";
        }
        String own = switch (node) {
            case TextInputControl input -> input.getText() == null ? "" : input.getText();
            case Labeled labeled -> labeled.getText() == null ? "" : labeled.getText();
            case FontIcon ignored -> "";
            case Text text -> text.getText();
            default -> "";
        };
        if (!own.isEmpty() || !(node instanceof Parent parent)) {
            return own;
        }
        return parent.getChildrenUnmodifiable().stream()
                .map(Hands::collect)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
    }
}
