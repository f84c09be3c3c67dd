// SPDX-License-Identifier: MIT
#include "views/controls/stylesheet.h"

#include "views/controls/theme.h"

#include <QPalette>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace drydock::controls {

namespace {

// `@name` is a colour token, `#4` a length of 4 px at 100 %.
constexpr QStringView sheet = uR"(
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: #4; }
QMainWindow, QDialog, QWidget[kind="panel"], QFrame[kind="panel"] { background: @panel; }
QWidget[kind="page"] { background: @surface; }
QFrame[kind="card"] { background: @surface; border: 1px solid @line; border-radius: #6; }
QFrame[kind="card"][active="true"]:hover { border-color: @accent; background: @hover; }
QFrame[kind="card"]:focus { border: 2px solid @accent; }
QFrame[kind="line"] { background: @line; border: none; }
QLabel { background: transparent; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="small"] { color: @muted; font-size: #12; }
QLabel[tone="title"] { font-size: #20; font-weight: 600; }
QLabel[tone="section"] { font-size: #14; font-weight: 600; }
QLabel[tone="number"] { font-size: #24; font-weight: 600; }
QLabel[tone="critical"] { color: @critical; }
QLabel[tone="high"] { color: @high; }
QLabel[tone="medium"] { color: @medium; }
QLabel[tone="low"] { color: @low; }
QLabel[tone="ok"] { color: @ok; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="label"] { font-weight: 600; }
QLabel[tone="code"] { font-family: "@codefont"; }

QPushButton, QToolButton[kind="button"] { background: @surface; color: @text; border: 1px solid @line; border-radius: #6;
    padding: 0 #11; min-height: #26; font-weight: 500; outline: none; }
QToolButton[kind="button"] { padding: 0 #6 0 #11; }
QPushButton:hover, QToolButton[kind="button"]:hover { background: @hover; }
QPushButton:pressed { background: @selection; }
QPushButton:focus { border: 2px solid @accent; padding: 0 #10; min-height: #24; }
QToolButton[kind="button"]:focus { border: 2px solid @accent; padding: 0 #5 0 #10; min-height: #24; }
QPushButton:disabled, QToolButton[kind="button"]:disabled { color: @muted; background: @panel; }
QPushButton[kind="primary"], QToolButton[kind="primary"] { background: @accent; color: @onaccent; border: 1px solid @accent;
    border-radius: #6; padding: 0 #11; min-height: #26; font-weight: 600; }
QPushButton[kind="primary"]:hover, QToolButton[kind="primary"]:hover { background: @accenthover; border-color: @accenthover; }
QPushButton[kind="primary"]:focus, QToolButton[kind="primary"]:focus { border: 2px solid @text; padding: 0 #10; min-height: #24; }
QPushButton[kind="primary"]:disabled, QToolButton[kind="primary"]:disabled { background: @panel; border-color: @line; color: @muted; }
QPushButton[kind="danger"] { color: @critical; border-color: @critical; }
QPushButton[kind="danger"]:focus { border-color: @accent; }
QPushButton[kind="link"] { border: none; background: transparent; color: @accent; padding: 0 #2; min-height: #20; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid @accent; padding: 0; min-height: #16; }
QPushButton[kind="step"] { border: none; background: transparent; color: @muted; padding: 0 #12; min-height: #28; }
QPushButton[kind="step"]:hover { background: @hover; }
QPushButton[kind="step"]:checked { background: @selection; color: @text; }
QPushButton[kind="step"]:focus { border: 2px solid @accent; padding: 0 #10; min-height: #24; }
QPushButton[kind="heading"] { border: none; background: transparent; color: @text; font-size: #14; font-weight: 600; padding: 0;
    min-height: #24; text-align: left; }
QPushButton[kind="heading"]:hover { color: @accent; }
QPushButton[kind="heading"]:focus { border: 2px solid @accent; min-height: #20; }
QPushButton[kind="number"] { border: none; background: transparent; color: @text; font-size: #24; font-weight: 600; padding: 0;
    min-height: #32; text-align: left; }
QPushButton[kind="number"]:hover { color: @accent; text-decoration: underline; }
QPushButton[kind="number"]:focus { border: 2px solid @accent; min-height: #28; }
QPushButton[kind="number"][tone="critical"] { color: @critical; }
QPushButton[kind="number"][tone="high"] { color: @high; }
QPushButton[kind="number"][tone="medium"] { color: @medium; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: #6; padding: #3; color: @text; }
QToolButton:hover { background: @hover; }
QToolButton:checked { background: @selection; }
QToolButton:focus { border: 2px solid @accent; padding: #2; }
QToolButton:disabled { color: @muted; }
QToolButton[kind="rail"] { color: @muted; border-radius: #6; padding: #6 #2 #4 #2; }
QToolButton[kind="rail"]:checked { color: @accent; background: @selection; font-weight: 600; }
QToolButton[kind="rail"]:focus { border: 2px solid @accent; padding: #5 #1 #3 #1; }
QPushButton[kind="search"] { color: @muted; background: @surface; border: 1px solid @field; text-align: left; font-weight: 400; }
QPushButton::menu-indicator { image: url(@arrow); width: #12; height: #12; subcontrol-origin: padding;
    subcontrol-position: right center; right: #2; }
QPushButton[kind="project"] { font-weight: 600; }
QToolButton[kind="chip"] { background: @surface; border: 1px solid @line; border-radius: #12; padding: #2 #10; }
QToolButton[kind="chip"]:hover { background: @hover; }
QToolButton[kind="chip"]:checked { background: @selection; border-color: @accent; }
QToolButton[kind="chip"]:focus { border: 2px solid @accent; padding: #1 #9; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QAbstractSpinBox { background: @surface; border: 1px solid @field;
    border-radius: #6; padding: 0 #7; min-height: #26; selection-background-color: @accent; selection-color: @onaccent; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid @accent; padding: 0 #6; min-height: #24; }
QComboBox { padding: 0 #7 0 #9; }
QComboBox:focus { padding: 0 #6 0 #8; }
QLineEdit[kind="search"] { padding: 0 #7 0 #1; }
QLineEdit[kind="search"]:focus { padding: 0 #6 0 0; }
QLineEdit[problem="true"], QComboBox[problem="true"], QAbstractSpinBox[problem="true"], QPlainTextEdit[problem="true"] {
    border-color: @critical; }
QLineEdit:read-only { background: @panel; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: @panel; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; background: transparent; width: #24; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; border: none;
    background: transparent; width: #24; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow { image: url(@uparrow); width: #10; height: #10; }
QAbstractSpinBox::down-arrow { image: url(@arrow); width: #10; height: #10; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(@arrow); width: #12; height: #12; }
QComboBox QAbstractItemView { border: 1px solid @line; background: @surface; selection-background-color: @selection;
    selection-color: @text; outline: none; }
QPlainTextEdit, QTextEdit, QTextBrowser { background: @surface; border: 1px solid @field; border-radius: #6; padding: #1 #5;
    selection-background-color: @selection; selection-color: @text; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 0 #4; }
QPlainTextEdit[frameless="true"], QTextEdit[frameless="true"] { border: none; border-radius: 0; padding: 0; }
QPlainTextEdit[frameless="true"]:focus, QTextEdit[frameless="true"]:focus { border: 2px solid @accent; padding: 0; }

QPlainTextEdit[kind="editor"] { border: 2px solid transparent; border-radius: 0; padding: 0; }
QPlainTextEdit[kind="editor"]:focus { border: 2px solid @accent; padding: 0; }

QAbstractItemView { background: @surface; alternate-background-color: @panel; border: none; outline: none;
    selection-background-color: @selection; selection-color: @text; }
QAbstractItemView::item { min-height: #28; padding: 0 #8; border: none; }
QAbstractItemView::item:hover { background: @hover; }
QAbstractItemView::item:selected { background: @selection; color: @text; }
QTreeView:focus, QTableView:focus, QListView:focus { border: 2px solid @accent; }
QTreeView, QTableView, QListView { border: 2px solid transparent; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-bottom: 1px solid @line; padding: 0 #11;
    min-height: #28; font-weight: 600; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent; padding: #6 #12;
    min-height: #20; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; background: @hover; }
QTabBar::tab:focus { border: 2px solid @accent; padding: #4 #10 #6 #10; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[kind="page"] { background: @surface; }
QScrollBar:vertical { background: transparent; width: #12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: #12; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: #4; margin: #2; }
QScrollBar::handle:vertical { min-height: #32; }
QScrollBar::handle:horizontal { min-width: #32; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: @surface; color: @text; border: 1px solid @line; padding: #4; }
QMenu::item { padding: #5 #24 #5 #8; border-radius: #4; }
QMenu::icon { padding-left: #8; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: #4 #8; }
QProgressBar { background: @line; border: none; border-radius: #2; max-height: #4; min-height: #4; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: #2; }
QGroupBox { border: 1px solid @line; border-radius: #6; margin-top: #12; padding: #12 #12 #8 #12; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: #12; padding: 0 #4; }
QCheckBox, QRadioButton { spacing: #8; background: transparent; min-height: #24; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @accent; border-radius: #4; }
QCheckBox::indicator, QRadioButton::indicator { width: #14; height: #14; border: 1px solid @muted; background: @surface; }
QCheckBox::indicator { border-radius: #3; }
QRadioButton::indicator { border-radius: #8; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate { background: @accent; border-color: @accent;
    image: url(@check); }
QRadioButton::indicator:checked { border-color: @accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5,
    fy: 0.5, stop: 0 @accent, stop: 0.55 @accent, stop: 0.65 @surface, stop: 1 @surface); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; background: @panel; }
QCheckBox::indicator:checked:disabled { background: @muted; border-color: @muted; }
QRadioButton::indicator:checked:disabled { border-color: @muted; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
    fx: 0.5, fy: 0.5, stop: 0 @muted, stop: 0.55 @muted, stop: 0.65 @panel, stop: 1 @panel); }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QStatusBar { background: @panel; color: @muted; }
)";

QString mixed(const QColor &first, const QColor &second, double share)
{
    return QColor::fromRgbF(static_cast<float>(first.redF() * (1 - share) + second.redF() * share),
                            static_cast<float>(first.greenF() * (1 - share) + second.greenF() * share),
                            static_cast<float>(first.blueF() * (1 - share) + second.blueF() * share))
        .name();
}

QString schemeName(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::Dark:
        return u"dark"_s;
    case ColorScheme::HighContrast:
        return u"contrast"_s;
    case ColorScheme::Light:
        break;
    }
    return u"light"_s;
}

QString token(const Theme &theme, const QString &name)
{
    static const QHash<QString, ColorRole> roles{
        {u"surface"_s, ColorRole::Surface},   {u"panel"_s, ColorRole::Panel}, {u"line"_s, ColorRole::Line},
        {u"text"_s, ColorRole::Text},         {u"muted"_s, ColorRole::Muted}, {u"accent"_s, ColorRole::Accent},
        {u"onaccent"_s, ColorRole::OnAccent}, {u"hover"_s, ColorRole::Hover}, {u"selection"_s, ColorRole::Selection},
        {u"critical"_s, ColorRole::Critical}, {u"high"_s, ColorRole::High},   {u"medium"_s, ColorRole::Medium},
        {u"low"_s, ColorRole::Low},           {u"ok"_s, ColorRole::Ok}};
    if (const auto found = roles.constFind(name); found != roles.cend())
        return theme.color(*found).name();
    if (name == "accenthover"_L1)
        return mixed(theme.color(ColorRole::Accent), theme.color(ColorRole::Text), 0.18);
    if (name == "field"_L1)
        return mixed(theme.color(ColorRole::Line), theme.color(ColorRole::Muted), 0.45);
    if (name == "scroll"_L1)
        return mixed(theme.color(ColorRole::Line), theme.color(ColorRole::Muted), 0.3);
    if (name == "codefont"_L1)
        return theme.codeFont().family();
    static const QHash<QString, QString> drawings{
        {u"arrow"_s, u"arrow"_s}, {u"uparrow"_s, u"arrow-up"_s}, {u"check"_s, u"check"_s}};
    if (const auto found = drawings.constFind(name); found != drawings.cend())
        return u":/drydock/controls/%1-%2.svg"_s.arg(*found, schemeName(theme.scheme()));
    return u"transparent"_s;
}

} // namespace

QString styleSheet(const Theme &theme)
{
    static const QRegularExpression pattern(uR"(@([a-z]+)|#(\d+)(?![0-9a-fA-F]))"_s);
    const QString source = sheet.toString();
    QString result;
    result.reserve(source.size() * 2);
    qsizetype end = 0;
    for (auto matches = pattern.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(source).mid(end, match.capturedStart() - end);
        if (match.hasCaptured(1))
            result += token(theme, match.captured(1));
        else
            result += QString::number(theme.px(match.captured(2).toInt())) + "px"_L1;
        end = match.capturedEnd();
    }
    result += QStringView(source).mid(end);
    return result;
}

QPalette themePalette(const Theme &theme)
{
    QPalette palette;
    const QColor text = theme.color(ColorRole::Text);
    const QColor muted = theme.color(ColorRole::Muted);
    palette.setColor(QPalette::Window, theme.color(ColorRole::Panel));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, theme.color(ColorRole::Surface));
    palette.setColor(QPalette::AlternateBase, theme.color(ColorRole::Panel));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Button, theme.color(ColorRole::Panel));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, theme.color(ColorRole::Critical));
    palette.setColor(QPalette::ToolTipBase, theme.color(ColorRole::Panel));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, theme.color(ColorRole::Selection));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, theme.color(ColorRole::Accent));
    palette.setColor(QPalette::LinkVisited, theme.color(ColorRole::Accent));
    palette.setColor(QPalette::Light, theme.color(ColorRole::Surface));
    palette.setColor(QPalette::Midlight, theme.color(ColorRole::Hover));
    palette.setColor(QPalette::Mid, theme.color(ColorRole::Line));
    palette.setColor(QPalette::Dark, theme.color(ColorRole::Line));
    palette.setColor(QPalette::Shadow, theme.color(ColorRole::Line));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, muted);
    return palette;
}

} // namespace drydock::controls
