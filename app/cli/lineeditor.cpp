// SPDX-License-Identifier: MIT
#include "app/cli/lineeditor.h"

#include <algorithm>
#include <cerrno>
#include <iterator>

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace drydock::cli {

namespace {

/// The terminal gives each key at once and shows none, for as long as this lives.
class RawTerminal
{
public:
    RawTerminal()
    {
        if (::tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios raw = m_before;
        raw.c_iflag &= ~static_cast<tcflag_t>(BRKINT | INPCK | ISTRIP | IXON | ICRNL);
        raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | IEXTEN | ISIG);
        raw.c_cc[VMIN] = 1;
        raw.c_cc[VTIME] = 0;
        m_changed = ::tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0;
    }
    ~RawTerminal()
    {
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSADRAIN, &m_before);
    }
    RawTerminal(const RawTerminal &) = delete;
    RawTerminal &operator=(const RawTerminal &) = delete;
    RawTerminal(RawTerminal &&) = delete;
    RawTerminal &operator=(RawTerminal &&) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

} // namespace

static void writeAll(std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

static bool continues(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t LineEditor::before(std::size_t at) const
{
    while (at > 0 && continues(m_line[--at])) {
    }
    return at;
}

std::size_t LineEditor::behind(std::size_t at) const
{
    if (at < m_line.size())
        ++at;
    while (at < m_line.size() && continues(m_line[at]))
        ++at;
    return at;
}

std::optional<char> LineEditor::byte(const std::stop_token &stop)
{
    constexpr int patience = 100; // milliseconds between two looks at the stop request
    for (;;) {
        pollfd ready{STDIN_FILENO, POLLIN, 0};
        const int count = ::poll(&ready, 1, patience);
        if (stop.stop_requested() || (count < 0 && errno != EINTR))
            return {};
        if (count <= 0)
            continue;
        char c = 0;
        const ssize_t got = ::read(STDIN_FILENO, &c, 1);
        if (got == 1)
            return c;
        if (got == 0 || errno != EINTR)
            return {};
    }
}

LineEditor::Input LineEditor::escape(const std::stop_token &stop)
{
    const auto introducer = byte(stop);
    if (!introducer || (*introducer != '[' && *introducer != 'O'))
        return {Key::Other, {}};
    std::string sequence;
    for (auto next = byte(stop); next; next = byte(stop)) {
        sequence += *next;
        if (*next >= '@' && *next <= '~')
            break;
    }
    if (sequence == "A" || sequence == "B")
        return {sequence == "A" ? Key::Up : Key::Down, {}};
    if (sequence == "C" || sequence == "D")
        return {sequence == "C" ? Key::Right : Key::Left, {}};
    if (sequence == "H" || sequence == "1~" || sequence == "7~")
        return {Key::Home, {}};
    if (sequence == "F" || sequence == "4~" || sequence == "8~")
        return {Key::LineEnd, {}};
    return {sequence == "3~" ? Key::Delete : Key::Other, {}};
}

LineEditor::Input LineEditor::input(const std::stop_token &stop)
{
    const auto first = byte(stop);
    if (!first)
        return {Key::Closed, {}};
    constexpr std::string_view controls = "\x01\x02\x03\x04\x05\x06\x08\x0a\x0b\x0c\x0d\x0e\x10\x14\x15\x17\x7f";
    static constexpr Key keys[] = {Key::Home,      Key::Left,  Key::Interrupt, Key::End,      Key::LineEnd,  Key::Right,
                                   Key::Backspace, Key::Enter, Key::KillEnd,   Key::Clear,    Key::Enter,    Key::Down,
                                   Key::Up,        Key::Swap,  Key::KillStart, Key::KillWord, Key::Backspace};
    static_assert(controls.size() == std::size(keys));
    if (*first == '\x1b')
        return escape(stop);
    if (const std::size_t at = controls.find(*first); at != std::string_view::npos)
        return {keys[at], {}};
    const auto lead = static_cast<unsigned char>(*first);
    if (lead < 0x20 && *first != '\t')
        return {Key::Other, {}};
    Input typed{Key::Text, *first == '\t' ? std::string("  ") : std::string(1, *first)};
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    for (int i = 0; i < more; ++i)
        typed.text += byte(stop).value_or('?');
    return typed;
}

void LineEditor::recall(bool older)
{
    if (older ? m_recalled == 0 : m_recalled >= m_history.size())
        return;
    if (m_recalled == m_history.size())
        m_written = m_line;
    m_recalled += older ? std::size_t(-1) : std::size_t(1);
    m_line = m_recalled == m_history.size() ? m_written : m_history[m_recalled];
    m_cursor = m_line.size();
}

void LineEditor::move(const Input &input)
{
    if (input.key == Key::Left)
        m_cursor = before(m_cursor);
    else if (input.key == Key::Right)
        m_cursor = behind(m_cursor);
    else if (input.key == Key::Home)
        m_cursor = 0;
    else if (input.key == Key::LineEnd)
        m_cursor = m_line.size();
    else if (input.key == Key::Up || input.key == Key::Down)
        recall(input.key == Key::Up);
    else if (input.key == Key::Clear)
        writeAll("\x1b[H\x1b[2J");
}

void LineEditor::edit(const Input &input)
{
    std::size_t from = m_cursor;
    switch (input.key) {
    case Key::Text:
        m_line.insert(m_cursor, input.text);
        m_cursor += input.text.size();
        return;
    case Key::Delete:
    case Key::End:
        m_line.erase(m_cursor, behind(m_cursor) - m_cursor);
        return;
    case Key::KillEnd:
        m_line.erase(m_cursor);
        return;
    case Key::Backspace:
        from = before(m_cursor);
        break;
    case Key::KillStart:
        from = 0;
        break;
    case Key::KillWord:
        while (from > 0 && m_line[from - 1] == ' ')
            --from;
        while (from > 0 && m_line[from - 1] != ' ')
            --from;
        break;
    case Key::Swap:
        if (m_cursor > 0 && m_line.size() > 1) {
            const std::size_t second = m_cursor == m_line.size() ? before(m_cursor) : m_cursor;
            std::rotate(m_line.begin() + static_cast<std::ptrdiff_t>(before(second)),
                        m_line.begin() + static_cast<std::ptrdiff_t>(second),
                        m_line.begin() + static_cast<std::ptrdiff_t>(behind(second)));
            m_cursor = behind(second);
        }
        return;
    default:
        move(input);
        return;
    }
    m_line.erase(from, m_cursor - from);
    m_cursor = from;
}

/// How many code points of the line have room on the screen.
static std::size_t room(std::string_view prompt)
{
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > prompt.size() + 2;
    return known ? size.ws_col - prompt.size() - 1 : 77;
}

// One row of the screen: of a longer line, the part that ends at the cursor or begins the line.
void LineEditor::draw(std::string_view prompt) const
{
    const auto starts = [](char c) { return !continues(c); };
    const std::string_view line = m_line;
    const auto cursor = static_cast<std::size_t>(std::ranges::count_if(line.substr(0, m_cursor), starts));
    const std::size_t columns = room(prompt);
    std::size_t from = 0;
    for (std::size_t skip = cursor > columns ? cursor - columns : 0; skip > 0; --skip)
        from = behind(from);
    std::size_t to = from;
    std::size_t shown = 0;
    for (; shown < columns && to < line.size(); ++shown)
        to = behind(to);
    const std::size_t left = cursor - std::min(cursor, columns) + shown - cursor;
    std::string out = "\r" + std::string(prompt) + std::string(line.substr(from, to - from)) + "\x1b[K";
    if (left > 0)
        out += "\x1b[" + std::to_string(left) + "D";
    writeAll(out);
}

std::optional<std::string> LineEditor::read(std::string_view prompt, const std::stop_token &stop)
{
    const RawTerminal raw;
    m_line.clear();
    m_cursor = 0;
    m_recalled = m_history.size();
    for (;;) {
        draw(prompt);
        const Input typed = input(stop);
        if (typed.key == Key::Closed || (typed.key == Key::End && m_line.empty())) {
            writeAll("\r\n");
            return {};
        }
        if (typed.key == Key::Interrupt) {
            writeAll("^C\r\n");
            m_line.clear();
            m_cursor = 0;
            continue;
        }
        if (typed.key == Key::Enter)
            break;
        edit(typed);
    }
    m_cursor = m_line.size();
    draw(prompt);
    writeAll("\r\n");
    if (!m_line.empty() && (m_history.empty() || m_history.back() != m_line))
        m_history.push_back(m_line);
    return m_line;
}

} // namespace drydock::cli
